//! Events that absences were taken from, known again in a later file: by a keyed digest, never by their names.

use std::collections::HashMap;

use chrono::NaiveDate;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use super::days::{covers, join, merge, within};
use super::event::Doubt;
use crate::experts::model::Absence;

/// Events that are kept of an entry at most.
pub(super) const MOST_KEPT: usize = 200;
/// Occurrences of a file that are named at most; a file with more is read as if nothing were known.
pub(super) const MOST_NAMED: usize = 5_000;

/// An event, or an instance of a series, with the days it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownEvent {
    /// The first half of a keyed digest of entry, `UID` and `RECURRENCE-ID`.
    pub name: Uuid,
    /// Its days.
    pub days: Absence,
}

/// An event that takes other days than when it was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedEvent {
    /// With the days it takes now.
    pub event: KnownEvent,
    /// The days it took.
    pub before: Absence,
    /// What it is called: for the person who brought the file, and for nobody else.
    pub title: String,
    /// Why somebody may be there on the days it takes now.
    pub doubt: Option<Doubt>,
}

/// What a file says of an event, or an instance of a series, that has a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    /// The days it takes.
    pub(super) days: Absence,
    /// What it is called.
    pub(super) title: &'a str,
    /// Why somebody may be there.
    pub(super) doubt: Option<Doubt>,
}

/// What is known of an entry when a file is read.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    /// When it is away.
    pub(super) absences: &'a [Absence],
    /// Events that absences were taken from.
    pub(super) events: &'a [KnownEvent],
    /// Names events, of this entry alone; none knows no event again.
    pub(super) key: Option<&'a [u8; 32]>,
}

/// What somebody chose of a preview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarChoice {
    /// Days to be away on.
    pub days: Vec<Absence>,
    /// Events that these days are of.
    pub events: Vec<KnownEvent>,
    /// Events that were moved, with their new days.
    pub moved: Vec<KnownEvent>,
    /// Events that are no longer there.
    pub gone: Vec<Uuid>,
}

impl CalendarChoice {
    /// Nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty() && self.moved.is_empty() && self.gone.is_empty()
    }
}

impl Held<'_> {
    /// The name of an event of a file; none where it has no `UID`.
    pub(super) fn name(&self, uid: &str, instance: Option<NaiveDate>) -> Option<Uuid> {
        let key = self.key.filter(|_| !uid.is_empty())?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
        mac.update(uid.as_bytes());
        // No text in UTF-8 holds this byte: where the UID ends is certain.
        mac.update(&[0xFF]);
        if let Some(day) = instance {
            mac.update(day.to_string().as_bytes());
        }
        let digest: [u8; 32] = mac.finalize().into_bytes().into();
        let (half, _) = digest.split_first_chunk()?;
        Some(Uuid::from_bytes(*half))
    }

    /// What was taken over once and takes other days now, or none; of what has passed nothing is said.
    pub(super) fn changes(
        &self,
        found: &HashMap<Uuid, Found<'_>>,
        window: Absence,
    ) -> (Vec<MovedEvent>, Vec<KnownEvent>) {
        let (mut moved, mut gone) = (Vec::new(), Vec::new());
        for known in self.events {
            // What of it lies before today or too far ahead, no file is read for.
            let Some(still) = within(known.days, window) else {
                continue;
            };
            match found.get(&known.name) {
                None => gone.push(*known),
                Some(now) if now.days == still => {}
                Some(now) => moved.push(MovedEvent {
                    event: KnownEvent {
                        name: known.name,
                        days: now.days,
                    },
                    before: known.days,
                    title: now.title.to_owned(),
                    doubt: now.doubt,
                }),
            }
        }
        moved.sort_by_key(|moved| (moved.before.first_day, moved.before.last_day));
        gone.sort_by_key(|gone| (gone.days.first_day, gone.days.last_day));
        (moved, gone)
    }
}

