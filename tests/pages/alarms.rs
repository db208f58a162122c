//! `/verwaltung/warnungen`.

use kataster::access::{Caller, Grant, Role, TokenScope};
use kataster::accounts::Shown;
use kataster::entity::alarm;
use kataster::ids::ExpertId;
use sea_orm::EntityTrait;

use crate::support::TestApp;

/// A coordinator sees so many cards that it is an alarm; the session's cookie.
async fn sweep(app: &TestApp) -> String {
    let (account, email) = app.account_with_password(Role::Coordinator, None).await;
    let caller = Caller {
        account,
        grants: vec![Grant {
            role: Role::Coordinator,
            organisation: None,
        }],
        token_scopes: vec![TokenScope::Read],
        session: None,
        owes_second_factor: false,
        is_confirmed: false,
    };
    let cards: Vec<_> = (0..1_500).map(|_| ExpertId::random()).collect();
    app.state
        .allowances
        .note_cards(&app.state.db, &caller, Shown::entries(&cards))
        .await
        .unwrap();
    app.begin_session(&email).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_is_announced_in_the_menu_and_closed_with_one_tap() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let before = app.page("/konto", &admin).await.expect(200);
    assert!(before.text.contains(">Warnungen</a>"));

    let sweeper = sweep(&app).await;

    let start = app.page("/konto", &admin).await.expect(200);
    assert!(start.text.contains(">Warnungen (1)</a>"));
    let page = app.page("/verwaltung/warnungen", &admin).await.expect(200);
    assert!(page.text.contains("1500 verschiedene Einträge"));
    let href = "href=\"/verwaltung/konten/acc_";
    assert!(page.text.contains(href), "the account is a tap away");
    let other = app.browse_as(Role::Coordinator, None).await;
    let seen = app.page("/verwaltung/warnungen", &other).await.expect(200);
    assert!(seen.text.contains("1500 verschiedene Einträge"));
    assert!(!seen.text.contains(href), "coordinators keep no accounts");
    let own = app
        .page("/verwaltung/warnungen", &sweeper)
        .await
        .expect(200);
    assert!(own.text.contains(">Warnungen</a>"), "nothing of one's own");
    assert!(own.text.contains("Keine Warnung ist offen"));

    let id = alarm::Entity::find()
        .one(app.state.db.reader())
        .await
        .unwrap()
        .unwrap()
        .id;
    let path = format!("/verwaltung/warnungen/{id}/erledigt");
    app.submit(&path, &sweeper, &[("notiz", "ich war es nicht")])
        .await
        .expect(404);
    app.submit(&path, &admin, &[("notiz", "Schulung <b>")])
        .await
        .expect(303);
    app.submit(&path, &admin, &[("notiz", "")])
        .await
        .expect(409);

    let after = app.page("/verwaltung/warnungen", &admin).await.expect(200);
    assert!(
        after.text.contains("Schulung &#60;b&#62;"),
        "{}",
        after.text
    );
    assert!(after.text.contains(">Warnungen</a>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_look_after_alarms_is_not_told_of_them() {
    let app = TestApp::new().await;
    sweep(&app).await;
    let vetter = app.browse_as(Role::Vetter, None).await;

    let page = app.page("/konto", &vetter).await.expect(200);

    assert!(!page.text.contains("Warnungen"));
}
