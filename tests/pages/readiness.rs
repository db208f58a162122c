//! Ticks, the sheet for who arrives, the order and the hand-over, as browsers show them.

use kataster::access::Role;
use serde_json::Value;

use super::help;
use super::requests::{look, person, told, town};
use crate::emergency::recorded;
use crate::help::scene::{Scene, one_need, yes};
use crate::help::status_page;

/// Somebody who said yes, and the sessions of all sides.
struct Case {
    scene: Scene,
    incident: String,
    deployment: String,
    /// What whoever asked holds.
    held: Value,
    /// What whoever helps holds.
    link: String,
    town: String,
    manager: String,
    person: String,
}

impl Case {
    async fn proposed() -> Self {
        let scene = Scene::with(1).await;
        let (incident, held) = scene.incident().await;
        let (_, deployment) = scene.promised(&incident, &one_need(), &yes()).await;
        let (helper, link) = scene.asked().remove(0);
        let (helper, house) = (helper.id, helper.employer);
        let manager = (Role::MemberManager, Some(house));
        Self {
            town: town(&scene, &incident).await,
            manager: scene.app.browse_as(manager.0, manager.1).await,
            person: person(&scene, (helper, house)).await,
            incident,
            deployment,
            held,
            link,
            scene,
        }
    }

    async fn committed() -> Self {
        let case = Self::proposed().await;
        let accept = format!("/einsaetze/{}/annahme", case.deployment);
        let accepted = case
            .scene
            .app
            .submit(&accept, &case.town, &[("antwort", "accept")])
            .await;
        accepted.expect(303);
        case.scene.run().await;
        case
    }

    fn sheet(&self) -> String {
        format!("/vorfaelle/{}/einsatzmappe", self.incident)
    }

    fn paper(&self, name: &str) -> String {
        format!("/einsaetze/{}/{name}", self.deployment)
    }

    /// The status page of the town.
    fn status(&self) -> String {
        status_page(&self.held)
    }

