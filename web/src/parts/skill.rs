//! What somebody can do, and what vouches for it.

use i18n_embed_fl::fl;

use crate::Language;

/// A skill with its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Name of the term.
    pub label: String,
    /// 1 knows · 2 works under guidance · 3 works alone · 4 leads.
    pub level: u8,
    /// What vouches for it.
    pub evidence: Evidence,
}

/// What vouches for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The person alone.
    SelfDeclared,
    /// The employer.
    Employer,
    /// A certificate.
    Certified,
    /// A deployment.
    Deployment,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certification {
    /// Name of the certificate.
    pub label: String,
    /// Whether it counts now.
    pub is_valid: bool,
    /// Until when it holds, such as `31. Dezember 2027`; masked entries do not say.
    pub valid_until: Option<String>,
}

/// A language spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageSkill {
    /// Name of the language.
    pub label: String,
    /// `A1`–`C2`.
    pub cefr: String,
}

/// Where somebody works, or is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkMode {
    /// At the place.
    OnSite,
    /// From afar.
    Remote,
    /// Both.
    Either,
}

impl Evidence {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::SelfDeclared => fl!(texts, "evidence-self"),
            Self::Employer => fl!(texts, "evidence-employer"),
            Self::Certified => fl!(texts, "evidence-certified"),
            Self::Deployment => fl!(texts, "evidence-deployment"),
        }
    }
}

impl WorkMode {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::OnSite, Self::Remote, Self::Either];

    /// Its value in forms and on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::OnSite => "on_site",
            Self::Remote => "remote",
            Self::Either => "either",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::OnSite => fl!(texts, "mode-on-site"),
            Self::Remote => fl!(texts, "mode-remote"),
            Self::Either => fl!(texts, "mode-either"),
        }
    }
}

/// What a level means.
pub fn level_label(level: u8, language: Language) -> String {
    let texts = language.texts();
    match level {
        0 | 1 => fl!(texts, "level-1"),
        2 => fl!(texts, "level-2"),
        3 => fl!(texts, "level-3"),
        _ => fl!(texts, "level-4"),
    }
}
