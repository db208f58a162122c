//! The own calendar by a secret address.

use std::net::SocketAddr;
use std::sync::Arc;

use kataster::access::Role;
use kataster::entity::{calendar_feed, role_grant};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;
use tokio::task::JoinSet;

use crate::support::{Answer, TestApp, expert, organisation};

const MAKE: &str = "/verfuegbarkeit/kalender";
const REVOKE: &str = "/verfuegbarkeit/kalender/widerrufen";

/// A person with an absence and duty, and the session.
async fn person(app: &TestApp) -> String {
    let employer = organisation().save(app).await;
    let absences = json!([{"first_day": "2027-08-01", "last_day": "2027-08-14"}]);
    let id = expert(employer)
        .with(
            "availability",
            json!({"state": "now", "absences": absences}),
        )
        .save(app)
        .await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let now = app.state.db.clock().now();
    let duty = json!({"periods": [{"from": now.plus_days(1), "until": now.plus_days(2)}]});
    app.put(&format!("/api/v1/experts/{id}/on-call"), &manager, &duty)
        .await
        .expect(200);
    app.begin_session(&email).await
}

/// The path of the address a page shows.
fn address(page: &Answer) -> String {
    let at = page.text.find("/kalender/").unwrap();
    page.text[at..].split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_is_shown_once_and_answers_with_times_alone() {
    let app = TestApp::new().await;
    let session = person(&app).await;

    let made = app.submit(MAKE, &session, &[]).await.expect(200);
    let path = address(&made);
    let feed = app.page(&path, "").await.expect(200);

    assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(feed.headers["cache-control"], "private, max-age=900");
    assert!(feed.cookie("kataster").is_none());
    let lines: Vec<&str> = feed.text.split("\r\n").collect();
    assert_eq!(lines[0], "BEGIN:VCALENDAR");
    assert!(
        lines
            .iter()
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    for line in [
        "DTSTART;VALUE=DATE:20270801",
        "DTEND;VALUE=DATE:20270815",
        "SUMMARY:Abwesend",
        "SUMMARY:Rufbereitschaft",
        "CLASS:PRIVATE",
    ] {
        assert!(lines.contains(&line), "{line}: {}", feed.text);
    }
    for detail in [
        "Erika",
        "Mustermann",
        "Rechenzentrum",
        "K-",
        "exp_",
        "15082",
    ] {
        assert!(!feed.text.contains(detail), "{detail}: {}", feed.text);
    }
    assert_eq!(app.page(&path, "").await.expect(200).text, feed.text);
    let shown = app.page("/verfuegbarkeit", &session).await.expect(303);
    let shown = app.page(shown.location(), &session).await.expect(200).text;
    assert!(shown.contains("gibt es eine Adresse"), "{shown}");
    assert!(!shown.contains(&path), "never again");
    let stored = calendar_feed::Entity::find();
    let stored = stored.one(app.state.db.reader()).await.unwrap().unwrap();
    assert_eq!(stored.token_hash.len(), 32);
    let stored = uuid::Uuid::from_slice(&stored.token_hash[..16]).unwrap();
    let hex = stored.simple().to_string();
    assert!(!path.contains(&hex));
}

#[tokio::test(flavor = "multi_thread")]
async fn revoked_replaced_unknown_and_no_longer_an_expert_are_the_same() {
    let app = TestApp::new().await;
    let session = person(&app).await;
    let first = address(&app.submit(MAKE, &session, &[]).await.expect(200));
    let second = address(&app.submit(MAKE, &session, &[]).await.expect(200));
    let unknown = format!("/kalender/{}.ics", "0".repeat(64));
    let expected = app.page(&unknown, "").await.expect(404).text;
    let alike = |answer: Answer, path: &str| {
        let plain = answer.expect(404).text.replace(path, "");
        let id = |text: &str| text.split("Nummer:").next().unwrap().to_owned();
        assert_eq!(id(&plain), id(&expected.replace(&unknown, "")));
    };

    assert_ne!(first, second);
    alike(app.page(&first, "").await, &first);
    app.page(&second, "").await.expect(200);
    app.submit(REVOKE, &session, &[]).await.expect(303);
    alike(app.page(&second, "").await, &second);
    app.submit(REVOKE, &session, &[]).await.expect(404);
    let third = address(&app.submit(MAKE, &session, &[]).await.expect(200));
    app.page(&third, "").await.expect(200);
    let txn = app.state.db.begin().await.unwrap();
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::RevokedAt, Expr::value(txn.now()))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    alike(app.page(&third, "").await, &third);
    for path in [
        "/kalender/nonsense",
        "/kalender/.ics",
        &third.replace(".ics", ""),
    ] {
        app.page(path, "").await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_addresses_waits_and_who_has_one_does_not_count() {
    let mut app = TestApp::new().await;
    let session = person(&app).await;
    let path = address(&app.submit(MAKE, &session, &[]).await.expect(200));
    app.peer = Some(SocketAddr::from(([192, 0, 2, 7], 4711)));
    for _ in 0..25 {
        app.page(&path, "").await.expect(200);
    }
    for guess in 0..20 {
        let path = format!("/kalender/{guess:064x}.ics");
        app.page(&path, "").await.expect(404);
    }

    let refused = app
        .page(&format!("/kalender/{:064x}.ics", 20), "")
        .await
        .expect(429);

    assert!(refused.headers.contains_key("retry-after"));
    // A program beside that asks for a revoked address locks nobody out.
    app.page(&path, "").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_addresses_made_at_the_same_moment_one_stays() {
    let app = Arc::new(TestApp::new().await);
    let session = person(&app).await;
    let mut attempts = JoinSet::new();
    for _ in 0..8 {
        let (app, session) = (app.clone(), session.clone());
        attempts.spawn(async move { app.submit(MAKE, &session, &[]).await });
    }

    let answers = attempts.join_all().await;

    let mut open = 0;
    for made in answers {
        let path = address(&made.expect(200));
        open += usize::from(app.page(&path, "").await.status == 200);
    }
    assert_eq!(open, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_makes_it_for_somebody_else() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(employer)).await;
    let without_entry = app.browse_as(Role::Expert, Some(employer)).await;

    app.submit(MAKE, &manager, &[]).await.expect(403);
    app.submit(MAKE, &without_entry, &[]).await.expect(404);
    app.submit(MAKE, "", &[]).await.expect(401);
}
