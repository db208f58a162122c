//! The HTTP kit: problem documents, bodies, queries, headers and limits. Knows no area.

mod body;
mod conditions;
mod layers;
mod path;
mod problem;
mod query;
mod reply;

pub use body::{BODY_LIMIT, BodyHash, JsonBody};
pub use conditions::{IdempotencyKey, IfMatch};
pub use layers::{RequestId, apply as apply_layers};
pub use path::{PathId, PathText};
pub use problem::{Problem, ProblemBody};
pub use query::QueryParams;
pub use reply::{GENERATION, Page, Reply, Written};
