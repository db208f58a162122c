//! Where a request comes from: the peer, or what a trusted proxy says of it.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

use super::Problem;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The client's address; none where the peer is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub Option<IpAddr>);

impl<S: Send + Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let found = parts.extensions.get::<Self>().copied();
        Ok(found.unwrap_or(Self(None)))
    }
}

/// Notes the client's address. Only a proxy that is trusted is believed, and only its own entry.
pub async fn note_address(
    State(trusted): State<Arc<[IpAddr]>>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(peer)| peer.ip());
    let lines = request.headers().get_all(FORWARDED_FOR).iter();
    let forwarded: Vec<&str> = lines.filter_map(|value| value.to_str().ok()).collect();
    let address = ClientAddress(client(peer, &forwarded.join(","), &trusted));
    request.extensions_mut().insert(address);
    next.run(request).await
}

/// The nearest address that is no trusted proxy: what stands before it in the list anybody can write.
fn client(peer: Option<IpAddr>, forwarded: &str, trusted: &[IpAddr]) -> Option<IpAddr> {
    let mut nearest = peer?.to_canonical();
    for entry in forwarded.rsplit(',') {
        let is_trusted = trusted.iter().any(|proxy| proxy.to_canonical() == nearest);
        match parse(entry.trim()) {
            Some(before) if is_trusted => nearest = before,
            Some(_) | None => break,
        }
    }
    Some(nearest)
}

/// An address as proxies write it, some of them with a port.
fn parse(entry: &str) -> Option<IpAddr> {
    let address = entry.parse().ok();
    let with_port = || entry.parse::<SocketAddr>().ok().map(|entry| entry.ip());
    address.or_else(with_port).map(|entry| entry.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_trusted_proxy_is_believed_and_nobody_else() {
        let (proxy, stranger) = (address("192.0.2.1"), address("198.51.100.7"));
        let said = "203.0.113.9, 198.51.100.9";

        assert_eq!(
            client(Some(proxy), said, &[proxy]),
            Some(address("198.51.100.9"))
        );
        assert_eq!(client(Some(stranger), said, &[proxy]), Some(stranger));
        assert_eq!(client(Some(proxy), "nonsense", &[proxy]), Some(proxy));
        assert_eq!(client(Some(proxy), "", &[proxy]), Some(proxy));
        assert_eq!(client(None, said, &[proxy]), None);
    }

    #[test]
    fn proxies_in_a_row_are_walked_back_to_the_first_that_is_not_ours() {
        let trusted = [address("192.0.2.1"), address("10.0.0.2")];
        let of = |said| client(Some(address("::ffff:192.0.2.1")), said, &trusted);

        assert_eq!(
            of("1.1.1.1, 203.0.113.9, 10.0.0.2"),
            Some(address("203.0.113.9"))
        );
        assert_eq!(of("203.0.113.9:4711"), Some(address("203.0.113.9")));
        assert_eq!(of("[2001:db8::7]:4711"), Some(address("2001:db8::7")));
        assert_eq!(of("::ffff:203.0.113.9"), Some(address("203.0.113.9")));
        assert_eq!(of("1.1.1.1, unknown, 10.0.0.2"), Some(address("10.0.0.2")));
    }
}
