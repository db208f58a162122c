//! `kataster admin affected`

use std::time::{Duration, Instant};

use kataster::access::Role;
use kataster::db::{Actor, AuditEntry};
use kataster::ids::{AccountId, ExpertId};
use kataster::privacy::{Basis, Suspect, Window, affected};
use serde_json::json;

use crate::support::{Site, TestApp, district, expert, organisation};

fn around(app: &TestApp, days: i64) -> Window {
    let now = app.state.db.clock().now();
    Window {
        from: now.plus_days(-days),
        until: now.plus_days(days),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_shown_is_listed_and_nobody_else() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let shown = expert(employer).save(&app).await;
    let hidden = expert(employer).draft(&app).await;
    let town = district().save(&app).await;
    let (account, token) = app.account(Role::Requester, Some(town)).await;
    app.get(&format!("/api/v1/experts/{shown}"), &token)
        .await
        .expect(200);

    let found = affected(&app.state.db, Suspect::Account(account), around(&app, 1))
        .await
        .unwrap();

    assert_eq!(found.len(), 1, "{hidden} was not shown");
    assert_eq!(found[0].expert, shown);
    assert!(found[0].alias.starts_with("K-"));
    assert_eq!(
        found[0].bases.iter().copied().collect::<Vec<_>>(),
        [Basis::Card]
    );
    let later = Window {
        from: around(&app, 3).until,
        until: around(&app, 9).until,
    };
    assert_eq!(
        affected(&app.state.db, Suspect::Account(account), later)
            .await
            .unwrap(),
        []
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_reaches_the_whole_house_and_a_vetter_whom_they_assessed() {
    let app = TestApp::new().await;
    let (mine, other) = (
        organisation().save(&app).await,
        organisation().with("place", "15082").save(&app).await,
    );
    let (reached, elsewhere) = (
        expert(mine).draft(&app).await,
        expert(other).draft(&app).await,
    );
    let (manager, of_manager_token) = app.account(Role::MemberManager, Some(mine)).await;
    let submitted = app
        .post(
            &format!("/api/v1/experts/{reached}/submit"),
            &of_manager_token,
            &json!({}),
        )
        .await
        .expect(201);
    let case = submitted.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let (vetter, of_vetter_token) = app.account(Role::Vetter, None).await;
    let body = json!({"verdict": "admit", "reason": "geprüft"});
    app.post(
        &format!("/api/v1/vetting-cases/{case}/assessments"),
        &of_vetter_token,
        &body,
    )
    .await
    .expect(201);

    let of_manager = affected(&app.state.db, Suspect::Account(manager), around(&app, 1))
        .await
        .unwrap();
    let of_vetter = affected(&app.state.db, Suspect::Account(vetter), around(&app, 1))
        .await
        .unwrap();
    let of_all = affected(&app.state.db, Suspect::Anybody, around(&app, 1))
        .await
        .unwrap();

    assert_eq!(of_manager[0].expert, reached);
    assert!(
        of_manager.len() == 1 && of_manager[0].bases.contains(&Basis::Reach),
        "not {elsewhere}"
    );
    assert!(of_vetter.len() == 1 && of_vetter[0].bases.contains(&Basis::Record));
    assert_eq!(of_all.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_entries_take_less_than_a_minute() {
    let app = TestApp::new().await;
    let account = AccountId(uuid::Uuid::now_v7());
    let employer = organisation().save(&app).await;
    let named = expert(employer).draft(&app).await;
    for _ in 0..10 {
        let mut txn = app.state.db.begin().await.unwrap();
        for number in 0..10_000 {
            let subject = if number == 0 {
                named
            } else {
                ExpertId::random()
            };
            txn.audit(AuditEntry {
                actor: Actor::Account(account),
                action: "expert.changed",
                subject: subject.to_string(),
                details: json!({}),
            });
        }
        txn.commit().await.unwrap();
    }

    let started = Instant::now();
    let found = affected(&app.state.db, Suspect::Account(account), around(&app, 1))
        .await
        .unwrap();
    let took = started.elapsed();

    println!("{} of 100,000 entries in {took:?}", found.len());
    assert_eq!(found.len(), 1, "the others are no entries of this register");
    assert!(took < Duration::from_mins(1), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_lists_and_is_on_record() {
    let site = Site::new().await;
    let window = ["--from", "2026-01-01", "--until", "2099-12-31T00:00:00Z"];
    let all = [&["admin", "affected"][..], &window].concat();

    let ended = site.run(&all).expect_success();
    assert_eq!(ended.stdout, "");
    let exported = site.run(&["audit", "export"]).expect_success();
    assert!(
        exported.stdout.contains("privacy.affected_listed"),
        "{}",
        exported.stdout
    );

    let nobody = format!("ses_{}", uuid::Uuid::new_v4());
    site.run(&[&all[..], &["--session", &nobody]].concat())
        .expect_failure(1, "no such account, key or session");
    site.run(&[
        "admin",
        "affected",
        "--from",
        "gestern",
        "--until",
        "2026-01-01",
    ])
    .expect_failure(2, "gestern");
}
