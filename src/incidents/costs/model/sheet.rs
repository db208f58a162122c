//! What help costs: an estimate before and the actual costs after, either of what is spent besides or of an agreed fee.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::amount::{Amount, Quantity};
use super::category::{Category, ExtraCost, FeePart};
use crate::clock::Instant;
use crate::ids::DeploymentId;
pub use crate::incidents::legal::CostKind;

/// What is not claimed of Amtshilfe at all: § 8 Abs. 1 Satz 2 `VwVfG`, "wenn sie im Einzelfall 35 Euro übersteigen".
pub const NOT_CLAIMED: Amount = Amount::of_cents(3_500);
/// Lines of a sheet at most.
pub const MOST_LINES: usize = 100;
/// Characters of a note at most.
pub const LONGEST_NOTE: usize = 200;

/// Costs of one kind, never mixed (trust.md 17).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Costs {
    /// Only what the help costs besides: § 8 `VwVfG`, `BVerwG` 27.06.2018 – 6 C 10.17.
    Reimbursement(Vec<Line<ExtraCost>>),
    /// What was agreed.
    Fee {
        /// What it consists of.
        lines: Vec<Line<FeePart>>,
        /// The tax on it.
        vat: Vat,
    },
}

/// A line of one kind of costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<C> {
    /// For what.
    pub category: C,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// How much.
    pub price: Price,
    /// What it was; may name somebody.
    pub note: String,
}

/// How much a line costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Price {
    /// That much.
    Flat(Amount),
    /// So many at that price.
    Units(Quantity, Amount),
}

/// What a deployment bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Borne {
    /// Which kind of costs.
    pub kind: CostKind,
    /// It rests on Amtshilfe (§ 8 `VwVfG`).
    pub is_amtshilfe: bool,
}

/// The tax on a fee; none of it has a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vat {
    /// None, for this reason.
    None(VatReason),
    /// 7 %.
    Reduced,
    /// 19 %.
    Full,
}

/// Why a fee bears no tax.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum VatReason {
    /// Bodies of public law work together: § 2b `UStG`.
    PublicCooperation,
    /// Exempt: § 4 `UStG`.
    Exempt,
    /// A small business: § 19 `UStG`.
    SmallBusiness,
}

/// A line as it is sent, stored and shown, of whichever kind.
pub type PlainLine = Line<Category>;

/// What a sheet comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The sum of the lines.
    pub net: Amount,
    /// The tax on it.
    pub vat: Amount,
    /// Both.
    pub gross: Amount,
    /// What the town pays: nothing of Amtshilfe up to 35 €.
    pub claimed: Amount,
}

/// An estimate, or what it cost.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// Before.
    Estimate,
    /// After.
    Actual,
}

/// A version of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Of which deployment.
    pub deployment: DeploymentId,
    /// Before or after.
    pub stage: Stage,
    /// Where it stands.
    pub state: super::SheetState,
    /// The costs.
    pub costs: Costs,
    /// It rests on Amtshilfe, of which little is not claimed; of no version is this kept, but follows from the basis.
    pub is_amtshilfe: bool,
    /// What the town asks back.
    pub query: Option<String>,
    /// When this version was made.
    pub at: Instant,
    /// By whom.
    pub by: String,
    /// By whom the lines were written.
    pub written_by: String,
    /// Counts its versions from 1; 0 is a proposal.
    pub version: i32,
}

impl Price {
    /// What it comes to; none beyond what a line may state.
    pub fn amount(self) -> Option<Amount> {
        let amount = match self {
            Self::Flat(amount) => Some(amount),
            Self::Units(quantity, unit) if quantity.is_usable() && unit.is_usable() => {
                unit.times(quantity)
            }
            Self::Units(..) => None,
        };
        amount.filter(|amount| amount.is_usable())
    }
}

impl Sheet {
    /// What it comes to.
    pub fn totals(&self) -> Totals {
        self.costs.totals(self.is_amtshilfe)
    }

    /// Where it stands for whoever writes it: what is of another kind than the deployment bears now is written as if it
    /// never was, unless it is paid.
    pub fn stands(&self, kind: CostKind) -> Option<super::SheetState> {
        let is_anew = self.costs.kind() != kind && self.state != super::SheetState::Settled;
        (!is_anew).then_some(self.state)
    }
}

impl Vat {
    /// By its percentage; a reason where there is none, and only there.
    pub const fn of(rate: u8, reason: Option<VatReason>) -> Option<Self> {
        match (rate, reason) {
            (0, Some(reason)) => Some(Self::None(reason)),
            (7, None) => Some(Self::Reduced),
            (19, None) => Some(Self::Full),
            _ => None,
        }
    }

    /// In percent.
    pub const fn rate(self) -> u8 {
        match self {
            Self::None(_) => 0,
            Self::Reduced => 7,
            Self::Full => 19,
        }
    }

    /// Why there is none.
    pub const fn reason(self) -> Option<VatReason> {
        match self {
            Self::None(reason) => Some(reason),
            Self::Reduced | Self::Full => None,
        }
    }
}
