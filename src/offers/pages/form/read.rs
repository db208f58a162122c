//! The form of an offer, read.

use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::NaiveDate;
use web::pages::SkillInput;
use web::parts::{FieldProblem, Filled};

use super::fill::FIELDS;
use crate::experts::{LongText, ShortText};
use crate::offers::body::{NewOffer, ReachKind};
use crate::offers::model::{Compute, OfferKind, OfferSkill, OfferState};
use crate::organisations::{self, OrganisationBody};
use crate::pages::{Parameters, place_name, read_skills, resolve_place};
use crate::reference::{Ags, Reference};

/// Rows for skills at first, and as many more each time.
pub(super) const ROWS: usize = 5;
/// Rows at most.
const MOST_ROWS: usize = 30;
/// Most of an amount of computing power or storage.
const MOST_COMPUTE: u32 = 1_000_000;

/// A form as it was sent or is filled, with what was understood of it.
pub(super) struct Read {
    pub(super) kind: OfferKind,
    pub(super) form: Filled,
    pub(super) skills: Vec<SkillInput>,
    /// The offer, unless something is missing or wrong.
    pub(super) offer: Option<NewOffer>,
}

impl Read {
    /// Reads what was sent of an offer of a house; where the offer is stays understood.
    pub(super) fn of(
        reference: &Reference,
        (house, held): (&OrganisationBody, Option<Ags>),
        (kind, sent): (OfferKind, &Parameters),
    ) -> Self {
        let text = |name: &'static str| (name, sent.first(name).unwrap_or_default().to_owned());
        let mut reader = Reader {
            sent,
            problems: Vec::new(),
        };
        let rows = if kind == OfferKind::TeamPackage {
            let rows = sent.parsed("zeilen").unwrap_or(ROWS);
            rows.clamp(1, MOST_ROWS)
        } else {
            0
        };
        let (skills, understood) = read_skills(&reference.taxonomy, sent, rows);
        let skilled = understood.iter().map(|(term, level)| OfferSkill {
            id: term.id.clone(),
            level: *level,
        });
        let places = places(reference, house, held);
        let place = reader.place(reference, &places);
        let offer = reader.offer((house, kind), (place, skilled.collect()));
        let are_known = skills.iter().all(|skill| skill.problem.is_none());
        let is_right = reader.problems.is_empty() && are_known;
        Self {
            kind,
            form: Filled {
                values: FIELDS.map(text).to_vec(),
                problems: reader.problems,
            },
            skills,
            offer: offer.filter(|_| is_right),
        }
    }

    /// Shows more rows for skills, and says of nothing that it is wrong.
    pub(super) fn add_rows(&mut self, reference: &Reference, sent: &Parameters) {
        let rows = (self.skills.len() + ROWS).min(MOST_ROWS);
        self.skills = read_skills(&reference.taxonomy, sent, rows).0;
        for skill in &mut self.skills {
            skill.problem = None;
        }
        self.form.problems.clear();
    }
}

/// Places whose whole names are understood: where the offer is, and the seat of the house.
fn places(
    reference: &Reference,
    house: &OrganisationBody,
    held: Option<Ags>,
) -> Vec<(String, Ags)> {
    let seat = organisations::seat_of(reference, &house.place);
    let known = [held, seat].into_iter().flatten();
    let known = known.filter_map(|ags| reference.regions.get(ags));
    known
        .map(|region| (place_name(reference, region), region.ags))
        .collect()
}

struct Reader<'a> {
    sent: &'a Parameters,
    problems: Vec<(&'static str, FieldProblem)>,
}

