//! Telling the holder of an account by mail: what changed about signing in, what ends soon, what vetters said; at once or
//! once a day, as the holder wants.

mod letters;
mod model;
mod service;
mod store;

pub use model::{AccountNotice, Audience, Delivery};
pub use service::{choices, choose, notice_handlers};
pub(super) use store::forget_old;
