//! `/organisation/import`: the four steps in a browser.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::ids::OrganisationId;

use crate::exchange::{file, form, form_type, names, person, run_jobs, upload};
use crate::support::{Answer, TestApp, organisation};

const PATH: &str = "/organisation/import";

/// Chooses a file on the page.
async fn choose(app: &TestApp, session: &str, file: &[u8]) -> Answer {
    let content_type = form_type();
    let headers = [
        ("cookie", session),
        ("content-type", content_type.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    app.send(Method::POST, PATH, &headers, Body::from(form(file, &[])))
        .await
}

/// A file of 40 people from Windows, six of whom have a skill nobody knows.
fn forty() -> Vec<u8> {
    let mut rows: Vec<String> = (0..40)
        .map(|number| person(&format!("P{number}")))
        .collect();
    for row in &mut rows[10..16] {
        *row = row.replace("Veeam:3", "Veam:3");
    }
    let text = file(&rows);
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    windows.into_owned()
}

async fn manager() -> (TestApp, OrganisationId, String) {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let session = app.browse_as(Role::MemberManager, Some(house)).await;
    (app, house, session)
}

/// Takes a step of an import.
async fn act(app: &TestApp, session: &str, path: &str, form: &[(&str, &str)]) {
    app.submit(path, session, form).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_and_what_is_wrong_is_told_without_names() {
    let (app, house, session) = manager().await;

    let start = app.page(PATH, &session).await.expect(200);
    assert!(start.text.contains("/api/v1/imports/template.csv"));
    assert!(
        start
            .text
            .contains("Private Nummern trägt nur die Person selbst ein.")
    );
    let chosen = choose(&app, &session, &forty()).await.expect(303);
    let checked = app.page(chosen.location(), &session).await.expect(200);

    for text in [
        "6 Zeilen haben Fehler",
        "34 fehlerfreie Zeilen übernehmen",
        "Zeile 12",
        "Meinten Sie Veeam",
    ] {
        assert!(checked.text.contains(text), "{text}: {}", checked.text);
    }
    assert!(!checked.text.contains("p11@example.org") && !checked.text.contains(">P11<"));
    assert_eq!(names(&app, house).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn rejected_rows_are_corrected_and_everything_is_applied_and_taken_back() {
    let (app, house, session) = manager().await;
    let chosen = choose(&app, &session, &forty()).await.expect(303);
    let path = chosen.location().to_owned();
    let rejected = format!("{path}/fehler.csv");
    let rejected = app.page(&rejected, &session).await.expect(200).text;
    assert_eq!(rejected.lines().count(), 7);
    assert!(rejected.lines().next().unwrap().ends_with(";Fehler"));
    let apply = format!("{path}/uebernehmen");
    act(&app, &session, &apply, &[]).await;
    assert_eq!(names(&app, house).await.len(), 0);
    act(&app, &session, &apply, &[("auswahl", "fehlerfreie")]).await;
    assert_eq!(names(&app, house).await.len(), 34);

    let corrected = rejected.replace("Veam:3", "Veeam:3");
    let again = choose(&app, &session, corrected.as_bytes())
        .await
        .expect(303);
    let again = again.location().to_owned();
    let page = app.page(&again, &session).await.expect(200);
    assert!(page.text.contains("6 Zeilen übernehmen"), "{}", page.text);
    act(&app, &session, &format!("{again}/uebernehmen"), &[]).await;
    assert_eq!(names(&app, house).await.len(), 40);
    let applied = app.page(&again, &session).await.expect(200);
    assert!(
        applied.text.contains("Alles zurücknehmen"),
        "{}",
        applied.text
    );
    act(&app, &session, &format!("{again}/rueckgaengig"), &[]).await;
    assert_eq!(names(&app, house).await.len(), 34);
    let start = app.page(PATH, &session).await.expect(200);
    assert!(
        start.text.contains("Einträge sind zurückgenommen"),
        "{}",
        start.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_file_shows_how_far_it_is() {
    let (app, _, session) = manager().await;
    let rows: Vec<String> = (0..301)
        .map(|number| person(&format!("P{number}")))
        .collect();

    let chosen = choose(&app, &session, file(&rows).as_bytes())
        .await
        .expect(303);

    let waiting = app.page(chosen.location(), &session).await.expect(200);
    assert!(
        waiting.text.contains("0 von 301 Zeilen geprüft") && waiting.text.contains("<progress"),
        "{}",
        waiting.text
    );
    run_jobs(&app).await;
    let checked = app.page(chosen.location(), &session).await.expect(200);
    assert!(
        checked.text.contains("301 Zeilen übernehmen") && !checked.text.contains("hx-get"),
        "{}",
        checked.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_none_is_said_at_its_field() {
    let (app, _, session) = manager().await;

    let cases = [
        (&b""[..], "Wählen Sie eine Datei aus."),
        (b"\n\n", "Die Datei ist leer."),
        (b"a;b\n", "nur Überschriften"),
        (b"PK\x03\x04x", "weder CSV noch XLSX"),
    ];
    for (file, message) in cases {
        let answer = choose(&app, &session, file).await.expect(422);

        assert!(
            answer.text.contains(message) && answer.text.contains("id=\"file-fehler\""),
            "{}",
            answer.text
        );
    }
    choose(&app, &session, &vec![b'a'; 6 * 1024 * 1024])
        .await
        .expect(413);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_is_thrown_away_and_a_stranger_finds_none() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let other = organisation().with("name", "Andere").save(&app).await;
    let session = app.browse_as(Role::MemberManager, Some(house)).await;
    let stranger = app.browse_as(Role::MemberManager, Some(other)).await;
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let import = upload(&app, &token, file(&[person("Ahorn")]))
        .await
        .expect(201)
        .json();
    let path = format!("{PATH}/{}", import["id"].as_str().unwrap());

    for what in ["uebernehmen", "rueckgaengig", "verwerfen"] {
        app.submit(&format!("{path}/{what}"), &stranger, &[])
            .await
            .expect(404);
    }
    app.page(&path, &stranger).await.expect(404);
    app.page(&format!("{path}/fehler.csv"), &stranger)
        .await
        .expect(404);
    app.submit(&format!("{path}/verwerfen"), &session, &[])
        .await
        .expect(303);
    app.page(&path, &session).await.expect(404);
}
