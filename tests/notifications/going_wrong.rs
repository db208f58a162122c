//! What goes wrong outside, channel by channel: refusing, being slow, saying things twice, lying.

use std::net::TcpListener;
use std::time::Duration;

use kataster::notifications::{
    self, Channel, Delivery, DeliveryState, Destination, Failure, Mailer, Post, ShortMessage,
};
use serde_json::json;
use uuid::Uuid;

use super::reports::sent;
use crate::support::{GatewayProcess, MailServer, TestApp};

const CHANNELS: [Channel; 2] = [Channel::Sms, Channel::Voice];

fn way(channel: Channel) -> Destination {
    let number = "0171 1234567";
    match channel {
        Channel::Sms => Destination::sms(number).unwrap(),
        Channel::Voice => Destination::voice(number).unwrap(),
        Channel::Mail | Channel::Webhook | Channel::Drop => panic!("no gateway"),
    }
}

/// A service with this gateway for this channel alone.
async fn with(gateway: &GatewayProcess, channel: Channel) -> TestApp {
    let mut app = TestApp::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let name: &str = channel.into();
    let address = listener.local_addr().unwrap();
    let gateway = gateway.gateway(&format!("http://{address}/gateway/{name}/delivery"));
    let (sms, voice) = match channel {
        Channel::Sms => (Some(gateway), None),
        Channel::Voice => (None, Some(gateway)),
        Channel::Mail | Channel::Webhook | Channel::Drop => (None, None),
    };
    app.use_post(Post {
        sms,
        voice,
        ..Post::default()
    });
    app.serve_on(listener);
    app
}

async fn only(app: &TestApp, subject: Uuid) -> Delivery {
    let all = notifications::deliveries_of(&app.state.db, &[subject]).await;
    let [delivery]: [Delivery; 1] = all.unwrap().try_into().unwrap();
    delivery
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_refuses_is_told_from_one_that_is_slow() {
    for channel in CHANNELS {
        for (behaviour, failure) in [
            ("refuse", Failure::Refused),
            ("delay", Failure::Later),
            ("away", Failure::Later),
            ("busy", Failure::Later),
        ] {
            let gateway = GatewayProcess::that_does(&[behaviour]);
            let app = with(&gateway, channel).await;

            let subject = sent(&app, &app.state.post, &[way(channel)]).await;

            let delivery = only(&app, subject).await;
            let state = (delivery.channel, delivery.state, delivery.failure);
            let expected = (channel, DeliveryState::Failed, Some(failure));
            assert_eq!(state, expected, "{behaviour}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_counts_once_however_often_it_comes() {
    for channel in CHANNELS {
        let gateway = GatewayProcess::new();
        let app = with(&gateway, channel).await;
        let subject = sent(&app, &app.state.post, &[way(channel)]).await;

        assert_eq!(gateway.report("delivered", 2), json!([204, 204]));
        let first = only(&app, subject).await;
        app.move_days(1);
        assert_eq!(gateway.report("delivered", 1), json!([204]));
        assert_eq!(gateway.report("failed", 1), json!([204]));

        assert_eq!(first.state, DeliveryState::Delivered);
        assert_eq!(only(&app, subject).await, first, "{channel:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_report_is_refused_on_every_channel() {
    for channel in CHANNELS {
        let gateway = GatewayProcess::new();
        let app = with(&gateway, channel).await;
        let subject = sent(&app, &app.state.post, &[way(channel)]).await;
        let before = only(&app, subject).await;

        for secret in ["", "ein anderes Geheimnis"] {
            assert_eq!(gateway.forge("delivered", secret), json!([401]));
            assert_eq!(gateway.forge_key("1", secret), json!([401]));
        }

        assert_eq!(only(&app, subject).await, before, "{channel:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_where_nothing_was_asked_is_no_more_than_a_report() {
    for channel in CHANNELS {
        let gateway = GatewayProcess::new();
        let app = with(&gateway, channel).await;
        let subject = sent(&app, &app.state.post, &[way(channel)]).await;

        assert_eq!(gateway.press("1", 2), json!([204, 204]));

        let delivery = only(&app, subject).await;
        assert_eq!(delivery.state, DeliveryState::Delivered, "{channel:?}");
    }
}

/// What becomes of a message with a mail server, and a gateway after it.
async fn by_mail_or_sms(server: &MailServer) -> notifications::Sent {
    let gateway = GatewayProcess::new();
    let hasty = |mailer: Mailer| mailer.with_patience(Duration::from_secs(1));
    let post = Post {
        mailer: server.post().mailer.map(hasty),
        sms: Some(gateway.gateway("https://kataster.example.org/gateway/sms/delivery")),
        ..Post::default()
    };
    let message = ShortMessage {
        subject: "Hilfe gesucht".to_owned(),
        text: "Können Sie helfen?".to_owned(),
        link: None,
        spoken: None,
    };
    let mail = Destination::mail("kanarie.fach@example.org").unwrap();
    let ways = [mail, way(Channel::Sms)];
    post.send(Uuid::new_v4(), &ways, &message).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_refuses_or_is_slow_is_skipped() {
    for (server, failure) in [
        (MailServer::that_answers(550, 1), Failure::Refused),
        (MailServer::that_answers(451, 1), Failure::Later),
        (MailServer::that_delays(1), Failure::Later),
    ] {
        let sent = by_mail_or_sms(&server).await;

        assert_eq!(sent.channel, Channel::Sms);
        assert_eq!(sent.skipped, [(Channel::Mail, failure)]);
        assert_eq!(server.taken(), Vec::<String>::new());
        let again = by_mail_or_sms(&server).await;
        assert_eq!(again.channel, Channel::Mail);
        assert_eq!(server.taken().len(), 1);
    }
}
