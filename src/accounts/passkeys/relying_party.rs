//! Who asks a device: the address people know this installation by.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use webauthn_rs::prelude::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// How long a device's owner may take.
pub(super) const TIME: Duration = Duration::from_mins(5);

/// The address passkeys are bound to; none where the installation is reached by a bare IP address.
#[derive(Clone, Debug)]
pub struct RelyingParty(Option<Arc<Webauthn>>);

impl RelyingParty {
    /// For the address people use. Devices bind no key to an IP address: on loopback it is `localhost`.
    pub fn at(base_url: &str) -> Self {
        Self(build(base_url).map(Arc::new))
    }

    pub(super) fn webauthn(&self) -> Option<&Webauthn> {
        self.0.as_deref()
    }

    /// The origin whose pages can use passkeys, such as `http://localhost:8080`.
    pub fn origin(&self) -> Option<String> {
        let origin = self.0.as_ref()?.get_allowed_origins().first()?;
        Some(origin.origin().ascii_serialization())
    }
}

fn build(base_url: &str) -> Option<Webauthn> {
    let mut url = Url::parse(base_url).ok()?;
    let host = url.host_str()?.trim_matches(['[', ']']);
    let address = host.parse::<IpAddr>().ok();
    if address.is_some_and(|address| address.is_loopback()) {
        url.set_host(Some("localhost")).ok()?;
    }
    let domain = url.domain()?.to_owned();
    let builder = WebauthnBuilder::new(&domain, &url).ok()?;
    builder.rp_name("Kataster").timeout(TIME).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_bound_to_a_name_never_to_an_ip_address() {
        let origin = |url| RelyingParty::at(url).origin();

        assert_eq!(
            origin("https://kataster.example.org").as_deref(),
            Some("https://kataster.example.org")
        );
        assert_eq!(
            origin("http://127.0.0.1:8080").as_deref(),
            Some("http://localhost:8080")
        );
        assert_eq!(
            origin("http://[::1]:8080").as_deref(),
            Some("http://localhost:8080")
        );
        assert_eq!(origin("https://192.0.2.7"), None);
        assert_eq!(origin("kataster"), None);
    }
}
