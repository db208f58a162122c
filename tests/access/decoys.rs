//! Decoys look like entries, are none, and tell who pages deep through the register.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kataster::access::Role;
use kataster::accounts::Allowances;
use kataster::db::Actor;
use kataster::decoys::{self, Decoy};
use kataster::demo::{self, Plan};
use kataster::entity::{alarm, audit_entry, decoy, organisation as organisation_row};
use kataster::ids::{AccountId, ExpertId, OrganisationId};
use kataster::privacy::{self, Suspect, Window};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::support::{TestApp, district, expert, organisation};

const FORM: [(&str, &str); 9] = [
    ("ueberschrift", "Virtuelle Wüstenfüchse und Speichernetze"),
    ("beschreibung", "Baut seit Jahren Leuchtturmnetze."),
    ("rolle", "role:incident-lead"),
    ("stufe", "3"),
    ("faehigkeit1", "domain:backup-restore"),
    ("stufe1", "2"),
    ("kreis", "15082"),
    ("arbeitgeber", "it_provider"),
    ("arbeitsweise", "either"),
];

/// A register of invented people, large enough to page through.
async fn large() -> TestApp {
    let app = TestApp::with_allowances(Allowances::new(10_000, 1_000)).await;
    let parts = (&*app.state.reference, &*app.state.keyring);
    let plan = Plan {
        experts: 300,
        seed: 7,
    };
    demo::fill(&app.state.db, parts, &plan, &|_| {})
        .await
        .unwrap();
    let generation = app.state.db.generation().await.unwrap();
    let waited = app.state.search.wait_for(Some(generation)).await.unwrap();
    assert!(!waited.is_behind);
    app
}

/// An organisation of that register.
async fn any_house(app: &TestApp) -> OrganisationId {
    let found = organisation_row::Entity::find()
        .one(app.state.db.reader())
        .await
        .unwrap();
    found.unwrap().id
}

