//! `/profil/nachweise` in the browser.

use kataster::access::Role;

use crate::support::{TestApp, expert, organisation};

const PATH: &str = "/profil/nachweise";
const PDF: &[u8] = b"%PDF-1.7\nZeugnis";

async fn person(app: &TestApp) -> String {
    let employer = organisation().save(app).await;
    let id = expert(employer).save(app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    app.begin_session(&email).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_uploaded_saved_and_deleted() {
    let app = TestApp::new().await;
    let session = person(&app).await;
    let sender = ("cookie", session.as_str());
    let empty = app.page(PATH, &session).await.expect(200).text;
    assert!(empty.contains("Noch kein Nachweis."));

    let sent = app
        .upload(PATH, sender, &[("wofuer", "product:veeam")], ("file", PDF))
        .await
        .expect(303);

    assert_eq!(sent.location(), PATH);
    let page = app.page(PATH, &session).await.expect(200).text;
    assert!(page.contains("<strong>Veeam") && page.contains("PDF, 1 KB"));
    assert!(page.contains("Noch nicht eingesehen"));
    let link = page
        .split("href=\"")
        .find(|rest| rest.starts_with("/profil/nachweise/evf_"));
    let link = link.unwrap().split('"').next().unwrap();
    assert_eq!(
        app.page(link, &session).await.expect(200).text.as_bytes(),
        PDF
    );

    app.submit(&format!("{link}/entfernen"), &session, &[])
        .await
        .expect(303);

    app.page(link, &session).await.expect(404);
    let page = app.page(PATH, &session).await.expect(200).text;
    assert!(page.contains("Datei gelöscht"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_the_field_and_the_choice_stays() {
    let app = TestApp::new().await;
    let session = person(&app).await;
    let sender = ("cookie", session.as_str());
    let chosen = [("wofuer", "product:veeam")];

    let none = app
        .upload(PATH, sender, &chosen, ("file", b""))
        .await
        .expect(422)
        .text;
    let svg = app
        .upload(PATH, sender, &chosen, ("file", b"<svg/>"))
        .await
        .expect(422)
        .text;
    let odd = app
        .upload(PATH, sender, &[("wofuer", "product:none")], ("file", PDF))
        .await
        .expect(422)
        .text;

    assert!(none.contains("Wählen Sie eine Datei aus."));
    assert!(none.contains("value=\"product:veeam\" selected"));
    assert!(svg.contains("weder PDF noch PNG oder JPEG"));
    assert!(odd.contains("Wählen Sie, was die Datei belegt."));
}
