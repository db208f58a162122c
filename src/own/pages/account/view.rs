//! The own account in words.

use web::pages::{
    AccountPage, HeldRole, PasskeyProblem, PasskeyRow, Passkeys, PasswordProblem, RemovalProblem,
    SessionRow, TokenForm, TokenProblem, TokenRow, TokenScope as PageScope,
};
use web::parts::PasskeyOffer;
use web::{Frame, Language};

use crate::access::action::{ReadOrganisation, ReadSelf, ReadTokens};
use crate::access::{Caller, Permit, TokenScope};
use crate::accounts::{self, HeldPasskey, HeldToken, needed};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::organisations;
use crate::pages::{day, moment, role};

/// What the page shows besides what is stored.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) password_problems: Vec<PasswordProblem>,
    pub(super) removal_problem: Option<RemovalProblem>,
    pub(super) passkey_problem: Option<PasskeyProblem>,
    pub(super) new_token: Option<String>,
    pub(super) token_form: TokenForm,
    pub(super) token_problems: Vec<TokenProblem>,
}

/// The page of whoever holds the permit.
pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReadSelf>,
    frame: Frame,
    said: Said,
) -> Result<AccountPage, StorageError> {
    let (caller, now) = (permit.caller(), app.db.clock().now());
    let language = frame.language;
    let second_factor = accounts::second_factor_state(&app.db, &app.keyring, permit).await?;
    let since = second_factor.authenticator_since;
    let held = accounts::passkeys(&app.db, permit).await?;
    let has_factor = since.is_some() || !held.is_empty();
    let codes_left = usize::try_from(second_factor.recovery_codes_left).unwrap_or_default();
    let sessions = accounts::sessions(&app.db, permit).await?;
    let tokens = match permit.also::<ReadTokens>() {
        Some(permit) => accounts::tokens(&app.db, &permit).await?,
        None => Vec::new(),
    };
    let Said {
        password_problems,
        removal_problem,
        passkey_problem,
        new_token,
        token_form,
        token_problems,
    } = said;
    Ok(AccountPage {
        frame,
        roles: roles(app, permit).await,
        needed: needed(has_factor),
        password_problems,
        passkeys: Passkeys {
            held: held
                .iter()
                .map(|held| passkey(held, now, language))
                .collect(),
            offer: app.passkeys.origin().map(|origin| PasskeyOffer { origin }),
            is_confirmed: caller.is_confirmed,
            asks_password: held.len() == 1 && since.is_none(),
            problem: passkey_problem,
        },
        authenticator_since: since.map(|since| day(since.date(), language)),
        recovery_codes_left: has_factor.then_some(codes_left),
        removal_problem,
        sessions: sessions
            .iter()
            .map(|held| SessionRow {
                id: held.id.to_string(),
                started: moment(held.started_at, now, language),
                seen: moment(held.seen_at, now, language),
                is_current: caller.session == Some(held.id),
            })
            .collect(),
        tokens: tokens
            .iter()
            .map(|held| token(held, now, language))
            .collect(),
        new_token,
        token_form,
        token_problems,
    })
}

/// The roles with the names of the organisations they are for.
async fn roles(app: &AppState, permit: &Permit<ReadSelf>) -> Vec<HeldRole> {
    let Caller { grants, .. } = permit.caller();
    let reads = permit.also::<ReadOrganisation>();
    let mut roles = Vec::new();
    for grant in grants {
        let organisation = match (&reads, grant.organisation) {
            (Some(permit), Some(id)) => organisations::show(&app.db, &app.reference, permit, id)
                .await
                .ok()
                .map(|(body, _)| body.name),
            _ => None,
        };
        roles.push(HeldRole {
            role: role(grant.role),
            organisation,
        });
    }
    roles
}

fn passkey(held: &HeldPasskey, now: Instant, language: Language) -> PasskeyRow {
    PasskeyRow {
        id: held.id.to_string(),
        created: day(held.created_at.date(), language),
        last_used: held.last_used_at.map(|at| moment(at, now, language)),
    }
}

fn token(held: &HeldToken, now: Instant, language: Language) -> TokenRow {
    let scopes = held.scopes.iter().filter_map(|scope| match scope {
        TokenScope::Read => Some(PageScope::Read),
        TokenScope::Write => Some(PageScope::Write),
        TokenScope::Reveal => None,
    });
    TokenRow {
        id: held.id.to_string(),
        label: held.label.clone(),
        scopes: scopes.collect(),
        created: day(held.created_at.date(), language),
        expires: day(held.expires_at.date(), language),
        last_used: held.last_used_at.map(|at| moment(at, now, language)),
        is_over: held.expires_at <= now,
    }
}
