//! What the employer confirmed changes only when both sides want it.

use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};

use super::Kept;
use crate::support::{TestApp, expert, organisation};

/// Veeam as it is stored, and what waits about it.
async fn veeam(kept: &Kept, app: &TestApp) -> (Value, Value) {
    let stored = kept.stored(app).await;
    let skills = stored["skills"].as_array().unwrap().clone();
    let found = skills
        .into_iter()
        .find(|skill| skill["id"] == "product:veeam");
    (
        found.unwrap_or(Value::Null),
        stored["skill_changes"].clone(),
    )
}

/// Veeam at level 3, confirmed.
async fn confirmed(app: &TestApp) -> Kept {
    let kept = Kept::new(app).await;
    let form = [
        ("was", "speichern"),
        ("stufe:product:veeam", "3"),
        ("bestaetigt", "product:veeam"),
    ];
    kept.send_as(app, &kept.manager, "faehigkeiten", &form)
        .await
        .expect(303);
    kept
}

const RAISE: [(&str, &str); 2] = [("was", "speichern"), ("stufe:product:veeam", "4")];

#[tokio::test(flavor = "multi_thread")]
async fn a_level_waits_until_the_employer_agrees() {
    let app = TestApp::new().await;
    let kept = confirmed(&app).await;

    kept.send(&app, "faehigkeiten", &RAISE).await.expect(303);

    let (skill, waiting) = veeam(&kept, &app).await;
    assert_eq!(
        (&skill["level"], &skill["evidence"]),
        (&json!(3), &json!("employer"))
    );
    assert_eq!(
        (&waiting[0]["level"], &waiting[0]["by"]),
        (&json!(4), &json!("person"))
    );
    let mine = kept.show(&app, "faehigkeiten").await;
    assert!(mine.contains("Sie möchten Stufe 4"), "{mine}");
    assert!(!mine.contains("value=\"zustimmen:product:veeam\""));
    let theirs = app
        .page(&kept.path("faehigkeiten"), &kept.manager)
        .await
        .text;
    assert!(theirs.contains("Die andere Seite möchte Stufe 4"));

    let agree = [
        ("was", "zustimmen:product:veeam"),
        ("stufe:product:veeam", "3"),
        ("bestaetigt", "product:veeam"),
    ];
    kept.send_as(&app, &kept.manager, "faehigkeiten", &agree)
        .await
        .expect(303);

    let (skill, waiting) = veeam(&kept, &app).await;
    assert_eq!(
        (&skill["level"], &skill["evidence"]),
        (&json!(4), &json!("employer"))
    );
    assert_eq!(waiting, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removal_the_employer_wants_is_declined_by_the_person() {
    let app = TestApp::new().await;
    let kept = confirmed(&app).await;
    let remove = [("was", "entfernen:product:veeam")];

    kept.send_as(&app, &kept.manager, "faehigkeiten", &remove)
        .await
        .expect(303);

    let asked = kept.show(&app, "faehigkeiten").await;
    assert!(asked.contains("Die andere Seite möchte diese Fähigkeit entfernen"));
    let decline = [("was", "verwerfen:product:veeam")];
    for _ in 0..2 {
        // The second tap finds nothing left to decline.
        kept.send(&app, "faehigkeiten", &decline).await.expect(303);
    }
    let (skill, waiting) = veeam(&kept, &app).await;
    assert_eq!((&skill["level"], waiting), (&json!(3), json!([])));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_asks_agrees_and_drops() {
    let app = TestApp::new().await;
    let kept = confirmed(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(kept.employer)).await;
    let path = format!("/api/v1/experts/{}", kept.id);
    let stored = app.get(&path, &manager).await;
    let mut skills = stored.json()["skills"].clone();
    for skill in skills.as_array_mut().unwrap() {
        if skill["id"] == "product:veeam" {
            skill["level"] = json!(2);
        }
    }
    let tag = stored.etag();

    let asked = app
        .patch(&path, &manager, &tag, &json!({ "skills": skills }))
        .await
        .expect(200)
        .json();

    assert_eq!(asked["skill_changes"][0]["by"], "employer");
    let changes = format!("{path}/skill-changes?skill=product%3Aveeam");
    let elsewhere = organisation().save(&app).await;
    let other = app.sign_in(Role::MemberManager, Some(elsewhere)).await;
    let drop = async |token: &str| {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str())];
        app.send(
            Method::DELETE,
            &changes,
            &headers,
            axum::body::Body::empty(),
        )
        .await
    };
    drop(&other).await.expect(404);
    let dropped = drop(&manager).await.expect(200).json();
    assert_eq!(dropped["skill_changes"], json!([]));
    drop(&manager).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_for_somebody_without_account_and_no_manager_confirms_oneself() {
    let app = TestApp::new().await;
    let kept = confirmed(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(kept.employer)).await;
    let skills = |level: u8| json!({"skills": [{"id": "product:veeam", "level": level, "evidence": "employer"}]});
    let nobody = expert(kept.employer).draft(&app).await;
    let path = format!("/api/v1/experts/{nobody}");
    for level in [3, 4] {
        let stored = app.get(&path, &manager).await;
        let tag = stored.etag();
        let changed = app
            .patch(&path, &manager, &tag, &skills(level))
            .await
            .expect(200);
        assert_eq!(changed.json()["skills"][0]["level"], level);
    }

    let (account, email) = app
        .account_with_password(Role::MemberManager, Some(kept.employer))
        .await;
    kataster::experts::link_account(&app.state.db, nobody, account)
        .await
        .unwrap();
    let session = app.begin_session(&email).await;
    let path = format!("/eintraege/{nobody}/faehigkeiten");
    let shown = app.page(&path, &session).await.expect(200).text;
    assert!(!shown.contains("name=\"bestaetigt\""));
}