/// Makes decoys as an admin does, each with another role.
async fn make(app: &TestApp, admin: &str, roles: &[&str]) -> Vec<Decoy> {
    for role in roles {
        let form = FORM.map(|(name, value)| match name {
            "rolle" => (name, *role),
            _ => (name, value),
        });
        let answer = app.submit("/verwaltung/koeder", admin, &form).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
    decoys::all(&app.state.db, &app.state.keyring)
        .await
        .unwrap()
}

/// Some roles of the vocabulary.
fn roles(app: &TestApp) -> Vec<&str> {
    let roles = app
        .state
        .reference
        .taxonomy
        .axis(kataster::reference::Axis::Role);
    roles.take(3).map(|term| term.id.as_str()).collect()
}

async fn search(app: &TestApp, token: &str, query: &str) -> Value {
    let mut found = app
        .get(&format!("/api/v1/experts?{query}"), token)
        .await
        .expect(200)
        .json();
    let body = found.as_object_mut().unwrap();
    body.remove("took_us");
    body.remove("generation");
    body.remove("as_of");
    found
}

fn ids(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

async fn alarms_of(app: &TestApp, kind: &str) -> Vec<alarm::Model> {
    alarm::Entity::find()
        .filter(alarm::Column::Kind.eq(kind))
        .all(app.state.db.reader())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_pages_to_the_end_meets_decoys_and_raises_one_alarm() {
    let app = large().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let roles = roles(&app);
    let made = make(&app, &admin, &roles).await;
    let decoys: BTreeSet<_> = made.iter().map(|decoy| decoy.id.to_string()).collect();

    let (account, token) = requester(&app).await;
    let total = search(&app, &token, "").await["total"].as_u64().unwrap();
    let mut met = Vec::new();
    for page in 1..=total.div_ceil(20) {
        let found = ids(&search(&app, &token, &format!("page={page}")).await);
        let expected = if page * 20 <= total { 20 } else { total % 20 };
        assert_eq!(found.len() as u64, expected, "page {page}");
        let here = found.iter().filter(|id| decoys.contains(*id)).count();
        assert!(here == 0 || page > 5, "page {page}");
        met.extend(found.into_iter().filter(|id| decoys.contains(id)));
        if page == 5 {
            assert_eq!(alarms_of(&app, "decoy").await.len(), 0);
        }
    }

    assert_eq!(met.len(), decoys.len(), "each once");
    let raised = alarms_of(&app, "decoy").await;
    assert_eq!(raised.len(), 1, "one alarm for all of them");
    assert_eq!(raised[0].account_id, account);
}

/// Somebody of a house who looks for help.
async fn requester(app: &TestApp) -> (AccountId, String) {
    app.account(Role::Requester, Some(any_house(app).await))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_stands_on_the_same_rank_whatever_the_size_of_a_page() {
    let app = large().await;
    let admin = app.browse_as(Role::Admin, None).await;
    make(&app, &admin, &roles(&app)).await;
    let (_, token) = requester(&app).await;
    let all = async |limit: u64| {
        let mut all = Vec::new();
        for page in 1..=200_u64.div_ceil(limit) {
            let query = format!("page={page}&limit={limit}");
            all.extend(ids(&search(&app, &token, &query).await));
        }
        all.truncate(200);
        all
    };

    let by_twenty = all(20).await;

    for limit in [7, 50, 100] {
        assert_eq!(all(limit).await, by_twenty, "{limit}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sees_internals_meets_no_decoy_in_a_list() {
    let app = large().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let made = make(&app, &admin, &roles(&app)).await;

    for role in [Role::Vetter, Role::Coordinator] {
        let (_, token) = app.account(role, None).await;
        for page in 1..=4 {
            let found = ids(&search(&app, &token, &format!("page={page}&limit=100")).await);
            let is_decoy = |id: &String| made.iter().any(|decoy| decoy.id.to_string() == *id);
            assert!(!found.iter().any(is_decoy), "page {page} as {role:?}");
        }
    }

    app.state.noting.finish().await;
    assert_eq!(alarms_of(&app, "decoy").await.len(), 0);
    let (account, token) = app.account(Role::Coordinator, None).await;
    let path = format!("/api/v1/experts/{}", made[0].id);
    app.get(&path, &token).await.expect(200);
    app.state.noting.finish().await;
    let raised = alarms_of(&app, "decoy").await;
    assert_eq!(raised.len(), 1, "under its id it is an alarm");
    assert_eq!(raised[0].account_id, account);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_seen_again_today_writes_nothing() {
    let app = large().await;
    let admin = app.browse_as(Role::Admin, None).await;
    make(&app, &admin, &roles(&app)).await;
    let (_, token) = requester(&app).await;
    let deep = "page=2&limit=100";
    let first = search(&app, &token, deep).await;
    assert_eq!(alarms_of(&app, "decoy").await.len(), 1);
    // Whatever waits for the writer now does not come back.
    let _writing = app.state.db.begin().await.unwrap();

    let again = search(&app, &token, deep).await;

    assert_eq!(again, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_of_another_node_is_shown_within_a_minute() {
    let app = large().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let made = make(&app, &admin, &roles(&app)).await;
    let (_, token) = requester(&app).await;
    let deep = "page=2&limit=100";
    let met = async || {
        let found = ids(&search(&app, &token, deep).await);
        let is_decoy = |id: &&String| made.iter().any(|decoy| decoy.id.to_string() == **id);
        found.iter().filter(is_decoy).count()
    };
    let before = met().await;
    assert_eq!(before, 3);

    // As if another node had removed them: this one hears nothing of it.
    let txn = app.state.db.begin().await.unwrap();
    decoy::Entity::delete_many()
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();

    assert_eq!(met().await, before);
    app.clock.set(app.state.db.clock().now().plus_seconds(60));
    assert_eq!(met().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn decoys_change_no_total_no_facet_no_map_and_no_match() {
    let app = large().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let town = any_house(&app).await;
    let requester = app.sign_in(Role::Requester, Some(town)).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let browser = app.browse_as(Role::Requester, Some(town)).await;
    let wanted = json!({"municipality": "15082180", "symptom": "files-encrypted", "limit": 50});
    let everything = async || {
        let mut seen = Vec::new();
        for token in [&requester, &coordinator] {
            for query in [
                "",
                "q=W%C3%BCstenf%C3%BCchse",
                "role=role:incident-lead",
                "near=15082180",
            ] {
                seen.push(search(&app, token, query).await);
            }
            let deep = search(&app, token, "page=7").await;
            seen.push(json!([deep["total"], deep["facets"]]));
            let answer = app.post("/api/v1/matches", token, &wanted).await;
            let mut matched = answer.expect(200).json();
            matched.as_object_mut().unwrap().remove("took_us");
            seen.push(matched);
        }
        for path in ["/karte", "/"] {
            seen.push(json!(app.page(path, &browser).await.expect(200).text));
        }
        seen
    };

    let before = everything().await;
    make(&app, &admin, &roles(&app)).await;

    assert_eq!(everything().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_cannot_be_told_from_an_entry() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let real = expert(house)
        .with("headline", json!({"de": FORM[0].1}))
        .with("text", json!({"de": FORM[1].1}))
        .with(
            "skills",
            json!([
                {"id": FORM[2].1, "level": 3, "evidence": "employer"},
                {"id": FORM[4].1, "level": 2},
            ]),
        )
        .with("base", "15082")
        .with("availability", json!({"state": "24h"}))
        .save(&app)
        .await;
    let admin = app.browse_as(Role::Admin, None).await;
    let decoy = make(&app, &admin, &[FORM[2].1]).await.remove(0);
    let town = district().save(&app).await;
    let (account, token) = app.account(Role::Requester, Some(town)).await;
    let browser = app.browse_as(Role::Requester, Some(town)).await;
    let card = async |id: ExpertId| {
        let answer = app.get(&format!("/api/v1/experts/{id}"), &token).await;
        let headers: BTreeSet<String> = answer.headers.keys().map(ToString::to_string).collect();
        let mut body = answer.expect(200).json();
        let alias = body["alias"].as_str().unwrap().to_owned();
        assert!(body["confirmed_on"].is_string());
        for field in ["id", "alias", "confirmed_on"] {
            body[field] = json!("x");
        }
        (headers, body.to_string(), alias)
    };
    let page = async |id: ExpertId, alias: &str| {
        let answer = app.page(&format!("/fachkraefte/{id}"), &browser).await;
        let text = answer.expect(200).text;
        let text = text.replace(&id.to_string(), "ID").replace(alias, "ALIAS");
        without_month(&text)
    };

    let (real_card, decoy_card) = (card(real).await, card(decoy.id).await);

    assert_eq!(decoy_card.0, real_card.0, "headers");
    assert_eq!(decoy_card.1, real_card.1, "order and values of fields");
    assert_eq!(
        page(decoy.id, &decoy_card.2).await,
        page(real, &real_card.2).await
    );
    let raised = alarms_of(&app, "decoy").await;
    assert!(raised.iter().any(|alarm| alarm.account_id == account));
}

/// A page without the month somebody confirmed in.
fn without_month(text: &str) -> String {
    let months = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let words = text.split(' ');
    let known = words.map(|word| {
        if months.iter().any(|month| word.ends_with(month)) {
            "MONAT"
        } else {
            word
        }
    });
    known.collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn writing_to_a_decoy_is_refused_like_writing_to_a_foreign_entry() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let foreign = expert(house).save(&app).await;
    let admin = app.browse_as(Role::Admin, None).await;
    let decoy = make(&app, &admin, &[FORM[2].1]).await.remove(0);
    let other = organisation().with("place", "15003000").save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(other)).await;
    let body = json!({"headline": {"de": "anders"}});

    for path in ["confirm", "submit"] {
        let mut answers = Vec::new();
        for id in [foreign, decoy.id] {
            let path = format!("/api/v1/experts/{id}/{path}");
            answers.push(app.post(&path, &manager, &json!({})).await.status);
        }
        assert_eq!(answers, [404, 404]);
    }
    for id in [foreign, decoy.id] {
        let path = format!("/api/v1/experts/{id}");
        app.patch(&path, &manager, "\"1\"", &body).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_is_on_no_team_page_in_no_list_of_the_affected_and_in_no_index() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let real = expert(house).save(&app).await;
    let admin = app.browse_as(Role::Admin, None).await;
    let decoy = make(&app, &admin, &[FORM[2].1]).await.remove(0);
    let town = district().save(&app).await;
    let (account, token) = app.account(Role::Requester, Some(town)).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;

    for id in [real, decoy.id] {
        app.get(&format!("/api/v1/experts/{id}"), &token)
            .await
            .expect(200);
    }

    let team = app.page("/organisation", &manager).await.expect(200);
    assert!(!team.text.contains(&decoy.alias));
    let now = app.state.db.clock().now();
    let window = Window {
        from: now.plus_days(-1),
        until: now.plus_days(1),
    };
    let affected = privacy::affected(&app.state.db, Suspect::Account(account), window)
        .await
        .unwrap();
    let affected: Vec<_> = affected.iter().map(|one| one.expert).collect();
    assert_eq!(affected, [real]);
    let listed = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.eq("privacy.affected_listed"))
        .one(app.state.db.reader())
        .await
        .unwrap()
        .unwrap();
    let details: Value = serde_json::from_str(&listed.details).unwrap();
    assert_eq!(details["persons"], 1, "a decoy is nobody");
    assert_eq!(listed.actor, Actor::Operator.to_string());
    assert_eq!(app.state.search.current().unwrap().index.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_the_data_folder_does_not_tell_what_a_decoy_shows() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let decoy = make(&app, &admin, &[FORM[2].1]).await.remove(0);
    let shown = [
        decoy.alias.as_bytes(),
        decoy.id.0.as_bytes(),
        decoy.headline.de.as_bytes(),
        decoy.text.de.as_bytes(),
    ];

    let mut files = Vec::new();
    collect(app.folder.path(), &mut files);

    assert!(!files.is_empty());
    for (name, bytes) in files {
        for text in shown {
            let is_there = bytes.windows(text.len()).any(|window| window == text);
            assert!(!is_there, "{name}");
        }
    }
}

/// All files but the keys.
fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("keys") {
            collect(&path, files);
        } else if path.is_file() {
            files.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decoy_that_was_removed_is_not_found() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let decoy = make(&app, &admin, &[FORM[2].1]).await.remove(0);
    let page = app.page("/verwaltung/koeder", &admin).await.expect(200);
    let (_, rest) = page.text.split_once("/verwaltung/koeder/dec_").unwrap();
    let id = rest.split('/').next().unwrap();
    let remove = format!("/verwaltung/koeder/dec_{id}/entfernen");
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    app.submit(&remove, &admin, &[]).await.expect(303);
    app.submit(&remove, &admin, &[]).await.expect(404);

    app.get(&format!("/api/v1/experts/{}", decoy.id), &coordinator)
        .await
        .expect(404);
    assert_eq!(alarms_of(&app, "decoy").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn decoys_are_kept_by_an_admin_who_confirmed_who_they_are() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let now = app.state.db.clock().now();

    app.clock.set(now.plus_seconds(11 * 60));

    let answer = app.page("/verwaltung/koeder", &admin).await.expect(303);
    assert!(answer.location().starts_with("/bestaetigen"));
    app.submit("/verwaltung/koeder", &admin, &FORM).await;
    let made = decoys::all(&app.state.db, &app.state.keyring)
        .await
        .unwrap();
    assert_eq!(made, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_decoy_is_said_at_its_field() {
    let app = TestApp::new().await;
    let admin = app.browse_as(Role::Admin, None).await;
    let form = [
        ("ueberschrift", ""),
        ("beschreibung", "bleibt <b>"),
        ("rolle", ""),
        ("kreis", "99999"),
    ];
    let twice = FORM.map(|(name, value)| match name {
        "faehigkeit1" => (name, FORM[2].1),
        _ => (name, value),
    });

    let answer = app
        .submit("/verwaltung/koeder", &admin, &form)
        .await
        .expect(422);
    for text in [
        "Schreiben Sie eine Überschrift",
        "Wählen Sie eine Rolle",
        "Wählen Sie einen Kreis",
        "bleibt &#60;b&#62;",
    ] {
        assert!(answer.text.contains(text), "{text}");
    }
    let answer = app
        .submit("/verwaltung/koeder", &admin, &twice)
        .await
        .expect(422);
    assert!(answer.text.contains("jede Fähigkeit nur einmal"));
    assert_eq!(
        decoys::all(&app.state.db, &app.state.keyring)
            .await
            .unwrap(),
        []
    );
}
