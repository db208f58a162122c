//! Words both sides of a call say.

use kataster::emergency::{Heard, arrange, arranged, hear};
use uuid::Uuid;

use crate::support::TestApp;

async fn heard(app: &TestApp, subject: Uuid, word: &str) -> Heard {
    let txn = app.state.db.begin().await.unwrap();
    let heard = hear(&txn, &app.state.keyring, subject, word).await.unwrap();
    txn.commit().await.unwrap();
    heard
}

async fn prepare(app: &TestApp, subject: Uuid) -> (String, String) {
    let txn = app.state.db.begin().await.unwrap();
    let words = arrange(&txn, &app.state.keyring, subject).await.unwrap();
    txn.commit().await.unwrap();
    (
        words.caller.reveal().to_owned(),
        words.called.reveal().to_owned(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_word_of_the_called_is_right_and_that_of_the_caller_is_not() {
    let app = TestApp::new().await;
    let subject = Uuid::new_v4();
    let (first, answer) = prepare(&app, subject).await;

    assert_ne!(first, answer);
    assert_eq!(heard(&app, subject, &first).await, Heard::Wrong { left: 4 });
    assert_eq!(
        heard(&app, subject, &answer.to_uppercase()).await,
        Heard::Right
    );
    let words = arranged(&app.state.db, &app.state.keyring, subject)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(words.caller.reveal(), first);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_five_wrong_words_the_right_one_proves_nothing() {
    let app = TestApp::new().await;
    let subject = Uuid::new_v4();
    let (_, called) = prepare(&app, subject).await;

    for left in [4, 3, 2, 1, 0] {
        assert_eq!(heard(&app, subject, "Xylofon").await, Heard::Wrong { left });
    }

    assert_eq!(heard(&app, subject, &called).await, Heard::Locked);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_of_fifty_who_guess_at_once_are_heard() {
    let app = TestApp::new().await;
    let subject = Uuid::new_v4();
    prepare(&app, subject).await;

    let all =
        futures_util::future::join_all((0..50).map(|_| heard(&app, subject, "Xylofon"))).await;

    assert_eq!(
        all.iter().filter(|heard| **heard != Heard::Locked).count(),
        5
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn words_arranged_anew_replace_the_old_ones() {
    let app = TestApp::new().await;
    let subject = Uuid::new_v4();
    prepare(&app, subject).await;
    for _ in 0..5 {
        heard(&app, subject, "Xylofon").await;
    }

    let (_, called) = prepare(&app, subject).await;

    assert_eq!(heard(&app, subject, &called).await, Heard::Right);
    assert_eq!(heard(&app, Uuid::new_v4(), &called).await, Heard::Locked);
}
