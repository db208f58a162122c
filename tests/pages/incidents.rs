//! The desk's view of incidents.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;

use super::help::{TOWN, look, send, text};
use crate::emergency::town;
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_place_in_no_list_is_sent_as_it_is_and_named_by_the_desk() {
    let app = TestApp::new().await;
    let fields = [
        ("symptom", "unclear"),
        ("ort", "Zweckverband Xylophon"),
        ("telefon", "0171 9998887"),
    ];
    let unknown = send(&app, &fields).await.expect(422);
    assert!(text(&unknown).contains("name=\"ort_frei\""));
    let mut free = fields.to_vec();
    free.push(("ort_frei", "1"));
    send(&app, &free).await.expect(303);

    let desk = app.browse_as(Role::Coordinator, None).await;
    let list = text(&app.page("/vorfaelle", &desk).await.expect(200));
    assert!(list.contains("Zweckverband Xylophon"));
    let (_, rest) = list.split_once("href=\"/vorfaelle/inc_").unwrap();
    let path = format!("/vorfaelle/inc_{}", rest.split('"').next().unwrap());
    let known = [("art", "known_person"), ("grund", "Stimme erkannt")];
    let verify = format!("{path}/bestaetigung");
    app.submit(&verify, &desk, &known).await.expect(422);
    let place = format!("{path}/ort");
    app.submit(&place, &desk, &[("ort", "Nirgendwo XYZ")])
        .await
        .expect(422);
    app.submit(&place, &desk, &[("ort", "Köthen (Anhalt)")])
        .await
        .expect(303);
    // Another one of the name was meant.
    app.submit(&place, &desk, &[("ort", "Zörbig")])
        .await
        .expect(303);
    app.submit(&verify, &desk, &known).await.expect(303);
    app.submit(&place, &desk, &[("ort", "Dessau-Roßlau")])
        .await
        .expect(409);
}

/// Whether what the desk reads out has this word. Elsewhere on a page any word may stand.
pub fn says(page: &str, word: &str) -> bool {
    let (_, script) = page.split_once("class=\"note script\">").unwrap();
    let (script, _) = script.split_once("</p>").unwrap();
    script
        .split(|sign: char| !sign.is_alphanumeric())
        .any(|said| said == word)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_calls_back_and_follows_to_the_end() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(&app, &fields).await.expect(303);
    let status = look(&app, sent.location(), "").await;
    let words: Vec<_> = status
        .split("<dd>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    let desk = app.browse_as(Role::Coordinator, None).await;
    let list = text(&app.page("/vorfaelle", &desk).await.expect(200));
    let (_, rest) = list.split_once("href=\"/vorfaelle/inc_").unwrap();
    let path = format!("/vorfaelle/inc_{}", rest.split('"').next().unwrap());

    let page = text(&app.page(&path, &desk).await.expect(200));
    assert!(says(&page, words[0]) && !says(&page, words[1]) && !page.contains("9998887"));
    assert!(page.contains("Noch kümmert sich niemand"));
    app.submit(&format!("{path}/uebernahme"), &desk, &[])
        .await
        .expect(303);
    let taken = text(&app.page(&path, &desk).await.expect(200));
    assert!(taken.contains("Sie kümmern sich darum."));
    let other = app.browse_as(Role::Coordinator, None).await;
    let seen = text(&app.page(&path, &other).await.expect(200));
    assert!(seen.contains("kümmert sich seit"));
    let contact = format!("{path}/kontakt");
    let shown = app.submit(&contact, &desk, &[]).await.expect(200);
    assert!(text(&shown).contains("1719998887"));
    let verify = format!("{path}/bestaetigung");
    let wrong = [("art", "call_back"), ("wort", "falsch")];
    app.submit(&verify, &desk, &wrong).await.expect(422);
    let right = [("art", "call_back"), ("wort", words[1])];
    app.submit(&verify, &desk, &right).await.expect(303);
    let requester = app.browse_as(Role::Requester, Some(own)).await;
    let seen = text(&app.page(&path, &requester).await.expect(200));
    assert!(!seen.contains("/bestaetigung"));
    let close = format!("{path}/schliessen");
    app.submit(&close, &requester, &[]).await.expect(422);
    app.submit(&close, &requester, &[("grund", "done")])
        .await
        .expect(303);
    assert!(
        look(&app, sent.location(), "")
            .await
            .contains("href=\"/hilfe\"")
    );
    app.move_days(7);
    app.send(Method::GET, sent.location(), &[], Body::empty())
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_longest_is_first_however_many_come_after() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let ask = |place: &'static str| {
        let app = &app;
        async move {
            let fields = [
                ("symptom", "unclear"),
                ("ort", place),
                ("ort_frei", "1"),
                ("telefon", "0171 9998887"),
            ];
            send(app, &fields).await.expect(303);
        }
    };
    ask("Zweckverband Xylophon").await;
    for _ in 0..55 {
        app.clock.set(app.state.db.clock().now().plus_seconds(31));
        ask("Zweckverband Quastenflosser").await;
    }

    let list = text(&app.page("/vorfaelle", &desk).await.expect(200));

    let first = list.find("Zweckverband Xylophon").unwrap();
    assert!(first < list.find("Zweckverband Quastenflosser").unwrap());
    assert_eq!(list.matches("Zweckverband Quastenflosser").count(), 49);
    let (_, rest) = list
        .split_once("href=\"/vorfaelle?zustand=unverified&#38;nach=")
        .unwrap();
    let seen = rest.split('"').next().unwrap();
    let next = format!("/vorfaelle?zustand=unverified&nach={seen}");
    let next = text(&app.page(&next, &desk).await.expect(200));
    assert_eq!(next.matches("Zweckverband Quastenflosser").count(), 6);
}

