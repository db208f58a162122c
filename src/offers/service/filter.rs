//! Which offers are asked for.

use super::OfferError;
use super::find::Kit;
use crate::fold::fold;
use crate::input::FieldError;
use crate::offers::body::{Mask, OfferQuery};
use crate::offers::model::{Offer, OfferKind, What};
use crate::reference::{Ags, Axis, Level, Reference, Region};
use crate::search::shown_land;

/// What an offer must be to be listed.
#[derive(Debug)]
pub(super) struct Filter<'a> {
    reference: &'a Reference,
    kinds: Vec<OfferKind>,
    procedures: Vec<String>,
    /// Ids under which Länder are shown.
    lands: Vec<&'static str>,
    /// Where help is needed.
    pub(super) near: Option<&'a Region>,
    goes_km: Option<u16>,
    words: Vec<String>,
}

impl<'a> Filter<'a> {
    /// What a query asks for, or all that is wrong with it.
    pub(super) fn read(kit: Kit<'a>, query: &OfferQuery) -> Result<Self, OfferError> {
        let mut errors = Vec::new();
        let folded = fold(&query.q);
        let filter = Self {
            reference: kit.reference,
            kinds: query.kind.clone(),
            procedures: procedures(kit.reference, &query.procedure, &mut errors),
            lands: lands(kit, &query.land, &mut errors),
            near: near(kit.reference, query.near.as_deref(), &mut errors),
            goes_km: query.radius_km,
            words: folded.split_whitespace().map(str::to_owned).collect(),
        };
        if query.radius_km.is_some() && query.near.is_none() {
            let error = FieldError::new("radius_km", "near", "a radius needs near");
            errors.push(error);
        }
        if errors.is_empty() {
            Ok(filter)
        } else {
            Err(OfferError::Invalid(errors))
        }
    }

    /// Whether an offer is asked for.
    pub(super) fn keeps(&self, offer: &Offer, mask: &Mask) -> bool {
        let is_of_kind = self.kinds.is_empty() || self.kinds.contains(&offer.content.what.kind());
        let is_there = self.lands.is_empty() || self.lands.contains(&mask.region.land.as_str());
        is_of_kind
            && is_there
            && self.comes(offer, mask.distance_km)
            && self.knows_procedure(&offer.content.what)
            && self.has_words(offer)
    }

    fn comes(&self, offer: &Offer, distance_km: Option<u16>) -> bool {
        let reach = offer.content.reach;
        self.near.is_none()
            || distance_km.is_some_and(|distance| reach.is_usable(distance, self.goes_km))
    }

    fn knows_procedure(&self, what: &What) -> bool {
        let asked = |id: &str| {
            let term = self.reference.taxonomy.term(id);
            let id = term.map_or(id, |term| term.id.as_str());
            self.procedures.iter().any(|asked| asked == id)
        };
        self.procedures.is_empty()
            || match what {
                What::TeamPackage { skills, .. } => skills.iter().any(|skill| asked(&skill.id)),
                What::Procedure { procedure, .. } => asked(procedure),
                What::Workplaces(_) | What::Devices(_) | What::Capacity(_) => false,
            }
    }

    fn has_words(&self, offer: &Offer) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut said = vec![&offer.content.title, &offer.content.text];
        let terms = terms(&offer.content.what);
        let terms = terms
            .into_iter()
            .filter_map(|id| self.reference.taxonomy.term(id));
        said.extend(terms.map(|term| &term.label));
        let said = said
            .into_iter()
            .map(|text| format!("{} {}", text.de, text.en));
        let said = fold(&said.collect::<Vec<_>>().join(" "));
        self.words.iter().all(|word| said.contains(word))
    }
}

/// The terms an offer names.
fn terms(what: &What) -> Vec<&str> {
    match what {
        What::TeamPackage { skills, .. } => skills.iter().map(|skill| skill.id.as_str()).collect(),
        What::Procedure { procedure, product } => {
            let product = product.iter().map(String::as_str);
            [procedure.as_str()].into_iter().chain(product).collect()
        }
        What::Workplaces(_) | What::Devices(_) | What::Capacity(_) => Vec::new(),
    }
}

fn procedures(
    reference: &Reference,
    given: &[String],
    errors: &mut Vec<FieldError>,
) -> Vec<String> {
    let known = given.iter().filter_map(|id| {
        let term = reference.taxonomy.term(id);
        let term = term.filter(|term| term.axis == Axis::Procedure);
        if term.is_none() {
            let detail = format!("\"{id}\" is not a procedure");
            let near = reference.taxonomy.nearest(id, &[Axis::Procedure]);
            errors.push(FieldError::new("procedure", "unknown", detail).suggesting(near));
        }
        term.map(|term| term.id.clone())
    });
    known.collect()
}

fn lands(kit: Kit<'_>, given: &[String], errors: &mut Vec<FieldError>) -> Vec<&'static str> {
    let mut shown = Vec::new();
    for id in given {
        match shown_land(kit.snapshot, id) {
            Ok(land) => shown.push(land),
            Err(known) => {
                let detail = format!("\"{id}\" is neither a Land nor a group of Länder shown here");
                errors.push(FieldError::new("land", "unknown", detail).suggesting(known));
            }
        }
    }
    shown
}

fn near<'a>(
    reference: &'a Reference,
    given: Option<&str>,
    errors: &mut Vec<FieldError>,
) -> Option<&'a Region> {
    let given = given?;
    let ags = given.parse::<Ags>().ok();
    let region = ags.and_then(|ags| reference.regions.get(ags));
    let region = region.filter(|region| region.level != Level::Land);
    if region.is_none() {
        let detail = format!("\"{given}\" is not the AGS of a Kreis or Gemeinde");
        let near = reference.regions.suggest(given);
        errors.push(FieldError::new("near", "unknown", detail).suggesting(near));
    }
    region
}
