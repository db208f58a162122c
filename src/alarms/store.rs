//! Queries of alarms.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::model::{Acknowledged, Alarm, AlarmKind, Last, Sighting};
use crate::access::{Caller, Role};
use crate::db::{Db, StorageError, Txn};
use crate::entity::alarm::{Column, Entity, Model};
use crate::entity::{organisation, role_grant};
use crate::ids::{self, AccountId, AlarmId};

/// Which alarms to list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filter {
    /// All but those about this account.
    pub(super) except: AccountId,
    /// Only open ones, or only others.
    pub(super) is_open: Option<bool>,
    /// Older than this one.
    pub(super) before: Option<AlarmId>,
    /// At most so many.
    pub(super) limit: u64,
}

/// Keeps an alarm; none when there is one of this account, kind and day.
pub(super) async fn insert(
    txn: &Txn,
    caller: &Caller,
    sighting: Sighting,
) -> Result<Option<AlarmId>, DbErr> {
    let Sighting {
        kind,
        from,
        until,
        seen,
        threshold,
    } = sighting;
    let mut roles: Vec<&str> = Vec::new();
    for grant in &caller.grants {
        let role = <&str>::from(grant.role);
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let row = Model {
        id: AlarmId(ids::ordered(txn.now())),
        account_id: caller.account,
        kind: <&str>::from(kind).to_owned(),
        roles: roles.join(" "),
        from_day: from.to_string(),
        until_day: until.to_string(),
        seen,
        threshold,
        raised_at: txn.now(),
        acknowledged_at: None,
        acknowledged_by: None,
        note: None,
    };
    let id = row.id;
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok((inserted == 1).then_some(id))
}

/// The last alarm of a kind about an account.
pub(super) async fn last(
    txn: &Txn,
    account: AccountId,
    kind: AlarmKind,
) -> Result<Option<Last>, StorageError> {
    let row = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::Kind.eq(<&str>::from(kind)))
        .order_by_desc(Column::Id)
        .one(txn.connection())
        .await?;
    row.map(|row| {
        Ok(Last {
            is_open: row.acknowledged_at.is_none(),
            until: day(&row.until_day)?,
        })
    })
    .transpose()
}

/// Alarms, newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    filter: Filter,
) -> Result<Vec<Alarm>, StorageError> {
    let Filter {
        except,
        is_open,
        before,
        limit,
    } = filter;
    let mut query = Entity::find().filter(Column::AccountId.ne(except));
    if let Some(is_open) = is_open {
        query = query.filter(if is_open {
            Column::AcknowledgedAt.is_null()
        } else {
            Column::AcknowledgedAt.is_not_null()
        });
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.order_by_desc(Column::Id).limit(limit).all(db).await?;
    rows.into_iter().map(alarm).collect()
}

/// The organisations accounts hold a role for now, by name.
pub(super) async fn houses(
    db: &Db,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Vec<String>>, DbErr> {
    let grants = role_grant::Entity::find()
        .filter(role_grant::Column::AccountId.is_in(accounts.iter().copied()))
        .filter(role_grant::Column::RevokedAt.is_null())
        .all(db.reader())
        .await?;
    let ids: HashSet<_> = grants
        .iter()
        .filter_map(|grant| grant.organisation_id)
        .collect();
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids))
        .all(db.reader())
        .await?;
    let mut houses: HashMap<AccountId, Vec<String>> = HashMap::new();
    for grant in grants {
        let house = rows
            .iter()
            .find(|row| Some(row.id) == grant.organisation_id);
        let named = houses.entry(grant.account_id).or_default();
        if let Some(house) = house.filter(|house| !named.contains(&house.name)) {
            named.push(house.name.clone());
        }
    }
    Ok(houses)
}

/// How many are open, but for those about an account.
pub(super) async fn count_open(db: &Db, except: AccountId) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::AcknowledgedAt.is_null())
        .filter(Column::AccountId.ne(except))
        .count(db.reader())
        .await
}

/// An alarm that is not about this account.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: AlarmId,
    except: AccountId,
) -> Result<Option<Alarm>, StorageError> {
    let row = Entity::find_by_id(id)
        .filter(Column::AccountId.ne(except))
        .one(db)
        .await?;
    row.map(alarm).transpose()
}

/// Notes what came of an open alarm about somebody else; `false` when there is no such one.
pub(super) async fn acknowledge(
    txn: &Txn,
    id: AlarmId,
    by: AccountId,
    note: Option<&str>,
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::AcknowledgedAt, Expr::value(txn.now()))
        .col_expr(Column::AcknowledgedBy, Expr::value(by))
        .col_expr(Column::Note, Expr::value(note))
        .filter(Column::Id.eq(id))
        .filter(Column::AccountId.ne(by))
        .filter(Column::AcknowledgedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Forgets alarms that somebody looked after so many days ago; open ones stay.
///
/// # Errors
/// The database failed.
pub async fn forget_old(db: &Db, days: u16) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    Entity::delete_many()
        .filter(Column::AcknowledgedAt.lt(txn.now().plus_days(-i64::from(days))))
        .exec(txn.connection())
        .await?;
    txn.commit().await?;
    Ok(())
}

fn alarm(row: Model) -> Result<Alarm, StorageError> {
    let roles = row.roles.split_whitespace().map(str::parse::<Role>);
    let acknowledged = row.acknowledged_at.zip(row.acknowledged_by);
    Ok(Alarm {
        id: row.id,
        account: row.account_id,
        roles: roles
            .collect::<Result<_, _>>()
            .map_err(|_| StorageError::Corrupt("alarms.roles"))?,
        sighting: Sighting {
            kind: row
                .kind
                .parse()
                .map_err(|_| StorageError::Corrupt("alarms.kind"))?,
            from: day(&row.from_day)?,
            until: day(&row.until_day)?,
            seen: row.seen,
            threshold: row.threshold,
        },
        raised_at: row.raised_at,
        acknowledged: acknowledged.map(|(at, by)| Acknowledged {
            at,
            by,
            note: row.note,
        }),
    })
}

fn day(text: &str) -> Result<NaiveDate, StorageError> {
    text.parse()
        .map_err(|_| StorageError::Corrupt("alarms.from_day or until_day"))
}
