//! Who looks at a page, and how they like it.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use web::{Account, Frame, Language, Operator, Shortcuts, Theme};

use super::LocalPath;
use super::preferences::{LANGUAGE_COOKIE, flash_of};
use crate::access::{Authentication, Caller, Role};
use crate::http::{Problem, kept_cookie};
use crate::site::Site;

/// How many alarms are open, put into the request for whoever looks after them.
#[derive(Clone, Copy, Debug)]
pub struct OpenAlarms(pub u64);

/// The surroundings of a page for whoever asks for it.
#[derive(Clone, Debug)]
pub struct Visitor(pub Frame);

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::of(parts))
    }
}

impl Visitor {
    /// From what a request carries.
    pub(super) fn of(parts: &Parts) -> Self {
        let site = parts
            .extensions
            .get::<Arc<Site>>()
            .cloned()
            .unwrap_or_default();
        let looks = (&parts.headers, site.is_secure);
        let language = language(looks);
        let account = match parts.extensions.get::<Authentication>() {
            Some(Authentication::Caller(caller)) => Some(account(caller, language)),
            _ => None,
        };
        let shortcuts = kept_cookie(&parts.headers, Shortcuts::COOKIE, site.is_secure);
        let theme = kept_cookie(&parts.headers, Theme::COOKIE, site.is_secure);
        Self(Frame {
            language,
            theme: theme
                .and_then(|value| Theme::from_value(&value))
                .unwrap_or_default(),
            shortcuts: shortcuts
                .and_then(|value| Shortcuts::from_value(&value))
                .unwrap_or_default(),
            here: LocalPath::or_start(&parts.uri.to_string())
                .as_str()
                .to_owned(),
            account,
            flash: flash_of(looks, language),
            operator: Operator {
                name: site.operator.clone(),
                phone: site.duty_phone.clone(),
            },
            is_demo: site.is_demo,
            open_alarms: parts
                .extensions
                .get::<OpenAlarms>()
                .map_or(0, |open| open.0),
        })
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.0.language
    }
}

/// The language chosen, else the one the browser likes best.
fn language((headers, is_secure): (&HeaderMap, bool)) -> Language {
    let chosen = kept_cookie(headers, LANGUAGE_COOKIE, is_secure);
    chosen
        .and_then(|code| Language::from_code(&code))
        .unwrap_or_else(|| {
            let liked = headers.get(header::ACCEPT_LANGUAGE);
            Language::from_accept_language(
                liked
                    .and_then(|value| value.to_str().ok())
                    .unwrap_or_default(),
            )
        })
}

/// Called by their role: the mail address is sealed, and no page needs it.
fn account(caller: &Caller, language: Language) -> Account {
    let mut roles: Vec<web::Role> = Vec::new();
    for grant in &caller.grants {
        let role = role(grant.role);
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let labels: Vec<String> = roles.iter().map(|role| role.label(language)).collect();
    Account {
        label: labels.join(", "),
        roles,
    }
}

/// A role as the pages know it.
pub fn role(role: Role) -> web::Role {
    match role {
        Role::Expert => web::Role::Expert,
        Role::MemberManager => web::Role::MemberManager,
        Role::Requester => web::Role::Requester,
        Role::Vetter => web::Role::Vetter,
        Role::Coordinator => web::Role::Coordinator,
        Role::Admin => web::Role::Admin,
        Role::Auditor => web::Role::Auditor,
        Role::LandLiaison => web::Role::LandLiaison,
    }
}
