//! What has been kept long enough goes, by the clock.

use kataster::access::Role;
use kataster::entity::{account_link, alarm, api_token, daily_usage, idempotency_key, session};
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use sea_orm::{EntityTrait, IntoActiveModel, PaginatorTrait};

use super::person::FullPerson;
use crate::support::{TestApp, district};

pub(crate) async fn housekeeping(app: &TestApp, retention: Retention) {
    keep_house(app, retention, &Post::default()).await;
}

pub(crate) async fn keep_house(app: &TestApp, retention: Retention, post: &Post) {
    kataster::jobs::plan(&app.state.db, kataster::app::HOUSEKEEPING, 0)
        .await
        .unwrap();
    let runner = Runner::new(
        app.state.db.clone(),
        kataster::app::handlers(app.state.keyring.clone(), retention, post),
    );
    while runner.run_one().await.unwrap() {}
}

async fn count<E: EntityTrait<Model: Send + Sync>>(app: &TestApp) -> u64 {
    E::find().count(app.state.db.reader()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_keys_and_views_go_after_90_days_each() {
    let app = TestApp::new().await;
    let town = district().save(&app).await;
    let token = app.sign_in(Role::Requester, Some(town)).await;
    app.browse_as(Role::Requester, Some(town)).await;
    app.get("/api/v1/experts?near=15082180", &token)
        .await
        .expect(200);
    let all = Retention::default();
    assert_eq!(
        (
            all.session_days,
            all.token_days,
            all.view_days,
            all.audit_years
        ),
        (90, 90, 90, 10)
    );

    app.move_days(89);
    housekeeping(&app, all).await;
    assert!(
        count::<session::Entity>(&app).await == 1 && count::<daily_usage::Entity>(&app).await > 0
    );

    app.move_days(2);
    housekeeping(&app, all).await;
    assert_eq!(
        (
            count::<session::Entity>(&app).await,
            count::<daily_usage::Entity>(&app).await
        ),
        (0, 0)
    );
    // Keys live 30 days and are kept 90 more.
    assert!(count::<api_token::Entity>(&app).await > 0);

    app.move_days(30);
    housekeeping(&app, all).await;
    assert_eq!(count::<api_token::Entity>(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_goes_a_year_after_it_was_looked_after_and_never_before() {
    let app = TestApp::new().await;
    let accounts = [
        app.account(Role::Admin, None).await.0,
        app.account(Role::Admin, None).await.0,
    ];
    let txn = app.state.db.begin().await.unwrap();
    let now = txn.now();
    for (account, acknowledged) in accounts.into_iter().zip([None, Some(now)]) {
        let row = alarm::Model {
            id: kataster::ids::AlarmId(uuid::Uuid::now_v7()),
            account_id: account,
            kind: "sweep".to_owned(),
            roles: "admin".to_owned(),
            from_day: "2026-11-20".to_owned(),
            until_day: "2026-12-03".to_owned(),
            seen: 120,
            threshold: 120,
            raised_at: now,
            acknowledged_at: acknowledged,
            acknowledged_by: acknowledged.map(|_| accounts[0]),
            note: None,
        };
        alarm::Entity::insert(row.into_active_model())
            .exec_without_returning(txn.connection())
            .await
            .unwrap();
    }
    txn.commit().await.unwrap();

    app.move_days(365);
    housekeeping(&app, Retention::default()).await;
    assert_eq!(count::<alarm::Entity>(&app).await, 2);

    app.move_days(1);
    housekeeping(&app, Retention::default()).await;
    assert_eq!(count::<alarm::Entity>(&app).await, 1, "the open one stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shorter_period_is_a_setting_and_a_session_that_holds_stays() {
    let app = TestApp::new().await;
    let town = district().save(&app).await;
    let session = app.browse_as(Role::Requester, Some(town)).await;
    let none = Retention {
        session_days: 0,
        token_days: 0,
        view_days: 0,
        ..Retention::default()
    };

    housekeeping(&app, none).await;
    app.page("/konto", &session).await.expect(200);

    app.move_days(8);
    housekeeping(&app, none).await;
    assert_eq!(count::<session::Entity>(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_and_keys_of_creations_go_when_they_have_run_out() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let employer = crate::support::organisation()
        .with("place", "15082")
        .save(&app)
        .await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let headers = std::collections::HashMap::from([("idempotency-key", "einmal")]);
    let body = crate::support::expert(employer).0;
    app.write(
        axum::http::Method::POST,
        "/api/v1/experts",
        &manager,
        &headers,
        &body,
    )
    .await
    .expect(201);
    assert!(
        count::<account_link::Entity>(&app).await == 2
            && count::<idempotency_key::Entity>(&app).await == 1
    );

    app.move_days(2);
    housekeeping(&app, Retention::default()).await;
    assert_eq!(
        (
            count::<account_link::Entity>(&app).await,
            count::<idempotency_key::Entity>(&app).await
        ),
        (1, 0)
    );

    app.move_days(6);
    housekeeping(&app, Retention::default()).await;
    assert_eq!(count::<account_link::Entity>(&app).await, 0);
    app.get("/api/v1/me", &person.token).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn periods_are_read_from_the_settings_and_unknown_ones_refused() {
    use kataster::config::Settings;
    let read = |flags: &str| Settings::read(None, std::iter::empty(), flags.parse().unwrap());

    let settings = read("retention = { session_days = 30 }").unwrap();
    let error = read("retention = { sesion_days = 30 }").unwrap_err();

    assert_eq!(
        (
            settings.retention.session_days,
            settings.retention.view_days
        ),
        (30, 90)
    );
    assert!(error.to_string().contains("sesion_days"), "{error}");
}
