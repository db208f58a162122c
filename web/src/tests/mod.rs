//! Facts about all pages and all texts.

mod pages;
mod texts;
