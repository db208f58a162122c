//! Bringing entries in as files, and taking them out.

mod exports;
mod files;
mod imports;
mod speed;
mod undo;

use axum::body::Body;
use axum::http::Method;
use kataster::ids::OrganisationId;
use serde_json::Value;

use crate::support::{Answer, TestApp};

/// The columns of most files.
pub(crate) const HEADER: &str = "Art;Vorname;Nachname;E-Mail;Telefon;Kurzbeschreibung;Fähigkeiten;Sprachen;Ort;Einsatzart;Freigabe;Freigabe Tage im Jahr";
const BOUNDARY: &str = "xXxGrenzexXx";

/// A person with this name, all else as most have it.
pub(crate) fn person(name: &str) -> String {
    let mail = name
        .to_lowercase()
        .replace(|c: char| !c.is_ascii_alphanumeric(), "x");
    format!(
        "Person;Erika;{name};{mail}@example.org;030 23125 001;Datensicherung und Wiederherstellung;Veeam:3;Deutsch:C2;Köthen (Anhalt);beides;ständig;20"
    )
}

/// A file of these rows.
pub(crate) fn file(rows: &[String]) -> String {
    format!("{HEADER}\r\n{}\r\n", rows.join("\r\n"))
}

/// A form with a file, and other fields.
pub(crate) fn form(file: &[u8], fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .bytes(),
        );
    }
    body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"liste.csv\"\r\nContent-Type: text/csv\r\n\r\n").bytes());
    body.extend(file);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
    body
}

/// The type of such a form.
pub(crate) fn form_type() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// Uploads a file.
pub(crate) async fn upload(app: &TestApp, token: &str, file: impl AsRef<[u8]>) -> Answer {
    upload_with(app, token, (file.as_ref(), &[]), &[]).await
}

/// Uploads a file with other fields and headers.
pub(crate) async fn upload_with(
    app: &TestApp,
    token: &str,
    (file, fields): (&[u8], &[(&str, &str)]),
    headers: &[(&str, &str)],
) -> Answer {
    let (bearer, content_type) = (format!("Bearer {token}"), form_type());
    let mut all = vec![
        ("authorization", bearer.as_str()),
        ("content-type", content_type.as_str()),
    ];
    all.extend(headers);
    app.send(
        Method::POST,
        "/api/v1/imports",
        &all,
        Body::from(form(file, fields)),
    )
    .await
}

/// Takes a step of an import.
pub(crate) async fn step(app: &TestApp, token: &str, (method, path): (Method, String)) -> Answer {
    let bearer = format!("Bearer {token}");
    app.send(method, &path, &[("authorization", &bearer)], Body::empty())
        .await
}

pub(crate) async fn apply(app: &TestApp, token: &str, import: &Value) -> Answer {
    let path = format!("/api/v1/imports/{}/apply", import["id"].as_str().unwrap());
    step(app, token, (Method::POST, path)).await
}

pub(crate) async fn undo(app: &TestApp, token: &str, import: &Value) -> Answer {
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    step(app, token, (Method::DELETE, path)).await
}

/// The entries of an organisation with the people behind them.
pub(crate) async fn roll(
    app: &TestApp,
    organisation: OrganisationId,
) -> Vec<kataster::experts::Known> {
    kataster::experts::roll(app.state.db.reader(), &app.state.keyring, organisation)
        .await
        .unwrap()
}

/// The family names of the persons, in order.
pub(crate) async fn names(app: &TestApp, organisation: OrganisationId) -> Vec<String> {
    let roll = roll(app, organisation).await;
    let mut names: Vec<String> = roll
        .into_iter()
        .filter_map(|known| Some(known.identity?.family_name))
        .collect();
    names.sort();
    names
}

/// Row, column and text of each error.
pub(crate) fn errors(import: &Value) -> Vec<(u64, String, String)> {
    let errors = import["errors"].as_array().unwrap();
    errors
        .iter()
        .map(|error| {
            let text = |name: &str| error[name].as_str().unwrap().to_owned();
            (
                error["row"].as_u64().unwrap(),
                text("column"),
                text("detail"),
            )
        })
        .collect()
}

/// Runs the jobs that are due.
pub(crate) async fn run_jobs(app: &TestApp) {
    let handlers =
        kataster::exchange::job_handlers(app.state.keyring.clone(), app.state.living.clone());
    let runner = kataster::jobs::Runner::new(app.state.db.clone(), handlers.into_iter().collect());
    while runner.run_one().await.unwrap() {}
}
