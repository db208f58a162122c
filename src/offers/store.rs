//! Queries of offers.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
};

use super::body::{Amounts, ReachKind};
use super::model::{
    Compute, Content, Offer, OfferKind, OfferSkill, OfferState, Provider, Reach, What,
};
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::offer::{ActiveModel, Column, Entity, Model};
use crate::entity::{organisation, struck_period};
use crate::ids::{OfferId, OrganisationId};
use crate::organisations;
use crate::reference::Text;

/// Keeps new offers.
///
/// # Errors
/// The database failed.
pub async fn insert_all(txn: &Txn, offers: Vec<Offer>) -> Result<(), StorageError> {
    let rows = offers.into_iter().map(row);
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model))
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// An offer the scope covers.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    id: OfferId,
) -> Result<Option<Offer>, StorageError> {
    let found = by_id(db, id).await?;
    Ok(found.filter(|offer| scope.covers(offer.organisation)))
}

/// An offer, whoever may know of it.
pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: OfferId,
) -> Result<Option<Offer>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.map(offer).transpose()
}

/// All that stand, newest first; whether their houses give anything is asked apart.
pub(super) async fn published<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<Vec<Offer>, StorageError> {
    let rows = Entity::find()
        .filter(Column::State.eq(<&str>::from(OfferState::Published)))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(offer).collect()
}

/// All offers of the houses a scope names, newest first.
pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
) -> Result<Vec<Offer>, StorageError> {
    let rows = Entity::find()
        .filter(Column::OrganisationId.is_in(scope.organisations().iter().copied()))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(offer).collect()
}

/// How many offers of a house are not withdrawn.
pub(super) async fn count(txn: &Txn, organisation: OrganisationId) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::State.ne(<&str>::from(OfferState::Withdrawn)))
        .count(txn.connection())
        .await
}

/// How many offers of a house there are, those withdrawn with them.
pub(super) async fn count_ever(txn: &Txn, organisation: OrganisationId) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .count(txn.connection())
        .await
}

/// What counts of these houses now.
pub(super) async fn providers<C: ConnectionTrait>(
    db: &C,
    ids: &HashSet<OrganisationId>,
    now: Instant,
) -> Result<HashMap<OrganisationId, Provider>, StorageError> {
    let struck = struck_period::Entity::find()
        .filter(struck_period::Column::OrganisationId.is_in(ids.iter().copied()))
        .filter(struck_period::Column::UntilAt.is_null())
        .all(db)
        .await?;
    let struck: HashSet<_> = struck.iter().map(|row| row.organisation_id).collect();
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let provider = |row: organisation::Model| {
        let kind = row.kind.parse();
        let provider = Provider {
            name: row.name,
            kind: kind.map_err(|_| StorageError::Corrupt("organisations.kind"))?,
            place: row.ags,
            is_member: organisations::is_within(row.member_from, row.member_until, now),
            is_struck: struck.contains(&row.id),
        };
        Ok((row.id, provider))
    };
    rows.into_iter().map(provider).collect()
}

/// Saves a changed offer if nobody else did since it was read.
pub(super) async fn update(txn: &Txn, changed: Offer) -> Result<bool, StorageError> {
    let (id, version) = (changed.id, changed.version);
    let mut row: ActiveModel = row(changed)?.into_active_model().reset_all();
    row.version = Set(version + 1);
    let result = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(id))
        .filter(Column::Version.eq(version))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

