//! Who is calling.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use super::{Reach, Right, Role, Scope, conditions, reach};
use crate::db::Actor;
use crate::ids::{AccountId, OrganisationId, SessionId};

/// A role and where it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What the account may be.
    pub role: Role,
    /// For which organisation, where the role is for one.
    pub organisation: Option<OrganisationId>,
}

/// What an API token may be used for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TokenScope {
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Contact data of a committed deployment.
    Reveal,
}

/// Somebody who proved who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account.
    pub account: AccountId,
    /// Its roles now.
    pub grants: Vec<Grant>,
    /// What the token at hand is for; a session is for everything.
    pub token_scopes: Vec<TokenScope>,
    /// The browser's session, unless a token was sent.
    pub session: Option<SessionId>,
    /// The installation asks for a second factor, or for a passkey, and this session was proven with less.
    pub owes_second_factor: bool,
    /// Who they are was proven a few minutes ago; a token never does.
    pub is_confirmed: bool,
}

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// No role includes it, or the token is not for it.
    Role,
    /// The second factor comes first.
    SecondFactor,
    /// The session must be confirmed first.
    Confirmation,
}

impl Caller {
    /// What the caller covers with a right; `None` when they may not.
    pub fn scope(&self, right: Right) -> Option<Scope> {
        self.covers(right).ok()
    }

    /// The same, with the reason when they may not.
    pub(super) fn covers(&self, right: Right) -> Result<Scope, Refusal> {
        let scope = self.reaches(right).ok_or(Refusal::Role)?;
        if self.owes_second_factor && !conditions::is_for_signing_in(right) {
            return Err(Refusal::SecondFactor);
        }
        if conditions::needs_confirmation(right) && !self.is_confirmed {
            return Err(Refusal::Confirmation);
        }
        Ok(scope)
    }

    fn reaches(&self, right: Right) -> Option<Scope> {
        if !self.token_scopes.contains(&conditions::token_scope(right)) {
            return None;
        }
        covered(self.account, &self.grants, right)
    }

    /// Whether the account has a role anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// As the record names the caller.
    pub fn actor(&self) -> Actor {
        Actor::Account(self.account)
    }
}

/// What an account with these roles covers with a right; `None` when no role includes it.
pub(super) fn covered(account: AccountId, grants: &[Grant], right: Right) -> Option<Scope> {
    let mut scope = Scope::none(account);
    let mut any = false;
    for grant in grants {
        match reach(right, grant.role) {
            None => continue,
            Some(Reach::Own) => scope.own = true,
            Some(Reach::Organisation) => scope.organisations.extend(grant.organisation),
            Some(Reach::Everything) => scope.everything = true,
        }
        any = true;
    }
    any.then_some(scope)
}

/// What is known of a request's sender, put into its extensions by the accounts layer.
#[derive(Clone, Debug)]
pub enum Authentication {
    /// Nothing was presented.
    Anonymous,
    /// A valid token or session.
    Caller(Caller),
    /// Something that is no valid token.
    Refused,
    /// It could not be checked now.
    Unavailable,
}

impl Authentication {
    /// The browser's session, if that is how somebody proved who they are.
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Self::Caller(caller) => caller.session,
            Self::Anonymous | Self::Refused | Self::Unavailable => None,
        }
    }
}
