//! Checks offers against their kind and the reference data.

use std::collections::HashSet;

use validator::Validate;

use super::body::{NewOffer, ReachKind};
use super::model::{Compute, Content, LONGEST_DAYS, OfferKind, OfferSkill, Reach, What};
use crate::clock::Instant;
use crate::input::{self, FieldError};
use crate::reference::{Ags, Axis, Level, Reference, Text};

/// People of a team package.
const MOST_PEOPLE: u32 = 500;

/// What an offer says, or all that is wrong with it; its last day is looked at apart.
pub(super) fn content(reference: &Reference, new: &NewOffer) -> Result<Content, Vec<FieldError>> {
    let errors = match new.validate() {
        Ok(()) => Vec::new(),
        Err(errors) => input::from_validation(&errors, ""),
    };
    let mut checker = Checker { reference, errors };
    checker.foreign_fields(new);
    let title = checker.title(new);
    let what = checker.what(new);
    let place = checker.place(&new.place);
    let reach = checker.reach(new.reach, new.radius_km);
    let note = new.cost_note.clone().map_or_else(Text::default, Text::from);
    match (what, place, reach) {
        (Some(what), Some(place), Some(reach)) if checker.errors.is_empty() => Ok(Content {
            title,
            text: trimmed(&new.text.clone().into()),
            what,
            place,
            reach,
            lead_hours: new.lead_hours,
            max_days: new.max_days,
            cost: new.cost,
            cost_note: trimmed(&note),
            expires_at: Instant::end_of(new.valid_until),
        }),
        _ => Err(checker.errors),
    }
}

/// The last day of an offer that is to stand: today at the earliest.
pub(super) fn last_day(new: &NewOffer, now: Instant) -> Option<FieldError> {
    let error = |code, detail: String| Some(FieldError::new("/valid_until", code, detail));
    let latest = now.plus_days(LONGEST_DAYS).date();
    if new.valid_until < now.date() {
        return error("past", "the last day is past".to_owned());
    }
    if new.valid_until > latest {
        return error("too_late", format!("at the latest {latest}"));
    }
    None
}

struct Checker<'a> {
    reference: &'a Reference,
    errors: Vec<FieldError>,
}

