//! Requests to programs elsewhere: no redirects, a time limit, and nothing of the answer but its status.

use std::fmt;
use std::time::Duration;

use http::{Request, StatusCode};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::crypto::ring;

use super::Failure;

/// Longest time a program may take for its answer, and what it has unless the settings say less.
pub(super) const LONGEST: u64 = 10;

/// Sends requests. Cheap to clone.
#[derive(Clone)]
pub(super) struct Outbound {
    client: Client<HttpsConnector<HttpConnector>, String>,
    patience: Duration,
}

impl Outbound {
    /// Waits so long for an answer.
    pub(super) fn new(patience: Duration) -> Result<Self, rustls::Error> {
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(ring::default_provider())?
            .https_or_http()
            .enable_http1()
            .build();
        // Messages are few and far between: a connection that was kept open may be dead when it is needed.
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .build(connector);
        Ok(Self { client, patience })
    }

    /// Whether the program takes it. What else it answers is not read: it repeats numbers and words.
    pub(super) async fn send(&self, request: Request<String>) -> Result<(), Failure> {
        let answer = tokio::time::timeout(self.patience, self.client.request(request)).await;
        match answer {
            Ok(Ok(answer)) => judged(answer.status()),
            Ok(Err(_)) | Err(_) => Err(Failure::Later),
        }
    }
}

/// A program that does not know us, or that is not where the settings say, may be mended: the message is kept.
fn judged(status: StatusCode) -> Result<(), Failure> {
    let may_be_mended = matches!(
        status.as_u16(),
        401 | 403 | 404 | 405 | 407 | 408 | 425 | 429
    );
    if status.is_success() {
        Ok(())
    } else if status.is_client_error() && !may_be_mended {
        Err(Failure::Refused)
    } else {
        Err(Failure::Later)
    }
}

impl fmt::Debug for Outbound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outbound")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refusal_of_the_message_itself_is_for_ever() {
        let judge = |code| judged(StatusCode::from_u16(code).unwrap());

        assert_eq!([200, 202, 204].map(judge), [Ok(()); 3]);
        assert_eq!([400, 410, 422].map(judge), [Err(Failure::Refused); 3]);
        assert_eq!(
            [301, 302, 401, 403, 404, 429, 500, 503].map(judge),
            [Err(Failure::Later); 8]
        );
    }
}
