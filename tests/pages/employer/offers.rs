//! `/organisation/angebote` and `/angebote`: help that is not a person.

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use super::{recorded, version};
use crate::support::{Answer, TestApp, organisation};

const OWN: &str = "/organisation/angebote";
const NEW: &str = "/organisation/angebote/neu";

const FORM: [(&str, &str); 12] = [
    ("art", "workplaces"),
    ("titel", "Zwölf Arbeitsplätze mit Telefon"),
    ("anzahl", "12"),
    ("ort", "Köthen (Anhalt)"),
    ("reichweite", "at_place"),
    ("umkreis", ""),
    ("vorlauf", "4"),
    ("tage", "60"),
    ("kosten", "expenses"),
    ("bis", "31.12.2026"),
    ("beschreibung", "Eigener Raum.\r\nMit Druckern."),
    ("was", "veroeffentlichen"),
];

/// A member, its id, and the sessions of two of its managers.
async fn house(app: &TestApp) -> (OrganisationId, String, String) {
    let id = organisation().save(app).await;
    let manager = app.browse_as(Role::MemberManager, Some(id)).await;
    let deputy = app.browse_as(Role::MemberManager, Some(id)).await;
    (id, manager, deputy)
}

/// The usual form with other values, and what tells which offer it is of.
async fn send(
    app: &TestApp,
    session: &str,
    (path, token): (&str, (&str, &str)),
    changes: &[(&str, &str)],
) -> Answer {
    let mut form = vec![token];
    for (name, value) in FORM {
        let change = changes.iter().find(|(changed, _)| *changed == name);
        form.push((name, change.map_or(value, |(_, changed)| *changed)));
    }
    let known = |name: &str| FORM.iter().any(|(held, _)| *held == name);
    form.extend(changes.iter().filter(|(name, _)| !known(name)));
    app.submit(path, session, &form).await
}

/// Enters one; the next one is a second younger.
async fn enter(app: &TestApp, session: &str, changes: &[(&str, &str)]) -> Answer {
    app.clock.set(app.state.db.clock().now().plus_seconds(1));
    let page = app.page(NEW, session).await.expect(200).text;
    let token = version(&page, "formular");
    send(app, session, (NEW, ("formular", &token)), changes).await
}

/// The offers of the house, newest first.
async fn own(app: &TestApp, house: OrganisationId) -> Vec<Value> {
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let answer = app.get("/api/v1/offers?scope=own", &token).await;
    answer.expect(200).json()["items"]
        .as_array()
        .unwrap()
        .clone()
}

