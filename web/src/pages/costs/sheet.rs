//! An estimate or the costs, to be read.

use i18n_embed_fl::fl;

use super::category::{CostCategory, VatReason};
use crate::Language;

/// Which kind of costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostKind {
    /// What is spent besides, of Amtshilfe.
    Reimbursement,
    /// What is spent besides, on another basis.
    Expenses,
    /// What was agreed.
    Fee,
}

/// Before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostStage {
    /// Before.
    Estimate,
    /// After.
    Actual,
}

/// Where a sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostState {
    /// Being written.
    Draft,
    /// An estimate that waits for the town.
    Sent,
    /// The town said yes.
    Agreed,
    /// The town said no.
    Declined,
    /// Costs that wait for the town.
    Submitted,
    /// The town asks back.
    Queried,
    /// The town accepts them.
    Accepted,
    /// They are paid.
    Settled,
    /// The town was shown it, and it is being written anew.
    Rewritten,
}

/// What whoever looks can do with a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostStep {
    /// The town says yes to the estimate.
    Agree,
    /// The town says no to the estimate.
    Decline,
    /// The costs go to the town.
    Submit,
    /// The town accepts the costs.
    Accept,
    /// The town asks back.
    Query,
    /// They are paid.
    Settle,
}

/// A sheet with its sums, in words and numbers ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostSheetView {
    /// Before or after.
    pub stage: CostStage,
    /// Where it stands.
    pub state: CostState,
    /// Of which kind.
    pub kind: CostKind,
    /// For what.
    pub lines: Vec<CostLineRow>,
    /// The sum of the lines, such as `1.234,50 €`.
    pub net: String,
    /// The tax of a fee.
    pub vat: Option<VatRow>,
    /// What the town pays; none where it pays nothing because it is too little.
    pub claimed: Option<String>,
    /// What the town asks back.
    pub query: Option<String>,
    /// When it was changed last, such as `heute, 14:20 Uhr`.
    pub at: String,
    /// Names the version in its forms.
    pub version: i32,
    /// What whoever looks can do.
    pub steps: Vec<CostStep>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLineRow {
    /// For what.
    pub category: CostCategory,
    /// The day or the days.
    pub period: String,
    /// How many at which price.
    pub units: Option<(String, String)>,
    /// How much.
    pub amount: String,
    /// What it was.
    pub note: String,
}

/// The tax of a fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VatRow {
    /// In percent.
    pub rate: u8,
    /// Why there is none.
    pub reason: Option<VatReason>,
    /// How much.
    pub amount: String,
}

impl CostKind {
    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Reimbursement | Self::Expenses => fl!(texts, "costs-kind-reimbursement"),
            Self::Fee => fl!(texts, "costs-kind-fee"),
        }
    }

    /// What it means, with the law.
    pub(super) fn law(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Reimbursement => fl!(texts, "costs-law-reimbursement"),
            Self::Expenses => fl!(texts, "costs-law-expenses"),
            Self::Fee => fl!(texts, "costs-law-fee"),
        }
    }
}

impl CostStage {
    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Estimate => "estimate",
            Self::Actual => "actual",
        }
    }

    /// The last part of the address of its form.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Estimate => "schaetzung",
            Self::Actual => "aufstellung",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Estimate => fl!(texts, "costs-estimate"),
            Self::Actual => fl!(texts, "costs-actual"),
        }
    }
}

impl CostState {
    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Draft => fl!(texts, "costs-state-draft"),
            Self::Sent => fl!(texts, "costs-state-sent"),
            Self::Agreed => fl!(texts, "costs-state-agreed"),
            Self::Declined => fl!(texts, "costs-state-declined"),
            Self::Submitted => fl!(texts, "costs-state-submitted"),
            Self::Queried => fl!(texts, "costs-state-queried"),
            Self::Rewritten => fl!(texts, "costs-state-rewritten"),
            Self::Accepted => fl!(texts, "costs-state-accepted"),
            Self::Settled => fl!(texts, "costs-state-settled"),
        }
    }

    /// How it is coloured.
    pub(super) const fn tone(self) -> &'static str {
        match self {
            Self::Draft | Self::Sent | Self::Submitted | Self::Rewritten => "info",
            Self::Agreed | Self::Accepted | Self::Settled => "success",
            Self::Declined | Self::Queried => "warning",
        }
    }
}

impl CostStep {
    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Decline => "decline",
            Self::Submit => "submit",
            Self::Accept => "accept",
            Self::Query => "query",
            Self::Settle => "settle",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Agree => fl!(texts, "costs-agree"),
            Self::Decline => fl!(texts, "costs-decline"),
            Self::Submit => fl!(texts, "costs-submit"),
            Self::Accept => fl!(texts, "costs-accept"),
            Self::Query => fl!(texts, "costs-query"),
            Self::Settle => fl!(texts, "costs-settle"),
        }
    }
}

impl CostSheetView {
    /// Steps that are one button, the first the main one.
    pub(super) fn buttons(&self) -> Vec<CostStep> {
        let steps = self.steps.iter().copied();
        steps.filter(|step| *step != CostStep::Query).collect()
    }

    pub(super) fn asks_back(&self) -> bool {
        self.steps.contains(&CostStep::Query)
    }

    /// The tax in words.
    pub(super) fn tax(&self, language: Language) -> Option<(String, String)> {
        let vat = self.vat.as_ref()?;
        let rate = u32::from(vat.rate);
        let texts = language.texts();
        let label = match vat.reason {
            None => fl!(texts, "costs-vat", rate = rate),
            Some(reason) => {
                let reason = reason.label(language);
                fl!(texts, "costs-vat-none", reason = reason.as_str())
            }
        };
        Some((label, vat.amount.clone()))
    }

    /// What the town pays, in words.
    pub(super) fn pays(&self, language: Language) -> String {
        let texts = language.texts();
        match &self.claimed {
            Some(claimed) => fl!(texts, "costs-claimed", amount = claimed.as_str()),
            None => fl!(texts, "costs-not-claimed"),
        }
    }
}
