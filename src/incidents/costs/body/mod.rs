//! JSON of costs, times and hours.

mod hours;
mod sheets;
mod times;

pub use hours::HoursBody;
pub use sheets::{
    CostSheetBody, EstimateDecision, NewCostQuery, NewCostSheet, NewEstimateDecision,
};
pub use times::{NewTimeEntry, TimeEntryBody, TimeEntryPatch, TimesBody};
