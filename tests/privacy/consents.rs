//! `/einwilligungen`: given, renewed, withdrawn by the person alone, and at once.

use kataster::access::Role;
use kataster::clock::Instant;
use kataster::entity::job;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::person::FullPerson;
use crate::support::{TestApp, district};

/// Who looks for experts.
struct Searcher {
    token: String,
    coordinator: String,
}

impl Searcher {
    async fn new(app: &TestApp) -> Self {
        let town = district().save(app).await;
        Self {
            token: app.sign_in(Role::Requester, Some(town)).await,
            coordinator: app.sign_in(Role::Coordinator, None).await,
        }
    }

    /// Whether even those find it who see entries that lack something.
    async fn coordinator_finds(&self, app: &TestApp) -> bool {
        let found = app
            .get("/api/v1/experts", &self.coordinator)
            .await
            .expect(200);
        found.json()["total"] != 0
    }

    /// Entries found and matched, as of everything written so far: the service itself allows that two seconds.
    async fn finds(&self, app: &TestApp) -> (i64, bool) {
        let seen = app.state.db.generation().await.unwrap();
        let found = app
            .get(
                &format!("/api/v1/experts?min_generation={seen}"),
                &self.token,
            )
            .await
            .expect(200);
        assert!(
            !found.headers.contains_key("x-kataster-degraded"),
            "the index is behind"
        );
        let ask = json!({
            "municipality": "15082", "symptom": "files-encrypted",
            "needs": [{"label": "Sicherung", "skills": [{"id": "product:veeam"}]}],
        });
        let matched = app
            .post(
                &format!("/api/v1/matches?min_generation={seen}"),
                &self.token,
                &ask,
            )
            .await
            .expect(200);
        assert!(
            !matched.headers.contains_key("x-kataster-degraded"),
            "the index is behind"
        );
        let candidates = matched.json()["needs"][0]["candidates"]
            .as_array()
            .unwrap()
            .len();
        (found.json()["total"].as_i64().unwrap(), candidates > 0)
    }
}

/// As if the entry had just been confirmed, but not the consent renewed with it.
async fn confirmed_now(app: &TestApp, expert: kataster::ids::ExpertId) {
    use kataster::entity::expert::{Column, Entity};
    let mut txn = app.state.db.begin().await.unwrap();
    Entity::update_many()
        .col_expr(
            Column::ConfirmedAt,
            sea_orm::sea_query::Expr::value(txn.now()),
        )
        .filter(Column::Id.eq(expert))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.changed(kataster::db::ChangeKind::Expert, expert.0);
    txn.commit().await.unwrap();
}

