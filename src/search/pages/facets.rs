//! The choices of each facet.

use web::pages::{Choice, Facet, FacetKind};

use super::Labels;
use crate::pages::Parameters;
use crate::search::result::SearchBody;

/// In the order of the page: what somebody in need thinks of first.
pub(super) const KINDS: [FacetKind; 9] = [
    FacetKind::Availability,
    FacetKind::Mode,
    FacetKind::Land,
    FacetKind::Role,
    FacetKind::Domain,
    FacetKind::Procedure,
    FacetKind::Product,
    FacetKind::Language,
    FacetKind::Certification,
];

/// Choices offered of one facet.
const CHOICES: usize = 30;

/// All facets, the chosen values first.
pub(super) fn facets(
    labels: &Labels<'_>,
    parameters: &Parameters,
    body: &SearchBody,
) -> Vec<Facet> {
    let facet = |kind: FacetKind| Facet {
        kind,
        choices: choices(labels, parameters, body, kind),
    };
    KINDS.into_iter().map(facet).collect()
}

fn choices(
    labels: &Labels<'_>,
    parameters: &Parameters,
    body: &SearchBody,
    kind: FacetKind,
) -> Vec<Choice> {
    let name = kind.parameter();
    let offered = body.facets.get(name).map(Vec::as_slice).unwrap_or_default();
    let is_selected = |id: &str| parameters.all(name).any(|chosen| chosen == id);
    let mut choices: Vec<Choice> = offered
        .iter()
        .map(|value| Choice {
            id: value.id.clone(),
            label: match kind {
                // In the words of the cards.
                FacetKind::Availability | FacetKind::Mode => labels.facet_value(kind, &value.id),
                _ => value.label.clone(),
            },
            count: value.count,
            is_selected: is_selected(&value.id),
        })
        .collect();
    // What was chosen stays to be taken back, also when nothing is left of it.
    for chosen in parameters.all(name) {
        if !offered.iter().any(|value| value.id == chosen) {
            choices.push(Choice {
                id: chosen.to_owned(),
                label: labels.facet_value(kind, chosen),
                count: Some(0),
                is_selected: true,
            });
        }
    }
    choices.sort_by_key(|choice| !choice.is_selected);
    // The rest is found by typing: a page that lists the whole vocabulary is slow on a bad line.
    let selected = choices.iter().filter(|choice| choice.is_selected).count();
    choices.truncate(CHOICES.max(selected));
    choices
}
