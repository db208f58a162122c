//! Making sure who asks, on the page of an incident.

use kataster::access::Role;

use super::help::text;
use super::incidents::{asked, word};
use crate::emergency::{recorded, town};
use crate::support::TestApp;

/// A second goes by.
fn later(app: &TestApp) {
    app.clock.set(app.state.db.clock().now().plus_seconds(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_registered_before_comes_first_and_another_one_needs_a_reason() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let requester = app.browse_as(Role::Requester, Some(own)).await;
    let contact = [("name", "Quastenflosser Eins"), ("nummer", "0171 1112223")];
    app.submit("/kommune/kontakte", &requester, &contact)
        .await
        .expect(303);
    later(&app);
    let desk = app.browse_as(Role::Coordinator, None).await;
    let (status, path) = asked(&app, &desk).await;
    let late = [("name", "Tiefseequalle Zwei"), ("nummer", "0171 4445556")];
    app.submit("/kommune/kontakte", &requester, &late)
        .await
        .expect(303);

    let page = text(&app.page(&path, &desk).await.expect(200));
    let first = page.find("Hinterlegte Nummern zeigen").unwrap();
    assert!(first < page.find("Vom Anrufer angegeben").unwrap());
    assert!(!page.contains("1711112223"));
    let reveal = format!("{path}/hinterlegt");
    let shown = app.submit(&reveal, &desk, &[]).await.expect(200);
    assert!(shown.text.contains("1711112223") && !shown.text.contains("9998887"));
    // Entered after help was asked for.
    assert!(!shown.text.contains("1714445556"));
    assert_eq!(recorded(&app, "emergency_contacts.revealed").await.len(), 1);

    let word = word(&app, &status).await;
    let verify = format!("{path}/bestaetigung");
    let mut form = vec![("art", "call_back"), ("wort", word.as_str())];
    let unsaid = app.submit(&verify, &desk, &form).await.expect(422);
    assert!(unsaid.text.contains("id=\"angerufen-fehler\""));
    form.push(("angerufen", "other"));
    let unreasoned = app.submit(&verify, &desk, &form).await.expect(422);
    assert!(unreasoned.text.contains("id=\"grund-nummer-fehler\""));
    // What was heard is not asked for again, unless it was wrong.
    let kept = format!("name=\"wort\" type=\"text\" value=\"{word}\"");
    assert!(unsaid.text.contains(&kept) && unreasoned.text.contains(&kept));
    form.push(("grund", "Die hinterlegte ist besetzt"));
    app.submit(&verify, &desk, &form).await.expect(303);
    let record = recorded(&app, "incident.verified").await;
    assert_eq!(record[0]["details"]["number"], "other");
    // Nobody is to be called back any more.
    app.submit(&reveal, &desk, &[]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_once_shown_stay_with_each_other_and_with_a_form_that_comes_back() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let requester = app.browse_as(Role::Requester, Some(own)).await;
    let contact = [("name", "Quastenflosser Eins"), ("nummer", "0171 1112223")];
    app.submit("/kommune/kontakte", &requester, &contact)
        .await
        .expect(303);
    later(&app);
    let desk = app.browse_as(Role::Coordinator, None).await;
    let (_, path) = asked(&app, &desk).await;
    let numbers = |page: &str| ["1711112223", "1719998887"].map(|number| page.contains(number));
    let first = format!("{path}/hinterlegt");
    let shown = app.submit(&first, &desk, &[]).await.expect(200).text;
    assert_eq!(numbers(&shown), [true, false]);
    assert!(shown.contains("name=\"gezeigt\" value=\"hinterlegt\""));

    let second = format!("{path}/kontakt");
    let one = [("gezeigt", "hinterlegt")];
    let shown = app.submit(&second, &desk, &one).await.expect(200).text;
    assert_eq!(numbers(&shown), [true, true]);
    let both = ("gezeigt", "kontakt hinterlegt");
    assert!(shown.contains("name=\"gezeigt\" value=\"kontakt hinterlegt\""));
    let forms = [
        ("bestaetigung", ("art", "call_back")),
        ("bestaetigung", ("art", "known_person")),
        ("ort", ("ort", "Nirgendwo XYZ")),
        ("schliessen", ("grund", "")),
        ("notizen", ("notiz", "")),
    ];
    for (form, field) in forms {
        let action = format!("{path}/{form}");
        let again = app.submit(&action, &desk, &[field, both]).await;
        assert_eq!(numbers(&again.expect(422).text), [true, true], "{form}");
    }
    let action = format!("{path}/anlagen");
    let sender = ("cookie", desk.as_str());
    let wrong: (&str, &[u8]) = ("file", b"kein Bild");
    let again = app.upload(&action, sender, &[both], wrong).await;
    assert_eq!(numbers(&again.expect(422).text), [true, true]);

    // Each look is one of its own.
    let again = forms.len() + 1;
    let looks = recorded(&app, "emergency_contacts.revealed").await.len();
    assert_eq!(looks, 2 + again);
    let looks = recorded(&app, "incident.contact_revealed").await.len();
    assert_eq!(looks, 1 + again);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_entered_after_help_was_asked_for_is_not_one_registered_before() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let (_, path) = asked(&app, &desk).await;
    later(&app);
    let requester = app.browse_as(Role::Requester, Some(own)).await;
    let late = [("name", "Tiefseequalle Zwei"), ("nummer", "0171 4445556")];
    app.submit("/kommune/kontakte", &requester, &late)
        .await
        .expect(303);

    let page = text(&app.page(&path, &desk).await.expect(200));

    assert!(page.contains("ist keine Nummer hinterlegt"));
    let reveal = format!("{path}/hinterlegt");
    let shown = app.submit(&reveal, &desk, &[]).await.expect(200);
    assert!(!shown.text.contains("1714445556"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_tap_leads_back_and_a_wrong_word_is_not_kept() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let (status, path) = asked(&app, &desk).await;
    let verify = format!("{path}/bestaetigung");
    let wrong = [("art", "call_back"), ("wort", "Quastenflosser")];
    let again = app.submit(&verify, &desk, &wrong).await.expect(422);
    assert!(!again.text.contains("value=\"Quastenflosser\""));
    let word = word(&app, &status).await;
    let right = [("art", "call_back"), ("wort", word.as_str())];
    app.submit(&verify, &desk, &right).await.expect(303);

    let twice = app.submit(&verify, &desk, &right).await.expect(303);

    assert_eq!(twice.location(), path);
    let cookies = format!("{desk}; {}", twice.cookie("meldung").unwrap());
    let page = text(&app.page(&path, &cookies).await.expect(200));
    assert!(page.contains("Der Vorfall war schon bestätigt."));
    assert_eq!(recorded(&app, "incident.verified").await.len(), 1);
}
