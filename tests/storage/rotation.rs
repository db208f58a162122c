//! SIGKILL in the middle of a rotation, while a server reads and writes.

use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kataster::access::{Grant, Role};
use kataster::accounts::{self, NewAccount};
use kataster::clock::{Clock, SystemClock};
use kataster::db::Actor;
use kataster::entity::{account, data_key, expert_identity, key_rotation};
use kataster::ids::AccountId;
use kataster::sealing::{DataKey, Keyring, Place, WrappedKey};
use rand::RngExt;
use sea_orm::{EntityTrait, IntoActiveModel, PaginatorTrait};

use super::is_postgres;
use crate::support::{Server, Site, expert, organisation};

/// How many data keys there are to begin with; 50,000 for the whole test.
const COUNT: &str = "KATASTER_TEST_DATA_KEYS";
const ROTATIONS: i32 = 2;
const MOST_KILLS: usize = 10;
/// A rotation that takes longer than this hangs.
const LONGEST: Duration = Duration::from_mins(5);

#[expect(
    clippy::disallowed_methods,
    reason = "the whole test is asked for by the environment"
)]
fn count() -> usize {
    std::env::var(COUNT).map_or(1_500, |count| count.parse().unwrap())
}

/// Accounts whose mail address is sealed, each with a data key of its own.
async fn fill(site: &Site, count: usize) {
    let db = site.db().await;
    let ring = Keyring::load(&site.folder.join("keys")).unwrap();
    for start in (0..count).step_by(1_000) {
        let txn = db.begin().await.unwrap();
        for number in start..count.min(start + 1_000) {
            let new = NewAccount {
                id: AccountId(uuid::Uuid::new_v4()),
                email: format!("person{number}@example.org").parse().unwrap(),
                password: None,
                grants: vec![Grant {
                    role: Role::Auditor,
                    organisation: None,
                }],
            };
            accounts::insert(&txn, new.seal(&ring).unwrap())
                .await
                .unwrap();
        }
        txn.commit().await.unwrap();
    }
    db.close().await.unwrap();
}

/// Two admins.
async fn admins(site: &Site) -> [AccountId; 2] {
    let db = site.db().await;
    let ring = Keyring::load(&site.folder.join("keys")).unwrap();
    let ids = [(); 2].map(|()| AccountId(uuid::Uuid::now_v7()));
    for (number, id) in ids.into_iter().enumerate() {
        let new = NewAccount {
            id,
            email: format!("admin{number}@example.org").parse().unwrap(),
            password: None,
            grants: vec![Grant {
                role: Role::Admin,
                organisation: None,
            }],
        };
        accounts::create(&db, &ring, Actor::Operator, new)
            .await
            .unwrap();
    }
    db.close().await.unwrap();
    ids
}

/// They agreed; that it takes two is tested elsewhere.
async fn agree(site: &Site, [first, second]: [AccountId; 2], version: i32) {
    let db = site.db().await;
    let now = SystemClock.now();
    let row = key_rotation::Model {
        version,
        announced_by: first,
        announced_at: now,
        confirmed_by: Some(second),
        confirmed_at: Some(now),
        begun_at: None,
        is_vouched_for: false,
        finished_at: None,
    };
    let txn = db.begin().await.unwrap();
    key_rotation::Entity::insert(row.into_active_model())
        .exec_without_returning(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    db.close().await.unwrap();
}

/// Whether the last rotation came to its end: the program may be killed between that and its own.
async fn is_finished(site: &Site, version: i32) -> bool {
    let db = site.db().await;
    let row = key_rotation::Entity::find_by_id(version)
        .one(db.reader())
        .await
        .unwrap();
    db.close().await.unwrap();
    row.unwrap().finished_at.is_some()
}

fn wait_for<T>(future: impl Future<Output = T>) -> T {
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(future))
}

fn spawn(site: &Site) -> Child {
    let mut command = site.command(&["keys", "rotate"]);
    let log = site.folder.with_extension("rotation.log");
    let log = std::fs::File::options().create(true).append(true).open(log);
    command.stdout(Stdio::null()).stderr(log.unwrap());
    command.spawn().unwrap()
}

