//! How an installation is reached and shown.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::public_url::PublicUrl;

/// What the operator says about the installation.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Address people use, without a slash at the end.
    pub address: String,
    /// People reach it by TLS: cookies say so.
    pub is_secure: bool,
    /// The address they use; none on loopback.
    pub public_url: Option<PublicUrl>,
    /// Proxies whose word on a client's address is taken.
    pub trusted_proxies: Arc<[IpAddr]>,
    /// Who runs it, as the pages say.
    pub operator: String,
    /// Number of the coordinators, as people write it.
    pub duty_phone: Option<String>,
    /// All people and organisations are invented.
    pub is_demo: bool,
    /// Nobody works with a password alone.
    pub second_factor_required: bool,
    /// Who answers for it (§ 5 DDG).
    pub imprint: Option<Imprint>,
    /// Whom its mail is from; none is sent if absent.
    pub mail_from: Option<String>,
    /// Address of the data protection officer.
    pub privacy_email: Option<String>,
    /// Who is told of weaknesses (RFC 9116).
    pub security_contact: Option<SecurityContact>,
    /// Who answers for the data, and why it may be handled.
    pub privacy: Privacy,
}

/// Who is told of weaknesses, as `/.well-known/security.txt` says (RFC 9116).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityContact {
    /// `mailto:`, `tel:` or `https:` addresses, the preferred one first.
    pub contact: Vec<ContactAddress>,
    /// The last day on which this is promised to be right; after it nothing is served.
    pub expires: NaiveDate,
    /// Address of the rules for whoever reports a weakness.
    #[serde(default)]
    pub policy: Option<ContactAddress>,
    /// Address of a key to encrypt reports with.
    #[serde(default)]
    pub encryption: Option<ContactAddress>,
}

/// An address that stands on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ContactAddress(String);

/// The text is no such address.
#[derive(Debug, thiserror::Error)]
#[error("expected mailto:, tel: or https:// and an address, not {0:?}")]
pub struct NotAContactAddress(String);

impl ContactAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ContactAddress {
    type Error = NotAContactAddress;

    fn try_from(text: String) -> Result<Self, NotAContactAddress> {
        let is_address = ["mailto:", "tel:", "https://"].iter().any(|scheme| {
            text.strip_prefix(scheme)
                .is_some_and(|rest| !rest.is_empty())
        });
        if is_address && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text))
        } else {
            Err(NotAContactAddress(text))
        }
    }
}

impl Site {
    /// The whole address of a path.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

/// Who answers for the data, and why it may be handled (`[privacy]` in the settings).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Privacy {
    /// Joint controllers (Art. 26 DSGVO): the federation and its members.
    pub controllers: Vec<Responsible>,
    /// Which of them answers first.
    pub lead: Option<String>,
    /// Who runs the servers for them (Art. 28 DSGVO).
    pub processor: Option<Responsible>,
    /// The data protection officer.
    pub officer: Option<Responsible>,
    /// The supervisory authority.
    pub authority: Option<String>,
    /// Legal basis of each purpose, by its technical name.
    pub legal_bases: BTreeMap<String, String>,
}

/// Somebody who answers for data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Responsible {
    /// Name.
    pub name: String,
    /// Address for mail.
    #[serde(default)]
    pub email: Option<String>,
}

/// Who answers for an installation (§ 5 DDG).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imprint {
    /// Full name with legal form.
    pub name: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// Who may sign for it.
    #[serde(default)]
    pub represented_by: Option<String>,
    /// Address for mail.
    pub email: String,
    /// Telephone number as it is written.
    #[serde(default)]
    pub phone: Option<String>,
    /// Authority that oversees it.
    #[serde(default)]
    pub supervised_by: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_security_contact_is_an_address_and_a_day() {
        let is_taken = |contact: &str, day: &str| {
            let given = json!({"contact": [contact], "expires": day});
            serde_json::from_value::<SecurityContact>(given).is_ok()
        };

        assert!(is_taken("mailto:sicherheit@example.org", "2027-06-30"));
        assert!(!is_taken("sicherheit@example.org", "2027-06-30"));
        assert!(!is_taken("https://example.org/a\nContact: x", "2027-06-30"));
        assert!(!is_taken("mailto:sicherheit@example.org", "soon"));
    }
}
