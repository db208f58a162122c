//! `/verwaltung/kontakte`

use kataster::db::Db;
use kataster::entity::land_contact::{Column, Entity};
use kataster::entity::reference_edition;
use kataster::reference::{self, Living};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use std::sync::Arc;

use super::{admin, recorded};
use crate::support::TestApp;

const LIST: &str = "/verwaltung/kontakte";
const HELP: &str = "Cyber-Ersthilfe BW";

/// The page of the contact with this name.
async fn path_of(app: &TestApp, name: &str) -> String {
    let row = Entity::find().filter(Column::Name.eq(name));
    let row = row.one(app.state.db.reader()).await.unwrap().unwrap();
    format!("{LIST}/{}", row.id)
}

/// What everybody sees of it, once this node has heard of the last change.
async fn shown(app: &TestApp, name: &str) -> Option<Value> {
    app.settle().await;
    let list = app
        .get("/api/v1/regions/08/contacts", "")
        .await
        .expect(200)
        .json();
    let items = list["items"].as_array().unwrap();
    items.iter().find(|item| item["name"] == name).cloned()
}

fn form<'a>(phone: &'a str, version: &'a str) -> [(&'a str, &'a str); 11] {
    [
        ("stand", version),
        ("land", "08"),
        ("stelle", "incident_response"),
        ("name", HELP),
        ("telefon", phone),
        ("email", "hilfe@example.org"),
        ("adresse_web", ""),
        ("anschrift", "Schlossplatz 1, Stuttgart"),
        ("zeiten", "rund um die Uhr"),
        ("hinweis", ""),
        ("quelle", "Anruf"),
    ]
}

/// Starts anew with the shipped edition, as after an upgrade.
async fn upgrade(db: &Db) {
    let txn = db.begin().await.unwrap();
    let part = reference_edition::Entity::delete_by_id("contacts".to_owned());
    part.exec(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();
    reference::install(db).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_contact_is_shown_everywhere_at_once_and_survives_an_upgrade() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let other = Living::new(app.state.living.now());
    let path = path_of(&app, HELP).await;

    app.submit(&path, &keeper, &form("0711 137 1", "1"))
        .await
        .expect(303);

    let now = shown(&app, HELP).await.unwrap();
    assert_eq!(
        (&now["phone"], &now["address"]),
        (&"0711 137 1".into(), &"Schlossplatz 1, Stuttgart".into())
    );
    assert_eq!(now["last_checked"], "2026-11-23");
    other
        .reload(&app.state.db, &[reference::Part::Contacts])
        .await
        .unwrap();
    let there = other.now();
    assert!(
        there
            .contacts
            .iter()
            .any(|contact| contact.phone.as_deref() == Some("0711 137 1"))
    );
    upgrade(&app.state.db).await;
    let loaded = Arc::new(reference::load(&app.state.db).await.unwrap());
    let kept: Vec<_> = loaded
        .contacts
        .iter()
        .filter(|contact| contact.name == HELP)
        .collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].phone.as_deref(), Some("0711 137 1"));
    let entry = recorded(&app, "contact.changed").await.remove(0);
    assert!(
        entry["details"]["fields"]
            .as_array()
            .unwrap()
            .contains(&"phone".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_checked_for_half_a_year_stands_on_top_until_one_tap() {
    let app = TestApp::new().await;
    app.move_days(150);
    let (_, keeper) = admin(&app).await;
    let path = path_of(&app, HELP).await;
    app.submit(&format!("{path}/geprueft"), &keeper, &[])
        .await
        .expect(303);
    app.move_days(100);
    let (_, keeper) = admin(&app).await;

    let page = app.page(LIST, &keeper).await.expect(200).text;

    assert!(page.contains("Stellen hat seit einem halben Jahr niemand geprüft."));
    let rows: Vec<&str> = page.split("<tr>").skip(2).collect();
    assert!(
        rows.last().unwrap().contains(HELP),
        "the only one that is fresh stands last"
    );
    assert_eq!(page.matches("fact--success").count(), 1);
    assert_eq!(
        shown(&app, HELP).await.unwrap()["last_checked"],
        "2027-04-22"
    );
    assert_eq!(recorded(&app, "contact.checked").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_contact_is_gone_and_an_upgrade_does_not_bring_it_back() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let path = path_of(&app, HELP).await;

    app.submit(&format!("{path}/entfernen"), &keeper, &[])
        .await
        .expect(303);

    assert_eq!(shown(&app, HELP).await, None);
    upgrade(&app.state.db).await;
    let loaded = reference::load(&app.state.db).await.unwrap();
    assert!(loaded.contacts.iter().all(|contact| contact.name != HELP));
    app.page(&path, &keeper).await.expect(404);
    app.submit(&format!("{path}/entfernen"), &keeper, &[])
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_admins_the_second_sees_both_states() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let path = path_of(&app, HELP).await;
    app.submit(&path, &keeper, &form("0711 137 1", "1"))
        .await
        .expect(303);

    let late = app
        .submit(&path, &keeper, &form("0711 137 2", "1"))
        .await
        .expect(409)
        .text;

    assert!(late.contains("value=\"0711 137 2\"") && late.contains("0711 137 1"));
    assert_eq!(shown(&app, HELP).await.unwrap()["phone"], "0711 137 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_contact_is_checked_as_it_is_typed() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let new = format!("{LIST}/neu");
    let wrong = [
        ("land", "08"),
        ("stelle", "cert"),
        ("name", "Meldestelle"),
        ("telefon", "ruf an"),
        ("email", "kein"),
        ("adresse_web", "javascript:alert(1)"),
        ("quelle", ""),
    ];

    let page = app.submit(&new, &keeper, &wrong).await.expect(422).text;

    for message in [
        "Geben Sie eine Telefonnummer an",
        "Geben Sie eine E-Mail-Adresse an",
        "die mit https:// beginnt",
        "Quelle: Füllen Sie das aus.",
    ] {
        assert!(page.contains(message), "{message}");
    }
    let mut right = form("0711 137 3", "0").to_vec();
    right[3] = ("name", "Meldestelle Süd");
    app.submit(&new, &keeper, &right).await.expect(303);
    assert_eq!(
        shown(&app, "Meldestelle Süd").await.unwrap()["phone"],
        "0711 137 3"
    );
}