/// Kills the rotation again and again, then lets it come to its end; how often it was killed.
fn rotate_with_kills(site: &Site, version: i32) -> usize {
    for kills in 0..MOST_KILLS {
        let mut child = spawn(site);
        let longest = 600 + 400 * kills as u64;
        let patience = Duration::from_millis(rand::rng().random_range(100..longest));
        if has_ended(site, &mut child, patience) {
            return kills;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        if wait_for(is_finished(site, version)) {
            return kills + 1;
        }
    }
    let mut child = spawn(site);
    assert!(has_ended(site, &mut child, LONGEST), "it does not end");
    MOST_KILLS
}

/// Whether it ends well in this time.
fn has_ended(site: &Site, child: &mut Child, patience: Duration) -> bool {
    let started = Instant::now();
    while started.elapsed() < patience {
        if let Some(status) = child.try_wait().unwrap() {
            let log = std::fs::read_to_string(site.folder.with_extension("rotation.log"));
            assert!(status.success(), "{}", log.unwrap());
            return true;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    false
}

/// Ends the load however the rotations end: a thread that nobody stops would keep the test from failing.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Enters persons and reads each at once, until told to stop; how many, and what went wrong.
fn write_and_read(
    server: &Server,
    (token, new): (&str, &serde_json::Value),
    is_over: &AtomicBool,
) -> (usize, Vec<String>) {
    let mut client = server.client(token);
    let (mut made, mut wrong) = (0, Vec::new());
    while !is_over.load(Ordering::SeqCst) {
        let reply = client.post("/api/v1/experts", None, new).unwrap();
        if reply.status != 201 {
            wrong.push(format!("post {}", reply.status));
            continue;
        }
        made += 1;
        let shown = client
            .get(&format!("/api/v1/experts/{}", reply.id()))
            .unwrap();
        if shown.json()["identity"]["family_name"] != "Mustermann" {
            wrong.push(format!("get {}", shown.status));
        }
    }
    (made, wrong)
}

/// Opens every sealed value there is; how many do and do not.
async fn open_all(site: &Site) -> (usize, usize) {
    let db = site.db().await;
    let ring = Keyring::load(&site.folder.join("keys")).unwrap();
    let keys = data_key::Entity::find().all(db.reader()).await.unwrap();
    let keys: std::collections::HashMap<_, _> = keys.into_iter().map(|row| (row.id, row)).collect();
    let accounts = account::Entity::find().all(db.reader()).await.unwrap();
    let accounts = accounts
        .into_iter()
        .map(|row| ("accounts", "sealed_email", row.id.0, row.sealed_email));
    let persons = expert_identity::Entity::find()
        .all(db.reader())
        .await
        .unwrap();
    let persons = persons
        .into_iter()
        .map(|row| ("expert_identities", "sealed", row.expert_id.0, row.sealed));
    let (mut opened, mut unreadable) = (0, 0);
    for (table, column, id, sealed) in accounts.chain(persons) {
        let row = &keys[&id];
        let wrapped = WrappedKey {
            ring_version: row.ring_version,
            bytes: row.wrapped.clone(),
        };
        let place = Place { table, column, id };
        let opens = DataKey::unwrap(&ring, id, &wrapped).and_then(|key| key.open(&sealed, place));
        if opens.is_ok() {
            opened += 1;
        } else {
            unreadable += 1;
        }
    }
    db.close().await.unwrap();
    (opened, unreadable)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_killed_again_and_again_loses_no_key() {
    let site = Site::new().await;
    fill(&site, count()).await;
    let both = admins(&site).await;
    let admin = site.sign_in(Role::Admin, None).await;
    let server = site.serve();
    let employer = server
        .client(&admin)
        .post("/api/v1/organisations", None, &organisation().0)
        .unwrap()
        .id();
    let employer = employer.parse().unwrap();
    let manager = site.sign_in(Role::MemberManager, Some(employer)).await;
    let new = expert(employer).0;
    let is_over = AtomicBool::new(false);

    let mut kills = 0;
    let (made, wrong) = std::thread::scope(|scope| {
        let load = scope.spawn(|| write_and_read(&server, (&manager, &new), &is_over));
        let stop = Stop(&is_over);
        for version in 2..2 + ROTATIONS {
            wait_for(agree(&site, both, version));
            kills += rotate_with_kills(&site, version);
        }
        drop(stop);
        load.join().unwrap()
    });

    let (opened, unreadable) = open_all(&site).await;
    assert_eq!((unreadable, wrong), (0, Vec::<String>::new()));
    assert!(made > 0 && kills > 0, "{made} {kills}");
    assert_eq!(opened, count() + 4 + made);
    let db = site.db().await;
    let all = data_key::Entity::find().count(db.reader()).await.unwrap();
    db.close().await.unwrap();
    let newest = 1 + ROTATIONS;
    let shown = site.run(&["keys", "show"]).expect_success().stdout;
    assert!(
        shown.contains(&format!("key {newest}: {all} data keys")),
        "{shown}"
    );
    site.run(&["audit", "verify"]).expect_success();
    site.run(&["keys", "rotate"])
        .expect_failure(1, "no rotation is confirmed");
    println!(
        "{ROTATIONS} rotations, {kills} kills, {made} persons entered and read meanwhile, {opened} sealed values open, 0 unreadable"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_waits_for_a_server_that_writes_long() {
    if is_postgres() {
        return;
    }
    let site = Site::new().await;
    fill(&site, 1).await;
    agree(&site, admins(&site).await, 2).await;
    let db = site.db().await;
    let writing = db.begin().await.unwrap();

    let mut child = spawn(&site);
    // Longer than a request waits.
    tokio::time::sleep(site.options.patience + Duration::from_secs(2)).await;
    let gave_up = child.try_wait().unwrap();
    writing.rollback().await.unwrap();
    db.close().await.unwrap();

    assert_eq!(gave_up, None);
    assert!(has_ended(&site, &mut child, LONGEST), "it does not end");
}
