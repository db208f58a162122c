//! What managers do: invite, send again, withdraw.

use serde_json::json;

use super::model::{HOLDS_DAYS, Invitation, Invitee, KEPT_DAYS, MOST_A_DAY, MOST_AT_ONCE};
use super::store::{self, NewInvitation};
use super::{INVITATION, InviteError};
use crate::access::Permit;
use crate::access::action::InviteExperts;
use crate::accounts::{self, EmailAddress};
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::experts::{self, Entry, EntryKind};
use crate::ids::{self, InvitationId, OrganisationId};
use crate::organisations;
use crate::sealing::Keyring;

/// An invitation nobody took yet, as the managers see it.
#[derive(Clone, Debug)]
pub struct Open {
    /// The invitation.
    pub invitation: Invitation,
    /// The public name of the entry it is for.
    pub alias: Option<String>,
    /// The address, where it is for no entry: a manager wrote it.
    pub email: Option<String>,
}

/// The invitations of an organisation nobody took yet, the newest first.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn list(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<InviteExperts>,
    organisation: OrganisationId,
) -> Result<Vec<Open>, InviteError> {
    covered(permit, organisation)?;
    let mut open = Vec::new();
    for row in store::open_of(db.reader(), organisation).await? {
        let entry = match row.expert_id {
            Some(id) => experts::load(db.reader(), &[id]).await?.pop(),
            None => None,
        };
        let email = match row.expert_id {
            Some(_) => None,
            None => store::email(db.reader(), ring, &row).await?,
        };
        open.push(Open {
            invitation: store::model(&row),
            alias: entry.map(|entry| entry.alias),
            email,
        });
    }
    Ok(open)
}

/// The persons of an organisation who have no account and no open invitation, by their public names.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn candidates(
    db: &Db,
    permit: &Permit<InviteExperts>,
    organisation: OrganisationId,
) -> Result<Vec<Entry>, InviteError> {
    covered(permit, organisation)?;
    let invited = store::invited(db.reader(), organisation).await?;
    let ids = experts::ids_of(db.reader(), &[organisation]).await?;
    let mut entries = experts::load(db.reader(), &ids).await?;
    entries.retain(|entry| is_free(entry) && !invited.contains(&entry.id));
    entries.sort_by(|a, b| a.alias.cmp(&b.alias));
    Ok(entries)
}

fn is_free(entry: &Entry) -> bool {
    entry.kind == EntryKind::Person && entry.account.is_none() && entry.hidden_since.is_none()
}

/// Invites these people to an organisation the caller manages, all of them or none; whoever is invited already is left
/// out. How many were.
///
/// # Errors
/// Too many, not the caller's, or storage failed.
pub async fn invite(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<InviteExperts>,
    (organisation, invitees): (OrganisationId, &[Invitee]),
) -> Result<usize, InviteError> {
    covered(permit, organisation)?;
    if invitees.len() > MOST_AT_ONCE {
        return Err(InviteError::TooMany);
    }
    let mut txn = db.begin().await?;
    organisations::hold(&txn, organisation).await?;
    let sent = store::sent_since(&txn, organisation, txn.now().plus_days(-1)).await?;
    let open = store::open_of(txn.connection(), organisation).await?;
    let mut lookups: Vec<_> = open
        .into_iter()
        .filter_map(|row| row.email_lookup)
        .collect();
    let mut invited = 0;
    for invitee in invitees {
        let (expert, email) = whom(&txn, ring, organisation, invitee).await?;
        let lookup = accounts::lookup_of(ring, &email)?;
        if lookups.contains(&lookup) {
            continue;
        }
        lookups.push(lookup.clone());
        invited += 1;
        if sent + invited > MOST_A_DAY {
            return Err(InviteError::TooMany);
        }
        let id = InvitationId(ids::ordered(txn.now()));
        let invitation = Invitation {
            id,
            organisation,
            expert,
            sends: 1,
            sent_at: txn.now(),
            expires_at: txn.now().plus_days(HOLDS_DAYS),
        };
        let new = NewInvitation {
            email: email.as_str(),
            lookup,
            token_hash: accounts::invitation_token(ring, (id, 1))?.hash(),
            by: permit.caller().account,
            invitation: invitation.clone(),
        };
        store::insert(&txn, ring, new).await?;
        post(&mut txn, &invitation);
        record(&mut txn, permit.actor(), "invitation.sent", &invitation);
    }
    txn.commit().await?;
    Ok(usize::try_from(invited).unwrap_or_default())
}

