//! `/vorfaelle/{id}/lehre` and `/erfahrungen`: what others can learn of an incident.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::{Phase, Tlp};
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// Signs of a title and of a text.
const LINE: u16 = 160;
const AREA: u16 = 4_000;

/// Drafts a lesson; posts `formular`, `titel`, `text`, `tlp` and `phase` to itself.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/lesson_form.html")]
pub struct LessonFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the incident in addresses.
    pub id: String,
    /// Name of its place, for whoever writes.
    pub place: String,
    /// What was seen.
    pub symptom: String,
    /// Names this sending of the form.
    pub token: String,
    /// Its fields; none while an investigation holds things back.
    pub form: Option<Filled>,
    /// Lessons of this incident.
    pub lessons: Vec<LessonRow>,
}

/// What others learned.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/lessons.html")]
pub struct LessonsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Symptoms to choose from: id and name.
    pub symptoms: Vec<(String, String)>,
    /// The symptom chosen.
    pub symptom: String,
    /// The phase chosen.
    pub phase: Option<Phase>,
    /// Drafts for whoever shares them.
    pub drafts: Vec<LessonRow>,
    /// Those shared.
    pub lessons: Vec<LessonRow>,
    /// Older ones.
    pub next: Option<String>,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonRow {
    /// Names it in addresses.
    pub id: String,
    /// In a line.
    pub title: String,
    /// In paragraphs.
    pub text: Vec<String>,
    /// How far it may be passed on.
    pub tlp: Tlp,
    /// How far the incident had gone.
    pub phase: Phase,
    /// What was seen.
    pub symptom: String,
    /// The group of Länder.
    pub land_group: Option<String>,
    /// When it was shared; none of a draft.
    pub shared: Option<String>,
    /// Whoever looks may share it: posts to `/erfahrungen/{id}/freigabe`.
    pub may_share: bool,
    /// Whoever looks may withdraw it: posts to `/erfahrungen/{id}/zurueckziehen`.
    pub may_withdraw: bool,
}

impl LessonFormPage {
    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let Some(form) = &self.form else {
            return Vec::new();
        };
        let tlps = Tlp::ALL.into_iter().filter(|tlp| *tlp != Tlp::Red);
        let tlps = tlps.map(|tlp| (tlp.value().to_owned(), tlp.label(language)));
        let phases = Phase::ALL.into_iter();
        let phases = phases.map(|phase| (phase.value().to_owned(), phase.label(language)));
        let field = |name, label, control| form.field((name, label), control, language);
        vec![
            field(
                "titel",
                fl!(texts, "after-lesson-headline"),
                FieldControl::Line("text", LINE),
            ),
            field(
                "text",
                fl!(texts, "after-lesson-text"),
                FieldControl::Area(10, AREA),
            )
            .hinted(fl!(texts, "after-lesson-text-hint")),
            field(
                "phase",
                fl!(texts, "incident-phase"),
                FieldControl::Choice(phases.collect()),
            ),
            field(
                "tlp",
                fl!(texts, "after-lesson-tlp"),
                FieldControl::Choice(tlps.collect()),
            )
            .hinted(fl!(texts, "after-lesson-tlp-hint")),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}

impl LessonsPage {
    /// Less than all are asked for.
    fn is_filtered(&self) -> bool {
        !self.symptom.is_empty() || self.phase.is_some()
    }

    fn phases(&self) -> Vec<(&'static str, String, bool)> {
        let phases = Phase::ALL.into_iter();
        let choice = |phase: Phase| {
            let label = phase.label(self.frame.language);
            (phase.value(), label, self.phase == Some(phase))
        };
        phases.map(choice).collect()
    }
}
