//! `kataster demo`: fills an empty data folder with a fictional federation, then serves it.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use clap::Args;
use serde_json::json;

use super::folder::DataFolder;
use super::installation::Installation;
use super::progress::Progress;
use super::{CliError, failed, start};
use crate::clock::Instant;
use crate::config::Settings;
use crate::demo::{self, Credentials, DemoState, Plan};
use crate::site::{SecurityContact, Site};

/// A demo shows more than a day's real allowance.
const CARDS_A_DAY: i32 = 10_000;
const PLACES_A_DAY: i32 = 1_000;
/// For so long from each start the example of a security contact holds.
const CONTACT_DAYS: i64 = 180;
const EXPORTS_A_DAY: i32 = 1_000;
/// Name of the file with accounts, passwords and tokens.
const CREDENTIALS: &str = "demo-credentials.json";

#[derive(Clone, Debug, Args)]
pub(super) struct DemoFlags {
    /// How many fictional experts
    #[arg(long, default_value_t = 600, value_parser = clap::value_parser!(u32).range(60..=1_000_000))]
    experts: u32,
    /// The same seed makes the same federation
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    pub(super) listen: Option<String>,
    /// Print one line of JSON without secrets instead of a table
    #[arg(long)]
    json: bool,
}

/// The data folder is not this demo's.
#[derive(Debug, thiserror::Error)]
#[error(
    "the data folder holds something else than the demo with {0} experts and seed {1}; nothing was changed"
)]
struct Foreign(usize, u64);

pub(super) async fn run(mut settings: Settings, flags: DemoFlags) -> Result<(), CliError> {
    settings.check_listener()?;
    (settings.cards_a_day, settings.places_a_day) = (CARDS_A_DAY, PLACES_A_DAY);
    settings.exports_a_day = EXPORTS_A_DAY;
    settings.drop_folder = true;
    let plan = Plan {
        experts: flags.experts as usize,
        seed: flags.seed,
    };
    let folder = DataFolder::lock(&settings.data).map_err(failed)?;
    let listener = start::listen(settings.listen)?;
    start::start_log(&settings);
    let installation = Installation::open(&settings).await?;
    let credentials = ready(&installation, plan).await?;
    let base_url = settings.base_url();
    let file = folder.path().join(CREDENTIALS);
    write_private(&file, &credentials.to_json(&base_url).to_string()).map_err(failed)?;
    announce(&flags, &base_url, &credentials, &file);
    let set = settings.site();
    let site = Site {
        is_demo: true,
        second_factor_required: false,
        security_contact: set
            .security_contact
            .clone()
            .or_else(|| example(installation.db.clock().now())),
        privacy: demo::privacy(),
        ..set
    };
    start::serve(&settings, site, (&folder, listener), installation).await
}

/// Fills the installation unless it is filled already.
async fn ready(installation: &Installation, plan: Plan) -> Result<Credentials, CliError> {
    let Installation {
        db,
        keyring,
        reference,
    } = installation;
    match demo::state(db).await.map_err(failed)? {
        DemoState::Filled(filled) if filled == plan => return Ok(demo::credentials(&plan)),
        DemoState::Filling(half) if half == plan => demo::wipe(db).await.map_err(failed)?,
        DemoState::Empty => {}
        DemoState::Filled(_) | DemoState::Filling(_) | DemoState::Foreign => {
            return Err(failed(Foreign(plan.experts, plan.seed)));
        }
    }
    let progress = Progress::new("filling");
    let filled = demo::fill(db, (reference, keyring), &plan, &|done| {
        progress.show(done, plan.experts);
    })
    .await;
    progress.finish();
    filled.map_err(failed)
}

/// A contact that shows what one looks like, and goes nowhere.
fn example(now: Instant) -> Option<SecurityContact> {
    let address = "mailto:sicherheit@example.org".to_owned();
    Some(SecurityContact {
        contact: vec![address.try_into().ok()?],
        expires: now.plus_days(CONTACT_DAYS).date(),
        policy: None,
        encryption: None,
    })
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = std::fs::File::options()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
fn announce(flags: &DemoFlags, base_url: &str, credentials: &Credentials, file: &Path) {
    if flags.json {
        let line = json!({ "base_url": base_url, "experts": flags.experts, "seed": flags.seed, "credentials": file });
        println!("{line}");
        return;
    }
    println!(
        "Kataster demo: {} fictional experts, seed {}",
        flags.experts, flags.seed
    );
    println!("  Pages      {base_url}/");
    println!("  API        {base_url}/api/v1");
    println!("  Document   {base_url}/api/docs/");
    println!("  Accounts   {}", file.display());
    for (role, account) in &credentials.accounts {
        println!("  {role:<15} {:<34} {}", account.email, account.password);
    }
}
