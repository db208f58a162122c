//! `kataster regions import`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use kataster::access::Role;
use kataster::reference;
use serde_json::Value;

use crate::support::{Gazetteer, Site, next_quarter};

const DAY: &str = "2026-09-30";

fn written(site: &Site, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path: PathBuf = site.folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

/// The key a place has today.
async fn today(site: &Site, key: &str) -> String {
    let db = site.db().await;
    let places = reference::load(&db).await.unwrap().regions;
    db.close().await.unwrap();
    places.today(key)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_tried_completed_and_imported_beside_a_server() {
    let site = Site::new().await;
    let reader = site.sign_in(Role::Coordinator, None).await;
    let server = site.serve();
    let file = written(
        &site,
        "GV100AD_30092026.txt",
        next_quarter(DAY).windows_1252(),
    );

    let began = Instant::now();
    let tried = site
        .run(&["regions", "import", &file, "--dry-run"])
        .expect_success();
    println!("the dry run took {:?}", began.elapsed());
    for line in [
        "# new: 16067099 Nessegrund\n",
        "# renamed: 16067067 Tonna -> Bad Tonna\n",
        "ags;successor;name;successor_name;presumed_by\n",
        "16067011;16068099;Döllstädt;Döllstädt;same_name\n",
        "16067036;16067092;Herrenhof;Georgenthal;nearest\n",
        "# checked: 2023-12-31 -> 2026-09-30, 2 new, 1 renamed, 5 gone (of them 1 under another key), ",
    ] {
        assert!(tried.stdout.contains(line), "{line}\n{}", tried.stdout);
    }
    site.run(&["regions", "import", &file]).expect_failure(
        1,
        "5 places that are gone have no successor that fits (16067011, ",
    );
    assert_eq!(today(&site, "16067082").await, "16067082");

    // What the dry run printed is the table to complete.
    let table = written(&site, "nachfolger.csv", tried.stdout);
    let began = Instant::now();
    let arguments = ["regions", "import", &file, "--successors", &table, "--json"];
    let done = site.run(&arguments).expect_success();
    println!("the import took {:?}", began.elapsed());
    let said: Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!(
        (&said["outcome"], &said["territorial_state"]),
        (&"imported".into(), &DAY.into())
    );
    assert_eq!(said["gone"].as_array().unwrap().len(), 5);
    let again = site.run(&arguments).expect_success();
    assert_eq!(again.stdout, "{\"outcome\":\"nothing to do\"}\n");

    let mut client = server.client(&reader);
    let began = Instant::now();
    let mut name = || client.get("/api/v1/regions/16067082").unwrap().json()["name"].clone();
    while name() != "Nessegrund" {
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "the server does not follow"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
    println!("the server followed after {:?}", began.elapsed());
    site.run(&["audit", "verify"]).expect_success();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_imported_is_said_with_file_and_line() {
    let site = Site::new().await;
    let good = next_quarter(DAY).text();
    let import = |more: &[&str]| {
        let mut arguments = vec!["regions", "import"];
        arguments.extend(more);
        site.run(&arguments)
    };
    let broken = good.replacen("\n40", "\n41", 1);
    let broken = written(&site, "broken.txt", broken);
    let line = good
        .lines()
        .position(|line| line.starts_with("40"))
        .unwrap()
        + 1;
    let half = written(&site, "half.txt", &good[..good.len() / 2]);
    let old = written(&site, "old.txt", Gazetteer::shipped("2020-12-31").text());
    let fine = written(&site, "fine.txt", &good);
    let table = written(
        &site,
        "table.csv",
        "ags;successor\n16067011;16068099\n16067036;hier\n",
    );
    let wrong = written(
        &site,
        "wrong.csv",
        "ags;successor\n16067011;05954036\n16067036;16067092\n16067052;16067099\n16067055;16067099\n16067082;16067099\n",
    );

    import(&["missing.txt"]).expect_failure(1, "missing.txt cannot be read");
    import(&[&broken]).expect_failure(1, &format!("{broken}:{line}: the first two digits"));
    import(&[&half]).expect_failure(1, &format!("{half}:"));
    import(&[&old]).expect_failure(
        1,
        "already describe 2023-12-31; give --force if it is right",
    );
    import(&[&fine, "--successors", &table]).expect_failure(1, &format!("{table}:3: "));
    import(&[&fine, "--successors", &wrong]).expect_failure(
        1,
        "(16067011: the successor lies in another Land); nothing was changed",
    );
    import(&[]).expect_failure(2, "required arguments");
    import(&[&fine, "--unknown"]).expect_failure(2, "--unknown");
    import(&[&old, "--dry-run", "--force"]).expect_success();
    assert_eq!(today(&site, "16067082").await, "16067082");
}

/// What a dry run says of a table.
fn tried(site: &Site, file: &str, (table, more): (&str, &[&str])) -> String {
    let table = written(site, "table.csv", table);
    let mut arguments = vec!["regions", "import", file, "--dry-run"];
    arguments.extend(["--successors", &table]);
    arguments.extend(more);
    site.run(&arguments).expect_success().stdout
}

/// Another successor than the presumed one, one in another Land, three not named; and one that is still there.
const HALF: &str = "ags;successor\n16067036;16067099\n16067011;05954036\n16067064;16067099\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_tries_the_table_and_says_what_of_it_does_not_fit() {
    let site = Site::new().await;
    let file = written(&site, "GV100AD.txt", next_quarter(DAY).text());
    let dry = ["regions", "import", &file, "--dry-run"];
    let proposed = site.run(&dry).expect_success().stdout;
    assert!(
        proposed.contains("16067036;16067092;Herrenhof;Georgenthal;nearest\n")
            && !proposed.contains("with this table"),
        "{proposed}"
    );

    let said = tried(&site, &file, (HALF, &[]));

    for line in [
        "\n16067036;16067099;Herrenhof;Nessegrund;\n",
        "\n16067011;16068099;Döllstädt;Döllstädt;same_name\n",
        "\n# 16067011: the successor lies in another Land\n",
        "\n# 16067082: no successor is named\n",
        "\n# with this table nothing would be changed: 4 places that are gone have no successor in it that fits\n",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(!said.contains("# 16067036:"), "{said}");
    // What was printed is a whole table.
    let whole = tried(&site, &file, (&said, &[]));
    assert!(
        whole.ends_with("\n# with this table the file would be taken over\n")
            && whole.contains("\n16067011;16068099;Döllstädt;Döllstädt;\n"),
        "{whole}"
    );
    let moved = |said: &str| said.contains("5 gone (of them 1 under another key)");
    assert!(moved(&proposed) && moved(&whole));
    let elsewhere = whole.replace("16067011;16068099;", "16067011;16067099;");
    let elsewhere = tried(&site, &file, (&elsewhere, &[]));
    assert!(elsewhere.contains("5 gone (of them 0 under another key)"));
    assert_eq!(
        today(&site, "16067036").await,
        "16067036",
        "nothing changed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_dry_run_says_of_a_table_programs_read_and_the_import_does() {
    let site = Site::new().await;
    let file = written(&site, "GV100AD.txt", next_quarter(DAY).text());

    let said = tried(&site, &file, (HALF, &["--json"]));

    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["unsettled"].as_array().unwrap().len(), 4);
    assert_eq!(
        said["unsettled"][0]["problem"],
        "the successor lies in another Land"
    );
    let gone = said["gone"].as_array().unwrap();
    let chosen = gone.iter().find(|gone| gone["ags"] == "16067036").unwrap();
    assert_eq!(
        (&chosen["chosen"], &chosen["proposed"]),
        (&"16067099".into(), &"16067092".into())
    );
    let whole = tried(&site, &file, (HALF, &[]));
    let table = written(&site, "whole.csv", whole);
    let done = site
        .run(&["regions", "import", &file, "--successors", &table])
        .expect_success();
    let line = "\n16067036;16067099;Herrenhof;Nessegrund;\n";
    assert!(done.stdout.contains(line), "{}", done.stdout);
    assert_eq!(today(&site, "16067036").await, "16067099");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_import_is_whole_or_nothing() {
    let site = Site::new().await;
    let file = written(&site, "GV100AD.txt", next_quarter(DAY).text());
    let table = site
        .run(&["regions", "import", &file, "--dry-run"])
        .expect_success();
    let table = written(&site, "table.csv", table.stdout);
    let arguments = ["regions", "import", &file, "--successors", &table];

    for millis in [50, 200, 600, 1_200] {
        let mut child = site.command(&arguments).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(millis));
        let _ = child.kill();
        child.wait().unwrap();
        let (one, other) = (
            today(&site, "16067011").await,
            today(&site, "16067082").await,
        );
        assert!(
            (one == "16067011" && other == "16067082")
                || (one == "16068099" && other == "16067099"),
            "{one} {other}"
        );
    }

    site.run(&arguments).expect_success();
    assert_eq!(today(&site, "16067082").await, "16067099");
    site.run(&["audit", "verify"]).expect_success();
}
