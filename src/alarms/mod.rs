//! Alarms about accounts that page through the register, and what came of them.
//!
//! Whoever sees what is counted raises them (`accounts`, `search`), in the transaction that counts it. The one who
//! caused an alarm sees nothing of it, and is answered as before.

mod api;
mod model;
mod pages;
mod service;
mod store;

pub use api::routes;
pub use model::{Alarm, AlarmKind, Limits, REFUSED_A_DAY, REFUSED_EVERY, Sighting, WINDOW_DAYS};
pub use pages::{count_open, routes as page_routes};
pub use service::{AlarmError, Page, acknowledge, counts_from, list, raise};
pub use store::forget_old;
