//! What deployments cost, the hours they took, and what members give each other.

mod category;
mod form;
mod hours;
mod page;
mod sheet;
mod times;

pub use category::{CostCategory, VatReason};
pub use form::{CostField, CostFormPage, CostLineInput, CostProblem};
pub use hours::{GiveAndTakePage, HouseHoursRow, SideHours};
pub use page::{CostPrintPage, CostsPage, CostsRefusal};
pub use sheet::{CostKind, CostLineRow, CostSheetView, CostStage, CostState, CostStep, VatRow};
pub use times::{TimeMode, TimeProblem, TimeRow, TimesDay, TimesPage, TimesWarning};
