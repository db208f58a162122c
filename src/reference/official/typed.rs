//! A successor as people name it.

use super::choices::{SuccessorProblem, check};
use super::file::OfficialFile;
use super::plan::Gone;
use super::proposal::is_town;
use crate::fold::fold;
use crate::reference::{Ags, Level};

/// The place meant by a key, a name, or a key with a name behind it ("16067029 Gotha").
///
/// # Errors
/// None is called so in the Land, several are, or it cannot have taken over this place.
pub fn successor(file: &OfficialFile, gone: &Gone, typed: &str) -> Result<Ags, SuccessorProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(SuccessorProblem::Missing);
    }
    let key = typed
        .split_whitespace()
        .next()
        .and_then(|word| word.parse().ok());
    let chosen = match key {
        Some(key) => key,
        None => named(file, gone, typed)?,
    };
    check(file, (gone.ags, gone.level), Some(chosen))?;
    Ok(chosen)
}

fn named(file: &OfficialFile, gone: &Gone, typed: &str) -> Result<Ags, SuccessorProblem> {
    let (land, name) = (gone.ags.land_key(), fold(typed));
    let of_land = file
        .places
        .range(land..)
        .take_while(|(ags, _)| land.contains(**ags));
    let mut found = of_land.filter(|(_, place)| {
        place.level != Level::Land
            && is_town(place.level) == is_town(gone.level)
            && fold(&place.name) == name
    });
    let (first, other) = (found.next(), found.next());
    match (first, other) {
        (None, _) => Err(SuccessorProblem::Unknown),
        (Some(_), Some(_)) => Err(SuccessorProblem::Ambiguous),
        (Some((ags, _)), None) => Ok(*ags),
    }
}
