//! Another language on the way to help loses nothing that was typed.

use super::help::{TOWN, send, text};
use crate::emergency::recorded;
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn another_language_keeps_what_was_typed_and_sends_nothing() {
    let app = TestApp::new().await;
    let typed = [
        ("vorgang", "0197a3c2b1d04e6f0197a3c2b1d04e6f"),
        ("symptom", "files-encrypted"),
        ("ort", "Nirgendwo XYZ"),
        ("telefon", "ruf an"),
        ("name", "Xylofanie"),
        ("code", "ABC-DEF"),
        ("betroffen", "phones"),
        ("massnahmen", "Stecker gezogen"),
    ];
    let wrong = send(&app, &typed).await.expect(422);
    assert!(
        wrong
            .text
            .contains("form=\"anfrage\" name=\"sprache\" value=\"en\"")
    );
    assert!(wrong.text.contains("name=\"gezeigt\""));

    let fresh = [&typed[..], &[("sprache", "en")]].concat();
    let shown = [&fresh[..], &[("gezeigt", "1")]].concat();
    let fresh = send(&app, &fresh).await.expect(200);
    let shown = send(&app, &shown).await.expect(200);

    for page in [&fresh, &shown] {
        assert!(page.text.contains("<html lang=\"en\""));
        for (name, value) in &typed {
            assert!(page.text.contains(value), "{name}");
        }
        assert_eq!(page.cookie("lang").as_deref(), Some("lang=en"));
    }
    assert!(shown.text.contains("telefon-fehler") && shown.text.contains("error-summary"));
    assert!(!fresh.text.contains("telefon-fehler") && !fresh.text.contains("error-summary"));
    assert_eq!(recorded(&app, "incident.reported").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_language_keeps_the_card_a_card() {
    let app = TestApp::new().await;
    let typed = [
        ("near", TOWN),
        ("ort", "Köthen (Anhalt)"),
        ("telefon", "0171 9998887"),
        ("sprache", "en"),
    ];

    let page = text(&send(&app, &typed).await.expect(200));

    assert!(page.contains("<button class=\"tile tile--link\" name=\"symptom\""));
    assert!(page.contains("0171 9998887") && page.contains("Köthen"));
}
