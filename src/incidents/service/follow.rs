//! What whoever asked sees, by their link.

use super::IncidentError;
use super::report::Kit;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::Db;
use crate::emergency::{self, CallWords};
use crate::ids::IncidentId;
use crate::incidents::model::{Incident, IncidentState, Particulars, Wait};
use crate::incidents::{requests, roster, store};

/// An incident as whoever asked follows it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Followed {
    pub(in crate::incidents) incident: Incident,
    /// What they said.
    pub(in crate::incidents) particulars: Option<Particulars>,
    /// The words of the call back.
    pub(in crate::incidents) words: Option<CallWords>,
    /// Whether somebody is on duty.
    pub(in crate::incidents) desk: roster::Desk,
    /// Whether people are asked, or were.
    pub(in crate::incidents) is_sought: bool,
}

/// The incident a link opens.
///
/// # Errors
/// The link opens none any more, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn follow(
    kit: Kit<'_>,
    link: &Secret,
) -> Result<Followed, IncidentError> {
    let (db, now) = (kit.db.reader(), kit.db.clock().now());
    let found = store::of_link(db, &link.hash(), now).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    Ok(Followed {
        particulars: store::particulars(db, kit.ring, incident.id).await?,
        words: emergency::arranged(kit.db, kit.ring, incident.id.0).await?,
        desk: roster::desk(kit.db).await?,
        is_sought: requests::has_begun(kit.db, incident.id).await?,
        incident,
    })
}

/// A place that is in no list, as it was typed.
///
/// # Errors
/// It does not open, or storage failed.
pub(in crate::incidents) async fn place_said(
    kit: Kit<'_>,
    incident: &Incident,
) -> Result<Option<String>, IncidentError> {
    if incident.place.is_some() {
        return Ok(None);
    }
    let particulars = store::particulars(kit.db.reader(), kit.ring, incident.id).await?;
    Ok(particulars.and_then(|particulars| particulars.place_said))
}

/// What whoever calls back says first; none once that proves nothing any more.
///
/// # Errors
/// The words do not open, or storage failed.
pub(in crate::incidents) async fn caller_word(
    kit: Kit<'_>,
    id: IncidentId,
) -> Result<Option<String>, IncidentError> {
    let words = emergency::arranged_to_call(kit.db, kit.ring, id.0).await?;
    Ok(words.map(|words| words.caller.reveal().to_owned()))
}

/// What a page shows now, in short: another one when anything on it changed.
///
/// # Errors
/// The link opens none any more, or storage failed.
pub(in crate::incidents) async fn stand(
    kit: Kit<'_>,
    link: &Secret,
) -> Result<String, IncidentError> {
    let now = kit.db.clock().now();
    let found = store::of_link(kit.db.reader(), &link.hash(), now).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    stand_of(kit.db, &incident).await
}

/// The same of an incident at hand. Before it is verified it says nothing of anybody who is asked.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn stand_of(
    db: &Db,
    incident: &Incident,
) -> Result<String, IncidentError> {
    let now = db.clock().now();
    let wait = wait_number(incident, now, roster::desk(db).await?);
    let asked = if incident.verified.is_some() {
        requests::stand(db, (incident.id, now)).await?
    } else {
        String::new()
    };
    Ok(format!("{}.{wait}{asked}", incident.version))
}

/// What whoever waits is told, as a number; that of a promise once nobody waits.
fn wait_number(incident: &Incident, now: Instant, desk: roster::Desk) -> u8 {
    if incident.state() != IncidentState::Unverified {
        return 0;
    }
    match incident.wait(now, desk) {
        Wait::CallUntil(_) => 0,
        Wait::LeftAlone => 1,
        Wait::NobodyOnDuty => 2,
    }
}
