//! The pages, as a browser without scripts sees them; what only a browser can tell is in `browser`.

pub mod account;
pub mod accounts;
mod administration;
mod alarms;
mod audit;
mod browser;
mod calendar;
mod conditions;
mod emergency;
mod employer;
mod entry;
mod evidence;
mod frame;
mod help;
mod import;
mod keys;
mod matching;
mod on_call;
mod own;
mod races;
mod same_origin;
mod search;
mod sign_in;
mod vetting;
mod vetting_queue;
mod vetting_renewals;
mod who;
