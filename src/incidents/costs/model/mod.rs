//! The rules of costs and working times: pure, and tested without a database.

mod amount;
#[cfg(test)]
mod amount_tests;
mod category;
mod costs;
mod hours;
mod proposal;
mod sheet;
#[cfg(test)]
mod sheet_tests;
mod state;
mod times;
#[cfg(test)]
mod times_tests;

pub use amount::{Amount, Quantity};
pub use category::Category;
pub use hours::{Hours, HoursOf, HouseHours, agreed_minutes};
pub use proposal::{TripFacts, propose};
pub use sheet::{
    Borne, CostKind, Costs, Line, MOST_LINES, PlainLine, Price, Sheet, Stage, Totals, Vat,
    VatReason,
};
pub use state::{Reader, SheetState, Step};
pub use times::{
    DaySum, TimeEntry, TimeMode, TimeWarning, TimeWindow, WarnedOf, days, warnings, worked_minutes,
};
