//! `/einblicke` and `GET /me/reveals`: whoever is shown a name is on record first, and the person sees it at once.

use std::sync::Arc;

use kataster::access::Role;
use kataster::clock::SystemClock;
use kataster::db::{Database, Db, DbOptions};
use kataster::entity::audit_entry;
use kataster::ids::{ExpertId, OrganisationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation, server};

/// A person of an employer, with account.
struct Person {
    employer: OrganisationId,
    id: ExpertId,
    token: String,
    session: String,
}

impl Person {
    /// Entered the day before; who entered it saw what was entered.
    async fn new(app: &TestApp) -> Self {
        let employer = organisation().save(app).await;
        let id = expert(employer).draft(app).await;
        let (account, email) = app
            .account_with_password(Role::Expert, Some(employer))
            .await;
        let db = &app.state.db;
        kataster::experts::link_account(db, id, account)
            .await
            .unwrap();
        app.move_days(1);
        let session = app.begin_session(&email).await;
        let terms = kataster::accounts::TokenTerms {
            label: "Test".to_owned(),
            scopes: vec![kataster::access::TokenScope::Read],
            days: 300,
        };
        let email = email.parse().unwrap();
        let token = kataster::accounts::issue_token(db, &app.state.keyring, &email, terms);
        Self {
            employer,
            id,
            token: token.await.unwrap().reveal(),
            session,
        }
    }

    fn path(&self) -> String {
        format!("/api/v1/experts/{}", self.id)
    }

    async fn reveals(&self, app: &TestApp) -> Vec<Value> {
        let listed = app.get("/api/v1/me/reveals", &self.token).await.expect(200);
        listed.json()["items"].as_array().unwrap().clone()
    }
}

