//! Gateways to telephones, whichever they are: a request made from the settings, and reports that prove themselves.

mod callback;
mod settings;
mod template;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, Method, Request, Uri};
use uuid::Uuid;

pub use callback::{CallbackError, CallbackRules, Outcome, Report, ReportFormat};
pub use settings::{GatewaySecrets, GatewaySettings, SendMethod};
use template::{Template, Values};

use super::Failure;
use super::outbound::Outbound;
use super::server::is_this_machine;

/// A gateway that is set up. Cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Receiver>);

/// Where messages go, and in which form.
struct Receiver {
    outbound: Outbound,
    url: Uri,
    method: Method,
    headers: HeaderMap,
    template: Template,
    callback_url: String,
    callback: Option<CallbackRules>,
}

/// Why settings describe no gateway that could work. Repeats no value: it may be a secret.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum GatewayFault {
    /// Messages would travel in the clear, or nowhere.
    #[error(
        "url is https://…, or http:// on this machine: what is given is not (it may hold a secret and is not repeated)"
    )]
    Url,
    /// A header cannot be sent.
    #[error("headers: {0} is not a name with a value on one line")]
    Header(String),
    /// A header that a request has anyway.
    #[error("headers: {0} is set by the program itself")]
    OwnHeader(String),
    /// There is nothing to put in.
    #[error("headers name {{token}}, and token_file is not given")]
    NoToken,
    /// Nothing would be escaped rightly.
    #[error("headers: content-type is application/json or application/x-www-form-urlencoded")]
    ContentType,
    /// There is no such place.
    #[error("body names {{{0}}}; there are {{to}}, {{text}}, {{reference}} and {{callback_url}}")]
    Placeholder(String),
    /// A message without it says nothing, or nothing to nobody.
    #[error("body lacks {{{0}}}")]
    Lacks(&'static str),
    /// The gateway would not understand it.
    #[error("body is no JSON once it is filled: placeholders stand between quotation marks")]
    NotJson,
    /// A message would wait too long for its next way.
    #[error("timeout_seconds is from 1 to {}", super::outbound::LONGEST)]
    Timeout,
    /// It could be guessed.
    #[error("the file of the secret holds fewer than 16 characters")]
    Secret,
    /// No header is called so.
    #[error("callback_header is no name of a header")]
    CallbackHeader,
    /// Where to look is a path.
    #[error(
        "callback_reference, callback_state and callback_key are JSON pointers and begin with /"
    )]
    Pointer,
    /// A word would mean two things, or none that a message arrived.
    #[error("callback_delivered names at least one state, and callback_failed none of these")]
    States,
    /// No connection could be protected.
    #[error("TLS cannot be set up")]
    Tls,
}

impl Gateway {
    fn new(receiver: Receiver) -> Self {
        Self(Arc::new(receiver))
    }

    /// Hands over a message; `reference` comes back with what is reported about it.
    pub(super) async fn send(&self, reference: Uuid, to: &str, text: &str) -> Result<(), Failure> {
        let receiver = &self.0;
        let reference = reference.to_string();
        let body = receiver.template.fill(&Values {
            to,
            text,
            reference: &reference,
            callback_url: &receiver.callback_url,
        });
        let mut request = Request::new(body);
        *request.method_mut() = receiver.method.clone();
        *request.uri_mut() = receiver.url.clone();
        *request.headers_mut() = receiver.headers.clone();
        receiver.outbound.send(request).await
    }

    /// What proves and explains its reports; none when it makes none.
    pub fn callback(&self) -> Option<&CallbackRules> {
        self.0.callback.as_ref()
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gateway")
    }
}

/// An address that a message can be trusted to.
pub(super) fn endpoint(text: &str) -> Result<Uri, GatewayFault> {
    let url: Uri = text.trim().parse().map_err(|_| GatewayFault::Url)?;
    let authority = url.authority().map_or("", http::uri::Authority::as_str);
    let is_safe = match url.scheme_str() {
        Some("https") => true,
        Some("http") => is_this_machine(authority),
        Some(_) | None => false,
    };
    if is_safe && !authority.is_empty() && !authority.contains('@') {
        Ok(url)
    } else {
        Err(GatewayFault::Url)
    }
}
