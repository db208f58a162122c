//! An estimate from what is known of a deployment: to be changed, never sent by itself.

use chrono::NaiveDate;

use super::amount::{Amount, Quantity};
use super::category::Category;
use super::sheet::{CostKind, Costs, PlainLine, Price, Vat};

/// For a kilometre of the way: § 5 Abs. 2 BRKG.
const KILOMETRE: Amount = Amount::of_cents(30);
/// For a night without a receipt: § 7 Abs. 1 BRKG.
const NIGHT: Amount = Amount::of_cents(2_000);
/// Hours of a day.
const HOURS: i64 = 8;

/// What is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TripFacts {
    /// At the place.
    pub is_on_site: bool,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// How far it is one way, where that is known.
    pub distance_km: Option<u16>,
}

/// The way there and back, the nights between, and of a fee the hours, whose rate is to be filled in.
pub fn propose(kind: CostKind, facts: TripFacts) -> Costs {
    let nights = (facts.until - facts.from).num_days().max(0);
    let line = |category, price, note: &str| PlainLine {
        category,
        from: facts.from,
        until: facts.until,
        price,
        note: note.to_owned(),
    };
    let mut lines: Vec<PlainLine> = Vec::new();
    if kind == CostKind::Fee {
        let hours = Quantity::of(HOURS * (nights + 1));
        lines.push(line(
            Category::Hours,
            Price::Units(hours, Amount::ZERO),
            "Vereinbarten Stundensatz eintragen",
        ));
    }
    if let Some(km) = facts.distance_km.filter(|km| facts.is_on_site && *km > 0) {
        let way = Quantity::of(2 * i64::from(km));
        lines.push(line(
            Category::Travel,
            Price::Units(way, KILOMETRE),
            "Hin und zurück in km, Wegstreckenentschädigung § 5 Abs. 2 BRKG",
        ));
    }
    if facts.is_on_site && nights > 0 {
        let category = match kind {
            CostKind::Reimbursement => Category::Lodging,
            CostKind::Fee => Category::Other,
        };
        lines.push(line(
            category,
            Price::Units(Quantity::of(nights), NIGHT),
            "Übernachtungen, Pauschale § 7 Abs. 1 BRKG",
        ));
    }
    match kind {
        CostKind::Reimbursement => Costs::of(kind, lines, None),
        CostKind::Fee => Costs::of(kind, lines, Some(Vat::Full)),
    }
    .unwrap_or(Costs::none(kind))
}
