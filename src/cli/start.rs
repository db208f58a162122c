//! Serving an opened installation until a signal comes.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum_server::{Handle, Server};
use hyper_util::rt::TokioTimer;
use metrics_exporter_prometheus::PrometheusBuilder;

use super::folder::DataFolder;
use super::installation::Installation;
use super::{CliError, failed};
use crate::accounts::{Allowances, Passwords, RelyingParty};
use crate::app::{AppState, HOUSEKEEPING, handlers};
use crate::config::Settings;
use crate::exchange;
use crate::incidents;
use crate::jobs::{self, Runner};
use crate::operations;
use crate::privacy::Tombstones;
use crate::reference::Living;
use crate::routes;
use crate::search::{DecoyShelf, Indexer, Noting, Publisher};
use crate::site::Site;

/// Who does not send whole headers in time, first or again on an open connection, is cut off.
const HEADER_TIME: Duration = Duration::from_secs(8);
/// More header lines than any browser sends are refused (431).
const MOST_HEADERS: usize = 64;
/// So are longer ones, together with the request line.
const LONGEST_HEAD: usize = 32 * 1024;
/// How long requests may go on after a signal.
const GRACE: Duration = Duration::from_secs(5);

/// The address is taken or not ours.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen on {address}")]
struct ListenError {
    address: SocketAddr,
    #[source]
    source: std::io::Error,
}

/// Takes the address before anything else is done.
pub(super) fn listen(address: SocketAddr) -> Result<TcpListener, CliError> {
    let at = |source| failed(ListenError { address, source });
    let listener = TcpListener::bind(address).map_err(at)?;
    listener.set_nonblocking(true).map_err(at)?;
    Ok(listener)
}

/// Starts the log; a second start in one process changes nothing.
pub(super) fn start_log(settings: &Settings) {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log).unwrap_or_default();
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // A full disk under the log must not end the request that has something to say.
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    let _ = if settings.log_json {
        log.json().try_init()
    } else {
        log.try_init()
    };
}

/// Serves until SIGINT or SIGTERM.
pub(super) async fn serve(
    settings: &Settings,
    site: Site,
    (folder, listener): (&DataFolder, TcpListener),
    installation: Installation,
) -> Result<(), CliError> {
    let metrics = PrometheusBuilder::new()
        .install_recorder()
        .map_err(failed)?;
    let publisher = Publisher::default();
    let Installation {
        db,
        keyring,
        reference,
    } = installation;
    let living = Arc::new(Living::new(reference));
    let files = folder.path().join("index");
    let indexer = Indexer::open(db.clone(), living.clone(), &files, publisher.clone())
        .await
        .map_err(failed)?;
    let noting = Noting::default();
    let app = AppState {
        db: db.clone(),
        keyring,
        reference: living.now(),
        living,
        search: publisher,
        metrics,
        allowances: Allowances::new(settings.cards_a_day, settings.places_a_day)
            .with_exports(settings.exports_a_day),
        noting: noting.clone(),
        decoys: DecoyShelf::default(),
        passwords: Passwords::default(),
        passkeys: RelyingParty::at(&settings.base_url()),
        tombstones: Tombstones::in_folder(folder.path()),
        retention: settings.retention,
        waves: settings.waves,
        post: settings.post().map_err(failed)?,
        site: Arc::new(site),
    };
    jobs::plan(&db, HOUSEKEEPING, 3_600).await.map_err(failed)?;
    let index = tokio::spawn(index(indexer));
    let runner = runner(&app);
    let jobs = tokio::spawn(runner.run());
    if let Some(address) = settings.metrics_listen {
        tokio::spawn(serve_metrics(listen(address)?, app.clone()));
    }
    let handle = Handle::new();
    tokio::spawn(stop_on_signal(handle.clone()));
    let server = axum_server::from_tcp(listener).map_err(failed)?;
    tracing::info!(waves = ?settings.waves, "people are asked for help by these numbers");
    tracing::info!(address = %settings.listen, "listening");
    let outcome = bounded(server)
        .handle(handle)
        .serve(routes::router(app).into_make_service_with_connect_info::<SocketAddr>())
        .await
        .map_err(failed);
    index.abort();
    jobs.abort();
    let _ = (index.await, jobs.await);
    noting.finish().await;
    db.close().await.map_err(failed)?;
    outcome
}

/// Runs the jobs of all areas.
fn runner(app: &AppState) -> Runner {
    let keyring = app.keyring.clone();
    let mut handlers = handlers(keyring.clone(), app.retention, &app.post);
    let register = (&app.living, &app.search);
    let letters = (&app.post, app.waves);
    handlers.extend(incidents::handlers(&keyring, register, letters));
    handlers.extend(exchange::job_handlers(keyring, app.living.clone()));
    Runner::new(app.db.clone(), handlers)
}

/// Limits that hold before any of our code sees a request. HTTP/1.1 only, as proxies speak it: telling versions
/// apart has no time limit, and HTTP/2 none for headers.
fn bounded(server: Server<SocketAddr>) -> Server<SocketAddr> {
    let mut server = server.http1_only().first_request_timeout(HEADER_TIME);
    server
        .http_builder()
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LONGEST_HEAD);
    server
}

/// Brings the index up to date and then follows the feed; the service answers meanwhile that it is not ready.
async fn index(mut indexer: Indexer) {
    while let Err(error) = indexer
        .catch_up(&|done, of| tracing::info!(done, of, "indexing"))
        .await
    {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "the index is not ready"
        );
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    indexer.run().await;
}

async fn serve_metrics(listener: TcpListener, app: AppState) {
    let app = Arc::new(app);
    let router = axum::Router::new().route(
        "/metrics",
        axum::routing::get(move || async move { operations::rendered(&app.metrics, &app) }),
    );
    let served = match axum_server::from_tcp(listener) {
        Ok(server) => bounded(server).serve(router.into_make_service()).await,
        Err(error) => Err(error),
    };
    if let Err(error) = served {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "the metrics listener ended"
        );
    }
}

async fn stop_on_signal(handle: Handle<SocketAddr>) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    tracing::info!("stopping");
    handle.graceful_shutdown(Some(GRACE));
}
