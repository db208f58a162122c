//! By which way a message goes, and what becomes of it when a way is closed.

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use kataster::clock::FixedClock;
use kataster::jobs::JobFailure;
use kataster::notifications::{
    AllFailed, Channel, Destination, DropFolder, Failure, Post, Sent, ShortMessage,
};
use kataster::privacy::Retention;
use serde_json::Value;
use uuid::Uuid;

use crate::privacy::retention::keep_house;
use crate::support::{GatewayProcess, MailServer, NOW, SECRET, TOKEN, TestApp, post};

const NUMBER: &str = "0171 1234567";
const MAIL: &str = "kanarie.fach@example.org";

fn message() -> ShortMessage {
    ShortMessage {
        subject: "Hilfe gesucht".to_owned(),
        text: "Können Sie helfen?".to_owned(),
        link: Some("https://kataster.example.org/a/7".to_owned()),
        spoken: None,
    }
}

fn sms() -> Destination {
    Destination::sms(NUMBER).unwrap()
}

fn voice() -> Destination {
    Destination::voice(NUMBER).unwrap()
}

fn mail() -> Destination {
    Destination::mail(MAIL).unwrap()
}

async fn send(post: &Post, ways: &[Destination]) -> Result<Sent, AllFailed> {
    post.send(Uuid::new_v4(), ways, &message()).await
}

