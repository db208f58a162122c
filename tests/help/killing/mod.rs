//! The service is killed (SIGKILL) again and again while it asks people and takes their answers.

mod book;
mod ground;

use std::time::{Duration, Instant};

use kataster::entity::job;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use crate::help::scene::token;
use crate::support::{GatewayProcess, Server, TOKEN};
use book::Book;
use ground::Ground;

const KILLS: u64 = 22;
/// How long the service may take for what is left after the last kill.
const PATIENCE: Duration = Duration::from_mins(1);

impl Ground {
    /// What a worker took that was killed is free again: its two minutes are over. How many jobs that were.
    async fn end_leases(&self) -> u64 {
        let db = self.site.db().await;
        let txn = db.begin().await.unwrap();
        let freed = job::Entity::update_many()
            .col_expr(job::Column::LeasedUntil, Expr::value(txn.now()))
            .filter(job::Column::LeasedUntil.gt(txn.now()))
            .exec(txn.connection())
            .await
            .unwrap();
        txn.commit().await.unwrap();
        db.close().await.unwrap();
        freed.rows_affected
    }

    /// Waits until the worker has nothing to do; nothing may have been given up.
    async fn idle(&self) {
        let db = self.site.db().await;
        let started = Instant::now();
        loop {
            let due = job::Entity::find()
                .filter(job::Column::Kind.starts_with("help."))
                .filter(job::Column::RunAt.lte(db.clock().now()));
            if due.count(db.reader()).await.unwrap() == 0 {
                break;
            }
            assert!(started.elapsed() < PATIENCE, "the worker does not finish");
            std::thread::sleep(Duration::from_millis(50));
        }
        let given_up = job::Entity::find().filter(job::Column::GivenUpAt.is_not_null());
        assert_eq!(given_up.count(db.reader()).await.unwrap(), 0);
        db.close().await.unwrap();
    }
}

/// Lets people answer and sides decide until the server is gone.
fn work_until_killed(ground: &Ground, server: &Server, book: &mut Book) {
    while ground.work(server, book).is_ok() {
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_between_any_two_steps_lose_and_double_nothing() {
    let ground = Ground::new(16, "drop_folder = true\n").await;
    let (mut book, mut cut) = (Book::default(), 0);

    for round in 0..KILLS {
        let server = ground.serve();
        std::thread::scope(|scope| {
            let worker = scope.spawn(|| work_until_killed(&ground, &server, &mut book));
            // Mostly while the worker is busy with what the last one left.
            std::thread::sleep(Duration::from_millis(round * 97 % 389));
            server.kill();
            worker.join().unwrap();
        });
        cut += ground.end_leases().await;
    }
    let server = ground.serve();
    let started = Instant::now();
    while !ground.work(&server, &mut book).unwrap() {
        assert!(started.elapsed() < PATIENCE, "{}", server.log());
        std::thread::sleep(Duration::from_millis(50));
    }
    ground.idle().await;

    ground.check(&server, &mut book);
    server.kill();
    ground.site.run(&["audit", "verify"]).expect_success();
    println!("{KILLS} kills, {cut} in the middle of a job; {book}");
}

/// Ground with one person, where the service was killed after the gateway took the message and before that was noted.
async fn killed_while_sending(gateway: &GatewayProcess) -> (Ground, Server, String) {
    let ground = Ground::new(1, "").await;
    let token = ground.site.folder.with_extension("token");
    std::fs::write(&token, TOKEN).unwrap();
    let sms = format!(
        "[sms]{}token_file = \"{}\"\n",
        gateway.settings(),
        token.display()
    );
    ground.set(&sms);
    let server = ground.serve();
    let request = ground.begin(&server, 0).unwrap();
    let started = Instant::now();
    while gateway.taken().is_empty() {
        assert!(started.elapsed() < PATIENCE, "{}", server.log());
        std::thread::sleep(Duration::from_millis(5));
    }
    server.kill();
    drop(server);
    let server = ground.serve();
    (ground, server, request)
}

fn alerts(ground: &Ground, server: &Server, request: &str) -> Vec<Value> {
    let shown = ground.show(server, request).unwrap();
    shown["alerts"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_was_not_noted_is_sent_again_with_the_same_link() {
    let gateway = GatewayProcess::that_does(&["delay"]);
    let (ground, server, request) = killed_while_sending(&gateway).await;
    assert_eq!(alerts(&ground, &server, &request)[0]["state"], "queued");

    ground.end_leases().await;
    ground.idle().await;

    let alerts = alerts(&ground, &server, &request);
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0]["state"], "sent");
    let link = |body: &Value| token(body["text"].as_str().unwrap(), "/a/").unwrap();
    let links: Vec<_> = gateway.bodies().iter().map(link).collect();
    assert_eq!(links.len(), 2);
    assert_eq!(links[0], links[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_got_a_message_that_was_not_noted_is_told_of_the_end() {
    let gateway = GatewayProcess::that_does(&["delay"]);
    let (ground, server, request) = killed_while_sending(&gateway).await;

    let path = format!("/api/v1/requests/{request}/stand-down");
    let mut desk = server.client(&ground.coordinator);
    let ended = desk.post(&path, None, &json!({"reason": "nicht mehr nötig"}));
    assert_eq!(ended.unwrap().status, 200);
    ground.end_leases().await;
    ground.idle().await;

    assert_eq!(alerts(&ground, &server, &request)[0]["state"], "stood_down");
    let bodies = gateway.bodies();
    let text = |body: &Value| body["text"].as_str().unwrap().to_owned();
    assert_eq!(bodies.len(), 2);
    assert!(text(&bodies[0]).contains("/a/"));
    assert!(text(&bodies[1]).contains("gedeckt"), "{}", text(&bodies[1]));
}
