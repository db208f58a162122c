//! Texts of entries must not say who wrote them, nor of health or family.

use kataster::access::Role;
use kataster::exchange::import_lines;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, expert, organisation};

/// Fields with the codes of what is wrong with them.
fn errors(answer: &Answer) -> Vec<(String, String)> {
    let body = answer.json();
    let errors = body["errors"].as_array().unwrap();
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    errors
        .iter()
        .map(|error| (text(error, "pointer"), text(error, "code")))
        .collect()
}

async fn patch(app: &TestApp, path: &str, token: &str, change: &Value) -> Answer {
    let version = app.get(path, token).await.expect(200).etag();
    app.patch(path, token, &version, change).await
}

fn error(pointer: &str, code: &str) -> (String, String) {
    (pointer.to_owned(), code.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_entry_with_telling_texts_is_refused_field_by_field() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let new = expert(employer)
        .with(
            "headline",
            json!({"de": "Netzwerke bei Musterland", "en": "Networks of Delitzsch"}),
        )
        .with(
            "text",
            json!({"de": "Fragen Sie Frau Mustermann. Zwei Kinder, daher nur vormittags.", "en": "erika@example.org"}),
        );

    let refused = app
        .post("/api/v1/experts", &manager, &new.0)
        .await
        .expect(422);

    assert_eq!(
        errors(&refused),
        [
            error("/headline/de", "identifying"),
            error("/headline/en", "identifying"),
            error("/text/de", "identifying"),
            error("/text/de", "health_or_family"),
            error("/text/en", "identifying"),
        ]
    );
    for words in [
        "Dieser Satz verrät, wer Sie sind: Ihr Arbeitgeber („Musterland“).",
        "This sentence tells who you are: a place (\\\"Delitzsch\\\").",
        "Ihr Name („Mustermann“)",
        "Keine Angaben zu Gesundheit oder Familie: „Kinder“.",
        "Nothing about health or family",
    ] {
        assert!(refused.text.contains(words), "{words}: {}", refused.text);
    }
    let own = app
        .get("/api/v1/experts?scope=own", &manager)
        .await
        .expect(200);
    assert_eq!(own.json()["total"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_checked_against_the_sealed_name_and_leaves_the_rest_alone() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).draft(&app).await;
    let (account, person) = app.account(Role::Expert, Some(employer)).await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let path = format!("/api/v1/experts/{id}");
    let change = |de: &'static str| json!({"text": {"de": de}});

    let telling = patch(&app, &path, &person, &change("Erika hilft gern."))
        .await
        .expect(422);
    let clean = change("Betreut Fachverfahren für Kita und Jugendamt.");
    let clean = patch(&app, &path, &person, &clean).await.expect(200);
    let elsewhere = patch(&app, &path, &person, &json!({"radius_km": 100}))
        .await
        .expect(200);

    assert_eq!(errors(&telling), [error("/text/de", "identifying")]);
    assert_eq!(
        clean.json()["text"]["de"],
        "Betreut Fachverfahren für Kita und Jugendamt."
    );
    assert_eq!(elsewhere.json()["radius_km"], 100);
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_words_are_in_no_record() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let new = expert(employer).with("text", json!({"de": "Alleinerziehend in Delitzsch"}));

    app.post("/api/v1/experts", &manager, &new.0)
        .await
        .expect(422);

    let record = app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200);
    for word in ["Delitzsch", "lleinerziehend"] {
        assert!(!record.text.contains(word), "{}", record.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_that_takes_a_name_later_is_noticed_when_the_entry_is_submitted() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer)
        .with("text", json!({"de": "Kennt die Systeme von Zwiebelfisch."}))
        .draft(&app)
        .await;
    organisation()
        .with("name", "Zwiebelfisch GmbH")
        .save(&app)
        .await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let submit = format!("/api/v1/experts/{id}/submit");

    let refused = app.post(&submit, &manager, &json!({})).await.expect(422);
    let text = json!({"text": {"de": "Kennt viele Systeme."}});
    patch(&app, &format!("/api/v1/experts/{id}"), &manager, &text)
        .await
        .expect(200);

    assert_eq!(errors(&refused), [error("/text/de", "identifying")]);
    assert!(refused.text.contains("eine Organisation des Katasters"));
    app.post(&submit, &manager, &json!({})).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capacity_and_an_imported_line_are_checked_too() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let telling = expert(employer).capacity(3).with(
        "headline",
        json!({"de": "Team aus Delitzsch, 0171 1234567"}),
    );
    let line = json!({"expert": telling.0}).to_string();

    let refused = app
        .post("/api/v1/experts", &manager, &telling.0)
        .await
        .expect(422);
    let imported = import_lines(
        &app.state.db,
        (&app.state.reference, &app.state.keyring),
        &line,
    )
    .await;

    assert_eq!(
        errors(&refused),
        [
            error("/headline/de", "identifying"),
            error("/headline/de", "identifying")
        ]
    );
    let reason = imported.unwrap_err().to_string();
    assert!(
        reason.starts_with("line 1: /headline/de: Dieser Satz verrät"),
        "{reason}"
    );
}
