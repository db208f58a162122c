//! `kataster demo`

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::support::{Ended, Server, program, run};

#[test]
fn a_demo_is_filled_once_and_served_again_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let command = |arguments: &[&str]| {
        let mut command = program(arguments);
        command.arg("--data").arg(&data);
        command
    };
    let start = || {
        Server::start(&folder.path().join("log"), || {
            command(&["demo", "--experts", "60", "--json"])
        })
    };
    let verified = || run(command(&["audit", "verify"])).expect_success().stdout;
    let file = data.join("demo-credentials.json");

    let server = start();
    let (filled, entries) = (credentials(&file), verified());
    assert_eq!(server.stop().0.code(), Some(0));
    let server = start();

    // Another start listens on another address; the accounts stay.
    assert_eq!(credentials(&file), filled);
    assert_eq!(verified(), entries, "nothing was filled again");
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let accounts = filled.as_object().unwrap();
    assert_eq!(accounts.len(), 8, "{:?}", accounts.keys());
    for (name, account) in accounts {
        let me = server
            .client(account["token"].as_str().unwrap())
            .get("/api/v1/me");
        assert_eq!(me.unwrap().status, 200, "{name}");
    }
    assert_eq!(server.stop().0.code(), Some(0));

    let refused: Ended = run(command(&["demo", "--experts", "60", "--seed", "8"]));
    refused.expect_failure(1, "nothing was changed");
    assert_eq!(verified(), entries);
}

fn credentials(file: &std::path::Path) -> Value {
    let text = std::fs::read_to_string(file).unwrap();
    let mut credentials: Value = serde_json::from_str(&text).unwrap();
    credentials["accounts"].take()
}
