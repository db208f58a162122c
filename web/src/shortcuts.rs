//! Keys of one character: on, or switched off (WCAG 2.1.4).

use i18n_embed_fl::fl;

use crate::Language;

/// Whether keys of one character do something, kept in the cookie [`Shortcuts::COOKIE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shortcuts {
    /// They do, where a page has some.
    #[default]
    On,
    /// They do nothing: for who speaks to the device, or hits keys by chance.
    Off,
}

/// A key and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Next,
    Previous,
    Checklist,
    Verdict,
    Comment,
    Queue,
    Intake,
    Place,
    Phone,
    Code,
    Incident,
}

impl Shortcuts {
    /// Name of the cookie and of the form field.
    pub const COOKIE: &'static str = "tasten";

    /// Its value in the cookie and the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::On => "an",
            Self::Off => "aus",
        }
    }

    /// What a cookie's or form's value says.
    pub fn from_value(value: &str) -> Option<Self> {
        [Self::On, Self::Off]
            .into_iter()
            .find(|shortcuts| shortcuts.value() == value)
    }

    pub(crate) const fn is_on(self) -> bool {
        matches!(self, Self::On)
    }

    /// What the switch makes of it.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::On => Self::Off,
            Self::Off => Self::On,
        }
    }
}

impl Key {
    /// The character; `assets/scripts/keys.js` finds what it leads to in `data-taste`.
    pub(crate) const fn character(self) -> &'static str {
        match self {
            Self::Next => "j",
            Self::Previous => "k",
            Self::Checklist => "1",
            Self::Verdict => "2",
            Self::Comment => "3",
            Self::Queue => "u",
            Self::Intake => "n",
            Self::Place => "o",
            Self::Phone => "r",
            Self::Code => "c",
            Self::Incident => "v",
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Next => fl!(texts, "shortcut-next"),
            Self::Previous => fl!(texts, "shortcut-previous"),
            Self::Checklist => fl!(texts, "shortcut-checklist"),
            Self::Verdict => fl!(texts, "shortcut-verdict"),
            Self::Comment => fl!(texts, "shortcut-comment"),
            Self::Queue => fl!(texts, "shortcut-queue"),
            Self::Intake => fl!(texts, "shortcut-intake"),
            Self::Place => fl!(texts, "shortcut-place"),
            Self::Phone => fl!(texts, "shortcut-phone"),
            Self::Code => fl!(texts, "shortcut-code"),
            Self::Incident => fl!(texts, "intake-to-incident"),
        }
    }
}
