//! The mail server of the settings.

use std::time::{Duration, Instant};

use kataster::accounts::{self, NewAccount};
use kataster::db::Actor;
use kataster::ids::AccountId;
use kataster::sealing::Keyring;

use crate::support::{Ended, MailServer, PASSWORD, Server, Site, free_address, run};

const EMAIL: &str = "kanarie.post@example.org";
const FROM: &str = "Kataster <kataster@example.org>";

/// Begins to serve with these variables; for settings that keep it from it.
async fn refused(variables: &[(&str, &str)]) -> Ended {
    let site = Site::new().await;
    let mut command = site.command(&["serve", "--listen", &free_address().to_string()]);
    command.envs(variables.iter().copied());
    run(command)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_elsewhere_without_tls_is_refused_and_its_password_not_repeated() {
    let server = "smtp://name:geheim@mail.example.org";

    let ended = refused(&[
        ("KATASTER_MAIL_SERVER", server),
        ("KATASTER_MAIL_FROM", FROM),
    ])
    .await;

    let ended = ended.expect_failure(2, "mail_server is smtps://");
    assert!(!ended.stderr.contains("geheim"), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn server_and_sender_are_given_together() {
    let alone = [("KATASTER_MAIL_SERVER", "smtps://mail.example.org")];
    let wrong = [
        ("KATASTER_MAIL_SERVER", "smtps://mail.example.org"),
        ("KATASTER_MAIL_FROM", "nobody"),
    ];

    refused(&alone)
        .await
        .expect_failure(2, "mail_from are given together");
    refused(&wrong).await.expect_failure(2, "\"nobody\" is not");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_sends_what_a_command_caused_and_logs_no_address() {
    let (site, mail) = (Site::new().await, MailServer::that_answers(451, 1));
    let db = site.db().await;
    let ring = Keyring::load(&site.folder.join("keys")).unwrap();
    let new = NewAccount {
        id: AccountId(uuid::Uuid::now_v7()),
        email: EMAIL.parse().unwrap(),
        password: Some(PASSWORD.to_owned()),
        grants: Vec::new(),
    };
    accounts::create(&db, &ring, Actor::Operator, new)
        .await
        .unwrap();
    db.close().await.unwrap();
    let file = site.folder.with_extension("server");
    std::fs::write(&file, mail.url()).unwrap();
    let log = site.folder.with_extension("mail.log");
    let running = Server::start(&log, || {
        let mut command = site.command(&["serve"]);
        command.env("KATASTER_MAIL_SERVER_FILE", &file);
        command.env("KATASTER_MAIL_FROM", FROM);
        command
    });

    site.run(&["admin", "recover", "--email", EMAIL])
        .expect_success();

    let started = Instant::now();
    while mail.taken().is_empty() && started.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(50));
    }
    let taken = mail.taken();
    assert_eq!(taken.len(), 1, "{}", running.log());
    assert!(taken[0].contains("ein Link erstellt"), "{}", taken[0]);
    let log = running.log();
    assert!(
        log.contains("the mail server is away or asks to wait"),
        "{log}"
    );
    assert!(!log.contains(EMAIL), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_could_not_work_is_refused_and_its_secrets_not_repeated() {
    let site = Site::new().await;
    let file = site.folder.with_extension("toml");
    let body = r#"body = '{"to":"{to}","text":"{text}"}'"#;
    let ended = |settings: String| {
        std::fs::write(&file, settings).unwrap();
        let mut command = site.command(&["serve", "--listen", &free_address().to_string()]);
        command.arg("--config").arg(&file);
        run(command)
    };

    let in_the_clear = format!("[sms]\nurl = 'http://sms.example.org/geheim'\n{body}");
    let ended_so = ended(in_the_clear).expect_failure(2, "[sms] url is https://");
    assert!(!ended_so.stderr.contains("geheim"), "{}", ended_so.stderr);
    let unknown = format!("[voice]\nurl = 'https://voice.example.org'\n{body}\nsender = 'geheim'");
    let ended_so = ended(unknown).expect_failure(2, "sender");
    assert!(!ended_so.stderr.contains("geheim"), "{}", ended_so.stderr);
    let without_file = format!(
        "[sms]\nurl = 'https://sms.example.org'\n{body}\nheaders = {{ X-Key = 'geheim {{token}}' }}"
    );
    let ended_so = ended(without_file).expect_failure(2, "token_file is not given");
    assert!(!ended_so.stderr.contains("geheim"), "{}", ended_so.stderr);
}
