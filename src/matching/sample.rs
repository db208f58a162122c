//! A candidate, a need and an ask for tests: they fit, and a test changes what matters to it.

use std::collections::BTreeSet;

use search_index::{
    Axis, Cefr, EntryKind, Evidence, Instant, Localised, Readiness, Standing, TermOrd, WorkMode,
};
use uuid::Uuid;

use super::model::ask::{Ask, Demand, Headcount, Lands, Need, NeedSkill, Phase, Sight, WorkPlace};
use super::model::candidate::Candidate;
use super::model::factors::Score;
use super::model::hard;
use super::model::rule::RuleSet;
use super::model::skill::{Claim, Claims};
use super::model::window::{DAY, Period};

/// Monday, 1 December 2025, 9:00 in Germany.
pub(crate) const NOW: Instant = 1_764_576_000;

/// Owns what a [`Candidate`] borrows.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) id: Uuid,
    pub(crate) kind: EntryKind,
    pub(crate) headcount: u16,
    pub(crate) organisation: Uuid,
    pub(crate) standing: Standing,
    pub(crate) blocks: Vec<Uuid>,
    pub(crate) land: u8,
    pub(crate) km: u16,
    pub(crate) radius_km: u16,
    pub(crate) mode: WorkMode,
    pub(crate) max_days: u16,
    pub(crate) notice_hours: u16,
    pub(crate) clearance: (u8, Option<Instant>),
    pub(crate) readiness: (Readiness, Option<Instant>),
    pub(crate) weekdays: u8,
    pub(crate) absences: Vec<Period>,
    pub(crate) commitments: Vec<Period>,
    pub(crate) on_call: Vec<Period>,
    pub(crate) response: u16,
    pub(crate) claims: Vec<Claims>,
    pub(crate) languages: Vec<Option<Cefr>>,
}

/// A person nearby, free at once, confirmed today, leading in the one skill asked.
pub(crate) fn sample() -> Sample {
    let always = Some((NOW - 100 * DAY, NOW + 1_000 * DAY));
    Sample {
        id: Uuid::from_u128(1),
        kind: EntryKind::Person,
        headcount: 1,
        organisation: Uuid::from_u128(100),
        standing: Standing {
            admitted: always,
            consent: always,
            confirmed_at: Some(NOW),
            participation_from: Some(NOW - 100 * DAY),
            released: always,
            days_left: None,
            days_left_then: None,
            struck_since: None,
        },
        blocks: Vec::new(),
        land: 15,
        km: 10,
        radius_km: 200,
        mode: WorkMode::Either,
        max_days: 60,
        notice_hours: 0,
        clearance: (0, None),
        readiness: (Readiness::Now, None),
        weekdays: 0b0111_1111,
        absences: Vec::new(),
        commitments: Vec::new(),
        on_call: Vec::new(),
        response: 10_000,
        claims: vec![holding(4, Evidence::Certified)],
        languages: vec![Some(Cefr::C2)],
    }
}

/// Claims of a term held itself.
pub(crate) fn holding(level: u8, evidence: Evidence) -> Claims {
    Claims {
        own: Some(Claim { level, evidence }),
        ..Claims::default()
    }
}

/// One required role at level 3, on site, German.
pub(crate) fn need() -> Need {
    Need {
        label: Localised {
            de: "IT-Forensik".into(),
            en: "Digital forensics".into(),
        },
        skills: vec![asked(0, Axis::Role, true)],
        headcount: Headcount { min: 1, desired: 2 },
        place: WorkPlace::OnSite,
        languages: vec![TermOrd(40)],
        clearance: 0,
        days: None,
        first_call: false,
    }
}

/// A skill asked at level 3.
pub(crate) fn asked(term: u16, axis: Axis, required: bool) -> NeedSkill {
    NeedSkill {
        term: TermOrd(term),
        axis,
        min_level: 3,
        required,
    }
}

/// A week from now.
pub(crate) fn ask() -> Ask {
    Ask {
        place: [1.0, 0.0, 0.0],
        land: 15,
        lands: Lands::EACH,
        sight: Sight::Everything,
        from: NOW,
        days: 7,
        phase: Phase::Acute,
        now: NOW,
        requesters: vec![Uuid::from_u128(200)],
        conflicted: BTreeSet::from([Uuid::from_u128(201)]),
        tie_key: [7; 32],
    }
}

impl Sample {
    pub(crate) fn candidate(&self) -> Candidate<'_> {
        Candidate {
            id: self.id,
            kind: self.kind,
            headcount: self.headcount,
            organisation: self.organisation,
            standing: self.standing,
            blocks: &self.blocks,
            land: self.land,
            km: self.km,
            radius_km: self.radius_km,
            mode: self.mode,
            max_days: self.max_days,
            notice_hours: self.notice_hours,
            clearance: self.clearance,
            readiness: self.readiness,
            weekdays: self.weekdays,
            absences: &self.absences,
            commitments: &self.commitments,
            on_call: &self.on_call,
            response: self.response,
            claims: &self.claims,
            languages: &self.languages,
        }
    }

    /// The rules broken for a need of the default ask.
    pub(crate) fn broken(&self, need: &Need) -> RuleSet {
        hard::broken(&self.candidate(), &Demand::new(&ask(), need))
    }

    /// The score for a need of the default ask.
    pub(crate) fn score(&self, need: &Need) -> Score {
        Score::of(&self.candidate(), &Demand::new(&ask(), need))
    }

    pub(crate) fn id(mut self, id: u128) -> Self {
        self.id = Uuid::from_u128(id);
        self
    }

    pub(crate) fn kind(mut self, kind: EntryKind, headcount: u16) -> Self {
        self.kind = kind;
        self.headcount = headcount;
        self
    }

    pub(crate) fn km(mut self, km: u16) -> Self {
        self.km = km;
        self
    }

    pub(crate) fn mode(mut self, mode: WorkMode) -> Self {
        self.mode = mode;
        self
    }

    pub(crate) fn level(mut self, level: u8) -> Self {
        self.claims = vec![holding(level, Evidence::Certified)];
        self
    }

    pub(crate) fn claims(mut self, claims: Vec<Claims>) -> Self {
        self.claims = claims;
        self
    }

    pub(crate) fn readiness(mut self, readiness: Readiness, from: Option<Instant>) -> Self {
        self.readiness = (readiness, from);
        self
    }

    pub(crate) fn weekdays(mut self, weekdays: u8) -> Self {
        self.weekdays = weekdays;
        self
    }

    pub(crate) fn notice_hours(mut self, notice_hours: u16) -> Self {
        self.notice_hours = notice_hours;
        self
    }

    pub(crate) fn max_days(mut self, max_days: u16) -> Self {
        self.max_days = max_days;
        self
    }

    pub(crate) fn absent(mut self, period: Period) -> Self {
        self.absences.push(period);
        self
    }

    pub(crate) fn on_call(mut self, period: Period) -> Self {
        self.on_call.push(period);
        self
    }

    pub(crate) fn committed(mut self, period: Period) -> Self {
        self.commitments.push(period);
        self
    }
}
