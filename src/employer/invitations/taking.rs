//! What whoever holds the link does: look at the invitation, and take it with a new account or the own one.

use super::model::Invitation;
use super::service::record;
use super::{InviteError, store};
use crate::access::Permit;
use crate::access::action::ReadSelf;
use crate::accounts::{self, EmailAddress, Passwords, Secret};
use crate::db::{Actor, Db, StorageError, Txn};
use crate::experts::{self, Identity, Joining};
use crate::ids::AccountId;
use crate::organisations;
use crate::reference::Reference;
use crate::sealing::Keyring;

/// An invitation as whoever holds its link sees it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The invitation.
    pub invitation: Invitation,
    /// Name of the organisation that invites.
    pub organisation: String,
    /// Whose the address is.
    pub held: Held,
    email: EmailAddress,
}

/// Whose the address of an invitation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nobody's: an account is made.
    Nobody,
    /// It belongs to this account, which signs in.
    Account(AccountId),
    /// It belongs to a closed account, which nobody signs in with.
    Closed,
}

/// How somebody invited is called; needed where there is no entry yet.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
}

/// What taking an invitation led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The account.
    pub account: AccountId,
}

/// What a link leads to; none when it is used, withdrawn or over.
///
/// # Errors
/// Storage failed.
pub async fn opened(
    db: &Db,
    ring: &Keyring,
    token: &Secret,
) -> Result<Option<Opened>, InviteError> {
    let now = db.clock().now();
    let Some(row) = store::by_token(db.reader(), token.hash(), now).await? else {
        return Ok(None);
    };
    let email = store::email(db.reader(), ring, &row).await?;
    let email = email.and_then(|email| email.parse::<EmailAddress>().ok());
    let email = email.ok_or(StorageError::Corrupt("invitations.sealed_email"))?;
    let lookup = accounts::lookup_of(ring, &email)?;
    let holder = accounts::holder(db.reader(), &lookup).await?;
    let organisation = organisations::by_id(db.reader(), row.organisation_id).await?;
    Ok(Some(Opened {
        invitation: store::model(&row),
        organisation: organisation.map_or_else(String::new, |house| house.name),
        held: match holder {
            None => Held::Nobody,
            Some(holder) if holder.is_open => Held::Account(holder.account),
            Some(_) => Held::Closed,
        },
        email,
    }))
}

/// Takes an invitation with a new account and its first password.
///
/// # Errors
/// The link is over, the address has an account by now, a field or the password is not good enough, or storage failed.
pub async fn take(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    passwords: &Passwords,
    (token, person, password): (&Secret, &Person, &str),
) -> Result<Taken, InviteError> {
    let opened = opened(db, ring, token).await?.ok_or(InviteError::Over)?;
    if opened.held != Held::Nobody {
        return Err(InviteError::OtherAccount);
    }
    let first = (&opened.email, password);
    let hash = accounts::first_password(passwords, first).await;
    let hash = hash.map_err(InviteError::Password)?;
    let mut txn = db.begin().await?;
    use_up(&txn, (&opened, token)).await?;
    let house = opened.invitation.organisation;
    let new = (opened.email.clone(), hash);
    let account = accounts::stage_invited(&mut txn, ring, new, house).await?;
    join(&mut txn, (reference, ring), (&opened, account), person).await?;
    txn.commit().await?;
    Ok(Taken { account })
}

/// Takes an invitation with the account that is signed in.
///
/// # Errors
/// The link is over, the account is not the one invited or has an entry, a field is not good, or storage failed.
pub async fn take_with_account(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<ReadSelf>,
    (token, person): (&Secret, &Person),
) -> Result<Taken, InviteError> {
    let opened = opened(db, ring, token).await?.ok_or(InviteError::Over)?;
    let account = permit.caller().account;
    if opened.held != Held::Account(account) {
        return Err(InviteError::OtherAccount);
    }
    let mut txn = db.begin().await?;
    let house = opened.invitation.organisation;
    // The account is held before the invitation, as whoever erases the person does it.
    if !accounts::stage_expert_role(&mut txn, account, house).await? {
        return Err(InviteError::OtherAccount);
    }
    use_up(&txn, (&opened, token)).await?;
    join(&mut txn, (reference, ring), (&opened, account), person).await?;
    txn.commit().await?;
    Ok(Taken { account })
}

/// Uses the invitation up before anything is tied to it: of two at once the second one waits here and finds it gone.
async fn use_up(txn: &Txn, (opened, token): (&Opened, &Secret)) -> Result<(), InviteError> {
    if store::use_up(txn, (opened.invitation.id, token.hash())).await? {
        Ok(())
    } else {
        Err(InviteError::Over)
    }
}

/// Ties the account to its entry, or to a new one.
async fn join(
    txn: &mut Txn,
    (reference, ring): (&Reference, &Keyring),
    (opened, account): (&Opened, AccountId),
    person: &Person,
) -> Result<(), InviteError> {
    let invitation = &opened.invitation;
    let joining = Joining {
        account,
        organisation: invitation.organisation,
    };
    let is_joined = if let Some(expert) = invitation.expert {
        // Whoever read a mail to a wrong address must not become the person it was corrected to.
        let address = experts::mail_of(txn, ring, expert).await?;
        let address = address.and_then(|address| address.parse::<EmailAddress>().ok());
        if address.is_none_or(|address| address.as_str() != opened.email.as_str()) {
            return Err(InviteError::Over);
        }
        experts::stage_link(txn, &joining, expert).await?
    } else {
        let house = organisations::by_id(txn.connection(), invitation.organisation).await?;
        let base = house.and_then(|house| organisations::seat_of(reference, &house.place));
        let base = base.ok_or(StorageError::Corrupt("organisations.ags"))?;
        let identity = Identity {
            given_name: person.given_name.clone(),
            family_name: person.family_name.clone(),
            email: opened.email.as_str().to_owned(),
            phone: None,
            mobile: None,
        };
        let draft = (identity, base.to_string());
        let entered = experts::stage_draft(txn, ring, &joining, draft).await?;
        entered.is_some()
    };
    if !is_joined {
        return Err(InviteError::HasEntry);
    }
    record(txn, Actor::Account(account), "invitation.taken", invitation);
    Ok(())
}
