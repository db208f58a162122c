//! A gateway as the settings describe it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;

use super::template::{BodyFormat, Template};
use super::{CallbackRules, Gateway, GatewayFault, Receiver};
use crate::notifications::SigningSecret;
use crate::notifications::outbound::{LONGEST, Outbound};

/// Stands in a header for what the file of the token holds.
const TOKEN: &str = "{token}";
/// What HTTP itself says about a request.
const OWN_HEADERS: [&str; 5] = [
    "connection",
    "content-length",
    "host",
    "te",
    "transfer-encoding",
];

/// How a message is handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum SendMethod {
    /// `POST`.
    #[default]
    Post,
    /// `PUT`.
    Put,
}

/// `[sms]` and `[voice]` of the settings.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GatewaySettings {
    /// Where messages are handed over, `https://…`.
    pub url: String,
    /// `POST` unless it is `PUT`.
    #[serde(default)]
    pub method: SendMethod,
    /// Sent with every message; `{token}` stands for what `token_file` holds.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// File that holds the secret of a header.
    #[serde(default)]
    pub token_file: Option<PathBuf>,
    /// The body, with `{to}`, `{text}`, `{reference}` and `{callback_url}`.
    pub body: String,
    /// How long the gateway may take for its answer.
    #[serde(default = "longest")]
    pub timeout_seconds: u64,
    /// File that holds the secret of reports; without it none is taken.
    #[serde(default)]
    pub callback_secret_file: Option<PathBuf>,
    /// Header of a report with `sha256=` and the HMAC-SHA256 of its body.
    #[serde(default = "signature_header")]
    pub callback_header: String,
    /// Where a report names the message, as a JSON pointer.
    #[serde(default = "reference_pointer")]
    pub callback_reference: String,
    /// Where it says what became of it.
    #[serde(default = "state_pointer")]
    pub callback_state: String,
    /// Where it says which key was pressed, if it hears them; for calls.
    #[serde(default)]
    pub callback_key: Option<String>,
    /// Words of a message that arrived.
    #[serde(default = "delivered")]
    pub callback_delivered: Vec<String>,
    /// Words of a message that never will.
    #[serde(default = "failed")]
    pub callback_failed: Vec<String>,
}

/// What the files of a gateway hold.
#[derive(Clone, Default)]
pub struct GatewaySecrets {
    /// For its headers.
    pub token: Option<String>,
    /// For its reports.
    pub callback: Option<String>,
}

impl GatewaySettings {
    /// The gateway, whose reports come to an address of ours.
    ///
    /// # Errors
    /// It could not work so.
    pub fn gateway(
        &self,
        secrets: &GatewaySecrets,
        callback_url: String,
    ) -> Result<Gateway, GatewayFault> {
        if !(1..=LONGEST).contains(&self.timeout_seconds) {
            return Err(GatewayFault::Timeout);
        }
        let mut headers = self.headers(secrets.token.as_deref())?;
        let format = format_of(&mut headers)?;
        let outbound = Outbound::new(Duration::from_secs(self.timeout_seconds));
        Ok(Gateway::new(Receiver {
            outbound: outbound.map_err(|_| GatewayFault::Tls)?,
            url: super::endpoint(&self.url)?,
            method: match self.method {
                SendMethod::Post => http::Method::POST,
                SendMethod::Put => http::Method::PUT,
            },
            headers,
            template: Template::parse(&self.body, format)?,
            callback_url,
            callback: self.callback(secrets.callback.as_deref())?,
        }))
    }

    fn headers(&self, token: Option<&str>) -> Result<HeaderMap, GatewayFault> {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let unusable = || GatewayFault::Header(name.clone());
            let key: HeaderName = name.parse().map_err(|_| unusable())?;
            if OWN_HEADERS.contains(&key.as_str()) {
                return Err(GatewayFault::OwnHeader(name.clone()));
            }
            let value = match (value.contains(TOKEN), token) {
                (true, None) => return Err(GatewayFault::NoToken),
                (true, Some(token)) => value.replace(TOKEN, token),
                (false, _) => value.clone(),
            };
            let mut value = HeaderValue::from_str(&value).map_err(|_| unusable())?;
            value.set_sensitive(true);
            headers.insert(key, value);
        }
        Ok(headers)
    }

    fn callback(&self, secret: Option<&str>) -> Result<Option<CallbackRules>, GatewayFault> {
        let lower = |words: &[String]| {
            words
                .iter()
                .map(|word| word.trim().to_lowercase())
                .collect()
        };
        let (delivered, failed): (Vec<_>, Vec<_>) = (
            lower(&self.callback_delivered),
            lower(&self.callback_failed),
        );
        let words: BTreeSet<_> = delivered.iter().chain(&failed).collect();
        if delivered.is_empty() || words.len() < delivered.len() + failed.len() {
            return Err(GatewayFault::States);
        }
        let header: HeaderName = self
            .callback_header
            .parse()
            .map_err(|_| GatewayFault::CallbackHeader)?;
        let pointers = [&self.callback_reference, &self.callback_state];
        for pointer in pointers.into_iter().chain(&self.callback_key) {
            if !pointer.starts_with('/') {
                return Err(GatewayFault::Pointer);
            }
        }
        let Some(secret) = secret else {
            return Ok(None);
        };
        Ok(Some(CallbackRules {
            secret: SigningSecret::new(secret).map_err(|_| GatewayFault::Secret)?,
            header: header.to_string(),
            reference: self.callback_reference.clone(),
            state: self.callback_state.clone(),
            key: self.callback_key.clone(),
            delivered,
            failed,
        }))
    }
}

/// JSON unless a header says otherwise.
fn format_of(headers: &mut HeaderMap) -> Result<BodyFormat, GatewayFault> {
    let json = HeaderValue::from_static("application/json");
    let sent = headers.entry(CONTENT_TYPE).or_insert(json);
    let sent = sent.to_str().unwrap_or_default();
    match sent.split(';').next().unwrap_or_default().trim() {
        "application/json" => Ok(BodyFormat::Json),
        "application/x-www-form-urlencoded" => Ok(BodyFormat::Form),
        _ => Err(GatewayFault::ContentType),
    }
}

const fn longest() -> u64 {
    LONGEST
}

fn signature_header() -> String {
    "X-Signature".to_owned()
}

fn reference_pointer() -> String {
    "/reference".to_owned()
}

fn state_pointer() -> String {
    "/state".to_owned()
}

fn delivered() -> Vec<String> {
    vec!["delivered".to_owned()]
}

fn failed() -> Vec<String> {
    vec!["failed".to_owned()]
}

/// Without headers and address, which may hold a secret.
impl fmt::Debug for GatewaySettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GatewaySettings")
    }
}

impl fmt::Debug for GatewaySecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GatewaySecrets")
    }
}
