//! A row as an entry: what stands in its cells laid over what is known, or over what is usual.

mod cells;
mod person;
mod profile;

use cells::Cells;

use super::identify::{Found, Index};
use crate::exchange::cells::{
    CellError, Places, Problem, Vocabulary, read_absences, read_availability, read_day, read_kind,
    read_number, read_release, read_weekdays,
};
use crate::exchange::columns::{Column, Mapping};
use crate::exchange::sheet::SheetRow;
use crate::experts::{
    Availability, AvailabilityState, Clearance, EntryKind, LongText, NewExpert, NewRelease,
    ReleaseForm, ShortText, WorkMode,
};
use crate::ids::OrganisationId;
use crate::reference::Reference;

/// Reads row after row.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) organisation: OrganisationId,
    pub(super) reference: &'a Reference,
    pub(super) mapping: &'a Mapping,
    pub(super) vocabulary: Vocabulary<'a>,
    pub(super) places: Places<'a>,
}

/// A row that was read.
#[derive(Debug)]
pub(super) struct Draft {
    /// What the entry is to hold; where a cell is wrong, anything.
    pub(super) new: NewExpert,
    /// Which known entry it is about.
    pub(super) known: Option<usize>,
    /// What is wrong.
    pub(super) errors: Vec<(Column, CellError)>,
}

impl Reader<'_> {
    /// Reads a row; the index knows which entries there are.
    pub(super) fn read(&mut self, row: &SheetRow, index: &Index) -> Draft {
        let mut cells = Cells {
            mapping: self.mapping,
            row,
            errors: Vec::new(),
        };
        let kind = cells.read(Column::Kind, read_kind);
        let found = index.find(
            cells.text(Column::Alias),
            (
                kind,
                cells.text(Column::Email),
                cells.text(Column::Headline),
            ),
        );
        let known = match found {
            Ok(Found::New) => None,
            Ok(Found::Known(position)) => Some(position),
            Err((column, error)) => {
                cells.errors.push((column, error));
                None
            }
        };
        let mut new = match known {
            Some(position) => index.entry(position).clone(),
            None => usual(self.organisation, kind.unwrap_or(EntryKind::Person)),
        };
        if kind.is_some_and(|kind| kind != new.kind) {
            cells.fail(Column::Kind, Problem::OtherKind);
        }
        person::read(&mut cells, &mut new);
        self.profile(&mut cells, &mut new);
        profile::work(&mut cells, &mut new, known.is_none());
        availability(&mut cells, &mut new.availability);
        release(&mut cells, &mut new);
        Draft {
            new: new.sorted(),
            known,
            errors: cells.errors,
        }
    }
}

/// What a new entry holds where nothing is said.
fn usual(organisation: OrganisationId, kind: EntryKind) -> NewExpert {
    NewExpert {
        kind,
        organisation_id: organisation,
        headcount: None,
        identity: None,
        headline: ShortText::default(),
        text: LongText::default(),
        skills: Vec::new(),
        certifications: Vec::new(),
        languages: Vec::new(),
        base: String::new(),
        radius_km: 200,
        mode: WorkMode::Either,
        max_days: 14,
        notice_hours: 0,
        clearance: Clearance::default(),
        availability: Availability {
            state: AvailabilityState::Now,
            from: None,
            weekdays: (1..=7).collect(),
            absences: Vec::new(),
        },
        release: None,
    }
}

fn availability(cells: &mut Cells<'_>, held: &mut Availability) {
    if let Some(state) = cells.read(Column::Availability, read_availability) {
        held.state = state;
        if state != AvailabilityState::Later {
            held.from = None;
        }
    }
    let from = cells.read(Column::AvailableFrom, read_day);
    held.from = from.or(held.from);
    if let Some(days) = cells.read(Column::Weekdays, read_weekdays) {
        held.weekdays = days;
    }
    if let Some(absences) = cells.read(Column::Absences, read_absences) {
        held.absences = absences;
    }
}

/// A form without days has no cap; the same form again keeps the one it has.
fn release(cells: &mut Cells<'_>, new: &mut NewExpert) {
    let form: Option<ReleaseForm> = cells.read(Column::Release, read_release);
    let days = cells.read(Column::ReleaseDays, |text| read_number(text, 1..=366));
    let held = new.release;
    let form = form.or(held.map(|held| held.form));
    match form {
        Some(form) => {
            let kept = held.filter(|held| held.form == form);
            let days_a_year = days.or(kept.and_then(|held| held.days_a_year));
            new.release = Some(NewRelease {
                form,
                days_a_year,
                until: None,
            });
        }
        None if days.is_some() => cells.fail(Column::Release, Problem::Missing),
        None => {}
    }
}
