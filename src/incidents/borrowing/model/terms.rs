//! What a town may ask of an offer, and on which terms.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{OfferRequest, Period};
use crate::clock::Instant;
use crate::incidents::deployments::CostBasis;
use crate::offers::{Cost, Offer};

/// Seconds of an hour.
const HOUR: i64 = 3_600;
/// Days of a request that does not say.
const DAYS: u16 = 7;
/// Seconds a start may lie too early: somebody thought about it that long, and gets the earliest.
const THOUGHT: i64 = HOUR;

/// On which terms help that is no person is paid (trust.md 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostTerms {
    /// The house asks nothing.
    Nothing,
    /// What the house spends besides: between authorities.
    ExtraCosts,
    /// What is agreed.
    Agreed,
}

/// By what the house says and the basis the legal forms allow: a company gives no Amtshilfe, and who asks a fee gets one.
pub const fn cost_terms(cost: Cost, basis: CostBasis) -> CostTerms {
    match (cost, basis) {
        (Cost::None, _) => CostTerms::Nothing,
        (Cost::Expenses, CostBasis::Free | CostBasis::ExtraCosts) => CostTerms::ExtraCosts,
        (Cost::Fee, _) | (Cost::Expenses, CostBasis::AgreedRate) => CostTerms::Agreed,
    }
}

/// What is asked, as somebody says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// How much; all there is if absent.
    pub quantity: Option<u32>,
    /// From when; as soon as it can be if absent.
    pub from: Option<Instant>,
    /// For how many days; a week, or as long as it can be.
    pub days: Option<u16>,
}

/// What an offer allows now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How much there is.
    pub has: u32,
    /// When it can be used at the earliest.
    pub earliest: Instant,
    /// When it must have begun.
    pub before: Instant,
    /// Days it can be used at most.
    pub max_days: u16,
}

/// What is wrong with what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// There is so much of it.
    Quantity(u32),
    /// It can be used from then on.
    TooSoon(Instant),
    /// The offer is over then.
    TooLate(Instant),
    /// It can be used for so many days.
    Days(u16),
}

impl Limits {
    /// Of an offer asked for now.
    pub fn of(offer: &Offer, now: Instant) -> Self {
        Self {
            has: offer.content.what.pieces(),
            earliest: now.plus_seconds(i64::from(offer.content.lead_hours) * HOUR),
            before: offer.content.expires_at,
            max_days: offer.content.max_days,
        }
    }

    /// How much is asked and for how long, or all that is wrong with it.
    ///
    /// # Errors
    /// The offer does not allow it.
    pub fn check(self, wanted: Wanted) -> Result<(u32, Period), Vec<Flaw>> {
        let quantity = wanted.quantity.unwrap_or(self.has);
        let from = wanted.from.unwrap_or(self.earliest);
        let days = wanted.days.unwrap_or_else(|| self.usual_days());
        let mut flaws = Vec::new();
        if quantity == 0 || quantity > self.has {
            flaws.push(Flaw::Quantity(self.has));
        }
        if from < self.earliest.plus_seconds(-THOUGHT) {
            flaws.push(Flaw::TooSoon(self.earliest));
        }
        let from = from.max(self.earliest);
        if from >= self.before {
            flaws.push(Flaw::TooLate(self.before));
        }
        if days == 0 || days > self.max_days {
            flaws.push(Flaw::Days(self.max_days));
        }
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let until = from.plus_days(days.into());
        Ok((quantity, Period { from, until }))
    }

    /// Days of a request that does not say: a week, or as long as it can be.
    pub fn usual_days(self) -> u16 {
        DAYS.min(self.max_days)
    }

    /// Days by which a request can be made longer.
    pub fn days_left(self, request: &OfferRequest) -> u16 {
        let left = i64::from(self.max_days) - request.days();
        u16::try_from(left.max(0)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

    fn limits() -> Limits {
        Limits {
            has: 12,
            earliest: NOW.plus_seconds(4 * HOUR),
            before: NOW.plus_days(30),
            max_days: 60,
        }
    }

    #[test]
    fn who_says_nothing_gets_all_of_it_for_a_week_as_soon_as_can_be() {
        let (quantity, period) = limits().check(Wanted::default()).unwrap();

        assert_eq!(quantity, 12);
        assert_eq!(period.from, limits().earliest);
        assert_eq!(period.until, limits().earliest.plus_days(7));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let wanted = Wanted {
            quantity: Some(13),
            from: Some(NOW),
            days: Some(61),
        };

        let flaws = limits().check(wanted).unwrap_err();

        let earliest = limits().earliest;
        assert_eq!(
            flaws,
            [Flaw::Quantity(12), Flaw::TooSoon(earliest), Flaw::Days(60)]
        );
    }

    #[test]
    fn a_start_a_little_too_early_is_the_earliest() {
        let wanted = Wanted {
            from: Some(limits().earliest.plus_seconds(-60)),
            ..Wanted::default()
        };

        let (_, period) = limits().check(wanted).unwrap();

        assert_eq!(period.from, limits().earliest);
    }

    #[test]
    fn nothing_begins_after_the_offer_is_over() {
        let wanted = Wanted {
            from: Some(NOW.plus_days(30)),
            ..Wanted::default()
        };

        let flaws = limits().check(wanted).unwrap_err();

        assert_eq!(flaws, [Flaw::TooLate(NOW.plus_days(30))]);
    }

    #[test]
    fn a_company_gives_no_amtshilfe_and_a_gift_costs_nothing() {
        use CostBasis::{AgreedRate, ExtraCosts};

        assert_eq!(cost_terms(Cost::None, AgreedRate), CostTerms::Nothing);
        assert_eq!(
            cost_terms(Cost::Expenses, ExtraCosts),
            CostTerms::ExtraCosts
        );
        assert_eq!(cost_terms(Cost::Expenses, AgreedRate), CostTerms::Agreed);
        assert_eq!(cost_terms(Cost::Fee, ExtraCosts), CostTerms::Agreed);
    }
}
