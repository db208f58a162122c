//! Who accepted the conditions, and when.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::db::{Actor, StorageError, Txn};
use crate::emergency::card::body::{NewAcceptance, Signatory};
use crate::entity::condition_acceptance;
use crate::ids::{self, OrganisationId};
use crate::sealed::{open, seal};
use crate::sealing::{Keyring, Place};

/// The conditions as an administration accepted them; the signatory stays sealed.
#[derive(Clone, Debug)]
pub(in crate::emergency::card) struct Acceptance {
    pub(in crate::emergency::card) id: Uuid,
    pub(in crate::emergency::card) version: i32,
    pub(in crate::emergency::card) accepted_on: NaiveDate,
    sealed_signatory: Vec<u8>,
}

fn place(acceptance: Uuid) -> Place {
    Place {
        table: "condition_acceptances",
        column: "sealed_signatory",
        id: acceptance,
    }
}

pub(in crate::emergency::card) async fn insert_acceptance(
    txn: &Txn,
    ring: &Keyring,
    (organisation, actor): (OrganisationId, Actor),
    acceptance: &NewAcceptance,
) -> Result<Uuid, StorageError> {
    let id = ids::ordered(txn.now());
    let row = condition_acceptance::Model {
        id,
        organisation_id: organisation,
        version: acceptance.conditions_version,
        accepted_on: acceptance.accepted_on.to_string(),
        sealed_signatory: seal(txn, ring, place(id), &acceptance.signatory).await?,
        recorded_at: txn.now(),
        recorded_by: actor.to_string(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(id)
}

/// What an administration accepted last.
pub(in crate::emergency::card) async fn last_acceptance<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Option<Acceptance>, StorageError> {
    let found = condition_acceptance::Entity::find()
        .filter(condition_acceptance::Column::OrganisationId.eq(organisation))
        .order_by_desc(condition_acceptance::Column::RecordedAt)
        .order_by_desc(condition_acceptance::Column::Version)
        .order_by_desc(condition_acceptance::Column::Id)
        .one(db)
        .await?;
    found.map(acceptance).transpose()
}

pub(in crate::emergency::card) async fn open_signatory<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    acceptance: &Acceptance,
) -> Result<Option<Signatory>, StorageError> {
    let sealed = acceptance.sealed_signatory.as_slice();
    open(db, ring, (place(acceptance.id), sealed)).await
}

pub(super) fn acceptance(row: condition_acceptance::Model) -> Result<Acceptance, StorageError> {
    Ok(Acceptance {
        id: row.id,
        version: row.version,
        accepted_on: row
            .accepted_on
            .parse()
            .map_err(|_| StorageError::Corrupt("condition_acceptances.accepted_on"))?,
        sealed_signatory: row.sealed_signatory,
    })
}