impl Checker<'_> {
    fn fail(&mut self, pointer: &str, code: &str, detail: &str) {
        self.errors.push(FieldError::new(pointer, code, detail));
    }

    fn title(&mut self, new: &NewOffer) -> Text {
        let title = trimmed(&new.title.clone().into());
        if title.de.is_empty() && !new.title.de.is_empty() {
            self.fail("/title/de", "length", "say in a line what is offered");
        }
        title
    }

    /// What an offer of another kind has.
    fn foreign_fields(&mut self, new: &NewOffer) {
        let is_counted = match new.kind {
            OfferKind::TeamPackage | OfferKind::Workplaces | OfferKind::Devices => true,
            OfferKind::Capacity | OfferKind::Procedure => false,
        };
        let named = [
            ("/quantity", new.quantity.is_some(), is_counted),
            (
                "/capacity",
                new.capacity.is_some(),
                new.kind == OfferKind::Capacity,
            ),
            (
                "/procedure",
                new.procedure.is_some(),
                new.kind == OfferKind::Procedure,
            ),
            (
                "/product",
                new.product.is_some(),
                new.kind == OfferKind::Procedure,
            ),
            (
                "/skills",
                !new.skills.is_empty(),
                new.kind == OfferKind::TeamPackage,
            ),
        ];
        for (pointer, is_given, belongs) in named {
            if is_given && !belongs {
                self.fail(pointer, "kind", "an offer of this kind has none");
            }
        }
    }

    fn what(&mut self, new: &NewOffer) -> Option<What> {
        match new.kind {
            OfferKind::TeamPackage => {
                let headcount = self.quantity(new.quantity);
                let skills = self.skills(&new.skills);
                if headcount.is_some_and(|people| people > MOST_PEOPLE) {
                    self.fail("/quantity", "range", "must be between 1 and 500");
                }
                Some(What::TeamPackage {
                    headcount: headcount?,
                    skills,
                })
            }
            OfferKind::Workplaces => self.quantity(new.quantity).map(What::Workplaces),
            OfferKind::Devices => self.quantity(new.quantity).map(What::Devices),
            OfferKind::Capacity => {
                let compute = new.capacity.filter(|compute| !Compute::is_empty(*compute));
                if compute.is_none() {
                    self.fail("/capacity", "required", "say how much there is");
                }
                compute.map(What::Capacity)
            }
            OfferKind::Procedure => {
                if new.procedure.is_none() {
                    self.fail("/procedure", "required", "say which procedure");
                }
                let procedure = new.procedure.as_ref();
                let procedure =
                    procedure.and_then(|id| self.term("/procedure", id, &[Axis::Procedure]));
                let product = new.product.as_ref();
                let product = product.and_then(|id| self.term("/product", id, &[Axis::Product]));
                Some(What::Procedure {
                    procedure: procedure?,
                    product,
                })
            }
        }
    }

    fn quantity(&mut self, given: Option<u32>) -> Option<u32> {
        if given.is_none() {
            self.fail("/quantity", "required", "say how many there are");
        }
        given
    }

    fn skills(&mut self, given: &[OfferSkill]) -> Vec<OfferSkill> {
        if given.is_empty() {
            self.fail("/skills", "required", "name at least one skill");
        }
        let (mut skills, mut seen) = (Vec::with_capacity(given.len()), HashSet::new());
        for (position, OfferSkill { id, level }) in given.iter().enumerate() {
            let pointer = format!("/skills/{position}/id");
            let Some(id) = self.term(&pointer, id, &Axis::SKILLS) else {
                continue;
            };
            if !seen.insert(id.clone()) {
                let detail = format!("\"{id}\" is named twice");
                self.fail(&pointer, "duplicate", &detail);
            }
            skills.push(OfferSkill { id, level: *level });
        }
        skills
    }

    /// The term as it counts now.
    fn term(&mut self, pointer: &str, given: &str, axes: &[Axis]) -> Option<String> {
        let term = self.reference.taxonomy.term(given);
        let term = term.filter(|term| axes.contains(&term.axis));
        if term.is_none() {
            let detail = format!("\"{given}\" is not a term that belongs here");
            let error = FieldError::new(pointer, "unknown", detail);
            let near = self.reference.taxonomy.nearest(given, axes);
            self.errors.push(error.suggesting(near));
        }
        term.map(|term| term.id.clone())
    }

    /// A place is a Gemeinde or a Kreis.
    fn place(&mut self, given: &str) -> Option<Ags> {
        let ags = given.parse::<Ags>().ok();
        let region = ags.and_then(|ags| self.reference.regions.get(ags));
        match region {
            None => {
                let detail = format!("\"{given}\" is not a place of the register");
                let error = FieldError::new("/place", "unknown", detail);
                let near = self.reference.regions.suggest(given);
                self.errors.push(error.suggesting(near));
                None
            }
            Some(region) if region.level == Level::Land => {
                self.fail("/place", "level", "name a Gemeinde or a Kreis");
                None
            }
            Some(region) => Some(region.ags),
        }
    }

    fn reach(&mut self, kind: ReachKind, radius_km: Option<u16>) -> Option<Reach> {
        match (kind, radius_km) {
            (ReachKind::AtPlace, None) => Some(Reach::AtPlace),
            (ReachKind::Nationwide, None) => Some(Reach::Nationwide),
            (ReachKind::Radius, Some(km)) => Some(Reach::Within(km)),
            (ReachKind::Radius, None) => {
                self.fail("/radius_km", "required", "say how far it comes");
                None
            }
            (ReachKind::AtPlace | ReachKind::Nationwide, Some(_)) => {
                self.fail("/radius_km", "reach", "only with the reach radius");
                None
            }
        }
    }
}

fn trimmed(text: &Text) -> Text {
    Text {
        de: text.de.trim().to_owned(),
        en: text.en.trim().to_owned(),
    }
}
