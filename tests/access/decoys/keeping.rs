//! Making and removing decoys.

use kataster::access::Role;
use kataster::decoys;

use super::{FORM, alarms_of, make};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_that_was_removed_is_not_found() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let decoy = make(&app, &admin, &[FORM[2].1]).await.remove(0);
    let page = app.page("/verwaltung/koeder", &admin).await.expect(200);
    let (_, rest) = page.text.split_once("/verwaltung/koeder/dec_").unwrap();
    let id = rest.split('/').next().unwrap();
    let remove = format!("/verwaltung/koeder/dec_{id}/entfernen");
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    app.submit(&remove, &admin, &[]).await.expect(303);
    app.submit(&remove, &admin, &[]).await.expect(404);

    app.get(&format!("/api/v1/experts/{}", decoy.id), &coordinator)
        .await
        .expect(404);
    assert_eq!(alarms_of(&app, "decoy").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn decoys_are_kept_by_an_admin_who_confirmed_who_they_are() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let now = app.state.db.clock().now();

    app.clock.set(now.plus_seconds(11 * 60));

    let answer = app.page("/verwaltung/koeder", &admin).await.expect(303);
    assert!(answer.location().starts_with("/bestaetigen"));
    app.submit("/verwaltung/koeder", &admin, &FORM).await;
    let made = decoys::all(&app.state.db, &app.state.keyring)
        .await
        .unwrap();
    assert_eq!(made, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_decoy_is_said_at_its_field() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let form = [
        ("ueberschrift", ""),
        ("beschreibung", "bleibt <b>"),
        ("rolle", ""),
        ("kreis", "99999"),
    ];
    let twice = FORM.map(|(name, value)| match name {
        "faehigkeit1" => (name, FORM[2].1),
        _ => (name, value),
    });

    let answer = app
        .submit("/verwaltung/koeder", &admin, &form)
        .await
        .expect(422);
    for text in [
        "Schreiben Sie eine Überschrift",
        "Wählen Sie eine Rolle",
        "Wählen Sie einen Kreis",
        "bleibt &#60;b&#62;",
    ] {
        assert!(answer.text.contains(text), "{text}");
    }
    let answer = app
        .submit("/verwaltung/koeder", &admin, &twice)
        .await
        .expect(422);
    assert!(answer.text.contains("jede Fähigkeit nur einmal"));
    assert_eq!(
        decoys::all(&app.state.db, &app.state.keyring)
            .await
            .unwrap(),
        []
    );
}
