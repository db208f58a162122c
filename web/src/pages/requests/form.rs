//! `/vorfaelle/{id}/ersuchen`: the needs of a playbook, to be changed before people are asked.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::NeedFormSkill;
use crate::parts::{Field, FieldControl, FieldProblem, Filled, Link, WorkMode, level_label};
use crate::{Frame, Language, assets};

/// The needs of a request. Posts to the same address `vorgang`, `bedarf=1`, `ab`, `tage`, and of need i from 0:
/// `need{i}_keep=1` (absent: dropped), `need{i}_desired`, `need{i}_mode`, and of its skill j `need{i}_level{j}`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/request_needs.html")]
pub struct NeedsFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// The incident, by its place.
    pub incident: Link,
    /// What is seen.
    pub symptom: String,
    /// Names one sending of the form.
    pub nonce: String,
    /// The needs, a first call before all others.
    pub needs: Vec<NeedInput>,
    /// `ab` and `tage`.
    pub form: Filled,
    /// All needs were dropped.
    pub is_nobody_kept: bool,
}

/// A need, to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedInput {
    /// Its name.
    pub label: String,
    /// Whether it is asked for.
    pub is_kept: bool,
    /// A talk of up to two hours, before all else.
    pub is_first_call: bool,
    /// How many people, as typed.
    pub desired: String,
    /// What is wrong with that.
    pub problem: Option<FieldProblem>,
    /// Where.
    pub mode: WorkMode,
    /// What it takes.
    pub skills: Vec<NeedFormSkill>,
}

impl NeedsFormPage {
    /// What is said of a moment that is none.
    pub fn no_moment(language: Language) -> String {
        fl!(language.texts(), "request-no-moment")
    }

    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let label = fl!(texts, "request-from");
        let from = FieldControl::Line("datetime-local", 16);
        let from = self.form.field(("ab", label), from, language);
        let label = fl!(texts, "request-days");
        let days = FieldControl::Number(1, 180);
        let days = self.form.field(("tage", label), days, language);
        vec![from.hinted(fl!(texts, "request-from-hint")), days]
    }

    /// All that is wrong, with the ids of the fields.
    fn messages(&self) -> Vec<(String, String)> {
        let texts = self.frame.texts();
        let nobody = self.is_nobody_kept.then(|| {
            (
                self.first_field().to_owned(),
                fl!(texts, "request-nobody-kept"),
            )
        });
        let needs = self.needs.iter().enumerate();
        let needs = needs.filter_map(|(position, need)| {
            let message = need.message(self.frame.language())?;
            Some((format!("need{position}_desired"), message))
        });
        let fields = Field::messages(self.fields()).into_iter();
        let fields = fields.map(|(name, message)| (name.to_owned(), message));
        nobody.into_iter().chain(needs).chain(fields).collect()
    }
}

impl NeedsFormPage {
    /// Where to choose, or what is left without a playbook.
    fn first_field(&self) -> &'static str {
        if self.needs.is_empty() {
            "wann"
        } else {
            "need0_keep"
        }
    }
}

impl NeedInput {
    fn message(&self, language: Language) -> Option<String> {
        let label = fl!(language.texts(), "request-people");
        let problem = self.problem.as_ref()?;
        Some(problem.message(&label, language))
    }
}
