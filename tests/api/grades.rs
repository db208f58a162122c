//! What a basic admission covers, and what only an extended one does.

use kataster::access::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

/// Skills of the entry's card, as whoever searches sees them.
async fn shown(app: &TestApp, searcher: &str) -> Vec<Value> {
    app.settle().await;
    let found = app
        .get("/api/v1/experts", searcher)
        .await
        .expect(200)
        .json();
    let items = found["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 1, "it is found all the while");
    let skills = items[0]["skills"].as_array().unwrap().iter();
    skills.map(|skill| skill["id"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn privileged_skills_added_to_a_basic_admission_count_after_the_extended_one() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let basic = json!([{"id": "procedure:meldewesen", "level": 3}]);
    let id = expert(employer).with("skills", basic).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let searcher = app.sign_in(Role::Coordinator, None).await;
    let path = format!("/api/v1/experts/{id}");
    let more = json!({"skills": [
        {"id": "procedure:meldewesen", "level": 3},
        {"id": "domain:active-directory", "level": 4},
    ]});

    let tag = app.get(&path, &manager).await.etag();
    app.patch(&path, &manager, &tag, &more).await.expect(200);

    assert_eq!(shown(&app, &searcher).await, ["procedure:meldewesen"]);
    let asked = "/api/v1/experts?domain=domain%3Aactive-directory";
    assert_eq!(app.get(asked, &searcher).await.json()["total"], 0);
    let session = app.browse_as(Role::MemberManager, Some(employer)).await;
    let page = format!("/eintraege/{id}/faehigkeiten");
    let hint = "Zählt erst nach der erweiterten Aufnahme";
    let text = app.page(&page, &session).await.expect(200).text;
    assert_eq!(text.matches(hint).count(), 1);

    let submitted = app
        .post(&format!("{path}/submit"), &manager, &json!({}))
        .await;
    let case = submitted.expect(201).json()["vetting_case_id"].clone();
    let path = format!(
        "/api/v1/vetting-cases/{}/assessments",
        case.as_str().unwrap()
    );
    for _ in 0..2 {
        let vetter = app.sign_in(Role::Vetter, None).await;
        let admit = json!({"verdict": "admit", "reason": "Nachweise eingesehen"});
        app.post(&path, &vetter, &admit).await.expect(201);
    }

    let skills = shown(&app, &searcher).await;
    assert_eq!(skills.len(), 2);
    assert_eq!(app.get(asked, &searcher).await.json()["total"], 1);
    let text = app.page(&page, &session).await.expect(200).text;
    assert!(!text.contains(hint));
}
