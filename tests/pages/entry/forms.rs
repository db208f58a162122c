//! Contact, description and deployment as forms.

use serde_json::json;

use super::{Kept, version};
use crate::support::TestApp;

const CONTACT: [(&str, &str); 5] = [
    ("vorname", "Erika"),
    ("nachname", "Mustermann"),
    ("email", "erika@example.org"),
    ("telefon", "030 23125 001"),
    ("mobil", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn contact_is_changed_and_what_is_wrong_is_said_at_its_field() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let with = |name: &str, value: &'static str| {
        CONTACT.map(|(given, old)| {
            if given == name {
                (given, value)
            } else {
                (given, old)
            }
        })
    };

    let saved = kept
        .send(&app, "kontakt", &with("mobil", "0171 1234567"))
        .await
        .expect(303);
    assert_eq!(saved.location(), "/profil");
    assert_eq!(
        kept.stored(&app).await["identity"]["mobile"],
        "+491711234567"
    );

    let cases = [
        ("vorname", "", "Füllen Sie das Feld „Vorname“ aus."),
        ("email", "erika", "Geben Sie eine E-Mail-Adresse an"),
        ("telefon", "12", "Geben Sie eine Telefonnummer an"),
        ("telefon", "keine Nummer", "Geben Sie eine Telefonnummer an"),
    ];
    for (field, value, message) in cases {
        let page = kept
            .send(&app, "kontakt", &with(field, value))
            .await
            .expect(422)
            .text;

        assert!(page.contains(message), "{field}: {value}");
        assert!(
            page.contains("value=\"Mustermann\""),
            "what was typed stays"
        );
        assert!(page.contains(&format!("id=\"{field}-fehler\"")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_tells_who_somebody_is_stays_and_says_which_words() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let telling = [
        ("kurz_de", "Stellt Server wieder her"),
        ("text_de", "Mustermann hilft gern."),
        ("kurz_en", ""),
        ("text_en", ""),
    ];

    let page = kept
        .send(&app, "beschreibung", &telling)
        .await
        .expect(422)
        .text;

    assert!(page.contains("Dieser Satz verrät, wer Sie sind: „Mustermann“."));
    assert!(page.contains("Mustermann hilft gern."));
    let fine = [
        ("kurz_de", "Stellt Server wieder her"),
        ("text_de", "Hilft gern."),
        ("kurz_en", "Restores servers"),
        ("text_en", ""),
    ];
    kept.send(&app, "beschreibung", &fine).await.expect(303);
    let stored = kept.stored(&app).await;
    assert_eq!(
        (&stored["headline"]["en"], &stored["text"]["de"]),
        (&json!("Restores servers"), &json!("Hilft gern."))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_typed_and_only_the_person_allows_alerts_at_night() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let deployment = |place: &'static str| {
        [
            ("ort", place),
            ("umkreis", "150"),
            ("arbeitsweise", "remote"),
            ("vorlauf", "6"),
            ("tage", "10"),
            ("ueberpruefung", "2"),
            ("ueberpruefung_bis", "2027-05-31"),
            ("ueberpruefung_stelle", "Stelle für Geheimschutz"),
        ]
    };
    let night = [deployment("Magdeburg").as_slice(), &[("nachts", "1")]].concat();

    kept.send(&app, "einsatz", &night).await.expect(303);

    let stored = kept.stored(&app).await;
    assert_eq!(
        (&stored["base"], &stored["radius_km"], &stored["mode"]),
        (&json!("15003000"), &json!(150), &json!("remote"))
    );
    assert_eq!(stored["night_alerts"], true);
    assert_eq!(
        stored["clearance"],
        json!({"level": 2, "valid_until": "2027-05-31", "office": "Stelle für Geheimschutz"})
    );
    assert_eq!(stored["notice_hours"], 6);
    let form = app
        .page(&kept.path("einsatz"), &kept.manager)
        .await
        .expect(200)
        .text;
    assert!(!form.contains("name=\"nachts\""));
    kept.send_as(&app, &kept.manager, "einsatz", &night)
        .await
        .expect(303);
    assert_eq!(
        kept.stored(&app).await["night_alerts"],
        true,
        "the employer changes nothing of it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_and_how_far_is_said_to_be_wrong_at_the_field() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;

    let unknown = kept
        .send(&app, "einsatz", &[("ort", "Nirgendwo")])
        .await
        .expect(422)
        .text;
    assert!(unknown.contains("id=\"ort-fehler\"") && unknown.contains("value=\"Nirgendwo\""));
    let many = kept
        .send(&app, "einsatz", &[("umkreis", "9999")])
        .await
        .expect(422)
        .text;
    assert!(many.contains("ort-fehler"));
    let far = [
        ("ort", "Köthen"),
        ("umkreis", "9999"),
        ("arbeitsweise", "remote"),
        ("vorlauf", "0"),
        ("tage", "viele"),
        ("ueberpruefung", "0"),
        ("ueberpruefung_bis", "bald"),
    ];
    let far = kept.send(&app, "einsatz", &far).await.expect(422).text;
    assert!(far.contains("-fehler"), "{far}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_change_at_once_the_second_sees_both_and_decides() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let shown = kept.show(&app, "kontakt").await;
    let old = version(&shown);
    let other = CONTACT.map(|(name, value)| {
        if name == "vorname" {
            (name, "Erna")
        } else {
            (name, value)
        }
    });
    kept.send_as(&app, &kept.manager, "kontakt", &other)
        .await
        .expect(303);
    let mine = CONTACT.map(|(name, value)| {
        if name == "vorname" {
            (name, "Eva")
        } else {
            (name, value)
        }
    });
    let form = [[("stand", old.as_str())].as_slice(), &mine].concat();

    let page = app
        .submit(&kept.path("kontakt"), &kept.person, &form)
        .await
        .expect(409)
        .text;

    assert!(page.contains("Jemand hat diesen Eintrag inzwischen geändert."));
    assert!(page.contains("value=\"Eva\"") && page.contains("Jetzt gespeichert: Erna"));
    assert_eq!(kept.stored(&app).await["identity"]["given_name"], "Erna");
    let again = version(&page);
    let form = [[("stand", again.as_str())].as_slice(), &mine].concat();
    app.submit(&kept.path("kontakt"), &kept.person, &form)
        .await
        .expect(303);
    assert_eq!(kept.stored(&app).await["identity"]["given_name"], "Eva");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_first_and_right_then_it_is_still_a_form_of_the_version_it_was_filled_from() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let path = kept.path("kontakt");
    let old = version(&kept.show(&app, "kontakt").await);
    let by_the_employer = CONTACT.map(|(name, value)| match name {
        "mobil" => (name, "0171 7654321"),
        _ => (name, value),
    });
    kept.send_as(&app, &kept.manager, "kontakt", &by_the_employer)
        .await
        .expect(303);

    let wrong = [("stand", old.as_str()), ("vorname", "")];
    let again = app.submit(&path, &kept.person, &wrong).await.expect(422);
    let shown = version(&again.text);
    let right = [&[("stand", shown.as_str())], CONTACT.as_slice()].concat();
    app.submit(&path, &kept.person, &right).await.expect(409);

    assert_eq!(
        kept.stored(&app).await["identity"]["mobile"],
        "+491717654321"
    );
}
