//! Use cases of proposals.

use serde_json::{Value, json};
use uuid::Uuid;

use super::ProposalError;
use super::model::{MOST_A_DAY, MOST_WAITING, NewProposal, Proposal, ProposalState};
use super::store::{self, Decision};
use crate::access::Permit;
use crate::access::action::{KeepTerms, ProposeTerm};
use crate::db::{AuditEntry, Db, Txn};
use crate::experts::ExpertError;
use crate::experts::reveals::Disclosure;
use crate::experts::store as experts;
use crate::experts::wording::{self, About};
use crate::fold::fold;
use crate::ids::{self, ExpertId};
use crate::reference::{self, NewTerm, Reference, Term, Text};
use crate::sealing::Keyring;

/// Proposes a word that is missed in an entry.
///
/// # Errors
/// Not the caller's entry, a word that is known or waits, texts that tell who somebody is, too many, or storage failed.
pub async fn propose(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<ProposeTerm>,
    (expert, new): (ExpertId, &NewProposal),
) -> Result<(), ProposalError> {
    let mut txn = db.begin().await?;
    let entry = experts::find(txn.connection(), permit.scope(), expert)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let whose = Disclosure::to_nobody(expert);
    let identity = experts::identity(txn.connection(), ring, whose).await?;
    let about = About {
        organisation: entry.organisation,
        base: &entry.profile.base,
        identity: identity.as_ref(),
    };
    let texts = [("word", german(&new.word)), ("reason", german(&new.reason))];
    let texts = texts.each_ref().map(|(name, text)| (*name, text));
    let errors = wording::errors(txn.connection(), reference, about, &texts).await?;
    if !errors.is_empty() {
        return Err(ProposalError::Invalid(errors));
    }
    let folded = fold(&new.word);
    if reference
        .taxonomy
        .axis(new.axis)
        .any(|term| is_called(term, &folded))
    {
        return Err(ProposalError::Known);
    }
    let open = store::open(txn.connection()).await?;
    let is_same = |other: &Proposal| other.axis == new.axis && fold(&other.word) == folded;
    if open.iter().any(is_same) {
        return Err(ProposalError::Waiting);
    }
    let account = permit.caller().account;
    let day_ago = txn.now().plus_days(-1);
    let (waiting, today) = store::count(&txn, account, day_ago).await?;
    if waiting >= MOST_WAITING || today >= MOST_A_DAY {
        return Err(ProposalError::TooMany);
    }
    let id = ids::ordered(txn.now());
    store::insert(&txn, (id, expert, account), new).await?;
    record(
        &mut txn,
        permit.actor(),
        ("term.proposed", id),
        json!({ "axis": <&str>::from(new.axis) }),
    );
    txn.commit().await?;
    Ok(())
}

/// What was proposed for an entry, the newest first.
///
/// # Errors
/// Not the caller's entry, or storage failed.
pub async fn of_entry(
    db: &Db,
    permit: &Permit<ProposeTerm>,
    expert: ExpertId,
) -> Result<Vec<Proposal>, ProposalError> {
    let entry = experts::find(db.reader(), permit.scope(), expert).await?;
    entry.ok_or(ExpertError::NotFound)?;
    Ok(store::of_entry(db.reader(), expert).await?)
}

/// Proposals that wait, the oldest first.
///
/// # Errors
/// Storage failed.
pub async fn waiting(db: &Db, _: &Permit<KeepTerms>) -> Result<Vec<Proposal>, ProposalError> {
    Ok(store::open(db.reader()).await?)
}

/// Makes a proposal a new term; its id.
///
/// # Errors
/// It does not wait, the term's fields are not valid, or storage failed.
pub async fn accept_as_term(
    db: &Db,
    permit: &Permit<KeepTerms>,
    (id, new): (Uuid, &NewTerm),
) -> Result<String, ProposalError> {
    let mut txn = db.begin().await?;
    let term = reference::stage_term(&mut txn, permit.actor(), new).await?;
    decide(&mut txn, permit, id, Decision::Term(&term)).await?;
    txn.commit().await?;
    Ok(term)
}

/// Makes a proposal another name of a term.
///
/// # Errors
/// It does not wait, there is no such term, another term has the name, or storage failed.
pub async fn accept_as_name(
    db: &Db,
    permit: &Permit<KeepTerms>,
    (id, term): (Uuid, &str),
) -> Result<(), ProposalError> {
    let mut txn = db.begin().await?;
    let proposal = store::find_open(txn.connection(), id).await?;
    let proposal = proposal.ok_or(ProposalError::NotFound)?;
    reference::stage_synonym(&mut txn, permit.actor(), (term, &proposal.word)).await?;
    decide(&mut txn, permit, id, Decision::Term(term)).await?;
    txn.commit().await?;
    Ok(())
}

/// Declines a proposal, with a reason for whoever made it.
///
/// # Errors
/// It does not wait, or storage failed.
pub async fn decline(
    db: &Db,
    permit: &Permit<KeepTerms>,
    (id, answer): (Uuid, &str),
) -> Result<(), ProposalError> {
    let mut txn = db.begin().await?;
    decide(&mut txn, permit, id, Decision::Declined(answer)).await?;
    txn.commit().await?;
    Ok(())
}

async fn decide(
    txn: &mut Txn,
    permit: &Permit<KeepTerms>,
    id: Uuid,
    decision: Decision<'_>,
) -> Result<(), ProposalError> {
    if !store::decide(txn, id, decision).await? {
        return Err(ProposalError::NotFound);
    }
    let (action, details) = match decision {
        Decision::Term(term) => ("term.proposal_accepted", json!({ "term": term })),
        Decision::Declined(_) => ("term.proposal_declined", json!({})),
    };
    record(txn, permit.actor(), (action, id), details);
    Ok(())
}

fn is_called(term: &Term, folded: &str) -> bool {
    let others = term.synonyms.de.iter().chain(&term.synonyms.en);
    let mut names = [&term.label.de, &term.label.en].into_iter().chain(others);
    names.any(|name| fold(name) == folded)
}

fn german(text: &str) -> Text {
    Text {
        de: text.to_owned(),
        en: String::new(),
    }
}

fn record(
    txn: &mut Txn,
    actor: crate::db::Actor,
    (action, id): (&'static str, Uuid),
    details: Value,
) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details,
    });
}

impl ProposalState {
    pub(super) const fn of(decision: Decision<'_>) -> Self {
        match decision {
            Decision::Term(_) => Self::Accepted,
            Decision::Declined(_) => Self::Declined,
        }
    }
}

/// How many entries name a term.
///
/// # Errors
/// Storage failed.
pub async fn holders(db: &Db, _: &Permit<KeepTerms>, term: &str) -> Result<u64, ProposalError> {
    Ok(store::holders(db.reader(), term).await?)
}
