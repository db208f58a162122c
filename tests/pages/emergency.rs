//! `/notfallkarten`, `/kommune`, and the paper.

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::json;

use crate::emergency::{CARDS, TOWN, issue, new_card, provider, recorded, redeem, town};
use crate::support::{Answer, TestApp};

const FORM: &str = "/notfallkarten/ausstellen";

/// The form that issues a card, filled.
pub(super) fn form<'a>(place: &'a str, token: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("place", place),
        ("name", "Xylofanie Quastenflosser"),
        ("funktion", "Bürgermeisterin"),
        ("datum", "2026-11-20"),
        ("bedingungen", "1"),
        ("formular", token),
        ("fassung", "1"),
    ]
}

/// The codes on a printed card.
pub(super) fn codes(answer: &Answer) -> Vec<String> {
    let pieces = answer.text.split("<code>").skip(1);
    pieces
        .map(|piece| piece.split('<').next().unwrap().to_owned())
        .collect()
}

/// The id of a town's card, from a form of its page.
pub(super) fn card_id(page: &Answer) -> String {
    let (_, rest) = page.text.split_once("/notfallkarten/karten/").unwrap();
    rest.split('/').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_prints_its_card_and_sees_where_it_stands() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    provider(&["15082"]).save(&app).await;
    let before = app.page("/kommune", &own).await.expect(200);
    assert!(
        before
            .text
            .contains("/notfallkarten/ausstellen?place=15082180"),
        "{}",
        before.text
    );
    let shown = app
        .page("/notfallkarten/ausstellen?place=15082180", &own)
        .await
        .expect(200);
    assert!(shown.text.contains("Köthen"));

    let paper = app.submit(FORM, &own, &form(TOWN, "f1")).await.expect(200);

    assert_eq!(paper.headers["cache-control"], "no-store");
    assert_eq!(codes(&paper).len(), 10);
    for text in [
        "Stadt Köthen (Anhalt)",
        "15082180-1",
        "Netzwerk trennen",
        "Rechenzentrum Musterland",
        "/hilfe",
    ] {
        assert!(paper.text.contains(text), "{text}");
    }
    let after = app.page("/kommune", &own).await.expect(200);
    assert!(
        after.text.contains("10 von 10") && after.text.contains("Quastenflosser"),
        "{}",
        after.text
    );
    assert!(codes(&paper).iter().all(|code| !after.text.contains(code)));
    redeem(&app, TOWN, &codes(&paper)[9]).await.expect(201);
    assert!(app.page("/kommune", &own).await.text.contains("9 von 10"));
}

