//! `/verwaltung/texte`: texts that somebody answers for, and the forms for one.

use askama::Template;
use i18n_embed_fl::fl;

use super::field::{AdminInput, Control, messages};
use crate::{Frame, Language, assets};

/// The texts that are kept.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/kept_texts.html")]
pub struct TextsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The texts.
    pub rows: Vec<KeptTextRow>,
}

/// A text as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTextRow {
    /// Its page.
    pub href: String,
    /// Which.
    pub name: TextName,
    /// Its version.
    pub version: i32,
    /// Since when it is used.
    pub since: String,
    /// Who checked it, and when.
    pub checked: Option<(String, String)>,
}

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextName {
    /// First aid.
    FirstAid,
    /// The conditions.
    Conditions,
    /// What to tick off while it is acute.
    GuideAcute,
    /// The same in emergency mode.
    GuideEmergency,
    /// The same while rebuilding.
    GuideRebuild,
}

/// The forms for a text: one rewords it, one records who checked it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/text_form.html")]
pub struct TextFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// The text as stored.
    pub row: KeptTextRow,
    /// The version the forms are of.
    pub version: i32,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
    /// Its wording.
    pub wording: Vec<AdminInput>,
    /// Who checked it.
    pub check: Vec<AdminInput>,
}

impl TextName {
    fn label(self, language: Language) -> String {
        match self {
            Self::FirstAid => fl!(language.texts(), "text-first-aid"),
            Self::Conditions => fl!(language.texts(), "text-conditions"),
            Self::GuideAcute => fl!(language.texts(), "care-text-acute"),
            Self::GuideEmergency => fl!(language.texts(), "care-text-emergency"),
            Self::GuideRebuild => fl!(language.texts(), "care-text-rebuild"),
        }
    }

    fn where_it_stands(self, language: Language) -> String {
        match self {
            Self::FirstAid => fl!(language.texts(), "text-first-aid-where"),
            Self::Conditions => fl!(language.texts(), "text-conditions-where"),
            Self::GuideAcute | Self::GuideEmergency | Self::GuideRebuild => {
                fl!(language.texts(), "care-text-where")
            }
        }
    }

    fn form(self, language: Language) -> String {
        match self {
            Self::FirstAid => fl!(language.texts(), "text-first-aid-form"),
            Self::Conditions => fl!(language.texts(), "text-conditions-form"),
            Self::GuideAcute | Self::GuideEmergency | Self::GuideRebuild => {
                fl!(language.texts(), "care-text-form")
            }
        }
    }
}

impl TextFormPage {
    fn heading(&self) -> String {
        self.row.name.label(self.frame.language)
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let mut all = messages(&self.wording, self.frame.language);
        all.extend(messages(&self.check, self.frame.language));
        all
    }
}
