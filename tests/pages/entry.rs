//! `/eintraege/{id}`: an entry changed in the browser, by its person and by its employer.

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, expert, organisation};

/// An entry, its person's session, and a session of a manager of the employer.
struct Kept {
    id: ExpertId,
    employer: OrganisationId,
    person: String,
    manager: String,
}

impl Kept {
    async fn new(app: &TestApp) -> Self {
        let employer = organisation().save(app).await;
        let id = expert(employer).save(app).await;
        let (account, email) = app
            .account_with_password(Role::Expert, Some(employer))
            .await;
        kataster::experts::link_account(&app.state.db, id, account)
            .await
            .unwrap();
        Self {
            id,
            employer,
            person: app.begin_session(&email).await,
            manager: app.browse_as(Role::MemberManager, Some(employer)).await,
        }
    }

    fn path(&self, part: &str) -> String {
        format!("/eintraege/{}/{part}", self.id)
    }

    async fn show(&self, app: &TestApp, part: &str) -> String {
        app.page(&self.path(part), &self.person)
            .await
            .expect(200)
            .text
    }

    /// Sends a form as the person, with the version it shows.
    async fn send(&self, app: &TestApp, part: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_as(app, &self.person, part, fields).await
    }

    async fn send_as(
        &self,
        app: &TestApp,
        session: &str,
        part: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let shown = app.page(&self.path(part), session).await.expect(200).text;
        let version = version(&shown);
        let mut form = vec![("stand", version.as_str())];
        form.extend(fields);
        app.submit(&self.path(part), session, &form).await
    }

    async fn stored(&self, app: &TestApp) -> Value {
        let token = app.sign_in(Role::MemberManager, Some(self.employer)).await;
        let path = format!("/api/v1/experts/{}", self.id);
        app.get(&path, &token).await.expect(200).json()
    }
}

/// The version a form was filled from.
fn version(page: &str) -> String {
    let after = page.split_once("name=\"stand\" value=\"").unwrap().1;
    after.split('"').next().unwrap().to_owned()
}

const CONTACT: [(&str, &str); 5] = [
    ("vorname", "Erika"),
    ("nachname", "Mustermann"),
    ("email", "erika@example.org"),
    ("telefon", "030 23125 001"),
    ("mobil", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_task_list_leads_to_every_part_and_the_preview_masks() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;

    let list = app.page("/profil", &kept.person).await.expect(200).text;

    for part in [
        "kontakt",
        "faehigkeiten",
        "zertifikate",
        "sprachen",
        "einsatz",
        "verfuegbarkeit",
        "beschreibung",
    ] {
        assert!(
            list.contains(&format!("href=\"{}\"", kept.path(part))),
            "{part}"
        );
        kept.show(&app, part).await;
    }
    assert!(list.contains("Unvollständig"), "the description is missing");
    let preview = format!("/fachkraefte/{}", kept.id);
    assert!(list.contains(&preview));
    let seen = app.page(&preview, &kept.person).await.expect(200).text;
    assert!(!seen.contains("Mustermann"));
    let own = app.page("/verfuegbarkeit", &kept.person).await.expect(303);
    assert_eq!(own.location(), kept.path("verfuegbarkeit"));
}

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
            ("tage", "10"),
            ("ueberpruefung", "2"),
            ("ueberpruefung_bis", "2027-05-31"),
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
        json!({"level": 2, "valid_until": "2027-05-31"})
    );
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
    let unknown = kept
        .send(&app, "einsatz", &deployment("Nirgendwo"))
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

#[tokio::test(flavor = "multi_thread")]
async fn availability_takes_one_tap_and_absences_come_and_go() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let path = kept.path("verfuegbarkeit");
    let send = async |fields: &[(&str, &str)]| app.submit(&path, &kept.person, fields).await;
    let available = async || kept.stored(&app).await["availability"].clone();

    send(&[("stand", "remote_only")]).await.expect(303);
    assert_eq!(available().await["state"], "remote_only");
    send(&[("was", "woche"), ("tag", "1"), ("tag", "5")])
        .await
        .expect(303);
    send(&[
        ("was", "abwesend"),
        ("von", "2026-12-24"),
        ("bis", "2027-01-06"),
    ])
    .await
    .expect(303);
    let held = available().await;
    assert_eq!(held["weekdays"], json!([1, 5]));
    assert_eq!(
        held["absences"],
        json!([{"first_day": "2026-12-24", "last_day": "2027-01-06"}])
    );
    assert_eq!(
        held["state"], "remote_only",
        "each form changes its own part"
    );

    for (fields, message) in [
        (
            &[("stand", "later"), ("ab", "")][..],
            "Geben Sie an, ab welchem Tag",
        ),
        (&[("was", "woche")], "Kreuzen Sie mindestens einen Tag an."),
        (
            &[
                ("was", "abwesend"),
                ("von", "2027-02-02"),
                ("bis", "2027-02-01"),
            ],
            "Der letzte liegt nicht vor dem ersten.",
        ),
        (
            &[("was", "abwesend"), ("von", ""), ("bis", "2027-02-01")],
            "Der letzte liegt nicht vor dem ersten.",
        ),
    ] {
        let page = send(fields).await.expect(422).text;
        assert!(page.contains(message), "{fields:?}");
    }
    assert_eq!(available().await, held);
    send(&[("was", "zurueck"), ("abwesenheit", "2026-12-24/2027-01-06")])
        .await
        .expect(303);
    send(&[("stand", "later"), ("ab", "2027-03-01")])
        .await
        .expect(303);
    assert_eq!(available().await["absences"], json!([]));
    assert_eq!(available().await["from"], "2027-03-01");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_confirms_the_entry() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    app.clock
        .set(app.state.db.clock().now().plus_seconds(3_600));

    app.submit(&kept.path("bestaetigen"), &kept.person, &[])
        .await
        .expect(303);

    let confirmed = kept.stored(&app).await["confirmed_at"].clone();
    assert_eq!(confirmed, json!(app.state.db.clock().now()));
    app.submit(&kept.path("bestaetigen"), &kept.manager, &[])
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn others_find_no_entry() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let other = Kept::new(&app).await;

    for part in ["kontakt", "faehigkeiten", "verfuegbarkeit"] {
        for session in [&other.person, &other.manager] {
            app.page(&kept.path(part), session).await.expect(404);
            app.submit(&kept.path(part), session, &[("stand", "1")])
                .await
                .expect(404);
        }
    }
    let home = format!("/eintraege/{}", kept.id);
    app.page(&home, &other.manager).await.expect(404);
    app.page(&home, &kept.manager).await.expect(200);
}