fn page_of(offer: &Value) -> String {
    format!("{OWN}/{}", offer["id"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_is_entered_in_its_own_form_and_found() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let requester = app.browse_as(Role::Requester, Some(id)).await;

    for (kind, fields, shown) in [
        ("workplaces", vec![], "12 Arbeitsplätze"),
        ("devices", vec![("anzahl", "1")], "1 Gerät"),
        (
            "team_package",
            vec![
                ("anzahl", "4"),
                ("faehigkeit-1", "Datensicherung"),
                ("stufe-1", "3"),
                ("faehigkeit-2", "veeam"),
                ("stufe-2", "4"),
                ("zeilen", "5"),
            ],
            "4 Personen",
        ),
        (
            "capacity",
            vec![("vcpu", "64"), ("speicher", "10")],
            "64\u{a0}vCPU, 10\u{a0}TB Speicher",
        ),
        (
            "procedure",
            vec![("verfahren", "procedure:meldewesen")],
            "Verfahren im Auftrag",
        ),
    ] {
        let page = app.page(&format!("{NEW}?art={kind}"), &manager).await;
        let page = page.expect(200).text;
        for (field, _) in &fields {
            assert!(
                *field == "zeilen" || page.contains(&format!("id=\"{field}\"")),
                "{kind} has no {field}"
            );
        }
        let changes = [vec![("art", kind)], fields].concat();

        enter(&app, &manager, &changes).await.expect(303);

        let offer = own(&app, id).await.remove(0);
        assert_eq!(
            (&offer["kind"], &offer["found"]),
            (&json!(kind), &json!(true))
        );
        let list = app
            .page(&format!("/angebote?kind={kind}"), &requester)
            .await;
        let list = list.expect(200).text;
        assert!(list.contains(shown), "{kind}: {list}");
    }
    let desks = &own(&app, id).await[4];
    assert_eq!(desks["place"], "15082180");
    assert_eq!(desks["text"]["de"], "Eigener Raum.\nMit Druckern.");
    assert_eq!(recorded(&app, "offer.created").await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn saved_as_a_draft_and_sent_again_to_be_published_says_where_the_draft_is() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let page = app.page(NEW, &manager).await.expect(200).text;
    let token = version(&page, "formular");
    let form = (NEW, ("formular", token.as_str()));

    send(&app, &manager, form, &[("was", "speichern")])
        .await
        .expect(303);
    let again = send(&app, &manager, form, &[("was", "veroeffentlichen")]).await;

    let again = again.expect(409).text;
    assert!(again.contains("Dieses Formular ist schon gespeichert"));
    assert!(again.contains("value=\"Zwölf Arbeitsplätze mit Telefon\""));
    assert_eq!(own(&app, id).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_that_was_merged_or_retired_stays_when_the_form_is_saved() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let keeper = app.browse_as(Role::Admin, None).await;
    let fields = [
        ("art", "procedure"),
        ("verfahren", "procedure:meldewesen"),
        ("produkt", "product:veeam"),
    ];
    enter(&app, &manager, &fields).await.expect(303);
    let path = "/verwaltung/begriffe/product:veeam/ausmustern";
    app.submit(path, &keeper, &[]).await.expect(303);
    app.settle().await;
    let offer = own(&app, id).await.remove(0);
    let path = format!("/organisation/angebote/{}", offer["id"].as_str().unwrap());
    let page = app.page(&path, &manager).await.expect(200).text;

    assert!(
        page.contains("<option value=\"product:veeam\" selected>"),
        "{page}"
    );
    let stand = version(&page, "stand");
    let form = (path.as_str(), ("stand", stand.as_str()));
    let changes = [fields.as_slice(), &[("tage", "30")]].concat();
    send(&app, &manager, form, &changes).await.expect(303);
    let offer = own(&app, id).await.remove(0);
    assert_eq!(
        (&offer["product"], &offer["max_days"]),
        (&json!("product:veeam"), &json!(30))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn sent_twice_it_is_one_offer() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let page = app.page(NEW, &manager).await.expect(200).text;
    let token = version(&page, "formular");
    let form = (NEW, ("formular", token.as_str()));

    send(&app, &manager, form, &[]).await.expect(303);
    send(&app, &manager, form, &[]).await.expect(303);

    assert_eq!(own(&app, id).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let long = "x".repeat(10_000);

    for (name, value) in [
        ("titel", ""),
        ("titel", long.as_str()),
        ("titel", "Arbeitsplätze in Köthen"),
        ("titel", "Anruf genügt: 0171 1234567"),
        ("titel-englisch", "Rechenzentrum Musterland"),
        ("beschreibung", long.as_str()),
        ("kosten-hinweis", "fragen Sie max@example.org"),
        ("kosten-hinweis-englisch", "power only"),
        ("anzahl", ""),
        ("anzahl", "0"),
        ("anzahl", "-1"),
        ("anzahl", "zwölf"),
        ("ort", ""),
        ("ort", "Nirgendheim"),
        ("ort", "Bayern"),
        ("reichweite", ""),
        ("vorlauf", ""),
        ("vorlauf", "721"),
        ("tage", "0"),
        ("kosten", "viel"),
        ("bis", ""),
        ("bis", "irgendwann"),
        ("bis", "2026-11-22"),
        ("bis", "2030-01-01"),
    ] {
        let again = enter(&app, &manager, &[(name, value)]).await;
        let again = again.expect(422).text;
        // A note in English alone has none in German.
        let field = match name {
            "kosten-hinweis-englisch" => "kosten-hinweis",
            name => name,
        };
        let at_field = again.contains(&format!("id=\"{field}-fehler\""));
        assert!(at_field, "{name}={value}: {again}");
        assert!(name == "titel" || again.contains("value=\"Zwölf Arbeitsplätze mit Telefon\""));
    }
    let radius = [("reichweite", "radius")];
    let again = enter(&app, &manager, &radius).await.expect(422).text;
    assert!(again.contains("id=\"umkreis-fehler\""), "{again}");
    let team = [("art", "team_package"), ("faehigkeit-1", "Vehm")];
    let again = enter(&app, &manager, &team).await.expect(422).text;
    assert!(again.contains("id=\"faehigkeit-1-fehler\""), "{again}");
    let none = [("art", "capacity")];
    let again = enter(&app, &manager, &none).await.expect(422).text;
    assert!(again.contains("id=\"vcpu-fehler\""), "{again}");
    let none = [("art", "procedure"), ("verfahren", "")];
    let again = enter(&app, &manager, &none).await.expect(422).text;
    assert!(again.contains("id=\"verfahren-fehler\""), "{again}");
    let unknown = [("art", "procedure"), ("verfahren", "procedure:nichts")];
    let again = enter(&app, &manager, &unknown).await.expect(422).text;
    assert!(again.contains("id=\"verfahren-fehler\""), "{again}");
    assert_eq!(own(&app, id).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_keep_what_is_typed_and_say_nothing_is_wrong() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let more = [
        ("art", "team_package"),
        ("titel", ""),
        ("faehigkeit-1", "veeam"),
        ("zeilen", "5"),
        ("was", "mehr"),
    ];

    let page = enter(&app, &manager, &more).await.expect(200).text;

    assert!(page.contains("name=\"faehigkeit-10\"") && page.contains("value=\"veeam\""));
    assert!(!page.contains("-fehler\""), "{page}");
    assert_eq!(own(&app, id).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_changed_published_and_withdrawn() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    enter(&app, &manager, &[("was", "speichern")])
        .await
        .expect(303);
    let draft = own(&app, id).await.remove(0);
    assert_eq!(draft["state"], "draft");
    let path = page_of(&draft);
    let form = app.page(&path, &manager).await.expect(200).text;
    assert!(form.contains("value=\"Köthen (Anhalt), Landkreis Anhalt-Bitterfeld\""));
    assert!(form.contains("value=\"2026-12-31\"") && form.contains("Als Entwurf speichern"));

    let stand = version(&form, "stand");
    let place = ("ort", "Köthen (Anhalt), Landkreis Anhalt-Bitterfeld");
    let changes = [("anzahl", "8"), ("was", "speichern"), place];
    send(&app, &manager, (&path, ("stand", &stand)), &changes)
        .await
        .expect(303);
    let list = app.page(OWN, &manager).await.expect(200).text;
    assert!(
        list.contains("Entwurf") && list.contains("8 Arbeitsplätze"),
        "{list}"
    );
    for (was, state, shown) in [
        ("veroeffentlichen", "published", "Wird gefunden"),
        ("zurueckziehen", "withdrawn", "Zurückgezogen"),
        ("veroeffentlichen", "published", "Wird gefunden"),
    ] {
        let list = app.page(OWN, &manager).await.expect(200).text;
        let stand = version(&list, "stand");
        let form = [("stand", stand.as_str()), ("was", was)];
        app.submit(&format!("{path}/stand"), &manager, &form)
            .await
            .expect(303);

        assert_eq!(own(&app, id).await[0]["state"], state);
        let list = app.page(OWN, &manager).await.expect(200).text;
        assert!(list.contains(shown), "{list}");
    }
    let form = app.page(&path, &manager).await.expect(200).text;
    assert!(!form.contains("Als Entwurf speichern"), "{form}");
    app.submit(&format!("{path}/stand"), &manager, &[("was", "x")])
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_managers_the_second_sees_the_conflict_and_loses_nothing() {
    let app = TestApp::new().await;
    let (id, manager, deputy) = house(&app).await;
    enter(&app, &manager, &[]).await.expect(303);
    let path = page_of(&own(&app, id).await[0]);
    let form = app.page(&path, &manager).await.expect(200).text;
    let stand = version(&form, "stand");
    let first = (path.as_str(), ("stand", stand.as_str()));
    send(&app, &deputy, first, &[("anzahl", "8")])
        .await
        .expect(303);

    let wrong = [("titel", "Mein Titel"), ("anzahl", "0")];
    let again = send(&app, &manager, first, &wrong).await.expect(422).text;
    assert_eq!(version(&again, "stand"), stand, "still of what was seen");
    let mine = [("titel", "Mein Titel")];
    let again = send(&app, &manager, first, &mine).await.expect(409).text;

    assert!(again.contains("inzwischen geändert") && again.contains("value=\"Mein Titel\""));
    assert_eq!(own(&app, id).await[0]["quantity"], 8);
    let now = version(&again, "stand");
    let second = (path.as_str(), ("stand", now.as_str()));
    send(&app, &manager, second, &mine).await.expect(303);
    assert_eq!(own(&app, id).await[0]["title"]["de"], "Mein Titel");
    let old = [("stand", stand.as_str()), ("was", "zurueckziehen")];
    let list = app.submit(&format!("{path}/stand"), &deputy, &old).await;
    assert!(list.expect(409).text.contains("inzwischen geändert"));
    assert_eq!(own(&app, id).await[0]["state"], "published");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_house_sees_no_page_and_sends_no_form() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    enter(&app, &manager, &[]).await.expect(303);
    let path = page_of(&own(&app, id).await[0]);
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let stranger = app.browse_as(Role::MemberManager, Some(other)).await;

    app.page(&path, &stranger).await.expect(404);
    send(&app, &stranger, (&path, ("stand", "1")), &[])
        .await
        .expect(404);
    let withdraw = [("stand", "1"), ("was", "zurueckziehen")];
    app.submit(&format!("{path}/stand"), &stranger, &withdraw)
        .await
        .expect(404);
    let list = app.page(OWN, &stranger).await.expect(200).text;
    assert!(!list.contains("Zwölf"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_is_no_member_or_whose_offer_is_past_is_told_so() {
    let app = TestApp::new().await;
    let outside = organisation().with("member", false).save(&app).await;
    let outsider = app.browse_as(Role::MemberManager, Some(outside)).await;
    let list = app.page(OWN, &outsider).await.expect(200).text;
    assert!(list.contains("nur Mitglieder") && !list.contains("?art="));
    let again = enter(&app, &outsider, &[]).await.expect(409).text;
    assert!(again.contains("nur Mitglieder") && again.contains("Zwölf"));
    let (id, manager, _) = house(&app).await;
    let draft = [("bis", "2026-11-24"), ("was", "speichern")];
    enter(&app, &manager, &draft).await.expect(303);
    let path = page_of(&own(&app, id).await[0]);
    let publish = [("stand", "1"), ("was", "veroeffentlichen")];
    app.move_days(3);
    let deputy = app.browse_as(Role::MemberManager, Some(id)).await;

    let list = app
        .submit(&format!("{path}/stand"), &deputy, &publish)
        .await;

    let list = list.expect(422).text;
    assert!(list.contains("prüfen Sie die Angaben"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_needs_help_finds_offers_masked_by_links_words_and_place() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let town = organisation().with("name", "Stadt Zerbst").save(&app).await;
    let requester = app.browse_as(Role::Requester, Some(town)).await;
    let empty = app.page("/angebote", &requester).await.expect(200).text;
    assert!(empty.contains("zurzeit kein Angebot"), "{empty}");
    enter(&app, &manager, &[("beschreibung", "<b>Fett</b> & mehr")])
        .await
        .expect(303);
    let procedure = [
        ("art", "procedure"),
        ("verfahren", "procedure:meldewesen"),
        ("titel", "Wir führen Ihr Register"),
        ("reichweite", "nationwide"),
        ("vorlauf", "72"),
    ];
    enter(&app, &manager, &procedure).await.expect(303);
    let search = app.page("/suche", &requester).await.expect(200).text;
    assert!(search.contains("href=\"/angebote\""), "{search}");

    let list = app.page("/angebote", &requester).await.expect(200).text;

    assert!(
        list.contains("2 Angebote") && list.contains("&#60;b&#62;Fett"),
        "{list}"
    );
    assert!(list.contains("Nutzbar nach 3 Tagen") && list.contains("Kommunaler IT-Dienstleister"));
    for told in ["Musterland", "15082", "Köthen", &id.to_string()] {
        assert!(!list.contains(told), "{told}");
    }
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    let arranging = app.page("/angebote", &coordinator).await.expect(200).text;
    assert!(
        arranging.contains("Rechenzentrum Musterland"),
        "{arranging}"
    );
    assert!(list.contains("href=\"/angebote?procedure=procedure%3Ameldewesen\""));
    let count = async |query: &str| {
        let page = app.page(&format!("/angebote?{query}"), &requester).await;
        page.expect(200).text.matches("<article").count()
    };
    assert_eq!(count("procedure=procedure:meldewesen").await, 1);
    assert_eq!(count("kind=workplaces").await, 1);
    assert_eq!(count("q=telefon").await, 1);
    assert_eq!(count("near=09162000&radius_km=25").await, 1);
    assert_eq!(count("ort=M%C3%BCnchen").await, 2);
    assert_eq!(count("ort=Neuenkirchen&radius_km=25").await, 2);
    assert_eq!(count("land=de&page=99").await, 2);
    let near = app.page("/angebote?near=15082180", &requester).await;
    let near = near.expect(200).text;
    assert!(near.contains("ca. 10\u{a0}km"), "{near}");
    for query in ["kind=raumschiff", "procedure=product:veeam", "land=99"] {
        app.page(&format!("/angebote?{query}"), &requester)
            .await
            .expect(422);
    }
    let person = app.browse_as(Role::Expert, Some(id)).await;
    let search = app.page("/suche", &person).await.expect(200).text;
    assert!(!search.contains("href=\"/angebote\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_page_leads_to_the_offers_and_they_are_there_in_english() {
    let app = TestApp::new().await;
    let (id, manager, _) = house(&app).await;
    let english = [
        ("titel-englisch", "Twelve desks with telephones"),
        ("kosten-hinweis", "nur Strom"),
        ("kosten-hinweis-englisch", "power only"),
    ];
    enter(&app, &manager, &english).await.expect(303);
    let team = app.page("/organisation", &manager).await.expect(200).text;
    assert!(team.contains("href=\"/organisation/angebote\""));

    let requester = app.browse_as(Role::Requester, Some(id)).await;
    let list = app
        .page("/angebote", &format!("{requester}; lang=en"))
        .await
        .expect(200);

    for text in ["Twelve desks with telephones", "power only", "1 offer"] {
        assert!(list.text.contains(text), "{}", list.text);
    }
    let form = app.page(&page_of(&own(&app, id).await[0]), &manager).await;
    assert!(form.expect(200).text.contains("value=\"power only\""));
}