impl Reader<'_> {
    fn fail(&mut self, name: &'static str, problem: FieldProblem) {
        self.problems.push((name, problem));
    }

    /// What was filled in, as it is stored: lines end as they do everywhere but in forms.
    fn text(&self, name: &str) -> String {
        let typed = self.sent.first(name).unwrap_or_default();
        typed.replace("\r\n", "\n")
    }

    fn offer(
        &mut self,
        (house, kind): (&OrganisationBody, OfferKind),
        (place, skills): (Option<Ags>, Vec<OfferSkill>),
    ) -> Option<NewOffer> {
        if self.sent.first("titel").is_none() {
            self.fail("titel", FieldProblem::Missing);
        }
        let (quantity, capacity) = (self.quantity(kind), self.capacity(kind));
        let procedure = self.procedure(kind);
        let product = self.sent.first("produkt");
        let product = product.filter(|_| kind == OfferKind::Procedure);
        let reach = self.choice("reichweite");
        let radius_km = self.radius(reach);
        let lead_hours = self.needed("vorlauf", 0..=720);
        let max_days = self.needed("tage", 1..=366);
        let cost = self.choice("kosten");
        let valid_until = self.day("bis");
        let note = ShortText {
            de: self.text("kosten-hinweis"),
            en: self.text("kosten-hinweis-englisch"),
        };
        Some(NewOffer {
            organisation_id: house.id,
            state: OfferState::Draft,
            kind,
            title: ShortText {
                de: self.text("titel"),
                en: self.text("titel-englisch"),
            },
            text: LongText {
                de: self.text("beschreibung"),
                en: self.text("beschreibung-englisch"),
            },
            quantity,
            capacity,
            procedure,
            product: product.map(str::to_owned),
            skills,
            place: place?.to_string(),
            reach: reach?,
            radius_km,
            lead_hours: lead_hours?,
            max_days: max_days?,
            cost: cost?,
            cost_note: (note != ShortText::default()).then_some(note),
            valid_until: valid_until?,
        })
    }

    fn quantity(&mut self, kind: OfferKind) -> Option<u32> {
        match kind {
            OfferKind::TeamPackage => self.needed("anzahl", 1..=500),
            OfferKind::Workplaces | OfferKind::Devices => self.needed("anzahl", 1..=10_000),
            OfferKind::Capacity | OfferKind::Procedure => None,
        }
    }

    fn capacity(&mut self, kind: OfferKind) -> Option<Compute> {
        if kind != OfferKind::Capacity {
            return None;
        }
        let names = ["vcpu", "arbeitsspeicher", "speicher"];
        if names.iter().all(|name| self.sent.first(name).is_none()) {
            self.fail("vcpu", FieldProblem::Missing);
        }
        let [vcpu, memory_gb, storage_tb] =
            names.map(|name| self.number::<u32>(name, 1..=MOST_COMPUTE));
        Some(Compute {
            vcpu,
            memory_gb,
            storage_tb,
        })
    }

    fn procedure(&mut self, kind: OfferKind) -> Option<String> {
        if kind != OfferKind::Procedure {
            return None;
        }
        let chosen = self.sent.first("verfahren").map(str::to_owned);
        if chosen.is_none() {
            self.fail("verfahren", FieldProblem::Missing);
        }
        chosen
    }

    /// How far it comes; whatever stands there where it does not come.
    fn radius(&mut self, reach: Option<ReachKind>) -> Option<u16> {
        match reach {
            Some(ReachKind::Radius) => self.needed("umkreis", 25..=1_000),
            Some(ReachKind::AtPlace | ReachKind::Nationwide) | None => None,
        }
    }

    /// A whole number in these bounds; none where nothing is filled in.
    fn number<N: TryFrom<u32>>(
        &mut self,
        name: &'static str,
        bounds: RangeInclusive<u32>,
    ) -> Option<N> {
        let typed = self.sent.first(name)?;
        let number = typed.parse().ok().filter(|number| bounds.contains(number));
        if number.is_none() {
            self.fail(name, FieldProblem::NoNumber(*bounds.start(), *bounds.end()));
        }
        number.and_then(|number| N::try_from(number).ok())
    }

    fn needed<N: TryFrom<u32>>(
        &mut self,
        name: &'static str,
        bounds: RangeInclusive<u32>,
    ) -> Option<N> {
        if self.sent.first(name).is_none() {
            self.fail(name, FieldProblem::Missing);
        }
        self.number(name, bounds)
    }

    fn choice<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let chosen = self.sent.parsed(name);
        if chosen.is_none() {
            self.fail(name, FieldProblem::Missing);
        }
        chosen
    }

    /// A day as browsers send it, or as people write it.
    fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        let Some(typed) = self.sent.first(name) else {
            self.fail(name, FieldProblem::Missing);
            return None;
        };
        let mut formats = ["%Y-%m-%d", "%d.%m.%Y"].iter();
        let day = formats.find_map(|format| NaiveDate::parse_from_str(typed, format).ok());
        if day.is_none() {
            self.fail(name, FieldProblem::NoDay);
        }
        day
    }

    fn place(&mut self, reference: &Reference, places: &[(String, Ags)]) -> Option<Ags> {
        let typed = self.sent.first("ort").unwrap_or_default();
        if let Some((_, ags)) = places.iter().find(|(name, _)| name == typed) {
            return Some(*ags);
        }
        let asked = resolve_place(reference, "", self.sent);
        if asked.ags.is_none() {
            let problem = asked
                .field
                .problem
                .map_or(FieldProblem::Missing, |problem| {
                    let near = problem.choices().iter().take(5);
                    FieldProblem::NoPlace(near.map(|choice| choice.label.clone()).collect())
                });
            self.fail("ort", problem);
        }
        asked.ags
    }
}
