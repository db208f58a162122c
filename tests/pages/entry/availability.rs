//! When somebody can help.

use kataster::access::Role;
use serde_json::json;

use super::Kept;
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn availability_takes_one_tap_and_absences_come_and_go() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let path = kept.path("verfuegbarkeit");
    let send = async |fields: &[(&str, &str)]| app.submit(&path, &kept.person, fields).await;
    let available = async || kept.stored(&app).await["availability"].clone();

    send(&[("stand", "remote_only")]).await.expect(303);
    assert_eq!(available().await["state"], "remote_only");
    send(&[("was", "woche"), ("tag", "1"), ("tag", "5")])
        .await
        .expect(303);
    send(&[
        ("was", "abwesend"),
        ("von", "2026-12-24"),
        ("bis", "2027-01-06"),
    ])
    .await
    .expect(303);
    let held = available().await;
    assert_eq!(held["weekdays"], json!([1, 5]));
    assert_eq!(
        held["absences"],
        json!([{"first_day": "2026-12-24", "last_day": "2027-01-06"}])
    );
    assert_eq!(
        held["state"], "remote_only",
        "each form changes its own part"
    );

    for (fields, message) in [
        (
            &[("stand", "later"), ("ab", "")][..],
            "Geben Sie an, ab welchem Tag",
        ),
        (&[("was", "woche")], "Kreuzen Sie mindestens einen Tag an."),
        (
            &[
                ("was", "abwesend"),
                ("von", "2027-02-02"),
                ("bis", "2027-02-01"),
            ],
            "Der letzte liegt nicht vor dem ersten.",
        ),
        (
            &[("was", "abwesend"), ("von", ""), ("bis", "2027-02-01")],
            "Der letzte liegt nicht vor dem ersten.",
        ),
    ] {
        let page = send(fields).await.expect(422).text;
        assert!(page.contains(message), "{fields:?}");
    }
    assert_eq!(available().await, held);
    send(&[("was", "zurueck"), ("abwesenheit", "2026-12-24/2027-01-06")])
        .await
        .expect(303);
    send(&[("stand", "later"), ("ab", "2027-03-01")])
        .await
        .expect(303);
    assert_eq!(available().await["absences"], json!([]));
    assert_eq!(available().await["from"], "2027-03-01");
}

#[tokio::test(flavor = "multi_thread")]
async fn absences_that_ended_count_no_longer_and_go_when_it_is_saved_next() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let day = |days: i64| {
        app.state
            .db
            .clock()
            .now()
            .plus_days(days)
            .date()
            .to_string()
    };
    let absence = |days| json!({"first_day": day(days), "last_day": day(days)});
    let full: Vec<_> = (1..=50).map(absence).collect();
    let token = app.sign_in(Role::MemberManager, Some(kept.employer)).await;
    let path = format!("/api/v1/experts/{}/availability", kept.id);
    let body = json!({"state": "now", "absences": full});
    app.put(&path, &token, &body).await.expect(200);
    let (first, last) = (day(60), day(61));
    let another = [("was", "abwesend"), ("von", &*first), ("bis", &*last)];
    let page = kept.path("verfuegbarkeit");
    let refused = app.submit(&page, &kept.person, &another).await;
    assert!(
        refused
            .expect(422)
            .text
            .contains("Mehr Abwesenheiten gehen nicht")
    );

    app.move_days(49);
    let session = app.begin_session(&kept.email).await;
    app.submit(&page, &session, &another).await.expect(303);

    let left = json!([
        {"first_day": day(0), "last_day": day(0)},
        {"first_day": day(1), "last_day": day(1)},
        {"first_day": first, "last_day": last},
    ]);
    assert_eq!(kept.stored(&app).await["availability"]["absences"], left);
    let shown = app.page(&page, &session).await.expect(200).text;
    assert_eq!(shown.matches("value=\"zurueck\"").count(), 3, "each can go");
    let gone = format!("{}/{}", day(1), day(1));
    let gone = [("was", "zurueck"), ("abwesenheit", gone.as_str())];
    app.submit(&page, &session, &gone).await.expect(303);
    let left = kept.stored(&app).await["availability"]["absences"].clone();
    assert_eq!(left.as_array().unwrap().len(), 2, "{left}");
}
