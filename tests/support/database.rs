//! A database for each test, copied from one that was migrated once.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use kataster::clock::FixedClock;
use kataster::db::{self, Database, Db, DbOptions};
use kataster::reference;
use migration::sea_orm::{ConnectionTrait, Database as Connect, Statement};
use tokio::sync::OnceCell;

/// Where PostgreSQL runs; SQLite is tested when it is not set.
const URL: &str = "KATASTER_TEST_DATABASE_URL";

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

enum Template {
    Sqlite(PathBuf),
    Postgres { server: String, name: String },
}

/// The database of one test.
pub struct TestDatabase {
    pub options: DbOptions,
}

impl TestDatabase {
    /// A copy of the template: schema and reference data, nothing else.
    pub async fn new(folder: &Path) -> Self {
        let template = TEMPLATE.get_or_init(make_template).await;
        let database = match template {
            Template::Sqlite(file) => {
                let copy = folder.join("kataster.db");
                std::fs::copy(file, &copy).unwrap();
                Database::Sqlite(copy)
            }
            Template::Postgres { server, name } => {
                let copy = format!("t{}", uuid::Uuid::new_v4().simple());
                create(server, &copy, Some(name)).await;
                Database::Postgres(with_name(server, &copy))
            }
        };
        let mut options = DbOptions::new(database);
        // All tests share one server: what a busy machine makes wait is no failure of the service.
        if server().is_some() {
            options.patience = Duration::from_secs(30);
        }
        Self { options }
    }
}

/// Whether this run tests PostgreSQL.
#[expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment which database to use"
)]
pub fn server() -> Option<String> {
    std::env::var(URL).ok()
}

/// An empty database of its own on the server that this run tests; nothing on SQLite.
pub fn empty_database() -> Option<String> {
    let server = server()?;
    let name = format!("e{}", uuid::Uuid::new_v4().simple());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(create(&server, &name, None));
    Some(with_name(&server, &name))
}

/// Returns once so many transactions wait for rows that others hold; at once on SQLite, where they wait to begin.
pub async fn until_waiting(db: &Db, many: i64) {
    if server().is_none() {
        return;
    }
    let sql = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let backend = db.reader().get_database_backend();
    let started = Instant::now();
    loop {
        let asked = Statement::from_string(backend, sql);
        let row = db.reader().query_one_raw(asked).await.unwrap().unwrap();
        if row.try_get::<i64>("", "n").unwrap() >= many {
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(20), "nobody waits");
    }
}

async fn make_template() -> Template {
    // Whichever test comes first: what the template holds is as old for all of them.
    let clock = Arc::new(FixedClock::at(super::now()));
    let (template, options) = match server() {
        None => {
            let folder = tempfile::tempdir().unwrap().keep();
            let file = folder.join("template.db");
            (Template::Sqlite(file.clone()), Database::Sqlite(file))
        }
        Some(server) => {
            let name = format!("template{}", std::process::id());
            create(&server, &name, None).await;
            let url = with_name(&server, &name);
            (Template::Postgres { server, name }, Database::Postgres(url))
        }
    };
    let options = DbOptions::new(options);
    let db = Db::connect(&options, clock).await.unwrap();
    db::migrate(&db, &options).await.unwrap();
    reference::install(&db).await.unwrap();
    db.close().await.unwrap();
    template
}

async fn create(server: &str, name: &str, template: Option<&str>) {
    let connection = Connect::connect(server).await.unwrap();
    let from = template
        .map(|template| format!(" TEMPLATE {template}"))
        .unwrap_or_default();
    connection
        .execute_unprepared(&format!("CREATE DATABASE {name}{from}"))
        .await
        .unwrap();
    connection.close().await.unwrap();
}

fn with_name(server: &str, name: &str) -> String {
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}
