//! `/abgleich`

use kataster::access::Role;

use crate::support::{TestApp, district, expert, organisation};

/// The session of a requester of a Landkreis, with one entry nearby.
async fn requester(app: &TestApp) -> String {
    let employer = organisation().save(app).await;
    expert(employer).save(app).await;
    let town = district().save(app).await;
    app.browse_as(Role::Requester, Some(town)).await
}

const ASKED: &str = "/abgleich?near=15082&symptom=files-encrypted&phase=acute";

#[tokio::test(flavor = "multi_thread")]
async fn the_form_begins_with_the_own_house() {
    let app = TestApp::new().await;
    let requester = requester(&app).await;

    let page = app.page("/abgleich", &requester).await.expect(200);

    assert!(page.text.contains("value=\"15082\""), "{}", page.text);
    assert!(page.text.contains("value=\"files-encrypted\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_gets_the_playbooks_needs_and_who_fits_them() {
    let app = TestApp::new().await;
    let requester = requester(&app).await;

    let page = app.page(ASKED, &requester).await.expect(200);

    assert!(
        page.text.contains("Sicherungen schützen und prüfen"),
        "{}",
        page.text
    );
    assert!(page.text.contains("/fachkraefte/exp_"));
    assert!(page.text.contains("name=\"need0_min\""));
    assert!(!page.text.contains("Mustermann") && !page.text.contains("Rechenzentrum Musterland"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_and_what_was_given_stays() {
    let app = TestApp::new().await;
    let requester = requester(&app).await;

    let nowhere = app
        .page(
            "/abgleich?symptom=files-encrypted&phase=acute&ort=",
            &requester,
        )
        .await;
    let several = app
        .page(
            "/abgleich?symptom=files-encrypted&phase=acute&ort=Neuenkirchen",
            &requester,
        )
        .await;
    let nothing = app
        .page("/abgleich?near=15082&phase=rebuild", &requester)
        .await;

    for page in [&nowhere, &several, &nothing] {
        assert_eq!(page.status, 200);
        assert!(!page.text.contains("/fachkraefte/exp_"), "{}", page.text);
    }
    assert!(nowhere.text.contains("aria-invalid"), "{}", nowhere.text);
    assert!(
        several.text.contains("symptom=files-encrypted"),
        "a choice keeps the rest"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn needs_are_dropped_and_changed_for_their_playbook_only() {
    let app = TestApp::new().await;
    let requester = requester(&app).await;
    let whole = app.page(ASKED, &requester).await.expect(200);
    let needs = whole.text.matches("_desired\"").count();
    let one = format!(
        "{ASKED}&needs_for=files-encrypted%3Aacute&need0_keep=1&need0_min=2&need0_desired=3&need0_mode=remote"
    );
    let none = format!("{ASKED}&needs_for=files-encrypted%3Aacute");
    let other = format!("{ASKED}&needs_for=unclear%3Aacute");

    let one = app.page(&one, &requester).await.expect(200);
    let none = app.page(&none, &requester).await.expect(200);
    let other = app.page(&other, &requester).await.expect(200);

    let funnels = |text: &str| text.matches("Erstgespräch").count();
    assert!(needs > 5, "{needs}");
    assert!(funnels(&one.text) < funnels(&whole.text) + 2);
    assert!(
        !one.text.contains("<h3>Krisenkommunikation"),
        "{}",
        one.text
    );
    assert!(!none.text.contains("/fachkraefte/exp_"));
    assert!(
        other.text.contains("/fachkraefte/exp_"),
        "changes of another playbook count no more"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn absurd_numbers_are_brought_within_reason() {
    let app = TestApp::new().await;
    let requester = requester(&app).await;
    let absurd = format!(
        "{ASKED}&days=99999&needs_for=files-encrypted%3Aacute&need0_keep=1&need0_min=60000&need0_desired=0&need0_level0=9&language=xx"
    );

    let page = app.page(&absurd, &requester).await;

    assert!(matches!(page.status.as_u16(), 200 | 422), "{}", page.status);
}

#[tokio::test(flavor = "multi_thread")]
async fn few_who_do_not_fit_are_counted_for_the_coordination_only() {
    let app = TestApp::new().await;
    let requester = requester(&app).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    let excluded = |text: &str| {
        let from = text.find("class=\"excluded\"").unwrap();
        let to = text[from..].find("</details>").unwrap();
        text[from..from + to].to_owned()
    };

    let masked = app.page(ASKED, &requester).await.expect(200);
    let exact = app.page(ASKED, &coordinator).await.expect(200);

    let masked = excluded(&masked.text);
    assert!(
        masked.contains("&#60; 3") || masked.contains("&lt; 3"),
        "{masked}"
    );
    assert!(masked.contains("Wer nicht passt"), "{masked}");
    assert!(!masked.contains("<strong>1</strong>"), "{masked}");
    assert!(excluded(&exact.text).contains("<strong>1</strong>"));
}
