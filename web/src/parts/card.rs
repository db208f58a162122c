//! The masked card of an entry.

use super::{Availability, LanguageSkill, Skill, WorkMode};

/// What requesters see of an entry: never a name, a contact or an employer's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpertCard {
    /// The entry's page, `/fachkraefte/exp_…`.
    pub href: String,
    /// Public name, such as `K-7Q3FM`.
    pub alias: String,
    /// A person or a nameless capacity.
    pub kind: EntryKind,
    /// The headline, words asked for marked.
    pub headline: Vec<Segment>,
    /// An excerpt of the text, where words were found in it; else empty.
    pub excerpt: Vec<Segment>,
    /// Why it fits: what follows "Passt, weil:". Empty without a question.
    pub reasons: Vec<String>,
    /// What kind of body employs it, and where: `Kommunaler IT-Dienstleister, Bayern`.
    pub employer: String,
    /// Name of the Land or group of Länder.
    pub region: String,
    /// About how far, in kilometres, where a place was asked for.
    pub distance_km: Option<u16>,
    /// Where it works.
    pub mode: WorkMode,
    /// How soon it can start.
    pub availability: Availability,
    /// Month of the last confirmation, such as `November 2026`.
    pub confirmed: Option<String>,
    /// Skills, best first; a list shows the first five.
    pub skills: Vec<Skill>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
}

/// A person or a nameless capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// One person.
    Person,
    /// Skills of a member without names.
    Capacity {
        /// People behind it.
        headcount: u16,
    },
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The piece.
    pub text: String,
    /// Whether it was asked for.
    pub is_marked: bool,
}

/// Skills a card in a list shows.
const SHOWN_SKILLS: usize = 5;

impl ExpertCard {
    /// People behind a capacity.
    pub(crate) fn headcount(&self) -> Option<u16> {
        match self.kind {
            EntryKind::Person => None,
            EntryKind::Capacity { headcount } => Some(headcount),
        }
    }

    /// The skills a list shows.
    pub(crate) fn top_skills(&self) -> &[Skill] {
        self.skills.get(..SHOWN_SKILLS).unwrap_or(&self.skills)
    }

    /// How many more there are.
    pub(crate) fn more_skills(&self) -> usize {
        self.skills.len().saturating_sub(SHOWN_SKILLS)
    }

    /// Languages in one line: `Deutsch C2, Englisch B2`.
    pub(crate) fn language_line(&self) -> String {
        let spoken = self.languages.iter();
        let spoken = spoken.map(|language| format!("{} {}", language.label, language.cefr));
        spoken.collect::<Vec<_>>().join(", ")
    }
}

impl Segment {
    /// A text of which nothing is marked.
    pub fn plain(text: impl Into<String>) -> Vec<Self> {
        vec![Self {
            text: text.into(),
            is_marked: false,
        }]
    }
}
