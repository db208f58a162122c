//! Everything through the front door of the crate.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; the lint only knows functions marked as tests"
)]

mod facets;
mod filters;
mod opening;
mod properties;
mod relevance;
mod scopes;
mod texts;
mod torn;
mod updates;
mod world;
