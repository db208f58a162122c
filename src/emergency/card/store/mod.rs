//! Queries of cards, codes, acceptances and replacements.

mod acceptance;
mod list;
mod replacement;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

pub(super) use acceptance::{Acceptance, insert_acceptance, last_acceptance, open_signatory};
pub(super) use list::{Held, Listing, codes_left, current_of, list, with_acceptances};
pub(super) use replacement::{ask, asked_by, confirm, replacements, withdraw};

use super::model::{Card, CardState};
use crate::db::{Actor, StorageError, Txn};
use crate::emergency::coverage::ActingAs;
use crate::entity::{emergency_card, emergency_code};
use crate::ids::{EmergencyCardId, OrganisationId};

/// A card that somebody issues.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewCard {
    pub(super) id: EmergencyCardId,
    pub(super) organisation: OrganisationId,
    pub(super) sequence: i32,
    pub(super) acceptance: Uuid,
    pub(super) actor: Actor,
    pub(super) issued_as: ActingAs,
}

/// Inserts a card; `false` when there is one of this number already.
pub(super) async fn insert(txn: &Txn, new: NewCard) -> Result<bool, DbErr> {
    use emergency_card::{Column, Entity};
    let row = emergency_card::Model {
        id: new.id,
        organisation_id: new.organisation,
        sequence: new.sequence,
        state: <&str>::from(CardState::Issued).to_owned(),
        acceptance_id: new.acceptance,
        issued_at: txn.now(),
        issued_by: new.actor.to_string(),
        issued_as: <&str>::from(new.issued_as).to_owned(),
        ended_at: None,
        ended_by: None,
    };
    let taken = OnConflict::columns([Column::OrganisationId, Column::Sequence])
        .do_nothing()
        .to_owned();
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(taken)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn insert_codes(
    txn: &Txn,
    card: EmergencyCardId,
    hashes: Vec<Vec<u8>>,
) -> Result<(), DbErr> {
    let rows = hashes.into_iter().map(|code_hash| {
        let row = emergency_code::Model {
            // Random: the order of the rows must not tell which of the printed codes was used.
            id: Uuid::new_v4(),
            card_id: card,
            code_hash,
            used_at: None,
            void_at: None,
        };
        row.into_active_model()
    });
    emergency_code::Entity::insert_many(rows)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: EmergencyCardId,
) -> Result<Option<Card>, StorageError> {
    let found = emergency_card::Entity::find_by_id(id).one(db).await?;
    found.map(card).transpose()
}

/// The card an administration got last.
pub(super) async fn last<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Option<Card>, StorageError> {
    let found = emergency_card::Entity::find()
        .filter(emergency_card::Column::OrganisationId.eq(organisation))
        .order_by_desc(emergency_card::Column::Sequence)
        .one(db)
        .await?;
    found.map(card).transpose()
}

/// Ends a card that is in one of these states, and its codes with it; `false` when it is in none.
pub(super) async fn end(
    txn: &Txn,
    id: EmergencyCardId,
    (from, to): (&[CardState], CardState),
    actor: Actor,
) -> Result<bool, DbErr> {
    use emergency_card::{Column, Entity};
    let from = from.iter().map(|state| <&str>::from(*state));
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(<&str>::from(to)))
        .filter(Column::Id.eq(id))
        .filter(Column::State.is_in(from))
        .exec(txn.connection())
        .await?;
    if result.rows_affected != 1 {
        return Ok(false);
    }
    Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(txn.now()))
        .col_expr(Column::EndedBy, Expr::value(actor.to_string()))
        .filter(Column::Id.eq(id))
        .filter(Column::EndedAt.is_null())
        .exec(txn.connection())
        .await?;
    emergency_code::Entity::update_many()
        .col_expr(emergency_code::Column::VoidAt, Expr::value(txn.now()))
        .filter(emergency_code::Column::CardId.eq(id))
        .filter(emergency_code::Column::UsedAt.is_null())
        .filter(emergency_code::Column::VoidAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(true)
}

fn card(row: emergency_card::Model) -> Result<Card, StorageError> {
    Ok(Card {
        id: row.id,
        organisation: row.organisation_id,
        sequence: row.sequence,
        state: row
            .state
            .parse()
            .map_err(|_| StorageError::Corrupt("emergency_cards.state"))?,
        issued_at: row.issued_at,
        issued_by: row.issued_by,
        issued_as: row
            .issued_as
            .parse()
            .map_err(|_| StorageError::Corrupt("emergency_cards.issued_as"))?,
        ended_at: row.ended_at,
    })
}