/// Entries of the record that say so, oldest first: who, about whom.
async fn on_record(app: &TestApp) -> Vec<(String, String)> {
    let rows = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.eq("expert.identity_revealed"))
        .order_by_asc(audit_entry::Column::Seq)
        .all(app.state.db.reader())
        .await
        .unwrap();
    rows.into_iter()
        .map(|row| (row.actor, row.subject))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_manager_sees_is_on_record_and_listed_once_a_day() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    let before = (
        person.reveals(&app).await.len(),
        on_record(&app).await.len(),
    );
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;

    for _ in 0..3 {
        let shown = app.get(&person.path(), &manager).await.expect(200);
        assert_eq!(shown.json()["identity"]["family_name"], "Mustermann");
    }
    let listed = person.reveals(&app).await;
    app.move_days(1);
    app.get(&person.path(), &manager).await.expect(200);

    assert_eq!(listed.len(), before.0 + 1);
    let first = listed.first().unwrap();
    assert_eq!(first["purpose"], "keeping");
    assert_eq!(first["role"], "member_manager");
    assert_eq!(first["organisation_id"], json!(person.employer));
    assert_eq!(first["organisation_name"], "Rechenzentrum Musterland");
    assert!(
        first.get("account_id").is_none(),
        "colleagues are not named"
    );
    assert_eq!(person.reveals(&app).await.len(), before.0 + 2);
    let recorded = on_record(&app).await;
    assert_eq!(recorded.len(), before.1 + 2);
    let subjects = recorded.iter().map(|(_, subject)| subject.as_str());
    assert!(subjects.eq(std::iter::repeat_n(
        person.id.to_string().as_str(),
        recorded.len()
    )));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_manager_is_another_reveal_and_a_write_shows_too() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    let before = person.reveals(&app).await.len();
    let one = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    let other = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;

    app.get(&person.path(), &one).await.expect(200);
    let path = format!("{}/availability", person.path());
    app.put(&path, &other, &json!({"state": "24h"}))
        .await
        .expect(200);

    assert_eq!(person.reveals(&app).await.len(), before + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn oneself_a_search_and_a_card_are_no_reveals() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    let before = person.reveals(&app).await;
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    let session = app
        .browse_as(Role::MemberManager, Some(person.employer))
        .await;

    app.get(&person.path(), &person.token).await.expect(200);
    app.page("/profil", &person.session).await.expect(200);
    app.get("/api/v1/experts", &manager).await.expect(200);
    app.page("/organisation", &session).await.expect(200);
    app.page(&format!("/fachkraefte/{}", person.id), &session)
        .await
        .expect(200);

    assert_eq!(person.reveals(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capacity_has_nobody_to_reveal() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).capacity(3).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;

    app.get(&format!("/api/v1/experts/{id}"), &manager)
        .await
        .expect(200);

    assert_eq!(on_record(&app).await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_requests_at_once_one_is_entered() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    let before = person.reveals(&app).await.len();
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    let path = person.path();

    let many = (0..16).map(|_| app.get(&path, &manager));
    for answer in futures_util::future::join_all(many).await {
        answer.expect(200);
    }

    assert_eq!(person.reveals(&app).await.len(), before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_entered_is_not_shown() {
    if server().is_some() {
        return;
    }
    let mut app = TestApp::new().await;
    let person = Person::new(&app).await;
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    let file = app.folder.path().join("kataster.db");
    let options = DbOptions {
        free_space_floor: u64::MAX,
        ..DbOptions::new(Database::Sqlite(file))
    };
    let full = Db::connect(&options, Arc::new(SystemClock)).await.unwrap();
    app.use_database(full);

    let refused = app.get(&person.path(), &manager).await.expect(503);

    assert!(!refused.text.contains("Mustermann"), "{}", refused.text);
    app.get(&person.path(), &person.token).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_what_is_listed_for_another() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    let colleague = app.sign_in(Role::Expert, Some(person.employer)).await;
    let browsing = app.browse_as(Role::Expert, Some(person.employer)).await;
    app.get(&person.path(), &manager).await.expect(200);

    app.get("/api/v1/me/reveals", &manager).await.expect(403);
    let theirs = app.get("/api/v1/me/reveals", &colleague).await.expect(200);
    let page = app.page("/einblicke", &browsing).await.expect(200);

    assert_eq!(theirs.json()["items"], json!([]));
    assert!(page.text.contains("Bisher hat niemand"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_in_parts() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    for _ in 0..4 {
        let manager = app
            .sign_in(Role::MemberManager, Some(person.employer))
            .await;
        app.get(&person.path(), &manager).await.expect(200);
        app.move_days(1);
    }
    let all = person.reveals(&app).await;

    let mut parts = Vec::new();
    let mut path = "/api/v1/me/reveals?limit=2".to_owned();
    loop {
        let part = app.get(&path, &person.token).await.expect(200).json();
        parts.extend(part["items"].as_array().unwrap().clone());
        let Some(cursor) = part["next_cursor"].as_str() else {
            break;
        };
        path = format!("/api/v1/me/reveals?limit=2&cursor={cursor}");
    }

    assert_eq!(parts, all);
    assert!(all.len() >= 4, "{}", all.len());
    app.get("/api/v1/me/reveals?limit=0", &person.token)
        .await
        .expect(422);
    app.get("/api/v1/me/reveals?cursor=exp_1", &person.token)
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_when_who_and_what_for() {
    let app = TestApp::new().await;
    let person = Person::new(&app).await;
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    app.get(&person.path(), &manager).await.expect(200);

    let page = app.page("/einblicke", &person.session).await.expect(200);
    let english = app.page("/einblicke?lang=en", &person.session).await;

    assert!(
        page.text.contains("Rechenzentrum Musterland"),
        "{}",
        page.text
    );
    assert!(page.text.contains("Pflege Ihres Eintrags"), "{}", page.text);
    assert!(!page.text.contains("Mustermann"), "{}", page.text);
    assert!(page.text.contains("heute"), "{}", page.text);
    assert_eq!(english.status, 303);
    app.page("/einblicke?vor=unsinn", &person.session)
        .await
        .expect(422);
}
