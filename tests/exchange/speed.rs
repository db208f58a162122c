//! How long many rows take; no clock is asserted. `cargo test --release --test kataster -- --ignored ten_thousand --nocapture`

use std::time::Instant;

use kataster::access::Role;
use serde_json::json;

use super::{apply, file, person, run_jobs, undo, upload};
use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a minute; run it to measure"]
async fn ten_thousand_rows() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let row = |number: usize| {
        person(&format!("P{number}")).replace(
            "Veeam:3",
            "Veeam:3, AD:2, Datensicherung und Rücksicherung:4, Kerberos und NTLM:1",
        )
    };
    let rows: Vec<String> = (0..10_000).map(row).collect();
    let text = file(&rows);

    let started = Instant::now();
    let import = upload(&app, &token, &text).await.expect(202).json();
    println!("upload {:?}", started.elapsed());
    let started = Instant::now();
    run_jobs(&app).await;
    println!("check  {:?}", started.elapsed());
    let started = Instant::now();
    apply(&app, &token, &import).await.expect(202);
    run_jobs(&app).await;
    println!("apply  {:?}", started.elapsed());
    let changed = text.replace("ständig;20", "ständig;30");
    let change = upload(&app, &token, &changed).await.expect(202).json();
    run_jobs(&app).await;
    let started = Instant::now();
    apply(&app, &token, &change).await.expect(202);
    run_jobs(&app).await;
    println!("change {:?}", started.elapsed());
    let started = Instant::now();
    let export = app
        .get("/api/v1/exports/experts.csv", &token)
        .await
        .expect(200);
    println!(
        "export {:?}, {} bytes",
        started.elapsed(),
        export.text.len()
    );
    let started = Instant::now();
    undo(&app, &token, &change).await.expect(202);
    run_jobs(&app).await;
    println!("undo   {:?}", started.elapsed());

    let path = format!("/api/v1/imports/{}", change["id"].as_str().unwrap());
    assert_eq!(
        app.get(&path, &token).await.expect(200).json()["state"],
        json!("undone")
    );
}
