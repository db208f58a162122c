//! Entering, changing, publishing and withdrawing.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};

use super::{Offer, PATH, at, listed, workplaces};
use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_of_each_kind_is_entered_with_what_belongs_to_it() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;

    for kind in [
        "team_package",
        "workplaces",
        "devices",
        "capacity",
        "procedure",
    ] {
        let offer = workplaces(house).of(kind);
        let entered = app.post(PATH, &manager, &offer.0).await.expect(201).json();
        let id = entered["id"].as_str().unwrap();
        let kept = app.get(&at(id), &manager).await.expect(200).json();

        assert_eq!(entered, kept);
        assert_eq!(kept["found"], true);
        for (field, value) in offer.0.as_object().unwrap() {
            let kept = &kept[field];
            let same = if field == "title" || field == "capacity" {
                let members = value.as_object().unwrap();
                members.iter().all(|(name, value)| kept[name] == *value)
            } else {
                kept == value
            };
            assert!(same, "{kind}: {field} is {kept}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_another_kind_or_is_missing_is_refused() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let skills = json!([{"id": "product:veeam", "level": 3}]);

    for (offer, pointer) in [
        (workplaces(house).without("quantity"), "/quantity"),
        (workplaces(house).with("skills", skills.clone()), "/skills"),
        (
            workplaces(house).with("procedure", "procedure:meldewesen"),
            "/procedure",
        ),
        (
            workplaces(house)
                .of("team_package")
                .with("skills", json!([])),
            "/skills",
        ),
        (
            workplaces(house).of("team_package").with("quantity", 501),
            "/quantity",
        ),
        (
            workplaces(house).of("capacity").without("capacity"),
            "/capacity",
        ),
        (
            workplaces(house).of("capacity").with("capacity", json!({})),
            "/capacity",
        ),
        (
            workplaces(house).of("capacity").with("quantity", 3),
            "/quantity",
        ),
        (
            workplaces(house).of("procedure").without("procedure"),
            "/procedure",
        ),
        (workplaces(house).with("reach", "radius"), "/radius_km"),
        (workplaces(house).with("radius_km", 50), "/radius_km"),
    ] {
        let answer = app.post(PATH, &manager, &offer.0).await.expect(422);

        assert_eq!(answer.pointers(), [pointer], "{}", offer.0);
    }
}

/// Refuses an offer of a kind with another value of a field.
async fn refused(app: &TestApp, (kind, field, value): (&str, &str, Value), pointer: &str) {
    let house = organisation().save(app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let offer = workplaces(house).of(kind).with(field, value.clone());

    let answer = app.post(PATH, &manager, &offer.0).await.expect(422);

    let is_named = answer.pointers().iter().any(|found| found == pointer);
    assert!(is_named, "{field}={value}: {}", answer.text);
    assert_eq!(listed(app, &manager, "scope=own").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_have_their_length() {
    let app = TestApp::new().await;
    let long = "ä".repeat(10_000);

    for (field, value, pointer) in [
        ("title", json!({"de": long}), "/title/de"),
        ("title", json!({"de": ""}), "/title/de"),
        ("title", json!({"de": " \t "}), "/title/de"),
        ("title", json!({"de": "x", "en": long}), "/title/en"),
        ("text", json!({"de": long}), "/text/de"),
        ("cost_note", json!({"de": "x".repeat(161)}), "/cost_note/de"),
    ] {
        refused(&app, ("workplaces", field, value), pointer).await;
    }
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let emoji = workplaces(house).with("title", json!({"de": "🖥️ Zwölf Plätze ☎️"}));
    let kept = app.post(PATH, &manager, &emoji.0).await.expect(201).json();
    assert_eq!(kept["title"]["de"], "🖥️ Zwölf Plätze ☎️");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_field_is_checked() {
    let app = TestApp::new().await;

    for (field, value, pointer) in [
        ("quantity", json!(0), "/quantity"),
        ("quantity", json!(-1), "/quantity"),
        ("quantity", json!(10_001), "/quantity"),
        ("quantity", json!(1.5), "/quantity"),
        ("quantity", json!("viele"), "/quantity"),
        ("place", json!("99999999"), "/place"),
        ("place", json!("15"), "/place"),
        ("place", json!("Köthen"), "/place"),
        ("reach", json!("mars"), "/reach"),
        ("lead_hours", json!(-1), "/lead_hours"),
        ("lead_hours", json!(721), "/lead_hours"),
        ("max_days", json!(0), "/max_days"),
        ("max_days", json!(367), "/max_days"),
        ("cost", json!("much"), "/cost"),
        ("valid_until", json!("2026-11-22"), "/valid_until"),
        ("valid_until", json!("2029-01-01"), "/valid_until"),
        ("valid_until", json!("31.12.2026"), "/valid_until"),
        ("kind", json!("spaceship"), "/kind"),
        ("state", json!("withdrawn"), "/state"),
    ] {
        refused(&app, ("workplaces", field, value), pointer).await;
    }
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let unknown = workplaces(house).with("phone", "0171 1234567");
    app.post(PATH, &manager, &unknown.0).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_of_one_kind_are_checked() {
    let app = TestApp::new().await;
    let veeam = |level: i32| json!([{"id": "product:veeam", "level": level}]);

    for (kind, field, value, pointer) in [
        ("team_package", "skills", veeam(5), "/skills/0/level"),
        ("team_package", "skills", veeam(-3), "/skills/0/level"),
        (
            "team_package",
            "skills",
            json!([{"id": "product:nichts", "level": 2}]),
            "/skills/0/id",
        ),
        (
            "team_package",
            "skills",
            json!([{"id": "product:veeam", "level": 2}, {"id": "product:veeam", "level": 3}]),
            "/skills/1/id",
        ),
        ("capacity", "capacity", json!({"vcpu": 0}), "/capacity/vcpu"),
        (
            "capacity",
            "capacity",
            json!({"memory_gb": -5}),
            "/capacity/memory_gb",
        ),
        (
            "procedure",
            "procedure",
            json!("procedure:quastenflosser"),
            "/procedure",
        ),
        (
            "procedure",
            "procedure",
            json!("product:veeam"),
            "/procedure",
        ),
        (
            "procedure",
            "product",
            json!("procedure:wohngeld"),
            "/product",
        ),
    ] {
        refused(&app, (kind, field, value), pointer).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_name_no_house_no_place_and_no_contact() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;

    for text in [
        "Melden Sie sich bei max@example.org",
        "Anruf genügt: 0171 1234567",
        "Ein Angebot des Rechenzentrum Musterland",
        "Arbeitsplätze in Köthen",
        "Alles unter www.rechenzentrum.de",
    ] {
        for (field, value) in [
            ("title", json!({"de": text})),
            ("text", json!({"de": "", "en": text})),
            ("cost_note", json!({"de": text})),
        ] {
            let offer = workplaces(house).with(field, value);
            let answer = app.post(PATH, &manager, &offer.0).await.expect(422);

            let error = &answer.json()["errors"][0];
            assert_eq!(error["code"], "identifying", "{text}: {}", answer.text);
            assert!(
                error["pointer"]
                    .as_str()
                    .unwrap()
                    .starts_with(&format!("/{field}/")),
                "{}",
                answer.text
            );
        }
    }
    let work = json!({"de": "Auch für kranke Server, Kita und Gesundheitsamt"});
    workplaces(house)
        .with("text", work)
        .save(&app, &manager)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_published_withdrawn_and_published_again_but_no_draft_again() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let requester = app.sign_in(Role::Coordinator, None).await;
    let id = workplaces(house)
        .without("state")
        .save(&app, &manager)
        .await;
    app.get(&at(&id), &requester).await.expect(404);

    for (version, state, is_found) in [
        (1, "published", true),
        (2, "withdrawn", false),
        (3, "published", true),
    ] {
        let etag = format!("\"{version}\"");
        let patch = json!({"state": state});
        let answer = app.patch(&at(&id), &manager, &etag, &patch).await;
        let body = answer.expect(200).json();

        assert_eq!(
            (&body["state"], &body["found"]),
            (&json!(state), &json!(is_found))
        );
        let shown = listed(&app, &requester, "").await;
        assert_eq!(shown.len(), usize::from(is_found), "{state}");
    }
    let back = app
        .patch(&at(&id), &manager, "\"4\"", &json!({"state": "draft"}))
        .await
        .expect(422);
    assert_eq!(back.pointers(), ["/state"]);
    let recorded = recorded(&app, &id).await;
    assert_eq!(
        recorded,
        [
            "offer.published",
            "offer.withdrawn",
            "offer.published",
            "offer.created"
        ]
    );
}

/// What the record says was done to an offer, newest first; it never says what was written.
async fn recorded(app: &TestApp, id: &str) -> Vec<String> {
    let auditor = app.sign_in(Role::Auditor, None).await;
    let answer = app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200);
    assert!(!answer.text.contains("Arbeitspl"), "{}", answer.text);
    let entries = answer.json()["items"].clone();
    let entries = entries.as_array().unwrap().iter();
    entries
        .filter(|entry| entry["subject"] == id)
        .map(|entry| entry["action"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_keeps_what_it_does_not_name() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let id = workplaces(house)
        .with("reach", "radius")
        .with("radius_km", 100)
        .with("cost_note", json!({"de": "nur Strom", "en": "power only"}))
        .save(&app, &manager)
        .await;
    let before = app.get(&at(&id), &manager).await.expect(200).json();

    let patch = json!({"quantity": 5, "reach": "nationwide", "cost_note": null});
    app.patch(&at(&id), &manager, "\"1\"", &patch)
        .await
        .expect(200);

    let mut after = app.get(&at(&id), &manager).await.expect(200).json();
    assert_eq!(after["quantity"], 5);
    assert_eq!(
        (&after["reach"], &after["radius_km"], &after["cost_note"]),
        (&json!("nationwide"), &Value::Null, &Value::Null)
    );
    for field in ["quantity", "reach", "radius_km", "cost_note"] {
        after[field] = before[field].clone();
    }
    assert_eq!(after, before);
    for (patch, pointer) in [
        (json!({"quantity": 0}), "/quantity"),
        (json!({"radius_km": 10}), "/radius_km"),
        (json!({"procedure": "procedure:wohngeld"}), "/procedure"),
        (json!({"valid_until": "2026-11-01"}), "/valid_until"),
    ] {
        let answer = app.patch(&at(&id), &manager, "\"2\"", &patch).await;
        assert!(
            answer.expect(422).pointers().iter().any(|p| p == pointer),
            "{patch}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_at_once_one_wins() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let id = workplaces(house).save(&app, &manager).await;
    let path = at(&id);

    let changes = (1..=8).map(|quantity| {
        let change = json!({"quantity": quantity});
        let (app, path, manager) = (&app, &path, &manager);
        async move { app.patch(path, manager, "\"1\"", &change).await.status }
    });
    let statuses = futures_util::future::join_all(changes).await;

    let won = statuses.iter().filter(|status| **status == 200).count();
    let lost = statuses.iter().filter(|status| **status == 412).count();
    assert_eq!((won, lost), (1, 7), "{statuses:?}");
    let bearer = format!("Bearer {manager}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    app.send(Method::PATCH, &path, &headers, "{}".into())
        .await
        .expect(428);
    let kept = app.get(&path, &manager).await.expect(200);
    assert_eq!(kept.etag(), "\"2\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_key_is_one_offer() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let headers = HashMap::from([("idempotency-key", "angebot-1")]);
    let offer = workplaces(house);
    let send = |offer: &Offer| {
        let body = offer.0.clone();
        let (app, manager, headers) = (&app, &manager, &headers);
        async move { app.write(Method::POST, PATH, manager, headers, &body).await }
    };

    let answers = futures_util::future::join_all((0..4).map(|_| send(&offer))).await;

    let first = answers[0].json()["id"].clone();
    for answer in answers {
        assert_eq!(answer.expect(201).json()["id"], first);
    }
    send(&workplaces(house).with("quantity", 3))
        .await
        .expect(422);
    assert_eq!(listed(&app, &manager, "scope=own").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_house_cannot_tell_that_a_draft_exists_and_changes_no_offer() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let other = organisation()
        .with("name", "Anderes Rechenzentrum")
        .save(&app)
        .await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;
    let draft = workplaces(house).with("state", "draft");
    let draft = draft.save(&app, &manager).await;
    let published = workplaces(house).save(&app, &manager).await;
    let patch = json!({"state": "withdrawn"});

    app.get(&at(&draft), &stranger).await.expect(404);
    for id in [&draft, &published] {
        app.patch(&at(id), &stranger, "\"1\"", &patch)
            .await
            .expect(404);
    }
    let foreign = app
        .post(PATH, &stranger, &workplaces(house).0)
        .await
        .expect(422);
    assert_eq!(foreign.pointers(), ["/organisation_id"]);
    assert_eq!(listed(&app, &stranger, "scope=own").await, [""; 0]);
    let seen = app.get(&at(&published), &stranger).await.expect(200);
    assert!(
        seen.json().get("organisation_id").is_none(),
        "{}",
        seen.text
    );
    assert!(!seen.headers.contains_key("etag"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_members_offer_something() {
    let app = TestApp::new().await;
    let house = organisation().with("member", false).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;

    app.post(PATH, &manager, &workplaces(house).0)
        .await
        .expect(409);

    assert_eq!(listed(&app, &manager, "scope=own").await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_has_a_hundred_offers_at_most_and_withdrawn_ones_do_not_count() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let first = workplaces(house).save(&app, &manager).await;
    for _ in 1..99 {
        workplaces(house).save(&app, &manager).await;
    }
    let body = workplaces(house).0;
    let tries = (0..8).map(|_| app.post(PATH, &manager, &body));
    let answers = futures_util::future::join_all(tries).await;
    let mut answers: Vec<_> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    answers.sort_unstable();
    assert_eq!(answers, [201, 409, 409, 409, 409, 409, 409, 409]);

    let withdrawn = json!({"state": "withdrawn"});
    app.patch(&at(&first), &manager, "\"1\"", &withdrawn)
        .await
        .expect(200);

    workplaces(house).save(&app, &manager).await;
    app.patch(
        &at(&first),
        &manager,
        "\"2\"",
        &json!({"state": "published"}),
    )
    .await
    .expect(409);
}
