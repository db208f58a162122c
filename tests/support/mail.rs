//! A mail server of its own process, and what it took.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kataster::notifications::{MailAddress, MailServer as Address, Mailer, Post};
use tempfile::TempDir;
use web::Operator;
use web::letters::Sender;

/// A running mail server.
pub struct MailServer {
    process: Child,
    folder: TempDir,
    pub port: u16,
}

impl MailServer {
    /// Takes everything.
    pub fn new() -> Self {
        Self::that_answers(250, 0)
    }

    /// Answers the first so many recipients with a code.
    pub fn that_answers(code: u16, times: usize) -> Self {
        Self::start(&code.to_string(), times)
    }

    /// Never answers the first so many recipients.
    pub fn that_delays(times: usize) -> Self {
        Self::start("delay", times)
    }

    fn start(behaviour: &str, times: usize) -> Self {
        assert!(
            Path::new("tests/e2e/node_modules/smtp-server").exists(),
            "missing: `npm ci` in tests/e2e; tests/run does it"
        );
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new("node")
            .arg("tests/e2e/smtp-server.mjs")
            .arg(folder.path())
            .args([behaviour, &times.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let output = process.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        let port = line.trim().parse().unwrap();
        Self {
            process,
            folder,
            port,
        }
    }

    /// As the settings name it.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Letters for this server.
    pub fn post(&self) -> Post {
        post(&self.url())
    }

    /// What it took, as text: headers, then the body decoded.
    pub fn taken(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let read = |path: &std::path::PathBuf| decoded(&std::fs::read(path).unwrap());
        paths.iter().map(read).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Letters for a server that may not be there.
pub fn post(url: &str) -> Post {
    let server = Address::try_from(url.to_owned()).unwrap();
    let from = MailAddress::try_from("Kataster <kataster@example.org>".to_owned()).unwrap();
    Post {
        mailer: Some(Mailer::new(&server, &from).unwrap()),
        sender: Sender {
            operator: Operator {
                name: "Register Musterland".to_owned(),
                phone: Some("0345 1234567".to_owned()),
            },
            address: "https://kataster.example.org".to_owned(),
        },
        ..Post::default()
    }
}

fn decoded(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message);
    let (headers, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(
        headers.contains("Content-Transfer-Encoding: quoted-printable"),
        "{headers}"
    );
    let body = quoted_printable::decode(body, quoted_printable::ParseMode::Robust).unwrap();
    format!("{headers}\n\n{}", String::from_utf8(body).unwrap())
}
