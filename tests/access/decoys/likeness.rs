//! A decoy cannot be told from an entry, and is none.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kataster::access::Role;
use kataster::db::Actor;
use kataster::entity::audit_entry;
use kataster::ids::ExpertId;
use kataster::privacy::{self, Suspect, Window};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{FORM, alarms_of, make};
use crate::support::{TestApp, district, expert, organisation};

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
