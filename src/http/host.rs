//! Answers only what is meant for this installation, by a name it has.
//!
//! A page of somebody else whose name leads to our address would otherwise be of one origin with ours.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::header;
use axum::http::uri::Authority;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Problem;
use crate::public_url::PublicUrl;

/// Probes know an address and no name; they learn nothing about anybody.
const PROBES: [&str; 2] = ["/healthz", "/readyz"];

/// Refuses requests that name no host, two, or another one than ours.
pub(super) async fn only_our_host(
    State(public): State<Option<PublicUrl>>,
    request: Request,
    next: Next,
) -> Response {
    match check(public.as_ref(), &request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

fn check(public: Option<&PublicUrl>, request: &Request) -> Result<(), Problem> {
    if PROBES.contains(&request.uri().path()) {
        return Ok(());
    }
    let mut lines = request.headers().get_all(header::HOST).iter();
    let (line, second) = (lines.next(), lines.next());
    if second.is_some() {
        return Err(Problem::bad_request("a request names its host once"));
    }
    let line = line
        .map(|value| value.to_str())
        .transpose()
        .map_err(|_| Problem::bad_request("the host cannot be read"))?;
    // Where the target has a host of its own, it counts beside the header.
    let target = request.uri().authority().map(Authority::as_str);
    let mut named = line.into_iter().chain(target).peekable();
    if named.peek().is_none() {
        return Err(Problem::bad_request("a request names its host"));
    }
    let is_ours =
        |host: &str| public.map_or_else(|| is_loopback(host), |url| url.is_meant_by(host));
    if named.all(is_ours) {
        Ok(())
    } else {
        Err(Problem::misdirected("this host is not served here"))
    }
}

/// Without a public address nobody else can reach us; the port may be one that was forwarded.
fn is_loopback(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    let name = authority.host();
    let address = name.trim_start_matches('[').trim_end_matches(']');
    !host.contains('@')
        && (name.eq_ignore_ascii_case("localhost")
            || address
                .parse::<IpAddr>()
                .is_ok_and(|address| address.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_has_names_and_any_port() {
        for host in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1",
            "127.0.0.1:9000",
            "127.1.2.3",
            "[::1]",
            "[::1]:8080",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "localhost.example.org",
            "127.0.0.1.example.org",
            "x@localhost",
            "10.0.0.1",
            "0.0.0.0",
            "localhost/",
            "[::2]",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
