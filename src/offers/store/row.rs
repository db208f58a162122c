//! Offers as rows.

use crate::db::StorageError;
use crate::entity::offer::Model;
use crate::offers::body::{Amounts, ReachKind};
use crate::offers::model::{Compute, Content, Offer, OfferKind, OfferSkill, Reach, What};
use crate::reference::Text;

pub(super) fn row(offer: Offer) -> Result<Model, StorageError> {
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

pub(super) fn offer(row: Model) -> Result<Offer, StorageError> {
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
