//! Facts about all pages and all texts.

mod crisis;
mod pages;
mod texts;