/// The entry and the address of somebody invited.
async fn whom(
    txn: &Txn,
    ring: &Keyring,
    organisation: OrganisationId,
    invitee: &Invitee,
) -> Result<(Option<ids::ExpertId>, EmailAddress), InviteError> {
    let id = match invitee {
        Invitee::Address(email) => return Ok((None, email.clone())),
        Invitee::Entry(id) => *id,
    };
    let entry = experts::load(txn.connection(), &[id]).await?.pop();
    let entry = entry.filter(|entry| entry.organisation == organisation && is_free(entry));
    entry.ok_or(InviteError::NotFound)?;
    let email = experts::mail_of(txn, ring, id).await?;
    let email = email.and_then(|email| email.parse().ok());
    Ok((Some(id), email.ok_or(InviteError::NotFound)?))
}

/// Sends an invitation once more; the earlier link works no more, and the two weeks begin anew.
///
/// # Errors
/// Not the caller's, sent a moment ago or often enough, too many today, or storage failed.
pub async fn send_again(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<InviteExperts>,
    id: InvitationId,
) -> Result<(), InviteError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let mut invitation = found.ok_or(InviteError::NotFound)?;
    organisations::hold(&txn, invitation.organisation).await?;
    if !invitation.may_be_sent(txn.now()) {
        return Err(InviteError::TooSoon);
    }
    let day_ago = txn.now().plus_days(-1);
    if store::sent_since(&txn, invitation.organisation, day_ago).await? >= MOST_A_DAY {
        return Err(InviteError::TooMany);
    }
    let token = accounts::invitation_token(ring, (id, invitation.sends + 1))?;
    let until = txn.now().plus_days(HOLDS_DAYS);
    if !store::send_again(&txn, &invitation, (token.hash(), until)).await? {
        return Err(InviteError::TooSoon);
    }
    invitation.sends += 1;
    post(&mut txn, &invitation);
    record(&mut txn, permit.actor(), "invitation.sent", &invitation);
    txn.commit().await?;
    Ok(())
}

/// Takes an invitation back; its link works no more.
///
/// # Errors
/// Not the caller's, taken meanwhile, or storage failed.
pub async fn withdraw(
    db: &Db,
    permit: &Permit<InviteExperts>,
    id: InvitationId,
) -> Result<(), InviteError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let invitation = found.ok_or(InviteError::NotFound)?;
    if !store::end(&txn, id).await? {
        return Err(InviteError::NotFound);
    }
    let action = "invitation.withdrawn";
    record(&mut txn, permit.actor(), action, &invitation);
    txn.commit().await?;
    Ok(())
}

/// Forgets the addresses of those who did not come, and later the invitations.
///
/// # Errors
/// Storage failed.
pub async fn forget_old(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::end_expired(&txn).await?;
    store::delete_ended(&txn, txn.now().plus_days(-KEPT_DAYS)).await?;
    txn.commit().await?;
    Ok(())
}

fn covered(
    permit: &Permit<InviteExperts>,
    organisation: OrganisationId,
) -> Result<(), InviteError> {
    if permit.scope().covers(organisation) {
        Ok(())
    } else {
        Err(InviteError::NotFound)
    }
}

fn post(txn: &mut Txn, invitation: &Invitation) {
    let run_at = txn.now();
    txn.enqueue(Job {
        kind: INVITATION,
        key: format!("{INVITATION} {} {}", invitation.id, invitation.sends),
        subject: invitation.id.0,
        run_at,
    });
}

/// Whom it is for stands in the record by the entry alone, never by the address.
pub(super) fn record(txn: &mut Txn, actor: Actor, action: &'static str, invitation: &Invitation) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: invitation.organisation.to_string(),
        details: json!({
            "invitation": invitation.id,
            "expert": invitation.expert,
            "sends": invitation.sends,
        }),
    });
}
