//! What the lines of either kind of costs are for.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// What a line of any kind is for.
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
pub enum Category {
    /// Hours at the agreed rate: of a fee alone.
    Hours,
    /// Getting there and back.
    Travel,
    /// Nights away: of a reimbursement alone.
    Lodging,
    /// Hours beyond the paid ones: of a reimbursement alone.
    Overtime,
    /// What had to be bought: of a reimbursement alone.
    Purchase,
    /// Anything else.
    Other,
}

/// What is spent besides. Shares of running pay or equipment are none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraCost {
    /// Getting there and back.
    Travel,
    /// Nights away.
    Lodging,
    /// Hours beyond the paid ones.
    Overtime,
    /// What had to be bought.
    Purchase,
    /// Anything else.
    Other,
}

/// What a fee consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeePart {
    /// Hours at the agreed rate.
    Hours,
    /// Getting there and back.
    Travel,
    /// Anything else.
    Other,
}

impl From<ExtraCost> for Category {
    fn from(cost: ExtraCost) -> Self {
        match cost {
            ExtraCost::Travel => Self::Travel,
            ExtraCost::Lodging => Self::Lodging,
            ExtraCost::Overtime => Self::Overtime,
            ExtraCost::Purchase => Self::Purchase,
            ExtraCost::Other => Self::Other,
        }
    }
}

impl From<FeePart> for Category {
    fn from(part: FeePart) -> Self {
        match part {
            FeePart::Hours => Self::Hours,
            FeePart::Travel => Self::Travel,
            FeePart::Other => Self::Other,
        }
    }
}

impl TryFrom<Category> for ExtraCost {
    type Error = ();

    fn try_from(category: Category) -> Result<Self, ()> {
        match category {
            Category::Travel => Ok(Self::Travel),
            Category::Lodging => Ok(Self::Lodging),
            Category::Overtime => Ok(Self::Overtime),
            Category::Purchase => Ok(Self::Purchase),
            Category::Other => Ok(Self::Other),
            Category::Hours => Err(()),
        }
    }
}

impl TryFrom<Category> for FeePart {
    type Error = ();

    fn try_from(category: Category) -> Result<Self, ()> {
        match category {
            Category::Hours => Ok(Self::Hours),
            Category::Travel => Ok(Self::Travel),
            Category::Other => Ok(Self::Other),
            Category::Lodging | Category::Overtime | Category::Purchase => Err(()),
        }
    }
}
