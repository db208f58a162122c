//! A place as people type it on a page.

use web::parts::{PlaceChoice, PlaceField, PlaceProblem};

use super::Parameters;
use crate::reference::{Ags, Level, MatchQuality, PlaceHit, Reference, Region};

/// Places offered when one cannot be told.
const CHOICES: usize = 30;

/// A place asked for, and the field to show.
#[derive(Clone, Debug)]
pub struct PlaceAsked {
    /// The place, once it can be told.
    pub ags: Option<Ags>,
    /// The field.
    pub field: PlaceField,
}

/// Reads `ort` (what was typed) and `near` (what was chosen). What was typed wins, unless it is the name of
/// what was chosen: without scripts the hidden key of the page before is sent along.
pub fn resolve_place(reference: &Reference, path: &str, parameters: &Parameters) -> PlaceAsked {
    let chosen = parameters
        .parsed::<Ags>("near")
        .and_then(|ags| reference.regions.get(ags))
        .filter(|region| region.level != Level::Land);
    let typed = parameters.first("ort").unwrap_or_default();
    match chosen.filter(|_| !parameters.is_emptied("ort")) {
        Some(region) if typed.is_empty() || is_called(reference, region, typed) => {
            found(reference, region)
        }
        _ if typed.is_empty() => PlaceAsked {
            ags: None,
            field: PlaceField {
                text: String::new(),
                ags: None,
                problem: None,
            },
        },
        _ => look_up(reference, typed, &|region: &Region| {
            parameters
                .without("ort")
                .without("page")
                .with("near", region.ags.as_str())
                .href(path)
        }),
    }
}

fn is_called(reference: &Reference, region: &Region, typed: &str) -> bool {
    typed == place_name(reference, region) || typed == region.name || typed == region.full_name()
}

fn look_up(reference: &Reference, typed: &str, href: &dyn Fn(&Region) -> String) -> PlaceAsked {
    let hits = reference.regions.search(typed, None, CHOICES);
    let is_exact = |hit: &&PlaceHit<'_>| hit.quality == MatchQuality::Exact;
    let is_land = |hit: &&PlaceHit<'_>| hit.region.level == Level::Land;
    if hits.iter().filter(is_exact).any(|hit| is_land(&hit)) {
        return unclear(typed, PlaceProblem::IsLand);
    }
    let hits: Vec<_> = hits.iter().filter(|hit| !is_land(hit)).collect();
    // A town is meant before the Kreis of its name: who means the Kreis says so.
    let mut exact: Vec<_> = hits.iter().copied().filter(is_exact).collect();
    if exact.iter().any(|hit| hit.region.level == Level::Gemeinde) {
        exact.retain(|hit| hit.region.level == Level::Gemeinde);
    }
    if let [only] = exact.as_slice() {
        return found(reference, only.region);
    }
    // Whoever types a name many places have chooses among those, not among all that begin so.
    let hits = if exact.is_empty() { hits } else { exact };
    if let Some(seat) = shared_seat(&hits) {
        return found(reference, seat);
    }
    let choices = || {
        let choice = |region: &Region| PlaceChoice {
            label: place_name(reference, region),
            href: href(region),
        };
        hits.iter()
            .map(|hit| choice(hit.region))
            .collect::<Vec<_>>()
    };
    let problem = match hits.as_slice() {
        [hit] if hit.quality != MatchQuality::Typo => return found(reference, hit.region),
        [hit, ..] if hit.quality != MatchQuality::Typo => PlaceProblem::Ambiguous(choices()),
        _ => PlaceProblem::Unknown(choices()),
    };
    unclear(typed, problem)
}

/// The seat of the administration whose name was typed: then all hits are its members, the seat first.
fn shared_seat<'a>(hits: &[&PlaceHit<'a>]) -> Option<&'a Region> {
    let (first, rest) = hits.split_first()?;
    let key = &first.administration?.key;
    let is_of_it = |hit: &&PlaceHit<'_>| {
        hit.administration
            .is_some_and(|administration| administration.key == *key)
    };
    (!rest.is_empty() && rest.iter().all(is_of_it)).then_some(first.region)
}

fn unclear(typed: &str, problem: PlaceProblem) -> PlaceAsked {
    PlaceAsked {
        ags: None,
        field: PlaceField {
            text: typed.to_owned(),
            ags: None,
            problem: Some(problem),
        },
    }
}

fn found(reference: &Reference, region: &Region) -> PlaceAsked {
    PlaceAsked {
        ags: Some(region.ags),
        field: PlaceField {
            text: place_name(reference, region),
            ags: Some(region.ags.as_str().to_owned()),
            problem: None,
        },
    }
}

/// A place with what tells it apart: "Köthen (Anhalt), Landkreis Anhalt-Bitterfeld".
pub fn place_name(reference: &Reference, region: &Region) -> String {
    let above = reference.regions.path(region.ags);
    let kreis = above.iter().find(|above| {
        above.level == Level::Kreis && above.ags != region.ags && !above.is_kreisfrei()
    });
    match kreis {
        Some(kreis) => format!("{}, {}", region.full_name(), kreis.full_name()),
        None => region.full_name(),
    }
}
