//! A calendar file whose events changed since absences were taken from them.

use kataster::access::Role;
use serde_json::json;

use super::Kept;
use super::calendar_file::{FILE, absences, fields, send, take_all};
use crate::support::TestApp;

/// An entry with the absences of the file.
async fn taken(app: &TestApp) -> Kept {
    let kept = Kept::new(app).await;
    let preview = send(app, &kept, &kept.person, FILE.as_bytes()).await;
    take_all(app, &kept, &preview.expect(200).text)
        .await
        .expect(303);
    kept
}

/// The file with the first event in January.
fn moved() -> String {
    FILE.replace("VALUE=DATE:20261224", "VALUE=DATE:20270110")
        .replace("VALUE=DATE:20270107", "VALUE=DATE:20270113")
}

async fn type_in(app: &TestApp, kept: &Kept, form: &[(&str, &str)]) {
    let path = kept.path("verfuegbarkeit");
    app.submit(&path, &kept.person, form).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_typed_absence_stays_whole_when_an_event_within_it_moves() {
    let app = TestApp::new().await;
    let kept = taken(&app).await;
    let typed = [
        ("was", "abwesend"),
        ("von", "2027-01-30"),
        ("bis", "2027-02-10"),
    ];
    type_in(&app, &kept, &typed).await;
    let needless = [("was", "zurueck"), ("abwesenheit", "2027-02-01/2027-02-03")];
    type_in(&app, &kept, &needless).await;
    let later = FILE
        .replace(":20270201T", ":20270310T")
        .replace(":20270203T", ":20270312T");

    let preview = send(&app, &kept, &kept.person, later.as_bytes()).await;
    let preview = preview.expect(200).text;
    take_all(&app, &kept, &preview).await.expect(303);

    let stored = json!([
        {"first_day": "2026-12-24", "last_day": "2027-01-06"},
        {"first_day": "2027-01-30", "last_day": "2027-02-10"},
        {"first_day": "2027-03-10", "last_day": "2027-03-12"},
    ]);
    assert_eq!(absences(&app, &kept).await, stored);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_event_that_is_not_settled_is_not_ticked() {
    let app = TestApp::new().await;
    let kept = taken(&app).await;
    let settled = "TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF";
    let later = moved().replace(settled, "STATUS:TENTATIVE");

    let preview = send(&app, &kept, &kept.person, later.as_bytes()).await;
    let preview = preview.expect(200).text;
    let token = app.sign_in(Role::MemberManager, Some(kept.employer)).await;
    let path = format!("/api/v1/experts/{}/absences/read", kept.id);
    let bearer = format!("Bearer {token}");
    let sender = ("authorization", bearer.as_str());
    let file = ("file", later.as_bytes());
    let read = app.upload(&path, sender, &[], file).await.expect(200);

    let sent = fields(&preview);
    let count = |name: &str| sent.iter().filter(|(given, _)| given == name).count();
    assert_eq!((count("verschoben"), count("verschoben-angebot")), (0, 1));
    assert!(preview.contains("noch unter Vorbehalt"), "{preview}");
    let expected = json!([{
        "before": {"first_day": "2026-12-24", "last_day": "2027-01-06"},
        "now": {"first_day": "2027-01-10", "last_day": "2027-01-12"},
        "reason": "tentative",
    }]);
    assert_eq!(read.json()["moved"], expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_event_is_entered_even_if_its_absence_was_removed_meanwhile() {
    let app = TestApp::new().await;
    let kept = taken(&app).await;
    let preview = send(&app, &kept, &kept.person, moved().as_bytes()).await;
    let preview = preview.expect(200).text;
    assert!(
        fields(&preview)
            .iter()
            .any(|(name, _)| name == "verschoben")
    );
    let gone = [("was", "zurueck"), ("abwesenheit", "2026-12-24/2027-01-06")];
    type_in(&app, &kept, &gone).await;

    take_all(&app, &kept, &preview).await.expect(303);

    let stored = json!([
        {"first_day": "2027-01-10", "last_day": "2027-01-12"},
        {"first_day": "2027-02-01", "last_day": "2027-02-03"},
    ]);
    assert_eq!(absences(&app, &kept).await, stored);
}
