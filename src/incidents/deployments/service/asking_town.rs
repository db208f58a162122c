//! A town is told that somebody waits for its acceptance.

use web::letters::{HelpLetter, help_letter};

use crate::db::{Job, StorageError, Txn};
use crate::experts::Way;
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::model::{Doubt, Incident, IncidentState, Particulars};
use crate::incidents::requests::Desk;
use crate::incidents::service::link;
use crate::incidents::store;
use crate::incidents::telling::{Outgoing, deliver};
use crate::jobs::JobFailure;
use crate::notifications::Post;
use crate::phone::takes_texts;

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
    let waiting = store::waiting_for_town(db, (id, now)).await;
    let waiting = waiting.map_err(StorageError::from)?;
    if waiting.is_empty() {
        return Ok(());
    }
    let Some(ways) = ways_to_town(desk, &incident).await? else {
        return Ok(());
    };
    let link = link(&desk.ring, id).map_err(|_| JobFailure::GiveUp("a key is missing"))?;
    let outgoing = Outgoing {
        subject: id.0,
        purpose: TOWN_ASKED,
        apart: told_of(&waiting),
        letter: help_letter(&post.sender, &HelpLetter::TownAsked, incident.is_drill),
        link: Some(format!("/hilfe/{}", link.reveal())),
        spoken: None,
    };
    deliver(&desk.db, post, &ways, outgoing).await?;
    Ok(())
}

/// Tells a message apart by whom it is about, whenever it goes out: of whoever waits the town is told once, and anew as
/// soon as somebody else does.
fn told_of(waiting: &[DeploymentId]) -> u128 {
    waiting.iter().fold(0, |told, id| told ^ id.0.as_u128())
}

/// By which ways a town is told: those by which it asked for help; none once they were forgotten.
///
/// # Errors
/// They do not open, or storage failed.
pub(in crate::incidents) async fn ways_to_town(
    desk: &Desk,
    incident: &Incident,
) -> Result<Option<Vec<Way>>, StorageError> {
    let known = store::particulars(desk.db.reader(), &desk.ring, incident.id).await?;
    Ok(known.map(|particulars| ways(particulars, &incident.doubts)))
}

/// The telephone first, unless it takes no texts: then a mail comes before a call. Nothing goes to a mailbox of the
/// house, which may be dead or read by others.
fn ways(particulars: Particulars, doubts: &[Doubt]) -> Vec<Way> {
    let Particulars { phone, email, .. } = particulars;
    let email = email.filter(|_| !doubts.contains(&Doubt::OwnMail));
    let mail = email.map(Way::Mail);
    let all = if takes_texts(&phone) {
        [Some(Way::Mobile(phone)), mail]
    } else {
        [mail, Some(Way::Phone(phone))]
    };
    all.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn names(phone: &str, doubts: &[Doubt]) -> Vec<&'static str> {
        let particulars = Particulars {
            phone: phone.to_owned(),
            email: Some("rathaus@stadt.example".to_owned()),
            name: String::new(),
            measures: String::new(),
            place_said: None,
            vouched: None,
            insurer: None,
            contracts: String::new(),
        };
        let ways = ways(particulars, doubts).into_iter();
        ways.map(|way| match way {
            Way::Mobile(_) => "mobile",
            Way::Phone(_) => "phone",
            Way::Mail(_) => "mail",
        })
        .collect()
    }

    #[test]
    fn a_telephone_on_a_desk_is_rung_and_not_written_to() {
        assert_eq!(names("+491719998887", &[]), ["mobile", "mail"]);
        assert_eq!(
            names("+493496123456", &[Doubt::Landline]),
            ["mail", "phone"]
        );
    }

    #[test]
    fn no_mailbox_of_the_house_gets_the_link() {
        let both = [Doubt::Landline, Doubt::OwnMail];

        assert_eq!(names("+491719998887", &[Doubt::OwnMail]), ["mobile"]);
        assert_eq!(names("+493496123456", &both), ["phone"]);
    }

    #[test]
    fn a_message_is_another_one_once_somebody_else_waits() {
        let [first, second] = [1, 2].map(|id| DeploymentId(Uuid::from_u128(id)));

        assert_ne!(told_of(&[first]), told_of(&[first, second]));
        assert_eq!(told_of(&[second, first]), told_of(&[first, second]));
    }
}
