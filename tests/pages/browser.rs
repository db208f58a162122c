//! The pages in a real Chromium, on a demo of their own: `tests/e2e`.

use std::path::Path;
use std::process::Command;

use crate::support::{Server, empty_database, program};

/// Where Debian, and who names another one, has the browser.
const CHROMIUM: &str = "/usr/bin/chromium";

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment where the browser is"
)]
fn the_pages_hold_in_a_browser() {
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| CHROMIUM.to_owned());
    assert!(
        Path::new(&chromium).exists() && Path::new("tests/e2e/node_modules").exists(),
        "missing: Chromium at {chromium}, or `npm ci` in tests/e2e; tests/run installs both"
    );
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let database = empty_database();
    let server = Server::start(&folder.path().join("log"), || {
        let mut command = program(&["demo", "--data"]);
        command.arg(&data);
        if let Some(url) = &database {
            command.args(["--database-url", url]);
        }
        command
    });
    // Pages do not differ between databases; what is kept from the handshake to the account must not either.
    let tests = if database.is_some() {
        "tests/e2e/running.test.mjs"
    } else {
        "tests/e2e/"
    };

    let output = Command::new("node")
        .args(["--test", "--test-reporter=spec", tests])
        .env("KATASTER_BASE_URL", format!("http://{}", server.address))
        .env("KATASTER_CREDENTIALS", data.join("demo-credentials.json"))
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();

    let text = String::from_utf8_lossy(&output.stdout);
    println!("{text}");
    // Where a long output is cut, its end still says why.
    let is_why = |line: &&str| line.contains("Error") || line.contains('✖');
    let why: Vec<_> = text.lines().filter(is_why).collect();
    assert!(output.status.success(), "{}", why.join("\n"));
}
