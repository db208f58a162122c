//! Papers are made from the classes, and the committed ones are fresh.

use kataster::privacy::{Retention, participation};
use kataster::site::Site as Settings;

use crate::support::{TestApp, program, run};

/// Runs a command of the papers with a settings file.
fn papers(settings: &str, arguments: &[&str]) -> crate::support::Ended {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kataster.toml");
    std::fs::write(&file, settings).unwrap();
    let mut command = program(&[&["privacy"], arguments].concat());
    command.arg("--config").arg(&file);
    run(command)
}

const SETTINGS: &str = r#"
[retention]
session_days = 33
[privacy]
lead = "Verband Eins"
authority = "Landesbeauftragte"
controllers = [{ name = "Verband Eins", email = "eins@example.org" }, { name = "Mitglieder" }]
processor = { name = "Rechenzentrum Zwei" }
officer = { name = "Frau Drei", email = "drei@example.org" }
legal_bases = { register = "Einwilligung nach Art. 6" }
"#;

#[test]
fn the_page_for_staff_councils_is_fresh() {
    let committed = std::fs::read_to_string("docs/mitbestimmung/was-gespeichert-wird.md").unwrap();

    assert!(
        committed == participation(&Retention::default()),
        "run: kataster privacy participation > docs/mitbestimmung/was-gespeichert-wird.md"
    );
}

#[test]
fn records_name_who_answers_the_basis_and_the_periods() {
    let markdown = papers(SETTINGS, &["records"]).expect_success().stdout;

    for text in [
        "Verband Eins, eins@example.org",
        "Federführend: Verband Eins",
        "Rechenzentrum Zwei",
        "Frau Drei, drei@example.org",
        "Landesbeauftragte",
        "Einwilligung nach Art. 6",
        "33 Tage",
        "Name und Kontakt",
        "10 Jahre",
    ] {
        assert!(markdown.contains(text), "{text} is not in {markdown}");
    }
    assert!(
        markdown.contains("Rechtsgrundlage: nicht hinterlegt"),
        "what is missing is said"
    );
    assert!(!markdown.contains("Argon2id$"), "{markdown}");
}

#[test]
fn records_are_json_for_programs() {
    let json = papers(SETTINGS, &["records", "--json"])
        .expect_success()
        .stdout;

    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let activities = document["activities"].as_array().unwrap();
    let register = activities
        .iter()
        .find(|activity| activity["purpose"] == "register")
        .unwrap();
    assert_eq!(register["legal_basis"], "Einwilligung nach Art. 6");
    assert!(
        register["data"]
            .as_array()
            .unwrap()
            .iter()
            .any(|data| data["is_sealed"] == true)
    );
    assert_eq!(document["responsible"]["lead"], "Verband Eins");
}

#[test]
fn an_unknown_purpose_is_wrong_usage() {
    let settings = "[privacy]\nlegal_bases = { werbung = \"nie\" }\n";

    papers(settings, &["records"]).expect_failure(2, "werbung");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_privacy_page_names_who_answers_and_why_it_is_lawful() {
    let mut app = TestApp::new().await;
    let unset = app.page("/datenschutz", "").await.expect(200);
    assert!(
        unset.text.contains("noch nicht hinterlegt"),
        "{}",
        unset.text
    );

    app.use_site(Settings {
        privacy: kataster::demo::privacy(),
        ..Settings::default()
    });
    let page = app.page("/datenschutz", "").await.expect(200);

    for text in [
        "Musterverband kommunaler IT e. V.",
        "Rechenzentrum Musterland AöR",
        "Erika Beispiel",
        "Art. 6 Abs. 1",
        "90 Tage",
    ] {
        assert!(page.text.contains(text), "{text} is not on the page");
    }
    assert!(
        !page.text.contains("noch nicht hinterlegt"),
        "{}",
        page.text
    );
}
