//! `/organisation/vertretung`

use kataster::access::Role;
use kataster::accounts::lookup_of;
use kataster::entity::account;
use kataster::ids::OrganisationId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::recorded;
use crate::support::{Answer, TestApp, organisation, until_waiting};

const PATH: &str = "/organisation/vertretung";

async fn give(app: &TestApp, session: &str, email: &str, until: &str) -> Answer {
    app.submit(PATH, session, &[("email", email), ("bis", until)])
        .await
}

/// A member, its manager's session, and the address and session of one of its experts.
async fn house(app: &TestApp) -> (OrganisationId, String, String, String) {
    let id = organisation().save(app).await;
    let manager = app.browse_as(Role::MemberManager, Some(id)).await;
    let (_, email) = app.account_with_password(Role::Expert, Some(id)).await;
    let session = app.begin_session(&email).await;
    (id, manager, email, session)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_manages_until_the_last_day_is_over_and_passes_nothing_on() {
    let app = TestApp::new().await;
    let (id, manager, email, colleague) = house(&app).await;
    let (_, third) = app.account_with_password(Role::Expert, Some(id)).await;
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(403);

    give(&app, &manager, &email, "2026-11-24").await.expect(303);

    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(200);
    app.page(PATH, &colleague).await.expect(403);
    give(&app, &colleague, &third, "2026-11-24")
        .await
        .expect(403);
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert!(
        page.contains(&email) && page.contains("bis 24. November 2026"),
        "{page}"
    );
    let at = |text: &str| serde_json::from_value(serde_json::json!(text)).unwrap();
    app.clock.set(at("2026-11-24T22:59:59Z"));
    let colleague = app.begin_session(&email).await;
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(200);
    app.clock.set(at("2026-11-24T23:00:00Z"));
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(403);
    app.page("/organisation", &colleague).await.expect(200);
    assert_eq!(recorded(&app, "delegation.given").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_at_once_when_it_is_revoked_or_its_giver_manages_no_more() {
    let app = TestApp::new().await;
    let (id, manager, email, colleague) = house(&app).await;
    give(&app, &manager, &email, "2026-12-24").await.expect(303);
    let page = app.page(PATH, &manager).await.expect(200).text;
    let (_, rest) = page.split_once(&format!("{PATH}/acc_")).unwrap();
    let end = format!("{PATH}/acc_{}/beenden", &rest[..36]);

    app.submit(&end, &colleague, &[]).await.expect(403);
    app.submit(&end, &manager, &[]).await.expect(303);
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(403);
    app.submit(&end, &manager, &[]).await.expect(404);
    assert_eq!(recorded(&app, "delegation.ended").await, 1);

    let (giver, giver_email) = app
        .account_with_password(Role::MemberManager, Some(id))
        .await;
    let session = app.begin_session(&giver_email).await;
    give(&app, &session, &email, "2026-12-24").await.expect(303);
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(200);
    let admin = app.browse_as(Role::Admin, None).await;
    let take = format!("/verwaltung/konten/{giver}/rollen/entziehen");
    let house = id.to_string();
    let role = [
        ("rolle", "member_manager"),
        ("organisation_id", house.as_str()),
    ];
    app.submit(&take, &admin, &role).await.expect(303);
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(403);
    let later = serde_json::from_value(serde_json::json!("2026-11-23T09:00:00Z"));
    app.clock.set(later.unwrap());
    let give_again = format!("/verwaltung/konten/{giver}/rollen");
    app.submit(&give_again, &admin, &role).await.expect(303);
    app.page("/organisation/freigaben", &colleague)
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_managers_and_bad_days_are_refused_in_the_same_words() {
    let app = TestApp::new().await;
    let (id, manager, email, _) = house(&app).await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let (_, stranger) = app.account_with_password(Role::Expert, Some(other)).await;
    let (_, second) = app
        .account_with_password(Role::MemberManager, Some(id))
        .await;

    for address in [stranger.as_str(), second.as_str(), "niemand@example.org"] {
        let again = give(&app, &manager, address, "2026-12-01")
            .await
            .expect(422)
            .text;
        assert!(
            again.contains("hat niemand ein Konto mit dieser Adresse"),
            "{again}"
        );
        assert!(again.contains("Niemand vertritt zurzeit."));
    }
    for (until, message) in [
        ("2026-11-22", "Dieser Tag ist vorbei"),
        ("2027-02-22", "Wählen Sie spätestens den 21. Februar 2027."),
        ("", "Füllen Sie das Feld"),
        ("bald", "Geben Sie einen Tag an"),
    ] {
        let again = give(&app, &manager, &email, until).await.expect(422).text;
        assert!(again.contains(message), "{until}: {again}");
    }
    give(&app, &manager, "Erika", "2026-12-01")
        .await
        .expect(422);
    assert_eq!(recorded(&app, "delegation.given").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_takes_a_session_that_was_confirmed_a_moment_ago() {
    let app = TestApp::new().await;
    let (_, manager, email, _) = house(&app).await;

    app.clock
        .set(app.state.db.clock().now().plus_seconds(3_600));

    let answer = give(&app, &manager, &email, "2026-12-01").await;
    assert_ne!(answer.status, 200);
    assert_eq!(recorded(&app, "delegation.given").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_whose_account_is_closed_at_that_moment_is_given_it() {
    let app = TestApp::new().await;
    let (_, manager, email, _) = house(&app).await;
    let lookup = lookup_of(&app.state.keyring, &email.parse().unwrap()).unwrap();
    let closing = app.state.db.begin().await.unwrap();
    account::Entity::update_many()
        .col_expr(account::Column::ClosedAt, Expr::value(closing.now()))
        .filter(account::Column::EmailLookup.eq(lookup))
        .exec(closing.connection())
        .await
        .unwrap();

    let (answer, ()) = tokio::join!(give(&app, &manager, &email, "2026-12-01"), async {
        until_waiting(&app.state.db, 1).await;
        closing.commit().await.unwrap();
    });

    answer.expect(422);
    assert_eq!(recorded(&app, "delegation.given").await, 0);
}
