//! Conditions that changed between a form and its answer: nobody accepts what they did not read.

use kataster::access::Role;
use serde_json::{Value, json};

use super::emergency::{card_id, codes, form};
use crate::emergency::{CARDS, TOWN, issue, provider, recorded, redeem, requester, town};
use crate::support::{Answer, TestApp};

const FORM: &str = "/notfallkarten/ausstellen";

/// Puts a second version of the conditions in force.
async fn reword(app: &TestApp) {
    let admin = app.browse_as(Role::Admin, None).await;
    let words = [
        ("stand", "1"),
        ("text_de", "Zweck: Wir helfen einander."),
        ("text_en", "Purpose: We help each other."),
    ];
    app.submit("/verwaltung/texte/conditions", &admin, &words)
        .await
        .expect(303);
    app.settle().await;
}

/// Who accepted a version of the conditions for a town.
fn accepted<'a>(version: &'a str, name: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("fassung", version),
        ("name", name),
        ("funktion", "Bürgermeisterin"),
        ("datum", "2026-11-23"),
        ("bedingungen", "1"),
    ]
}

/// Whether a page shows the second version, asks for it, and keeps what was typed but the tick.
fn asks_anew(page: &Answer) {
    for text in [
        "Wir helfen einander.",
        "Fassung 2",
        "name=\"fassung\" value=\"2\"",
        "Der Text hat sich geändert",
    ] {
        assert!(page.text.contains(text), "{text}: {}", page.text);
    }
    assert!(!page.text.contains(" checked"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_a_first_card_shows_a_text_that_changed_and_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let own = app
        .browse_as(Role::Requester, Some(town().save(&app).await))
        .await;
    let path = format!("{FORM}?place={TOWN}");
    let shown = app.page(&path, &own).await.expect(200).text;
    assert!(shown.contains("name=\"fassung\" value=\"1\"") && shown.contains("Fassung 1"));
    reword(&app).await;

    let again = app.submit(FORM, &own, &form(TOWN, "f1")).await.expect(422);

    asks_anew(&again);
    assert!(again.text.contains("value=\"Xylofanie Quastenflosser\""));
    // Another mistake beside it hides nothing: the form that comes back is for the new text.
    let mut wrong = form(TOWN, "f1");
    wrong[1].1 = "X";
    let again = app.submit(FORM, &own, &wrong).await.expect(422);
    asks_anew(&again);
    for version in ["", "3", "zwei"] {
        let mut bad = form(TOWN, "f1");
        bad.retain(|(name, _)| *name != "fassung");
        bad.push(("fassung", version));
        asks_anew(&app.submit(FORM, &own, &bad).await.expect(422));
    }
    assert!(recorded(&app, "emergency_card.issued").await.is_empty());
    assert!(recorded(&app, "conditions.accepted").await.is_empty());

    let mut read = accepted("2", "Xylofanie Quastenflosser");
    read.extend([("place", TOWN), ("formular", "f1")]);
    let paper = app.submit(FORM, &own, &read).await.expect(200);
    assert_eq!(codes(&paper).len(), 10);
    let record = recorded(&app, "conditions.accepted").await;
    assert_eq!(record[0]["details"]["version"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_cards_are_issued_for_the_text_that_was_shown_or_not_at_all() {
    let app = TestApp::new().await;
    let house = provider(&["15082"]).save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let path = "/organisation/notfallkarten";
    let rows =
        "15082180;Erika Muster;Bürgermeisterin;2026-11-23\n15082;Max Muster;Landrat;23.11.2026";
    let send = async |version: &str| {
        let form = [("zeilen", rows), ("formular", "b1"), ("fassung", version)];
        app.submit(path, &manager, &form).await
    };
    let shown = app.page(path, &manager).await.expect(200).text;
    assert!(shown.contains("name=\"fassung\" value=\"1\"") && shown.contains("Fassung 1"));
    reword(&app).await;

    for version in ["1", "", "3"] {
        let again = send(version).await.expect(422).text;
        for text in [
            "Die Einsatzbedingungen haben sich geändert.",
            "Wir helfen einander.",
            "name=\"fassung\" value=\"2\"",
            "15082180;Erika Muster;Bürgermeisterin",
        ] {
            assert!(again.contains(text), "{text}: {again}");
        }
        assert!(!again.contains("Zeile 1:"), "{again}");
    }
    assert!(recorded(&app, "emergency_card.issued").await.is_empty());

    let paper = send("2").await.expect(200);
    assert_eq!(codes(&paper).len(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_replaced_on_the_pages_once_the_town_accepted_the_new_text() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (_, old) = issue(&app, TOWN).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    let card = card_id(&app.page("/kommune", &own).await.expect(200));
    let path = format!("/notfallkarten/karten/{card}/ersatz");
    // As long as the accepted text is the current one, there is nothing to accept.
    let page = app.page(&path, &own).await.expect(303);
    assert_eq!(page.location(), "/kommune");
    reword(&app).await;

    let bare = app.submit(&path, &own, &[]).await.expect(409);
    asks_anew(&bare);
    let page = app.page("/kommune", &own).await.expect(200).text;
    assert!(page.contains("Weiter zu den Einsatzbedingungen"), "{page}");
    let page = app.page(&path, &own).await.expect(200).text;
    assert!(page.contains("Wir helfen einander.") && page.contains("name=\"fassung\" value=\"2\""));
    assert!(!page.contains("Der Text hat sich geändert"), "{page}");
    for (field, value, problem) in [
        ("name", "X", "name-fehler"),
        ("funktion", "", "funktion-fehler"),
        ("datum", "2026-11-24", "datum-fehler"),
        ("datum", "2026-11-22", "datum-fehler"),
        ("bedingungen", "", "bedingungen-fehler"),
        ("fassung", "1", "Der Text hat sich geändert"),
    ] {
        let mut form = accepted("2", "Xylofanie Quastenflosser");
        form.retain(|(name, _)| *name != field);
        form.push((field, value));
        let again = app.submit(&path, &own, &form).await.expect(422).text;
        assert!(again.contains(problem), "{field} {value}: {again}");
        assert!(again.contains("Bürgermeisterin") || field == "funktion");
    }
    assert_eq!(recorded(&app, "conditions.accepted").await.len(), 1);

    let form = accepted("2", "Xylofanie Quastenflosser");
    app.submit(&path, &own, &form).await.expect(303);

    let page = app.page("/kommune", &own).await.expect(200).text;
    assert!(
        page.contains("Sie haben angefragt") && page.contains("Quastenflosser"),
        "{page}"
    );
    let accepted = recorded(&app, "conditions.accepted").await;
    assert_eq!(accepted[0]["details"]["version"], 2);
    let confirm = format!("{path}/bestaetigen");
    let paper = app.submit(&confirm, &coordinator, &[]).await.expect(200);
    assert_eq!(codes(&paper).len(), 10);
    redeem(&app, TOWN, &old[0]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_confirms_takes_down_a_text_that_changed_after_it_was_asked_for() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (_, old) = issue(&app, TOWN).await;
    let own = app.browse_as(Role::Requester, Some(house)).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    let card = card_id(&app.page("/kommune", &own).await.expect(200));
    let path = format!("/notfallkarten/karten/{card}/ersatz");
    app.submit(&path, &own, &[]).await.expect(303);
    reword(&app).await;
    let confirm = format!("{path}/bestaetigen");

    let town_page = format!("/notfallkarten/{house}");
    let page = app.page(&town_page, &coordinator).await.expect(200).text;
    assert!(page.contains(&format!("href=\"{confirm}\"")), "{page}");
    let page = app.page(&confirm, &coordinator).await.expect(200).text;
    assert!(page.contains("Wir helfen einander."), "{page}");
    asks_anew(&app.submit(&confirm, &coordinator, &[]).await.expect(409));
    // Whoever asked confirms nothing, with the new text neither.
    let form = accepted("2", "Erika Beispiel");
    app.submit(&confirm, &own, &form).await.expect(303);
    let page = app.page(&confirm, &own).await.expect(303);
    assert_eq!(page.location(), "/kommune");
    redeem(&app, TOWN, &old[0]).await.expect(201);

    let paper = app.submit(&confirm, &coordinator, &form).await.expect(200);

    assert_eq!(codes(&paper).len(), 10);
    redeem(&app, TOWN, &old[1]).await.expect(422);
    redeem(&app, TOWN, &codes(&paper)[0]).await.expect(201);
    let accepted = recorded(&app, "conditions.accepted").await;
    assert_eq!(accepted.len(), 2, "what failed was not kept");
    let reloaded = app.submit(&confirm, &coordinator, &form).await.expect(409);
    assert_eq!(codes(&reloaded), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_confirms_says_how_the_new_text_was_accepted() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (id, _) = issue(&app, TOWN).await;
    let own = requester(&app, house).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let path = format!("{CARDS}/{id}/replacement");
    app.post(&path, &own, &json!({})).await.expect(201);
    reword(&app).await;
    let confirm = format!("{path}/confirm");
    let body = |version: i32| -> Value {
        let signatory = json!({"name": "Erika Beispiel", "function": "Bürgermeisterin"});
        json!({"acceptance": {
            "conditions_version": version, "accepted_on": "2026-11-23", "signatory": signatory,
        }})
    };

    app.post(&confirm, &coordinator, &json!({}))
        .await
        .expect(409);
    let old = app.post(&confirm, &coordinator, &body(1)).await.expect(422);
    assert_eq!(old.pointers(), ["/acceptance/conditions_version"]);
    app.post(&confirm, &own, &body(2)).await.expect(409);
    assert_eq!(recorded(&app, "conditions.accepted").await.len(), 1);

    let answer = app.post(&confirm, &coordinator, &body(2)).await.expect(201);
    assert_eq!(answer.json()["card"]["conditions_version"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_a_card_of_a_foreign_town_are_not_found() {
    let app = TestApp::new().await;
    town().save(&app).await;
    let (id, _) = issue(&app, TOWN).await;
    let foreign = provider(&["01001"]).save(&app).await;
    let foreign = app.browse_as(Role::MemberManager, Some(foreign)).await;
    let path = format!("/notfallkarten/karten/{id}/ersatz");

    for path in [path.clone(), format!("{path}/bestaetigen")] {
        app.page(&path, &foreign).await.expect(404);
        let form = accepted("1", "Erika Beispiel");
        app.submit(&path, &foreign, &form).await.expect(404);
    }
}
