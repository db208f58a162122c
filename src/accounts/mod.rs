//! Who signs in, with which roles and tokens.

mod allowance;
mod api;
mod email;
mod layer;
mod password;
mod service;
mod store;
mod token;

pub use allowance::{AllowanceError, Allowances};
pub use api::routes;
pub use email::{EmailAddress, MalformedEmail};
pub use layer::authenticate;
pub use service::{AccountError, NewAccount, TokenTerms, create, issue_token};
pub use store::{SealedAccount, insert, insert_token};
pub use token::BearerToken;