    async fn fill(&self, stand: &str, phone: &str) -> crate::support::Answer {
        let form = format!("{}/bearbeiten", self.sheet());
        let fields = [
            ("stand", stand),
            ("leitung", "Xylofanie Quastenflosser"),
            ("leitung-telefon", phone),
            ("eingang", "Haus B 🏛️"),
            ("eigene-werkzeuge", "no"),
        ];
        self.scene.app.submit(&form, &self.town, &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_is_filled_in_and_read_by_who_comes() {
    let case = Case::committed().await;
    let wrong = case.fill("0", "rufen Sie an").await.expect(422).text;
    assert!(wrong.contains("id=\"leitung-telefon-fehler\"") && wrong.contains("Haus B 🏛️"));

    let saved = case.fill("0", "0171 9990001").await;
    let page = told(&case.scene, saved, &case.town).await;
    assert!(page.contains("Die Einsatzmappe ist gespeichert."));

    let lost = case.fill("0", "0171 9990001").await.expect(409).text;
    assert!(lost.contains("inzwischen geändert") && lost.contains("Xylofanie"));
    let path = case.sheet();
    let read = look(&case.scene, &path, &case.person).await;
    for said in [
        "Quastenflosser",
        "tel:+491719990001",
        "Haus B 🏛️",
        "Konten werden vor Ort ausgegeben",
    ] {
        assert!(read.contains(said), "{said}");
    }
    let house = look(&case.scene, &path, &case.manager).await;
    assert!(house.contains("Quastenflosser") && !house.contains("9990001"));
    assert!(house.contains("Die privaten Nummern sehen nur"));
    let form = format!("{path}/bearbeiten");
    case.scene.app.page(&form, &case.person).await.expect(403);
    let read = recorded(&case.scene.app, "incident.arrival_sheet_read").await;
    assert_eq!(read.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_like_a_password_is_asked_about() {
    let case = Case::committed().await;
    let form = format!("{}/bearbeiten", case.sheet());
    let fields = [("stand", "0"), ("internet", "WLAN-Passwort: Sommer")];

    let asked = case.scene.app.submit(&form, &case.town, &fields).await;

    let page = asked.expect(422).text;
    assert!(
        page.contains("id=\"internet-fehler\"") && page.contains("name=\"keine-zugangsdaten\"")
    );
    let sure = [&fields[..], &[("keine-zugangsdaten", "ja")]].concat();
    case.scene
        .app
        .submit(&form, &case.town, &sure)
        .await
        .expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_without_accounts_writes_with_its_code_and_who_helps_reads_by_link() {
    let case = Case::committed().await;
    let app = &case.scene.app;
    let path = format!("{}/einsatzmappe", case.status());
    case.fill("0", "0171 9990001").await.expect(303);
    let asked = help::look(app, &path, "").await;
    assert!(asked.contains("name=\"code\"") && !asked.contains("Quastenflosser"));
    let none = help::submit(app, &path, &[("code", "")]).await.expect(422);
    assert!(!none.text.contains("Quastenflosser"));
    let code = case.held["spoken_code"].as_str().unwrap();

    let opened = help::submit(app, &path, &[("code", code)])
        .await
        .expect(200);
    assert!(opened.text.contains("Quastenflosser") && opened.text.contains("value=\"1\""));
    let fields = [("stand", "1"), ("parken", "Hof"), ("code", "")];
    help::submit(app, &path, &fields).await.expect(422);
    let fields = [("stand", "1"), ("parken", "Hof"), ("code", code)];
    let saved = help::submit(app, &path, &fields).await.expect(200);
    assert!(saved.text.contains("Die Einsatzmappe ist gespeichert."));

    let link = format!("/a/{}/einsatzmappe", case.link);
    let read = help::look(app, &link, "").await;
    assert!(read.contains("Hof") && !read.contains("Quastenflosser"));
    assert_eq!(recorded(app, "incident.arrival_sheet_read").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn before_they_are_committed_links_show_nothing() {
    let case = Case::proposed().await;
    let app = &case.scene.app;
    for path in [
        format!("/a/{}/einsatzmappe", case.link),
        format!("/a/{}/handgriff", case.link),
        format!("{}/einsaetze/{}/handgriff", case.status(), case.deployment),
    ] {
        app.page(&path, "").await.expect(404);
    }
    for session in [&case.person, &case.manager] {
        app.page(&case.sheet(), session).await.expect(404);
        let hand_over = case.paper("uebergabe");
        app.page(&hand_over, session).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_tick_by_their_links() {
    let case = Case::committed().await;
    let app = &case.scene.app;
    let town = format!("{}/einsaetze/{}/handgriff", case.status(), case.deployment);
    let person = format!("/a/{}/handgriff", case.link);
    assert!(help::look(app, &case.status(), "").await.contains(&town));

    let fields = [("haken", "backups_safe"), ("erledigt", "ja")];
    let sent = help::submit(app, &town, &fields).await.expect(303);

    assert_eq!(sent.location(), town);
    let seen = help::look(app, &person, "").await;
    assert!(seen.contains("Abgehakt: Kommune") && seen.contains("Schriftlicher Auftrag liegt vor"));
    let back = [("haken", "backups_safe"), ("erledigt", "nein")];
    help::submit(app, &person, &back).await.expect(303);
    assert!(!help::look(app, &town, "").await.contains("Abgehakt:"));
    help::submit(app, &town, &[("haken", "x")])
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_warns_of_what_is_open_and_is_never_stopped() {
    let case = Case::committed().await;
    let app = &case.scene.app;
    let path = format!("/einsaetze/{}", case.deployment);
    let page = look(&case.scene, &path, &case.town).await;
    assert!(page.contains("sind noch 7 Punkte offen: Schriftlicher Auftrag liegt vor"));
    for paper in ["/auftrag\"", "/uebergabe\"", "/einsatzmappe\""] {
        assert!(page.contains(paper), "{paper}");
    }
    let house = look(&case.scene, &path, &case.manager).await;
    assert!(house.contains("/auftrag\"") && !house.contains("/uebergabe\""));

    let fields = [("haken", "written_order"), ("erledigt", "ja")];
    let ticked = app
        .submit(&format!("{path}/handgriff"), &case.manager, &fields)
        .await;

    let page = told(&case.scene, ticked, &case.manager).await;
    assert!(page.contains("Die Liste ist gespeichert.") && page.contains("Abgehakt: Arbeitgeber"));
    app.submit(&format!("{path}/beginn"), &case.town, &[])
        .await
        .expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hand_over_is_written_once_and_stays() {
    let case = Case::committed().await;
    let app = &case.scene.app;
    let path = case.paper("uebergabe");
    let fields = [
        ("formular", "einmal"),
        ("stand", "Zwei Server laufen 🖥️"),
        ("offen", "Drucker"),
    ];

    for _ in 0..2 {
        app.submit(&path, &case.person, &fields).await.expect(303);
    }

    let page = look(&case.scene, &path, &case.town).await;
    assert_eq!(page.matches("Zwei Server laufen 🖥️").count(), 1);
    assert!(page.contains("Fassung 1: Fachkraft"));
    let empty = [("formular", "zwei"), ("stand", " ")];
    let wrong = app.submit(&path, &case.town, &empty).await.expect(422);
    assert!(wrong.text.contains("id=\"stand-fehler\""));
    app.page(&path, &case.manager).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_a_draft_that_names_no_town_before_it_is_accepted() {
    let case = Case::proposed().await;
    let path = case.paper("auftrag");
    for session in [&case.person, &case.manager] {
        let page = look(&case.scene, &path, session).await;
        assert!(page.contains("paper__draft") && page.contains("wird genannt, sobald"));
        assert!(page.contains("Landkreis Anhalt-Bitterfeld"));
        assert!(!page.contains("Kommune: noch nicht angenommen"));
    }
    let accept = format!("/einsaetze/{}/annahme", case.deployment);
    let form = [("antwort", "accept")];
    case.scene
        .app
        .submit(&accept, &case.town, &form)
        .await
        .expect(303);

    for session in [&case.person, &case.manager, &case.town] {
        let page = look(&case.scene, &path, session).await;
        for said in [
            "§ 203 StGB",
            "Ungeklärt. Zu klären bis",
            "Vorlage, keine Rechtsberatung",
            "Datensicherung",
        ] {
            assert!(page.contains(said), "{said}");
        }
        for hidden in ["paper__draft", "wird genannt", "Quastenflosser"] {
            assert!(!page.contains(hidden), "{hidden}");
        }
    }
    let other = crate::support::organisation()
        .with("place", "15083")
        .save(&case.scene.app)
        .await;
    let stranger = case.scene.app.browse_as(Role::Requester, Some(other)).await;
    case.scene.app.page(&path, &stranger).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_says_that_the_conditions_were_confirmed_at_once() {
    let case = Case::committed().await;
    let path = case.paper("auftrag");
    let before = look(&case.scene, &path, &case.person).await;
    let confirm = format!("/vorfaelle/{}/sofortvereinbarung", case.incident);
    let fields = [
        ("fassung", "1"),
        ("name", "Erika Muster"),
        ("funktion", "Bürgermeisterin"),
        ("bedingungen", "1"),
    ];
    let done = case.scene.app.submit(&confirm, &case.town, &fields).await;
    done.expect(303);

    let after = look(&case.scene, &path, &case.person).await;

    assert!(before.contains("Kommune: noch nicht angenommen"));
    assert!(after.contains("Kommune: Fassung 1, sofort bestätigt am"));
    assert!(!after.contains("Erika Muster"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_opens_nothing_of_the_arrival_sheet_but_to_the_town() {
    let case = Case::committed().await;
    let form = format!("{}/bearbeiten", case.sheet());
    let fields = [
        ("stand", "0"),
        ("entscheidet", "Zwiebelfischbeauftragte"),
        ("nothalt", "Xylofanie Quastenflosser"),
        ("nothalt-telefon", "0171 9990002"),
    ];
    let saved = case.scene.app.submit(&form, &case.town, &fields).await;
    saved.expect(303);
    let path = case.paper("auftrag");

    let town = look(&case.scene, &path, &case.town).await;
    assert!(town.contains("Zwiebelfischbeauftragte"));
    for session in [&case.person, &case.manager] {
        let page = look(&case.scene, &path, session).await;
        assert!(!page.contains("Zwiebelfischbeauftragte"));
        assert!(page.contains("Steht in der Einsatzmappe"));
    }
    for session in [&case.person, &case.manager, &case.town] {
        let page = look(&case.scene, &path, session).await;
        assert!(!page.contains("Quastenflosser") && !page.contains("9990002"));
    }
    let read = recorded(&case.scene.app, "incident.arrival_sheet_read").await;
    assert!(read.is_empty());
}
