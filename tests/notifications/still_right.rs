//! "Stimmt noch alles?": the link of a mail confirms an entry, once, and does nothing else.

use std::net::SocketAddr;

use kataster::access::Role;
use kataster::entity::{audit_entry, expert as expert_row, role_grant};
use kataster::ids::ExpertId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::watched::Watched;
use crate::support::{TestApp, expert, organisation};

const PLACE: &str = "https://kataster.example.org";

/// The paths of the links in all letters there were, in order; each stands in both languages.
fn links(watched: &Watched) -> Vec<String> {
    let mut found = Vec::new();
    for letter in watched.server.taken() {
        for (at, _) in letter.match_indices("/stimmt-noch/") {
            let path = letter[at..].split_whitespace().next().unwrap().to_owned();
            if !found.contains(&path) {
                found.push(path);
            }
        }
    }
    found
}

async fn entry(app: &TestApp, id: ExpertId) -> expert_row::Model {
    let found = expert_row::Entity::find_by_id(id);
    found.one(app.state.db.reader()).await.unwrap().unwrap()
}

/// Details of the confirmations on record.
async fn confirmations(app: &TestApp) -> Vec<String> {
    let rows = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.eq("expert.confirmed"))
        .all(app.state.db.reader())
        .await
        .unwrap();
    rows.into_iter().map(|row| row.details).collect()
}

