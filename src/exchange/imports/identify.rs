//! Which entry a row is about: the one with its alias, else the person with its mail address, else the capacity with its
//! headline.

use std::collections::HashMap;

use crate::clock::Instant;
use crate::exchange::cells::{CellError, Problem};
use crate::exchange::columns::Column;
use crate::experts::{EntryKind, Known, NewExpert};
use crate::fold::fold;

/// The entries an organisation has, found by what rows say.
#[derive(Debug)]
pub(super) struct Index {
    entries: Vec<NewExpert>,
    aliases: Vec<String>,
    by_alias: HashMap<String, usize>,
    by_mail: HashMap<String, Vec<usize>>,
    by_headline: HashMap<String, Vec<usize>>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing there is.
    New,
    /// The entry at this position.
    Known(usize),
}

impl Index {
    /// Of all entries of the organisation.
    pub(super) fn new(roll: &[Known], now: Instant) -> Self {
        let mut index = Self {
            entries: roll.iter().map(|known| known.as_new(now)).collect(),
            aliases: roll.iter().map(|known| known.entry.alias.clone()).collect(),
            by_alias: HashMap::new(),
            by_mail: HashMap::new(),
            by_headline: HashMap::new(),
        };
        for (position, known) in roll.iter().enumerate() {
            let alias = fold(&known.entry.alias);
            index.by_alias.insert(alias, position);
            let (by, key) = match (known.entry.kind, &known.identity) {
                (EntryKind::Person, Some(identity)) => (&mut index.by_mail, mail(&identity.email)),
                (EntryKind::Capacity, _) => {
                    let headline = fold(&known.entry.profile.headline.de);
                    (&mut index.by_headline, headline)
                }
                (EntryKind::Person, None) => continue,
            };
            by.entry(key).or_default().push(position);
        }
        index
    }

    /// The entry at a position.
    pub(super) fn entry(&self, position: usize) -> &NewExpert {
        &self.entries[position]
    }

    /// What a row with this alias, or else this kind, mail address and headline, is about.
    pub(super) fn find(
        &self,
        alias: Option<&str>,
        (kind, email, headline): (Option<EntryKind>, Option<&str>, Option<&str>),
    ) -> Result<Found, (Column, CellError)> {
        if let Some(alias) = alias {
            let known = self.by_alias.get(&fold(alias));
            let unknown = || CellError::new(Problem::UnknownAlias).about(alias);
            return known
                .map(|position| Found::Known(*position))
                .ok_or_else(|| (Column::Alias, unknown()));
        }
        let (column, found) = match kind.unwrap_or(EntryKind::Person) {
            EntryKind::Person => (
                Column::Email,
                email.and_then(|email| self.by_mail.get(&mail(email))),
            ),
            EntryKind::Capacity => (
                Column::Headline,
                headline.and_then(|headline| self.by_headline.get(&fold(headline))),
            ),
        };
        match found.map(Vec::as_slice) {
            None | Some([]) => Ok(Found::New),
            Some([position]) => Ok(Found::Known(*position)),
            Some(several) => {
                let aliases = several.iter().take(3).map(|at| self.aliases[*at].clone());
                let error = CellError::new(Problem::Ambiguous).suggesting(aliases.collect());
                Err((column, error))
            }
        }
    }
}

/// What two rows about the same entry have in common; a row that says nothing of the kind has nothing.
pub(super) fn same(new: &NewExpert) -> Option<String> {
    match (new.kind, &new.identity) {
        (EntryKind::Person, Some(identity)) if !identity.email.is_empty() => {
            Some(format!("mail {}", mail(&identity.email)))
        }
        (EntryKind::Capacity, _) if !new.headline.de.is_empty() => {
            Some(format!("headline {}", fold(&new.headline.de)))
        }
        _ => None,
    }
}

fn mail(address: &str) -> String {
    address.trim().to_lowercase()
}
