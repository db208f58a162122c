//! The address under which people reach an installation.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use serde::Deserialize;

/// `https://host` or `http://host:port`, and nothing behind it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl {
    is_https: bool,
    /// Host in lower case, with the port unless it is the usual one.
    authority: String,
}

/// The text is no address that people could be given.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("public_url is https:// and a host name, without a path: {0:?} is not")]
pub struct NotAnAddress(String);

impl PublicUrl {
    /// Whether people reach it by TLS.
    pub fn is_https(&self) -> bool {
        self.is_https
    }

    /// Whether it names an IP address, other than this machine's own, in the place of a host.
    pub fn is_bare_address(&self) -> bool {
        let host = match self.authority.strip_prefix('[') {
            Some(rest) => rest.split(']').next(),
            None => self.authority.split(':').next(),
        };
        let address = host.and_then(|host| host.parse::<IpAddr>().ok());
        address.is_some_and(|address| !address.is_loopback())
    }

    /// Whether a request for this `Host` is meant for it.
    pub fn is_meant_by(&self, host: &str) -> bool {
        usual(self.is_https, host) == self.authority
    }
}

/// Without the port that the scheme implies.
fn usual(is_https: bool, host: &str) -> String {
    let host = host.to_ascii_lowercase();
    let port = if is_https { ":443" } else { ":80" };
    host.strip_suffix(port).map(str::to_owned).unwrap_or(host)
}

impl FromStr for PublicUrl {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let no = || NotAnAddress(text.to_owned());
        let (scheme, rest) = text.split_once("://").ok_or_else(no)?;
        let is_https = match scheme {
            "https" => true,
            "http" => false,
            _ => return Err(no()),
        };
        let host = rest.strip_suffix('/').unwrap_or(rest);
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
        if host.is_empty() || !host.bytes().all(fits) {
            return Err(no());
        }
        Ok(Self {
            is_https,
            authority: usual(is_https, host),
        })
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = NotAnAddress;

    fn try_from(text: String) -> Result<Self, NotAnAddress> {
        text.parse()
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_https { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.authority)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> PublicUrl {
        text.parse().unwrap()
    }

    #[test]
    fn the_usual_port_may_be_named_and_no_other() {
        let kataster = url("https://Kataster.Example.org/");

        for host in ["kataster.example.org", "KATASTER.example.org:443"] {
            assert!(kataster.is_meant_by(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "kataster.example.org:80",
            "kataster.example.org.evil.test",
            "x@kataster.example.org",
        ] {
            assert!(!kataster.is_meant_by(host), "{host}");
        }
        assert!(url("http://127.0.0.1:8080").is_meant_by("127.0.0.1:8080"));
        assert_eq!(kataster.to_string(), "https://kataster.example.org");
    }

    #[test]
    fn an_address_has_a_scheme_a_host_and_no_path() {
        for text in [
            "",
            "kataster.example.org",
            "ftp://kataster.example.org",
            "https://",
            "https://kataster.example.org/register",
            "https://user@kataster.example.org",
            "https://kataster.example.org?x",
        ] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }
}
