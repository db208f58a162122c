//! Where decoys stand in lists, and what they leave as it is.

use std::collections::BTreeSet;

use kataster::access::Role;
use kataster::entity::decoy;
use sea_orm::EntityTrait;
use serde_json::json;

use super::{alarms_of, any_house, ids, large, make, requester, roles, search};

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
