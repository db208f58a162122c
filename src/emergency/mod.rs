//! Emergency access: cards with one-time codes, the conditions accepted with them, and whom to call back.
//!
//! A struck town has no mail, no desk phone and perhaps no IT. It has a printed card. Each of its ten codes opens
//! one incident and no session; only their keyed hashes are kept. A town whose card is not at hand is called back on
//! a number registered before, and both sides prove themselves by a word.

mod call;
mod card;
mod code;
mod contacts;
mod coverage;
mod pages;
mod redemption;

pub use call::{
    CallWords, Heard, Word, arrange, arranged, arranged_to_call, forget as forget_words, hear,
};
pub use card::{Call, Calls, accepted_version, calls, has_accepted, routes as card_routes};
pub use code::{EmergencyCode, Mistyped};
pub use contacts::{
    Contact as RegisteredContact, ContactError, Purpose as ContactPurpose,
    has_any as has_registered, reveal as reveal_registered,
};
pub use coverage::served_places;
pub use pages::routes as page_routes;
pub use redemption::{
    ALERT, Claim, Redemption, Refusal, count as count_redemption, handler as alert_handler, redeem,
    routes as redemption_routes, tell_again,
};
