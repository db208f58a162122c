//! What becomes of a sheet once it was written.

use super::basis::borne_by;
use super::sheets::{held, keep, writers};
use super::{CostError, Seen};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::db::Actor;
use crate::http::IfMatch;
use crate::incidents::costs::model::{CostKind, Sheet, Stage, Step};
use crate::incidents::costs::store;
use crate::incidents::deployments::Part;
use crate::incidents::service::Kit;

/// Who does it: the town decides, and the desk says what a town said on the phone; both sides know of a payment.
const fn doers(stage: Stage, step: Step) -> &'static [Part] {
    match step {
        Step::Write | Step::Send | Step::Submit => writers(stage),
        Step::Agree | Step::Decline | Step::Accept | Step::Query => {
            &[Part::Town, Part::Coordinator]
        }
        Step::Settle => &[Part::Town, Part::Employer],
    }
}

/// Whether it is a decision about what somebody else wrote.
const fn is_decision(step: Step) -> bool {
    match step {
        Step::Agree | Step::Decline | Step::Accept | Step::Query => true,
        Step::Write | Step::Send | Step::Submit | Step::Settle => false,
    }
}

/// Goes on with a sheet as it was written: with the version that was read, and no other.
///
/// # Errors
/// There is none, not for the caller, not now, another version, of the other kind, or storage failed.
pub(in crate::incidents) async fn advance(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (seen, stage): (&Seen, Stage),
    (step, query): (Step, Option<String>),
    read: IfMatch,
) -> Result<(Sheet, i64), CostError> {
    seen.must_take(doers(stage, step))?;
    let txn = kit.db.begin().await?;
    let deployment = held(&txn, &seen.deployment).await?;
    let of = (deployment.id, stage);
    let before = store::latest(txn.connection(), kit.ring, of).await?;
    let before = before.ok_or(CostError::NotFound)?;
    let is_theirs = seen.takes(&[Part::Employer, Part::Coordinator]);
    if !is_theirs && !before.state.is_shown_to_town() {
        // The town knows of no draft, but of what it was shown before: that is written anew.
        let shown = store::latest_shown(txn.connection(), kit.ring, of).await?;
        let shown = shown.ok_or(CostError::NotFound)?;
        read.check(shown.version).map_err(CostError::Version)?;
        return Err(CostError::NotNow);
    }
    read.check(before.version).map_err(CostError::Version)?;
    let next = step.after(stage, Some(before.state));
    let next = next.ok_or(CostError::NotNow)?;
    let borne = borne_by(txn.connection(), &deployment).await?;
    if step.asks_for_its_kind() && before.costs.kind() != borne.kind {
        return Err(CostError::OtherKind);
    }
    let by = permit.actor().to_string();
    if is_decision(step) && by == before.written_by {
        return Err(CostError::OwnWord);
    }
    let sheet = Sheet {
        state: next,
        is_amtshilfe: borne.is_amtshilfe,
        query: query.or_else(|| before.query.clone()),
        at: txn.now(),
        by,
        version: before.version + 1,
        ..before
    };
    let generation = keep(kit, txn, permit, (&deployment, &sheet, step)).await?;
    Ok((sheet, generation))
}

/// What the caller can do next with a sheet besides writing it, where the deployment bears this kind.
pub(in crate::incidents) fn open_steps(
    seen: &Seen,
    (sheet, kind): (&Sheet, CostKind),
    by: Actor,
) -> Vec<Step> {
    let is_of_its_kind = sheet.costs.kind() == kind;
    let is_own = by.to_string() == sheet.written_by;
    let all = [
        Step::Agree,
        Step::Decline,
        Step::Submit,
        Step::Accept,
        Step::Query,
        Step::Settle,
    ];
    let open = all.into_iter().filter(|step| {
        let is_next = step.after(sheet.stage, Some(sheet.state)).is_some();
        let is_theirs = seen.takes(doers(sheet.stage, *step));
        let fits = is_of_its_kind || !step.asks_for_its_kind();
        fits && is_next && is_theirs && !(is_own && is_decision(*step))
    });
    open.collect()
}
