//! The whole team goes to the vetters at once.

use kataster::access::Role;
use serde_json::json;

use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn a_team_is_submitted_with_one_tap_but_for_what_lacks_something() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    for _ in 0..3 {
        expert(house).draft(&app).await;
    }
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let page = app.page("/organisation", &manager).await.expect(200).text;
    assert!(page.contains("3 Einträge einreichen"), "{page}");

    let sent = app
        .submit("/organisation/einreichen", &manager, &[])
        .await
        .expect(303);

    assert_eq!(sent.location(), "/organisation");
    let page = app.page("/organisation", &manager).await.expect(200).text;
    assert!(!page.contains("action=\"/organisation/einreichen\""));
    let vetter = app.sign_in(Role::Vetter, None).await;
    let cases = app.get("/api/v1/vetting-cases?state=open", &vetter).await;
    assert_eq!(
        cases.expect(200).json()["items"].as_array().unwrap().len(),
        3
    );
    // A second tap finds nothing left to do.
    app.submit("/organisation/einreichen", &manager, &[])
        .await
        .expect(303);

    let elsewhere = organisation().save(&app).await;
    let telling = json!({"de": "Rettet Daten"});
    expert(elsewhere)
        .with("headline", telling)
        .draft(&app)
        .await;
    let other = app.browse_as(Role::MemberManager, Some(elsewhere)).await;
    app.submit("/organisation/einreichen", &other, &[])
        .await
        .expect(303);
    let cases = app.get("/api/v1/vetting-cases?state=open", &vetter).await;
    assert_eq!(cases.json()["items"].as_array().unwrap().len(), 4);
    let person = app.browse_as(Role::Expert, Some(house)).await;
    app.submit("/organisation/einreichen", &person, &[])
        .await
        .expect(404);
}
