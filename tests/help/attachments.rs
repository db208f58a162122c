//! Photos and documents of an incident: who adds them, who reads them, and how long they are there.

use axum::http::Method;
use kataster::access::Role;
use kataster::entity::{incident_attachment, incident_attachment_content};
use kataster::ids::OrganisationId;
use kataster::incidents;
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::{INCIDENTS, TOWN, unverified};
use crate::emergency::{provider, recorded, town};
use crate::support::{Answer, TestApp, organisation};

const PDF: &[u8] = b"%PDF-1.7\nTrompetenwurz verlangt Bitcoin";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nBildschirm";

/// A verified incident of a town, and everybody who may have to do with it.
struct Case {
    desk: String,
    town: String,
    provider: String,
    land: String,
    stranger: String,
    own: OrganisationId,
    id: String,
    path: String,
}

impl Case {
    async fn new(app: &TestApp) -> Self {
        let own = town().save(app).await;
        let other = organisation().save(app).await;
        let house = provider(&[TOWN]).save(app).await;
        let land = organisation()
            .with("kind", "land_authority")
            .with("name", "Landesamt")
            .with("legal_form", "state_authority")
            .with("place", "15")
            .with("member", false)
            .save(app)
            .await;
        let (id, _) = unverified(app).await;
        let desk = app.sign_in(Role::Coordinator, None).await;
        let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
        app.post(&format!("{INCIDENTS}/{id}/verify"), &desk, &known)
            .await
            .expect(200);
        Self {
            desk,
            town: app.sign_in(Role::Requester, Some(own)).await,
            provider: app.sign_in(Role::MemberManager, Some(house)).await,
            land: app.sign_in(Role::LandLiaison, Some(land)).await,
            stranger: app.sign_in(Role::Requester, Some(other)).await,
            own,
            path: format!("{INCIDENTS}/{id}/attachments"),
            id,
        }
    }

    async fn send(&self, app: &TestApp, token: &str, bytes: &[u8]) -> Answer {
        let sender = ("authorization", &*format!("Bearer {token}"));
        app.upload(&self.path, sender, &[], ("file", bytes)).await
    }

    /// Adds a file as the town; the address it is saved from.
    async fn file(&self, app: &TestApp) -> String {
        let kept = self.send(app, &self.town, PDF).await.expect(201).json();
        format!("{}/{}", self.path, kept["id"].as_str().unwrap())
    }

    async fn list(&self, app: &TestApp, token: &str) -> Vec<Value> {
        let listed = app.get(&self.path, token).await.expect(200).json();
        listed.as_array().unwrap().clone()
    }

    async fn close(&self, app: &TestApp) {
        let path = format!("{INCIDENTS}/{}/close", self.id);
        app.post(&path, &self.town, &json!({"reason": "done"}))
            .await
            .expect(200);
    }

    async fn hold(&self, app: &TestApp) {
        let path = format!("{INCIDENTS}/{}", self.id);
        let etag = app.get(&path, &self.town).await.expect(200).etag();
        let hold = json!({"investigation_hold": true});
        app.patch(&path, &self.town, &etag, &hold).await.expect(200);
    }
}

/// A form with a file that has this name, sent under a key.
async fn send_named(app: &TestApp, path: &str, token: &str, (name, key): (&str, &str)) -> Answer {
    let mut body = format!(
        "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n"
    )
    .into_bytes();
    body.extend(PDF);
    body.extend(key.as_bytes());
    body.extend(b"\r\n--grenze--\r\n");
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "multipart/form-data; boundary=grenze"),
        ("idempotency-key", "one"),
    ];
    app.send(Method::POST, path, &headers, body.into()).await
}