fn by_sms(gateway: &GatewayProcess) -> Post {
    Post {
        sms: Some(gateway.gateway("https://kataster.example.org/gateway/sms/delivery")),
        ..Post::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_handed_over_as_the_settings_say() {
    let gateway = GatewayProcess::new();
    let reference = Uuid::new_v4();

    let sent = by_sms(&gateway)
        .send(reference, &[sms()], &message())
        .await
        .unwrap();

    assert_eq!((sent.channel, sent.skipped), (Channel::Sms, Vec::new()));
    let taken = &gateway.taken()[0];
    assert_eq!(taken["method"], "POST");
    assert_eq!(taken["url"], "/messages");
    let headers = taken["rawHeaders"].to_string().to_lowercase();
    let bearer = format!("\"authorization\",\"bearer {}\"", TOKEN.to_lowercase());
    assert!(headers.contains(&bearer), "{headers}");
    assert!(headers.contains("\"content-type\",\"application/json\""));
    let body = &gateway.bodies()[0];
    assert_eq!(body["to"], "+491711234567");
    assert_eq!(
        body["text"],
        "Können Sie helfen? https://kataster.example.org/a/7"
    );
    assert_eq!(body["reference"], reference.to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn ways_are_tried_in_their_order_until_one_takes_the_message() {
    let gateway = GatewayProcess::that_does(&["away", "refuse"]);
    let mail_server = MailServer::new();
    let post = Post {
        voice: Some(gateway.gateway("https://kataster.example.org/gateway/voice/delivery")),
        ..by_sms(&gateway)
    };
    let post = Post {
        mailer: mail_server.post().mailer,
        ..post
    };

    let sent = send(
        &post,
        &[sms(), Destination::webhook(), voice(), mail(), sms()],
    )
    .await;

    let skipped = vec![
        (Channel::Sms, Failure::Later),
        (Channel::Webhook, Failure::NotConfigured),
        (Channel::Voice, Failure::Refused),
    ];
    assert_eq!(
        sent,
        Ok(Sent {
            channel: Channel::Mail,
            skipped
        })
    );
    assert_eq!(gateway.taken().len(), 2, "nothing after the mail");
    assert_eq!(
        gateway.bodies()[1]["text"],
        "Können Sie helfen?",
        "a link is not read out"
    );
    let letter = &mail_server.taken()[0];
    assert!(letter.contains(&format!("\r\nTo: {MAIL}\r\n")), "{letter}");
    assert!(letter.contains("https://kataster.example.org/a/7"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_does_not_answer_as_it_should_is_skipped() {
    for behaviour in ["delay", "moved", "cut", "busy"] {
        let gateway = GatewayProcess::that_does(&[behaviour]);
        let mail_server = MailServer::new();
        let post = Post {
            mailer: mail_server.post().mailer,
            ..by_sms(&gateway)
        };

        let sent = send(&post, &[sms(), mail()]).await.unwrap();

        assert_eq!(sent.channel, Channel::Mail, "{behaviour}");
        assert_eq!(sent.skipped, [(Channel::Sms, Failure::Later)]);
        assert_eq!(gateway.taken().len(), 1, "{behaviour} is not followed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_an_end_is_not_read() {
    let gateway = GatewayProcess::that_does(&["flood"]);

    let sent = send(&by_sms(&gateway), &[sms()]).await.unwrap();

    assert_eq!(sent.channel, Channel::Sms);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nothing_is_open_the_job_waits_and_when_nothing_ever_will_it_ends() {
    let gateway = GatewayProcess::that_does(&["refuse", "refuse"]);
    let post = Post {
        mailer: self::post("smtp://127.0.0.1:1").mailer,
        ..by_sms(&gateway)
    };

    let later = send(&post, &[sms(), mail()]).await.unwrap_err();
    let never = send(&post, &[sms(), voice()]).await.unwrap_err();

    assert_eq!(
        later.skipped,
        [
            (Channel::Sms, Failure::Refused),
            (Channel::Mail, Failure::Later)
        ]
    );
    assert!(matches!(later.into(), JobFailure::Outside(_)));
    assert!(matches!(never.into(), JobFailure::GiveUp(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_word_of_a_message_becomes_anything_else() {
    let gateway = GatewayProcess::new();
    let mail_server = MailServer::new();
    let post = Post {
        mailer: mail_server.post().mailer,
        webhook: Some(gateway.webhook()),
        ..by_sms(&gateway)
    };
    let nasty = ShortMessage {
        subject: "Hilfe\r\nBcc: fremd@example.org\r\n\r\n".to_owned(),
        text: "ä\r\nX-To: 112\",\"to\":\"112\",\"x\":\"{to}{reference}".to_owned(),
        link: None,
        spoken: None,
    };

    for way in [sms(), mail(), Destination::webhook()] {
        post.send(Uuid::new_v4(), &[way], &nasty).await.unwrap();
    }

    let bodies = gateway.bodies();
    assert_eq!(bodies[0]["to"], "+491711234567");
    assert_eq!(bodies[0]["text"], nasty.text.as_str());
    assert_eq!(bodies[1]["text"], nasty.text.as_str());
    let headers = gateway.taken()[0]["rawHeaders"].to_string();
    assert!(!headers.contains("112"), "{headers}");
    let letter = &mail_server.taken()[0];
    let (head, _) = letter.split_once("\n\n").unwrap();
    assert!(!head.contains("\nBcc"), "{head}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operators_program_knows_that_it_is_told_by_us() {
    let program = GatewayProcess::new();
    let post = Post {
        webhook: Some(program.webhook()),
        ..Post::default()
    };

    let sent = send(&post, &[Destination::webhook()]).await.unwrap();

    assert_eq!(sent.channel, Channel::Webhook);
    let taken = &program.taken()[0];
    let secret = kataster::notifications::SigningSecret::new(SECRET).unwrap();
    let signature = secret.sign(taken["body"].as_str().unwrap().as_bytes());
    assert!(taken["rawHeaders"].to_string().contains(&signature));
    let body = &program.bodies()[0];
    assert_eq!(body["link"], "https://kataster.example.org/a/7");
    assert!(!body.to_string().contains(NUMBER));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_gateway_a_file_stands_in_where_it_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let now = serde_json::from_value(Value::String(NOW.to_owned())).unwrap();
    let drop_folder = DropFolder::inside(folder.path(), Arc::new(FixedClock::at(now)));
    let post = Post {
        drop_folder: Some(drop_folder),
        ..Post::default()
    };
    let reference = Uuid::new_v4();
    assert!(post.can(Channel::Sms) && !post.is_set_up(Channel::Sms));

    let sent = post.send(reference, &[sms(), mail()], &message()).await;

    assert_eq!(sent.unwrap().channel, Channel::Drop);
    let name = format!("20261123T080000.000000Z-{reference}.json");
    let file = folder.path().join("drop").join(name);
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(&folder.path().join("drop")), 0o700);
    let dropped: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(
        dropped,
        serde_json::json!({
            "channel": "sms",
            "to": "+491711234567",
            "subject": "Hilfe gesucht",
            "text": "Können Sie helfen?",
            "link": "https://kataster.example.org/a/7",
            "reference": reference,
        })
    );
    let files = std::fs::read_dir(folder.path().join("drop")).unwrap();
    assert_eq!(files.count(), 1, "nothing unfinished is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_and_what_became_of_messages_go_after_30_days() {
    let app = TestApp::new().await;
    let post = Post {
        drop_folder: Some(DropFolder::inside(app.folder.path(), app.clock.clone())),
        ..Post::default()
    };
    let subject = super::reports::sent(&app, &post, &[sms()]).await;
    let kept = async || {
        let files = std::fs::read_dir(app.folder.path().join("drop")).unwrap();
        let rows = kataster::notifications::deliveries_of(&app.state.db, &[subject]).await;
        (files.count(), rows.unwrap().len())
    };

    app.move_days(30);
    keep_house(&app, Retention::default(), &post).await;
    assert_eq!(kept().await, (1, 1));

    app.move_days(1);
    keep_house(&app, Retention::default(), &post).await;
    assert_eq!(kept().await, (0, 0));
}
