//! The real program on a data folder of its own.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use kataster::access::{Grant, Role, TokenScope};
use kataster::accounts::{self, NewAccount, TokenTerms};
use kataster::clock::SystemClock;
use kataster::db::{Actor, Database, Db, DbOptions};
use kataster::ids::{AccountId, OrganisationId};
use kataster::sealing::Keyring;
use tempfile::TempDir;

use super::Client;
use super::database::TestDatabase;

/// How long a command may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// A data folder with schema and reference data, and its database.
#[derive(Debug)]
pub struct Site {
    pub folder: PathBuf,
    pub options: DbOptions,
    temporary: Option<TempDir>,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    #[track_caller]
    pub fn expect_success(self) -> Self {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        self
    }

    /// Fails with this code and one line of our own that holds this text.
    #[track_caller]
    pub fn expect_failure(self, code: i32, text: &str) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.stderr);
        // On a slow machine long work says how far it is.
        let is_progress = |line: &&str| line.starts_with("checking: ");
        let lines: Vec<&str> = self
            .stderr
            .lines()
            .filter(|line| !is_progress(line))
            .collect();
        assert_eq!(lines.len(), 1, "{}", self.stderr);
        assert!(lines[0].starts_with("kataster: "), "{}", self.stderr);
        assert!(lines[0].contains(text), "{}", self.stderr);
        self
    }
}

impl Site {
    pub async fn new() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let mut site = Self::at(&temporary.path().join("data")).await;
        site.temporary = Some(temporary);
        site
    }

    /// In a folder that somebody else removes.
    pub async fn at(folder: &Path) -> Self {
        fs::create_dir_all(folder).unwrap();
        let database = TestDatabase::new(folder).await;
        Self {
            folder: folder.to_owned(),
            options: database.options,
            temporary: None,
        }
    }

    /// Its database, opened beside whatever runs.
    pub async fn db(&self) -> Db {
        Db::connect(&self.options, Arc::new(SystemClock))
            .await
            .unwrap()
    }

    /// A token of a new account with one role.
    pub async fn sign_in(&self, role: Role, organisation: Option<OrganisationId>) -> String {
        self.account(role, organisation).await.1
    }

    /// A new account with one role, and its token.
    pub async fn account(
        &self,
        role: Role,
        organisation: Option<OrganisationId>,
    ) -> (AccountId, String) {
        let db = self.db().await;
        let keyring = Keyring::load(&self.folder.join("keys")).unwrap();
        let id = AccountId(uuid::Uuid::now_v7());
        let email: accounts::EmailAddress =
            format!("{}@example.org", id.0.simple()).parse().unwrap();
        let new = NewAccount {
            id,
            email: email.clone(),
            password: None,
            grants: vec![Grant { role, organisation }],
        };
        accounts::create(&db, &keyring, Actor::Operator, new)
            .await
            .unwrap();
        let terms = TokenTerms {
            label: "test".to_owned(),
            scopes: vec![TokenScope::Read, TokenScope::Write],
            days: 30,
        };
        let token = accounts::issue_token(&db, &keyring, &email, terms)
            .await
            .unwrap();
        db.close().await.unwrap();
        (id, token.reveal())
    }

    /// The program with these arguments on this folder and database.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(arguments);
        command.arg("--data").arg(&self.folder);
        if let Database::Postgres(url) = &self.options.database {
            command.args(["--database-url", url]);
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        run(self.command(arguments))
    }

    /// A running server, ready to answer.
    pub fn serve(&self) -> Server {
        self.start(&["serve"])
    }

    /// A command that serves, ready to answer.
    pub fn start(&self, arguments: &[&str]) -> Server {
        Server::start(&self.folder.with_extension("log"), || {
            self.command(arguments)
        })
    }
}

/// The program in an environment without settings.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kataster"));
    command.args(arguments).env_clear().stdin(Stdio::null());
    command
}

/// Runs a command to its end; one that does not end is killed and fails the test.
pub fn run(mut command: Command) -> Ended {
    let folder = tempfile::tempdir().unwrap();
    let (out, err) = (folder.path().join("out"), folder.path().join("err"));
    command
        .stdout(File::create(&out).unwrap())
        .stderr(File::create(&err).unwrap());
    let mut child = command.spawn().unwrap();
    let status = wait(&mut child, PATIENCE);
    let read = |path| fs::read_to_string(path).unwrap();
    let Some(status) = status else {
        let _ = child.kill();
        panic!("{command:?} does not end: {}", read(&err));
    };
    Ended {
        code: status.code(),
        stdout: read(&out),
        stderr: read(&err),
    }
}

/// An address nobody listens on.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}

/// A server in a process of its own; killed (SIGKILL) when dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    log: PathBuf,
    pub address: SocketAddr,
}

impl Server {
    /// Starts a command that serves, on an address of its own; ready when this returns.
    pub fn start(log: &Path, command: impl Fn() -> Command) -> Self {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let address = free_address();
            let mut command = command();
            command.args(["--listen", &address.to_string()]);
            if let Some(server) = Self::start_at(command, address, log) {
                return server;
            }
        }
        panic!("the server does not start");
    }

    /// None when somebody else was faster at the address.
    fn start_at(mut command: Command, address: SocketAddr, log: &Path) -> Option<Self> {
        let file = File::options().create(true).append(true).open(log).unwrap();
        let child = command.stdout(Stdio::null()).stderr(file).spawn().unwrap();
        let mut server = Self {
            child,
            log: log.to_owned(),
            address,
        };
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if Client::new(address, "")
                .get("/readyz")
                .is_ok_and(|reply| reply.status == 200)
            {
                return Some(server);
            }
            if !server.is_running() {
                assert!(
                    server.log().contains("cannot listen on"),
                    "{}",
                    server.log()
                );
                return None;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the server does not answer: {}", server.log());
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    pub fn client(&self, token: &str) -> Client {
        Client::new(self.address, token)
    }

    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// SIGKILL, beside those who talk to it.
    pub fn kill(&self) {
        let pid = self.child.id().to_string();
        let killed = Command::new("kill").args(["-KILL", &pid]).status();
        assert!(killed.unwrap().success());
        while Client::new(self.address, "").get("/healthz").is_ok() {
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Asks it to stop; how it ended and how long that took.
    pub fn stop(mut self) -> (ExitStatus, Duration) {
        let started = Instant::now();
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
        let status = wait(&mut self.child, PATIENCE).unwrap();
        (status, started.elapsed())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn wait(child: &mut Child, patience: Duration) -> Option<ExitStatus> {
    let started = Instant::now();
    while started.elapsed() < patience {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    None
}
