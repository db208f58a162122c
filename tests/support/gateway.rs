//! A gateway to telephones of its own process, and what it was handed.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use kataster::notifications::{Gateway, GatewaySecrets, GatewaySettings, Webhook, WebhookSettings};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Client;

/// What the gateway signs reports with.
pub const SECRET: &str = "geheim: ein Wort unter zweien";
/// What it knows us by.
pub const TOKEN: &str = "geheim-Schluessel-7";

/// A running gateway.
pub struct GatewayProcess {
    process: Child,
    folder: TempDir,
    port: u16,
}

impl GatewayProcess {
    /// Takes everything.
    pub fn new() -> Self {
        Self::that_does(&[])
    }

    /// Does these things first, as `gateway.mjs` names them.
    pub fn that_does(behaviours: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new("node")
            .arg("tests/support/gateway.mjs")
            .arg(folder.path())
            .arg(SECRET)
            .args(behaviours)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let output = process.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        Self {
            process,
            folder,
            port: line.trim().parse().unwrap(),
        }
    }

    /// `[sms]` or `[voice]` of the settings for it.
    pub fn settings(&self) -> String {
        format!(
            r#"
url = "http://127.0.0.1:{}/messages"
headers = {{ Authorization = "Bearer {{token}}" }}
timeout_seconds = 1
callback_key = "/digits"
body = '{{"to":"{{to}}","text":"{{text}}","reference":"{{reference}}","callback":"{{callback_url}}"}}'
"#,
            self.port
        )
    }

    /// As post uses it; it reports to this address.
    pub fn gateway(&self, callback_url: &str) -> Gateway {
        let settings: GatewaySettings = toml::from_str(&self.settings()).unwrap();
        let secrets = GatewaySecrets {
            token: Some(TOKEN.to_owned()),
            callback: Some(SECRET.to_owned()),
        };
        settings.gateway(&secrets, callback_url.to_owned()).unwrap()
    }

    /// The same process as another program of the operator's.
    pub fn webhook(&self) -> Webhook {
        let settings = WebhookSettings {
            url: format!("http://127.0.0.1:{}/told", self.port),
            secret_file: "unused".into(),
        };
        settings.webhook(SECRET).unwrap()
    }

    /// What it was handed: method, path, headers as they came, and the body.
    pub fn taken(&self) -> Vec<Value> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let read = |path: &std::path::PathBuf| {
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        };
        paths.iter().map(read).collect()
    }

    /// The bodies it was handed.
    pub fn bodies(&self) -> Vec<Value> {
        let body = |taken: &Value| serde_json::from_str(taken["body"].as_str().unwrap()).unwrap();
        self.taken().iter().map(body).collect()
    }

    /// Reports about the last message, so many times at once; the statuses it got.
    pub fn report(&self, state: &str, times: u8) -> Value {
        self.ask(&json!({ "state": state, "times": times }))
    }

    /// The same, signed by somebody else; by nobody when the secret is empty.
    pub fn forge(&self, state: &str, secret: &str) -> Value {
        self.ask(&json!({ "state": state, "times": 1, "secret": secret }))
    }

    /// Reports that whoever was rung last pressed a key, so many times at once; the statuses it got.
    pub fn press(&self, key: &str, times: u8) -> Value {
        self.ask(&json!({ "key": key, "times": times }))
    }

    /// The same, signed by somebody else; by nobody when the secret is empty.
    pub fn forge_key(&self, key: &str, secret: &str) -> Value {
        self.ask(&json!({ "key": key, "times": 1, "secret": secret }))
    }

    fn ask(&self, what: &Value) -> Value {
        let address = ([127, 0, 0, 1], self.port).into();
        let mut client = Client::new(address, "");
        client.post("/report", None, what).unwrap().json()
    }
}

impl Drop for GatewayProcess {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
