//! Use cases of the vocabulary: each loads all terms, changes some, and says so to all nodes.

use serde_json::{Value, json};

use super::book::{Book, BookError, KeptTerm};
use super::fields::{NewTerm, TermChange};
use super::store;
use crate::access::Permit;
use crate::access::action::KeepTerms;
use crate::db::{Actor, AuditEntry, Db, Txn};
use crate::fold::fold;
use crate::reference::Axis;
use crate::reference::keeping::KeepingError;
use crate::reference::living::Part;

/// Terms of an axis that were looked for.
#[derive(Clone, Debug)]
pub struct KeptTerms {
    /// Those shown.
    pub terms: Vec<KeptTerm>,
    /// How many there are.
    pub of: usize,
}

/// Terms of an axis with a name or id that has all these words, so many at most.
///
/// # Errors
/// Storage failed.
pub async fn kept_terms(
    db: &Db,
    _: &Permit<KeepTerms>,
    (axis, words, most): (Axis, &str, usize),
) -> Result<KeptTerms, KeepingError> {
    let folded = fold(words);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let is_meant = |term: &KeptTerm| {
        let names = term.names().chain([term.id.as_str()]).map(fold);
        let names: Vec<String> = names.collect();
        names
            .iter()
            .any(|name| words.iter().all(|word| name.contains(word)))
    };
    let mut terms = store::all(db.reader()).await?;
    terms.retain(|term| term.axis == axis && is_meant(term));
    terms.sort_by_key(|term| (term.merged_into.is_some(), term.position));
    let of = terms.len();
    terms.truncate(most);
    Ok(KeptTerms { terms, of })
}

/// A term, in use or not, and the ids that count as it.
///
/// # Errors
/// There is none, or storage failed.
pub async fn kept_term(
    db: &Db,
    _: &Permit<KeepTerms>,
    id: &str,
) -> Result<(KeptTerm, Vec<String>), KeepingError> {
    let mut terms = store::all(db.reader()).await?;
    let place = terms.iter().position(|term| term.id == id);
    let term = terms.swap_remove(place.ok_or(KeepingError::NotFound)?);
    let old = terms
        .into_iter()
        .filter(|other| other.merged_into.as_deref() == Some(id));
    Ok((term, old.map(|other| other.id).collect()))
}

/// Adds a term; its id.
///
/// # Errors
/// Fields are not valid, or storage failed.
pub async fn add_term(
    db: &Db,
    permit: &Permit<KeepTerms>,
    new: &NewTerm,
) -> Result<String, KeepingError> {
    let mut txn = db.begin().await?;
    let id = stage_term(&mut txn, permit.actor(), new).await?;
    txn.commit().await?;
    Ok(id)
}

/// Adds a term in a transaction that somebody else commits; its id.
///
/// # Errors
/// Fields are not valid, or storage failed.
pub async fn stage_term(
    txn: &mut Txn,
    actor: Actor,
    new: &NewTerm,
) -> Result<String, KeepingError> {
    let mut book = held(txn).await?;
    let id = book.add(new)?;
    write(txn, &book).await?;
    record(
        txn,
        actor,
        ("term.added", &id),
        json!({ "axis": <&str>::from(new.axis) }),
    );
    Ok(id)
}

/// Adds a name to a term in a transaction that somebody else commits.
///
/// # Errors
/// There is none, another term has the name, or storage failed.
pub async fn stage_synonym(
    txn: &mut Txn,
    actor: Actor,
    (id, word): (&str, &str),
) -> Result<(), KeepingError> {
    let mut book = held(txn).await?;
    book.add_synonym(id, word)?;
    write(txn, &book).await?;
    record(
        txn,
        actor,
        ("term.changed", id),
        json!({ "fields": ["synonyms"] }),
    );
    Ok(())
}

/// Changes what is said of a term, for the version it was shown in.
///
/// # Errors
/// There is none, somebody else changed it meanwhile, fields are not valid, or storage failed.
pub async fn change_term(
    db: &Db,
    permit: &Permit<KeepTerms>,
    (id, version): (&str, i32),
    said: &TermChange,
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    let mut book = held(&txn).await?;
    let before = book.terms.get(id).cloned().ok_or(KeepingError::NotFound)?;
    if before.version != version {
        return Err(KeepingError::Changed);
    }
    book.change(id, said)?;
    write(&mut txn, &book).await?;
    let fields = book
        .terms
        .get(id)
        .map(|after| changed_fields(&before, after));
    record(
        &mut txn,
        permit.actor(),
        ("term.changed", id),
        json!({ "fields": fields }),
    );
    txn.commit().await?;
    Ok(())
}

/// Makes a term count as another; its id keeps leading there.
///
/// # Errors
/// Either is not there, they do not fit, or storage failed.
pub async fn merge_terms(
    db: &Db,
    permit: &Permit<KeepTerms>,
    (from, into): (&str, &str),
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    let mut book = held(&txn).await?;
    book.merge(from, into)?;
    write(&mut txn, &book).await?;
    record(
        &mut txn,
        permit.actor(),
        ("term.merged", from),
        json!({ "into": into }),
    );
    txn.commit().await?;
    Ok(())
}

/// Offers a term no more, or again.
///
/// # Errors
/// There is none, or storage failed.
pub async fn retire_term(
    db: &Db,
    permit: &Permit<KeepTerms>,
    (id, is_retired): (&str, bool),
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    let mut book = held(&txn).await?;
    book.retire(id, is_retired)?;
    write(&mut txn, &book).await?;
    let action = if is_retired {
        "term.retired"
    } else {
        "term.restored"
    };
    record(&mut txn, permit.actor(), (action, id), json!({}));
    txn.commit().await?;
    Ok(())
}

/// All terms, which nobody else changes until this transaction ends.
async fn held(txn: &Txn) -> Result<Book, KeepingError> {
    store::hold(txn).await?;
    Ok(Book::of(store::all(txn.connection()).await?))
}

/// Saves what changed; a term somebody else changed meanwhile is not overwritten.
async fn write(txn: &mut Txn, book: &Book) -> Result<(), KeepingError> {
    let changed = book.changed.iter().filter_map(|id| book.terms.get(id));
    for term in changed {
        if !store::save(txn, term).await? {
            return Err(KeepingError::Changed);
        }
    }
    if !book.changed.is_empty() {
        Part::Terms.changed(txn);
    }
    Ok(())
}

fn changed_fields(before: &KeptTerm, after: &KeptTerm) -> Vec<&'static str> {
    let fields = [
        ("label", before.label != after.label),
        ("parent", before.parent != after.parent),
        ("synonyms", before.synonyms != after.synonyms),
        ("attributes", before.attributes != after.attributes),
    ];
    let changed = fields.into_iter().filter(|(_, is_changed)| *is_changed);
    changed.map(|(name, _)| name).collect()
}

fn record(txn: &mut Txn, actor: Actor, (action, id): (&'static str, &str), details: Value) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_owned(),
        details,
    });
}

impl From<BookError> for KeepingError {
    fn from(error: BookError) -> Self {
        match error {
            BookError::NotFound => Self::NotFound,
            BookError::Invalid(errors) => Self::Invalid(errors),
        }
    }
}
