//! `/einsaetze/{id}/uebergabe`: what is handed over when somebody goes.

use askama::Template;
use i18n_embed_fl::fl;

use super::DeploymentSide;
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, Language, assets};

/// Signs of each text.
const LONGEST: u16 = 4_000;

/// What it says about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOverField {
    /// How far the work is.
    State,
    /// What is left to do.
    OpenPoints,
    /// What was changed.
    Changes,
    /// Where documentation lies.
    Documentation,
    /// Who knows more.
    WhoKnows,
}

/// What was handed over, and a form for a new version.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/hand_over.html")]
pub struct HandOverPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where the visitor came from.
    pub back: String,
    /// What the deployment is for.
    pub task: String,
    /// Name of the place.
    pub place: String,
    /// Newest first.
    pub versions: Vec<HandOverVersion>,
    /// The last of others who help or helped in the same incident.
    pub others: Vec<HandOverVersion>,
    /// For who may add a version.
    pub form: Option<HandOverForm>,
}

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOverVersion {
    /// Its number.
    pub number: i32,
    /// Which side wrote it.
    pub side: DeploymentSide,
    /// When.
    pub at: String,
    /// What it says.
    pub texts: Vec<(HandOverField, String)>,
}

/// A form; posts its fields, `formular` and `keine-zugangsdaten`.
#[derive(Clone, Debug)]
pub struct HandOverForm {
    /// Names one sending of the form.
    pub token: String,
    /// Values by the names of [`HandOverField`].
    pub filled: Filled,
    /// Something looked like credentials: whoever is sure says so.
    pub asks_sure: bool,
}

impl HandOverField {
    /// All, in their order.
    pub const ALL: [Self; 5] = [
        Self::State,
        Self::OpenPoints,
        Self::Changes,
        Self::Documentation,
        Self::WhoKnows,
    ];

    /// Its name in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::State => "stand",
            Self::OpenPoints => "offen",
            Self::Changes => "geaendert",
            Self::Documentation => "dokumentation",
            Self::WhoKnows => "ansprechpartner",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::State => fl!(texts, "ready-handover-state"),
            Self::OpenPoints => fl!(texts, "ready-handover-open"),
            Self::Changes => fl!(texts, "ready-handover-changes"),
            Self::Documentation => fl!(texts, "ready-handover-documentation"),
            Self::WhoKnows => fl!(texts, "ready-handover-who-knows"),
        }
    }
}

impl HandOverVersion {
    fn head(&self, language: Language) -> String {
        let side = self.side.label(language);
        let number = self.number;
        fl!(
            language.texts(),
            "ready-handover-version",
            number = number,
            side = side.as_str(),
            at = self.at.as_str()
        )
    }

    fn lines(&self, language: Language) -> Vec<(String, String)> {
        let texts = self.texts.iter();
        texts
            .map(|(field, text)| (field.label(language), text.clone()))
            .collect()
    }
}

impl HandOverForm {
    fn fields(&self, language: Language) -> Vec<Field> {
        let fields = HandOverField::ALL.iter().map(|field| {
            let named = (field.name(), field.label(language));
            self.filled
                .field(named, FieldControl::Area(4, LONGEST), language)
        });
        fields.collect()
    }
}

impl HandOverPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "ready-handover-title")
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let form = self.form.as_ref();
        let fields = form.map_or_else(Vec::new, |form| form.fields(self.frame.language));
        Field::messages(fields)
    }
}