/// Asks for help; the status page and the page of the incident, which is the only one.
pub(super) async fn asked(app: &TestApp, desk: &str) -> (String, String) {
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(app, &fields).await.expect(303);
    let list = text(&app.page("/vorfaelle", desk).await.expect(200));
    let (_, rest) = list.split_once("href=\"/vorfaelle/inc_").unwrap();
    let path = format!("/vorfaelle/inc_{}", rest.split('"').next().unwrap());
    (sent.location().to_owned(), path)
}

/// The word the town answers with.
pub(super) async fn word(app: &TestApp, status: &str) -> String {
    let status = look(app, status, "").await;
    let called = status.split("<dd>").nth(2).unwrap();
    called.split('<').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_saw_it_free_the_second_is_told_who_has_it() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let first = app.begin_session(&email).await;
    let second = app.browse_as(Role::Coordinator, None).await;
    let (_, path) = asked(&app, &first).await;
    let page = text(&app.page(&path, &second).await.expect(200));
    assert!(page.contains("name=\"hatte\" value=\"niemand\""));
    let take = format!("{path}/uebernahme");
    let free = [("hatte", "niemand")];

    app.submit(&take, &first, &free).await.expect(303);
    let late = app.submit(&take, &second, &free).await.expect(303);
    // A double click takes nothing over.
    app.submit(&take, &first, &free).await.expect(303);

    let cookies = format!("{second}; {}", late.cookie("meldung").unwrap());
    let told = text(&app.page(late.location(), &cookies).await.expect(200));
    assert!(told.contains("Jemand anderes war schneller"));
    assert!(told.contains(&format!("{email} kümmert sich seit")));
    let own = text(&app.page(&path, &first).await.expect(200));
    assert!(own.contains("Sie kümmern sich darum."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tap_that_verifies_begins_to_seek_and_the_quieter_one_leaves_a_draft() {
    for (seeks, said, notice) in [
        (true, "Wir suchen jetzt Hilfe", "Hilfe ist angefragt"),
        (
            false,
            "stellt jetzt Ihr Team zusammen",
            "Der Vorfall ist bestätigt.",
        ),
    ] {
        let app = TestApp::new().await;
        let desk = app.browse_as(Role::Coordinator, None).await;
        let (status, path) = asked(&app, &desk).await;
        let page = text(&app.page(&path, &desk).await.expect(200));
        assert!(page.contains("Bestätigen und Hilfe anfragen"));
        let word = word(&app, &status).await;
        let mut form = vec![("art", "call_back"), ("wort", word.as_str())];
        if seeks {
            form.push(("dann", "anfragen"));
        }

        let verify = format!("{path}/bestaetigung");
        let verified = app.submit(&verify, &desk, &form).await.expect(303);

        let cookies = format!("{desk}; {}", verified.cookie("meldung").unwrap());
        let page = text(&app.page(&path, &cookies).await.expect(200));
        assert!(page.contains(notice) && page.contains("href=\"/ersuchen/req_"));
        assert_eq!(page.contains("</span>Entwurf</span>"), !seeks);
        assert!(look(&app, &status, "").await.contains(said));
    }
}
