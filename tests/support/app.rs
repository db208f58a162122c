//! The whole service in this process, with a clock that is moved by hand.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt;
use kataster::access::{Grant, Role, TokenScope};
use kataster::accounts::{self, Allowances, NewAccount, Passwords, RelyingParty, TokenTerms};
use kataster::app::AppState;
use kataster::clock::FixedClock;
use kataster::db::{Actor, Db};
use kataster::entity::api_token;
use kataster::ids::{AccountId, OrganisationId};
use kataster::incidents::waves::Waves;
use kataster::notifications::Post;
use kataster::privacy::{Retention, Tombstones};
use kataster::reference::{self, Living, Reference};
use kataster::sealing::Keyring;
use kataster::search::{DecoyShelf, Indexer, Noting, Publisher};
use kataster::site::Site;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::Value;
use strum::VariantArray;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use tokio::task::JoinHandle;
use tower::ServiceExt;

use super::contract;
use super::database::TestDatabase;

/// The recorder of the process, which all services of the tests share.
static METRICS: LazyLock<PrometheusHandle> =
    LazyLock::new(|| PrometheusBuilder::new().install_recorder().unwrap());

/// The password of every account that has one.
pub const PASSWORD: &str = "richtig pferd batterie klammer";

/// What a token is for unless a test says otherwise.
const BOTH: [TokenScope; 2] = [TokenScope::Read, TokenScope::Write];

static REFERENCE: OnceCell<Arc<Reference>> = OnceCell::const_new();

/// A running service with its own database, index and clock.
pub struct TestApp {
    pub state: AppState,
    pub clock: Arc<FixedClock>,
    pub folder: TempDir,
    /// Who seems to be at the other end of the connection, where a test asks.
    pub peer: Option<SocketAddr>,
    /// Kept for as long as the service runs.
    _database: TestDatabase,
    router: Router,
    indexer: JoinHandle<()>,
}

/// An answer of the service.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// The generation a write or search names.
    pub fn generation(&self) -> i64 {
        self.headers["x-kataster-generation"]
            .to_str()
            .unwrap()
            .parse()
            .unwrap()
    }

    /// Name and value of a cookie that is set; none when it is not, or taken away.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let line = self.cookie_line(name)?;
        let pair = line.split(';').next()?;
        (!pair.ends_with('=')).then(|| pair.to_owned())
    }

    /// A cookie with its flags.
    pub fn cookie_line(&self, name: &str) -> Option<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        let mut lines = lines.map(|line| line.to_str().unwrap().to_owned());
        lines.find(|line| line.starts_with(&format!("{name}=")))
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers["location"].to_str().unwrap()
    }

    pub fn etag(&self) -> String {
        self.headers["etag"].to_str().unwrap().to_owned()
    }

    /// Pointers of the field errors.
    pub fn pointers(&self) -> Vec<String> {
        let errors = self.json()["errors"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        errors
            .iter()
            .map(|error| error["pointer"].as_str().unwrap().to_owned())
            .collect()
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }
}

impl TestApp {
    /// A service with reference data and nothing else.
    pub async fn new() -> Self {
        Self::with_allowances(Allowances::new(10_000, 1_000)).await
    }

