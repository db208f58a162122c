//! `/vorfaelle`: all incidents, or those of the own town.

use askama::Template;
use i18n_embed_fl::fl;

use crate::shortcuts::Key;
use crate::{Frame, Language, assets};

/// The incidents, newest first, with those to be called back on top.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/incidents.html")]
pub struct IncidentsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The state chosen; `zustand=` in the address.
    pub filter: Option<IncidentBadge>,
    /// Those that are not over; unverified first, of which the longest waiting first.
    pub open: Vec<IncidentRow>,
    /// Those that are over.
    pub closed: Vec<IncidentRow>,
    /// Whoever looks arranges the help, and sees all.
    pub is_desk: bool,
    /// Whoever looks takes calls down.
    pub takes_calls: bool,
    /// Further ones to be called back.
    pub more_waiting: Option<String>,
    /// This page with older ones.
    pub next: Option<String>,
}

/// An incident in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentRow {
    /// Its page.
    pub href: String,
    /// Name of the place, or what was typed.
    pub place: String,
    /// What is seen; nothing while an investigation holds it back.
    pub symptom: Option<String>,
    /// Where it stands.
    pub state: IncidentBadge,
    /// When help was asked for.
    pub asked: String,
    /// For how long nobody has called back, such as `12 Minuten`.
    pub waiting: Option<String>,
    /// Somebody of the desk cares for it.
    pub is_taken: bool,
    /// It is a drill.
    pub is_drill: bool,
}

/// Where an incident stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentBadge {
    /// To be called back.
    Unverified,
    /// Help is looked for.
    Verified,
    /// It is over.
    Closed,
}

impl IncidentBadge {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Unverified, Self::Verified, Self::Closed];

    /// Its value in addresses and on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Verified => "verified",
            Self::Closed => "closed",
        }
    }

    /// The one of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.value() == value)
    }

    /// In words.
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Unverified => fl!(texts, "incident-unverified"),
            Self::Verified => fl!(texts, "incident-verified"),
            Self::Closed => fl!(texts, "incident-closed"),
        }
    }

    /// How it looks.
    pub(super) const fn tone(self) -> &'static str {
        match self {
            Self::Unverified => "warning",
            Self::Verified => "success",
            Self::Closed => "info",
        }
    }
}

impl IncidentsPage {
    /// The keys that do something on this page.
    fn keys(&self) -> Vec<Key> {
        self.takes_calls
            .then_some(Key::Intake)
            .into_iter()
            .collect()
    }

    /// The lists that are not empty: id, heading, rows.
    fn lists(&self) -> Vec<(&'static str, String, &[IncidentRow])> {
        let texts = self.frame.texts();
        let open = ("offen", fl!(texts, "incidents-open"), self.open.as_slice());
        let closed = (
            "abgeschlossen",
            fl!(texts, "incidents-closed"),
            self.closed.as_slice(),
        );
        let lists = [open, closed].into_iter();
        lists.filter(|(.., rows)| !rows.is_empty()).collect()
    }
}
