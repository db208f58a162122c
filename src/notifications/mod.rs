//! Messages to people, by whichever channel takes them. Whose message it is resolves the address when it is sent; here
//! nobody is known.

mod channel;
mod deliveries;
mod drop_folder;
mod gateway;
mod mailer;
mod message;
mod outbound;
mod post;
mod server;
mod signature;
mod webhook;

pub use channel::{Channel, Destination, NotADestination};
pub use deliveries::{
    ChannelHealth, Delivery, DeliveryState, Dispatch, Reported, UNDELIVERED, channel_health,
    deliveries_of, delivery, forget_old, record_failed, record_sent, reference_of, routes,
    take_key, take_report, tries_of,
};
pub use drop_folder::DropFolder;
pub use gateway::{
    CallbackError, CallbackRules, Gateway, GatewayFault, GatewaySecrets, GatewaySettings, Outcome,
    Report, ReportFormat, SendMethod,
};
pub use mailer::{MailFailure, Mailer, REFUSED};
pub use message::ShortMessage;
pub use post::{AllFailed, Failure, Post, Sent};
pub use server::{MailAddress, MailServer, NotAMailAddress, NotAMailServer};
pub use signature::{SigningSecret, TooShort};
pub use webhook::{Webhook, WebhookSettings};