fn row(offer: Offer) -> Result<Model, StorageError> {
    let Offer {
        id,
        organisation,
        state,
        content,
        created_at,
        version,
    } = offer;
    let Content {
        title,
        text,
        what,
        place,
        reach,
        lead_hours,
        max_days,
        cost,
        cost_note,
        expires_at,
    } = content;
    let kind = what.kind();
    let Amounts {
        quantity,
        capacity,
        procedure,
        product,
        skills,
    } = what.into();
    let [vcpu, memory_gb, storage_tb] = numbers(capacity.unwrap_or_default());
    let (reach, radius_km) = reach.parts();
    let skills = serde_json::to_string(&skills);
    Ok(Model {
        id,
        organisation_id: organisation,
        kind: <&str>::from(kind).to_owned(),
        state: <&str>::from(state).to_owned(),
        title_de: title.de,
        title_en: title.en,
        text_de: text.de,
        text_en: text.en,
        quantity: quantity.and_then(|count| i32::try_from(count).ok()),
        vcpu,
        memory_gb,
        storage_tb,
        procedure_term: procedure,
        product_term: product,
        skills: skills.map_err(|_| StorageError::Corrupt("offers.skills"))?,
        place: place.to_string(),
        reach: <&str>::from(reach).to_owned(),
        radius_km: radius_km.map(i32::from),
        lead_hours: i32::from(lead_hours),
        max_days: i32::from(max_days),
        cost: <&str>::from(cost).to_owned(),
        cost_note_de: cost_note.de,
        cost_note_en: cost_note.en,
        expires_at,
        created_at,
        version,
    })
}

fn numbers(compute: Compute) -> [Option<i32>; 3] {
    let Compute {
        vcpu,
        memory_gb,
        storage_tb,
    } = compute;
    let number = |number: u32| i32::try_from(number).ok();
    [vcpu, memory_gb, storage_tb].map(|amount| amount.and_then(number))
}

fn offer(row: Model) -> Result<Offer, StorageError> {
    let what = what(&row)?;
    let reach = reach(&row)?;
    let text = |de: String, en: String| Text { de, en };
    Ok(Offer {
        id: row.id,
        organisation: row.organisation_id,
        state: parsed(&row.state, "offers.state")?,
        content: Content {
            title: text(row.title_de, row.title_en),
            text: text(row.text_de, row.text_en),
            what,
            place: parsed(&row.place, "offers.place")?,
            reach,
            lead_hours: small(row.lead_hours, "offers.lead_hours")?,
            max_days: small(row.max_days, "offers.max_days")?,
            cost: parsed(&row.cost, "offers.cost")?,
            cost_note: text(row.cost_note_de, row.cost_note_en),
            expires_at: row.expires_at,
        },
        created_at: row.created_at,
        version: row.version,
    })
}

fn what(row: &Model) -> Result<What, StorageError> {
    let number = |stored: Option<i32>| stored.and_then(|stored| u32::try_from(stored).ok());
    let quantity = || number(row.quantity).ok_or(StorageError::Corrupt("offers.quantity"));
    Ok(match parsed(&row.kind, "offers.kind")? {
        OfferKind::TeamPackage => What::TeamPackage {
            headcount: quantity()?,
            skills: serde_json::from_str::<Vec<OfferSkill>>(&row.skills)
                .map_err(|_| StorageError::Corrupt("offers.skills"))?,
        },
        OfferKind::Workplaces => What::Workplaces(quantity()?),
        OfferKind::Devices => What::Devices(quantity()?),
        OfferKind::Capacity => What::Capacity(Compute {
            vcpu: number(row.vcpu),
            memory_gb: number(row.memory_gb),
            storage_tb: number(row.storage_tb),
        }),
        OfferKind::Procedure => What::Procedure {
            procedure: row
                .procedure_term
                .clone()
                .ok_or(StorageError::Corrupt("offers.procedure_term"))?,
            product: row.product_term.clone(),
        },
    })
}

fn reach(row: &Model) -> Result<Reach, StorageError> {
    const RADIUS: &str = "offers.radius_km";
    Ok(match parsed(&row.reach, "offers.reach")? {
        ReachKind::AtPlace => Reach::AtPlace,
        ReachKind::Nationwide => Reach::Nationwide,
        ReachKind::Radius => {
            let km = row.radius_km.ok_or(StorageError::Corrupt(RADIUS))?;
            Reach::Within(small(km, RADIUS)?)
        }
    })
}

fn parsed<T: std::str::FromStr>(stored: &str, column: &'static str) -> Result<T, StorageError> {
    stored.parse().map_err(|_| StorageError::Corrupt(column))
}

fn small(stored: i32, column: &'static str) -> Result<u16, StorageError> {
    u16::try_from(stored).map_err(|_| StorageError::Corrupt(column))
}
