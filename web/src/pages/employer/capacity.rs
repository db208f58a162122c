//! `/organisation/kapazitaet`: capacities without names; a form that posts `personen`, `faehigkeit-1` and `stufe-1` and so
//! on, `arbeitsweise`, `vorlauf`, `ort`, `art`, `tage`, `telefon`, `kurz`, `zeilen`, `formular`, and `was` (`mehr`,
//! `veroeffentlichen`).

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled, Link, Readiness, WorkMode, level_label};
use crate::{Frame, assets};

/// The capacities of an organisation, and the form for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/capacity.html")]
pub struct CapacityPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// Those there are.
    pub rows: Vec<CapacityRow>,
    /// The skills of the new one.
    pub skills: Vec<SkillInput>,
    /// All that can be typed, with other words for it.
    pub names: Vec<(String, String)>,
    /// Everything but the skills.
    pub form: Filled,
    /// Names the form, so that sending it twice is one capacity.
    pub token: String,
}

/// A capacity there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityRow {
    /// Its id.
    pub id: String,
    /// Its public name, leading to its page.
    pub alias: Link,
    /// Short description.
    pub headline: String,
    /// People behind it.
    pub headcount: u16,
    /// It is found and matched.
    pub is_eligible: bool,
    /// It has to be published first, or again.
    pub is_draft: bool,
}

/// A skill as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SkillInput {
    /// Its place in the list, from 1.
    pub position: usize,
    /// What was typed.
    pub typed: String,
    /// The level chosen.
    pub level: u8,
    /// What is wrong.
    pub problem: Option<SkillProblem>,
}

/// What is wrong with a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkillProblem {
    /// Nothing is called so; these are near.
    Unknown(Vec<String>),
    /// It can be any of these.
    Ambiguous(Vec<String>),
    /// It stands there twice.
    Twice,
    /// None is named.
    Missing,
}

impl CapacityPage {
    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let field = |name, label, control| self.form.field((name, label), control, language);
        let modes = WorkMode::ALL.iter();
        let modes = modes.map(|mode| (mode.value().to_owned(), mode.label(language)));
        let notice = [
            Readiness::Now,
            Readiness::Within24Hours,
            Readiness::Within72Hours,
        ];
        let notice = notice.map(|state| (state.value().to_owned(), state.label(language)));
        let releases = vec![
            ("each_time".to_owned(), fl!(texts, "releases-each-time")),
            ("standing".to_owned(), fl!(texts, "releases-standing")),
        ];
        let number = FieldControl::Number;
        let phone = field(
            "telefon",
            fl!(texts, "duty-phone"),
            FieldControl::Line("tel", 40),
        );
        let days = field("tage", fl!(texts, "releases-days"), number(1, 366));
        let short = fl!(texts, "capacity-headline");
        let short = field("kurz", short, FieldControl::Line("text", 160));
        vec![
            field(
                "arbeitsweise",
                fl!(texts, "facet-mode"),
                FieldControl::Choice(modes.collect()),
            ),
            field(
                "vorlauf",
                fl!(texts, "capacity-notice"),
                FieldControl::Choice(notice.to_vec()),
            ),
            field("ort", fl!(texts, "field-place"), FieldControl::Place),
            phone.hinted(fl!(texts, "capacity-phone-hint")),
            field(
                "art",
                fl!(texts, "releases-form"),
                FieldControl::Radio(releases),
            ),
            days.hinted(fl!(texts, "releases-days-hint")),
            short.hinted(fl!(texts, "capacity-headline-hint")),
        ]
    }

    fn headcount(&self) -> Field {
        let label = fl!(self.frame.texts(), "field-headcount");
        let control = FieldControl::Number(1, 500);
        self.form
            .field(("personen", label), control, self.frame.language)
    }

    fn levels(&self) -> Vec<(u8, String)> {
        let label = |level| format!("{level} – {}", level_label(level, self.frame.language));
        (1..=4).map(|level| (level, label(level))).collect()
    }

    fn messages(&self) -> Vec<(String, String)> {
        let skills = self.skills.iter();
        let skills = skills.filter_map(|skill| Some((skill.id(), skill.message(&self.frame)?)));
        let others = [vec![self.headcount()], self.fields()].concat();
        let others = Field::messages(others).into_iter();
        let others = others.map(|(name, message)| (name.to_owned(), message));
        let (first, rest): (Vec<_>, Vec<_>) = others.partition(|(name, _)| name == "personen");
        first.into_iter().chain(skills).chain(rest).collect()
    }
}

impl SkillInput {
    pub(crate) fn id(&self) -> String {
        format!("faehigkeit-{}", self.position)
    }

    pub(crate) fn message(&self, frame: &Frame) -> Option<String> {
        let texts = frame.texts();
        let typed = self.typed.as_str();
        Some(match self.problem.as_ref()? {
            SkillProblem::Unknown(near) if near.is_empty() => {
                fl!(texts, "capacity-unknown", typed = typed)
            }
            SkillProblem::Unknown(near) | SkillProblem::Ambiguous(near) => {
                fl!(
                    texts,
                    "capacity-near",
                    typed = typed,
                    names = near.join(" · ")
                )
            }
            SkillProblem::Twice => fl!(texts, "capacity-twice", typed = typed),
            SkillProblem::Missing => fl!(texts, "capacity-no-skill"),
        })
    }
}
