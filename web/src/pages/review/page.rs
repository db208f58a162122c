//! `/einsaetze/{id}/rueckblick`: how each side says it went, which skills the town saw, and whether it may be named.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Evidence, Field, FieldControl, Filled, level_label};
use crate::{Frame, Language, assets};

/// Signs of each text.
const AREA: u16 = 4_000;

/// What is said after a deployment, as one of its sides sees it. The form posts `gut`, `schwer` and `geholfen` to the page
/// itself.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/review.html")]
pub struct ReviewPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// What somebody was needed for.
    pub task: String,
    /// What the own side writes, while it may.
    pub form: Option<Filled>,
    /// Until when the sides write.
    pub until: String,
    /// The sides read each other's.
    pub is_visible: bool,
    /// What was written, as far as it is read.
    pub reviews: Vec<ReviewView>,
    /// Skills of the need that are held.
    pub skills: Vec<ProvenRow>,
    /// What may be done with them: posts `faehigkeit` to `…/bewaehrt`.
    pub marks: SkillMarks,
    /// Whether the town may be named, for whoever says so: posts `ort` to `…/ort`.
    pub names_town: Option<bool>,
    /// There is a certificate for whoever looks.
    pub has_certificate: bool,
}

/// What a side wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// The side.
    pub side: ReviewSide,
    /// When.
    pub at: String,
    /// What went well, was hard and would have helped, in paragraphs.
    pub texts: [Vec<String>; 3],
}

/// A side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewSide {
    /// Who was helped.
    Town,
    /// Who helped.
    Expert,
    /// Who sent them.
    Employer,
}

/// A skill of the need that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// 1–4.
    pub level: u8,
    /// How it is known now.
    pub evidence: Evidence,
    /// The town saw it here.
    pub is_proven: bool,
    /// Whoever helped took that back.
    pub is_taken_back: bool,
}

/// What may be done with skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkillMarks {
    /// Nothing; they are read.
    Read,
    /// The town says which it saw.
    Set,
    /// Whoever helped says which of those stand.
    TakeBack,
}

impl ReviewPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "after-title")
    }

    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let area = |form: &Filled, name, label| {
            form.field((name, label), FieldControl::Area(5, AREA), language)
        };
        let forms = self.form.iter();
        let fields = forms.flat_map(|form| {
            [
                area(form, "gut", fl!(texts, "after-went-well")),
                area(form, "schwer", fl!(texts, "after-was-hard")),
                area(form, "geholfen", fl!(texts, "after-would-have-helped")),
            ]
        });
        fields.collect()
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }

    /// Skills that may be said to be seen, or taken back.
    fn choices(&self) -> Vec<&ProvenRow> {
        let skills = self.skills.iter();
        skills
            .filter(|row| match self.marks {
                SkillMarks::Read => false,
                SkillMarks::Set => !row.is_taken_back,
                SkillMarks::TakeBack => row.is_proven,
            })
            .collect()
    }

    /// Those the town saw.
    fn proven(&self) -> Vec<&ProvenRow> {
        self.skills.iter().filter(|row| row.is_proven).collect()
    }

    fn sets_marks(&self) -> bool {
        self.marks == SkillMarks::Set
    }
}

impl ReviewView {
    /// The texts that say something, with their headings.
    fn said(&self, language: Language) -> Vec<(String, &Vec<String>)> {
        let texts = language.texts();
        let headings = [
            fl!(texts, "after-went-well"),
            fl!(texts, "after-was-hard"),
            fl!(texts, "after-would-have-helped"),
        ];
        let said = headings.into_iter().zip(&self.texts);
        said.filter(|(_, text)| !text.is_empty()).collect()
    }
}

impl ReviewSide {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Town => fl!(texts, "after-side-town"),
            Self::Expert => fl!(texts, "after-side-expert"),
            Self::Employer => fl!(texts, "after-side-employer"),
        }
    }
}

impl ProvenRow {
    fn known(&self, language: Language) -> String {
        let level = level_label(self.level, language);
        format!("{level}, {}", self.evidence.label(language))
    }
}
