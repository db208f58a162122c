//! `/organisation/freigaben`

use kataster::access::Role;
use kataster::ids::ExpertId;
use serde_json::json;

use super::{House, found, recorded, version};
use crate::support::{Answer, TestApp, expert, organisation};

const PATH: &str = "/organisation/freigaben";

/// Sends the form for these entries as the page shows it.
async fn send(
    app: &TestApp,
    (session, page): (&str, &str),
    chosen: &[ExpertId],
    fields: &[(&str, &str)],
) -> Answer {
    let stands: Vec<_> = chosen
        .iter()
        .map(|id| (id.to_string(), version(page, &format!("stand:{id}"))))
        .collect();
    let names: Vec<_> = stands.iter().map(|(id, _)| format!("stand:{id}")).collect();
    let mut form: Vec<(&str, &str)> = Vec::new();
    for ((id, version), name) in stands.iter().zip(&names) {
        form.push((name, version));
        form.push(("wen", id));
    }
    form.extend(fields);
    app.submit(PATH, session, &form).await
}

const GIVE: [(&str, &str); 4] = [
    ("art", "standing"),
    ("tage", "12"),
    ("bis", "2026-12-31"),
    ("was", "freigeben"),
];

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_acts_on_search_and_match_at_once_and_giving_again_too() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let person = json!(house.person);
    assert_eq!(
        found(&app).await,
        (vec![person.clone()], vec![person.clone()])
    );

    let page = app.page(PATH, &house.manager).await.expect(200).text;
    assert!(page.contains("Bis zu 20 Tage im Jahr, noch 20"), "{page}");
    let chosen = [house.person];
    let who = (house.manager.as_str(), page.as_str());
    send(&app, who, &chosen, &[("was", "entziehen")])
        .await
        .expect(303);

    assert_eq!(found(&app).await, (vec![], vec![]));
    let page = app.page(PATH, &house.manager).await.expect(200).text;
    assert!(page.contains("Nicht freigegeben"));
    let who = (house.manager.as_str(), page.as_str());
    send(&app, who, &chosen, &GIVE).await.expect(303);
    assert_eq!(found(&app).await, (vec![person.clone()], vec![person]));
    assert_eq!(recorded(&app, "expert.release_withdrawn").await, 1);
    assert_eq!(recorded(&app, "expert.released").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_released_at_once_until_their_last_day_is_over() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let other = expert(house.id).capacity(3).save(&app).await;
    let page = app.page(PATH, &house.manager).await.expect(200).text;
    let who = (house.manager.as_str(), page.as_str());

    send(&app, who, &[house.person, other], &GIVE)
        .await
        .expect(303);

    let page = app.page(PATH, &house.manager).await.expect(200).text;
    assert_eq!(page.matches("Bis zu 12 Tage im Jahr, noch 12").count(), 2);
    assert_eq!(page.matches("bis 31. Dezember 2026").count(), 2);
    let at = |text: &str| serde_json::from_value(json!(text)).unwrap();
    app.clock.set(at("2026-12-31T22:59:59Z"));
    assert_eq!(found(&app).await.0.len(), 2);
    app.clock.set(at("2026-12-31T23:00:00Z"));
    assert_eq!(found(&app).await.0.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_at_once_the_second_sees_the_conflict_and_loses_nothing() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let other = expert(house.id).capacity(3).save(&app).await;
    let page = app.page(PATH, &house.manager).await.expect(200).text;
    let chosen = [house.person, other];
    let first = (house.manager.as_str(), page.as_str());
    send(&app, first, &[house.person], &[("was", "entziehen")])
        .await
        .expect(303);

    let second = (house.deputy.as_str(), page.as_str());
    let again = send(&app, second, &chosen, &GIVE).await.expect(409).text;

    // All or none, and what was filled in stands there still.
    assert!(again.contains("Inzwischen geändert"), "{again}");
    assert_eq!(again.matches("name=\"wen\" value=\"exp_").count(), 2);
    assert_eq!(again.matches("\" checked>").count(), 3);
    assert!(again.contains("value=\"12\"") && again.contains("Nicht freigegeben"));
    assert!(again.contains("Bis zu 20 Tage im Jahr, noch 20"));
    let second = (house.deputy.as_str(), again.as_str());
    send(&app, second, &chosen, &GIVE).await.expect(303);
    assert_eq!(found(&app).await.0.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field_and_nothing_changes() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let page = app.page(PATH, &house.manager).await.expect(200).text;
    let who = (house.manager.as_str(), page.as_str());
    let with = |name: &str, value: &'static str| {
        GIVE.map(|(given, old)| (given, if given == name { value } else { old }))
    };

    for (name, value, message) in [
        ("tage", "400", "eine Zahl von 1 bis 366"),
        ("tage", "viele", "eine Zahl von 1 bis 366"),
        ("bis", "gestern", "Geben Sie einen Tag an"),
        ("bis", "2026-11-22", "Dieser Tag ist vorbei"),
        (
            "bis",
            "2031-01-01",
            "Wählen Sie spätestens den 22. November 2029.",
        ),
        ("art", "manchmal", "Art der Freigabe"),
    ] {
        let fields = with(name, value);
        let again = send(&app, who, &[house.person], &fields).await.expect(422);
        assert!(again.text.contains(message), "{name}: {}", again.text);
        let marker = format!("id=\"{name}-fehler\"");
        assert!(again.text.contains(&marker), "{name}: {}", again.text);
    }
    let again = send(&app, who, &[], &GIVE).await.expect(422).text;
    assert!(again.contains("Wählen Sie mindestens eine Fachkraft."));
    assert_eq!(found(&app).await.0.len(), 1);
    assert_eq!(recorded(&app, "expert.released").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_releases_the_people_of_another_house() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let elsewhere = organisation().with("name", "Anderes Haus").save(&app).await;
    let foreign = app.browse_as(Role::MemberManager, Some(elsewhere)).await;
    let page = app.page(PATH, &house.manager).await.expect(200).text;

    let order = [("was", "entziehen")];
    let who = (foreign.as_str(), page.as_str());
    send(&app, who, &[house.person], &order).await.expect(404);

    assert_eq!(found(&app).await.0.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limit_of_the_house_is_set_beside_and_what_is_left_follows_the_deployments() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let path = format!("{PATH}/kontingent");
    let page = app.page(PATH, &house.manager).await.expect(200).text;
    let stand = version(&page, "stand");
    let form = |limit: &'static str| [("stand", stand.clone()), ("kontingent", limit.to_owned())];
    let send = async |session: &str, form: [(&str, String); 2]| {
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        app.submit(&path, session, &form).await
    };

    send(&house.manager, form("10.5")).await.expect(422);
    send(&house.manager, form("30")).await.expect(303);
    let again = send(&house.deputy, form("40")).await.expect(409).text;
    assert!(again.contains("value=\"40\"") && again.contains("0 von 30 Tagen"));

    commit(&app, house.person).await;
    let page = app.page(PATH, &house.manager).await.expect(200).text;
    assert!(
        page.contains("4 von 30 Tagen sind in diesem Jahr verplant. Es bleiben 26."),
        "{page}"
    );
    assert!(page.contains("Bis zu 20 Tage im Jahr, noch 16"));
    app.move_days(60);
    let later = app.browse_as(Role::MemberManager, Some(house.id)).await;
    let page = app.page(PATH, &later).await.expect(200).text;
    assert!(
        page.contains("0 von 30 Tagen"),
        "a new year, a new quota: {page}"
    );
}

/// Commits an entry for three days and a half from tomorrow.
async fn commit(app: &TestApp, id: ExpertId) {
    use kataster::entity::expert_commitment::ActiveModel;
    use sea_orm::{ActiveModelTrait, ActiveValue::Set};

    let txn = app.state.db.begin().await.unwrap();
    let row = ActiveModel {
        id: Set(uuid::Uuid::now_v7()),
        expert_id: Set(id),
        from_at: Set(txn.now().plus_days(1)),
        until_at: Set(txn.now().plus_days(4).plus_seconds(43_200)),
    };
    row.insert(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_interface_releases_until_a_day_and_withdraws() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(house.id)).await;
    let path = format!("/api/v1/experts/{}", house.person);
    let release = json!({"form": "standing", "days_a_year": 9, "until": "2027-01-31"});

    let etag = app.get(&path, &token).await.expect(200).etag();
    let given = app
        .patch(&path, &token, &etag, &json!({ "release": release }))
        .await;
    let given = given.expect(200);
    assert_eq!(given.json()["release"], release);
    let wrong = json!({"release": {"form": "standing", "until": "2020-01-01"}});
    let refused = app
        .patch(&path, &token, &given.etag(), &wrong)
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/release/until"]);

    let path = format!("{path}/release");
    let headers = std::collections::HashMap::new();
    let method = axum::http::Method::DELETE;
    let withdrawn = app.write(method, &path, &token, &headers, &json!({})).await;
    let withdrawn = withdrawn.expect(200);
    assert_eq!(withdrawn.json()["release"], json!(null));
    assert_eq!(found(&app).await.0.len(), 0);
}
