//! Reading and writing sheets.

use serde_json::json;

use super::basis::borne_by;
use super::proposing::unwritten;
use super::quoting::say_if_estimated;
use super::telling::tell;
use super::{CostError, Seen};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::db::{AuditEntry, Txn};
use crate::http::IfMatch;
use crate::incidents::costs::model::{
    Borne, CostKind, Costs, PlainLine, Sheet, SheetState, Stage, Step, Vat,
};
use crate::incidents::costs::store;
use crate::incidents::deployments::{self, Deployment, Part};
use crate::incidents::requests;
use crate::incidents::service::Kit;
use crate::input::FieldError;

/// Lines that are to be written, or written and sent.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct NewSheet {
    pub(in crate::incidents) kind: CostKind,
    pub(in crate::incidents) lines: Vec<PlainLine>,
    pub(in crate::incidents) vat: Option<Vat>,
    /// They go to the town at once.
    pub(in crate::incidents) is_sent: bool,
    /// The version that was read; 0 of a proposal.
    pub(in crate::incidents) read: IfMatch,
}

/// What is known of the costs of a deployment.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Costing {
    pub(in crate::incidents) borne: Borne,
    pub(in crate::incidents) estimate: Option<Sheet>,
    pub(in crate::incidents) actual: Option<Sheet>,
    /// Of what the caller sees, what is being written anew: nobody decides about it as it was.
    pub(in crate::incidents) rewritten: Vec<Stage>,
}

/// Who writes a sheet.
pub(super) const fn writers(stage: Stage) -> &'static [Part] {
    match stage {
        Stage::Estimate => &[Part::Employer, Part::Coordinator],
        Stage::Actual => &[Part::Employer],
    }
}

/// Whether a deployment stands so that a sheet is written of it: an estimate before and while, the costs once it began.
pub(super) fn is_time_for(deployment: &Deployment, stage: Stage) -> bool {
    match stage {
        Stage::Estimate => deployment.is_pending() || deployment.state.is_committed(),
        Stage::Actual => deployment.state.was_begun(),
    }
}

/// Whether the caller writes such a sheet at all.
pub(in crate::incidents) fn is_writer(seen: &Seen, stage: Stage) -> bool {
    seen.takes(writers(stage))
}

/// Whether the caller can write it now in this kind, of the one there is.
pub(in crate::incidents) fn is_writable(
    seen: &Seen,
    (stage, kind): (Stage, CostKind),
    sheet: Option<&Sheet>,
) -> bool {
    let stands = sheet.and_then(|sheet| sheet.stands(kind));
    is_writer(seen, stage)
        && is_time_for(&seen.deployment, stage)
        && Step::Write.after(stage, stands).is_some()
}

/// Both sheets, as far as the caller may see them.
///
/// # Errors
/// It costs nothing, not for the caller, or storage failed.
pub(in crate::incidents) async fn costs(kit: Kit<'_>, seen: &Seen) -> Result<Costing, CostError> {
    seen.must_take(&[Part::Town, Part::Employer, Part::Coordinator])?;
    let (db, id) = (kit.db.reader(), seen.deployment.id);
    let borne = borne_by(db, &seen.deployment).await?;
    let estimate = found(kit, seen, (Stage::Estimate, borne)).await?;
    let actual = found(kit, seen, (Stage::Actual, borne)).await?;
    let mut rewritten = Vec::new();
    for sheet in estimate.iter().chain(&actual) {
        let newest = store::latest(db, kit.ring, (id, sheet.stage)).await?;
        if newest.is_some_and(|newest| newest.version > sheet.version) {
            rewritten.push(sheet.stage);
        }
    }
    Ok(Costing {
        borne,
        estimate,
        actual,
        rewritten,
    })
}

/// A sheet: its newest version, for the town the newest it may see. Whoever is to write it finds a proposal where there
/// is none.
///
/// # Errors
/// There is none, it costs nothing, not for the caller, or storage failed.
pub(in crate::incidents) async fn sheet(
    kit: Kit<'_>,
    seen: &Seen,
    stage: Stage,
) -> Result<Sheet, CostError> {
    Ok(sheet_and_kind(kit, seen, stage).await?.0)
}

/// The sheet as whoever writes it finds it: one of another kind than the deployment bears now begins anew, in its place.
///
/// # Errors
/// There is none, it costs nothing, not for the caller, or storage failed.
pub(in crate::incidents) async fn sheet_to_write(
    kit: Kit<'_>,
    seen: &Seen,
    stage: Stage,
) -> Result<Sheet, CostError> {
    let (found, kind) = sheet_and_kind(kit, seen, stage).await?;
    if found.costs.kind() == kind {
        return Ok(found);
    }
    Ok(Sheet {
        state: found.stands(kind).unwrap_or(SheetState::Draft),
        costs: unwritten(kit, &seen.deployment, (stage, kind)).await?,
        ..found
    })
}

