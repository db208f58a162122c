//! Starting a server where it cannot run, and stopping one.

use std::fs;
use std::net::TcpListener;
use std::process::Command;
use std::time::Duration;

use kataster::access::Role;
use kataster::db::Database;
use migration::sea_orm::{ConnectionTrait, Database as Connect};

use crate::support::{Site, free_address, organisation, program, run};

/// The address of a listener that is held.
fn taken() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_address_is_named() {
    let site = Site::new().await;
    let (_listener, address) = taken();

    site.run(&["serve", "--listen", &address])
        .expect_failure(1, &address);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_server_on_the_same_folder_is_refused_and_the_first_goes_on() {
    let site = Site::new().await;
    let token = site.sign_in(Role::Admin, None).await;
    let server = site.serve();

    let address = free_address().to_string();
    site.run(&["serve", "--listen", &address])
        .expect_failure(1, "another kataster process");
    site.run(&["migrate"])
        .expect_failure(1, "another kataster process");
    site.run(&["reindex"])
        .expect_failure(1, "another kataster process");

    let answer = server
        .client(&token)
        .post("/api/v1/organisations", None, &organisation().0);
    assert_eq!(answer.unwrap().status, 201);
}

#[test]
fn a_file_in_place_of_the_folder_is_refused_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    fs::write(&file, "mine").unwrap();

    let mut command = program(&["serve", "--data"]);
    command.arg(&file);
    run(command).expect_failure(1, file.to_str().unwrap());

    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_only_file_system_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mount = |options: &str| {
        let mut command = Command::new("mount");
        command
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder.path());
        command.output().is_ok_and(|output| output.status.success())
    };
    if !mount("size=40m") {
        println!("skipped: mounting needs root");
        return;
    }
    let site = Site::at(&folder.path().join("data")).await;
    assert!(mount("remount,ro"));

    let ended = site.run(&["serve", "--listen", &free_address().to_string()]);

    let unmounted = Command::new("umount").arg(folder.path()).status();
    ended.expect_failure(1, "cannot be used");
    assert!(unmounted.unwrap().success());
}

#[test]
fn a_database_server_that_is_away_is_no_wait() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("postgres://kataster:geheim@{}/kataster", free_address());
    let mut command = program(&["serve", "--database-url", &url, "--data"]);
    command
        .arg(folder.path())
        .args(["--listen", &free_address().to_string()]);

    let ended = run(command).expect_failure(1, "");

    assert!(!ended.stderr.contains("geheim"), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_key_file_is_named_and_left_alone() {
    let site = Site::new().await;
    site.sign_in(Role::Admin, None).await;
    let file = site.folder.join("keys/1.key");
    fs::write(&file, "short").unwrap();

    let address = free_address().to_string();
    site.run(&["serve", "--listen", &address])
        .expect_failure(1, "1.key is damaged");

    assert_eq!(fs::read(&file).unwrap(), b"short");
}

#[tokio::test(flavor = "multi_thread")]
async fn lost_keys_are_noticed_and_no_others_are_made() {
    let site = Site::new().await;
    site.sign_in(Role::Admin, None).await;
    // The first command binds the database to its keys.
    site.run(&["audit", "verify"]);
    fs::remove_dir_all(site.folder.join("keys")).unwrap();

    let address = free_address().to_string();
    site.run(&["serve", "--listen", &address])
        .expect_failure(1, "keys");
    let account = [
        "admin",
        "account",
        "--email",
        "a@example.org",
        "--role",
        "admin",
    ];
    site.run(&account).expect_failure(1, "keys");

    assert!(!site.folder.join("keys/1.key").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_of_another_installation_are_refused() {
    let (site, other) = (Site::new().await, Site::new().await);
    site.sign_in(Role::Admin, None).await;
    other.sign_in(Role::Admin, None).await;
    site.run(&["audit", "verify"]);
    let key = "keys/1.key";
    fs::copy(other.folder.join(key), site.folder.join(key)).unwrap();

    let address = free_address().to_string();
    site.run(&["serve", "--listen", &address])
        .expect_failure(1, "keys");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_schema_is_refused() {
    let site = Site::new().await;
    let url = match &site.options.database {
        Database::Sqlite(file) => format!("sqlite://{}", file.display()),
        Database::Postgres(url) => url.clone(),
    };
    let connection = Connect::connect(url).await.unwrap();
    let sql = "INSERT INTO seaql_migrations VALUES ('m9999_later', 1)";
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();

    let address = free_address().to_string();
    site.run(&["serve", "--listen", &address])
        .expect_failure(1, "m9999_later");
    site.run(&["audit", "verify"])
        .expect_failure(1, "m9999_later");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_stops_when_asked_and_keeps_what_it_took() {
    let site = Site::new().await;
    let token = site.sign_in(Role::Admin, None).await;
    let server = site.serve();
    let mut idle = server.client("");
    idle.get("/healthz").unwrap();
    let mut client = server.client(&token);
    let id = client
        .post("/api/v1/organisations", None, &organisation().0)
        .unwrap()
        .id();

    let (status, took) = server.stop();

    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    let shown = site
        .serve()
        .client(&token)
        .get(&format!("/api/v1/organisations/{id}"));
    assert_eq!(shown.unwrap().status, 200);
}
