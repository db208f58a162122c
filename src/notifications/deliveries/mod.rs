//! What became of messages: what was tried, what was sent, what a gateway reported. No address is kept.

mod api;
mod model;
mod service;
mod store;

pub use api::{routes, take_report};
pub use model::{ChannelHealth, Delivery, DeliveryState, Dispatch, Reported, reference_of};
pub use service::{
    UNDELIVERED, channel_health, deliveries_of, delivery, forget_old, record_failed, record_sent,
    take_key, tries_of,
};
