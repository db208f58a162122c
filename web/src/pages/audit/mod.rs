//! `/protokoll`: what happened in the register, newest first.

mod action;
mod help_action;

use askama::Template;
use i18n_embed_fl::fl;

pub use action::action_label;

use action::ACTIONS;
use help_action::HELP_ACTIONS;

use crate::{Frame, Language, assets};

/// The audit record.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/audit.html")]
pub struct AuditPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked for.
    pub filter: AuditFilter,
    /// Entries, newest first.
    pub entries: Vec<AuditRow>,
    /// The page of older entries.
    pub older_href: Option<String>,
    /// The page of newer entries.
    pub newer_href: Option<String>,
    /// The entries as a file.
    pub export_href: String,
    /// What was wrong with the filter, in the page's language.
    pub problems: Vec<String>,
}

/// What is asked of the record; empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Who acted.
    pub actor: String,
    /// What it was about.
    pub subject: String,
    /// Technical name of what was done.
    pub action: String,
    /// First day, as `2026-05-01`.
    pub from: String,
    /// Last day, as `2026-05-31`.
    pub until: String,
}

/// An entry of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its number.
    pub number: i64,
    /// When it happened, such as `heute, 14:20:07 Uhr`.
    pub at: String,
    /// Who acted.
    pub actor: String,
    /// Technical name of what was done.
    pub action: String,
    /// What it was about.
    pub subject: String,
    /// What else is known, by name.
    pub details: Vec<(String, String)>,
}

impl AuditFilter {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What to say of a day that is none.
    pub fn day_unreadable(language: Language) -> String {
        fl!(language.texts(), "audit-day-unreadable")
    }

    /// The actions to choose from, with what they are called; the one asked for is always among them.
    fn actions(&self, language: Language) -> Vec<(&str, String)> {
        let mut actions: Vec<_> = ACTIONS
            .into_iter()
            .chain(HELP_ACTIONS.iter().copied())
            .collect();
        if !self.action.is_empty() && !actions.contains(&self.action.as_str()) {
            actions.push(&self.action);
        }
        let named = |action: &'_ str| action_label(action, language).unwrap_or(action.to_owned());
        actions
            .into_iter()
            .map(|action| (action, named(action)))
            .collect()
    }
}

impl AuditRow {
    /// What was done, in plain words.
    fn label(&self, language: Language) -> Option<String> {
        action_label(&self.action, language)
    }
}
