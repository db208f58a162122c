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
    let forwarded = request
        .headers()
        .get_all(FORWARDED_FOR)
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok());
    let address = ClientAddress(client(peer, forwarded, &trusted));
    request.extensions_mut().insert(address);
    next.run(request).await
}

fn client(peer: Option<IpAddr>, forwarded: Option<&str>, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = peer?;
    let said = forwarded
        .filter(|_| trusted.contains(&peer))
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok());
    Some(said.unwrap_or(peer))
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
        let said = Some("203.0.113.9, 198.51.100.9");

        assert_eq!(
            client(Some(proxy), said, &[proxy]),
            Some(address("198.51.100.9"))
        );
        assert_eq!(client(Some(stranger), said, &[proxy]), Some(stranger));
        assert_eq!(client(Some(proxy), Some("nonsense"), &[proxy]), Some(proxy));
        assert_eq!(client(None, said, &[proxy]), None);
    }
}
