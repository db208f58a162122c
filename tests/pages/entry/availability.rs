//! When somebody can help.

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
