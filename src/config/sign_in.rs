//! Whether everybody can sign in with these settings.

use super::{ConfigError, Settings};

impl Settings {
    /// Whether coordinators and admins could sign in: they need passkeys, and devices bind none to an IP address.
    ///
    /// # Errors
    /// The public address is a bare IP address while a second factor is required.
    pub fn check_passkeys(&self) -> Result<(), ConfigError> {
        match &self.public_url {
            Some(url) if self.second_factor_required && url.is_bare_address() => {
                Err(ConfigError::BareAddress {
                    file: self.file.clone(),
                    url: url.clone(),
                })
            }
            Some(_) | None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_good(text: &str) -> bool {
        let settings = Settings::read(None, std::iter::empty(), text.parse().unwrap());
        settings.unwrap().check_passkeys().is_ok()
    }

    #[test]
    fn where_passkeys_are_needed_the_address_has_a_name() {
        assert!(is_good(""));
        assert!(is_good("public_url = 'https://kataster.example.org:8443'"));
        assert!(is_good("public_url = 'http://127.0.0.1:8080'"));
        assert!(!is_good("public_url = 'https://192.0.2.7'"));
        assert!(!is_good("public_url = 'https://[2001:db8::7]:8443'"));
        assert!(is_good(
            "public_url = 'https://192.0.2.7'\nsecond_factor_required = false"
        ));
    }
}
