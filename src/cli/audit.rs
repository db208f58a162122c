//! `kataster audit …`: reads beside a running server.

use std::io::{BufWriter, Write};

use clap::Subcommand;
use serde_json::json;

use super::installation::Installation;
use super::{CliError, failed};
use crate::audit::{self, AuditRecord};
use crate::config::Settings;
use crate::db::Db;

/// Entries read at once.
const BATCH: u64 = 1_000;

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Recompute the chain from the first entry on
    Verify,
    /// Print all entries with their hashes, a JSON object a line
    Export,
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) async fn run(settings: Settings, command: AuditCommand) -> Result<(), CliError> {
    let installation = Installation::open_beside(&settings).await?;
    match command {
        AuditCommand::Verify => {
            let verified = audit::verify(&installation.db).await.map_err(failed)?;
            println!("the chain of {} entries is intact", verified.entries);
        }
        AuditCommand::Export => export(&installation.db).await?,
    }
    installation.db.close().await.map_err(failed)
}

async fn export(db: &Db) -> Result<(), CliError> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut last = 0;
    loop {
        let records = audit::export(db, last, BATCH).await.map_err(failed)?;
        let Some(newest) = records.last() else { break };
        last = newest.seq;
        for record in &records {
            writeln!(out, "{}", line(record)).map_err(failed)?;
        }
    }
    out.flush().map_err(failed)
}

fn line(record: &AuditRecord) -> serde_json::Value {
    let AuditRecord {
        seq,
        at,
        actor,
        action,
        subject,
        details,
        previous_hash,
        hash,
    } = record;
    json!({
        "seq": seq, "at": at, "actor": actor, "action": action, "subject": subject,
        "details": details, "previous_hash": previous_hash, "hash": hash,
    })
}
