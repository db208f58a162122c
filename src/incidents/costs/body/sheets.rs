//! JSON of costs.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::http::IfMatch;
use crate::ids::DeploymentId;
use crate::incidents::costs::model::{
    Amount, Category, CostKind, Line, PlainLine, Price, Quantity, Sheet, SheetState, Stage, Totals,
    Vat, VatReason,
};
use crate::incidents::costs::service::NewSheet;
use crate::input::FieldError;

/// What it costs, of one kind.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewCostSheet {
    /// The kind the deployment bears: what is spent besides, or an agreed fee. Never both.
    pub kind: CostKind,
    /// For what.
    #[validate(length(max = 100), nested)]
    #[schema(max_items = 100)]
    pub lines: Vec<NewCostLine>,
    /// Of a fee alone: 0, 7 or 19.
    #[serde(default)]
    pub vat_rate: Option<u8>,
    /// Why a fee bears no tax.
    #[serde(default)]
    pub vat_reason: Option<VatReason>,
    /// It goes to the town at once; else it stays a draft.
    #[serde(default)]
    pub send: bool,
}

/// For what and how much: so many at a price, or one amount.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewCostLine {
    /// For what.
    pub category: Category,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the first one if absent.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// How many, in hundredths.
    #[serde(default)]
    pub quantity_hundredths: Option<i64>,
    /// What one costs, in cents.
    #[serde(default)]
    pub unit_price_cents: Option<i64>,
    /// What it costs, in cents, where it is not so many at a price.
    #[serde(default)]
    pub amount_cents: Option<i64>,
    /// What it was.
    #[serde(default)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub note: String,
}

impl fmt::Debug for NewCostSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewCostSheet")
    }
}

impl fmt::Debug for NewCostLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewCostLine")
    }
}

/// A version of an estimate or of the costs.
#[derive(Clone, Serialize, ToSchema)]
pub struct CostSheetBody {
    /// Of which deployment.
    pub deployment_id: DeploymentId,
    /// Before or after.
    pub stage: Stage,
    /// Where it stands.
    pub state: SheetState,
    /// Nothing was written yet: this is what could be.
    pub is_proposal: bool,
    /// Of which kind.
    pub kind: CostKind,
    /// For what.
    pub lines: Vec<CostLineBody>,
    /// Of a fee: 0, 7 or 19.
    pub vat_rate: Option<u8>,
    /// Why a fee bears no tax.
    pub vat_reason: Option<VatReason>,
    /// The sum of the lines.
    pub net_cents: Amount,
    /// The tax on it.
    pub vat_cents: Amount,
    /// Both.
    pub gross_cents: Amount,
    /// What the town pays: nothing of Amtshilfe up to 35 €.
    pub claimed_cents: Amount,
    /// What the town asks back.
    pub query: Option<String>,
    /// When this version was made.
    pub at: Instant,
    /// Counts from 1; 0 of a proposal.
    pub version: i32,
}

/// A line.
#[derive(Clone, Serialize, ToSchema)]
pub struct CostLineBody {
    /// For what.
    pub category: Category,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// How many, in hundredths.
    pub quantity_hundredths: Option<Quantity>,
    /// What one costs, in cents.
    pub unit_price_cents: Option<Amount>,
    /// What it costs, in cents.
    pub amount_cents: Amount,
    /// What it was; empty 90 days after it was paid.
    pub note: String,
}

/// What the town says to an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EstimateDecision {
    /// Yes.
    Agree,
    /// No.
    Decline,
}

/// The town's word.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewEstimateDecision {
    /// What.
    pub decision: EstimateDecision,
}

/// What the town asks back.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewCostQuery {
    /// The question.
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_length = 1, max_length = 1_000)]
    pub text: String,
}

impl NewCostSheet {
    /// What is to be written, of the version that was read.
    ///
    /// # Errors
    /// A line states no amount or two, or a tax that there is not.
    pub(in crate::incidents::costs) fn sheet(
        self,
        read: IfMatch,
    ) -> Result<NewSheet, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut lines = Vec::with_capacity(self.lines.len());
        for (number, line) in self.lines.into_iter().enumerate() {
            match line.line(number) {
                Ok(line) => lines.push(line),
                Err(error) => errors.push(error),
            }
        }
        let vat = match (self.vat_rate, self.vat_reason) {
            (None, None) => None,
            (rate, reason) => {
                let vat = Vat::of(rate.unwrap_or_default(), reason);
                if vat.is_none() {
                    let detail = "0 with its reason, or 7 or 19 without";
                    errors.push(FieldError::new("/vat_rate", "unknown", detail));
                }
                vat
            }
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(NewSheet {
            kind: self.kind,
            lines,
            vat,
            is_sent: self.send,
            read,
        })
    }
}

impl NewCostLine {
    fn line(self, number: usize) -> Result<PlainLine, FieldError> {
        let price = match (
            self.quantity_hundredths,
            self.unit_price_cents,
            self.amount_cents,
        ) {
            (None, None, Some(amount)) => Price::Flat(Amount::of_cents(amount)),
            (Some(quantity), Some(unit), None) => {
                Price::Units(Quantity::of_hundredths(quantity), Amount::of_cents(unit))
            }
            _ => {
                let at = format!("/lines/{number}/amount_cents");
                let detail = "state one amount, or a quantity and the price of one";
                return Err(FieldError::new(at, "required", detail));
            }
        };
        Ok(Line {
            category: self.category,
            from: self.from,
            until: self.until.unwrap_or(self.from),
            price,
            note: self.note,
        })
    }
}

impl From<PlainLine> for CostLineBody {
    fn from(line: PlainLine) -> Self {
        let amount = line.price.amount().unwrap_or_default();
        let Line {
            category,
            from,
            until,
            price,
            note,
        } = line;
        let (quantity, unit) = match price {
            Price::Flat(_) => (None, None),
            Price::Units(quantity, unit) => (Some(quantity), Some(unit)),
        };
        Self {
            category,
            from,
            until,
            quantity_hundredths: quantity,
            unit_price_cents: unit,
            amount_cents: amount,
            note,
        }
    }
}

impl From<Sheet> for CostSheetBody {
    fn from(sheet: Sheet) -> Self {
        let Totals {
            net,
            vat,
            gross,
            claimed,
        } = sheet.totals();
        let Sheet {
            deployment,
            stage,
            state,
            costs,
            is_amtshilfe: _,
            query,
            at,
            by: _,
            written_by: _,
            version,
        } = sheet;
        Self {
            deployment_id: deployment,
            stage,
            state,
            is_proposal: version == 0,
            kind: costs.kind(),
            lines: costs.lines().into_iter().map(Into::into).collect(),
            vat_rate: costs.vat().map(Vat::rate),
            vat_reason: costs.vat().and_then(Vat::reason),
            net_cents: net,
            vat_cents: vat,
            gross_cents: gross,
            claimed_cents: claimed,
            query,
            at,
            version,
        }
    }
}
