//! Who saw whom, as far as it is kept.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access::Role;
use crate::db::Db;
use crate::entity::{
    api_token, audit_entry, daily_usage, expert, role_grant, session, vetting_case,
};
use crate::experts::EntryKind;
use crate::ids::{AccountId, ExpertId, SessionId, TokenId, VettingCaseId};
use crate::privacy::affected::Window;

/// Rows a query: a record of years does not fit into memory.
const ROWS: u64 = 10_000;
/// Ids a query: databases allow only so many parameters.
const IDS: usize = 10_000;

/// Entries whose masked card an account, or any, was shown on the days of a window.
pub(in crate::privacy) async fn cards_seen(
    db: &Db,
    account: Option<AccountId>,
    window: Window,
) -> Result<BTreeSet<ExpertId>, DbErr> {
    use daily_usage::{Column, Entity};
    let mut query = Entity::find()
        .select_only()
        .column(Column::What)
        .distinct()
        .filter(Column::Day.gte(window.from.date().to_string()))
        .filter(Column::Day.lte(window.until.date().to_string()));
    if let Some(account) = account {
        query = query.filter(Column::AccountId.eq(account));
    }
    let seen: Vec<String> = query.into_tuple().all(db.reader()).await?;
    let cards = seen.iter().filter_map(|what| what.strip_prefix("card "));
    Ok(cards.filter_map(|id| id.parse().ok()).collect())
}

/// Entries that the audit record names as what an account, or any, acted on, themselves or by their vetting case.
pub(in crate::privacy) async fn entries_named(
    db: &Db,
    account: Option<AccountId>,
    window: Window,
) -> Result<BTreeSet<ExpertId>, DbErr> {
    use audit_entry::{Column, Entity};
    let (mut entries, mut cases) = (BTreeSet::new(), BTreeSet::new());
    let mut last = 0;
    loop {
        let mut query = Entity::find()
            .select_only()
            .columns([Column::Seq, Column::Actor, Column::Subject])
            .filter(Column::Seq.gt(last))
            .filter(Column::At.gte(window.from))
            .filter(Column::At.lt(window.until))
            .order_by_asc(Column::Seq)
            .limit(ROWS);
        if let Some(account) = account {
            query = query.filter(Column::Actor.eq(account.to_string()));
        }
        let rows: Vec<(i64, String, String)> = query.into_tuple().all(db.reader()).await?;
        let Some((seq, ..)) = rows.last() else { break };
        last = *seq;
        for (_, actor, subject) in rows {
            if actor.parse::<AccountId>().is_err() {
                continue;
            }
            if let Ok(entry) = subject.parse::<ExpertId>() {
                entries.insert(entry);
            } else if let Ok(case) = subject.parse::<VettingCaseId>() {
                cases.insert(case);
            }
        }
    }
    let cases: Vec<VettingCaseId> = cases.into_iter().collect();
    for some in cases.chunks(IDS) {
        let rows = vetting_case::Entity::find()
            .filter(vetting_case::Column::Id.is_in(some.iter().copied()))
            .all(db.reader())
            .await?;
        entries.extend(rows.into_iter().map(|row| row.expert_id));
    }
    Ok(entries)
}

/// Entries whose name and contact an account, or any, could open by its roles in a window.
pub(in crate::privacy) async fn entries_in_reach(
    db: &Db,
    account: Option<AccountId>,
    window: Window,
) -> Result<BTreeSet<ExpertId>, DbErr> {
    use role_grant::{Column, Entity};
    let held = Condition::any()
        .add(Column::RevokedAt.is_null())
        .add(Column::RevokedAt.gt(window.from));
    let mut query = Entity::find()
        .filter(Column::Role.eq(<&str>::from(Role::MemberManager)))
        .filter(Column::GrantedAt.lt(window.until))
        .filter(held);
    if let Some(account) = account {
        query = query.filter(Column::AccountId.eq(account));
    }
    let grants = query.all(db.reader()).await?;
    let houses: BTreeSet<_> = grants
        .iter()
        .filter_map(|row| row.organisation_id)
        .collect();
    let mut mine = Condition::any().add(expert::Column::OrganisationId.is_in(houses));
    if let Some(account) = account {
        mine = mine.add(expert::Column::AccountId.eq(account));
    } else {
        mine = mine.add(expert::Column::AccountId.is_not_null());
    }
    let rows = expert::Entity::find()
        .filter(expert::Column::Kind.eq(<&str>::from(EntryKind::Person)))
        .filter(mine)
        .all(db.reader())
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Public names of entries, erased ones too.
pub(in crate::privacy) async fn aliases(
    db: &Db,
    ids: &[ExpertId],
) -> Result<HashMap<ExpertId, String>, DbErr> {
    let mut aliases = HashMap::new();
    for some in ids.chunks(IDS) {
        let rows = expert::Entity::find()
            .filter(expert::Column::Id.is_in(some.iter().copied()))
            .all(db.reader())
            .await?;
        aliases.extend(rows.into_iter().map(|row| (row.id, row.alias)));
    }
    Ok(aliases)
}

/// Whose an access key is, and when it worked.
pub(in crate::privacy) async fn life_of_token(
    db: &Db,
    id: TokenId,
) -> Result<Option<(AccountId, Window)>, DbErr> {
    let found = api_token::Entity::find_by_id(id).one(db.reader()).await?;
    Ok(found.map(|row| {
        let life = Window {
            from: row.created_at,
            until: row.revoked_at.unwrap_or(row.expires_at),
        };
        (row.account_id, life)
    }))
}

/// Whose a session is, and when it was used: until it was ended, or last seen, give or take a minute.
pub(in crate::privacy) async fn life_of_session(
    db: &Db,
    id: SessionId,
) -> Result<Option<(AccountId, Window)>, DbErr> {
    let found = session::Entity::find_by_id(id).one(db.reader()).await?;
    Ok(found.map(|row| {
        let seen = row.seen_at.plus_seconds(120);
        let life = Window {
            from: row.started_at,
            until: row.ended_at.map_or(seen, |ended| ended.max(seen)),
        };
        (row.account_id, life)
    }))
}
