//! The roster on its page, on the status page, and in what whoever asked is promised.

use kataster::access::Role;
use kataster::clock::Instant;
use kataster::ids::AccountId;

use super::help::{TOWN, look, send, text};
use crate::support::TestApp;

const PATH: &str = "/bereitschaft";
const TAKE: &str = "/bereitschaft/uebernahme";

/// A coordinator's account, mail address and session.
async fn coordinator(app: &TestApp) -> (AccountId, String, String) {
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    (id, email, session)
}

/// A moment of the clock in Berlin as browsers send it; the tests begin at nine in winter.
fn local(app: &TestApp, hours: i64) -> String {
    let now = app.state.db.clock().now().plus_seconds(hours * 3_600);
    let (day, time) = (now.date(), now.time_of_day());
    format!("{day}T{time:0>5}")
}

/// Plans a shift on the page.
async fn add(app: &TestApp, session: &str, (account, seat): (AccountId, &str), hours: (i64, i64)) {
    let (account, from, until) = (
        account.to_string(),
        local(app, hours.0),
        local(app, hours.1),
    );
    let fields = [
        ("konto", account.as_str()),
        ("platz", seat),
        ("von", from.as_str()),
        ("bis", until.as_str()),
    ];
    app.submit(PATH, session, &fields).await.expect(303);
}

fn later(app: &TestApp, seconds: i64) -> Instant {
    app.state.db.clock().now().plus_seconds(seconds)
}

