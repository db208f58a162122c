//! SIGKILL in the middle of writing.

use std::time::Duration;

use kataster::access::Role;
use serde_json::Value;

use crate::support::{Server, Site, organisation};

const ROUNDS: usize = 5;

/// Enters organisations until the server is gone; the ids of those acknowledged.
fn enter_until_killed(server: &Server, token: &str, name: &str) -> Vec<String> {
    let mut client = server.client(token);
    let enter = |n: u32| {
        let new = organisation().with("name", format!("{name}-{n}"));
        let reply = client.post("/api/v1/organisations", None, &new.0).ok()?;
        (reply.status == 201).then(|| reply.id())
    };
    (0..).map_while(enter).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing_acknowledged() {
    let site = Site::new().await;
    let admin = site.sign_in(Role::Admin, None).await;
    let mut acknowledged = Vec::new();

    for round in 0..ROUNDS {
        let server = site.serve();
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|writer| {
                    let (server, admin) = (&server, &admin);
                    scope.spawn(move || {
                        enter_until_killed(server, admin, &format!("Anbieter {round}-{writer}"))
                    })
                })
                .collect();
            std::thread::sleep(Duration::from_millis(400 + 170 * round as u64));
            server.kill();
            for writer in writers {
                acknowledged.extend(writer.join().unwrap());
            }
        });
    }
    let server = site.serve();

    let mut client = server.client(&admin);
    let mut is_lost = |id: &&String| {
        let shown = client.get(&format!("/api/v1/organisations/{id}"));
        shown.unwrap().status != 200
    };
    let lost: Vec<_> = acknowledged.iter().filter(|id| is_lost(id)).collect();
    assert!(acknowledged.len() > ROUNDS, "{}", acknowledged.len());
    assert_eq!(lost, Vec::<&String>::new());
    site.run(&["audit", "verify"]).expect_success();
    println!(
        "{ROUNDS} kills, {} acknowledged, 0 lost",
        acknowledged.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_entered_before_a_kill_is_searched_after_it() {
    let site = Site::new().await;
    let start = || site.start(&["demo", "--experts", "60"]);
    let server = start();
    let file = site.folder.join("demo-credentials.json");
    let credentials: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let requester = credentials["accounts"]["requester"]["token"]
        .as_str()
        .unwrap();
    let count = |server: &Server| {
        let found = server.client(requester).get("/api/v1/experts").unwrap();
        assert_eq!(found.status, 200, "{}", found.text);
        found.json()["total"].as_u64().unwrap()
    };
    let before = count(&server);

    server.kill();
    let server = start();

    assert!(before > 0);
    assert_eq!(count(&server), before);
    site.run(&["audit", "verify"]).expect_success();
}
