//! The mail server that the settings name.

use std::fmt;
use std::net::IpAddr;

use lettre::message::Mailbox;
use serde::Deserialize;

/// `smtps://name:password@host`, `smtp://host?tls=required`, or on this machine `smtp://localhost:25`.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct MailServer(String);

/// The text names no server that a message could be trusted to.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "mail_server is smtps://… or smtp://…?tls=required; without TLS only on this machine: what is given is not (it may hold a password and is not repeated)"
)]
pub struct NotAMailServer;

/// An address to send from, such as `Kataster <kataster@example.org>`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct MailAddress(Mailbox);

/// The text is no mail address.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("mail_from is a mail address: {0:?} is not")]
pub struct NotAMailAddress(String);

impl MailServer {
    /// The address with whatever password is in it.
    pub(super) fn url(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for MailServer {
    type Error = NotAMailServer;

    fn try_from(text: String) -> Result<Self, NotAMailServer> {
        let text = text.trim().to_owned();
        let (scheme, rest) = text.split_once("://").ok_or(NotAMailServer)?;
        let (authority, query) = rest.split_once('?').unwrap_or((rest, ""));
        let authority = authority.split('/').next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        let is_safe = match scheme {
            "smtps" => query.is_empty(),
            "smtp" => query == "tls=required" || (query.is_empty() && is_this_machine(host)),
            _ => false,
        };
        if is_safe && !host.is_empty() {
            Ok(Self(text))
        } else {
            Err(NotAMailServer)
        }
    }
}

/// Whether `host` or `host:port` is this machine.
pub(super) fn is_this_machine(host_and_port: &str) -> bool {
    let host = host_and_port
        .rsplit_once(':')
        .map_or(host_and_port, |(host, _)| host);
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Without the password.
impl fmt::Debug for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailServer")
    }
}

impl MailAddress {
    pub(super) fn mailbox(&self) -> &Mailbox {
        &self.0
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for MailAddress {
    type Error = NotAMailAddress;

    fn try_from(text: String) -> Result<Self, NotAMailAddress> {
        match text.parse() {
            Ok(mailbox) => Ok(Self(mailbox)),
            Err(_) => Err(NotAMailAddress(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_server(text: &str) -> bool {
        MailServer::try_from(text.to_owned()).is_ok()
    }

    #[test]
    fn without_tls_a_message_stays_on_this_machine() {
        for good in [
            "smtps://mail.example.org",
            "smtps://name:pass%2Fword@mail.example.org:465",
            "smtp://mail.example.org:587?tls=required",
            "smtp://localhost:25",
            "smtp://127.0.0.1",
            "smtp://[::1]:2525",
        ] {
            assert!(is_server(good), "{good}");
        }
        for bad in [
            "",
            "mail.example.org",
            "smtp://mail.example.org",
            "smtp://localhost@mail.example.org",
            "smtp://mail.example.org?tls=opportunistic",
            "smtps://mail.example.org?tls=none",
            "smtps://",
            "https://mail.example.org",
        ] {
            assert!(!is_server(bad), "{bad}");
        }
    }

    #[test]
    fn a_password_is_not_printed() {
        let server = MailServer::try_from("smtps://name:geheim@mail.example.org".to_owned());

        assert!(!format!("{server:?}").contains("geheim"));
    }

    #[test]
    fn whom_it_is_from_is_one_address() {
        let from = |text: &str| MailAddress::try_from(text.to_owned()).is_ok();

        assert!(from("Kataster <kataster@example.org>"));
        assert!(!from("Kataster"));
        assert!(!from("a@example.org, b@example.org"));
        assert!(!from("a@example.org\r\nBcc: b@example.org"));
    }
}
