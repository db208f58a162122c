//! The own sessions.

use kataster::access::Role;

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn own_sessions_are_listed_and_ended_but_no_others() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let (here, there) = (
        app.begin_session(&email).await,
        app.begin_session(&email).await,
    );
    let stranger = app.browse_as(Role::Vetter, None).await;
    let page = app.page("/konto", &there).await.expect(200);
    let (_, rest) = page.text.split_once("/konto/sitzungen/ses_").unwrap();
    let path = format!("/konto/sitzungen/ses_{}/beenden", &rest[..36]);

    app.submit(&path, &stranger, &[]).await.expect(404);
    app.submit("/konto/sitzungen/beenden", &here, &[])
        .await
        .expect(303);

    app.page("/api/v1/me", &here).await.expect(200);
    app.page("/api/v1/me", &there).await.expect(401);
    app.page("/api/v1/me", &stranger).await.expect(200);
}