async fn consent(app: &TestApp, session: &str, purpose: &str, what: &str) {
    let form = [("zweck", purpose), ("was", what)];
    app.submit("/einwilligungen", session, &form)
        .await
        .expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_withdraws_is_found_no_more_and_who_agrees_again_is() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let searcher = Searcher::new(&app).await;
    assert_eq!(searcher.finds(&app).await, (1, true));

    consent(&app, &person.session, "matching", "widerrufen").await;
    assert_eq!(searcher.finds(&app).await, (0, false));
    assert!(!searcher.coordinator_finds(&app).await);
    let page = app
        .page("/einwilligungen", &person.session)
        .await
        .expect(200);
    assert!(page.text.contains("Widerrufen am"), "{}", page.text);

    consent(&app, &person.session, "matching", "geben").await;
    assert_eq!(searcher.finds(&app).await, (1, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn purposes_are_apart() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let searcher = Searcher::new(&app).await;

    consent(&app, &person.session, "alerts", "widerrufen").await;

    assert_eq!(searcher.finds(&app).await, (1, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_entry_is_kept_and_not_found_until_that_is_lifted() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let searcher = Searcher::new(&app).await;
    let path = "/einwilligungen/einschraenkung";

    app.submit(path, &person.session, &[("was", "einschraenken")])
        .await
        .expect(303);
    assert_eq!(searcher.finds(&app).await, (0, false));
    assert!(!searcher.coordinator_finds(&app).await);
    let page = app.page("/profil", &person.session).await.expect(200);
    assert!(
        page.text.contains("Xylofanie"),
        "it is still there for the person"
    );

    app.submit(path, &person.session, &[("was", "aufheben")])
        .await
        .expect(303);
    assert_eq!(searcher.finds(&app).await, (1, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn confirming_does_not_bring_back_a_consent_that_was_withdrawn() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let searcher = Searcher::new(&app).await;
    consent(&app, &person.session, "matching", "widerrufen").await;

    let path = format!("/api/v1/experts/{}/confirm", person.expert);
    app.post(&path, &person.token, &json!({})).await.expect(200);

    assert_eq!(searcher.finds(&app).await, (0, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_year_the_entry_is_hidden_and_not_deleted() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    app.move_days(364);
    let searcher = Searcher::new(&app).await;
    // Both the confirmation and the consent end after 365 days; the one is renewed here, so that the other is seen.
    confirmed_now(&app, person.expert).await;
    assert_eq!(searcher.finds(&app).await.0, 1);

    app.move_days(1);

    assert_eq!(searcher.finds(&app).await.0, 0);
    // Signing in again would ask for the second factor, which only the first session could do without.
    person.forget_second_factor(&app).await;
    let again = app.begin_session("kanarie.konto@example.org").await;
    let page = app.page("/einwilligungen", &again).await.expect(200);
    assert!(page.text.contains("Abgelaufen am"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn reminders_are_planned_60_30_and_7_days_before_the_end() {
    let app = TestApp::new().await;
    let start = app.state.db.clock().now();
    FullPerson::new(&app).await;

    let planned = job::Entity::find()
        .filter(job::Column::Kind.eq(kataster::experts::CONSENT_ENDS))
        .order_by_asc(job::Column::RunAt)
        .all(app.state.db.reader())
        .await
        .unwrap();

    let due: Vec<Instant> = planned.iter().map(|job| job.run_at).collect();
    let expected: Vec<Instant> = [305, 305, 305, 335, 335, 335, 358, 358, 358]
        .map(|days| start.plus_days(days))
        .into();
    assert_eq!(due, expected, "three consents, three reminders each");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_due_reminder_is_done_with_and_one_of_a_withdrawn_consent_too() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    consent(&app, &person.session, "alerts", "widerrufen").await;
    app.move_days(306);
    let runner = kataster::jobs::Runner::new(
        app.state.db.clone(),
        kataster::app::handlers(
            app.state.keyring.clone(),
            kataster::privacy::Retention::default(),
            &kataster::notifications::Post::default(),
        ),
    );

    while runner.run_one().await.unwrap() {}

    let left = job::Entity::find()
        .filter(job::Column::Kind.eq(kataster::experts::CONSENT_ENDS))
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(left.len(), 6, "the three of day 305 are done");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_person_gives_and_withdraws() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let employer = crate::support::organisation()
        .with("place", "15082")
        .save(&app)
        .await;
    let manager = app.browse_as(Role::MemberManager, Some(employer)).await;
    let colleague = app.browse_as(Role::Expert, Some(employer)).await;
    let form = [("zweck", "matching"), ("was", "widerrufen")];

    app.submit("/einwilligungen", &manager, &form)
        .await
        .expect(403);
    app.submit("/einwilligungen", &colleague, &form)
        .await
        .expect(404);
    let bearer = format!("Bearer {}", person.token);
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let by_token = app
        .send(
            axum::http::Method::POST,
            "/einwilligungen",
            &headers,
            "zweck=matching&was=widerrufen".into(),
        )
        .await;

    assert_eq!(by_token.status, 403, "a token must not speak for a person");
    assert_eq!(Searcher::new(&app).await.finds(&app).await, (1, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_purpose_or_no_word_is_refused() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;

    for form in [
        [("zweck", "werbung"), ("was", "geben")],
        [("zweck", "matching"), ("was", "vielleicht")],
    ] {
        app.submit("/einwilligungen", &person.session, &form)
            .await
            .expect(422);
    }
    app.submit(
        "/einwilligungen/einschraenkung",
        &person.session,
        &[("was", "")],
    )
    .await
    .expect(422);
}
