//! Deputies of managers, as admins see and end them.

use kataster::access::Role;
use kataster::entity::role_grant;
use kataster::ids::{AccountId, OrganisationId};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;

use super::{admin, recorded};
use crate::support::{Answer, TestApp, organisation};

const GIVE: &str = "/organisation/vertretung";
/// What only those see who may manage the team.
const TEAM: &str = "/organisation/freigaben";

/// A member with a manager and an expert who acts for them until Christmas.
struct House {
    id: OrganisationId,
    manager: (AccountId, String, String),
    deputy: (AccountId, String, String),
}

impl House {
    async fn new(app: &TestApp) -> Self {
        let id = organisation().save(app).await;
        let manager = person(app, Role::MemberManager, id).await;
        let deputy = person(app, Role::Expert, id).await;
        let house = Self {
            id,
            manager,
            deputy,
        };
        house.give(app).await.expect(303);
        house
    }

    async fn give(&self, app: &TestApp) -> Answer {
        let form = [("email", self.deputy.1.as_str()), ("bis", "2026-12-24")];
        app.submit(GIVE, &self.manager.2, &form).await
    }

    fn page(&self) -> String {
        format!("/verwaltung/organisationen/{}", self.id)
    }

    /// Sends the form that ends a delegation.
    async fn end(&self, app: &TestApp, who: &str, delegation: &str) -> Answer {
        let path = format!("{}/vertretungen/beenden", self.page());
        let form = [("vertretung", delegation)];
        app.submit(&path, who, &form).await
    }
}

/// Account, address and session.
async fn person(app: &TestApp, role: Role, house: OrganisationId) -> (AccountId, String, String) {
    let (id, email) = app.account_with_password(role, Some(house)).await;
    let session = app.begin_session(&email).await;
    (id, email, session)
}

