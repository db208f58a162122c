//! Messages, with a mail server and a gateway of their own processes.

mod admissions;
mod channels;
pub mod choices;
mod going_wrong;
mod letters;
mod reminders;
pub mod reports;
mod settings;
mod still_right;
mod watched;
