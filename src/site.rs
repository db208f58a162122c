//! How an installation is reached and shown.

use std::net::IpAddr;
use std::sync::Arc;

use serde::Deserialize;

/// What the operator says about the installation.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Address people use, without a slash at the end.
    pub address: String,
    /// People reach it by TLS: cookies say so.
    pub is_secure: bool,
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
    /// Address of the data protection officer.
    pub privacy_email: Option<String>,
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
