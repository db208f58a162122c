//! What was typed and not saved.

use kataster::access::Role;
use kataster::entity::expert_draft;
use kataster::privacy::Retention;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::Kept;
use crate::privacy::retention::housekeeping;
use crate::support::{TestApp, expert, organisation};

const TYPED: [(&str, &str); 4] = [
    ("teil", "beschreibung"),
    ("stand", "1"),
    ("kurz_de", "Stellt Verzeichnisdienste wieder her"),
    ("text_de", "Noch nicht fertig"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_offered_filled_in_and_gone_when_saved() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let draft = kept.path("entwurf");

    app.submit(&draft, &kept.person, &TYPED).await.expect(204);
    let typed_on: Vec<_> = TYPED
        .map(|(name, value)| match name {
            "text_de" => (name, "Jetzt fertig"),
            _ => (name, value),
        })
        .into();
    app.submit(&draft, &kept.person, &typed_on)
        .await
        .expect(204);

    let offered = kept.show(&app, "beschreibung").await;
    assert!(offered.contains("Weiter bearbeiten"));
    assert!(!offered.contains("Jetzt fertig"), "first what is stored");
    let filled = kept.show(&app, "beschreibung?entwurf=1").await;
    assert!(filled.contains("Jetzt fertig"));
    assert!(
        !kept
            .show(&app, "kontakt")
            .await
            .contains("Weiter bearbeiten")
    );
    let other = app.page(&kept.path("beschreibung"), &kept.manager).await;
    assert!(
        !other.text.contains("Weiter bearbeiten"),
        "it is the person's"
    );
    let fields = [("kurz_de", "Rettet Daten"), ("text_de", "Jetzt fertig")];
    kept.send(&app, "beschreibung", &fields).await.expect(303);
    let saved = kept.show(&app, "beschreibung").await;
    assert!(!saved.contains("Weiter bearbeiten"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_older_than_the_entry_is_a_conflict_when_saved() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    app.submit(&kept.path("entwurf"), &kept.person, &TYPED)
        .await
        .expect(204);
    let fields = [("kurz_de", "Vom Arbeitgeber"), ("text_de", "Anders")];
    kept.send_as(&app, &kept.manager, "beschreibung", &fields)
        .await
        .expect(303);

    let filled = kept.show(&app, "beschreibung?entwurf=1").await;
    assert_eq!(super::version(&filled), "1");
    let again = app
        .submit(&kept.path("beschreibung"), &kept.person, &TYPED[1..])
        .await
        .expect(409);

    assert!(again.text.contains("Noch nicht fertig"));
    assert!(again.text.contains("Jetzt gespeichert: Anders"));
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_dropped_on_demand_after_a_week_and_when_too_long() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let draft = kept.path("entwurf");
    let count = async || {
        expert_draft::Entity::find()
            .count(app.state.db.reader())
            .await
            .unwrap()
    };

    app.submit(&draft, &kept.person, &TYPED).await.expect(204);
    let drop = [("teil", "beschreibung"), ("was", "verwerfen")];
    let back = app.submit(&draft, &kept.person, &drop).await.expect(303);
    assert_eq!(back.location(), kept.path("beschreibung"));
    assert_eq!(count().await, 0);

    app.submit(&draft, &kept.person, &TYPED).await.expect(204);
    app.move_days(8);
    let later = app.begin_session(&kept.email).await;
    let page = app
        .page(&kept.path("beschreibung"), &later)
        .await
        .expect(200);
    assert!(!page.text.contains("Weiter bearbeiten"));
    housekeeping(&app, Retention::default()).await;
    assert_eq!(count().await, 0);

    let kept = Kept::new(&app).await;
    let draft = kept.path("entwurf");
    let long = "x".repeat(40_000);
    let long = [("teil", "beschreibung"), ("text_de", long.as_str())];
    app.submit(&draft, &kept.person, &long).await.expect(422);
    let unknown = [("teil", "faehigkeiten")];
    app.submit(&draft, &kept.person, &unknown).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn capacities_have_drafts_and_others_keep_none() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let desk = expert(kept.employer).capacity(4).save(&app).await;
    let path = format!("/eintraege/{desk}/entwurf");

    app.submit(&path, &kept.manager, &TYPED).await.expect(204);
    let page = format!("/eintraege/{desk}/beschreibung?entwurf=1");
    let filled = app.page(&page, &kept.manager).await.expect(200).text;

    assert!(filled.contains("Noch nicht fertig"));
    let elsewhere = organisation().save(&app).await;
    let stranger = app.browse_as(Role::MemberManager, Some(elsewhere)).await;
    app.submit(&kept.path("entwurf"), &stranger, &TYPED)
        .await
        .expect(404);
}