async fn delete(app: &TestApp, path: &str, token: &str) -> Answer {
    let headers = [("authorization", &*format!("Bearer {token}"))];
    app.send(Method::DELETE, path, &headers, String::new().into())
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_and_the_desk_add_files_that_everybody_who_cares_saves() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let path = case.file(&app).await;
    app.clock.set(app.state.db.clock().now().plus_seconds(1));
    let photo = case.send(&app, &case.desk, PNG).await.expect(201);

    assert!(photo.generation() > 0);
    let photo = photo.json();
    assert_eq!(
        (&photo["media_type"], &photo["bytes"], &photo["added_as"]),
        (&json!("image/png"), &json!(PNG.len()), &json!("desk"))
    );
    for token in [&case.town, &case.desk, &case.provider, &case.land] {
        let listed = case.list(&app, token).await;
        assert_eq!(listed.len(), 2);
        assert_eq!(listed[0], photo);
        assert_eq!(listed[1]["added_as"], "town");
        let saved = app.get(&path, token).await.expect(200);
        assert_eq!(saved.text.as_bytes(), PDF);
    }
    let added = recorded(&app, "incident.attachment_added").await;
    assert_eq!(added.len(), 2);
    assert_eq!(added[0]["details"]["attachment"], photo["id"]);
    let read = recorded(&app, "incident.attachment_read").await;
    assert_eq!(read.len(), 4);
    assert_eq!(read[0]["subject"], case.id.as_str());
    assert_eq!(read[0]["details"]["as"], "land");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_saved_under_a_name_of_ours_and_never_shown() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let sent = send_named(&app, &case.path, &case.town, ("📸 Erika.html", "")).await;
    let kept = sent.expect(201).json();
    let name = kept["name"].as_str().unwrap();
    let path = format!("{}/{}", case.path, kept["id"].as_str().unwrap());

    let saved = app.get(&path, &case.desk).await.expect(200);

    assert!(name.starts_with("anlage-") && name.is_ascii(), "{name}");
    assert_eq!(std::path::Path::new(name).extension().unwrap(), "pdf");
    assert_eq!(
        saved.headers["content-disposition"],
        format!("attachment; filename=\"{name}\"")
    );
    assert_eq!(saved.headers["content-type"], "application/pdf");
    assert_eq!(saved.headers["x-content-type-options"], "nosniff");
    assert_eq!(saved.headers["cache-control"], "no-store");
    let record = json!(recorded(&app, "incident.attachment_added").await).to_string();
    assert!(!record.contains("Erika") && !record.contains("Trompetenwurz"));
    let rows = incident_attachment_content::Entity::find();
    let rows = rows.all(app.state.db.reader()).await.unwrap();
    let is_readable = |sealed: &[u8]| sealed.windows(13).any(|part| part == b"Trompetenwurz");
    assert!(rows.len() == 1 && !is_readable(&rows[0].sealed));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_adds_reads_or_deletes() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let path = case.file(&app).await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    for (token, status) in [
        (&case.provider, 403),
        (&case.land, 403),
        (&vetter, 403),
        (&case.stranger, 404),
    ] {
        case.send(&app, token, PDF).await.expect(status);
        delete(&app, &path, token).await.expect(status);
    }
    for (token, status) in [(&case.stranger, 404), (&vetter, 403)] {
        app.get(&case.path, token).await.expect(status);
        app.get(&path, token).await.expect(status);
    }
    // Of another incident it is not found, whoever asks.
    let (other, _) = unverified(&app).await;
    let elsewhere = path.replace(&case.id, &other);
    app.get(&elsewhere, &case.desk).await.expect(404);
    delete(&app, &elsewhere, &case.desk).await.expect(404);
    assert_eq!(case.list(&app, &case.town).await.len(), 1);
    assert_eq!(recorded(&app, "incident.attachment_read").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_serves_one_town_and_asks_for_another_adds_to_its_own_alone() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let path = case.file(&app).await;
    let other = organisation().save(&app).await;
    let house = provider(&[TOWN]).save(&app).await;
    let roles = [
        (Role::Requester, Some(other)),
        (Role::MemberManager, Some(house)),
    ];
    let both = app.sign_in_as(&roles).await;

    app.get(&path, &both).await.expect(200);
    case.send(&app, &both, PDF).await.expect(404);
    delete(&app, &path, &both).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_or_pdf_is_refused_whatever_it_is_called() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let refused: [&[u8]; 6] = [
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        b"GIF89a",
        b"MZ\x90\x00",
        b"\n%PDF-1.7",
        b"",
    ];

    for bytes in refused {
        let answer = case.send(&app, &case.town, bytes).await.expect(422);
        assert_eq!(answer.pointers(), ["/file"]);
    }
    let long = [PDF, &vec![b'x'; 5 * 1024 * 1024]].concat();
    let answer = case.send(&app, &case.town, &long).await.expect(413);
    assert_eq!(answer.pointers(), ["/file"]);
    app.post(&case.path, &case.town, &json!({}))
        .await
        .expect(415);
    assert!(case.list(&app, &case.town).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_at_most_twenty_and_fifty_megabytes() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    case.file(&app).await;
    resize(&app, 50 * 1024 * 1024 - 10).await;

    let full = case.send(&app, &case.town, PDF).await.expect(409);

    assert_eq!(full.json()["errors"][0]["code"], "full");
    resize(&app, 1).await;
    for _ in 1..20 {
        case.file(&app).await;
    }
    let many = case.send(&app, &case.desk, PDF).await.expect(409);
    assert_eq!(many.json()["errors"][0]["code"], "too_many");
    assert_eq!(many.pointers(), ["/file"]);
    let listed = case.list(&app, &case.town).await;
    let path = format!("{}/{}", case.path, listed[0]["id"].as_str().unwrap());
    delete(&app, &path, &case.town).await.expect(204);
    case.file(&app).await;
}

/// Lets what is kept be as long as this.
async fn resize(app: &TestApp, bytes: i32) {
    let txn = app.state.db.begin().await.unwrap();
    incident_attachment::Entity::update_many()
        .col_expr(incident_attachment::Column::Size, Expr::value(bytes))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_sent_twice_is_kept_once_and_none_after_the_end() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let send = async |end: &str| send_named(&app, &case.path, &case.town, ("a", end)).await;

    let first = send("").await.expect(201).json();
    let again = send("").await.expect(201).json();

    assert_eq!(first, again);
    send("other").await.expect(422);
    assert_eq!(case.list(&app, &case.desk).await.len(), 1);
    case.close(&app).await;
    case.send(&app, &case.desk, PDF).await.expect(409);
    assert_eq!(send("").await.expect(201).json(), first);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_police_investigates_only_the_town_and_the_desk_read() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let path = case.file(&app).await;
    case.hold(&app).await;

    for token in [&case.provider, &case.land] {
        app.get(&case.path, token).await.expect(403);
        app.get(&path, token).await.expect(403);
    }
    for (kept, token) in (1..).zip([&case.town, &case.desk]) {
        assert_eq!(case.list(&app, token).await.len(), kept);
        app.get(&path, token).await.expect(200);
        case.send(&app, token, PNG).await.expect(201);
    }
    assert_eq!(recorded(&app, "incident.attachment_read").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_file_is_gone_and_the_record_says_who_deleted_it() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let (one, other) = (case.file(&app).await, case.file(&app).await);

    delete(&app, &one, &case.desk).await.expect(204);

    app.get(&one, &case.town).await.expect(404);
    delete(&app, &one, &case.town).await.expect(404);
    let listed = case.list(&app, &case.town).await;
    assert_eq!(listed.len(), 1);
    assert!(other.ends_with(listed[0]["id"].as_str().unwrap()));
    // What should not be there is taken away after the end too.
    case.close(&app).await;
    delete(&app, &other, &case.town).await.expect(204);
    let removed = recorded(&app, "incident.attachment_removed").await;
    let by: Vec<_> = removed
        .iter()
        .map(|entry| &entry["details"]["as"])
        .collect();
    assert_eq!(by, ["town", "desk"]);
    assert_eq!(left(&app).await, [0, 0]);
}

/// Files and contents there are, once what is old was forgotten.
async fn left(app: &TestApp) -> [u64; 2] {
    let (db, retention) = (&app.state.db, &app.state.retention);
    incidents::forget_old(db, retention).await.unwrap();
    let db = db.reader();
    [
        incident_attachment::Entity::find().count(db).await.unwrap(),
        incident_attachment_content::Entity::find()
            .count(db)
            .await
            .unwrap(),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_forgotten_with_their_incident() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    case.file(&app).await;
    case.close(&app).await;

    assert_eq!(left(&app).await, [1, 1]);
    app.move_days(366);
    assert_eq!(left(&app).await, [0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_browser_a_file_is_added_once_saved_and_deleted() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let session = app.browse_as(Role::Requester, Some(case.own)).await;
    let page = format!("/vorfaelle/{}", case.id);
    let form = format!("{page}/anlagen");
    let see = async || app.page(&page, &session).await.expect(200).text;
    assert!(see().await.contains("Noch gibt es keine Anlage."));
    let sender = ("cookie", session.as_str());
    let token = [("formular", "einmal")];

    for _ in 0..2 {
        let sent = app.upload(&form, sender, &token, ("file", PDF)).await;
        assert_eq!(sent.expect(303).location(), page);
    }

    let shown = see().await;
    assert_eq!(shown.matches("<strong>anlage-").count(), 1);
    assert!(shown.contains("PDF, 1 KB, Kommune") && shown.contains("Anlage hinzugefügt"));
    let link = shown
        .split("href=\"")
        .find(|rest| rest.starts_with(&format!("{form}/att_")));
    let link = link.unwrap().split('"').next().unwrap();
    let saved = app.page(link, &session).await.expect(200);
    assert_eq!(saved.text.as_bytes(), PDF);
    let disposition = saved.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("attachment; filename=\"anlage-"));
    app.submit(&format!("{link}/entfernen"), &session, &[])
        .await
        .expect(303);
    app.page(link, &session).await.expect(404);
    assert!(!see().await.contains("<strong>anlage-"));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_browser_what_is_wrong_is_said_at_the_field() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    let session = app.browse_as(Role::Coordinator, None).await;
    let form = format!("/vorfaelle/{}/anlagen", case.id);
    let sender = ("cookie", session.as_str());
    let send = async |bytes: &[u8]| {
        let sent = app.upload(&form, sender, &[], ("file", bytes)).await;
        sent.expect(422).text
    };
    let long = [PDF, &vec![b'x'; 6 * 1024 * 1024]].concat();

    for (bytes, message) in [
        (b"".as_slice(), "Wählen Sie eine Datei aus"),
        (b"<svg/>".as_slice(), "weder PDF noch PNG oder JPEG"),
        (long.as_slice(), "größer als 5 MB"),
    ] {
        let page = send(bytes).await;
        assert!(page.contains("id=\"anlage-fehler\"") && page.contains(message));
        assert!(page.contains("href=\"#anlage\""), "{message}");
    }
    case.file(&app).await;
    resize(&app, 50 * 1024 * 1024).await;
    assert!(send(PDF).await.contains("höchstens 50 MB"));
    resize(&app, 1).await;
    for _ in 1..20 {
        case.file(&app).await;
    }
    assert!(send(PDF).await.contains("Mehr als 20 Dateien"));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_browser_the_provider_saves_and_is_offered_no_form() {
    let app = TestApp::new().await;
    let case = Case::new(&app).await;
    case.file(&app).await;
    let house = provider(&[TOWN]).save(&app).await;
    let session = app.browse_as(Role::MemberManager, Some(house)).await;
    let page = format!("/vorfaelle/{}", case.id);
    let form = format!("action=\"{page}/anlagen");

    let shown = app.page(&page, &session).await.expect(200).text;

    assert!(shown.contains("<strong>anlage-") && !shown.contains(&form));
    case.hold(&app).await;
    let held = app.page(&page, &session).await.expect(200).text;
    assert!(!held.contains("anlage-") && !held.contains("Anlage hinzugefügt"));
}
