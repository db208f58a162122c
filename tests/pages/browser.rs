//! The pages in a real Chromium, on a demo of their own: `tests/e2e`.

use std::path::Path;
use std::process::Command;

use crate::support::{Server, program, server};

/// Where Debian, and who names another one, has the browser.
const CHROMIUM: &str = "/usr/bin/chromium";

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment where the browser is"
)]
fn the_pages_hold_in_a_browser() {
    if server().is_some() {
        println!("skipped: pages do not differ between databases");
        return;
    }
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| CHROMIUM.to_owned());
    assert!(
        Path::new(&chromium).exists() && Path::new("tests/e2e/node_modules").exists(),
        "missing: Chromium at {chromium}, or `npm ci` in tests/e2e; tests/run installs both"
    );
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let server = Server::start(&folder.path().join("log"), || {
        let mut command = program(&["demo", "--data"]);
        command.arg(&data);
        command
    });

    let output = Command::new("node")
        .args(["--test", "--test-reporter=spec", "tests/e2e/"])
        .env("KATASTER_BASE_URL", format!("http://{}", server.address))
        .env("KATASTER_CREDENTIALS", data.join("demo-credentials.json"))
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();

    let text = String::from_utf8_lossy(&output.stdout);
    println!("{text}");
    assert!(output.status.success(), "{text}");
}
