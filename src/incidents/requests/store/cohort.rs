//! What people answered lately, counted over those who are alike; of fewer than a few nothing is read.

use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryResult};

use crate::clock::Instant;
use crate::db::StorageError;
use crate::entity::{alert, expert, expert_availability};
use crate::incidents::requests::model::{
    AlertState, Alike, AnswerKind, Answers, Cohorts, DAY, EVENING, NIGHT, TimeOfDay,
};
use crate::privacy::ANSWER_DAYS;

const MICROS: i64 = 1_000_000;
const YES: [AnswerKind; 3] = [
    AnswerKind::FirstCall,
    AnswerKind::Remote,
    AnswerKind::OnSite,
];

/// Answers for as long as they are kept, of a member and of all: of at least so many people each. Whoever was told and
/// stayed silent said no.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn cohorts<C: ConnectionTrait>(
    db: &C,
    people: u16,
    now: Instant,
) -> Result<Cohorts, StorageError> {
    let mut cohorts = Cohorts::default();
    let mut of_members = counted(people, now);
    let member = (expert::Entity, expert::Column::OrganisationId);
    of_members.column(member).group_by_col(member);
    for row in db.query_all(&of_members).await? {
        let (alike, answers) = read(&row)?;
        let member = row.try_get("", "organisation_id")?;
        cohorts.of_member.insert((member, alike), answers);
    }
    for row in db.query_all(&counted(people, now)).await? {
        let (alike, answers) = read(&row)?;
        cohorts.of_all.insert(alike, answers);
    }
    Ok(cohorts)
}

/// Yes and no by part of the day and availability.
fn counted(people: u16, now: Instant) -> SelectStatement {
    let since = now.plus_days(-i64::from(ANSWER_DAYS));
    let answer = || Expr::col((alert::Entity, alert::Column::Answer));
    let asked = || Expr::col((alert::Entity, alert::Column::ExpertId));
    let yes = || answer().is_in(YES.map(<&str>::from));
    let is_silent = alert::Column::State.eq(<&str>::from(AlertState::Expired));
    let state = (
        expert_availability::Entity,
        expert_availability::Column::State,
    );
    let mut query = Query::select();
    query
        .expr_as(part_of_day(since, now), "part")
        .column(state)
        .expr_as(Func::sum(Expr::case(yes(), 1).finally(0)), "yes")
        .expr_as(Func::sum(Expr::case(yes(), 0).finally(1)), "no")
        .from(alert::Entity)
        .inner_join(
            expert::Entity,
            asked().equals((expert::Entity, expert::Column::Id)),
        )
        .inner_join(
            expert_availability::Entity,
            asked().equals((
                expert_availability::Entity,
                expert_availability::Column::ExpertId,
            )),
        )
        .and_where(alert::Column::MadeAt.gte(since))
        .and_where(answer().is_not_null().or(is_silent))
        .group_by_col("part")
        .group_by_col(state)
        .and_having(asked().count_distinct().gte(i64::from(people)));
    query
}

/// The part of the day in Germany at which somebody was asked. The period is so short that clocks change once at most, and
/// they do at night.
fn part_of_day(since: Instant, now: Instant) -> SimpleExpr {
    let (before, after) = (since.berlin_offset(), now.berlin_offset());
    let days = (0..=i64::from(ANSWER_DAYS)).map(|days| since.plus_days(days));
    let mut changes = days.filter(|at| Instant::end_of(at.date()).berlin_offset() != before);
    let change = changes
        .next()
        .map_or(now, |at| Instant::start_of(at.date()));
    let made_at = "\"alerts\".\"made_at\"";
    let ahead = format!(
        "CASE WHEN {made_at} < {} THEN {} ELSE {} END",
        change.as_micros(),
        before * MICROS,
        after * MICROS,
    );
    let hour = format!("((({made_at} + {ahead}) / {}) % 24)", 3_600 * MICROS);
    let hour = || Expr::cust(hour.clone());
    let is_night = hour().lt(DAY).or(hour().gte(NIGHT));
    Expr::case(is_night, <&str>::from(TimeOfDay::Night))
        .case(hour().lt(EVENING), <&str>::from(TimeOfDay::Day))
        .finally(<&str>::from(TimeOfDay::Evening))
        .into()
}

fn read(row: &QueryResult) -> Result<(Alike, Answers), StorageError> {
    let part: String = row.try_get("", "part")?;
    let state: String = row.try_get("", "state")?;
    let part = part
        .parse()
        .map_err(|_| StorageError::Corrupt("alerts.made_at"))?;
    let state = state.parse();
    let state = state.map_err(|_| StorageError::Corrupt("expert_availability.state"))?;
    let count = |name| {
        let count: i64 = row.try_get("", name)?;
        Ok::<_, StorageError>(u32::try_from(count).unwrap_or(u32::MAX))
    };
    Ok(((part, state), (count("yes")?, count("no")?)))
}
