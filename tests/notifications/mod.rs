//! Mail, with a mail server of its own process.

mod admissions;
pub mod choices;
mod letters;
mod reminders;
mod settings;
mod still_right;
mod watched;
