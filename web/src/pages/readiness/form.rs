//! The arrival sheet, to be filled in: signed in, or on the status page of a town.

use askama::Template;
use i18n_embed_fl::fl;

use super::SheetField;
use super::field::SheetPart;
use crate::pages::CodeProblem;
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, Language, assets};

/// Name of the field of own tools.
const TOOLS: &str = "eigene-werkzeuge";

/// The fields; posted with the version as `stand`, and `keine-zugangsdaten` where something looked like credentials.
#[derive(Clone, Debug)]
pub struct SheetForm {
    /// Values by the names of [`SheetField`], and `eigene-werkzeuge` as `yes` or `no`.
    pub filled: Filled,
    /// The version it is filled from.
    pub version: i32,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
    /// Something looked like credentials: whoever is sure says so.
    pub asks_sure: bool,
}

impl SheetForm {
    /// Its parts, each with its name and its fields.
    pub(super) fn parts(&self, language: Language) -> Vec<(String, Vec<Field>)> {
        let of = |part: SheetPart| {
            let fields = SheetField::ALL.iter();
            let fields = fields.filter(|field| field.part() == part);
            let mut fields: Vec<_> = fields
                .map(|field| {
                    let named = (field.name(), field.label(language));
                    self.filled.field(named, field.control(), language)
                })
                .collect();
            if part == SheetPart::Connection {
                fields.push(self.tools(language));
            }
            (part.label(language), fields)
        };
        SheetPart::ALL.into_iter().map(of).collect()
    }

    fn tools(&self, language: Language) -> Field {
        let texts = language.texts();
        let choices = vec![
            (String::new(), fl!(texts, "ready-tools-unknown")),
            ("yes".to_owned(), fl!(texts, "yes")),
            ("no".to_owned(), fl!(texts, "no")),
        ];
        let named = (TOOLS, fl!(texts, "ready-tools"));
        let control = FieldControl::Choice(choices);
        self.filled.field(named, control, language)
    }

    fn messages(&self, language: Language) -> Vec<(&'static str, String)> {
        let parts = self.parts(language).into_iter();
        Field::messages(parts.flat_map(|(_, fields)| fields).collect())
    }
}

/// `/vorfaelle/{id}/einsatzmappe/bearbeiten`; posts to itself.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/arrival_sheet_form.html")]
pub struct ArrivalSheetFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the incident in addresses.
    pub id: String,
    /// Name of the place.
    pub place: String,
    /// The fields.
    pub form: SheetForm,
}

impl ArrivalSheetFormPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        self.form.messages(self.frame.language)
    }
}

/// `/hilfe/{token}/einsatzmappe`: the same for whoever asked, who shows the code first.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_sheet.html")]
pub struct HelpSheetPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the place, or what was typed.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// Where the request stands: `/hilfe/…`.
    pub back: String,
    /// The fields; none before the code was typed.
    pub form: Option<SheetForm>,
    /// The spoken code is to be typed.
    pub asks_code: bool,
    /// What is wrong with the code typed.
    pub problem: Option<CodeProblem>,
    /// It was kept just now.
    pub is_saved: bool,
}

impl HelpSheetPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let form = self.form.as_ref();
        let fields = form.map_or_else(Vec::new, |form| form.messages(language));
        let code = self
            .problem
            .map(|problem| ("code", problem.message(language)));
        fields.into_iter().chain(code).collect()
    }

    fn is_locked(&self) -> bool {
        self.problem == Some(CodeProblem::Locked)
    }
}
