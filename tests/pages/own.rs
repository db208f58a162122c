//! `/profil` and `/organisation`

use kataster::access::Role;
use serde_json::json;

use crate::support::{TestApp, district, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn a_person_sees_the_own_entry_whole_and_what_is_missing() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).draft(&app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let session = app.begin_session(&email).await;

    let page = app.page("/profil", &session).await.expect(200);

    assert!(page.text.contains("Erika Mustermann"), "{}", page.text);
    assert!(page.text.contains("Rechenzentrum Musterland"));
    let colleague = app.browse_as(Role::Expert, Some(employer)).await;
    app.page("/profil", &colleague).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_sees_the_team_and_a_town_sees_its_provider() {
    let app = TestApp::new().await;
    let serves = json!([{"ags": "15082", "whole": true}]);
    let employer = organisation().with("serves", serves).save(&app).await;
    let id = expert(employer).draft(&app).await;
    let town = district().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(employer)).await;
    let requester = app.browse_as(Role::Requester, Some(town)).await;

    let team = app.page("/organisation", &manager).await.expect(200);
    let house = app.page("/organisation", &requester).await.expect(200);

    assert!(
        team.text.contains(&format!("/eintraege/{id}")),
        "{}",
        team.text
    );
    assert!(
        house.text.contains("Rechenzentrum Musterland"),
        "{}",
        house.text
    );
    assert!(!house.text.contains("/eintraege/"), "a town lists nobody");
}
