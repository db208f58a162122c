//! Sessions and keys ended, accounts closed and opened again.

use kataster::access::Role;
use kataster::accounts::{self, AccountError, NewAccount};
use kataster::db::Actor;
use kataster::ids::AccountId;

use super::{act, admin, close, page_of, recorded};
use crate::pages::account::try_to;
use crate::support::{PASSWORD, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_ends_all_sessions_of_somebody_and_no_others() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let (phone, laptop) = (
        app.begin_session(&email).await,
        app.begin_session(&email).await,
    );
    let bystander = app.browse_as(Role::Coordinator, None).await;
    let (_, keeper) = admin(&app).await;
    let page = app.page(&page_of(id), &keeper).await.expect(200).text;
    assert!(page.contains("2 Sitzungen"));

    act(&app, &keeper, (id, "sitzungen/beenden"), &[])
        .await
        .expect(303);

    for session in [phone, laptop] {
        app.page("/konto", &session).await.expect(303);
    }
    app.page("/konto", &bystander).await.expect(200);
    app.begin_session(&email).await;
    let ended = &recorded(&app, "account.sessions_ended").await[0];
    assert_eq!(ended["details"]["sessions"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_revokes_the_access_keys_of_somebody() {
    let app = TestApp::new().await;
    let (id, token) = app.account(Role::Vetter, None).await;
    let bystander = app.sign_in(Role::Vetter, None).await;
    let (_, keeper) = admin(&app).await;

    act(&app, &keeper, (id, "schluessel/entziehen"), &[])
        .await
        .expect(303);

    app.get("/api/v1/me", &token).await.expect(401);
    app.get("/api/v1/me", &bystander).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_lets_nobody_in_and_comes_back_without_roles() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    let (_, keeper) = admin(&app).await;

    act(&app, &keeper, (id, "oeffnen"), &[]).await.expect(409);
    act(&app, &keeper, (id, "schliessen"), &[])
        .await
        .expect(303);
    app.page("/konto", &session).await.expect(303);
    try_to(&app, &email, PASSWORD).await.expect(401);
    act(&app, &keeper, (id, "schliessen"), &[])
        .await
        .expect(409);
    act(&app, &keeper, (id, "rollen"), &[("rolle", "auditor")])
        .await
        .expect(409);
    act(&app, &keeper, (id, "oeffnen"), &[]).await.expect(303);

    let back = try_to(&app, &email, PASSWORD).await.expect(303);
    let back = back.cookie("kataster").unwrap();
    app.page("/konto", &session).await.expect(303);
    app.page("/notfallkarten", &back).await.expect(403);
    act(&app, &keeper, (id, "rollen"), &[("rolle", "coordinator")])
        .await
        .expect(303);
    app.page("/notfallkarten", &back).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_keeps_its_address_from_the_operator_too() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    close(&app, id).await;
    let new = NewAccount {
        id: AccountId(uuid::Uuid::now_v7()),
        email: email.parse().unwrap(),
        password: None,
        grants: Vec::new(),
    };

    let made = accounts::create(&app.state.db, &app.state.keyring, Actor::Operator, new).await;

    assert!(matches!(made, Err(AccountError::EmailTaken)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_account_is_none() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    let form = [("passwort", PASSWORD), ("verstanden", "ja")];
    app.submit("/konto/loeschen", &session, &form)
        .await
        .expect(200);
    let (_, keeper) = admin(&app).await;

    app.page(&page_of(id), &keeper).await.expect(404);
    act(&app, &keeper, (id, "oeffnen"), &[]).await.expect(404);
    let list = app.page(super::LIST, &keeper).await.expect(200).text;
    assert!(!list.contains(&page_of(id)));
}
