//! Many cards at once, with what belongs to each.

use std::collections::HashMap;

use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::acceptance::acceptance;
use super::{Acceptance, card};
use crate::db::StorageError;
use crate::emergency::card::model::{Card, CardState};
use crate::entity::{condition_acceptance, emergency_card, emergency_code, organisation};
use crate::ids::{EmergencyCardId, OrganisationId};

/// A card and what was accepted with it.
#[derive(Clone, Debug)]
pub(in crate::emergency::card) struct Held {
    pub(in crate::emergency::card) card: Card,
    pub(in crate::emergency::card) acceptance: Acceptance,
}

/// Which cards a list asks for.
#[derive(Debug)]
pub(in crate::emergency::card) struct Listing {
    /// Only these administrations; all where none.
    pub(in crate::emergency::card) organisations: Option<Vec<OrganisationId>>,
    pub(in crate::emergency::card) words: Vec<String>,
    pub(in crate::emergency::card) after: Option<EmergencyCardId>,
    pub(in crate::emergency::card) limit: u64,
}

/// Cards that no other took the place of, in the order they were issued.
pub(in crate::emergency::card) async fn list<C: ConnectionTrait>(
    db: &C,
    listing: &Listing,
) -> Result<Vec<Card>, StorageError> {
    use emergency_card::Column;
    let mut condition = Condition::all().add(Column::State.ne(<&str>::from(CardState::Replaced)));
    if let Some(organisations) = &listing.organisations {
        condition = condition.add(Column::OrganisationId.is_in(organisations.iter().copied()));
    }
    condition = condition.add_option(listing.after.map(|after| Column::Id.gt(after)));
    if !listing.words.is_empty() {
        // Folded by us when it was stored, so LIKE compares bytes.
        let mut named = Condition::all();
        for word in &listing.words {
            named = named.add(organisation::Column::NameLookup.contains(word));
        }
        let mut ids = Query::select();
        ids.column(organisation::Column::Id)
            .from(organisation::Entity)
            .cond_where(named);
        condition = condition.add(Column::OrganisationId.in_subquery(ids));
    }
    let rows = emergency_card::Entity::find()
        .filter(condition)
        .order_by_asc(Column::Id)
        .limit(listing.limit)
        .all(db)
        .await?;
    rows.into_iter().map(card).collect()
}

/// The current cards of these administrations.
pub(in crate::emergency::card) async fn current_of<C: ConnectionTrait>(
    db: &C,
    organisations: Vec<OrganisationId>,
) -> Result<Vec<Card>, StorageError> {
    let listing = Listing {
        organisations: Some(organisations),
        words: Vec::new(),
        after: None,
        limit: u64::from(u32::MAX),
    };
    list(db, &listing).await
}

pub(in crate::emergency::card) async fn with_acceptances<C: ConnectionTrait>(
    db: &C,
    cards: Vec<Card>,
) -> Result<Vec<Held>, StorageError> {
    use emergency_card::Column;
    let ids = cards.iter().map(|card| card.id);
    let rows = emergency_card::Entity::find()
        .select_only()
        .columns([Column::Id, Column::AcceptanceId])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(EmergencyCardId, Uuid)>()
        .all(db)
        .await?;
    let acceptances = condition_acceptance::Entity::find()
        .filter(condition_acceptance::Column::Id.is_in(rows.iter().map(|(_, id)| *id)))
        .all(db)
        .await?;
    let of_card: HashMap<EmergencyCardId, Uuid> = rows.into_iter().collect();
    let mut by_id = HashMap::new();
    for row in acceptances {
        by_id.insert(row.id, acceptance(row)?);
    }
    let held = cards.into_iter().map(|card| {
        let acceptance = of_card.get(&card.id).and_then(|id| by_id.get(id)).cloned();
        let acceptance =
            acceptance.ok_or(StorageError::Corrupt("emergency_cards.acceptance_id"))?;
        Ok(Held { card, acceptance })
    });
    held.collect()
}

/// How many codes of each card still work.
pub(in crate::emergency::card) async fn codes_left<C: ConnectionTrait>(
    db: &C,
    cards: &[Card],
) -> Result<HashMap<EmergencyCardId, u64>, DbErr> {
    use emergency_code::Column;
    let rows = emergency_code::Entity::find()
        .select_only()
        .column(Column::CardId)
        .column_as(Column::Id.count(), "works")
        .filter(Column::CardId.is_in(cards.iter().map(|card| card.id)))
        .filter(Column::UsedAt.is_null())
        .filter(Column::VoidAt.is_null())
        .group_by(Column::CardId)
        .into_tuple::<(EmergencyCardId, i64)>()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(card, works)| (card, works.unsigned_abs()))
        .collect())
}
