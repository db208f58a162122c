//! Who is asked whether an entry is still right, and told that a consent ends.

use kataster::access::Role;
use serde_json::json;

use super::watched::Watched;
use crate::support::{expert, organisation};

const CONFIRM: &str = "Stimmt noch alles? Best";
const TEAM: &str = "https://kataster.example.org/organisation";
const CONSENT: &str = "https://kataster.example.org/einwilligungen";

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_asked_every_four_months_until_the_entry_is_confirmed() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let employer = organisation().save(app).await;
    let id = expert(employer).save(app).await;

    let told = watched.letters(CONFIRM, &[119, 120, 121, 240, 241]).await;
    assert_eq!(told, [0, 1, 1, 2, 2]);

    let (account, token) = app.account(Role::Expert, Some(employer)).await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let path = format!("/api/v1/experts/{id}/confirm");
    app.post(&path, &token, &json!({})).await.expect(200);
    let told = watched.letters(CONFIRM, &[336, 360, 361]).await;
    assert_eq!(told, [2, 2, 3], "counted anew from the confirmation");
}

#[tokio::test(flavor = "multi_thread")]
async fn for_a_capacity_the_managers_are_asked_and_nobody_is_named() {
    let watched = Watched::new().await;
    let app = &watched.app;
    let employer = organisation().save(app).await;
    let id = expert(employer).capacity(3).save(app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}/confirm");
    app.post(&path, &manager, &json!({})).await.expect(200);

    let told = watched.letters(TEAM, &[119, 121]).await;

    assert!(told[0] == 0 && told[1] > 0, "{told:?}");
    for letter in watched.server.taken() {
        for detail in ["Rechenzentrum", "K-", "Datensicherung"] {
            assert!(!letter.contains(detail), "{detail}: {letter}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_told_60_30_and_7_days_before_a_consent_ends() {
    let watched = Watched::new().await;
    let employer = organisation().save(&watched.app).await;
    expert(employer).save(&watched.app).await;

    let told = watched.letters(CONSENT, &[304, 305, 335, 358, 366]).await;

    assert_eq!(told, [0, 1, 2, 3, 3]);
}
