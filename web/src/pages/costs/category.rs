//! What lines are for, and why a fee bears no tax.

use i18n_embed_fl::fl;

use super::sheet::CostKind;
use crate::Language;

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostCategory {
    /// Hours at the agreed rate.
    Hours,
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

/// Why a fee bears no tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatReason {
    /// § 2b `UStG`.
    PublicCooperation,
    /// § 4 `UStG`.
    Exempt,
    /// § 19 `UStG`.
    SmallBusiness,
}

impl CostCategory {
    /// Those of a kind.
    pub const fn of(kind: CostKind) -> &'static [Self] {
        match kind {
            CostKind::Reimbursement | CostKind::Expenses => &[
                Self::Travel,
                Self::Lodging,
                Self::Overtime,
                Self::Purchase,
                Self::Other,
            ],
            CostKind::Fee => &[Self::Hours, Self::Travel, Self::Other],
        }
    }

    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Travel => "travel",
            Self::Lodging => "lodging",
            Self::Overtime => "overtime",
            Self::Purchase => "purchase",
            Self::Other => "other",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Hours => fl!(texts, "costs-category-hours"),
            Self::Travel => fl!(texts, "costs-category-travel"),
            Self::Lodging => fl!(texts, "costs-category-lodging"),
            Self::Overtime => fl!(texts, "costs-category-overtime"),
            Self::Purchase => fl!(texts, "costs-category-purchase"),
            Self::Other => fl!(texts, "costs-category-other"),
        }
    }
}

impl VatReason {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::PublicCooperation, Self::Exempt, Self::SmallBusiness];

    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::PublicCooperation => "public_cooperation",
            Self::Exempt => "exempt",
            Self::SmallBusiness => "small_business",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::PublicCooperation => fl!(texts, "costs-vat-public"),
            Self::Exempt => fl!(texts, "costs-vat-exempt"),
            Self::SmallBusiness => fl!(texts, "costs-vat-small"),
        }
    }
}
