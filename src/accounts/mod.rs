//! Who signs in, with which roles and tokens.

mod allowance;
mod api;
mod email;
mod layer;
mod password;
mod service;
mod session;
mod store;
mod token;

pub use allowance::{AllowanceError, Allowances, forget_old as forget_old_allowances};
pub use api::routes;
pub use email::{EmailAddress, MalformedEmail};
pub use layer::authenticate;
pub use password::Passwords;
pub use service::{AccountError, NewAccount, TokenTerms, create, issue_token};
pub use session::{
    SessionToken, SignInAttempt, SignInError, SignedIn, forget_old, page_routes, sign_in, sign_out,
};
pub use store::{SealedAccount, insert, insert_token};
pub use token::BearerToken;
