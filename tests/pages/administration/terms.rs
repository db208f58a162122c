//! `/verwaltung/begriffe`, and the words that are missed in entries.

use std::sync::Arc;

use kataster::access::Role;
use kataster::entity::reference_edition;
use kataster::ids::{ExpertId, OrganisationId};
use kataster::reference::{self, Living, Part};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{admin, recorded};
use crate::support::{TestApp, expert, organisation};

const LIST: &str = "/verwaltung/begriffe";

/// A house with an entry that restores backups with Veeam, and who looks for it.
async fn found(app: &TestApp) -> (OrganisationId, ExpertId, String) {
    let house = organisation().save(app).await;
    let entry = expert(house).save(app).await;
    let requester = app.sign_in(Role::Requester, Some(house)).await;
    (house, entry, requester)
}

async fn search(app: &TestApp, requester: &str, query: &str) -> Value {
    app.get(&format!("/api/v1/experts?{query}"), requester)
        .await
        .expect(200)
        .json()
}

fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("achse", "product"),
        ("kennung", ""),
        ("name_de", "Quastensicherung"),
        ("name_en", "Tassel Backup"),
        ("oberbegriff", ""),
        ("woerter_de", ""),
        ("woerter_en", ""),
    ];
    for change in changes {
        fields.retain(|(name, _)| *name != change.0);
        fields.push(*change);
    }
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_term_can_be_held_and_found_at_once_by_all_its_words() {
    let app = TestApp::new().await;
    let (_, entry, requester) = found(&app).await;
    let (keeper_id, keeper) = admin(&app).await;
    let words = form(&[("woerter_de", "Flossersicherung\nQuastix")]);

    let made = app
        .submit(&format!("{LIST}/neu"), &keeper, &words)
        .await
        .expect(303);

    assert_eq!(
        made.location(),
        "/verwaltung/begriffe/product:quastensicherung"
    );
    app.settle().await;
    let listed = app
        .get("/api/v1/terms/product:quastensicherung", "")
        .await
        .expect(200)
        .json();
    assert_eq!(
        listed["synonyms"]["de"],
        json!(["Flossersicherung", "Quastix"])
    );
    let employer = app
        .get(&format!("/api/v1/experts/{entry}"), &requester)
        .await
        .expect(200)
        .json();
    assert_eq!(employer["id"], json!(entry));
    let house = organisation()
        .with("name", "Rechenzentrum Zwei")
        .save(&app)
        .await;
    let skills = json!([{"id": "product:quastensicherung", "level": 3}, {"id": "domain:backup-restore", "level": 2}]);
    let other = expert(house).with("skills", skills).save(&app).await;
    let hits = search(&app, &requester, "q=Quastix").await;
    assert!(
        hits["items"].to_string().contains(&other.to_string()),
        "{hits}"
    );
    let added = recorded(&app, "term.added").await.remove(0);
    assert_eq!(
        (&added["actor"], &added["subject"]),
        (&json!(keeper_id), &json!("product:quastensicherung"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_synonym_finds_those_who_held_the_term_before() {
    let app = TestApp::new().await;
    let (_, entry, requester) = found(&app).await;
    let (_, keeper) = admin(&app).await;
    let before = search(&app, &requester, "q=Quastenflosser").await;
    assert!(!before["items"].to_string().contains(&entry.to_string()));
    let page = app
        .page(&format!("{LIST}/product:veeam"), &keeper)
        .await
        .expect(200)
        .text;
    assert!(page.contains("Ein Eintrag nennt diesen Begriff."));
    let words = form(&[
        ("stand", "1"),
        ("name_de", "Veeam"),
        ("name_en", "Veeam"),
        ("woerter_de", "Quastenflosser"),
    ]);

    app.submit(&format!("{LIST}/product:veeam"), &keeper, &words)
        .await
        .expect(303);

    app.settle().await;
    let after = search(&app, &requester, "q=Quastenflosser").await;
    assert!(
        after["items"].to_string().contains(&entry.to_string()),
        "{after}"
    );
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "everywhere is many places")]
async fn a_merged_id_leads_to_the_other_term_everywhere() {
    let app = TestApp::new().await;
    let (_, entry, requester) = found(&app).await;
    let (_, keeper) = admin(&app).await;
    app.submit(&format!("{LIST}/neu"), &keeper, &form(&[]))
        .await
        .expect(303);
    app.settle().await;
    let other = Living::new(app.state.living.now());
    let path = format!("{LIST}/product:veeam");

    let merged = [("ziel", "Quastensicherung")];
    app.submit(&format!("{path}/zusammenlegen"), &keeper, &merged)
        .await
        .expect(303);

    app.settle().await;
    for query in [
        "product=product:veeam",
        "product=product:quastensicherung",
        "q=Veeam",
        "all_of=product:veeam",
    ] {
        let hits = search(&app, &requester, query).await;
        assert!(
            hits["items"].to_string().contains(&entry.to_string()),
            "{query}: {hits}"
        );
        let skills = hits["items"][0]["skills"].to_string();
        assert!(
            skills.contains("product:quastensicherung") && !skills.contains("product:veeam"),
            "{skills}"
        );
    }
    let term = app
        .get("/api/v1/terms/product:veeam", "")
        .await
        .expect(200)
        .json();
    assert_eq!(term["id"], "product:quastensicherung");
    let cookie = app.browse_as(Role::Coordinator, None).await;
    let saved = app
        .page("/suche?product=product:veeam", &cookie)
        .await
        .expect(200)
        .text;
    assert!(saved.contains("Quastensicherung"));
    let house = organisation()
        .with("name", "Rechenzentrum Zwei")
        .save(&app)
        .await;
    expert(house).save(&app).await;
    other.reload(&app.state.db, &[Part::Terms]).await.unwrap();
    assert_eq!(
        other.now().taxonomy.term("product:veeam").unwrap().id,
        "product:quastensicherung"
    );
    app.submit(
        &format!("{path}/zusammenlegen"),
        &keeper,
        &[("ziel", "MESO Classic")],
    )
    .await
    .expect(404);
    let page = app.page(&path, &keeper).await.expect(200).text;
    assert!(page.contains("Zählt als „Quastensicherung“"));
    assert_eq!(
        recorded(&app, "term.merged").await.remove(0)["details"]["into"],
        "product:quastensicherung"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retired_term_is_offered_no_more_and_still_found() {
    let app = TestApp::new().await;
    let (_, entry, requester) = found(&app).await;
    let (_, keeper) = admin(&app).await;
    let path = format!("{LIST}/product:veeam");

    app.submit(&format!("{path}/ausmustern"), &keeper, &[])
        .await
        .expect(303);

    app.settle().await;
    let offered = app
        .get("/api/v1/taxonomy/products", "")
        .await
        .expect(200)
        .text;
    assert!(!offered.contains("\"product:veeam\""));
    let term = app
        .get("/api/v1/terms/product:veeam", "")
        .await
        .expect(200)
        .json();
    assert_eq!(term["is_retired"], true);
    let hits = search(&app, &requester, "product=product:veeam").await;
    assert!(hits["items"].to_string().contains(&entry.to_string()));
    app.submit(&format!("{path}/anbieten"), &keeper, &[])
        .await
        .expect(303);
    app.settle().await;
    let offered = app
        .get("/api/v1/taxonomy/products", "")
        .await
        .expect(200)
        .text;
    assert!(offered.contains("\"product:veeam\""));
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one line a mistake")]
async fn bad_input_and_a_late_second_admin_are_told() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let new = format!("{LIST}/neu");
    let wrong = async |changes: &[(&str, &str)]| {
        app.submit(&new, &keeper, &form(changes))
            .await
            .expect(422)
            .text
    };

    assert!(
        wrong(&[("name_de", "")])
            .await
            .contains("Name, deutsch: Füllen Sie das aus.")
    );
    assert!(
        wrong(&[("kennung", "Ä B")])
            .await
            .contains("Eine Kennung hat kleine Buchstaben")
    );
    assert!(
        wrong(&[("kennung", "veeam")])
            .await
            .contains("Diese Kennung gibt es schon.")
    );
    assert!(
        wrong(&[("woerter_de", "VEEAM")])
            .await
            .contains("gehört schon zu „")
    );
    assert!(
        wrong(&[("oberbegriff", "Quastix")])
            .await
            .contains("Diesen Begriff gibt es nicht.")
    );
    app.submit(&new, &keeper, &form(&[("achse", "incident_class")]))
        .await
        .expect(422);
    app.submit(&new, &keeper, &form(&[])).await.expect(303);
    let path = format!("{LIST}/product:quastensicherung");
    app.submit(&path, &keeper, &form(&[("stand", "1"), ("name_en", "One")]))
        .await
        .expect(303);
    let late = app
        .submit(&path, &keeper, &form(&[("stand", "1"), ("name_en", "Two")]))
        .await;
    let late = late.expect(409).text;
    assert!(late.contains("value=\"Two\"") && late.contains("One"));
    // Wrong first and right then, it is still a form of the first version.
    let wrong_first = form(&[("stand", "1"), ("name_de", "")]);
    let wrong_first = app.submit(&path, &keeper, &wrong_first).await.expect(422);
    assert!(wrong_first.text.contains("name=\"stand\" value=\"1\""));
    let long = "quaste".repeat(10);
    app.submit(&new, &keeper, &form(&[("name_de", &long)]))
        .await
        .expect(422);
    app.settle().await;
    let merge = async |target: &str| {
        let path = format!("{path}/zusammenlegen");
        app.submit(&path, &keeper, &[("ziel", target)])
            .await
            .expect(422)
            .text
    };
    assert!(
        merge("Quastensicherung")
            .await
            .contains("steht nicht über sich selbst")
    );
    assert!(
        merge("domain:identity")
            .await
            .contains("Diesen Begriff gibt es nicht.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_leaves_what_admins_changed() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let words = form(&[
        ("stand", "1"),
        ("name_de", "Veeam Sicherung"),
        ("name_en", "Veeam"),
        ("woerter_de", "Quastix"),
    ]);
    app.submit(&format!("{LIST}/product:veeam"), &keeper, &words)
        .await
        .expect(303);
    let db = &app.state.db;
    let txn = db.begin().await.unwrap();
    let part = reference_edition::Entity::delete_by_id("taxonomy".to_owned());
    part.exec(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();

    reference::install(db).await.unwrap();

    let loaded = Arc::new(reference::load(db).await.unwrap());
    let term = loaded.taxonomy.term("product:veeam").unwrap();
    assert_eq!(
        (term.label.de.as_str(), &term.synonyms.de),
        ("Veeam Sicherung", &vec!["Quastix".to_owned()])
    );
}

/// The session of whoever keeps an entry.
async fn manager(app: &TestApp) -> (ExpertId, String) {
    let house = organisation().save(app).await;
    let entry = expert(house).draft(app).await;
    (entry, app.browse_as(Role::MemberManager, Some(house)).await)
}

const MISSED: [(&str, &str); 4] = [
    ("bereich", "faehigkeiten"),
    ("wort", "Quastix"),
    ("achse", "product"),
    ("warum", "Viele Häuser sichern damit."),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_word_is_proposed_taken_in_and_its_state_shown() {
    let app = TestApp::new().await;
    let (entry, session) = manager(&app).await;
    let skills = format!("/eintraege/{entry}/faehigkeiten");
    let vain = [
        ("stand", "1"),
        ("was", "hinzufuegen"),
        ("neu", "Quastix"),
        ("neu_stufe", "3"),
    ];
    let page = app.submit(&skills, &session, &vain).await.expect(422).text;
    assert!(page.contains("id=\"vorschlag\" open"));
    let path = format!("/eintraege/{entry}/vorschlag");

    app.submit(&path, &session, &MISSED).await.expect(303);

    assert!(
        app.page(&skills, &session)
            .await
            .expect(200)
            .text
            .contains("Wird geprüft")
    );
    let (_, keeper) = admin(&app).await;
    let list = app.page(LIST, &keeper).await.expect(200).text;
    assert!(list.contains("Ein Vorschlag wartet") && list.contains("Viele Häuser sichern damit."));
    let at = list.find("vorschlag=").unwrap() + "vorschlag=".len();
    let id = &list[at..at + 36];
    let new = form(&[
        ("vorschlag", id),
        ("name_de", "Quastix"),
        ("name_en", "Quastix"),
    ]);
    app.submit(&format!("{LIST}/neu"), &keeper, &new)
        .await
        .expect(303);
    app.settle().await;
    let page = app.page(&skills, &session).await.expect(200).text;
    assert!(page.contains("Aufgenommen: „Quastix“"));
    let again = form(&[
        ("vorschlag", id),
        ("name_de", "Quastix 2"),
        ("name_en", "Quastix 2"),
    ]);
    app.submit(&format!("{LIST}/neu"), &keeper, &again)
        .await
        .expect(404);
    app.get("/api/v1/terms/product:quastix-2", "")
        .await
        .expect(404);
    let proposed = recorded(&app, "term.proposed").await.remove(0).to_string();
    assert!(
        !proposed.contains("Quastix") && !proposed.contains("Häuser"),
        "{proposed}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_becomes_another_word_or_is_declined_with_a_reason() {
    let app = TestApp::new().await;
    let (entry, session) = manager(&app).await;
    let path = format!("/eintraege/{entry}/vorschlag");
    app.submit(&path, &session, &MISSED).await.expect(303);
    let mut second = MISSED;
    second[1] = ("wort", "Flossomat");
    app.submit(&path, &session, &second).await.expect(303);
    let (_, keeper) = admin(&app).await;
    let list = app.page(LIST, &keeper).await.expect(200).text;
    let forms: Vec<&str> = list
        .split("/vorschlaege/")
        .skip(1)
        .map(|rest| &rest[..36])
        .collect();
    let decide = async |id: &str, form: &[(&str, &str)]| {
        app.submit(&format!("{LIST}/vorschlaege/{id}"), &keeper, form)
            .await
    };

    decide(forms[0], &[("was", "name"), ("begriff", "Gibtesnicht")])
        .await
        .expect(422);
    decide(forms[0], &[("was", "ablehnen"), ("grund", "")])
        .await
        .expect(422);
    decide(forms[0], &[("was", "name"), ("begriff", "product:veeam")])
        .await
        .expect(303);
    decide(
        forms[1],
        &[("was", "ablehnen"), ("grund", "Das ist kein Produkt.")],
    )
    .await
    .expect(303);
    decide(forms[1], &[("was", "ablehnen"), ("grund", "Noch einmal.")])
        .await
        .expect(404);

    app.settle().await;
    let page = app
        .page(&format!("/eintraege/{entry}/faehigkeiten"), &session)
        .await
        .expect(200)
        .text;
    assert!(page.contains("Abgelehnt: Das ist kein Produkt.") && page.contains("Aufgenommen: „"));
    let term = app
        .get("/api/v1/terms/product:veeam", "")
        .await
        .expect(200)
        .json();
    assert!(term["synonyms"]["de"].to_string().contains("Quastix"));
}

#[tokio::test(flavor = "multi_thread")]
async fn proposals_are_few_new_and_tell_nothing_of_persons() {
    let app = TestApp::new().await;
    let (entry, session) = manager(&app).await;
    let path = format!("/eintraege/{entry}/vorschlag");
    let refused = async |word: &str, reason: &str| {
        let form = [
            ("bereich", "faehigkeiten"),
            ("achse", "product"),
            ("wort", word),
            ("warum", reason),
        ];
        app.submit(&path, &session, &form).await.expect(422).text
    };

    assert!(
        refused("Q", "Ein guter Grund.")
            .await
            .contains("2 bis 80 Zeichen")
    );
    assert!(refused("Quastix", "x").await.contains("warum es fehlt"));
    assert!(
        refused("veeam", "Ein guter Grund.")
            .await
            .contains("gibt es schon")
    );
    let telling = refused("Quastix", "Rufen Sie 0171 1234567 an.").await;
    assert!(telling.contains("Es verrät, wer jemand ist."));
    let own = refused("Quastix", "Das schreibt Mustermann.").await;
    assert!(own.contains("Es verrät, wer jemand ist."));
    for number in 0..10 {
        let word = format!("Quastix {number}");
        let form = [
            ("bereich", "faehigkeiten"),
            ("achse", "product"),
            ("wort", &word),
            ("warum", "Ein guter Grund."),
        ];
        app.submit(&path, &session, &form).await.expect(303);
    }
    assert!(
        refused("Quastix 3", "Ein guter Grund.")
            .await
            .contains("schon vorgeschlagen")
    );
    assert!(
        refused("Quastix 99", "Ein guter Grund.")
            .await
            .contains("morgen wieder")
    );
    let stranger = app
        .browse_as(
            Role::MemberManager,
            Some(organisation().with("name", "Fremdes Haus").save(&app).await),
        )
        .await;
    app.submit(&path, &stranger, &MISSED).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_that_needs_the_extended_admission_from_now_finds_nobody_admitted_at_the_basic_grade()
 {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let skills = json!([{"id": "domain:mass-client-rollout", "level": 3}]);
    expert(house).with("skills", skills).save(&app).await;
    let requester = app.sign_in(Role::Requester, Some(house)).await;
    let query = "domain=domain%3Amass-client-rollout";
    assert_eq!(search(&app, &requester, query).await["total"], 1);
    let (_, keeper) = admin(&app).await;
    let path = format!("{LIST}/domain:mass-client-rollout");
    let page = app.page(&path, &keeper).await.expect(200).text;
    let field = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\"")).unwrap();
        let (_, rest) = rest.split_once("value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let (de, en, above) = (field("name_de"), field("name_en"), field("oberbegriff"));
    let privileged = [
        ("stand", "1"),
        ("name_de", de.as_str()),
        ("name_en", en.as_str()),
        ("oberbegriff", above.as_str()),
        ("woerter_de", ""),
        ("woerter_en", ""),
        ("erweitert", "ja"),
    ];

    app.submit(&path, &keeper, &privileged).await.expect(303);

    app.settle().await;
    assert_eq!(search(&app, &requester, query).await["total"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_at_once_make_no_circle() {
    let app = Arc::new(TestApp::new().await);
    let (_, keeper) = admin(&app).await;
    let new = format!("{LIST}/neu");
    for name in ["Quastix", "Flossix"] {
        let term = form(&[("achse", "domain"), ("name_de", name), ("name_en", name)]);
        app.submit(&new, &keeper, &term).await.expect(303);
    }
    app.settle().await;
    let under = async |term: &str, above: &str| {
        let path = format!("{LIST}/domain:{}", term.to_lowercase());
        let fields = form(&[
            ("stand", "1"),
            ("name_de", term),
            ("name_en", term),
            ("oberbegriff", above),
        ]);
        app.submit(&path, &keeper, &fields).await.status.as_u16()
    };

    let (one, other) = tokio::join!(under("Quastix", "Flossix"), under("Flossix", "Quastix"));

    let mut both = [one, other];
    both.sort_unstable();
    assert_eq!(both, [303, 422]);
    app.settle().await;
}