async fn hide(app: &TestApp, id: ExpertId) {
    let txn = app.state.db.begin().await.unwrap();
    expert_row::Entity::update_many()
        .col_expr(expert_row::Column::WithdrawnAt, Expr::value(txn.now()))
        .filter(expert_row::Column::Id.eq(id))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_confirms_and_nobody_is_signed_in_or_named() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let id = expert(organisation().save(app).await).save(app).await;
    watched.run_on(121).await;
    let [link] = &links(&watched)[..] else {
        panic!("one link: {:?}", links(&watched));
    };
    let before = entry(app, id).await;

    let page = app.page(link, "").await.expect(200);
    app.page(link, "").await.expect(200);

    assert!(page.text.contains(&before.alias), "{}", page.text);
    for name in ["Mustermann", "Erika", "example.org", "Forensi"] {
        assert!(!page.text.contains(name), "{name}");
    }
    assert_eq!(entry(app, id).await, before, "looking changes nothing");
    assert_eq!(confirmations(app).await.len(), 1, "the one before");

    let answer = app.submit(link, "", &[]).await.expect(303);

    assert_eq!(answer.location(), link);
    assert_eq!(answer.cookie("kataster"), None);
    let after = entry(app, id).await;
    assert_eq!(after.confirmed_at, Some(watched.start.plus_days(121)));
    let recorded = confirmations(app).await;
    assert!(recorded[1].contains("mail_link"), "{recorded:?}");
    assert!(
        recorded[1].contains("\"consent_renewed\":false"),
        "{recorded:?}"
    );
    for answer in [app.page(link, "").await, app.submit(link, "", &[]).await] {
        assert!(matches!(answer.status.as_u16(), 200 | 303));
    }
    let done = app.page(link, "").await.expect(200).text;
    assert!(done.contains("Schon bestätigt"), "{done}");
    assert_eq!(confirmations(app).await.len(), 2, "it works once");
    assert!(!done.contains(PLACE));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consent_is_renewed_when_due_and_its_text_is_shown_first() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let id = expert(organisation().save(app).await).save(app).await;
    watched.run_on(240).await;
    let early = app.page(&links(&watched)[0], "").await.expect(200).text;
    assert!(!early.contains("Ich willige ein"), "not due");
    watched.run_on(336).await;
    let link = links(&watched).pop().unwrap();

    let page = app.page(&link, "").await.expect(200).text;
    app.submit(&link, "", &[]).await.expect(303);

    assert!(page.contains("Ich willige ein"), "{page}");
    let recorded = confirmations(app).await;
    assert!(
        recorded[1].contains("\"consent_renewed\":true"),
        "{recorded:?}"
    );
    watched.run_on(380).await;
    let manager = entry(app, id).await.organisation_id;
    let token = app.sign_in(Role::MemberManager, Some(manager)).await;
    let path = format!("/api/v1/experts/{id}");
    let shown = app.get(&path, &token).await.expect(200).json();
    let missing = shown["standing"]["missing"].as_array().unwrap().clone();
    assert!(!missing.contains(&json!("consent")), "{missing:?}");
    assert!(!missing.contains(&json!("confirmed")), "{missing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consent_taken_back_is_not_given_by_a_link() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let id = expert(organisation().save(app).await).save(app).await;
    let txn = app.state.db.begin().await.unwrap();
    kataster::experts::withdraw_consents(&txn, id, None)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    watched.run_on(336).await;
    let link = links(&watched).pop().unwrap();

    let page = app.page(&link, "").await.expect(200).text;
    app.submit(&link, "", &[]).await.expect(303);

    assert!(!page.contains("Ich willige ein"), "{page}");
    let recorded = confirmations(app).await;
    assert!(
        recorded[1].contains("\"consent_renewed\":false"),
        "{recorded:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_expired_replaced_and_withdrawn_are_answered_alike() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let id = expert(organisation().save(app).await).save(app).await;
    watched.run_on(120).await;
    watched.run_on(240).await;
    let [first, second] = &links(&watched)[..] else {
        panic!("two links: {:?}", links(&watched));
    };
    let unknown = format!("/stimmt-noch/{}", "0".repeat(64));
    let over = |text: &str, path: &str| text.replace(path, "");
    let expected = app.page(&unknown, "").await.expect(410).text;
    let expected = over(&expected, &unknown);

    let replaced = app.page(first, "").await.expect(410).text;
    assert_eq!(over(&replaced, first), expected);
    app.page(second, "").await.expect(200);
    hide(app, id).await;
    let hidden = app.page(second, "").await.expect(410).text;
    assert_eq!(over(&hidden, second), expected);
    app.submit(second, "", &[]).await.expect(410);
    watched.run_on(271).await;
    let expired = app.page(second, "").await.expect(410).text;
    assert_eq!(over(&expired, second), expected);
    app.page("/stimmt-noch/nonsense", "").await.expect(404);
    assert_eq!(confirmations(app).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_links_waits_and_who_has_one_does_not_count() {
    let mut watched = Watched::new().await;
    let app = &watched.app;
    expert(organisation().save(app).await).save(app).await;
    watched.run_on(120).await;
    let link = links(&watched).pop().unwrap();
    watched.app.peer = Some(SocketAddr::from(([192, 0, 2, 7], 4711)));
    let app = &watched.app;
    for _ in 0..25 {
        app.page(&link, "").await.expect(200);
    }
    for guess in 0..20 {
        let path = format!("/stimmt-noch/{guess:064x}");
        app.page(&path, "").await.expect(410);
    }

    let refused = app.page(&link, "").await.expect(429);

    assert!(refused.headers.contains_key("retry-after"));
    app.submit(&link, "", &[]).await.expect(429);
    assert_eq!(confirmations(app).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_confirms_capacities_and_no_person_while_being_one() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let employer = organisation().save(app).await;
    app.sign_in(Role::MemberManager, Some(employer)).await;
    let person = expert(employer).save(app).await;
    let mut teams = Vec::new();
    for heads in [3, 5] {
        teams.push(expert(employer).capacity(heads).save(app).await);
    }
    watched.run_on(121).await;
    let mut open = Vec::new();
    for link in links(&watched) {
        let page = app.page(&link, "").await.expect(200).text;
        if page.contains(&entry(app, teams[0]).await.alias) {
            assert!(page.contains(&entry(app, teams[1]).await.alias));
            assert!(!page.contains(&entry(app, person).await.alias));
            open.push(link);
        }
    }
    let link = open.first().expect("a manager has a link");

    app.submit(link, "", &[]).await.expect(303);

    let now = Some(watched.start.plus_days(121));
    for id in &teams {
        assert_eq!(entry(app, *id).await.confirmed_at, now);
    }
    assert_ne!(entry(app, person).await.confirmed_at, now);
    let txn = app.state.db.begin().await.unwrap();
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::RevokedAt, Expr::value(txn.now()))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    app.page(link, "").await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_taps_at_once_one_confirms() {
    let watched = Watched::new().await;
    let app = &watched.app;
    expert(organisation().save(app).await).save(app).await;
    watched.run_on(120).await;
    let link = links(&watched).pop().unwrap();

    let taps = (0..20).map(|_| app.submit(&link, "", &[]));
    let answers = futures_util::future::join_all(taps).await;

    assert!(answers.iter().all(|answer| answer.status == 303));
    assert_eq!(confirmations(app).await.len(), 2);
}