/// Makes somebody an admin besides.
async fn appoint(app: &TestApp, account: AccountId) {
    let txn = app.state.db.begin().await.unwrap();
    let row = role_grant::Model {
        id: uuid::Uuid::now_v7(),
        account_id: account,
        role: "admin".to_owned(),
        organisation_id: None,
        granted_at: txn.now(),
        revoked_at: None,
        delegated_by: None,
        ended_by_admin: false,
    };
    let row = row.into_active_model();
    row.insert(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();
}

/// The delegation a page offers to end.
fn offered(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("name=\"vertretung\" value=\"")?;
    rest.split('"').next().map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_sees_who_acts_for_whom_and_ends_it_the_same_second() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (_, keeper) = admin(&app).await;
    app.page(TEAM, &house.deputy.2).await.expect(200);

    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    let row = format!(
        "{} vertritt {} bis 24. Dezember 2026.",
        house.deputy.1, house.manager.1
    );
    assert!(page.contains(&row), "{page}");
    for account in [house.deputy.0, house.manager.0] {
        let path = format!("/verwaltung/konten/{account}");
        let page = app.page(&path, &keeper).await.expect(200).text;
        assert!(
            page.contains(&row) && page.contains("Rechenzentrum Musterland"),
            "{page}"
        );
        assert!(offered(&page).is_some());
    }
    let listed = recorded(&app, "account.listed").await;
    assert_eq!(listed.len(), 3, "whoever reads addresses is on record");
    assert_eq!(listed[0]["details"]["by"], "delegation");

    let delegation = offered(&page).unwrap();
    let ended = house.end(&app, &keeper, &delegation).await.expect(303);

    assert_eq!(ended.location(), house.page());
    app.page(TEAM, &house.deputy.2).await.expect(403);
    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    assert!(page.contains("Niemand vertritt zurzeit.") && offered(&page).is_none());
    let page = app.page(GIVE, &house.manager.2).await.expect(200).text;
    assert!(
        page.contains("Von der Systemverwaltung beendet")
            && page.contains(&house.deputy.1)
            && page.contains("Niemand vertritt zurzeit."),
        "{page}"
    );
    let record = recorded(&app, "delegation.ended_by_admin").await;
    assert_eq!(record.len(), 1);
    assert_eq!(record[0]["subject"], house.deputy.0.to_string());
    assert_eq!(
        record[0]["details"]["given_by"],
        json!(house.manager.0.to_string())
    );
    app.move_days(31);
    let manager = app.begin_session(&house.manager.1).await;
    let page = app.page(GIVE, &manager).await.expect(200).text;
    assert!(!page.contains("Von der Systemverwaltung"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_said_and_what_was_given_since_goes_on() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (_, keeper) = admin(&app).await;
    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    let shown = offered(&page).unwrap();
    let end = format!("{GIVE}/{}/beenden", house.deputy.0);
    app.submit(&end, &house.manager.2, &[]).await.expect(303);
    house.give(&app).await.expect(303);

    house.end(&app, &keeper, &shown).await.expect(303);

    app.page(TEAM, &house.deputy.2).await.expect(200);
    assert!(recorded(&app, "delegation.ended_by_admin").await.is_empty());
    let again = house.end(&app, &keeper, &shown).await.expect(303);
    let session = format!("{keeper}; {}", again.cookie("meldung").unwrap());
    let page = app.page(&house.page(), &session).await.expect(200).text;
    assert!(page.contains("war schon vorher beendet"), "{page}");
    assert_ne!(offered(&page).unwrap(), shown);
    // The manager sees nothing an admin did not do.
    let page = app.page(GIVE, &house.manager.2).await.expect(200).text;
    assert!(!page.contains("Von der Systemverwaltung"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_end_it_at_once_one_does() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (_, keeper) = admin(&app).await;
    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    let shown = offered(&page).unwrap();

    let tries = (0..8).map(|_| house.end(&app, &keeper, &shown));
    let answers = futures_util::future::join_all(tries).await;

    assert!(answers.iter().all(|answer| answer.status == 303));
    assert_eq!(recorded(&app, "delegation.ended_by_admin").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_ends_it_and_nobody_the_own_or_that_of_another_house() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (own, keeper) = admin(&app).await;
    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    let shown = offered(&page).unwrap();

    for role in [Role::Coordinator, Role::Vetter, Role::Auditor] {
        let session = app.browse_as(role, None).await;
        house.end(&app, &session, &shown).await.expect(403);
    }
    house.end(&app, &house.manager.2, &shown).await.expect(403);
    house.end(&app, &house.deputy.2, &shown).await.expect(403);
    for unknown in ["", "alle", "dlg_01938f6e-7d2c-7000-8000-0000000000b1"] {
        house.end(&app, &keeper, unknown).await.expect(404);
    }
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let foreign = House { id: other, ..house };
    foreign.end(&app, &keeper, &shown).await.expect(404);
    app.page(TEAM, &foreign.deputy.2).await.expect(200);

    let role = role_grant::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    let role = role.into_iter().find(|row| row.delegated_by.is_some());
    assert!(role.is_some_and(|row| !row.ended_by_admin && row.account_id != own));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_who_is_deputy_sees_it_and_another_one_ends_it() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (_, other) = admin(&app).await;
    let both = app.begin_session(&house.deputy.1).await;
    appoint(&app, house.deputy.0).await;
    let page = app.page(&house.page(), &other).await.expect(200).text;
    let shown = offered(&page).unwrap();

    let page = app.page(&house.page(), &both).await.expect(200).text;
    assert!(page.contains(&house.deputy.1) && offered(&page).is_none());
    house.end(&app, &both, &shown).await.expect(409);

    house.end(&app, &other, &shown).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_it_is_shows_only_to_those_who_confirmed_a_moment_ago() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (_, keeper) = admin(&app).await;
    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    let shown = offered(&page).unwrap();
    app.clock
        .set(app.state.db.clock().now().plus_seconds(3_600));

    let page = app.page(&house.page(), &keeper).await.expect(200).text;

    assert!(
        page.contains("Zurzeit gilt eine Vertretung.") && page.contains("/bestaetigen?weiter="),
        "{page}"
    );
    assert!(!page.contains(&house.deputy.1) && offered(&page).is_none());
    let asked = house.end(&app, &keeper, &shown).await.expect(303);
    assert!(asked.location().starts_with("/bestaetigen"));
    assert!(recorded(&app, "delegation.ended_by_admin").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_its_giver_no_longer_backs_is_shown_to_nobody_and_given_anew_by_another() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let (_, keeper) = admin(&app).await;
    let second = person(&app, Role::MemberManager, house.id).await;
    let take = format!("/verwaltung/konten/{}/rollen/entziehen", house.manager.0);
    let id = house.id.to_string();
    let role = [
        ("rolle", "member_manager"),
        ("organisation_id", id.as_str()),
    ];

    app.submit(&take, &keeper, &role).await.expect(303);

    let page = app.page(&house.page(), &keeper).await.expect(200).text;
    assert!(offered(&page).is_none(), "{page}");
    let page = app.page(GIVE, &second.2).await.expect(200).text;
    assert!(page.contains("Niemand vertritt zurzeit."), "{page}");
    let house = House {
        manager: second,
        ..house
    };
    house.give(&app).await.expect(303);
    app.page(TEAM, &house.deputy.2).await.expect(200);
}
