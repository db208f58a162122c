//! On which legal basis somebody helps: who says it, and what the legal forms allow.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};

use super::{Committed, DAY, HOUR, OPEN, TOWN_MAIL, company, contract, incident};
use crate::emergency::recorded;
use crate::help::scene::{Scene, each_time, one_need, yes};
use crate::support::{Answer, organisation};

fn error_of(answer: &Answer) -> (String, String, Value) {
    let error = answer.json()["errors"][0].clone();
    let text = |name: &str| error[name].as_str().unwrap().to_owned();
    (text("pointer"), text("code"), error["suggestions"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_gives_no_amtshilfe_and_says_why_it_could_not_wait() {
    let committed = Committed::new(company()).await;
    let (town, manager) = (&committed.town, committed.manager().await);
    let open = committed.show(town).await;
    assert_eq!(open["legal_basis"], Value::Null);
    assert_eq!(open["allowed"][0]["legal_basis"], "contract");
    assert_eq!(open["allowed"][0]["cost_kind"], "fee");

    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    for who in [town, &manager, &committed.scene.coordinator] {
        let refused = committed.set(who, &amtshilfe).await.expect(422);
        let (pointer, code, can) = error_of(&refused);
        assert_eq!((&*pointer, &*code), ("/legal_basis", "not_allowed"));
        assert_eq!(can, json!(["contract", "membership", "disaster_law"]));
    }
    let membership = json!({"legal_basis": "membership", "personnel_form": "service_contract"});
    let refused = committed.set(town, &membership).await.expect(422);
    assert_eq!(error_of(&refused).0, "/personnel_form");
    let without = json!({"legal_basis": "contract"});
    let refused = committed.set(town, &without).await.expect(422);
    assert_eq!(error_of(&refused).0, "/urgency");

    let set = committed.set(town, &contract()).await.expect(200).json();
    assert_eq!(set["legal_basis"], "contract");
    assert_eq!(set["settle_by"], Value::Null);
    let seen = committed.show(&manager).await;
    assert_eq!(seen["urgency"]["extent"], "Xylofonie der Spuren");
    assert_eq!(
        recorded(&committed.scene.app, "deployment.basis_set")
            .await
            .len(),
        1
    );
    let text = serde_json::to_string(&recorded(&committed.scene.app, "deployment.basis_set").await);
    assert!(!text.unwrap().contains("Xylofonie"));

    // Another basis needs no note any more.
    let other = json!({"legal_basis": "membership"});
    let other = committed.set(&manager, &other).await.expect(200).json();
    assert_eq!(other["personnel_form"], "business_trip");
    assert_eq!(other["urgency"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn authorities_choose_amtshilfe_and_open_it_again() {
    let committed = Committed::new(organisation()).await;
    let (town, path) = (
        &committed.town,
        format!("/api/v1/deployments/{}", committed.id),
    );

    let amtshilfe = json!({"legal_basis": "amtshilfe", "personnel_form": "remote"});
    committed.set(town, &amtshilfe).await.expect(200);
    let shown = committed
        .scene
        .app
        .get(&path, town)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&shown["legal_basis"], &shown["personnel_form"]),
        (&json!("amtshilfe"), &json!("remote"))
    );
    assert_eq!(shown["introduction"]["cost_basis"], "extra_costs");
    let agreed = json!({"legal_basis": "public_law_agreement"});
    committed.set(town, &agreed).await.expect(200);

    let open = committed.set(town, &json!({"legal_basis": null})).await;
    assert!(open.expect(200).json()["settle_by"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_forms_of_today_do_not_allow_is_open_again() {
    let committed = Committed::new(organisation()).await;
    let (town, scene) = (&committed.town, &committed.scene);
    let amtshilfe = json!({"legal_basis": "amtshilfe", "personnel_form": "remote"});
    committed.set(town, &amtshilfe).await.expect(200);
    let deployment = format!("/api/v1/deployments/{}", committed.id);

    scene.becomes("gmbh").await;

    let basis = committed.show(town).await;
    assert_eq!(basis["legal_basis"], Value::Null);
    assert!(basis["settle_by"].is_string());
    let shown = scene.app.get(&deployment, town).await.expect(200).json();
    assert_eq!(shown["legal_basis"], Value::Null);
    assert_eq!(shown["introduction"]["cost_basis"], "agreed_rate");
    scene.after(73 * HOUR).await;
    assert_eq!(scene.letters(TOWN_MAIL, OPEN).len(), 1);
    committed.set(town, &amtshilfe).await.expect(422);
    committed.set(town, &contract()).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_other_side_said_meanwhile_is_not_replaced_unseen() {
    let committed = Committed::new(organisation()).await;
    let (town, app) = (&committed.town, &committed.scene.app);
    let path = committed.path();
    let read = app.get(&path, town).await.expect(200).etag();
    let set = async |etag: &str| {
        let headers = HashMap::from([("if-match", etag)]);
        let body = json!({"legal_basis": "disaster_law"});
        app.write(Method::PUT, &path, town, &headers, &body).await
    };
    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    let manager = committed.manager().await;
    committed.set(&manager, &amtshilfe).await.expect(200);

    set(&read).await.expect(412);

    let stands = app.get(&path, town).await.expect(200);
    assert_eq!(stands.json()["legal_basis"], "amtshilfe");
    let set = set(&stands.etag()).await.expect(200);
    assert_eq!(set.json()["legal_basis"], "disaster_law");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_sides_and_the_desk_say_it() {
    let committed = Committed::new(organisation()).await;
    let app = &committed.scene.app;
    let other = organisation().with("name", "Anderes Haus").save(app).await;
    let body = json!({"legal_basis": "amtshilfe"});

    for role in [Role::MemberManager, Role::Requester] {
        let foreign = app.sign_in(role, Some(other)).await;
        committed.set(&foreign, &body).await.expect(404);
        app.get(&committed.path(), &foreign).await.expect(404);
    }
    // Of the house that sends, but not who releases: they ask for help for it.
    let house = committed.scene.helpers[0].employer;
    let asks = app.sign_in(Role::Requester, Some(house)).await;
    committed.set(&asks, &body).await.expect(404);
    let expert = app.sign_in(Role::Expert, Some(house)).await;
    committed.set(&expert, &body).await.expect(403);

    let desk = committed.scene.coordinator.clone();
    committed.set(&desk, &body).await.expect(200);
    committed
        .set(&committed.manager().await, &body)
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_chosen_before_somebody_is_committed_or_of_a_first_talk() {
    let scene = Scene::with_release(1, each_time()).await;
    let incident = incident(&scene).await;
    let town = scene.town(&incident).await;
    let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
    let path = format!("/api/v1/deployments/{id}/basis");
    let body = json!({"legal_basis": "amtshilfe"});

    scene.app.put(&path, &town, &body).await.expect(409);
    let shown = scene.app.get(&path, &town).await.expect(200).json();
    assert_eq!(shown["allowed"], json!([]));

    let mut talk = one_need();
    talk["first_call"] = json!(true);
    let talk = Committed::to(organisation(), talk, "first_call").await;
    talk.set(&talk.town, &body).await.expect(409);
    talk.scene.after(8 * DAY).await;
    assert_eq!(talk.scene.letters(TOWN_MAIL, OPEN).len(), 0);
}
