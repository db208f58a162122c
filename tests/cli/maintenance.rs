//! Commands that look after an installation.

use kataster::access::Role;
use serde_json::Value;

use super::admin::{capacity, import, import_organisation};
use crate::support::{Site, organisation, program, run};

#[test]
fn an_empty_folder_is_migrated_and_twice_is_once() {
    let folder = tempfile::tempdir().unwrap();
    let migrate = || {
        let mut command = program(&["migrate", "--data"]);
        command.arg(folder.path().join("data"));
        run(command).expect_success()
    };

    let (first, second) = (migrate(), migrate());

    assert_eq!(first.stdout, "schema and reference data are up to date\n");
    assert_eq!(second.stdout, first.stdout);
}

#[tokio::test(flavor = "multi_thread")]
async fn reindex_says_how_many_entries_there_are() {
    let site = Site::new().await;
    let organisation = import_organisation(&site);
    let lines: Vec<_> = (0..3).map(|_| capacity(&organisation)).collect();
    import(&site, &lines).expect_success();

    let ended = site.run(&["reindex"]).expect_success();

    assert_eq!(ended.stdout, "indexed 3 entries\n");
}

#[test]
fn the_api_document_is_json() {
    let ended = run(program(&["openapi"])).expect_success();

    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert!(document["paths"]["/api/v1/experts"].is_object());
    assert_eq!(ended.stderr, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_record_is_verified_beside_a_server() {
    let site = Site::new().await;
    let token = site.sign_in(Role::Admin, None).await;
    let server = site.serve();
    let made = server
        .client(&token)
        .post("/api/v1/organisations", None, &organisation().0);
    assert_eq!(made.unwrap().status, 201);

    let ended = site.run(&["audit", "verify"]).expect_success();

    // Two parts of the reference data, account, token, organisation.
    assert_eq!(ended.stdout, "the chain of 5 entries is intact\n");
}
