//! Finding masked entries: the published snapshot, the worker that keeps it, search and cards.

mod api;
mod card;
mod claims;
mod decoys;
mod document;
mod error;
mod lands;
mod one;
mod pages;
mod publish;
mod query;
mod result;
mod service;
mod small_cell;
mod snapshot;
mod store;
mod views;
mod visible;
mod vocabulary;
mod worker;

pub use api::routes;
pub(crate) use api::stamped;
pub use card::{
    Card, CardEmployer, CardRegion, CardView, card, masked_distance, masked_employer, masked_region,
};
pub use decoys::Shelf as DecoyShelf;
pub use error::SearchError;
pub use lands::shown_land;
pub use pages::{Labels, routes as page_routes};
pub use publish::{Publisher, Waited};
pub use service::count_cards;
pub use small_cell::told;
pub use snapshot::Snapshot;
pub use views::Noting;
pub use vocabulary::{VocabularyFailed, vocabulary};
pub use worker::{Indexer, IndexerError};
