//! Roles given and taken back.

use kataster::access::Role;

use super::{act, admin, close, link, page_of, recorded, take_role};
use crate::support::{PASSWORD, TestApp, organisation};

const GIVE: &str = "rollen";
const TAKE: &str = "rollen/entziehen";
const CONFIRM: &str = "rollen/bestaetigen";
const DISCARD: &str = "rollen/verwerfen";
const VETTER: [(&str, &str); 1] = [("rolle", "vetter")];

#[tokio::test(flavor = "multi_thread")]
async fn a_role_for_an_organisation_is_given_by_one_and_taken_back_at_once() {
    let app = TestApp::new().await;
    let house = organisation()
        .with("name", "Zweckverband KDO")
        .save(&app)
        .await;
    let (id, email) = app.account_with_password(Role::Expert, Some(house)).await;
    let session = app.begin_session(&email).await;
    let (_, keeper) = admin(&app).await;
    app.page("/organisation/notfallkarten", &session)
        .await
        .expect(403);

    let form = [
        ("rolle", "member_manager"),
        ("organisation", "Zweckverband KDO"),
    ];
    act(&app, &keeper, (id, GIVE), &form).await.expect(303);
    app.page("/organisation/notfallkarten", &session)
        .await
        .expect(200);
    act(&app, &keeper, (id, GIVE), &form).await.expect(422);
    let house = house.to_string();
    let form = [("rolle", "member_manager"), ("organisation_id", &house)];
    act(&app, &keeper, (id, TAKE), &form).await.expect(303);

    app.page("/organisation/notfallkarten", &session)
        .await
        .expect(403);
    act(&app, &keeper, (id, TAKE), &form).await.expect(409);
    let taken = &recorded(&app, "account.role_taken").await[0];
    assert_eq!(taken["details"]["before"]["organisation"], house.as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_loses_a_role_with_its_account() {
    let app = TestApp::new().await;
    let (id, token) = app.account(Role::Vetter, None).await;
    app.get("/api/v1/vetting-cases", &token).await.expect(200);

    take_role(&app, id, "vetter").await;

    app.get("/api/v1/vetting-cases", &token).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn vetter_coordinator_and_admin_are_given_by_two_different_admins() {
    let app = TestApp::new().await;
    let (_, first) = admin(&app).await;
    let (_, second) = admin(&app).await;
    for role in ["vetter", "coordinator", "admin"] {
        let (id, email) = app.account_with_password(Role::Auditor, None).await;
        let earlier = app.begin_session(&email).await;
        let form = [("rolle", role)];

        act(&app, &second, (id, CONFIRM), &form).await.expect(409);
        act(&app, &first, (id, GIVE), &form).await.expect(303);
        act(&app, &second, (id, GIVE), &form).await.expect(422);
        act(&app, &first, (id, CONFIRM), &form).await.expect(409);
        let before = app.page(&page_of(id), &second).await.expect(200).text;
        assert!(before.contains("Rolle bestätigen"));
        let confirmed = act(&app, &second, (id, CONFIRM), &form).await.expect(200);

        act(&app, &second, (id, CONFIRM), &form).await.expect(409);
        act(&app, &first, (id, GIVE), &form).await.expect(422);
        // It begins anew, with a link of the second admin's.
        app.page("/api/v1/me", &earlier).await.expect(401);
        act(&app, &first, (id, "einladung"), &[]).await.expect(409);
        let link = link(&confirmed.text).unwrap();
        let chosen = [("passwort", PASSWORD), ("nochmal", PASSWORD)];
        app.submit(&link, "", &chosen).await.expect(303);
        let session = app.begin_session(&email).await;
        let page = app.page("/konto", &session).await.expect(200).text;
        let label = match role {
            "vetter" => "Prüfstelle",
            "coordinator" => "Koordinierungsstelle",
            _ => "Systemverwaltung",
        };
        assert!(page.contains(label));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_holds_for_a_day_and_can_be_discarded() {
    let app = TestApp::new().await;
    let (id, _) = app.account_with_password(Role::Auditor, None).await;
    let (_, first) = admin(&app).await;
    act(&app, &first, (id, GIVE), &VETTER).await.expect(303);
    app.move_days(1);
    let (_, first) = admin(&app).await;
    let (_, second) = admin(&app).await;

    act(&app, &second, (id, CONFIRM), &VETTER).await.expect(409);
    act(&app, &first, (id, GIVE), &VETTER).await.expect(303);
    act(&app, &second, (id, DISCARD), &VETTER).await.expect(303);
    act(&app, &second, (id, CONFIRM), &VETTER).await.expect(409);
    act(&app, &second, (id, DISCARD), &VETTER).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_no_admin_any_more_has_proposed_nothing() {
    let app = TestApp::new().await;
    let (id, _) = app.account_with_password(Role::Auditor, None).await;
    let (_, second) = admin(&app).await;
    for is_closed in [false, true] {
        let (gone, first) = admin(&app).await;
        act(&app, &first, (id, GIVE), &VETTER).await.expect(303);
        if is_closed {
            close(&app, gone).await;
        } else {
            take_role(&app, gone, "admin").await;
        }

        act(&app, &second, (id, CONFIRM), &VETTER).await.expect(409);
    }
    let (_, third) = admin(&app).await;
    act(&app, &second, (id, GIVE), &VETTER).await.expect(303);
    act(&app, &third, (id, CONFIRM), &VETTER).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_admin_alone_makes_a_coordinator_of_an_account_of_their_own() {
    let app = TestApp::new().await;
    let (_, first) = admin(&app).await;
    let (_, second) = admin(&app).await;
    let form = [("email", "marionette@example.org"), ("rolle", "auditor")];
    let made = app
        .submit("/verwaltung/konten/neu", &first, &form)
        .await
        .expect(201);
    let own = link(&made.text).unwrap();
    let email = "marionette@example.org".parse().unwrap();
    let (db, ring) = (&app.state.db, &app.state.keyring);
    let id = kataster::accounts::id_of(db, ring, &email).await.unwrap();
    let form = [("rolle", "coordinator")];
    act(&app, &first, (id, GIVE), &form).await.expect(303);

    // Before or after the proposal: the link of one admin opens nothing once another has confirmed.
    let chosen = [("passwort", PASSWORD), ("nochmal", PASSWORD)];
    app.submit(&own, "", &chosen).await.expect(303);
    let session = app.begin_session("marionette@example.org").await;
    act(&app, &second, (id, CONFIRM), &form).await.expect(200);

    app.page("/api/v1/me", &session).await.expect(401);
    app.page(&own, "").await.expect(410);
    act(&app, &first, (id, "einladung"), &[]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_holds_a_role_of_two_keeps_the_password_with_another() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let (_, first) = admin(&app).await;
    let (_, second) = admin(&app).await;
    act(&app, &first, (id, GIVE), &VETTER).await.expect(303);

    act(&app, &second, (id, CONFIRM), &VETTER).await.expect(303);

    app.begin_session(&email).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_the_own_roles() {
    let app = TestApp::new().await;
    let (own, keeper) = admin(&app).await;
    let (_, other) = admin(&app).await;

    act(&app, &keeper, (own, GIVE), &VETTER).await.expect(409);
    act(&app, &other, (own, GIVE), &VETTER).await.expect(303);
    act(&app, &keeper, (own, CONFIRM), &VETTER)
        .await
        .expect(409);
    for what in [
        TAKE,
        "schliessen",
        "sitzungen/beenden",
        "schluessel/entziehen",
    ] {
        act(&app, &keeper, (own, what), &[("rolle", "admin")])
            .await
            .expect(409);
    }
    let page = app.page(&page_of(own), &keeper).await.expect(200).text;
    assert!(page.contains("Ihr eigenes Konto") && !page.contains("/rollen/entziehen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_admins_who_rob_each_other_one_stays() {
    let app = TestApp::new().await;
    let (first_id, first) = admin(&app).await;
    let (second_id, second) = admin(&app).await;
    let form = [("rolle", "admin")];

    let (one, two) = tokio::join!(
        act(&app, &first, (second_id, TAKE), &form),
        act(&app, &second, (first_id, TAKE), &form),
    );

    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    // The later one finds the role gone before it asks, or nobody else left.
    assert!(matches!(statuses, [303, 403 | 409]), "{statuses:?}");
    let left = kataster::accounts::administration::admins(app.state.db.reader());
    assert_eq!(left.await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_many_confirm_at_once_is_given_once() {
    let app = TestApp::new().await;
    let (id, _) = app.account_with_password(Role::Auditor, None).await;
    let (_, first) = admin(&app).await;
    let mut others = Vec::new();
    for _ in 0..8 {
        others.push(admin(&app).await.1);
    }
    act(&app, &first, (id, GIVE), &VETTER).await.expect(303);

    let attempts = others
        .iter()
        .map(|other| act(&app, other, (id, CONFIRM), &VETTER));
    let answers = futures_util::future::join_all(attempts).await;

    let statuses: Vec<u16> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    let won = statuses.iter().filter(|status| **status == 200).count();
    let lost = statuses.iter().filter(|status| **status == 409).count();
    assert_eq!((won, lost), (1, 7), "{statuses:?}");
    assert_eq!(recorded(&app, "account.role_granted").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_none_and_an_account_that_is_none_are_refused() {
    let app = TestApp::new().await;
    let (id, _) = app.account_with_password(Role::Auditor, None).await;
    let (_, keeper) = admin(&app).await;
    let nobody = kataster::ids::AccountId(uuid::Uuid::now_v7());

    act(&app, &keeper, (id, GIVE), &[]).await.expect(422);
    for what in [TAKE, CONFIRM, DISCARD] {
        act(&app, &keeper, (id, what), &[("rolle", "kaiser")])
            .await
            .expect(422);
    }
    for what in [GIVE, TAKE, CONFIRM] {
        act(&app, &keeper, (nobody, what), &VETTER)
            .await
            .expect(404);
    }
    app.page(&page_of(nobody), &keeper).await.expect(404);
    app.page("/verwaltung/konten/acc_1", &keeper)
        .await
        .expect(404);
}
