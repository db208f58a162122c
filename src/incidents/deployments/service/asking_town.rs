//! A town is told that somebody waits for its acceptance.

use web::letters::{HelpLetter, help_letter};

use crate::db::{Job, StorageError, Txn};
use crate::experts::Way;
use crate::ids::IncidentId;
use crate::incidents::model::{IncidentState, Particulars};
use crate::incidents::requests::Desk;
use crate::incidents::service::link;
use crate::incidents::store;
use crate::incidents::telling::{Outgoing, deliver};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that tells a town.
pub(in crate::incidents) const TOWN_ASKED: &str = "help.town";

/// Seconds between two messages to a town: whoever waits within them is told of together.
const QUIET: i64 = 10 * 60;

/// Plans to tell the town of an incident, in the transaction by which somebody begins to wait.
pub(super) async fn tell_town(txn: &mut Txn, id: IncidentId) -> Result<(), StorageError> {
    if let Some(run_at) = store::tell_town_at(txn, id, QUIET).await? {
        txn.enqueue(Job {
            kind: TOWN_ASKED,
            key: format!("{TOWN_ASKED} {id} {}", run_at.as_micros()),
            subject: id.0,
            run_at,
        });
    }
    Ok(())
}

/// Tells a town, as long as somebody waits, with the link of its status page.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_town_asked(
    desk: &Desk,
    post: &Post,
    id: IncidentId,
) -> Result<(), JobFailure> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let incident = store::by_id(db, id).await?;
    let Some(incident) = incident.filter(|found| found.state() == IncidentState::Verified) else {
        return Ok(());
    };
    let is_awaited = store::is_town_awaited(db, (id, now)).await;
    if !is_awaited.map_err(StorageError::from)? {
        return Ok(());
    }
    let Some(particulars) = store::particulars(db, &desk.ring, id).await? else {
        return Ok(());
    };
    let told_at = store::town_told_at(db, id).await;
    let told_at = told_at.map_err(StorageError::from)?;
    let link = link(&desk.ring, id).map_err(|_| JobFailure::GiveUp("a key is missing"))?;
    let outgoing = Outgoing {
        subject: id.0,
        purpose: TOWN_ASKED,
        // Each of them is one of its own.
        apart: told_at.map_or(0, |at| at.as_micros().unsigned_abs().into()),
        letter: help_letter(&post.sender, &HelpLetter::TownAsked, incident.is_drill),
        link: Some(format!("/hilfe/{}", link.reveal())),
        spoken: None,
    };
    deliver(&desk.db, post, (&ways(particulars), &[]), outgoing).await?;
    Ok(())
}

/// The telephone first, unless it takes no texts: then a mail comes before a call.
fn ways(particulars: Particulars) -> Vec<Way> {
    let Particulars { phone, email, .. } = particulars;
    let mail = email.map(Way::Mail);
    let all = if takes_texts(&phone) {
        [Some(Way::Mobile(phone)), mail]
    } else {
        [mail, Some(Way::Phone(phone))]
    };
    all.into_iter().flatten().collect()
}

/// Whether a number is a mobile telephone in Germany, or abroad, where nobody can tell.
fn takes_texts(phone: &str) -> bool {
    let mobile = ["+4915", "+4916", "+4917"];
    !phone.starts_with("+49") || mobile.iter().any(|begin| phone.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_on_a_desk_is_rung_and_not_written_to() {
        assert!(takes_texts("+491719998887"));
        assert!(takes_texts("+436641234567"));
        assert!(!takes_texts("+493496123456"));
    }
}
