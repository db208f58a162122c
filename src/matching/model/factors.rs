//! The soft factors: eight values in basis points, weighted; the weights sum to 1,000.

use search_index::Instant;

use super::ask::{Demand, NeedSkill, Sight, WorkPlace};
use super::candidate::Candidate;
use super::hard::CONFIRMATION_HOLDS;
use super::skill::Claims;
use super::steps::{self, Acceptance, Burden, Confirmation};
use super::travel;
use super::window::{DAY, HOUR, Period, overlap};

/// The best value of a factor.
pub const FULL: i64 = 10_000;
/// The best score.
pub const TOP_SCORE: i64 = 1_000 * FULL;

/// What ranks candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Factor {
    /// Levels and evidence in the roles and domains asked; required ones count twice.
    Skill,
    /// Time on the road.
    Travel,
    /// Products and procedures asked.
    Product,
    /// Share of the window covered, and how soon.
    Availability,
    /// Answers in the past, where the employer has agreed to keep them.
    Response,
    /// Rest after earlier deployments.
    Fairness,
    /// How recently the profile was confirmed.
    Freshness,
    /// Same Land, hence the same law.
    Legal,
}

/// The factors with their weights.
pub const FACTORS: [(Factor, i64); 8] = [
    (Factor::Skill, 400),
    (Factor::Travel, 150),
    (Factor::Product, 120),
    (Factor::Availability, 100),
    (Factor::Response, 80),
    (Factor::Fairness, 60),
    (Factor::Freshness, 50),
    (Factor::Legal, 40),
];

impl Factor {
    /// The name on the wire.
    pub fn id(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Travel => "travel",
            Self::Product => "product",
            Self::Availability => "availability",
            Self::Response => "response",
            Self::Fairness => "fairness",
            Self::Freshness => "freshness",
            Self::Legal => "legal",
        }
    }

    /// Points of 1,000.
    pub fn weight(self) -> i64 {
        FACTORS[self as usize].1
    }

    /// Value in basis points.
    pub fn value(self, candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
        match self {
            Self::Skill => skill(candidate, demand),
            Self::Travel => travel(candidate, demand),
            Self::Product => product(candidate, demand),
            Self::Availability => availability(candidate, demand),
            Self::Response => response(candidate),
            Self::Fairness => fairness(candidate, demand.ask.hour()),
            Self::Freshness => freshness(candidate, demand.ask.hour()),
            Self::Legal => legal(candidate, demand),
        }
    }

    /// Value in basis points for those who see cards only: what stands on no card counts in the steps of its text.
    fn step(self, candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
        let exact = || self.value(candidate, demand);
        match self {
            Self::Skill | Self::Travel | Self::Product | Self::Legal => exact(),
            Self::Availability => {
                let coverage = demand.window.coverage(candidate, demand.ask.hour());
                steps::availability(coverage, &demand.window)
                    .map_or(0, |(begin, share)| share.value() - begin.cost())
            }
            Self::Response => Acceptance::of(exact()).value(),
            Self::Fairness => Burden::of(exact()).value(),
            Self::Freshness => {
                Confirmation::of(candidate.days_since_confirmation(demand.ask.hour())).value()
            }
        }
    }
}

/// The values of all factors, in the order of [`FACTORS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    values: [i64; 8],
}

impl Score {
    /// Scores a candidate.
    pub fn of(candidate: &Candidate<'_>, demand: &Demand<'_>) -> Self {
        let value = |factor: Factor| match demand.ask.sight {
            Sight::Everything => factor.value(candidate, demand),
            Sight::Cards => factor.step(candidate, demand),
        };
        Self {
            values: FACTORS.map(|(factor, _)| value(factor).clamp(0, FULL)),
        }
    }

    /// The value of a factor in basis points.
    pub fn value(&self, factor: Factor) -> i64 {
        self.values[factor as usize]
    }

    /// What a factor adds to the total: weight × value.
    pub fn points(&self, factor: Factor) -> i64 {
        factor.weight() * self.value(factor)
    }

    /// The sum of all points, at most [`TOP_SCORE`].
    pub fn total(&self) -> i64 {
        FACTORS.iter().map(|(factor, _)| self.points(*factor)).sum()
    }
}

fn skill(candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
    mean_worth(candidate, demand, |asked| !asked.is_product())
}

fn product(candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
    mean_worth(candidate, demand, NeedSkill::is_product)
}

/// Weighted mean over some of the skills asked, required ones twice; full when none is asked.
fn mean_worth(
    candidate: &Candidate<'_>,
    demand: &Demand<'_>,
    counts: impl Fn(&NeedSkill) -> bool,
) -> i64 {
    let asked = demand.need.skills.iter().zip(candidate.claims);
    let (mut sum, mut weights) = (0, 0);
    for (skill, claims) in asked.filter(|(skill, _)| counts(skill)) {
        let weight = if skill.required { 2 } else { 1 };
        sum += weight * Claims::worth(claims, skill);
        weights += weight;
    }
    if weights == 0 {
        return FULL;
    }
    sum / weights
}

/// Full up to half an hour and for everybody who need not come, falling to nothing at six hours.
fn travel(candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
    let comes = match demand.place() {
        WorkPlace::OnSite => true,
        WorkPlace::Remote => false,
        WorkPlace::Either => !candidate.can_help_remotely(),
    };
    if !comes {
        return FULL;
    }
    FULL * (360 - travel::minutes(candidate.km)).clamp(0, 330) / 330
}

/// Minutes that decide between equal scores; nobody travels for a remote need.
pub fn tie_minutes(candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
    match demand.place() {
        WorkPlace::OnSite | WorkPlace::Either => travel::minutes(candidate.km),
        WorkPlace::Remote => 0,
    }
}

/// Share of the window covered, less one percent for each hour of late start.
fn availability(candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
    let coverage = demand.window.coverage(candidate, demand.ask.hour());
    let Some(start) = coverage.start else {
        return 0;
    };
    let share = FULL * coverage.covered / demand.window.length();
    let late = (start - demand.window.from()) * 100 / HOUR;

    (share - late).max(0)
}

/// What the register says of past answers; a capacity has none.
fn response(candidate: &Candidate<'_>) -> i64 {
    if candidate.is_person() {
        return i64::from(candidate.response);
    }
    FULL
}

/// Less 4 % for each deployment day in the last 90 days and 30 % for each running deployment; for a
/// capacity, spread over its heads.
fn fairness(candidate: &Candidate<'_>, now: Instant) -> i64 {
    let recent: Period = (now - 90 * DAY, now);
    let served: Instant = candidate
        .commitments
        .iter()
        .map(|period| overlap(*period, recent))
        .sum();
    let runs = |period: &&Period| period.0 <= now && now < period.1;
    let running = candidate
        .commitments
        .iter()
        .filter(runs)
        .map(|_| 3_000)
        .sum::<i64>();
    let burden = served * 400 / DAY + running;

    (FULL - burden / i64::from(candidate.heads())).max(0)
}

/// Linear in whole days, nothing left when the confirmation has run out.
fn freshness(candidate: &Candidate<'_>, now: Instant) -> i64 {
    let longest = CONFIRMATION_HOLDS / DAY;
    candidate
        .days_since_confirmation(now)
        .map_or(0, |days| FULL - FULL * days.clamp(0, longest) / longest)
}

fn legal(candidate: &Candidate<'_>, demand: &Demand<'_>) -> i64 {
    if demand.ask.lands.are_same(candidate.land, demand.ask.land) {
        return FULL;
    }
    4_000
}
