//! `POST /experts/{id}/absences/read`: days from a calendar file.

use kataster::access::{Role, TokenScope};
use serde_json::json;

use crate::support::{Answer, TestApp, expert, organisation};

const FILE: &[u8] = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Urlaub\nDTSTART:20261224\nDTEND:20270107\nEND:VEVENT\n\
BEGIN:VEVENT\nSUMMARY:Frei\nDTSTART:20270208\nTRANSP:TRANSPARENT\nEND:VEVENT\n\
BEGIN:VEVENT\nSUMMARY:Unklar\nDTSTART:bald\nEND:VEVENT\nEND:VCALENDAR\n";

async fn read(app: &TestApp, path: &str, token: &str, file: &[u8]) -> Answer {
    let bearer = format!("Bearer {token}");
    app.upload(path, ("authorization", &bearer), &[], ("file", file))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_answered_with_days_and_nothing_is_written() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let held = json!([{"first_day": "2026-12-20", "last_day": "2027-01-06"}]);
    let free = expert(employer).save(&app).await;
    let away = expert(employer)
        .with("availability", json!({"state": "now", "absences": held}))
        .save(&app)
        .await;
    let token = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = |id| format!("/api/v1/experts/{id}/absences/read");
    let before = app
        .get(&format!("/api/v1/experts/{free}"), &token)
        .await
        .etag();

    let read_free = read(&app, &path(free), &token, FILE).await.expect(200);
    let read_away = read(&app, &path(away), &token, FILE).await.expect(200);

    assert_eq!(
        read_free.json(),
        json!({
            "absences": [{"first_day": "2026-12-24", "last_day": "2027-01-06", "entered": false}],
            "doubtful": [{"first_day": "2027-02-08", "last_day": "2027-02-08", "reason": "free"}],
            "moved": [],
            "gone": [],
            "left_out": {"cancelled": 0, "short": 0, "other_time": 0, "unreadable": 1, "doubtful": 0},
            "unreadable": [{"line": 12, "part": "start"}],
            "unknown_zones": [],
        })
    );
    assert_eq!(read_away.json()["absences"][0]["entered"], true);
    let after = app
        .get(&format!("/api/v1/experts/{free}"), &token)
        .await
        .etag();
    assert_eq!(before, after);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_calendar_and_an_entry_of_others_are_refused() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}/absences/read");

    for (file, code) in [
        (&b""[..], "empty"),
        (b"%PDF", "no_calendar"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no_events"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "incomplete"),
    ] {
        let answer = read(&app, &path, &token, file).await.expect(422).json();

        assert_eq!(answer["errors"][0]["pointer"], "/file");
        assert_eq!(answer["errors"][0]["code"], code);
    }
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;
    read(&app, &path, &stranger, FILE).await.expect(404);
    let reader = app.sign_in_scoped(employer, &[TokenScope::Read]).await;
    read(&app, &path, &reader, FILE).await.expect(403);
    app.post(&path, &token, &json!({})).await.expect(415);
}
