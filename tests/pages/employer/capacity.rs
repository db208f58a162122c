//! `/organisation/kapazitaet`, and the skills a manager confirms.

use kataster::access::Role;
use serde_json::json;

use super::{found, recorded, version};
use crate::support::{Answer, TestApp, expert, organisation};

const PATH: &str = "/organisation/kapazitaet";

const FORM: [(&str, &str); 12] = [
    ("personen", "4"),
    ("faehigkeit-1", "Datensicherung"),
    ("stufe-1", "3"),
    ("faehigkeit-2", "veeam"),
    ("stufe-2", "4"),
    ("arbeitsweise", "either"),
    ("vorlauf", "24h"),
    ("ort", "Köthen (Anhalt)"),
    ("telefon", "0345 1234500"),
    ("art", "each_time"),
    ("zeilen", "5"),
    ("was", "veroeffentlichen"),
];

async fn send(app: &TestApp, session: &str, changes: &[(&str, &str)]) -> Answer {
    let page = app.page(PATH, session).await.expect(200).text;
    let token = version(&page, "formular");
    send_as(app, session, &token, changes).await
}

async fn send_as(app: &TestApp, session: &str, token: &str, changes: &[(&str, &str)]) -> Answer {
    let mut form = vec![("formular", token)];
    for (name, value) in FORM {
        let change = changes.iter().find(|(changed, _)| *changed == name);
        form.push((name, change.map_or(value, |(_, changed)| *changed)));
    }
    let known = |name: &str| FORM.iter().any(|(held, _)| *held == name);
    form.extend(changes.iter().filter(|(name, _)| !known(name)));
    app.submit(PATH, session, &form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capacity_is_found_after_one_form_before_any_staff_council_agreed() {
    let app = TestApp::new().await;
    let house = organisation()
        .with("participation", "asked")
        .save(&app)
        .await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert!(
        page.contains("value=\"Köthen (Anhalt), Landkreis Anhalt-Bitterfeld\""),
        "{page}"
    );

    send(&app, &manager, &[]).await.expect(303);

    let (matched, searched) = found(&app).await;
    assert_eq!((matched.len(), searched.len()), (1, 1));
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let path = format!("/api/v1/experts/{}", matched[0].as_str().unwrap());
    let entry = app.get(&path, &token).await.expect(200).json();
    assert_eq!(entry["headcount"], 4);
    assert_eq!(entry["identity"], json!(null));
    assert_eq!(entry["availability"]["state"], "24h");
    assert_eq!(entry["release"]["form"], "each_time");
    assert_eq!(entry["base"], "15082180");
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert!(
        page.contains("Wird gefunden") && page.contains("value=\"+493451234500\""),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn sent_twice_it_is_one_capacity() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let page = app.page(PATH, &manager).await.expect(200).text;
    let token = version(&page, "formular");

    send_as(&app, &manager, &token, &[]).await.expect(303);
    send_as(&app, &manager, &token, &[]).await.expect(303);
    send_as(&app, &manager, &token, &[("personen", "5")])
        .await
        .expect(409);

    assert_eq!(found(&app).await.0.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;

    for (name, value, message) in [
        ("personen", "0", "eine Zahl von 1 bis 500"),
        ("personen", "", "Füllen Sie das Feld"),
        ("faehigkeit-2", "Quastenflosser", "„Quastenflosser“"),
        ("faehigkeit-2", "forens", "Meinen Sie:"),
        ("faehigkeit-2", "Datensicherung", "steht schon weiter oben"),
        ("arbeitsweise", "irgendwie", "Füllen Sie das Feld"),
        ("ort", "Nirgendheim", "id=\"ort-fehler\""),
        ("telefon", "keine", "id=\"telefon-fehler\""),
        ("art", "", "id=\"art-fehler\""),
        ("kurz", "Ein Team aus Köthen", "id=\"kurz-fehler\""),
        (
            "kurz",
            "Ein Team im Rechenzentrum Musterland",
            "id=\"kurz-fehler\"",
        ),
    ] {
        let again = send(&app, &manager, &[(name, value)])
            .await
            .expect(422)
            .text;
        assert!(again.contains(message), "{name}={value}: {again}");
    }
    let long = "x".repeat(161);
    for (name, value) in [("kurz", long.as_str()), ("stufe-1", "9"), ("stufe-2", "0")] {
        send(&app, &manager, &[(name, value)]).await.expect(422);
    }
    let none = [("faehigkeit-1", ""), ("faehigkeit-2", "")];
    let again = send(&app, &manager, &none).await.expect(422).text;
    assert!(again.contains("Nennen Sie mindestens eine Fähigkeit."));
    assert_eq!(found(&app).await.1.len(), 0);
    let body = app.page("/organisation", &manager).await.expect(200).text;
    assert!(
        !body.contains("+49345"),
        "no number of a form that was refused"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_keep_what_is_typed() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;

    let page = send(&app, &manager, &[("was", "mehr"), ("personen", "")]).await;
    let page = page.expect(200).text;

    assert!(page.contains("name=\"faehigkeit-10\"") && page.contains("value=\"veeam\""));
    assert!(!page.contains("-fehler\""), "nothing is wrong yet");
    let person = app.browse_as(Role::Expert, Some(house)).await;
    app.submit(PATH, &person, &FORM).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_confirms_all_a_person_claims_and_nobody_the_own() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let id = expert(house).save(&app).await;
    let (account, email) = app.account_with_password(Role::Expert, Some(house)).await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let person = app.begin_session(&email).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let foreign = app.browse_as(Role::MemberManager, Some(other)).await;
    let path = format!("/eintraege/{id}");
    let confirm = format!("{path}/faehigkeiten/bestaetigen");
    let page = app.page(&path, &manager).await.expect(200).text;
    assert!(page.contains("Alle 2 Fähigkeiten bestätigen"), "{page}");
    assert!(!app.page("/profil", &person).await.text.contains(&confirm));

    let seen = version(&page, "stand");
    let seen = [("stand", seen.as_str())];
    app.submit(&confirm, &person, &seen).await.expect(403);
    app.submit(&confirm, &foreign, &seen).await.expect(404);
    let more = [
        ("was", "hinzufuegen"),
        ("neu", "Exchange"),
        ("neu_stufe", "4"),
    ];
    let skills = format!("{path}/faehigkeiten");
    let typed = [seen.as_slice(), &more].concat();
    app.submit(&skills, &person, &typed).await.expect(303);
    app.submit(&confirm, &manager, &seen).await.expect(303);
    assert_eq!(
        recorded(&app, "expert.skills_confirmed").await,
        0,
        "nobody vouches for what was claimed after they looked"
    );
    let page = app.page(&path, &manager).await.expect(200).text;
    let now = version(&page, "stand");
    app.submit(&confirm, &manager, &[("stand", &now)])
        .await
        .expect(303);

    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let entry = app
        .get(&format!("/api/v1/experts/{id}"), &token)
        .await
        .expect(200)
        .json();
    let skills = entry["skills"].as_array().unwrap();
    assert!(
        skills.iter().all(|skill| skill["evidence"] == "employer"),
        "{skills:?}"
    );
    assert!(!app.page(&path, &manager).await.text.contains(&confirm));
    assert_eq!(recorded(&app, "expert.skills_confirmed").await, 1);
}
