//! Asking for help without an account.

use kataster::access::Role;
use serde_json::{Value, json};

use super::{INCIDENTS, SCOPES, TOWN, ask, ask_with, new_incident};
use crate::emergency::{issue, recorded, town};
use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn anybody_asks_and_is_told_how_to_follow_it_once() {
    let app = TestApp::new().await;
    let key = [("idempotency-key", "one")];

    let first = ask_with(&app, &new_incident(), &key).await.expect(201);
    let again = ask_with(&app, &new_incident(), &key).await.expect(201);

    let (first, again) = (first.json(), again.json());
    assert_eq!(first["state"], "unverified");
    assert_eq!(first["code_outcome"], "not_given");
    assert_eq!(first["contact"]["phone"], "+491719998887");
    assert_eq!(first["municipality"], TOWN);
    assert_eq!(first["spoken_code"].as_str().unwrap().len(), 6);
    assert_ne!(first["caller_word"], first["code_word"]);
    assert_eq!(again["id"], first["id"]);
    for secret in [
        "status_url",
        "spoken_code",
        "caller_word",
        "code_word",
        "contact",
    ] {
        assert!(!first[secret].is_null(), "{secret}");
        assert!(again[secret].is_null(), "{secret}");
    }
    assert_eq!(recorded(&app, "incident.reported").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_body_under_the_same_key_is_another_incident() {
    let app = TestApp::new().await;
    let key = [("idempotency-key", "one")];
    let mut other = new_incident();
    other["symptom"] = json!("systems-down");

    let first = ask_with(&app, &new_incident(), &key).await.expect(201);
    let second = ask_with(&app, &other, &key).await.expect(201);

    assert_ne!(first.json()["id"], second.json()["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_the_card_verifies_at_birth_and_once() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let mut body = new_incident();
    body["emergency_code"] = json!(codes[0]);

    let first = ask(&app, &body).await.expect(201).json();
    let second = ask(&app, &body).await.expect(201).json();

    assert_eq!(
        (
            &first["state"],
            &first["verification"],
            &first["code_outcome"]
        ),
        (
            &json!("verified"),
            &json!("emergency_code"),
            &json!("accepted")
        )
    );
    assert!(first["organisation_id"].is_string());
    assert_eq!(
        (&second["state"], &second["code_outcome"]),
        (&json!("unverified"), &json!("refused"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_uses_no_second_code() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let mut body = new_incident();
    body["emergency_code"] = json!(codes[0]);
    let key = [("idempotency-key", "one")];

    let first = ask_with(&app, &body, &key).await.expect(201).json();
    let again = ask_with(&app, &body, &key).await.expect(201).json();

    assert_eq!(
        (&again["id"], &again["state"]),
        (&first["id"], &json!("verified"))
    );
    assert_eq!(recorded(&app, "emergency_code.refused").await.len(), 0);
    // Nor a try: however often it is sent, the next code counts.
    for _ in 0..4 {
        ask_with(&app, &body, &key).await.expect(201);
    }
    body["emergency_code"] = json!(codes[1]);
    let next = ask(&app, &body).await.expect(201).json();
    assert_eq!(next["code_outcome"], "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_the_same_request_sent_many_times_at_once_one_is_kept() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let mut body = new_incident();
    body["emergency_code"] = json!(codes[0]);
    let key = [("idempotency-key", "one")];

    let all = (0..8).map(|_| ask_with(&app, &body, &key));
    let all = futures_util::future::join_all(all).await;

    let ids: std::collections::HashSet<_> = all
        .into_iter()
        .map(|answer| answer.expect(201).json()["id"].to_string())
        .collect();
    assert_eq!(ids.len(), 1);
    body["emergency_code"] = json!(codes[1]);
    let next = ask(&app, &body).await.expect(201).json();
    assert_eq!(next["code_outcome"], "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_keep_nobody_from_being_called_back() {
    let app = TestApp::new().await;
    let mut body = new_incident();
    let mut outcomes = Vec::new();
    for code in [
        "AAA-AAA-AAA-AAA-AAA-AAA",
        "BAA-AAA-AAA-AAA-AAA-AAB",
        "CAA-AAA-AAA-AAA-AAA-AAC",
        "DAA-AAA-AAA-AAA-AAA-AAD",
    ] {
        body["emergency_code"] = json!(code);
        let asked = ask(&app, &body).await.expect(201).json();
        assert_eq!(asked["state"], "unverified");
        outcomes.push(asked["code_outcome"].as_str().unwrap().to_owned());
    }

    assert_eq!(outcomes, ["refused", "refused", "refused", "not_checked"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_at_its_field() {
    let app = TestApp::new().await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut body = new_incident();
        change(&mut body);
        body
    };
    let cases = [
        (
            with(&|body| body["municipality"] = json!("99999999")),
            "/municipality",
        ),
        (
            with(&|body| body["municipality"] = json!("15")),
            "/municipality",
        ),
        (
            with(&|body| body["symptom"] = json!("files-encrypt")),
            "/symptom",
        ),
        (with(&|body| body["severity"] = json!(6)), "/severity"),
        (
            with(&|body| body["systems_down"] = json!(["phone"])),
            "/systems_down/0",
        ),
        (
            with(&|body| body["services_down"] = json!(["procedure:nichts"])),
            "/services_down/0",
        ),
        (
            with(&|body| body["contact"]["phone"] = json!("ruf an")),
            "/contact/phone",
        ),
        (
            with(&|body| body["contact"]["email"] = json!("kein at")),
            "/contact/email",
        ),
        (
            with(&|body| body["contact"]["name"] = json!("x".repeat(121))),
            "/contact/name",
        ),
        (
            with(&|body| body["measures_taken"] = json!("x".repeat(4_001))),
            "/measures_taken",
        ),
        (
            with(&|body| body["emergency_code"] = json!("0OI1L")),
            "/emergency_code",
        ),
    ];

    for (body, pointer) in cases {
        let answer = ask(&app, &body).await.expect(422);
        assert_eq!(answer.pointers(), [pointer]);
    }
    ask(&app, &with(&|body| body["extra"] = json!(1)))
        .await
        .expect(400);
    assert_eq!(recorded(&app, "incident.reported").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_may_be_dead_is_doubted() {
    let app = TestApp::new().await;
    let mut body = new_incident();
    body["systems_down"] = json!(["all", "all"]);
    body["contact"] = json!({"name": "", "phone": "03496 425 0", "email": "it@koethen-anhalt.de"});

    let asked = ask(&app, &body).await.expect(201).json();

    assert_eq!(asked["warnings"], json!(["landline", "own_mail"]));
    assert_eq!(asked["systems_down"], json!(["all"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_landline_is_doubted_whether_or_not_the_register_knows_it() {
    let app = TestApp::new().await;
    town().with("duty_phone", "03496 425 0").save(&app).await;
    let warned = async |phone: &str| {
        let mut body = new_incident();
        body["contact"] = json!({"name": "", "phone": phone});
        ask(&app, &body).await.expect(201).json()["warnings"].clone()
    };

    assert_eq!(warned("03496 425 0").await, json!(["landline"]));
    assert_eq!(warned("03496 777 9").await, json!(["landline"]));
    assert_eq!(warned("0171 9998887").await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_from_one_address_are_told_to_phone() {
    let app = TestApp::new().await;
    for _ in 0..20 {
        ask(&app, &new_incident()).await.expect(201);
    }

    let refused = ask(&app, &new_incident()).await.expect(429);

    assert!(refused.headers.contains_key("retry-after"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_own_town_and_coordinators_read_it() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let other = organisation().save(&app).await;
    let asked = ask(&app, &new_incident()).await.expect(201).json();
    let path = format!("{INCIDENTS}/{}", asked["id"].as_str().unwrap());
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let requester = app.sign_in(Role::Requester, Some(own)).await;
    let stranger = app.sign_in(Role::Requester, Some(other)).await;

    for reader in [&coordinator, &requester] {
        let shown = app.get(&path, reader).await.expect(200);
        let listed = app.get(INCIDENTS, reader).await.expect(200).json();
        assert_eq!(listed["items"], json!([shown.json()]));
        let text = shown.json().to_string();
        for secret in ["Xylofanie", "9998887", "spoken_code", "status_url"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
    let revealing = app.sign_in_scoped(own, &SCOPES).await;
    let contact = app.get(&format!("{path}/contact"), &revealing).await;
    let contact = contact.expect(200).json();
    assert_eq!(contact["contact"]["name"], "Xylofanie Quastenflosser");
    app.get(&path, &stranger).await.expect(404);
    let listed = app.get(INCIDENTS, &stranger).await.expect(200).json();
    assert_eq!(listed["items"], json!([]));
    assert_eq!(recorded(&app, "incident.contact_revealed").await.len(), 1);
}
