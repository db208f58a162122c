//! What took over the places that are gone, as people say.

use std::collections::HashMap;

use super::file::OfficialFile;
use super::plan::{Named, Plan};
use super::proposal::is_town;
use crate::reference::{Ags, Level};

/// By the key of a place that is gone, the key of the one that took it over.
pub type Choices = HashMap<Ags, Ags>;

/// A place that is gone and has no successor yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsettled {
    /// Its key.
    pub ags: Ags,
    /// Why it has none.
    pub problem: SuccessorProblem,
}

/// Why a place is no successor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SuccessorProblem {
    /// Nobody named one.
    #[error("no successor is named")]
    Missing,
    /// No place of the file is called so.
    #[error("the successor is no place of the file")]
    Unknown,
    /// Several are.
    #[error("several places of the Land are called so: give the key")]
    Ambiguous,
    /// It lies in another Land.
    #[error("the successor lies in another Land")]
    OtherLand,
    /// A Kreis for a Gemeinde, or the other way.
    #[error("the successor of a Gemeinde is a Gemeinde, that of a Kreis a Kreis")]
    Level,
}

/// The plan with what people chose, where it can be.
#[must_use]
pub(super) fn with_choices(mut plan: Plan, file: &OfficialFile, choices: &Choices) -> Plan {
    for gone in &mut plan.gone {
        let chosen = choices.get(&gone.ags).copied();
        if check(file, (gone.ags, gone.level), chosen).is_err() {
            continue;
        }
        let place = chosen.and_then(|ags| file.get(ags));
        gone.chosen = place.map(|place| Named {
            ags: place.ags,
            name: place.name.clone(),
        });
    }
    plan
}

/// Whether a place can have taken over another.
pub(super) fn check(
    file: &OfficialFile,
    (gone, level): (Ags, Level),
    chosen: Option<Ags>,
) -> Result<(), SuccessorProblem> {
    let chosen = chosen.ok_or(SuccessorProblem::Missing)?;
    let place = file.get(chosen).ok_or(SuccessorProblem::Unknown)?;
    if chosen.land() != gone.land() {
        return Err(SuccessorProblem::OtherLand);
    }
    if is_town(place.level) != is_town(level) || place.level == Level::Land {
        return Err(SuccessorProblem::Level);
    }
    Ok(())
}
