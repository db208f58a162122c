//! Versions of cost sheets: each is added, none is changed.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, Select,
};
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::cost_sheet::{Column, Entity, Model};
use crate::ids::{self, DeploymentId, IncidentId};
use crate::incidents::costs::model::{
    Amount, Category, Costs, PlainLine, Price, Quantity, Sheet, SheetState, Stage, Vat, VatReason,
};
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// A line without its note.
#[derive(Serialize, Deserialize)]
struct StoredLine {
    category: Category,
    from: NaiveDate,
    until: NaiveDate,
    quantity: Option<Quantity>,
    price: Amount,
}

/// What may name somebody.
#[derive(Default, Serialize, Deserialize)]
struct Told {
    notes: Vec<String>,
    query: Option<String>,
}

impl Told {
    fn is_empty(&self) -> bool {
        self.query.is_none() && self.notes.iter().all(String::is_empty)
    }
}

/// Adds a version; `false` where something is told and the incident has no key any more.
pub(in crate::incidents::costs) async fn add(
    txn: &Txn,
    ring: &Keyring,
    (incident, sheet): (IncidentId, &Sheet),
) -> Result<bool, StorageError> {
    let id = ids::ordered(txn.now());
    let lines = sheet.costs.lines();
    let told = Told {
        notes: lines.iter().map(|line| line.note.clone()).collect(),
        query: sheet.query.clone(),
    };
    let sealed = if told.is_empty() {
        Vec::new()
    } else {
        let Some(key) = sealed::key(txn.connection(), ring, incident.0).await? else {
            return Ok(false);
        };
        let plain = serde_json::to_vec(&told).map_err(|_| SealError::DoesNotOpen)?;
        key.seal(&Zeroizing::new(plain), place(id))?
    };
    let lines: Vec<StoredLine> = lines.iter().map(stored).collect();
    let vat = sheet.costs.vat();
    let name = |text: &'static str| text.to_owned();
    let row = Model {
        id,
        deployment_id: sheet.deployment,
        incident_id: incident,
        stage: name(sheet.stage.into()),
        state: name(sheet.state.into()),
        kind: name(sheet.costs.kind().into()),
        vat_rate: vat.map(|vat| vat.rate().into()),
        vat_reason: vat.and_then(Vat::reason).map(|reason| name(reason.into())),
        lines: serde_json::to_string(&lines)
            .map_err(|_| StorageError::Corrupt("cost_sheets.lines"))?,
        sealed,
        made_by: sheet.by.clone(),
        written_by: sheet.written_by.clone(),
        made_at: sheet.at,
        version: sheet.version,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(true)
}

/// Whether the town accepted the costs of a deployment.
pub(in crate::incidents) async fn are_costs_accepted<C: ConnectionTrait>(
    db: &C,
    deployment: DeploymentId,
) -> Result<bool, StorageError> {
    let Some(row) = versions((deployment, Stage::Actual)).one(db).await? else {
        return Ok(false);
    };
    let stands = row.state.parse::<SheetState>();
    let stands = stands.map_err(|_| StorageError::Corrupt("cost_sheets.state"))?;
    Ok(stands.is_accepted())
}

/// The newest version.
pub(in crate::incidents::costs) async fn latest<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    of: (DeploymentId, Stage),
) -> Result<Option<Sheet>, StorageError> {
    let row = versions(of).one(db).await?;
    opened(db, ring, row).await
}

/// The newest version the town may see, however many drafts were written since.
pub(in crate::incidents::costs) async fn latest_shown<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    of: (DeploymentId, Stage),
) -> Result<Option<Sheet>, StorageError> {
    let states = SheetState::VARIANTS.iter().copied();
    let shown = states.filter(|state| state.is_shown_to_town());
    let row = versions(of)
        .filter(Column::State.is_in(shown.map(<&str>::from)))
        .one(db)
        .await?;
    opened(db, ring, row).await
}

/// The versions, the newest first.
fn versions((deployment, stage): (DeploymentId, Stage)) -> Select<Entity> {
    let stage: &str = stage.into();
    Entity::find()
        .filter(Column::DeploymentId.eq(deployment))
        .filter(Column::Stage.eq(stage))
        .order_by_desc(Column::Version)
}

async fn opened<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    row: Option<Model>,
) -> Result<Option<Sheet>, StorageError> {
    let Some(row) = row else {
        return Ok(None);
    };
    let told = match sealed::key(db, ring, row.incident_id.0).await? {
        Some(key) if !row.sealed.is_empty() => {
            let plain = key.open(&row.sealed, place(row.id))?;
            serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?
        }
        Some(_) | None => Told::default(),
    };
    Ok(Some(sheet(row, told)?))
}

fn sheet(row: Model, told: Told) -> Result<Sheet, StorageError> {
    let corrupt = StorageError::Corrupt;
    let stored: Vec<StoredLine> =
        serde_json::from_str(&row.lines).map_err(|_| corrupt("cost_sheets.lines"))?;
    let mut notes = told.notes.into_iter();
    let lines = stored.into_iter().map(|line| PlainLine {
        category: line.category,
        from: line.from,
        until: line.until,
        price: match line.quantity {
            None => Price::Flat(line.price),
            Some(quantity) => Price::Units(quantity, line.price),
        },
        note: notes.next().unwrap_or_default(),
    });
    let kind = row.kind.parse().map_err(|_| corrupt("cost_sheets.kind"))?;
    let reason = row
        .vat_reason
        .map(|reason| reason.parse::<VatReason>())
        .transpose();
    let reason = reason.map_err(|_| corrupt("cost_sheets.vat_reason"))?;
    let rate = row.vat_rate.map(u8::try_from).transpose();
    let rate = rate.map_err(|_| corrupt("cost_sheets.vat_rate"))?;
    let vat = rate.and_then(|rate| Vat::of(rate, reason));
    let costs = Costs::of(kind, lines.collect(), vat);
    Ok(Sheet {
        deployment: row.deployment_id,
        stage: row
            .stage
            .parse()
            .map_err(|_| corrupt("cost_sheets.stage"))?,
        state: row
            .state
            .parse()
            .map_err(|_| corrupt("cost_sheets.state"))?,
        costs: costs.map_err(|_| corrupt("cost_sheets.lines"))?,
        // Said by whoever knows the basis.
        is_amtshilfe: false,
        query: told.query,
        at: row.made_at,
        by: row.made_by,
        written_by: row.written_by,
        version: row.version,
    })
}

fn stored(line: &PlainLine) -> StoredLine {
    let (quantity, price) = match line.price {
        Price::Flat(amount) => (None, amount),
        Price::Units(quantity, unit) => (Some(quantity), unit),
    };
    StoredLine {
        category: line.category,
        from: line.from,
        until: line.until,
        quantity,
        price,
    }
}

pub(super) fn place(id: Uuid) -> Place {
    Place {
        table: "cost_sheets",
        column: "sealed",
        id,
    }
}
