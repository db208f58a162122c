//! What a file would do: every row checked, and nothing done yet.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sha2::{Digest, Sha256};

use super::identify::{Index, same};
use super::model::RowError;
use super::row::{Draft, Reader};
use super::translate::of_field;
use crate::clock::Instant;
use crate::exchange::cells::{CellError, Places, Problem, Vocabulary};
use crate::exchange::columns::{Column, HeaderProblem, Mapping, map};
use crate::exchange::sheet::{Sheet, SheetRow};
use crate::experts::{Checked, EntryKind, Examiner, Known, NewExpert};

/// Errors of one row that are told: more help nobody.
const MOST_ERRORS_A_ROW: usize = 12;

/// How many rows were checked so far, for whoever waits.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<[AtomicUsize; 2]>);

impl Progress {
    /// So many.
    pub fn done(&self) -> usize {
        self.0[0].load(Ordering::Relaxed)
    }

    /// Of so many.
    pub fn of(&self) -> usize {
        self.0[1].load(Ordering::Relaxed)
    }

    fn begin(&self, rows: usize) {
        self.0[0].store(0, Ordering::Relaxed);
        self.0[1].store(rows, Ordering::Relaxed);
    }

    fn step(&self) {
        self.0[0].fetch_add(1, Ordering::Relaxed);
    }
}

/// What a row would do.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Enter an entry.
    New(Box<Checked>),
    /// Change the entry at this position of the roll.
    Changed(usize, Box<Checked>),
    /// Nothing: all of it is known.
    Same,
    /// Nothing: it is wrong.
    Rejected,
}

/// A row, what it would do, and what anybody may see of it.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) row: u32,
    pub(super) outcome: Outcome,
    pub(super) kind: EntryKind,
    pub(super) headline: String,
    pub(super) skills: usize,
}

/// What a file would do.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) items: Vec<Item>,
    pub(super) errors: Vec<RowError>,
}

impl Plan {
    /// How many rows would do what is asked for.
    pub(super) fn count(&self, is: impl Fn(&Outcome) -> bool) -> usize {
        self.items.iter().filter(|item| is(&item.outcome)).count()
    }

    /// The same for the same outcome on the same entries: what a manager was shown is what is applied.
    pub(super) fn fingerprint(&self, roll: &[Known]) -> [u8; 32] {
        let mut hash = Sha256::new();
        for item in &self.items {
            hash.update(item.row.to_le_bytes());
            match &item.outcome {
                Outcome::New(_) => hash.update([1]),
                Outcome::Changed(position, _) => {
                    let entry = &roll[*position].entry;
                    hash.update([2]);
                    hash.update(entry.id.0.as_bytes());
                    hash.update(entry.version.to_le_bytes());
                }
                Outcome::Same => hash.update([3]),
                Outcome::Rejected => hash.update([4]),
            }
        }
        hash.finalize().into()
    }
}

/// The columns of a file, or what is wrong with them.
pub(super) fn columns(header: &SheetRow) -> Result<Mapping, Vec<RowError>> {
    map(&header.cells).map_err(|problems| {
        let error = |(name, problem): (String, HeaderProblem)| {
            let (problem, suggestions) = match problem {
                HeaderProblem::Unknown(nearest) => (Problem::UnknownColumn, nearest),
                HeaderProblem::Private => (Problem::PrivateColumn, Vec::new()),
                HeaderProblem::Twice => (Problem::ColumnTwice, Vec::new()),
            };
            let suggestions = suggestions.into_iter().map(str::to_owned).collect();
            RowError::new(
                header.number,
                name,
                CellError::new(problem).suggesting(suggestions),
            )
        };
        problems.into_iter().map(error).collect()
    })
}

/// Checks all rows against the entries there are.
pub(super) fn plan(
    (sheet, mapping): (&Sheet, &Mapping),
    (examiner, roll): (&Examiner, &[Known]),
    now: Instant,
    progress: &Progress,
) -> Plan {
    let reference = examiner.reference();
    let index = Index::new(roll, now);
    let examination = examiner.begin();
    let mut reader = Reader {
        organisation: examiner.organisation(),
        reference,
        mapping,
        vocabulary: Vocabulary::new(&reference.taxonomy),
        places: Places::new(&reference.regions),
    };
    let mut seen = Seen::default();
    let mut plan = Plan::default();
    progress.begin(sheet.rows.len());
    for row in &sheet.rows {
        let mut draft = reader.read(row, &index);
        draft.errors.extend(seen.earlier(row.number, &draft));
        let (kind, headline) = (draft.new.kind, draft.new.headline.de.clone());
        let skills = draft.new.skills.len();
        let is_same = |known: usize| *index.entry(known) == draft.new;
        let outcome = if draft.errors.is_empty() && draft.known.is_some_and(is_same) {
            Ok(Outcome::Same)
        } else {
            let known = draft.known.map(|position| &roll[position]);
            checked(draft, |new| examination.check(new, known))
        };
        let outcome = outcome.unwrap_or_else(|errors| {
            let told = errors.into_iter().take(MOST_ERRORS_A_ROW);
            plan.errors.extend(told.map(|(column, error)| {
                let place = mapping.place(column);
                let name = place.and_then(|place| sheet.header.cells.get(place));
                let name = name.map_or(column.naming().de, |name| name.trim());
                RowError::new(row.number, name.to_owned(), error)
            }));
            Outcome::Rejected
        });
        plan.items.push(Item {
            row: row.number,
            outcome,
            kind,
            headline,
            skills,
        });
        progress.step();
    }
    plan
}

/// Rows seen so far by the entry they are about.
#[derive(Debug, Default)]
struct Seen {
    by_entry: HashMap<usize, u32>,
    by_name: HashMap<String, u32>,
}

impl Seen {
    /// That an earlier row is about the same entry.
    fn earlier(&mut self, row: u32, draft: &Draft) -> Option<(Column, CellError)> {
        let by_entry = draft
            .known
            .and_then(|known| self.by_entry.insert(known, row));
        let by_name = match draft.known {
            // It is known which one it is, however it is called.
            Some(_) => None,
            None => same(&draft.new).and_then(|name| self.by_name.insert(name, row)),
        };
        let column = match draft.new.kind {
            EntryKind::Person => Column::Email,
            EntryKind::Capacity => Column::Headline,
        };
        let earlier = by_entry.or(by_name)?;
        Some((column, CellError::new(Problem::SameEntry { row: earlier })))
    }
}

/// What a row does, or all that is wrong with it; of one cell only what reading it found.
fn checked(
    draft: Draft,
    check: impl FnOnce(NewExpert) -> Result<Checked, Vec<crate::input::FieldError>>,
) -> Result<Outcome, Vec<(Column, CellError)>> {
    let Draft {
        new,
        known,
        mut errors,
    } = draft;
    match check(new) {
        Ok(checked) if errors.is_empty() => Ok(match known {
            Some(position) => Outcome::Changed(position, Box::new(checked)),
            None => Outcome::New(Box::new(checked)),
        }),
        Ok(_) => Err(errors),
        Err(found) => {
            let told: Vec<Column> = errors.iter().map(|(column, _)| *column).collect();
            let others = found.iter().map(of_field);
            errors.extend(others.filter(|(column, _)| !told.contains(column)));
            errors.sort_by_key(|(column, _)| *column);
            Err(errors)
        }
    }
}
