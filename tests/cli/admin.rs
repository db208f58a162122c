//! Commands that write beside a running server.

use std::time::{Duration, Instant};

use kataster::access::Role;
use serde_json::{Value, json};

use crate::support::{Client, Ended, Site, expert, organisation};

/// Imports these lines from a file.
pub fn import(site: &Site, lines: &[Value]) -> Ended {
    let file = site.folder.join("import.jsonl");
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    std::fs::write(&file, text.join("\n")).unwrap();
    site.run(&["admin", "import", file.to_str().unwrap()])
}

/// Imports an organisation; its id.
pub fn import_organisation(site: &Site) -> String {
    let ended = import(site, &[json!({"organisation": organisation().0})]).expect_success();
    ended.stdout.trim().to_owned()
}

/// A line for a nameless capacity of an organisation.
pub fn capacity(organisation: &str) -> Value {
    json!({"expert": expert(organisation.parse().unwrap()).capacity(4).0})
}

fn account(site: &Site, role: &str, organisation: Option<&str>) -> String {
    let email = format!("{role}@example.org");
    let mut arguments = vec!["admin", "account", "--email", &email, "--role", role];
    arguments.extend(organisation.iter().flat_map(|id| ["--organisation", id]));
    let made = site.run(&arguments).expect_success();
    assert!(made.stdout.starts_with("acc_"), "{}", made.stdout);
    let token = site
        .run(&["admin", "token", "--email", &email])
        .expect_success();
    token.stdout.trim().to_owned()
}

/// Asks until the answer is as wanted; for half a minute at most.
fn soon(client: &mut Client, path: &str, is_wanted: impl Fn(&Value) -> bool) {
    let started = Instant::now();
    loop {
        let answer = client.get(path).unwrap();
        if is_wanted(&answer.json()) {
            return;
        }
        assert!(
            started.elapsed() < Duration::from_secs(30),
            "{}",
            answer.text
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_made_beside_a_server_can_sign_in_at_once() {
    let site = Site::new().await;
    let server = site.serve();

    let token = account(&site, "coordinator", None);

    let me = server.client(&token).get("/api/v1/me").unwrap();
    assert_eq!(me.status, 200);
    assert_eq!(me.json()["roles"][0]["role"], "coordinator", "{}", me.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_beside_a_server_is_soon_in_its_search() {
    let site = Site::new().await;
    let server = site.serve();
    let coordinator = site.sign_in(Role::Coordinator, None).await;
    let mut coordinator = server.client(&coordinator);
    let of_search = "/api/v1/experts";
    let before = coordinator.get(of_search).unwrap().generation.unwrap();

    let organisation = import_organisation(&site);
    let ended = import(&site, &[capacity(&organisation), capacity(&organisation)]).expect_success();

    soon(&mut coordinator, of_search, |answer| {
        answer["generation"].as_i64().unwrap() >= before + 3
    });
    let manager = account(&site, "member_manager", Some(&organisation));
    let mut manager = server.client(&manager);
    for id in ended.stdout.lines() {
        let submitted = manager.post(&format!("/api/v1/experts/{id}/submit"), None, &json!({}));
        assert_eq!(submitted.unwrap().status, 201);
    }
    soon(&mut coordinator, of_search, |answer| answer["total"] == 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_names_file_and_line_and_nothing_is_imported() {
    let site = Site::new().await;
    let (good, bad) = (organisation(), organisation().with("place", "99999999"));
    let lines = [
        json!({"organisation": good.0}),
        json!({"organisation": bad.0}),
    ];
    let before = site.db().await.generation().await.unwrap();

    let ended = import(&site, &lines).expect_failure(1, "import.jsonl:2: ");

    assert_eq!(ended.stdout, "");
    assert!(ended.stderr.contains("place"), "{}", ended.stderr);
    assert_eq!(site.db().await.generation().await.unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_not_json_is_named() {
    let site = Site::new().await;
    let file = site.folder.join("import.jsonl");
    std::fs::write(&file, "\n\n{\"organisation\": oops}\n").unwrap();

    site.run(&["admin", "import", file.to_str().unwrap()])
        .expect_failure(1, "import.jsonl:3: ");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_there_is_named() {
    let site = Site::new().await;

    site.run(&["admin", "import", "/nowhere.jsonl"])
        .expect_failure(1, "/nowhere.jsonl");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_account_for_a_mail_address_is_refused() {
    let site = Site::new().await;
    account(&site, "auditor", None);

    let again = [
        "admin",
        "account",
        "--email",
        "auditor@example.org",
        "--role",
        "admin",
    ];
    site.run(&again).expect_failure(1, "taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_for_nobody_is_refused() {
    let site = Site::new().await;

    site.run(&["admin", "token", "--email", "niemand@example.org"])
        .expect_failure(1, "no such account");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_does_not_exist_is_wrong_usage() {
    let site = Site::new().await;

    let king = [
        "admin",
        "account",
        "--email",
        "a@example.org",
        "--role",
        "king",
    ];
    site.run(&king).expect_failure(2, "king");
}

#[test]
fn a_folder_without_an_installation_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = crate::support::program(&["audit", "verify", "--data"]);
    command.arg(folder.path());

    crate::support::run(command).expect_failure(1, "kataster migrate");

    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "something was made"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_begin_anew_is_printed_for_an_account_that_is_there() {
    let site = Site::new().await;
    let server = site.serve();
    account(&site, "coordinator", None);
    let recover = |email: &str| site.run(&["admin", "recover", "--email", email]);

    let printed = recover("coordinator@example.org").expect_success();
    let path = printed.stdout.trim().find("/einladung/").unwrap();
    let path = printed.stdout.trim()[path..].to_owned();

    assert_eq!(server.client("").get(&path).unwrap().status, 200);
    recover("nobody@example.org").expect_failure(1, "no such account");
    recover("coordinator@example.org").expect_success();
    assert_eq!(server.client("").get(&path).unwrap().status, 410);
}