#[tokio::test(flavor = "multi_thread")]
async fn shifts_are_planned_and_struck_and_gaps_shown_plainly() {
    let app = TestApp::new().await;
    let (first, email, session) = coordinator(&app).await;
    let (second, other, _) = coordinator(&app).await;
    let desk = text(&app.page("/vorfaelle", &session).await.expect(200));
    assert!(desk.contains("href=\"/bereitschaft\""));
    let empty = text(&app.page(PATH, &session).await.expect(200));
    assert!(empty.contains("noch keinen Dienstplan"));
    assert!(empty.contains(&other));

    let fields = [
        ("konto", ""),
        ("platz", ""),
        ("von", "gestern"),
        ("bis", ""),
    ];
    let refused = text(&app.submit(PATH, &session, &fields).await.expect(422));
    for field in ["konto", "platz", "von", "bis"] {
        assert!(refused.contains(&format!("{field}-fehler")), "{field}");
    }
    add(&app, &session, (first, "primary"), (0, 8)).await;
    add(&app, &session, (second, "deputy"), (0, 8)).await;
    let account = first.to_string();
    let (from, until) = (local(&app, 7), local(&app, 9));
    let twice = [
        ("konto", account.as_str()),
        ("platz", "third"),
        ("von", from.as_str()),
        ("bis", until.as_str()),
    ];
    let refused = text(&app.submit(PATH, &session, &twice).await.expect(422));
    assert!(refused.contains("schon einen anderen Platz"));

    let shown = text(&app.page(PATH, &session).await.expect(200));
    assert!(shown.contains(&email) && shown.contains("Sie sind die erste Kraft."));
    assert!(shown.contains(
        "Lücke: heute, 17:00 Uhr bis 7. Dezember 2026, 9:00 Uhr, niemand als erste Kraft"
    ));
    let (_, rest) = shown
        .split_once("action=\"/bereitschaft/schichten/")
        .unwrap();
    let id = rest.split('/').next().unwrap();
    let remove = format!("/bereitschaft/schichten/{id}/entfernen");
    app.submit(&remove, &session, &[]).await.expect(303);
    app.submit(&remove, &session, &[]).await.expect(404);
    let shown = text(&app.page(PATH, &session).await.expect(200));
    assert_eq!(shown.matches("/bereitschaft/schichten/").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_ran_out_says_when() {
    let app = TestApp::new().await;
    let (account, _, session) = coordinator(&app).await;
    add(&app, &session, (account, "primary"), (0, 1)).await;
    let planned = text(&app.page(PATH, &session).await.expect(200));
    assert!(!planned.contains("ausgelaufen"));

    app.clock.set(later(&app, 3_600));

    let over = text(&app.page(PATH, &session).await.expect(200));
    assert!(over.contains("Der Dienstplan ist am"));
    assert!(!over.contains("noch keinen Dienstplan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_takes_over_and_admins_only_plan() {
    let app = TestApp::new().await;
    let (first, ..) = coordinator(&app).await;
    let (_, email, session) = coordinator(&app).await;
    let admin = app.browse_as(Role::Admin, None).await;
    add(&app, &admin, (first, "primary"), (0, 8)).await;
    let seen = text(&app.page(PATH, &admin).await.expect(200));
    assert!(!seen.contains(TAKE) && !seen.contains("/bereitschaft/kalender"));
    let seen = text(&app.page(PATH, &session).await.expect(200));
    assert!(seen.contains(TAKE));

    app.submit(TAKE, &admin, &[]).await.expect(403);
    app.clock.set(later(&app, 60));
    app.submit(TAKE, &session, &[]).await.expect(303);

    let seen = text(&app.page(PATH, &session).await.expect(200));
    assert!(seen.contains("Sie sind die erste Kraft."));
    assert_eq!(seen.matches("/bereitschaft/schichten/").count(), 1);
    assert!(seen.contains(&email));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_shifts_are_in_the_calendar_by_a_secret_address() {
    let app = TestApp::new().await;
    let (own, email, session) = coordinator(&app).await;
    let (other, ..) = coordinator(&app).await;
    add(&app, &session, (own, "primary"), (0, 8)).await;
    add(&app, &session, (other, "deputy"), (0, 8)).await;

    let made = app.submit("/bereitschaft/kalender", &session, &[]).await;
    let made = text(&made.expect(200));
    let (_, rest) = made.split_once("/kalender/").unwrap();
    let address = format!("/kalender/{}", rest.split('"').next().unwrap());
    let feed = text(&app.page(&address, "").await.expect(200));

    assert_eq!(feed.matches("BEGIN:VEVENT").count(), 1);
    assert!(feed.contains("SUMMARY:Koordinierungsstelle: erste Kraft"));
    assert!(feed.contains("DTSTART:20261123T080000Z"));
    assert!(feed.contains("DTEND:20261123T160000Z"));
    assert!(!feed.contains(&email));
    let revoke = "/bereitschaft/kalender/widerrufen";
    let revoked = app.submit(revoke, &session, &[]).await.expect(303);
    assert_eq!(revoked.location(), PATH);
    app.page(&address, "").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_status_page_says_whether_somebody_is_on_duty() {
    let app = TestApp::new().await;
    let (own, email, session) = coordinator(&app).await;
    let status = || async { look(&app, "/status", "").await };
    assert!(!status().await.contains("im Dienst"));

    add(&app, &session, (own, "third"), (0, 8)).await;
    let seen = status().await;
    assert!(seen.contains("Jemand ist im Dienst") && !seen.contains(&email));
    app.clock.set(later(&app, 8 * 3_600));

    assert!(status().await.contains("Zurzeit ist niemand im Dienst"));
}

#[tokio::test(flavor = "multi_thread")]
async fn while_nobody_is_on_duty_no_time_is_promised_and_after_twenty_minutes_the_truth_is_told() {
    let app = TestApp::new().await;
    let (own, _, session) = coordinator(&app).await;
    add(&app, &session, (own, "primary"), (0, 1)).await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let (promise, time) = ("Wir rufen Sie zurück", "Rechnen Sie damit bis");
    let truth = "Zurzeit ist niemand erreichbar";
    let sent = send(&app, &fields).await.expect(303);
    let seen = look(&app, sent.location(), "").await;
    assert!(seen.contains(promise) && seen.contains(time));
    app.clock.set(later(&app, 3_600));

    let sent = send(&app, &fields).await.expect(303);
    let path = sent.location().to_owned();
    let seen = look(&app, &path, "").await;
    assert!(seen.contains(promise) && seen.contains("zurzeit ist niemand im Dienst eingeteilt"));
    assert!(seen.contains("Wenn es eilt:") && seen.contains("href=\"tel:"));
    assert!(!seen.contains(time) && !seen.contains(truth));
    app.clock.set(later(&app, 1_200));
    let seen = look(&app, &path, "").await;
    assert!(seen.contains(truth) && !seen.contains(promise));

    // Somebody is there after all.
    let sent = send(&app, &fields).await.expect(303);
    app.submit(TAKE, &session, &[]).await.expect(303);
    let seen = look(&app, sent.location(), "").await;
    assert!(seen.contains(promise) && seen.contains(time));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_it_over_later_does_not_put_off_the_truth() {
    let app = TestApp::new().await;
    let (_, _, first) = coordinator(&app).await;
    let (_, _, second) = coordinator(&app).await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(&app, &fields).await.expect(303);
    let list = text(&app.page("/vorfaelle", &first).await.expect(200));
    let (_, rest) = list.split_once("href=\"/vorfaelle/inc_").unwrap();
    let take = format!(
        "/vorfaelle/inc_{}/uebernahme",
        rest.split('"').next().unwrap()
    );
    app.submit(&take, &first, &[]).await.expect(303);
    app.clock.set(later(&app, 1_199));

    app.submit(&take, &second, &[]).await.expect(303);

    let promise = "Wir rufen Sie zurück";
    assert!(look(&app, sent.location(), "").await.contains(promise));
    app.clock.set(later(&app, 1));
    assert!(!look(&app, sent.location(), "").await.contains(promise));
}
