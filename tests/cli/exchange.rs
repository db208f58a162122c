//! `kataster import` and `kataster export`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use kataster::experts;
use kataster::sealing::Keyring;

use super::admin::import_organisation;
use crate::exchange::{file, person};
use crate::support::Site;

fn written(site: &Site, text: &str) -> PathBuf {
    let path = site.folder.join("liste.csv");
    std::fs::write(&path, text).unwrap();
    path
}

async fn count(site: &Site, organisation: &str) -> usize {
    let db = site.db().await;
    let ring = Keyring::load(&site.folder.join("keys")).unwrap();
    let roll = experts::roll(db.reader(), &ring, organisation.parse().unwrap())
        .await
        .unwrap();
    db.close().await.unwrap();
    roll.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_refused_corrected_and_imported() {
    let site = Site::new().await;
    let _server = site.serve();
    let organisation = import_organisation(&site);
    let path = written(
        &site,
        &file(&[
            person("Ahorn"),
            person("Birke").replace("Veeam:3", "Veam:3"),
        ]),
    );
    let name = path.display().to_string();
    let import = |more: &[&str]| {
        let mut arguments = vec![
            "import",
            name.as_str(),
            "--organisation",
            organisation.as_str(),
        ];
        arguments.extend(more);
        site.run(&arguments)
    };

    let checked = import(&["--dry-run"]).expect_failure(1, "1 of 2 rows have errors");
    drop(checked);
    let refused = import(&[]);
    assert!(
        refused
            .stdout
            .contains(&format!("{name}:3: Fähigkeiten: \"Veam\": ")),
        "{}",
        refused.stdout
    );
    refused.expect_failure(1, "nothing was imported");
    assert_eq!(count(&site, &organisation).await, 0);
    let done = import(&["--skip-errors"]).expect_success();
    assert!(
        done.stdout
            .ends_with("done: 2 rows, 1 new, 0 changed, 0 as they were, 1 with errors\n"),
        "{}",
        done.stdout
    );
    assert_eq!(count(&site, &organisation).await, 1);
    written(&site, &file(&[person("Ahorn"), person("Birke")]));
    import(&[]).expect_success();
    assert_eq!(count(&site, &organisation).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_out_comes_back_unchanged() {
    let site = Site::new().await;
    let organisation = import_organisation(&site);
    let path = written(&site, &file(&[person("Ahorn"), person("Birke")]));
    let import = [
        "import",
        path.to_str().unwrap(),
        "--organisation",
        organisation.as_str(),
    ];
    site.run(&import).expect_success();

    let out = site.folder.join("export.csv");
    let export = [
        "export",
        "--organisation",
        organisation.as_str(),
        "--out",
        out.to_str().unwrap(),
    ];
    site.run(&export).expect_success();
    site.run(&export).expect_failure(1, "cannot be written");
    let again = site
        .run(&[
            "import",
            out.to_str().unwrap(),
            "--organisation",
            &organisation,
        ])
        .expect_success();
    assert!(
        again.stdout.contains("0 new, 0 changed, 2 as they were"),
        "{}",
        again.stdout
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_imported_is_said_in_one_line() {
    let site = Site::new().await;
    let organisation = import_organisation(&site);
    let path = written(&site, "");
    let name = path.to_str().unwrap();
    let nobody = "org_0193c2a0-7b1c-7c1e-9f44-5a0d3b6f2e11";

    site.run(&["import", name, "--organisation", &organisation])
        .expect_failure(1, "the file is empty");
    site.run(&["import", "nirgends.csv", "--organisation", &organisation])
        .expect_failure(1, "cannot be read");
    site.run(&["import", name])
        .expect_failure(2, "required arguments");
    written(&site, &file(&[person("Ahorn")]));
    site.run(&["import", name, "--organisation", nobody])
        .expect_failure(1, "no such organisation");
    site.run(&["import", name, "--organisation", nobody, "--dry-run"])
        .expect_failure(1, "no such organisation");
    site.run(&["export", "--organisation", nobody])
        .expect_failure(1, "no such organisation");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_killed_leaves_nothing_or_all() {
    const ROWS: usize = 400;
    let site = Site::new().await;
    let organisation = import_organisation(&site);
    let rows: Vec<String> = (0..ROWS)
        .map(|number| person(&format!("P{number}")))
        .collect();
    let path = written(&site, &file(&rows));
    let arguments = [
        "import",
        path.to_str().unwrap(),
        "--organisation",
        organisation.as_str(),
    ];
    let started = Instant::now();
    site.run(&[&arguments[..], &["--dry-run"]].concat())
        .expect_success();
    let checked_after = started.elapsed();

    for tenths in 8..16 {
        let mut child = site.command(&arguments).spawn().unwrap();
        std::thread::sleep(
            checked_after
                .mul_f64(f64::from(tenths) / 10.0)
                .max(Duration::from_millis(1)),
        );
        let _ = child.kill();
        child.wait().unwrap();

        let found = count(&site, &organisation).await;
        assert!([0, ROWS].contains(&found), "{found} of {ROWS}");
    }
    site.run(&arguments).expect_success();
    assert_eq!(count(&site, &organisation).await, ROWS);
}
