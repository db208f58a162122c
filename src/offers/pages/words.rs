//! Offers in words.

use web::parts::{OfferCard, OfferCost, OfferKind as PageKind, OfferReach, OfferSize};

use crate::offers::body::Mask;
use crate::offers::model::{Compute, Content, Cost, Offer, OfferKind, Reach, What};
use crate::offers::service::{Found, Usable};
use crate::pages::{day, paragraphs};
use crate::search::Labels;

/// An offer as others see it.
pub(super) fn card(labels: &Labels<'_>, found: &Found) -> OfferCard {
    shown(labels, &found.offer, &found.mask)
}

/// An offer as whoever asks for it sees it.
pub fn usable_card(labels: &Labels<'_>, usable: &Usable) -> OfferCard {
    shown(labels, &usable.offer, &usable.mask)
}

fn shown(labels: &Labels<'_>, offer: &Offer, mask: &Mask) -> OfferCard {
    let Content {
        title,
        text,
        what,
        place: _,
        reach,
        lead_hours,
        max_days,
        cost,
        cost_note,
        expires_at: _,
    } = &offer.content;
    let (size, skills, procedure) = amounts(labels, what);
    OfferCard {
        kind: kind(what.kind()),
        title: labels.pick(title).to_owned(),
        text: paragraphs(labels.pick(text)),
        house: mask.house.clone(),
        employer: labels.employer(&mask.employer),
        region: labels.land(&mask.region.land),
        distance_km: mask.distance_km,
        size,
        skills,
        procedure,
        reach: match reach {
            Reach::AtPlace => OfferReach::AtPlace,
            Reach::Within(km) => OfferReach::Within(u32::from(*km)),
            Reach::Nationwide => OfferReach::Nationwide,
        },
        lead_hours: u32::from(*lead_hours),
        max_days: u32::from(*max_days),
        cost: match cost {
            Cost::Expenses => OfferCost::Expenses,
            Cost::Fee => OfferCost::Fee,
            Cost::None => OfferCost::None,
        },
        cost_note: labels.pick(cost_note).to_owned(),
        until: day(offer.last_day(), labels.language),
    }
}

/// How much there is, what a team can do, and which procedure it is.
type Amounts = (OfferSize, Vec<(String, u8)>, Vec<String>);

fn amounts(labels: &Labels<'_>, what: &What) -> Amounts {
    let none = (Vec::new(), Vec::new());
    let (size, (skills, procedure)) = match what {
        What::TeamPackage { headcount, skills } => {
            let skills = skills.iter();
            let named = skills.map(|skill| (labels.term(&skill.id), skill.level));
            (OfferSize::People(*headcount), (named.collect(), Vec::new()))
        }
        What::Workplaces(count) => (OfferSize::Workplaces(*count), none),
        What::Devices(count) => (OfferSize::Devices(*count), none),
        What::Capacity(compute) => {
            let Compute {
                vcpu,
                memory_gb,
                storage_tb,
            } = *compute;
            let size = OfferSize::Compute {
                vcpu,
                memory_gb,
                storage_tb,
            };
            (size, none)
        }
        What::Procedure { procedure, product } => {
            let ids = [procedure].into_iter().chain(product);
            let named = ids.map(|id| labels.term(id)).collect();
            (OfferSize::Whole, (Vec::new(), named))
        }
    };
    (size, skills, procedure)
}

/// A kind as the pages know it.
pub fn kind(kind: OfferKind) -> PageKind {
    match kind {
        OfferKind::TeamPackage => PageKind::TeamPackage,
        OfferKind::Workplaces => PageKind::Workplaces,
        OfferKind::Devices => PageKind::Devices,
        OfferKind::Capacity => PageKind::Capacity,
        OfferKind::Procedure => PageKind::Procedure,
    }
}