#[tokio::test(flavor = "multi_thread")]
async fn reloading_the_paper_issues_nothing_and_shows_no_code() {
    let app = TestApp::new().await;
    let own = app
        .browse_as(Role::Requester, Some(town().save(&app).await))
        .await;
    app.submit(FORM, &own, &form(TOWN, "f1")).await.expect(200);

    let again = app.submit(FORM, &own, &form(TOWN, "f1")).await.expect(409);

    assert_eq!(codes(&again), Vec::<String>::new());
    assert!(again.text.contains("nicht noch einmal"), "{}", again.text);
    assert_eq!(recorded(&app, "emergency_card.issued").await.len(), 1);
    let other = app.submit(FORM, &own, &form(TOWN, "f2")).await.expect(422);
    assert!(
        other.text.contains("hatte schon eine Karte"),
        "{}",
        other.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_not_filled_says_what_is_missing_and_keeps_the_rest() {
    let app = TestApp::new().await;
    let own = app
        .browse_as(Role::Requester, Some(town().save(&app).await))
        .await;
    let sent = [
        ("place", TOWN),
        ("funktion", "Bürgermeisterin"),
        ("datum", "2027-01-01"),
        ("formular", "f1"),
        ("fassung", "1"),
    ];

    let missing = app.submit(FORM, &own, &sent).await.expect(422);

    assert!(
        missing.text.contains("name-fehler") && missing.text.contains("bedingungen-fehler"),
        "{}",
        missing.text
    );
    assert!(missing.text.contains("value=\"Bürgermeisterin\""));
    let mut late = form(TOWN, "f1");
    late[3].1 = "2027-01-01";
    let late = app.submit(FORM, &own, &late).await.expect(422);
    assert!(late.text.contains("datum-fehler"), "{}", late.text);
    let foreign = app
        .submit(FORM, &own, &form("15082", "f1"))
        .await
        .expect(422);
    assert!(
        foreign.text.contains("für diesen Ort") || foreign.text.contains("Für diesen Ort"),
        "{}",
        foreign.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_replace_a_card_on_the_pages() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (_, old) = issue(&app, TOWN).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    let card = card_id(&app.page("/kommune", &own).await.expect(200));
    let path = format!("/notfallkarten/karten/{card}/ersatz");

    app.submit(&path, &own, &[]).await.expect(303);
    let mine = app.page("/kommune", &own).await.expect(200);
    assert!(mine.text.contains("Sie haben angefragt"), "{}", mine.text);
    app.submit(&format!("{path}/bestaetigen"), &own, &[])
        .await
        .expect(303);
    let theirs = app
        .page(&format!("/notfallkarten/{house}"), &coordinator)
        .await
        .expect(200);
    assert!(
        theirs.text.contains("ersatz/bestaetigen"),
        "{}",
        theirs.text
    );
    let paper = app
        .submit(&format!("{path}/bestaetigen"), &coordinator, &[])
        .await
        .expect(200);

    assert_eq!(codes(&paper).len(), 10);
    assert!(paper.text.contains("15082180-2"));
    let reloaded = app
        .submit(&format!("{path}/bestaetigen"), &coordinator, &[])
        .await
        .expect(409);
    assert_eq!(codes(&reloaded), Vec::<String>::new());
    redeem(&app, TOWN, &old[0]).await.expect(422);
    redeem(&app, TOWN, &codes(&paper)[0]).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_revoked_with_one_button() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (_, old) = issue(&app, TOWN).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    let card = card_id(&app.page("/kommune", &own).await.expect(200));

    let answer = app
        .submit(&format!("/notfallkarten/karten/{card}/sperren"), &own, &[])
        .await
        .expect(303);

    assert_eq!(answer.location(), "/kommune");
    assert!(
        app.page("/kommune", &own)
            .await
            .text
            .contains("Die Karte ist gesperrt")
    );
    redeem(&app, TOWN, &old[0]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_issues_many_cards_at_once_or_none() {
    let app = TestApp::new().await;
    let house = provider(&["15082"]).save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    issue(&app, "15082430").await;
    let path = "/organisation/notfallkarten";
    let wrong = "AGS;Name;Funktion;Datum\n15082180;Erika Muster;Bürgermeisterin;2026-11-20\n15082430;A B;CD;2026-11-20\n01001000;A B;CD;2026-11-20\n15082180;A B;CD;2026-11-20\n15082;A B;CD;2027-11-20";

    let refused = app
        .submit(
            path,
            &manager,
            &[("zeilen", wrong), ("formular", "b1"), ("fassung", "1")],
        )
        .await
        .expect(422);

    for line in [
        "Zeile 3: Diese Kommune hatte schon",
        "Zeile 4: Prüfen Sie den Schlüssel",
        "Zeile 5: Diese Kommune steht schon",
        "Zeile 6: Der Tag liegt",
    ] {
        assert!(refused.text.contains(line), "{line}: {}", refused.text);
    }
    assert!(!refused.text.contains("Zeile 2"));
    assert_eq!(recorded(&app, "emergency_card.issued").await.len(), 1);
    let right =
        "15082180;Erika Muster;Bürgermeisterin;2026-11-20\n15082;Max Muster;Landrat;3.11.2026";
    let paper = app
        .submit(
            path,
            &manager,
            &[("zeilen", right), ("formular", "b1"), ("fassung", "1")],
        )
        .await
        .expect(200);
    assert_eq!(codes(&paper).len(), 20);
    assert_eq!(paper.text.matches("<article").count(), 2);
    let again = app
        .submit(
            path,
            &manager,
            &[("zeilen", right), ("formular", "b1"), ("fassung", "1")],
        )
        .await
        .expect(409);
    assert_eq!(codes(&again), Vec::<String>::new());
    let list = app
        .page(&format!("{path}?q=k%C3%B6then"), &manager)
        .await
        .expect(200);
    assert!(list.text.contains("15082180-1"), "{}", list.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_cards_are_issued_in_one_go() {
    let app = TestApp::new().await;
    let regions = &app.state.reference.regions;
    let towns: Vec<String> = regions
        .at_level(kataster::reference::Level::Gemeinde)
        .take(500)
        .map(|region| region.ags.to_string())
        .collect();
    let places: Vec<&str> = towns.iter().map(String::as_str).collect();
    let house = provider(&places).save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let signed = "Änne-Öriça Übermüller-Großkreuz;Hauptverwaltungsbeamtin;2026-11-20";
    let rows: Vec<String> = towns.iter().map(|ags| format!("{ags};{signed}")).collect();
    let rows = rows.join("\n");
    let begun = std::time::Instant::now();

    let form = [
        ("zeilen", rows.as_str()),
        ("formular", "b1"),
        ("fassung", "1"),
    ];
    let send = || app.submit("/organisation/notfallkarten", &manager, &form);
    let mut paper = send().await;
    // On a busy machine the register asks to try again, as it does of everybody.
    if paper.status.as_u16() == 503 {
        paper = send().await;
    }
    let paper = paper.expect(200);

    println!("500 cards in {:?}", begun.elapsed());
    assert_eq!(codes(&paper).len(), 5_000);
}

/// A town with two people to call back, and the session that registered them.
async fn with_contacts(app: &TestApp) -> (OrganisationId, String) {
    let house = town().save(app).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    for (name, number) in [("Eins", "0171 1112223"), ("Zwei", "0171 1112224")] {
        let name = format!("Quastenflosser {name}");
        let form = [("name", name.as_str()), ("nummer", number)];
        app.submit("/kommune/kontakte", &own, &form)
            .await
            .expect(303);
    }
    (house, own)
}

/// The id of the last contact on the page.
fn last_contact(page: &Answer) -> String {
    let (before, _) = page.text.rsplit_once("/entfernen").unwrap();
    before.rsplit_once('/').unwrap().1.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_keeps_whom_to_call() {
    let app = TestApp::new().await;
    let (house, own) = with_contacts(&app).await;
    let second = last_contact(&app.page("/kommune", &own).await.expect(200));
    let path = format!("/kommune/kontakte/{second}");

    let form = [("name", "M"), ("nummer", "ruf an")];
    let wrong = app
        .submit("/kommune/kontakte", &own, &form)
        .await
        .expect(422);
    app.submit(&format!("{path}/nach-oben"), &own, &[])
        .await
        .expect(303);
    let moved = app.page("/kommune", &own).await.expect(200);
    app.submit(&format!("{path}/entfernen"), &own, &[])
        .await
        .expect(303);
    let after = app.page("/kommune", &own).await.expect(200);

    assert!(wrong.text.contains("name-fehler") && wrong.text.contains("nummer-fehler"));
    assert_ne!(last_contact(&moved), second);
    assert!(
        !after.text.contains("Quastenflosser Zwei"),
        "{}",
        after.text
    );
    assert!(after.text.contains("Quastenflosser Eins"), "{}", after.text);
    app.move_days(200);
    let own = app.browse_as(Role::Requester, Some(house)).await;
    let stale = app.page("/kommune", &own).await.expect(200);
    assert!(stale.text.contains("Lange nicht geprüft"), "{}", stale.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_looks_at_contacts_on_record_and_not_without_a_purpose() {
    let app = TestApp::new().await;
    let (house, _) = with_contacts(&app).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    let (page, path) = (
        format!("/notfallkarten/{house}"),
        format!("/notfallkarten/{house}/kontakte"),
    );

    let before = app.page(&page, &coordinator).await.expect(200);
    app.submit(&path, &coordinator, &[("zweck", "neugier")])
        .await
        .expect(422);
    let shown = app
        .submit(&path, &coordinator, &[("zweck", "call_back")])
        .await
        .expect(200);

    assert!(!before.text.contains("Quastenflosser") && !before.text.contains("1112223"));
    assert!(shown.text.contains("+491711112223"), "{}", shown.text);
    let record = recorded(&app, "emergency_contacts.revealed").await;
    assert_eq!(record.len(), 1);
    assert_eq!(record[0]["subject"], house.to_string());
    assert_eq!(record[0]["details"], json!({"purpose": "call_back"}));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_reads_or_changes_the_contacts_of_a_town() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    app.submit(
        "/kommune/kontakte",
        &own,
        &[("name", "Max Muster"), ("nummer", "0171 1112223")],
    )
    .await
    .expect(303);
    let page = app.page("/kommune", &own).await.expect(200);
    let id = page
        .text
        .split_once("/kommune/kontakte/con_")
        .unwrap()
        .1
        .split('/')
        .next()
        .unwrap()
        .to_owned();
    let theirs = provider(&[TOWN]).save(&app).await;
    let kreis = crate::support::district().save(&app).await;
    let foreign = app.browse_as(Role::Requester, Some(kreis)).await;

    for verb in ["geprueft", "nach-oben", "entfernen"] {
        app.submit(&format!("/kommune/kontakte/con_{id}/{verb}"), &foreign, &[])
            .await
            .expect(404);
    }
    for role in [
        Role::Expert,
        Role::MemberManager,
        Role::Requester,
        Role::Vetter,
        Role::Admin,
        Role::Auditor,
        Role::LandLiaison,
    ] {
        let organisation = role.is_for_an_organisation().then_some(theirs);
        let session = app.browse_as(role, organisation).await;
        let path = format!("/notfallkarten/{house}/kontakte");
        app.submit(&path, &session, &[("zweck", "call_back")])
            .await
            .expect(403);
    }
    assert_eq!(recorded(&app, "emergency_contacts.revealed").await.len(), 0);
    // On PostgreSQL there is no such file; what is written is the same.
    for file in ["kataster.db", "kataster.db-wal"] {
        let bytes = std::fs::read(app.folder.path().join(file)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("Max Muster") && !text.contains("1112223"),
            "{file}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_town_is_not_found_and_the_list_shows_the_own_alone() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    issue(&app, TOWN).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    app.post(CARDS, &coordinator, &new_card("15082"))
        .await
        .expect(201);
    let own = app.browse_as(Role::Requester, Some(house)).await;
    let foreign = provider(&["01001"]).save(&app).await;
    let foreign = app.browse_as(Role::MemberManager, Some(foreign)).await;

    app.page(&format!("/notfallkarten/{house}"), &foreign)
        .await
        .expect(404);
    let list = app.page("/notfallkarten", &own).await.expect(200);

    assert!(
        list.text.contains("15082180-1") && !list.text.contains("15082-1"),
        "{}",
        list.text
    );
}
