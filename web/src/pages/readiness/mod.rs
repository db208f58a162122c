//! Before the first touch and at the end: what is settled, the sheet for who arrives, the order, what is handed over.

mod field;
mod form;
mod hand_over;
mod order;
mod sheet;
mod ticks;

pub use field::SheetField;
pub use form::{ArrivalSheetFormPage, HelpSheetPage, SheetForm};
pub use hand_over::{HandOverField, HandOverForm, HandOverPage, HandOverVersion};
pub use order::{EstimateLine, OrderBasis, OrderHouse, OrderPage, TownConditions};
pub use sheet::ArrivalSheetPage;
pub use ticks::{DeploymentSide, HelpReadinessPage, ReadinessTick, ReadinessView, TickRow};

use i18n_embed_fl::fl;

use crate::Language;
use crate::parts::FieldProblem;

/// What is said at a field that looks like credentials.
pub fn credentials_problem(language: Language) -> FieldProblem {
    FieldProblem::Said(fl!(language.texts(), "ready-credentials"))
}
