//! Queries of roles.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::caller::covered;
use super::{Grant, Right, Role, Scope};
use crate::clock::Instant;
use crate::db::StorageError;
use crate::entity::{account, role_grant};
use crate::ids::{AccountId, OrganisationId};

/// The roles of an account now; none when it is closed, or there is no such account.
///
/// # Errors
/// Storage failed.
pub async fn grants_of_open<C: ConnectionTrait>(
    db: &C,
    id: AccountId,
    now: Instant,
) -> Result<Option<Vec<Grant>>, StorageError> {
    let found = account::Entity::find_by_id(id).one(db).await?;
    if found.is_none_or(|account| account.closed_at.is_some()) {
        return Ok(None);
    }
    let rows = role_grant::Entity::find()
        .filter(role_grant::Column::AccountId.eq(id))
        .all(db)
        .await?;
    let mut held = Vec::with_capacity(rows.len());
    for row in rows {
        if holds(db, &row, now).await? {
            held.push(row);
        }
    }
    let grants: Result<Vec<Grant>, StorageError> = held
        .into_iter()
        .map(|row| {
            let role = row.role.parse();
            Ok(Grant {
                role: role.map_err(|_| StorageError::Corrupt("role_grants.role"))?,
                organisation: row.organisation_id,
            })
        })
        .collect();
    grants.map(Some)
}

/// Whether a role holds now.
///
/// # Errors
/// Storage failed.
pub async fn holds<C: ConnectionTrait>(
    db: &C,
    row: &role_grant::Model,
    now: Instant,
) -> Result<bool, StorageError> {
    Ok(row.revoked_at.is_none_or(|at| at > now) && is_backed(db, row).await?)
}

/// Whether a role holds by itself, or whoever delegated it still has it: what is delegated ends with that.
async fn is_backed<C: ConnectionTrait>(
    db: &C,
    row: &role_grant::Model,
) -> Result<bool, StorageError> {
    use role_grant::Column;
    let (Some(by), Some(organisation)) = (row.delegated_by, row.organisation_id) else {
        return Ok(true);
    };
    let backing = role_grant::Entity::find()
        .filter(Column::AccountId.eq(by))
        .filter(Column::Role.eq(row.role.as_str()))
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::DelegatedBy.is_null())
        .filter(Column::RevokedAt.is_null())
        // A role that was taken and given again backs nothing from before.
        .filter(Column::GrantedAt.lte(row.granted_at))
        .one(db)
        .await?;
    let giver = account::Entity::find_by_id(by).one(db).await?;
    Ok(backing.is_some() && giver.is_some_and(|giver| giver.closed_at.is_none()))
}

/// Open accounts that have a role now, each once, for an organisation or for all; deputies too.
///
/// # Errors
/// Storage failed.
pub async fn holders<C: ConnectionTrait>(
    db: &C,
    (role, organisation): (Role, Option<OrganisationId>),
    now: Instant,
) -> Result<Vec<AccountId>, StorageError> {
    use role_grant::Column;
    let house = match organisation {
        Some(organisation) => Column::OrganisationId.eq(organisation),
        None => Column::OrganisationId.is_null(),
    };
    let rows = role_grant::Entity::find()
        .filter(Column::Role.eq(<&str>::from(role)))
        .filter(house)
        .all(db)
        .await?;
    let mut held = Vec::with_capacity(rows.len());
    for row in rows {
        if holds(db, &row, now).await? {
            held.push(row.account_id);
        }
    }
    let open = account::Entity::find()
        .filter(account::Column::Id.is_in(held))
        .filter(account::Column::ClosedAt.is_null())
        .all(db)
        .await?;
    Ok(open.into_iter().map(|row| row.id).collect())
}

/// What an account covers with a right now: for whoever did their part of something yesterday, of which the other
/// part is done today. None when the account is closed, or has the right no more.
///
/// # Errors
/// Storage failed.
pub async fn scope_of<C: ConnectionTrait>(
    db: &C,
    (id, right): (AccountId, Right),
    now: Instant,
) -> Result<Option<Scope>, StorageError> {
    let grants = grants_of_open(db, id, now).await?;
    Ok(covered(id, &grants.unwrap_or_default(), right))
}
