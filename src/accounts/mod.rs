//! Who signs in, with which roles and tokens.

pub mod administration;
mod allowance;
mod api;
mod credentials;
mod email;
mod invited;
mod layer;
mod links;
mod notices;
mod pages;
mod passkeys;
mod password;
mod phone;
mod recovery;
mod second_factor;
mod secret;
mod service;
mod session;
mod store;
mod token;
mod tokens;

pub use allowance::{AllowanceError, Allowances, Shown, forget_old as forget_old_allowances};
pub use api::routes;
pub use credentials::{
    Confirmed, CredentialError, PasswordProblem, change_password, confirm, hold_confirmed, invite,
    mistyped, needed, recover, set_password,
};
pub use email::{EmailAddress, MalformedEmail};
pub use invited::{
    Holder, address_of, first_password, hold_open, holder, invitation_token, lookup_of,
    stage_expert_role, stage_invited,
};
pub use layer::authenticate;
pub use links::{
    FoundLink, LinkPurpose, find as find_link, token as link_token, use_up as use_link,
};
pub use notices::{
    AccountNotice, Audience, Delivery, choices as notice_choices, choose as choose_notices,
    notice_handlers,
};
pub use pages::routes as page_routes;
pub use passkeys::{HeldPasskey, PasskeyError, RelyingParty, list as passkeys};
pub use password::Passwords;
pub use phone::{PhoneError, find as phone_of, keep as keep_phone, of_caller as own_phone};
pub use second_factor::{
    SecondFactorError, SecondFactorState, renew_codes, state as second_factor_state,
};
pub use secret::Secret;
pub use service::{AccountError, NewAccount, TokenTerms, create, id_of, issue_token};
pub use session::{
    HeldSession, SignIn, SignInAttempt, SignInError, SignedIn, end_other_sessions, end_session,
    finish_sign_in, forget_old, needs_passkey, sessions, sign_in, sign_out,
};
pub use store::{SealedAccount, insert, insert_token};
pub use token::BearerToken;
pub use tokens::{
    HeldToken, TokenError, issue as issue_own_token, revoke as revoke_own_token, tokens,
};
