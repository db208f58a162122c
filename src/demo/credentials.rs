//! The accounts of a demo. They follow from the plan, so they can be told again.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::Plan;
use super::chance::Chance;
use crate::access::{Role, TokenScope};
use crate::accounts::{BearerToken, TokenTerms};
use crate::ids::AccountId;

/// Names of the accounts with their roles.
pub(super) const ACCOUNTS: [(&str, Role); 8] = [
    ("expert", Role::Expert),
    ("member_manager", Role::MemberManager),
    ("requester", Role::Requester),
    ("vetter", Role::Vetter),
    ("vetter2", Role::Vetter),
    ("coordinator", Role::Coordinator),
    ("admin", Role::Admin),
    ("auditor", Role::Auditor),
];

const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const PASSWORD_LENGTH: usize = 24;

/// What somebody needs to sign in as one of the demo's roles.
#[derive(Clone, Serialize)]
pub struct DemoAccount {
    /// Mail address.
    pub email: String,
    /// Password.
    pub password: String,
    /// API token.
    pub token: String,
    #[serde(skip)]
    pub(super) id: AccountId,
    #[serde(skip)]
    pub(super) bearer: BearerToken,
}

/// All accounts by name.
#[derive(Clone)]
pub struct Credentials {
    /// By name.
    pub accounts: BTreeMap<&'static str, DemoAccount>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.accounts.keys()).finish()
    }
}

impl Credentials {
    /// The file people read.
    pub fn to_json(&self, base_url: &str) -> Value {
        json!({ "base_url": base_url, "accounts": self.accounts })
    }
}

/// The accounts of a plan.
pub fn credentials(plan: &Plan) -> Credentials {
    let account = |name: &'static str| {
        let mut chance = Chance::of(plan.seed, name, plan.experts as u64);
        let password = (0..PASSWORD_LENGTH)
            .map(|_| char::from(*chance.pick(LETTERS)))
            .collect();
        let bearer = BearerToken::from_bytes(chance.bytes());
        let email = format!("{}@example.org", name.replace('_', "-"));
        (
            name,
            DemoAccount {
                email,
                password,
                token: bearer.reveal(),
                id: AccountId(chance.uuid()),
                bearer,
            },
        )
    };
    Credentials {
        accounts: ACCOUNTS.iter().map(|(name, _)| account(name)).collect(),
    }
}

/// What the tokens of the demo are for.
pub(super) fn terms() -> TokenTerms {
    TokenTerms {
        label: "demo".to_owned(),
        scopes: vec![TokenScope::Read, TokenScope::Write, TokenScope::Reveal],
        days: 365,
    }
}