    pub async fn with_allowances(allowances: Allowances) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::at(super::now()));
        let database = TestDatabase::new(folder.path()).await;
        let db = Db::connect(&database.options, clock.clone()).await.unwrap();
        let reference = REFERENCE
            .get_or_init(|| async { Arc::new(reference::load(&db).await.unwrap()) })
            .await
            .clone();
        let publisher = Publisher::default();
        let living = Arc::new(Living::new(reference));
        let mut indexer = Indexer::open(
            db.clone(),
            living.clone(),
            &folder.path().join("index"),
            publisher.clone(),
        )
        .await
        .unwrap();
        indexer.catch_up(&|_, _| {}).await.unwrap();
        let state = AppState {
            keyring: Arc::new(Keyring::load(&folder.path().join("keys")).unwrap()),
            search: publisher,
            metrics: METRICS.clone(),
            db,
            reference: living.now(),
            living,
            allowances,
            noting: Noting::default(),
            decoys: DecoyShelf::default(),
            passwords: Passwords::default(),
            passkeys: RelyingParty::at("http://localhost:8080"),
            tombstones: Tombstones::in_folder(folder.path()),
            retention: Retention::default(),
            // Three for each place are easy to follow; what the odds ask has tests of its own.
            waves: Waves::fixed(),
            post: Post::default(),
            site: Arc::default(),
        };
        let router = kataster::routes::router(state.clone());
        let indexer = tokio::spawn(indexer.run());
        Self {
            state,
            clock,
            folder,
            peer: None,
            _database: database,
            router,
            indexer,
        }
    }

    /// From here on nobody works with a password alone, as outside the demo.
    pub fn require_second_factor(&mut self) {
        self.use_site(Site {
            second_factor_required: true,
            ..Site::default()
        });
    }

    /// From here on people are asked by the rule that is shipped, or by these numbers of it.
    pub fn use_waves(&mut self, waves: Waves) {
        self.state.waves = waves;
        self.router = kataster::routes::router(self.state.clone());
    }

    /// From here on it is another installation on the same data.
    pub fn use_site(&mut self, site: Site) {
        self.state.site = Arc::new(site);
        self.router = kataster::routes::router(self.state.clone());
    }

    /// A token of a new account with one role.
    pub async fn sign_in(&self, role: Role, organisation: Option<OrganisationId>) -> String {
        self.account(role, organisation).await.1
    }

    /// A token of a new account with several roles.
    pub async fn sign_in_as(&self, roles: &[(Role, Option<OrganisationId>)]) -> String {
        let grants = roles.iter().map(|(role, organisation)| Grant {
            role: *role,
            organisation: *organisation,
        });
        self.with_grants(grants.collect(), &BOTH).await.1
    }

    /// A token of a new account with all roles, for these scopes only.
    pub async fn sign_in_scoped(
        &self,
        organisation: OrganisationId,
        scopes: &[TokenScope],
    ) -> String {
        let grants = Role::VARIANTS.iter().map(|role| Grant {
            role: *role,
            organisation: role.is_for_an_organisation().then_some(organisation),
        });
        self.with_grants(grants.collect(), scopes).await.1
    }

    /// Takes back every token there is.
    pub async fn revoke_tokens(&self) {
        let txn = self.state.db.begin().await.unwrap();
        api_token::Entity::update_many()
            .col_expr(api_token::Column::RevokedAt, Expr::value(txn.now()))
            .exec(txn.connection())
            .await
            .unwrap();
        txn.commit().await.unwrap();
    }

    /// From here on messages leave the house this way.
    pub fn use_post(&mut self, post: Post) {
        self.state.post = post;
        self.router = kataster::routes::router(self.state.clone());
    }

    /// Answers programs that know its address too.
    pub fn serve_on(&self, listener: std::net::TcpListener) -> JoinHandle<()> {
        listener.set_nonblocking(true).unwrap();
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        let router = self.router.clone();
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await.unwrap() })
    }

    /// Answers from another connection to its database.
    pub fn use_database(&mut self, db: Db) {
        self.state.db = db;
        self.router = kataster::routes::router(self.state.clone());
    }

    /// Moves the clock forward.
    pub fn move_days(&self, days: i64) {
        self.clock.set(self.state.db.clock().now().plus_days(days));
    }

    /// A new account with one role, and its token.
    pub async fn account(
        &self,
        role: Role,
        organisation: Option<OrganisationId>,
    ) -> (AccountId, String) {
        self.with_grants(vec![Grant { role, organisation }], &BOTH)
            .await
    }

    /// A new account with one role that signs in with its password; its mail address.
    pub async fn account_with_password(
        &self,
        role: Role,
        organisation: Option<OrganisationId>,
    ) -> (AccountId, String) {
        let id = AccountId(uuid::Uuid::now_v7());
        let email = format!("{}@example.org", id.0.simple());
        let new = NewAccount {
            id,
            email: email.parse().unwrap(),
            password: Some(PASSWORD.to_owned()),
            grants: vec![Grant { role, organisation }],
        };
        accounts::create(&self.state.db, &self.state.keyring, Actor::Operator, new)
            .await
            .unwrap();
        (id, email)
    }

    /// The session's cookie of a new account with one role.
    pub async fn browse_as(&self, role: Role, organisation: Option<OrganisationId>) -> String {
        let (_, email) = self.account_with_password(role, organisation).await;
        self.begin_session(&email).await
    }

    /// Signs in on the page; the session's cookie.
    pub async fn begin_session(&self, email: &str) -> String {
        let form = [("email", email), ("passwort", PASSWORD), ("weiter", "/")];
        let answer = self.submit("/anmelden", "", &form).await.expect(303);
        answer.cookie("kataster").unwrap()
    }

    /// A page as a browser asks for it.
    pub async fn page(&self, path: &str, cookie: &str) -> Answer {
        self.send(Method::GET, path, &[("cookie", cookie)], Body::empty())
            .await
    }

    /// A form as a browser sends it from one of our own pages.
    pub async fn submit(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        let headers = [
            ("cookie", cookie),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        let body = serde_html_form::to_string(form).unwrap();
        self.send(Method::POST, path, &headers, body.into()).await
    }

    /// A form with a file, as a browser or a program sends it; no file when there are no bytes.
    pub async fn upload(
        &self,
        path: &str,
        sender: (&str, &str),
        fields: &[(&str, &str)],
        (field, bytes): (&str, &[u8]),
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--grenze\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"Zeugnis Erika.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n--grenze--\r\n");
        let headers = [
            sender,
            ("content-type", "multipart/form-data; boundary=grenze"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send(Method::POST, path, &headers, body.into()).await
    }

    /// A token of a new account with one role, for these scopes only.
    pub async fn with_token_scopes(
        &self,
        (role, organisation): (Role, Option<OrganisationId>),
        scopes: &[TokenScope],
    ) -> String {
        let grants = vec![Grant { role, organisation }];
        self.with_grants(grants, scopes).await.1
    }

    async fn with_grants(&self, grants: Vec<Grant>, scopes: &[TokenScope]) -> (AccountId, String) {
        let id = AccountId(uuid::Uuid::now_v7());
        let email: accounts::EmailAddress =
            format!("{}@example.org", id.0.simple()).parse().unwrap();
        let new = NewAccount {
            id,
            email: email.clone(),
            password: None,
            grants,
        };
        accounts::create(&self.state.db, &self.state.keyring, Actor::Operator, new)
            .await
            .unwrap();
        let terms = TokenTerms {
            label: "test".to_owned(),
            scopes: scopes.to_vec(),
            days: 30,
        };
        let token = accounts::issue_token(&self.state.db, &self.state.keyring, &email, terms)
            .await
            .unwrap();
        (id, token.reveal())
    }

    pub async fn get(&self, path: &str, token: &str) -> Answer {
        self.send(
            Method::GET,
            path,
            &[("authorization", &format!("Bearer {token}"))],
            Body::empty(),
        )
        .await
    }

    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Answer {
        self.write(Method::POST, path, token, &HashMap::new(), body)
            .await
    }

    pub async fn put(&self, path: &str, token: &str, body: &Value) -> Answer {
        self.write(Method::PUT, path, token, &HashMap::new(), body)
            .await
    }

    pub async fn patch(&self, path: &str, token: &str, etag: &str, body: &Value) -> Answer {
        self.write(
            Method::PATCH,
            path,
            token,
            &HashMap::from([("if-match", etag)]),
            body,
        )
        .await
    }

    #[expect(clippy::too_many_arguments, reason = "a request has these parts")]
    pub async fn write(
        &self,
        method: Method,
        path: &str,
        token: &str,
        headers: &HashMap<&str, &str>,
        body: &Value,
    ) -> Answer {
        let bearer = format!("Bearer {token}");
        let mut all = vec![
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        all.extend(headers.iter().map(|(name, value)| (*name, *value)));
        self.send(method, path, &all, Body::from(body.to_string()))
            .await
    }

    /// The host people ask for: the public address, else loopback.
    fn host(&self) -> String {
        let url = self.state.site.public_url.as_ref().map(ToString::to_string);
        url.and_then(|url| url.split_once("://").map(|(_, host)| host.to_owned()))
            .unwrap_or_else(|| "127.0.0.1".to_owned())
    }

    /// An answer as it comes, for one that goes on.
    pub async fn begin(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Response {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header(header::HOST, self.host());
        }
        if let Some(peer) = self.peer {
            request = request.extension(ConnectInfo(peer));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.router
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap()
    }

    /// Any request; an answer that the API document does not allow fails the test.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let response = self.begin(method.clone(), path, headers, body).await;
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        };
        let deviations = contract::deviations(method.as_str(), path, &answer);
        assert!(
            deviations.is_empty(),
            "{method} {path}: {deviations:?} in {}",
            answer.text
        );
        answer
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.indexer.abort();
    }
}
