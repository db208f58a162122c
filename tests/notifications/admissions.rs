//! Who is told that an admission ends, and when.

use kataster::access::Role;
use kataster::app::handlers;
use kataster::clock::Instant;
use kataster::ids::ExpertId;
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use serde_json::json;

use crate::support::{MailServer, TestApp, expert, organisation};

async fn run(app: &TestApp, post: &Post) {
    let handlers = handlers(app.state.keyring.clone(), Retention::default(), post);
    let runner = Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
}

/// End of the admission of an entry.
async fn end(app: &TestApp, id: ExpertId) -> Instant {
    let entry = kataster::experts::load(app.state.db.reader(), &[id]).await;
    entry.unwrap()[0].admissions[0].until
}

/// Letters about the end of an admission, each with what it links to.
fn letters(server: &MailServer) -> Vec<String> {
    let taken = server.taken().into_iter();
    taken
        .filter(|letter| letter.contains("endet bald eine Aufnahme"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_told_90_30_and_7_days_ahead() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let end = end(&app, id).await;
    let mut told = Vec::new();

    for (days, seconds) in [(90, -1), (90, 0), (89, 0), (30, 0), (7, 0), (0, 0)] {
        app.clock.set(end.plus_days(-days).plus_seconds(seconds));
        run(&app, &server.post()).await;
        told.push(letters(&server).len());
    }

    assert_eq!(told, [0, 1, 1, 2, 3, 3]);
    let letter = &letters(&server)[0];
    assert!(
        letter.contains("https://kataster.example.org/profil"),
        "{letter}"
    );
    for detail in ["Erika", "Mustermann", "Rechenzentrum", "K-"] {
        assert!(!letter.contains(detail), "{detail}: {letter}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn for_entries_without_an_account_the_managers_are_told_once() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let employer = organisation().save(&app).await;
    let capacity = expert(employer).capacity(4).save(&app).await;
    expert(employer).capacity(2).save(&app).await;
    let before = server.taken().len();

    // All capacities of the house end within half a year: by then two were due, each manager told once a day.
    app.clock.set(end(&app, capacity).await.plus_days(-90));
    run(&app, &server.post()).await;

    let letters = letters(&server);
    assert!(before == 0 && !letters.is_empty());
    assert!(
        letters
            .iter()
            .all(|letter| letter.contains("/organisation"))
    );
    let mut to: Vec<_> = letters
        .iter()
        .map(|letter| {
            letter
                .split("\r\nTo: ")
                .nth(1)
                .unwrap()
                .lines()
                .next()
                .unwrap()
        })
        .collect();
    let all = to.len();
    to.sort_unstable();
    to.dedup();
    assert_eq!(to.len(), all, "nobody is told twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_of_what_vetters_look_at_already() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    app.clock.set(end(&app, id).await.plus_days(-90));
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}/submit");
    app.post(&path, &manager, &json!({})).await.expect(201);

    run(&app, &server.post()).await;

    assert_eq!(letters(&server).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_of_what_was_taken_away() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let end = end(&app, id).await;
    let vetter = app.sign_in(Role::Vetter, None).await;
    let path = format!("/api/v1/experts/{id}/vetting/revocation");
    let body = json!({"reason": "nicht mehr tätig"});
    let opened = app.post(&path, &vetter, &body).await.expect(201).json();
    let case = opened["id"].as_str().unwrap();
    let second = app.sign_in(Role::Vetter, None).await;
    let path = format!("/api/v1/vetting-cases/{case}/assessments");
    let body = json!({"verdict": "reject", "reason": "nicht mehr tätig"});
    app.post(&path, &second, &body).await.expect(201);

    app.clock.set(end.plus_days(-90));
    run(&app, &server.post()).await;

    assert_eq!(letters(&server).len(), 0);
}
