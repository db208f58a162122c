//! `/organisation/import`: the four steps in a browser.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;

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

#[tokio::test(flavor = "multi_thread")]
async fn a_team_is_brought_in_in_four_steps() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let session = app.browse_as(Role::MemberManager, Some(house)).await;
    let mut rows: Vec<String> = (0..40)
        .map(|number| person(&format!("P{number}")))
        .collect();
    for row in &mut rows[10..16] {
        *row = row.replace("Veeam:3", "Veam:3");
    }
    let text = file(&rows);
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);

    let start = app.page(PATH, &session).await.expect(200);
    assert!(
        start.text.contains("/api/v1/imports/template.csv")
            && start
                .text
                .contains("Private Nummern trägt nur die Person selbst ein.")
    );
    let chosen = choose(&app, &session, &windows).await.expect(303);
    let path = chosen.location().to_owned();
    let checked = app.page(&path, &session).await.expect(200);
    assert!(
        checked.text.contains("6 Zeilen haben Fehler")
            && checked.text.contains("34 fehlerfreie Zeilen übernehmen"),
        "{}",
        checked.text
    );
    assert!(
        checked.text.contains("Zeile 12") && checked.text.contains("Meinten Sie Veeam"),
        "{}",
        checked.text
    );
    assert!(!checked.text.contains("p11@example.org") && !checked.text.contains(">P11<"));
    let rejected = app
        .page(&format!("{path}/fehler.csv"), &session)
        .await
        .expect(200);
    assert_eq!(rejected.text.lines().count(), 7);
    assert!(
        rejected.text.lines().next().unwrap().ends_with(";Fehler"),
        "{}",
        rejected.text
    );
    app.submit(&format!("{path}/uebernehmen"), &session, &[])
        .await
        .expect(303);
    assert_eq!(names(&app, house).await.len(), 0);
    app.submit(
        &format!("{path}/uebernehmen"),
        &session,
        &[("auswahl", "fehlerfreie")],
    )
    .await
    .expect(303);
    assert_eq!(names(&app, house).await.len(), 34);

    let corrected = rejected.text.replace("Veam:3", "Veeam:3");
    let again = choose(&app, &session, corrected.as_bytes())
        .await
        .expect(303);
    let again = again.location().to_owned();
    let page = app.page(&again, &session).await.expect(200);
    assert!(page.text.contains("6 Zeilen übernehmen"), "{}", page.text);
    app.submit(&format!("{again}/uebernehmen"), &session, &[])
        .await
        .expect(303);
    assert_eq!(names(&app, house).await.len(), 40);
    let applied = app.page(&again, &session).await.expect(200);
    assert!(
        applied.text.contains("Alles zurücknehmen"),
        "{}",
        applied.text
    );
    app.submit(&format!("{again}/rueckgaengig"), &session, &[])
        .await
        .expect(303);
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
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let session = app.browse_as(Role::MemberManager, Some(house)).await;
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
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let session = app.browse_as(Role::MemberManager, Some(house)).await;

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
