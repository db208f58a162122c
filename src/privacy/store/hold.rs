//! Holding a person before they are erased.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::db::{StorageError, Txn};
use crate::entity::{account, data_key, expert, invitation};
use crate::ids::OrganisationId;
use crate::organisations;
use crate::privacy::Person;

/// Holds the account and the entries of a person until the transaction ends, and ends the invitations that would tie
/// one to the other. Whoever is taking one is waited for: who the person is must be read again afterwards.
///
/// Account, house, invitation, entry: whoever holds several of them holds them in this order.
pub(in crate::privacy) async fn hold(txn: &Txn, person: &Person) -> Result<(), StorageError> {
    hold_account(txn, person).await?;
    // Whoever invites the person now is waited for, or comes too late and finds nobody.
    for employer in employers(txn, person).await? {
        organisations::hold(txn, employer).await?;
    }
    end_invitations(txn, person).await?;
    Ok(hold_entries(txn, person).await?)
}

/// The account, also a closed one.
async fn hold_account(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    use account::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::CreatedAt, Expr::col(Column::CreatedAt))
        .filter(Column::Id.is_in(person.account))
        .exec(txn.connection())
        .await?;
    Ok(())
}

async fn hold_entries(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    use expert::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.is_in(person.entries.iter().copied()))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Whose entries the person has, in one order for everybody who holds several.
pub(super) async fn employers(txn: &Txn, person: &Person) -> Result<Vec<OrganisationId>, DbErr> {
    expert::Entity::find()
        .select_only()
        .column(expert::Column::OrganisationId)
        .distinct()
        .filter(expert::Column::Id.is_in(person.entries.iter().copied()))
        .order_by_asc(expert::Column::OrganisationId)
        .into_tuple()
        .all(txn.connection())
        .await
}

/// Invitations to the person's entries can be taken no more, nor can those that any house sent to the address of the
/// account; the addresses are gone with their keys.
async fn end_invitations(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    use invitation::{Column, Entity};
    let db = txn.connection();
    let addresses: Vec<Vec<u8>> = account::Entity::find()
        .select_only()
        .column(account::Column::EmailLookup)
        .filter(account::Column::Id.is_in(person.account))
        .into_tuple()
        .all(db)
        .await?;
    let to_them = Condition::any()
        .add(Column::ExpertId.is_in(person.entries.iter().copied()))
        .add(Column::EmailLookup.is_in(addresses));
    let open: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(to_them)
        .filter(Column::EndedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(txn.now()))
        .col_expr(Column::EmailLookup, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::SealedEmail, Expr::value(Option::<Vec<u8>>::None))
        .filter(Column::Id.is_in(open.iter().copied()))
        .filter(Column::EndedAt.is_null())
        .exec(db)
        .await?;
    data_key::Entity::delete_many()
        .filter(data_key::Column::Id.is_in(open))
        .exec(db)
        .await?;
    Ok(())
}
