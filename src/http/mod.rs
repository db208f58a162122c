//! The HTTP kit: problem documents, bodies, queries, headers and limits. Knows no area.

mod address;
mod arrival;
mod body;
mod conditions;
mod cookies;
mod form;
mod host;
mod layers;
mod path;
mod problem;
mod query;
mod reply;
mod same_origin;
mod signed;
mod upload;

pub use address::ClientAddress;
pub use body::{BODY_LIMIT, BodyHash, JsonBody};
pub use conditions::{IdempotencyKey, IfMatch};
pub use cookies::{cookie, kept_cookie, private_cookie, session_cookie, set_cookie, step_cookie};
pub use form::FormBody;
pub use layers::{RequestId, guard, surround};
pub use path::{PathId, PathPart, PathText, PathUnder};
pub use problem::{Problem, ProblemBody};
pub use query::QueryParams;
pub use reply::{GENERATION, Page, Reply, Written, cut, json, saved_file};
pub use same_origin::only_same_origin;
pub use signed::SignedBody;
pub use upload::Upload;
