//! Names, addresses, numbers and employers of masked entries appear nowhere.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Answer, TestApp, expert, organisation};

const CANARIES: [&str; 6] = [
    "Xylofanie",
    "Quastenflosser",
    "kanarie.zz9",
    "49301112223334",
    "1112223334",
    "Zwiebelfischhaus",
];

/// Collects the log of the whole process.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

fn find(place: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    for canary in CANARIES {
        assert!(
            !text.contains(&canary.to_lowercase()),
            "{canary} in {place}"
        );
    }
}

fn search_folder(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            search_folder(&path);
        } else {
            find(&path.display().to_string(), &std::fs::read(&path).unwrap());
        }
    }
}

/// Every page that shows entries, as a requester and as a coordinator see it.
async fn pages(app: &TestApp, town: OrganisationId, id: ExpertId) -> Vec<Answer> {
    let mut answers = Vec::new();
    let browser = app.browse_as(Role::Requester, Some(town)).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;
    for path in [
        "/",
        "/suche",
        "/suche?q=Datensicherung&near=15082180",
        "/karte",
        "/karte?land=15",
        "/abgleich?near=15082&symptom=files-encrypted&phase=acute",
        "/organisation",
        &format!("/fachkraefte/{id}"),
    ] {
        for session in [&browser, &coordinator] {
            answers.push(app.page(path, session).await);
        }
    }
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn who_a_masked_entry_is_appears_in_no_answer_index_file_log_or_metric() {
    let log = Log::default();
    // Another test may have set one: then this one sees no log, but still everything else.
    let _ = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .try_init();
    let app = TestApp::new().await;
    let employer = organisation()
        .with("name", "Zwiebelfischhaus GmbH")
        .save(&app)
        .await;
    let identity = json!({
        "given_name": "Xylofanie", "family_name": "Quastenflosser", "email": "kanarie.zz9@example.org", "phone": "030 111 222 3334",
    });
    let id = expert(employer).with("identity", identity).save(&app).await;
    let town = organisation()
        .with("kind", "district")
        .with("place", "15082")
        .with("name", "Kreis")
        .save(&app)
        .await;
    let requester = app.sign_in(Role::Requester, Some(town)).await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    let ask = json!({"municipality": "15082", "symptom": "files-encrypted"});
    let mut answers = vec![
        app.post("/api/v1/matches", &requester, &ask)
            .await
            .expect(200),
    ];
    for path in [
        "/api/v1/experts".to_owned(),
        "/api/v1/experts?q=Quastenflosser".to_owned(),
        "/api/v1/experts?near=15082180&sort=distance&q=Xylofanie%20Datensicherung".to_owned(),
        "/api/v1/experts/suggest?q=Qua".to_owned(),
        format!("/api/v1/experts/{id}"),
        format!("/api/v1/organisations/{employer}"),
        "/api/v1/organisations".to_owned(),
    ] {
        answers.push(app.get(&path, &requester).await);
    }
    answers.push(
        app.get("/api/v1/vetting-cases?state=decided", &vetter)
            .await
            .expect(200),
    );
    answers.push(
        app.get("/api/v1/experts?q=Quastenflosser", &vetter)
            .await
            .expect(200),
    );

    answers.extend(pages(&app, town, id).await);

    for answer in &answers {
        find("an answer", answer.text.as_bytes());
    }
    search_folder(&app.folder.path().join("index"));
    find("the log", &log.0.lock().unwrap());
    find("the metrics", app.state.metrics.render().as_bytes());
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_contacts_are_sealed_in_the_database_file() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let identity = json!({
        "given_name": "Xylofanie", "family_name": "Quastenflosser", "email": "kanarie.zz9@example.org", "phone": "030 111 222 3334",
    });

    expert(employer).with("identity", identity).save(&app).await;

    // On PostgreSQL there is no such file; what is written is the same.
    for file in ["kataster.db", "kataster.db-wal"] {
        let bytes = std::fs::read(app.folder.path().join(file)).unwrap_or_default();
        find(file, &bytes);
    }
}
