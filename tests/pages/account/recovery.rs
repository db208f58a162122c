//! Two people vouch for somebody locked out.

use kataster::access::Role;
use kataster::ids::OrganisationId;

use super::second_factor::with_second_factor;
use super::{NEW, try_to, twice};
use crate::support::{Answer, TestApp, organisation};

pub async fn vouch(app: &TestApp, session: &str, email: &str) -> Answer {
    let form = [("email", email), ("grund", "verloren")];
    app.submit("/wiederherstellung", session, &form).await
}

async fn admins(app: &TestApp) -> (String, String) {
    let first = app.browse_as(Role::Admin, None).await;
    let second = app.browse_as(Role::Coordinator, None).await;
    (first, second)
}

/// Path of the link a page shows.
fn link(page: &str) -> String {
    let at = page.find("/einladung/").unwrap();
    page[at..].split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_let_somebody_begin_anew_without_the_lost_factor() {
    let app = TestApp::new().await;
    let (email, _, _) = with_second_factor(&app).await;
    let (first, second) = admins(&app).await;

    let one = vouch(&app, &first, &email).await.expect(200);
    assert!(!one.text.contains("/einladung/"), "one is not enough");
    vouch(&app, &first, &email).await.expect(422);
    let two = vouch(&app, &second, &email.to_uppercase())
        .await
        .expect(200);
    let link = link(&two.text);
    app.submit(&link, "", &twice(NEW)).await.expect(303);

    let done = try_to(&app, &email, NEW).await.expect(303);
    assert!(done.cookie("kataster").is_some(), "no factor is left");
    app.submit(&link, "", &twice(NEW)).await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_word_comes_within_a_day_and_the_link_is_used_within_another() {
    let app = TestApp::new().await;
    let (email, _, _) = with_second_factor(&app).await;
    let (first, _) = admins(&app).await;
    vouch(&app, &first, &email).await.expect(200);
    app.move_days(1);
    let (first, second) = admins(&app).await;

    let late = vouch(&app, &second, &email).await.expect(200);
    assert!(!late.text.contains("/einladung/"), "the first word is over");
    let done = vouch(&app, &first, &email).await.expect(200);
    let link = link(&done.text);
    app.move_days(1);

    app.submit(&link, "", &twice(NEW)).await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_vouches_only_for_people_of_the_own_organisation() {
    let app = TestApp::new().await;
    let (own, other) = (
        organisation().save(&app).await,
        organisation().save(&app).await,
    );
    let manager = app.browse_as(Role::MemberManager, Some(own)).await;
    let account = async |role: Role, organisation: Option<OrganisationId>| {
        app.account_with_password(role, organisation).await.1
    };
    let colleague = account(Role::Expert, Some(own)).await;
    let foreign = account(Role::Expert, Some(other)).await;
    let admin = account(Role::Admin, None).await;

    vouch(&app, &manager, &colleague).await.expect(200);
    for email in [foreign, admin, "nobody@example.org".to_owned()] {
        vouch(&app, &manager, &email).await.expect(422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_vouches_for_themselves() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Admin, None).await;
    let session = app.begin_session(&email).await;

    vouch(&app, &session, &email).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_says_too_little_says_what_is_missing() {
    let app = TestApp::new().await;
    let (first, _) = admins(&app).await;

    for form in [
        [("email", "kein mail"), ("grund", "verloren")],
        [("email", "a@example.org"), ("grund", "")],
    ] {
        app.submit("/wiederherstellung", &first, &form)
            .await
            .expect(422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_word_of_somebody_who_lost_the_role_or_the_account_counts_no_more() {
    let app = TestApp::new().await;
    let (email, _, _) = with_second_factor(&app).await;
    for is_closed in [false, true] {
        let (gone, first) = crate::pages::accounts::admin(&app).await;
        let second = app.browse_as(Role::Coordinator, None).await;
        vouch(&app, &first, &email).await.expect(200);
        if is_closed {
            crate::pages::accounts::close(&app, gone).await;
        } else {
            crate::pages::accounts::take_role(&app, gone, "admin").await;
        }

        let answer = vouch(&app, &second, &email).await.expect(200);

        assert!(!answer.text.contains("/einladung/"), "it is the first word");
        let third = app.browse_as(Role::Coordinator, None).await;
        let answer = vouch(&app, &third, &email).await.expect(200);
        assert!(answer.text.contains("/einladung/"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_does_not_vouch_with_a_manager_whom_one_admin_makes() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let (_, email) = app.account_with_password(Role::Expert, Some(house)).await;
    let admin = app.browse_as(Role::Admin, None).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    vouch(&app, &admin, &email).await.expect(200);

    let refused = vouch(&app, &manager, &email).await.expect(422);
    assert!(
        refused.text.contains("muss zur Koordinierungsstelle"),
        "{}",
        refused.text
    );
    assert!(!refused.text.contains("/einladung/"), "{}", refused.text);

    let done = vouch(&app, &coordinator, &email).await.expect(200);
    assert!(done.text.contains("/einladung/"), "the first word stands");
}
