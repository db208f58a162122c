//! Who holds a connection without asking anything is cut off; whoever asks meanwhile is answered.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Server, Site, free_address};

/// Goal of security.md.
const LONGEST: Duration = Duration::from_secs(10);

/// Sends the beginning at once and then a byte every half second; how long until the other side closes, and what it said.
fn held(address: SocketAddr, beginning: &str) -> (Duration, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_millis(500)))
        .unwrap();
    let started = Instant::now();
    stream.write_all(beginning.as_bytes()).unwrap();
    let mut said = Vec::new();
    let mut buffer = [0; 4096];
    while started.elapsed() < 2 * LONGEST {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => said.extend_from_slice(&buffer[..read]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if !beginning.is_empty() && stream.write_all(b"x").is_err() {
                    break;
                }
            }
            Err(_) => break,
        }
    }
    (
        started.elapsed(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

/// What each sender begins with, and to whom.
fn senders(host: SocketAddr, metrics: SocketAddr) -> [(&'static str, SocketAddr, String); 10] {
    let with_body = |path: &str, content_type: &str| {
        format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {content_type}\r\nContent-Length: 900\r\n\r\n"
        )
    };
    let get = format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n");
    let json = with_body("/api/v1/sessions", "application/json");
    let form = with_body("/anmelden", "application/x-www-form-urlencoded");
    let unread = with_body("/healthz", "text/plain");
    [
        ("nothing", host, String::new()),
        ("half a request line", host, "GET / HT".to_owned()),
        ("headers without end", host, format!("{get}X: ")),
        (
            "half a preface of HTTP/2",
            host,
            "PRI * HTTP/2.0\r\n".to_owned(),
        ),
        ("a slow JSON body", host, json),
        ("a slow form", host, form),
        ("a slow body nobody reads", host, unread),
        ("a request and then silence", host, format!("{get}\r\n")),
        ("half a request for metrics", metrics, "GET /met".to_owned()),
        ("nothing to the metrics", metrics, String::new()),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_senders_are_cut_off_within_ten_seconds() {
    let site = Site::new().await;
    let metrics = free_address();
    let server = Server::start(&site.folder.with_extension("log"), || {
        let mut command = site.command(&["serve"]);
        command.env("KATASTER_METRICS_LISTEN", metrics.to_string());
        command
    });

    let senders = senders(server.address, metrics)
        .map(|(name, address, beginning)| thread::spawn(move || (name, held(address, &beginning))));
    thread::sleep(Duration::from_secs(1));
    let meanwhile = server.client("").get("/healthz").unwrap();

    assert_eq!(meanwhile.status, 200);
    for sender in senders {
        let (name, (took, said)) = sender.join().unwrap();
        assert!(took <= LONGEST, "{name} took {took:?}");
        let is_body = matches!(name, "a slow JSON body" | "a slow form");
        let status = if is_body { "HTTP/1.1 408" } else { "" };
        assert!(said.starts_with(status), "{name}: {said}");
    }
}