/// Changes absences as somebody chose, and what is known of the events they were taken from. A moved event that was
/// forgotten since the preview has no old days to take away; its new ones are entered all the same.
pub fn take_over(
    absences: &mut Vec<Absence>,
    events: &mut Vec<KnownEvent>,
    choice: &CalendarChoice,
) {
    let moved_away = choice.moved.iter().map(|moved| moved.name);
    for name in moved_away.chain(choice.gone.iter().copied()) {
        let Some(at) = events.iter().position(|event| event.name == name) else {
            continue;
        };
        let old = events.remove(at);
        *absences = without(absences, old.days, events);
    }
    let added = join(choice.days.iter().copied());
    let new = choice.events.iter().filter(|new| covers(&added, new.days));
    let new: Vec<KnownEvent> = new.chain(&choice.moved).copied().collect();
    let new = new
        .into_iter()
        .filter(|new| is_its_own(new.days, absences, events));
    let new: Vec<KnownEvent> = new.collect();
    let days = added
        .into_iter()
        .chain(choice.moved.iter().map(|moved| moved.days));
    *absences = merge(absences, &days.collect::<Vec<_>>());
    for new in new {
        events.retain(|event| event.name != new.name);
        events.push(new);
    }
    events.sort_by_key(|event| (event.days.first_day, event.days.last_day, event.name));
    events.truncate(MOST_KEPT);
}

/// Forgets events that no absence holds any more.
pub(in crate::experts) fn forget_uncovered(events: &mut Vec<KnownEvent>, absences: &[Absence]) {
    let absences = join(absences.iter().copied());
    events.retain(|event| covers(&absences, event.days));
}

/// Forgets events that another absence holds than before somebody typed: what is typed does not go with an event.
pub(in crate::experts) fn forget_released(
    events: &mut Vec<KnownEvent>,
    before: &[Absence],
    after: &[Absence],
) {
    events.retain(|event| {
        let holder = |absences: &[Absence]| holding(absences, event.days).map(|(_, held)| held);
        let held = holder(before);
        let times = |absences: &[Absence]| {
            let same = absences.iter().filter(|absence| Some(**absence) == held);
            same.count()
        };
        holder(after) == held && times(before) <= times(after)
    });
}

/// Whether nobody is away on these days for another reason than events that are known: what somebody typed is never
/// taken away because an event moved.
fn is_its_own(days: Absence, absences: &[Absence], events: &[KnownEvent]) -> bool {
    let known = join(events.iter().map(|event| event.days));
    let mut shared = absences.iter().filter_map(|held| within(*held, days));
    shared.all(|shared| covers(&known, shared))
}

/// The absence that was taken from an event, and where it stands: of several on its days the shortest, in whatever order
/// they are kept.
fn holding(absences: &[Absence], days: Absence) -> Option<(usize, Absence)> {
    let holds = |held: &Absence| held.first_day <= days.first_day && days.last_day <= held.last_day;
    let length = |held: &Absence| held.last_day.signed_duration_since(held.first_day);
    let all = absences.iter().copied().enumerate();
    let held = all.filter(|(_, held)| holds(held));
    held.min_by_key(|(_, held)| (length(held), held.first_day))
}

/// Absences without the days of an event, as far as no other event takes them.
fn without(absences: &[Absence], days: Absence, others: &[KnownEvent]) -> Vec<Absence> {
    let mut left = absences.to_vec();
    let Some((at, held)) = holding(absences, days) else {
        return left;
    };
    let before = days.first_day.pred_opt().map(|last_day| Absence {
        first_day: held.first_day,
        last_day,
    });
    let after = days.last_day.succ_opt().map(|first_day| Absence {
        first_day,
        last_day: held.last_day,
    });
    let around = before.into_iter().chain(after);
    let around = around.filter(|part| part.first_day <= part.last_day);
    let shared = others.iter().filter_map(|other| within(other.days, days));
    let parts = join(around.chain(shared));
    left.remove(at);
    left.extend(parts);
    left
}
