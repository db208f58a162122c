//! Coordinators are told that somebody asks.

use kataster::access::Role;

use super::{ask, new_incident};
use crate::notifications::choices::{at, letters};
use crate::support::{MailServer, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn every_coordinator_is_told_at_once_and_nothing_of_whom() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, told) = app.account_with_password(Role::Coordinator, None).await;
    let (_, silent) = app.account_with_password(Role::Coordinator, None).await;
    let (_, vetter) = app.account_with_password(Role::Vetter, None).await;
    at(&app, &server, "2026-12-01", "03:00:00").await;
    let session = app.begin_session(&silent).await;
    app.submit("/konto/mitteilungen", &session, &[("hilfe", "nie")])
        .await
        .expect(303);

    ask(&app, &new_incident()).await.expect(201);
    at(&app, &server, "2026-12-01", "03:00:01").await;

    let of = |to: &str| letters(&server, to, "bittet jemand um Hilfe");
    assert_eq!(
        [of(&told).len(), of(&silent).len(), of(&vetter).len()],
        [1, 0, 0]
    );
    for detail in ["Anhalt", "9998887", "Xylofanie", "verschl", "/hilfe/"] {
        assert!(!of(&told)[0].contains(detail), "{detail}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_requests_is_no_flood_of_letters() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, told) = app.account_with_password(Role::Coordinator, None).await;
    let of = |to: &str| letters(&server, to, "bittet jemand um Hilfe").len();
    at(&app, &server, "2026-12-01", "03:00:00").await;
    ask(&app, &new_incident()).await.expect(201);
    for second in 1..10 {
        at(&app, &server, "2026-12-01", &format!("03:00:{second:02}")).await;
        ask(&app, &new_incident()).await.expect(201);
    }
    assert_eq!(of(&told), 1);

    at(&app, &server, "2026-12-01", "03:05:00").await;
    assert_eq!(of(&told), 2);
    at(&app, &server, "2026-12-01", "03:30:00").await;
    ask(&app, &new_incident()).await.expect(201);
    at(&app, &server, "2026-12-01", "03:30:01").await;
    assert_eq!(of(&told), 3);
}
