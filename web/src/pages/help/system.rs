//! What does not work.

use i18n_embed_fl::fl;

use crate::Language;

/// Something that does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels say it")]
pub enum AffectedSystem {
    Workplaces,
    Servers,
    Mail,
    Phones,
    Internet,
    Web,
    Backup,
    Identity,
    Procedures,
    All,
}

impl AffectedSystem {
    /// All there are.
    pub const ALL: [Self; 10] = [
        Self::Workplaces,
        Self::Servers,
        Self::Mail,
        Self::Phones,
        Self::Internet,
        Self::Web,
        Self::Backup,
        Self::Identity,
        Self::Procedures,
        Self::All,
    ];

    /// Value of `betroffen`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Workplaces => "workplaces",
            Self::Servers => "servers",
            Self::Mail => "mail",
            Self::Phones => "phones",
            Self::Internet => "internet",
            Self::Web => "web",
            Self::Backup => "backup",
            Self::Identity => "identity",
            Self::Procedures => "procedures",
            Self::All => "all",
        }
    }

    /// The one of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.value() == value)
    }

    /// The key that ticks it on the page for calls.
    pub(in crate::pages) const fn key(self) -> &'static str {
        match self {
            Self::Workplaces => "a",
            Self::Servers => "s",
            Self::Mail => "m",
            Self::Phones => "t",
            Self::Internet => "i",
            Self::Web => "w",
            Self::Backup => "d",
            Self::Identity => "l",
            Self::Procedures => "f",
            Self::All => "x",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Workplaces => fl!(texts, "system-workplaces"),
            Self::Servers => fl!(texts, "system-servers"),
            Self::Mail => fl!(texts, "system-mail"),
            Self::Phones => fl!(texts, "system-phones"),
            Self::Internet => fl!(texts, "system-internet"),
            Self::Web => fl!(texts, "system-web"),
            Self::Backup => fl!(texts, "system-backup"),
            Self::Identity => fl!(texts, "system-identity"),
            Self::Procedures => fl!(texts, "system-procedures"),
            Self::All => fl!(texts, "system-all"),
        }
    }
}
