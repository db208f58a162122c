//! `kataster admin affected`: for the day an account, a key or a session falls into wrong hands.

use std::io::{BufWriter, Write};
use std::str::FromStr;

use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};
use crate::clock::Instant;
use crate::ids::{AccountId, SessionId, TokenId};
use crate::privacy::{self, Affected, Suspect, Window};

/// A day in Berlin, or an instant.
#[derive(Clone, Copy, Debug)]
enum Moment {
    Day(NaiveDate),
    Instant(Instant),
}

/// The text is neither.
#[derive(Debug, thiserror::Error)]
#[error("expected a day as 2026-12-01 or an instant as 2026-12-01T08:00:00Z")]
struct MalformedMoment;

impl FromStr for Moment {
    type Err = MalformedMoment;

    fn from_str(text: &str) -> Result<Self, MalformedMoment> {
        if let Ok(day) = text.parse() {
            return Ok(Self::Day(day));
        }
        serde_json::from_value(json!(text))
            .map(Self::Instant)
            .map_err(|_| MalformedMoment)
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct AffectedFlags {
    /// From this day or instant
    #[arg(long, value_name = "WHEN")]
    from: Moment,
    /// Until the end of this day, or this instant
    #[arg(long, value_name = "WHEN")]
    until: Moment,
    /// By this account only: acc_…
    #[arg(long, value_name = "ID", group = "suspect")]
    account: Option<AccountId>,
    /// By this access key only: tok_…
    #[arg(long, value_name = "ID", group = "suspect")]
    token: Option<TokenId>,
    /// By this session only: ses_…
    #[arg(long, value_name = "ID", group = "suspect")]
    session: Option<SessionId>,
    /// Print a JSON object a line
    #[arg(long)]
    json: bool,
}

/// One line a person: id, alias, how the data could have been read.
pub(super) async fn run(installation: &Installation, flags: AffectedFlags) -> Result<(), CliError> {
    let account = flags.account.map(Suspect::Account);
    let token = flags.token.map(Suspect::Token);
    let session = flags.session.map(Suspect::Session);
    let suspect = account.or(token).or(session).unwrap_or(Suspect::Anybody);
    let window = Window {
        from: match flags.from {
            Moment::Day(day) => Instant::start_of(day),
            Moment::Instant(at) => at,
        },
        until: match flags.until {
            Moment::Day(day) => Instant::end_of(day),
            Moment::Instant(at) => at,
        },
    };
    let affected = privacy::affected(&installation.db, suspect, window)
        .await
        .map_err(failed)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for person in &affected {
        writeln!(out, "{}", line(person, flags.json)).map_err(failed)?;
    }
    out.flush().map_err(failed)
}

fn line(person: &Affected, is_json: bool) -> String {
    let Affected {
        expert,
        alias,
        bases,
    } = person;
    let bases: Vec<&str> = bases.iter().map(|basis| (*basis).into()).collect();
    if is_json {
        return json!({ "expert": expert, "alias": alias, "by": bases }).to_string();
    }
    format!("{expert} {alias} {}", bases.join(","))
}
