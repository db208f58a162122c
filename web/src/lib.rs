//! Pages of Kataster: view models, templates, texts and assets.
//!
//! Knows no web server, no database and no clock. A handler fills a page of [`pages`] and calls
//! [`Template::render`]; all that is shown is in the page's fields, ready to be displayed.

pub mod assets;
mod calendar;
mod frame;
mod language;
pub mod letters;
mod navigation;
mod notice;
pub mod pages;
pub mod parts;
#[cfg(any(test, debug_assertions))]
pub mod samples;
mod shortcuts;
#[cfg(test)]
mod tests;
mod theme;

pub use askama::Template;
pub use calendar::{calendar_words, days_from_to, duty_titles};
pub use frame::{Account, Flash, FlashKind, Frame, Operator, Role, Undo};
pub use language::Language;
pub use navigation::NavigationItem;
pub use notice::Notice;
pub use shortcuts::Shortcuts;
pub use theme::Theme;
