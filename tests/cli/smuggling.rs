//! Requests whose end can be read in two ways: one answer at most, and never a server error.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::support::Site;

const CORPUS: &str = include_str!("../security/smuggling.json");
const SMUGGLED: &str = "GET /api/v1/smuggled HTTP/1.1\r\nHost: {host}\r\n\r\n";

/// The bytes of a case; what is in braces is counted or repeated here.
fn bytes(template: &str, address: SocketAddr) -> Vec<u8> {
    let smuggled = SMUGGLED.replace("{host}", &address.to_string());
    let request = template
        .replace("{host}", &address.to_string())
        .replace("{smuggled}", &smuggled.len().to_string())
        .replace("{all}", &(smuggled.len() + "0\r\n\r\n".len()).to_string())
        .replace("{chunk}", &format!("{:x}\r\n", smuggled.len()))
        .replace("{many}", &"x".repeat(100_000))
        .replace("{lines}", &"X: y\r\n".repeat(100));
    request.into_bytes()
}

/// The statuses of all answers on one connection, until it closes or nothing more comes.
fn statuses(address: SocketAddr, request: &[u8]) -> Vec<u16> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(3)))
        .unwrap();
    // It may be refused before all of it is sent.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => answer.extend_from_slice(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    let text = String::from_utf8_lossy(&answer).into_owned();
    let answers = text.split("HTTP/1.").skip(1);
    answers
        .filter_map(|answer| answer.get(2..5)?.parse().ok())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_answered_that_stands_inside_another_request() {
    let site = Site::new().await;
    let server = site.serve();
    let address = server.address;
    let cases: Vec<Value> = serde_json::from_str(CORPUS).unwrap();

    let asked: Vec<_> = cases
        .into_iter()
        .map(|case| {
            thread::spawn(move || {
                let name = case["name"].as_str().unwrap().to_owned();
                let request = bytes(case["request"].as_str().unwrap(), address);
                let most = case["answers"].as_u64().unwrap();
                (name, most, statuses(address, &request))
            })
        })
        .collect();

    let mut violations = Vec::new();
    for asked in asked {
        let (name, most, statuses) = asked.join().unwrap();
        let is_control = name.starts_with("control");
        let fits = if is_control {
            statuses.len() == 2
        } else {
            statuses.len() as u64 <= most
        };
        if !fits || statuses.iter().any(|status| *status >= 500) {
            violations.push(format!("{name}: {statuses:?}"));
        }
    }
    assert_eq!(violations, [] as [String; 0]);
    assert_eq!(server.client("").get("/healthz").unwrap().status, 200);
}
