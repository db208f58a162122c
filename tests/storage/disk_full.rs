//! A full disk: what was acknowledged stays, and writing goes on when there is space again.

use std::path::Path;
use std::process::Command;

use kataster::access::Role;
use migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::is_postgres;
use crate::support::{Server, Site, TestApp, organisation};

/// Sets how many pages the file may have; below its size now it cannot grow at all.
async fn limit_pages(app: &TestApp, pages: u32) {
    let txn = app.state.db.begin().await.unwrap();
    let sql = format!("PRAGMA max_page_count = {pages}");
    let limit = Statement::from_string(DbBackend::Sqlite, sql);
    txn.connection().query_one_raw(limit).await.unwrap();
    txn.rollback().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_database_refuses_and_goes_on_when_there_is_space() {
    if is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let (mut acknowledged, mut refused) = (Vec::new(), 0);
    limit_pages(&app, 1).await;

    for round in 0..2_000 {
        let new = organisation().with("name", format!("Rechenzentrum {round}"));
        let answer = app.post("/api/v1/organisations", &admin, &new.0).await;
        match answer.status.as_u16() {
            201 => acknowledged.push(answer.json()["id"].as_str().unwrap().to_owned()),
            // The connection is given up, and the next one has no limit.
            503 if refused < 29 => {
                refused += 1;
                limit_pages(&app, 1).await;
            }
            503 => refused += 1,
            other => panic!("{other}: {}", answer.text),
        }
        if refused == 30 {
            break;
        }
    }
    let before = acknowledged.len();
    // Where the last refusal rolled back as it should, its connection is still there with its limit.
    limit_pages(&app, 1_000_000).await;
    for _ in 0..30 {
        acknowledged.push(organisation().save(&app).await.to_string());
    }

    assert_eq!(refused, 30, "{before} acknowledged before");
    for id in &acknowledged {
        app.get(&format!("/api/v1/organisations/{id}"), &admin)
            .await
            .expect(200);
    }
    kataster::audit::verify(&app.state.db).await.unwrap();
    println!("acknowledged {before} before, 30 after; refused 30; lost 0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_file_system_loses_nothing_acknowledged() {
    if is_postgres() {
        return;
    }
    let Some(disk) = Disk::mount() else {
        println!("skipped: needs root to mount a small file system");
        return;
    };
    let site = Site::at(&disk.folder.path().join("data")).await;
    let admin = site.sign_in(Role::Admin, None).await;
    // The watchdog would stop writing long before the disk is full. The log lies on the same disk.
    let mut server = Server::start(&disk.folder.path().join("log"), || {
        let mut command = site.command(&["serve"]);
        command.env("KATASTER_MIN_FREE_MB", "0");
        command
    });
    let mut client = server.client(&admin);
    let mut enter = |name: String| {
        let new = organisation().with("name", name);
        client.post("/api/v1/organisations", None, &new.0).unwrap()
    };
    disk.leave(3 << 20);
    let (mut acknowledged, mut refused) = (Vec::new(), 0);

    for round in 0..3_000 {
        let reply = enter(format!("Anbieter {round}"));
        if reply.status == 201 {
            acknowledged.push(reply.id());
        } else {
            assert_eq!(reply.status, 503, "{}", reply.text);
            refused += 1;
        }
        if refused > 30 {
            break;
        }
    }
    let before = acknowledged.len();
    disk.leave(60 << 20);
    for round in 0..30 {
        acknowledged.push(enter(format!("Danach {round}")).id());
    }

    assert!(refused > 30 && before > 0, "{refused} {before}");
    for id in &acknowledged {
        let shown = client.get(&format!("/api/v1/organisations/{id}")).unwrap();
        assert_eq!(shown.status, 200, "{id} is lost");
    }
    assert!(server.is_running(), "the same process all along");
    assert_eq!(server.stop().0.code(), Some(0));
    site.run(&["audit", "verify"]).expect_success();
    println!("acknowledged {before} before, 30 after; refused {refused}; lost 0");
}

/// A small file system in memory, unmounted when dropped.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// None where mounting is not allowed.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=200m", "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self { folder })
    }

    /// Makes it so large that so many bytes are free.
    fn leave(&self, free: u64) {
        let size = format!("remount,size={}", used(self.folder.path()) + free);
        let status = Command::new("mount")
            .args(["-o", &size])
            .arg(self.folder.path())
            .status()
            .unwrap();
        assert!(status.success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount")
            .arg("-l")
            .arg(self.folder.path())
            .status();
    }
}

fn used(folder: &Path) -> u64 {
    let found = rustix::fs::statvfs(folder).unwrap();
    (found.f_blocks - found.f_bfree) * found.f_frsize
}
