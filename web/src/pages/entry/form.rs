//! A part of an entry as a form.

use askama::Template;
use i18n_embed_fl::fl;

use super::field::Control;
use super::{EntryField, EntryFrame, EntryProblem, EntrySection};
use crate::{Frame, assets};

/// The form of a part.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/entry_form.html")]
pub struct EntryFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// The entry.
    pub entry: EntryFrame,
    /// The part.
    pub section: EntrySection,
    /// Its fields.
    pub inputs: Vec<EntryInput>,
    /// Somebody else changed the entry after the form was shown.
    pub is_conflict: bool,
    /// When whoever looks typed something that was not saved.
    pub draft: Option<String>,
}

/// A field with what is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryInput {
    /// Which.
    pub field: EntryField,
    /// What is filled in; of a tick any text means yes.
    pub value: String,
    /// Of a choice: value and label.
    pub options: Vec<(String, String)>,
    /// What is stored, where that is not what is filled in and somebody else may have written it.
    pub stored: Option<String>,
    /// What is wrong with it.
    pub problem: Option<EntryProblem>,
}

impl EntryInput {
    fn described_by(&self, has_hint: bool) -> String {
        let name = self.field.name();
        let mut ids = Vec::new();
        if has_hint {
            ids.push(format!("{name}-hinweis"));
        }
        if self.problem.is_some() {
            ids.push(format!("{name}-fehler"));
        }
        if self.stored.is_some() {
            ids.push(format!("{name}-gespeichert"));
        }
        ids.join(" ")
    }
}

impl EntryFormPage {
    /// Field and message of everything wrong.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let wrong = self.inputs.iter();
        wrong
            .filter_map(|input| {
                let problem = input.problem.as_ref()?;
                let message = problem.message(input.field, self.frame.language());
                Some((input.field.name(), message))
            })
            .collect()
    }
}
