//! Writing a demo.

use serde_json::json;

use super::credentials::{ACCOUNTS, Credentials, credentials, terms};
use super::entry::{Made, Maker};
use super::federation::{Employer, employers};
use super::offers::offers;
use super::{Plan, store};
use crate::access::{Grant, Role};
use crate::accounts::{self, AccountError, MalformedEmail, NewAccount};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, ChangeKind, Db, StorageError, Txn};
use crate::experts::{self, EntryKind, Grade, NewEntry};
use crate::organisations;
use crate::reference::Reference;
use crate::sealing::{DataKey, Keyring, SealError};
use crate::vetting;

/// Entries a transaction.
const ENTRIES_A_BATCH: usize = 2_000;
/// Entries without admission that wait for the vetters.
const OPEN_CASES: usize = 12;

/// Why a demo was not filled.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// An account was not made.
    #[error("a demo account cannot be made")]
    Account(#[from] AccountError),
    /// A demo address is none.
    #[error("a demo address is none")]
    Email(#[from] MalformedEmail),
}

impl From<sea_orm::DbErr> for DemoError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for DemoError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

/// Fills an empty database; whoever is told of progress hears how many entries there are.
///
/// # Errors
/// Storage failed; what was written is known to be half a demo.
pub async fn fill(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    plan: &Plan,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Credentials, DemoError> {
    let now = Instant::start_of(db.clock().now().date());
    let employers = employers(plan, reference, now);
    begin(db, plan, &employers).await?;
    let maker = Maker {
        plan,
        reference,
        employers: &employers,
        now,
    };
    let credentials = credentials(plan);
    let mut waiting = Vec::new();
    for first in (0..plan.experts).step_by(ENTRIES_A_BATCH) {
        let last = plan.experts.min(first + ENTRIES_A_BATCH);
        let mut entries = batch(maker, ring, first..last)?;
        if first == 0 {
            entries[0].entry.account = Some(credentials.accounts["expert"].id);
        }
        let unvetted = entries
            .iter()
            .filter(|new| new.entry.kind == EntryKind::Person && new.entry.admissions.is_empty());
        waiting.extend(
            unvetted
                .map(|new| new.entry.id)
                .take(OPEN_CASES.saturating_sub(waiting.len())),
        );
        let txn = db.begin().await?;
        experts::insert_all(&txn, &entries).await?;
        txn.commit().await?;
        progress(last);
    }
    let mut txn = db.begin().await?;
    for id in waiting {
        vetting::open(&mut txn, ring, id, Grade::Extended).await?;
    }
    people(&txn, ring, &credentials, &employers).await?;
    crate::offers::insert_all(&txn, offers(plan, &employers, now)).await?;
    store::set_mark(&txn, "filled", plan).await?;
    for employer in &employers {
        txn.changed(ChangeKind::Organisation, employer.rows.organisation.id.0);
    }
    record(&mut txn, "demo.filled", plan);
    txn.commit().await?;
    Ok(credentials)
}

async fn begin(db: &Db, plan: &Plan, employers: &[Employer]) -> Result<(), DemoError> {
    let mut txn = db.begin().await?;
    store::set_mark(&txn, "filling", plan).await?;
    organisations::insert_all(
        &txn,
        employers
            .iter()
            .map(|employer| employer.rows.clone())
            .collect(),
    )
    .await?;
    record(&mut txn, "demo.begun", plan);
    txn.commit().await?;
    Ok(())
}

/// Makes and seals entries on all cores; the order is that of their numbers.
fn batch(
    maker: Maker<'_>,
    ring: &Keyring,
    numbers: std::ops::Range<usize>,
) -> Result<Vec<NewEntry>, SealError> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = numbers.len().div_ceil(cores).max(1);
    let starts: Vec<usize> = numbers.clone().step_by(share).collect();
    std::thread::scope(|scope| {
        let workers: Vec<_> = starts
            .iter()
            .map(|start| {
                let mine = *start..numbers.end.min(start + share);
                scope.spawn(move || {
                    mine.map(|number| sealed(maker.make(number), ring))
                        .collect::<Result<Vec<_>, _>>()
                })
            })
            .collect();
        let made = workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or(Err(SealError::DoesNotOpen)));
        Ok(made
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    })
}

fn sealed(made: Made, ring: &Keyring) -> Result<NewEntry, SealError> {
    let Made { entry, identity } = made;
    let seal = |identity: experts::Identity| {
        let key = DataKey::random();
        Ok::<_, SealError>((key.wrap(ring, entry.id.0)?, identity.seal(&key, entry.id)?))
    };
    let sealed = identity.map(seal).transpose()?;
    Ok(NewEntry { entry, sealed })
}

/// Accounts and tokens: the first organisation is the manager's, the last the requester's.
async fn people(
    txn: &Txn,
    ring: &Keyring,
    credentials: &Credentials,
    employers: &[Employer],
) -> Result<(), DemoError> {
    let ids = (employers.first(), employers.last());
    for (name, role) in ACCOUNTS {
        let account = &credentials.accounts[name];
        let organisation = match role {
            Role::Expert | Role::MemberManager => ids.0,
            Role::Requester => ids.1,
            Role::Vetter | Role::Coordinator | Role::Admin | Role::Auditor | Role::LandLiaison => {
                None
            }
        };
        let grant = Grant {
            role,
            organisation: organisation.map(|employer| employer.rows.organisation.id),
        };
        let new = NewAccount {
            id: account.id,
            email: account.email.parse()?,
            password: Some(account.password.clone()),
            grants: vec![grant],
        };
        accounts::insert(txn, new.seal(ring)?).await?;
        accounts::insert_token(txn, account.id, &account.bearer, &terms()).await?;
    }
    Ok(())
}

fn record(txn: &mut Txn, action: &'static str, plan: &Plan) {
    let details = json!({ "experts": plan.experts, "seed": plan.seed });
    txn.audit(AuditEntry {
        actor: Actor::Operator,
        action,
        subject: "demo".to_owned(),
        details,
    });
}
