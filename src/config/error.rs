//! Why settings are not usable.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::public_url::PublicUrl;

/// Why the settings are not usable.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("the settings file {path} is not valid TOML: {detail}")]
    Toml {
        /// The file.
        path: PathBuf,
        /// Where and what.
        detail: String,
    },
    /// A setting is unknown or has a wrong value.
    #[error("{0}")]
    Setting(String),
    /// Off loopback the service must know its address.
    #[error("public_url is required to listen on {0}")]
    PublicUrl(SocketAddr),
    /// Off loopback people reach the service by TLS, so its address says so.
    #[error("public_url must begin with https:// to listen on {0}")]
    PublicUrlInClear(SocketAddr),
    /// Coordinators and admins would be locked out: no device makes a passkey for a bare IP address.
    #[error(
        "{}public_url = {url} is a bare IP address, for which no device makes a passkey, and without one no coordinator \
         and no admin signs in: name a host, or set second_factor_required = false",
        .file.as_ref().map(|file| format!("{}: ", file.display())).unwrap_or_default()
    )]
    BareAddress {
        /// The settings file.
        file: Option<PathBuf>,
        /// The address.
        url: PublicUrl,
    },
    /// Off loopback passwords and tokens would travel in the clear.
    #[error(
        "listening on {0} needs a TLS proxy in front: set behind_tls_proxy = true when there is one"
    )]
    PlainText(SocketAddr),
}
