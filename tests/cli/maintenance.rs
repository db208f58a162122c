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

    // Three parts of the reference data, five texts, account, token, organisation.
    assert_eq!(
        ended.stdout,
        "the chain of 11 entries is intact\nno checkpoint of a trusted key\n"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_checkpoint_kept_elsewhere_shows_a_record_that_was_rewritten() {
    let site = Site::new().await;
    site.sign_in(Role::Admin, None).await;
    let kept = site.folder.join("kept.json");
    let checkpoint = site.run(&["audit", "checkpoint"]).expect_success();
    std::fs::write(&kept, &checkpoint.stdout).unwrap();
    let key = site.run(&["audit", "public-key"]).expect_success();
    let verify = |key: &str| {
        site.run(&[
            "audit",
            "verify",
            "--public-key",
            key,
            "--checkpoint",
            kept.to_str().unwrap(),
        ])
    };

    let ended = verify(key.stdout.trim()).expect_success();
    assert_eq!(
        ended.stdout,
        "the chain of 10 entries is intact\n2 checkpoints fit it; signed up to entry 10\n"
    );
    verify("abc").expect_failure(2, "64 hexadecimal digits");
    std::fs::write(&kept, checkpoint.stdout.replace("\"seq\":10", "\"seq\":3")).unwrap();
    verify(key.stdout.trim()).expect_failure(1, "forged");
    std::fs::write(&kept, "{}").unwrap();
    verify(key.stdout.trim()).expect_failure(1, "holds no checkpoint");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_encrypted_for_its_recipients_alone() {
    let site = Site::new().await;
    site.sign_in(Role::Admin, None).await;
    let identity = age::x25519::Identity::generate();
    let other = age::x25519::Identity::generate();
    let recipients = site.folder.join("recipients.txt");
    let lines = format!("# Revision\n{}\n", identity.to_public());
    std::fs::write(&recipients, lines).unwrap();

    let plain = site.run(&["audit", "export"]).expect_success();
    let recipients = recipients.to_str().unwrap();
    let mut export = site.command(&["audit", "export", "--recipients-file", recipients]);
    let encrypted = export.output().unwrap();

    assert!(encrypted.status.success());
    let opened = age::decrypt(&identity, &encrypted.stdout).unwrap();
    let opened = String::from_utf8(opened).unwrap();
    assert!(opened.starts_with(plain.stdout.lines().next().unwrap()));
    assert!(opened.contains("account.created"));
    assert!(age::decrypt(&other, &encrypted.stdout).is_err());
    let found = encrypted.stdout.windows(15);
    assert_eq!(found.filter(|piece| piece == b"account.created").count(), 0);
    let record = site.run(&["audit", "export"]).expect_success();
    assert!(record.stdout.contains("\"encrypted_for\":1"));
    site.run(&["audit", "export", "--to", "age1nonsense"])
        .expect_failure(1, "is no age public key");
}
