//! The task list, and who may see it.

use serde_json::json;

use super::Kept;
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn the_task_list_leads_to_every_part_and_the_preview_masks() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;

    let list = app.page("/profil", &kept.person).await.expect(200).text;

    for part in [
        "kontakt",
        "faehigkeiten",
        "zertifikate",
        "sprachen",
        "einsatz",
        "verfuegbarkeit",
        "beschreibung",
    ] {
        assert!(
            list.contains(&format!("href=\"{}\"", kept.path(part))),
            "{part}"
        );
        kept.show(&app, part).await;
    }
    assert!(list.contains("Unvollständig"), "the description is missing");
    let preview = format!("/fachkraefte/{}", kept.id);
    assert!(list.contains(&preview));
    let seen = app.page(&preview, &kept.person).await.expect(200).text;
    assert!(!seen.contains("Mustermann"));
    let own = app.page("/verfuegbarkeit", &kept.person).await.expect(303);
    assert_eq!(own.location(), kept.path("verfuegbarkeit"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_confirms_the_entry() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    app.clock
        .set(app.state.db.clock().now().plus_seconds(3_600));

    app.submit(&kept.path("bestaetigen"), &kept.person, &[])
        .await
        .expect(303);

    let confirmed = kept.stored(&app).await["confirmed_at"].clone();
    assert_eq!(confirmed, json!(app.state.db.clock().now()));
    app.submit(&kept.path("bestaetigen"), &kept.manager, &[])
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn others_find_no_entry() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let other = Kept::new(&app).await;

    for part in ["kontakt", "faehigkeiten", "verfuegbarkeit"] {
        for session in [&other.person, &other.manager] {
            app.page(&kept.path(part), session).await.expect(404);
            app.submit(&kept.path(part), session, &[("stand", "1")])
                .await
                .expect(404);
        }
    }
    let home = format!("/eintraege/{}", kept.id);
    app.page(&home, &other.manager).await.expect(404);
    app.page(&home, &kept.manager).await.expect(200);
}
