//! Another program of the operator's that is told too.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Method, Request, Uri};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::gateway::{GatewayFault, endpoint};
use super::outbound::{LONGEST, Outbound};
use super::{Failure, ShortMessage, SigningSecret};

/// Proves to the program that the message is ours.
const SIGNATURE: HeaderName = HeaderName::from_static("x-signature");

/// `[webhook]` of the settings.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookSettings {
    /// Where messages are sent, `https://…`.
    pub url: String,
    /// File that holds the secret they are signed with.
    pub secret_file: PathBuf,
}

/// A program that is told. Cheap to clone.
#[derive(Clone)]
pub struct Webhook(Arc<Listener>);

struct Listener {
    outbound: Outbound,
    url: Uri,
    secret: SigningSecret,
}

/// What it is told.
#[derive(Serialize)]
struct Told<'a> {
    reference: Uuid,
    subject: &'a str,
    text: &'a str,
    link: Option<&'a str>,
}

impl WebhookSettings {
    /// The program, which knows the secret.
    ///
    /// # Errors
    /// It could not work so.
    pub fn webhook(&self, secret: &str) -> Result<Webhook, GatewayFault> {
        let outbound = Outbound::new(Duration::from_secs(LONGEST));
        Ok(Webhook(Arc::new(Listener {
            outbound: outbound.map_err(|_| GatewayFault::Tls)?,
            url: endpoint(&self.url)?,
            secret: SigningSecret::new(secret).map_err(|_| GatewayFault::Secret)?,
        })))
    }
}

impl Webhook {
    /// Sends a signed message.
    pub(super) async fn send(
        &self,
        reference: Uuid,
        message: &ShortMessage,
    ) -> Result<(), Failure> {
        let ShortMessage {
            subject,
            text,
            link,
            spoken: _,
        } = message;
        let told = Told {
            reference,
            subject,
            text,
            link: link.as_deref(),
        };
        let body = serde_json::to_string(&told).map_err(|_| Failure::Refused)?;
        let signature = self.0.secret.sign(body.as_bytes());
        let signature = HeaderValue::from_str(&signature).map_err(|_| Failure::Refused)?;
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.0.url.clone();
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(SIGNATURE, signature);
        self.0.outbound.send(request).await
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Webhook")
    }
}

impl fmt::Debug for WebhookSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSettings")
    }
}
