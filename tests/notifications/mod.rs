//! Mail, with a mail server of its own process.

mod letters;
mod settings;
