//! JSON of costs, times and hours.

mod hours;
mod sheets;
mod times;

pub use hours::{HoursBody, MonthHours, PhaseHours, SideHours};
pub use sheets::{
    CostSheetBody, EstimateDecision, NewCostLine, NewCostQuery, NewCostSheet, NewEstimateDecision,
};
pub use times::{NewTimeEntry, TimeEntryBody, TimeEntryPatch, TimesBody};
