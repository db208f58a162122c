//! The hard rules: which of them an entry breaks. A broken rule removes the entry, it never costs
//! points.

use search_index::{Cefr, Instant, Standing};
use uuid::Uuid;

use super::ask::{Ask, Demand, Sight, WorkPlace};
use super::candidate::Candidate;
use super::rule::{Rule, RuleSet};
use super::skill::Claims;
use super::travel::road_tenths;
use super::window::{Coverage, DAY, HOUR, Period};

/// How long a confirmation holds (mechanics, "Time and periods").
pub const CONFIRMATION_HOLDS: Instant = 365 * DAY;
/// Rest before a deployment.
pub(super) const REST: Instant = 11 * HOUR;

/// All rules the candidate breaks.
pub fn broken(candidate: &Candidate<'_>, demand: &Demand<'_>) -> RuleSet {
    let ask = demand.ask;
    standing(&candidate.standing, ask.now)
        .union(ties(candidate.organisation, candidate.blocks, ask))
        .with(
            Rule::Quota,
            quota_is_short(candidate.standing.days_left_at(ask.now), demand),
        )
        .with(Rule::Level, misses_levels(candidate.claims, demand, 0))
        .union(fit(candidate, demand))
}

/// Rules about the dated facts of the entry and its employer.
pub fn standing(standing: &Standing, now: Instant) -> RuleSet {
    let holds =
        |period: Option<Period>| period.is_some_and(|(from, until)| from <= now && now < until);
    let confirmed = standing
        .confirmed_at
        .map(|at| (at, at.saturating_add(CONFIRMATION_HOLDS)));
    let past = |at: Option<Instant>| at.is_some_and(|at| at <= now);

    RuleSet::default()
        .with(Rule::Vetted, !holds(standing.admitted))
        .with(Rule::Consent, !holds(standing.consent))
        .with(Rule::Confirmed, !holds(confirmed))
        .with(Rule::Participation, !past(standing.participation_from))
        .with(Rule::Release, !holds(standing.released))
        .with(Rule::Conflict, past(standing.struck_since))
}

/// Rules about who asks: conflicts of the employer and blocks of either side.
pub fn ties(organisation: Uuid, blocks: &[Uuid], ask: &Ask) -> RuleSet {
    let conflict = ask.conflicted.contains(&organisation) || ask.requesters.contains(&organisation);
    let blocked = blocks.iter().any(|block| ask.requesters.contains(block));

    RuleSet::default()
        .with(Rule::Conflict, conflict)
        .with(Rule::Block, blocked)
}

/// Whether fewer person-days are left than the window has; a first call needs none.
///
/// Those who see cards only could find the days left by asking for longer and longer windows, and by equal days who
/// works for the same employer: for them one day is enough.
pub fn quota_is_short(days_left: Option<u16>, demand: &Demand<'_>) -> bool {
    let needed = match demand.ask.sight {
        Sight::Everything => demand.window.days(),
        Sight::Cards => 1,
    };
    !demand.need.first_call && days_left.is_some_and(|days| Instant::from(days) < needed)
}

/// Whether a required skill is missing at its level, lowered by `grace`.
pub fn misses_levels(claims: &[Claims], demand: &Demand<'_>, grace: u8) -> bool {
    let mut asked = demand.need.skills.iter().zip(claims);
    asked.any(|(skill, claims)| {
        let level = skill.min_level.saturating_sub(grace).max(1);
        skill.required && !claims.reach(level)
    })
}

/// The rules after the level rule whose facts stand on a card.
pub fn on_card(candidate: &Candidate<'_>, demand: &Demand<'_>) -> RuleSet {
    let speaks = |cefr: &Option<Cefr>| cefr.is_some_and(|cefr| cefr >= Cefr::B2);

    RuleSet::default()
        .with(Rule::Language, !candidate.languages.iter().all(speaks))
        .with(Rule::Mode, !mode_fits(candidate, demand))
}

/// The rules that follow the level rule.
fn fit(candidate: &Candidate<'_>, demand: &Demand<'_>) -> RuleSet {
    let coverage = demand.window.coverage(candidate, demand.ask.hour());

    on_card(candidate, demand)
        .with(Rule::Clearance, !is_cleared(candidate, demand))
        .with(Rule::Travel, is_too_far(candidate, demand))
        .with(Rule::Window, !covers_enough(coverage, demand))
        .with(Rule::Load, is_loaded(candidate, demand, coverage))
}

/// Whether the clearance asked is held to the end of the window.
fn is_cleared(candidate: &Candidate<'_>, demand: &Demand<'_>) -> bool {
    let (level, until) = candidate.clearance;
    let holds = until.is_none_or(|until| until >= demand.window.period().1);

    demand.need.clearance == 0 || (level >= demand.need.clearance && holds)
}

fn mode_fits(candidate: &Candidate<'_>, demand: &Demand<'_>) -> bool {
    match demand.place() {
        WorkPlace::OnSite => candidate.can_come(),
        WorkPlace::Remote => candidate.can_help_remotely(),
        WorkPlace::Either => true,
    }
}

/// Whether the candidate would have to come and does not travel that far. Who can help from afar
/// need not come, unless the need is on site; who cannot come at all breaks the mode rule instead.
fn is_too_far(candidate: &Candidate<'_>, demand: &Demand<'_>) -> bool {
    let must_come = match demand.place() {
        WorkPlace::OnSite => candidate.can_come(),
        WorkPlace::Remote => false,
        WorkPlace::Either => !candidate.can_help_remotely(),
    };
    must_come && !is_within_reach(candidate)
}

/// Whether the place lies within the candidate's own radius.
pub fn is_within_reach(candidate: &Candidate<'_>) -> bool {
    road_tenths(candidate.km) <= i64::from(candidate.radius_km) * 10
}

fn covers_enough(coverage: Coverage, demand: &Demand<'_>) -> bool {
    let in_time = |start: Instant| start <= demand.window.from() + DAY;

    coverage.covered * 2 >= demand.window.length() && coverage.start.is_some_and(in_time)
}

/// Whether every head is committed in the window, or a person would start less than eleven hours
/// after a deployment.
fn is_loaded(candidate: &Candidate<'_>, demand: &Demand<'_>, coverage: Coverage) -> bool {
    let start = coverage.start.unwrap_or(demand.window.from());
    let tired = |period: &Period| period.1 <= start && start < period.1 + REST;
    let without_rest = candidate.is_person() && candidate.commitments.iter().any(tired);

    without_rest
        || candidate.committed_heads(demand.window.period()) >= usize::from(candidate.heads())
}