/// A sheet, and the kind the deployment bears now.
async fn sheet_and_kind(
    kit: Kit<'_>,
    seen: &Seen,
    stage: Stage,
) -> Result<(Sheet, CostKind), CostError> {
    seen.must_take(&[Part::Town, Part::Employer, Part::Coordinator])?;
    let borne = borne_by(kit.db.reader(), &seen.deployment).await?;
    if let Some(sheet) = found(kit, seen, (stage, borne)).await? {
        return Ok((sheet, borne.kind));
    }
    if !is_writer(seen, stage) || !is_time_for(&seen.deployment, stage) {
        return Err(CostError::NotFound);
    }
    let proposed = Sheet {
        deployment: seen.deployment.id,
        stage,
        state: SheetState::Draft,
        costs: unwritten(kit, &seen.deployment, (stage, borne.kind)).await?,
        is_amtshilfe: borne.is_amtshilfe,
        query: None,
        at: kit.db.clock().now(),
        by: String::new(),
        written_by: String::new(),
        version: 0,
    };
    Ok((proposed, borne.kind))
}

async fn found(
    kit: Kit<'_>,
    seen: &Seen,
    (stage, borne): (Stage, Borne),
) -> Result<Option<Sheet>, CostError> {
    let (db, of) = (kit.db.reader(), (seen.deployment.id, stage));
    let found = if seen.takes(&[Part::Employer, Part::Coordinator]) {
        store::latest(db, kit.ring, of).await?
    } else {
        store::latest_shown(db, kit.ring, of).await?
    };
    Ok(found.map(|sheet| Sheet {
        is_amtshilfe: borne.is_amtshilfe,
        ..sheet
    }))
}

/// Writes a sheet anew, and sends it where that is asked for.
///
/// # Errors
/// Not for the caller, costs nothing, of the other kind, not valid, not now, another version, or storage failed.
pub(in crate::incidents) async fn write(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (seen, stage): (&Seen, Stage),
    new: NewSheet,
) -> Result<(Sheet, i64), CostError> {
    seen.must_take(writers(stage))?;
    let txn = kit.db.begin().await?;
    let deployment = held(&txn, &seen.deployment).await?;
    let borne = borne_by(txn.connection(), &deployment).await?;
    if !is_time_for(&deployment, stage) {
        return Err(CostError::NotYet);
    }
    let costs = checked(borne.kind, new.lines, (new.kind, new.vat))?;
    let before = store::latest(txn.connection(), kit.ring, (deployment.id, stage)).await?;
    let version = before.as_ref().map_or(0, |sheet| sheet.version);
    new.read.check(version).map_err(CostError::Version)?;
    let step = if new.is_sent { Step::Send } else { Step::Write };
    if new.is_sent && costs.lines().is_empty() && stage == Stage::Actual {
        let detail = "state what it cost, or leave it a draft";
        let error = FieldError::new("/lines", "required", detail);
        return Err(CostError::Invalid(vec![error]));
    }
    let stands = before.and_then(|sheet| sheet.stands(borne.kind));
    let next = step.after(stage, stands);
    let by = permit.actor().to_string();
    let sheet = Sheet {
        deployment: deployment.id,
        stage,
        state: next.ok_or(CostError::Fixed)?,
        costs,
        is_amtshilfe: borne.is_amtshilfe,
        query: None,
        at: txn.now(),
        by: by.clone(),
        written_by: by,
        version: version + 1,
    };
    say_if_estimated(&txn, (&deployment, seen), sheet.state).await?;
    let generation = keep(kit, txn, permit, (&deployment, &sheet, step)).await?;
    Ok((sheet, generation))
}

/// The lines, of the kind the deployment bears and no other.
fn checked(
    kind: CostKind,
    lines: Vec<PlainLine>,
    (given, vat): (CostKind, Option<Vat>),
) -> Result<Costs, CostError> {
    if given != kind {
        let detail = match kind {
            CostKind::Reimbursement => "only what it costs besides is paid",
            CostKind::Fee => "this is paid by an agreed fee",
        };
        let error = FieldError::new("/kind", "basis", detail);
        return Err(CostError::Invalid(vec![error]));
    }
    Costs::of(kind, lines, vat).map_err(CostError::Invalid)
}

/// The deployment as it stands while its request is held.
pub(super) async fn held(txn: &Txn, read: &Deployment) -> Result<Deployment, CostError> {
    let request = requests::hold(txn, read.request).await?;
    request.ok_or(CostError::NotFound)?;
    let deployment = deployments::by_id(txn.connection(), read.id).await?;
    deployment.ok_or(CostError::NotFound)
}

/// Adds the version, tells whoever it waits for, and says so in the record: ids and states, never sums.
pub(super) async fn keep(
    kit: Kit<'_>,
    mut txn: Txn,
    permit: &Permit<RunDeployment>,
    (deployment, sheet, step): (&Deployment, &Sheet, Step),
) -> Result<i64, CostError> {
    if !store::add(&txn, kit.ring, (deployment.incident, sheet)).await? {
        return Err(CostError::Forgotten);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: step.action(sheet.stage),
        subject: deployment.id.to_string(),
        details: json!({ "version": sheet.version }),
    });
    tell(&mut txn, sheet);
    Ok(txn.commit().await?.generation)
}
