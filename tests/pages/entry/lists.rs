//! Skills, certificates and languages.

use serde_json::json;

use super::Kept;
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn skills_are_typed_chosen_graded_and_removed() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let add = |typed: &'static str| [("was", "hinzufuegen"), ("neu", typed), ("neu_stufe", "2")];
    let skills = async || kept.stored(&app).await["skills"].clone();

    kept.send(&app, "faehigkeiten", &add("active-directory"))
        .await
        .expect(303);
    assert_eq!(
        skills().await[2],
        json!({"id": "domain:active-directory", "level": 2, "evidence": "self"})
    );

    let unclear = kept
        .send(&app, "faehigkeiten", &add("forens"))
        .await
        .expect(422)
        .text;
    assert!(unclear.contains("Das passt auf mehrere.") && unclear.contains("name=\"wahl\""));
    let chosen = unclear
        .split("name=\"wahl\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let pick = [
        ("was", "hinzufuegen"),
        ("neu", "forens"),
        ("wahl", chosen),
        ("neu_stufe", "3"),
    ];
    kept.send(&app, "faehigkeiten", &pick).await.expect(303);
    for (typed, message) in [
        ("Veeam", "Das steht schon in der Liste."),
        ("Quastenflosser", "Diesen Begriff kennen wir nicht."),
        ("", "Tippen Sie, was Sie hinzufügen möchten."),
    ] {
        let page = kept
            .send(&app, "faehigkeiten", &add(typed))
            .await
            .expect(422)
            .text;
        assert!(page.contains(message), "{typed}");
    }

    let graded = [("was", "speichern"), ("stufe:domain:active-directory", "4")];
    kept.send(&app, "faehigkeiten", &graded).await.expect(303);
    let levels = skills().await;
    let mut levels = levels.as_array().unwrap().iter();
    let directory = levels.find(|skill| skill["id"] == "domain:active-directory");
    assert_eq!(directory.unwrap()["level"], 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn skills_go_but_for_the_last() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let stored = kept.stored(&app).await;
    let skills = stored["skills"].as_array().unwrap().iter();
    let ids: Vec<_> = skills.map(|skill| skill["id"].as_str().unwrap()).collect();
    let remove = async |id: &str| {
        let gone = format!("entfernen:{id}");
        kept.send(&app, "faehigkeiten", &[("was", &gone)]).await
    };

    for id in &ids[1..] {
        remove(id).await.expect(303);
    }
    let page = remove(ids[0]).await.expect(422).text;

    assert!(page.contains("Eine Fähigkeit muss bleiben."));
    assert_eq!(kept.stored(&app).await["skills"][0]["id"], ids[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_employer_confirms_skills_and_the_person_cannot() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let form = [
        ("was", "speichern"),
        ("stufe:product:veeam", "3"),
        ("stufe:domain:backup-restore", "3"),
        ("bestaetigt", "product:veeam"),
    ];
    let evidence = async || {
        let stored = kept.stored(&app).await;
        let skills = stored["skills"].as_array().unwrap().clone();
        let veeam = skills
            .into_iter()
            .find(|skill| skill["id"] == "product:veeam");
        veeam.unwrap()["evidence"].clone()
    };

    let own = kept.show(&app, "faehigkeiten").await;
    kept.send(&app, "faehigkeiten", &form).await.expect(303);
    assert!(!own.contains("name=\"bestaetigt\""));
    assert_eq!(evidence().await, "self");

    kept.send_as(&app, &kept.manager, "faehigkeiten", &form)
        .await
        .expect(303);
    assert_eq!(evidence().await, "employer");
}

#[tokio::test(flavor = "multi_thread")]
async fn certificates_have_a_last_day_and_languages_a_level() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;

    kept.send(
        &app,
        "zertifikate",
        &[
            ("was", "hinzufuegen"),
            ("neu", "CISSP"),
            ("neu_stufe", "2024-01-31"),
        ],
    )
    .await
    .expect(303);
    kept.send(
        &app,
        "sprachen",
        &[
            ("was", "hinzufuegen"),
            ("neu", "Englisch"),
            ("neu_stufe", "C1"),
        ],
    )
    .await
    .expect(303);
    let wrong = kept
        .send(
            &app,
            "zertifikate",
            &[
                ("was", "speichern"),
                ("stufe:certification:cissp", "gestern"),
            ],
        )
        .await
        .expect(422)
        .text;

    let stored = kept.stored(&app).await;
    assert_eq!(stored["certifications"][0]["valid_until"], "2024-01-31");
    assert_eq!(stored["languages"][1], json!({"id": "en", "cefr": "C1"}));
    assert!(wrong.contains("Geben Sie einen Tag an"));
    assert!(
        kept.show(&app, "zertifikate")
            .await
            .contains("Abgelaufen, zählt nicht mehr")
    );
}
