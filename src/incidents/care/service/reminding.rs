//! A town is reminded of the reports the law asks for, and the desk knows it.

use serde_json::json;
use uuid::Uuid;
use web::letters::{HelpLetter, Until, help_letter};

use crate::access::{self, Role};
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::ids::{self, AccountId, IncidentId};
use crate::incidents::care::model::{Reminded, Reminder, ahead, is_duty};
use crate::incidents::care::store;
use crate::incidents::deadline::until;
use crate::incidents::deployments::ways_to_town;
use crate::incidents::model::Incident;
use crate::incidents::requests::Desk;
use crate::incidents::roster;
use crate::incidents::service::{Kit, clocks_of, link};
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, deliver, mail_accounts};
use crate::jobs::JobFailure;
use crate::notifications::{DeliveryState, Post, deliveries_of};

/// The kind of job that reminds a town, and why its message is sent.
pub(in crate::incidents) const CLOCK: &str = "help.clock";
/// Why the message to the desk is sent.
pub(in crate::incidents) const CLOCK_DESK: &str = "help.clock_desk";

/// Plans reminders of what runs, in the transaction that lets it run or moves it. What is planned already stays.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn plan_reminders(
    txn: &mut Txn,
    id: IncidentId,
) -> Result<(), StorageError> {
    let found = incidents::by_id(txn.connection(), id).await?;
    let Some(incident) = found.filter(is_duty) else {
        return Ok(());
    };
    let begun = incident.known_at();
    let clocks = clocks_of(txn.connection(), incident).await?;
    let running = clocks.iter().filter(|clock| clock.done.is_none());
    for clock in running {
        for (stage, remind_at) in ahead(begun, clock.due_at, txn.now()) {
            let reminder = Reminder {
                id: ids::ordered(txn.now()),
                incident: id,
                clock: clock.id,
                stage,
                due_at: clock.due_at,
                remind_at,
                reminded_at: None,
            };
            if store::plan(txn, &reminder).await? {
                txn.enqueue(Job {
                    kind: CLOCK,
                    key: format!("{CLOCK} {}", reminder.id),
                    subject: reminder.id,
                    run_at: remind_at,
                });
            }
        }
    }
    Ok(())
}

/// Reminds a town of a report, and tells whoever cares for its incident, as long as there is something to remind of.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn remind(
    desk: &Desk,
    post: &Post,
    id: Uuid,
) -> Result<(), JobFailure> {
    let Some((reminder, incident)) = needed(&desk.db, id).await? else {
        return Ok(());
    };
    note(&desk.db, &reminder).await?;
    let now = desk.db.clock().now();
    let left = (now < reminder.due_at).then(|| until(reminder.due_at, now));
    let town = tell_town(desk, post, (id, &incident), left.clone()).await;
    let office = tell_desk(desk, post, (id, &incident), left).await;
    town.and(office)
}

/// A reminder that still says something, with its incident.
async fn needed(db: &Db, id: Uuid) -> Result<Option<(Reminder, Incident)>, StorageError> {
    let Some(reminder) = store::reminder(db.reader(), id).await? else {
        return Ok(None);
    };
    let found = incidents::by_id(db.reader(), reminder.incident).await?;
    let Some(incident) = found else {
        return Ok(None);
    };
    let clocks = clocks_of(db.reader(), incident.clone()).await?;
    let is_needed = reminder.is_needed(&incident, &clocks);
    Ok(is_needed.then_some((reminder, incident)))
}

/// Notes once that the town is reminded, however often that is tried.
async fn note(db: &Db, reminder: &Reminder) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    if !store::set_reminded(&txn, reminder.id).await? {
        return Ok(txn.rollback().await?);
    }
    let (clock, stage): (&str, &str) = (reminder.clock.into(), reminder.stage.into());
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "incident.clock_reminded",
        subject: reminder.incident.to_string(),
        details: json!({ "report": clock, "stage": stage }),
    });
    // Since it was planned the town may have come into the scope of other reports.
    plan_reminders(&mut txn, reminder.incident).await?;
    txn.commit().await?;
    Ok(())
}

async fn tell_town(
    desk: &Desk,
    post: &Post,
    (id, incident): (Uuid, &Incident),
    left: Option<Until>,
) -> Result<(), JobFailure> {
    let Some(ways) = ways_to_town(desk, incident).await? else {
        return Ok(());
    };
    let is_followed = incident.is_followed(desk.db.clock().now());
    let page = if is_followed {
        let token = link(&desk.ring, incident.id);
        let token = token.map_err(|_| JobFailure::GiveUp("a key is missing"))?;
        format!("/hilfe/{}", token.reveal())
    } else {
        incident_page(incident.id)
    };
    let outgoing = Outgoing {
        subject: id,
        purpose: CLOCK,
        apart: 0,
        letter: help_letter(
            &post.sender,
            &HelpLetter::ClockRuns(left),
            incident.is_drill,
        ),
        link: Some(page),
        spoken: None,
    };
    deliver(&desk.db, post, &ways, outgoing).await?;
    Ok(())
}

/// By mail alone: nobody of the desk is woken by it. That one of them cannot be told keeps it from no other.
async fn tell_desk(
    desk: &Desk,
    post: &Post,
    (id, incident): (Uuid, &Incident),
    left: Option<Until>,
) -> Result<(), JobFailure> {
    let says = HelpLetter::TownReminded(left);
    let told = in_charge(&desk.db, incident).await?;
    mail_accounts(&desk.db, (&desk.ring, post), told, |account| Outgoing {
        subject: id,
        purpose: CLOCK_DESK,
        apart: account.0.as_u128(),
        letter: help_letter(&post.sender, &says, incident.is_drill),
        link: Some(incident_page(incident.id)),
        spoken: None,
    })
    .await
}

/// Who cares for it; where nobody does, who is on duty; where nobody is, all.
async fn in_charge(db: &Db, incident: &Incident) -> Result<Vec<AccountId>, StorageError> {
    let now = db.clock().now();
    let all = access::holders(db.reader(), (Role::Coordinator, None), now).await?;
    let taken = incident.taken.as_ref();
    let taken = taken.and_then(|taken| taken.by.parse::<AccountId>().ok());
    if let Some(account) = taken.filter(|account| all.contains(account)) {
        return Ok(vec![account]);
    }
    let (_, on_duty) = roster::watch(db.reader(), now).await?;
    let first = on_duty.accounts().next();
    Ok(first.map_or(all, |first| vec![first]))
}

fn incident_page(id: IncidentId) -> String {
    format!("/vorfaelle/{id}")
}

/// When the town of an incident was reminded of what, oldest first, and whether that arrived.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn reminded(
    kit: Kit<'_>,
    id: IncidentId,
) -> Result<Vec<Reminded>, StorageError> {
    let told = store::told(kit.db.reader(), id).await?;
    let subjects: Vec<_> = told.iter().map(|(reminder, _)| reminder.id).collect();
    let deliveries = deliveries_of(kit.db, &subjects).await?;
    let state = |id: Uuid| {
        let own = deliveries
            .iter()
            .filter(|one| one.subject == id && one.purpose == CLOCK);
        own.map(|one| one.state).max_by_key(|state| rank(*state))
    };
    let told = told.into_iter().map(|(reminder, at)| Reminded {
        clock: reminder.clock,
        at,
        state: state(reminder.id),
    });
    Ok(told.collect())
}

/// Of several ways that were tried the best one counts.
const fn rank(state: DeliveryState) -> u8 {
    match state {
        DeliveryState::Failed => 0,
        DeliveryState::Sent => 1,
        DeliveryState::Delivered => 2,
    }
}
