//! How soon somebody can start.

use i18n_embed_fl::fl;

use crate::Language;

/// How soon somebody can start, and on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// How soon.
    pub state: Readiness,
    /// The day, when it is not today, such as `3. Dezember 2026`.
    pub from: Option<String>,
}

/// How soon somebody can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// At once.
    Now,
    /// Within a day.
    Within24Hours,
    /// Within three days.
    Within72Hours,
    /// Later.
    Later,
    /// From afar only.
    RemoteOnly,
    /// Not at all.
    Unavailable,
}

impl Availability {
    /// In words, with the day where there is one.
    pub(crate) fn text(&self, language: Language) -> String {
        let state = self.state.label(language);
        match &self.from {
            Some(day) => fl!(
                language.texts(),
                "availability-from",
                state = state,
                day = day.as_str()
            ),
            None => state,
        }
    }
}

impl Readiness {
    /// Those that need no day.
    pub const ONE_TAP: [Self; 5] = [
        Self::Now,
        Self::Within24Hours,
        Self::Within72Hours,
        Self::RemoteOnly,
        Self::Unavailable,
    ];

    /// Its value in forms and on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Within24Hours => "24h",
            Self::Within72Hours => "72h",
            Self::Later => "later",
            Self::RemoteOnly => "remote_only",
            Self::Unavailable => "none",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Now => fl!(texts, "readiness-now"),
            Self::Within24Hours => fl!(texts, "readiness-24h"),
            Self::Within72Hours => fl!(texts, "readiness-72h"),
            Self::Later => fl!(texts, "readiness-later"),
            Self::RemoteOnly => fl!(texts, "readiness-remote"),
            Self::Unavailable => fl!(texts, "readiness-none"),
        }
    }

    /// The kind of KERN badge that fits.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Now => "success",
            Self::Within24Hours | Self::Within72Hours | Self::RemoteOnly => "info",
            Self::Later => "warning",
            Self::Unavailable => "danger",
        }
    }
}
