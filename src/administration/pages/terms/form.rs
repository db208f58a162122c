//! What the form of a term says, and what it shows.

use serde_json::json;
use web::pages::{AdminField, AdminInput, AdminProblem, TermFormPage, TermStanding};
use web::{Frame, Language};

use super::super::form::{Refused, Sent, input, problems};
use super::{axis_words, label, path_of, typed_term};
use crate::app::AppState;
use crate::input::{self, InputError};
use crate::reference::{Axis, KeptTerm, TermChange};

/// What every term says of itself, in this order.
const FIELDS: [AdminField; 6] = [
    AdminField::LabelDe,
    AdminField::LabelEn,
    AdminField::Parent,
    AdminField::SynonymsDe,
    AdminField::SynonymsEn,
    AdminField::Extended,
];

pub(super) type Problems = Vec<(AdminField, AdminProblem)>;

/// The fields of a term of an axis; a new one may be given an id.
pub(super) fn fields(axis: Axis, is_new: bool) -> Vec<AdminField> {
    let id = is_new.then_some(AdminField::TermId);
    let asks = matches!(axis, Axis::Role | Axis::Domain);
    let fields = FIELDS
        .into_iter()
        .filter(|field| asks || *field != AdminField::Extended);
    fields.chain(id).collect()
}

/// What is said of a term.
pub(super) fn read(app: &AppState, axis: Axis, sent: &Sent) -> Result<TermChange, Problems> {
    let typed = sent.text(AdminField::Parent.name());
    let parent = match typed {
        "" => Ok(None),
        typed => {
            typed_term(&app.reference.taxonomy, Some(axis), typed).map(|term| Some(term.id.clone()))
        }
    };
    let mut wrong = Vec::new();
    let parent = parent.unwrap_or_else(|near| {
        wrong.push((AdminField::Parent, AdminProblem::NoTerm(near)));
        None
    });
    let lines = |field: AdminField| -> Vec<String> {
        let lines = sent.text(field.name()).lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let body = json!({
        "label_de": sent.text(AdminField::LabelDe.name()),
        "label_en": sent.text(AdminField::LabelEn.name()),
        "parent": parent,
        "synonyms_de": lines(AdminField::SynonymsDe),
        "synonyms_en": lines(AdminField::SynonymsEn),
        "is_extended": sent.text(AdminField::Extended.name()) == "ja",
    });
    match input::parse(body.to_string().as_bytes()) {
        Ok(said) if wrong.is_empty() => Ok(said),
        Ok(_) | Err(InputError::Unreadable(_)) => Err(wrong),
        Err(InputError::Invalid(errors)) => {
            wrong.extend(problems(&fields(axis, true), sent, &errors));
            Err(wrong)
        }
    }
}

/// What a form shows besides what is stored.
#[derive(Default)]
pub(super) struct Shown<'a> {
    pub(super) refused: Option<Refused<'a>>,
    /// What was typed to merge it into, and what is wrong with that.
    pub(super) target: Option<(String, AdminProblem)>,
    /// A word a new term begins with.
    pub(super) word: String,
    /// The proposal a new term comes from.
    pub(super) proposal: Option<String>,
}

/// The form of a term.
pub(super) fn page(
    app: &AppState,
    frame: Frame,
    (axis, kept): (Axis, Option<(&KeptTerm, TermStanding)>),
    shown: Shown<'_>,
) -> TermFormPage {
    let language = frame.language;
    let term = kept.as_ref().map(|(term, _)| *term);
    let of = |field: AdminField| -> AdminInput {
        let value = match (term, field) {
            (Some(term), field) => stored(app, (term, field), language),
            (None, AdminField::LabelDe | AdminField::LabelEn) => shown.word.clone(),
            (None, _) => String::new(),
        };
        input(
            field,
            (value, options(field, language)),
            shown.refused.as_ref(),
        )
    };
    let target = shown.target;
    TermFormPage {
        path: term.map_or_else(
            || "/verwaltung/begriffe/neu".to_owned(),
            |term| path_of(&term.id),
        ),
        axis: axis_words(axis),
        axis_value: <&str>::from(axis).to_owned(),
        is_conflict: shown
            .refused
            .as_ref()
            .is_some_and(|refused| refused.is_conflict),
        inputs: fields(axis, term.is_none()).into_iter().map(of).collect(),
        proposal: shown.proposal,
        target: vec![AdminInput {
            field: AdminField::Into,
            value: target
                .as_ref()
                .map_or_else(String::new, |(typed, _)| typed.clone()),
            options: Vec::new(),
            stored: None,
            problem: target.map(|(_, problem)| problem),
        }],
        kept: kept.map(|(_, standing)| standing),
        frame,
    }
}

fn options(field: AdminField, language: Language) -> Vec<(String, String)> {
    if field != AdminField::Extended {
        return Vec::new();
    }
    let answers = [("nein", false), ("ja", true)].into_iter();
    answers
        .map(|(value, answer)| (value.to_owned(), web::pages::yes_or_no(answer, language)))
        .collect()
}

fn stored(app: &AppState, (term, field): (&KeptTerm, AdminField), language: Language) -> String {
    match field {
        AdminField::LabelDe => term.label.de.clone(),
        AdminField::LabelEn => term.label.en.clone(),
        AdminField::Parent => {
            let parent = term.parent.as_deref().unwrap_or_default();
            let known = app.reference.taxonomy.term(parent);
            known.map_or_else(
                || parent.to_owned(),
                |term| label(&term.label, language).to_owned(),
            )
        }
        AdminField::SynonymsDe => term.synonyms.de.join("\n"),
        AdminField::SynonymsEn => term.synonyms.en.join("\n"),
        AdminField::Extended if term.is_extended() => "ja".to_owned(),
        AdminField::Extended => "nein".to_owned(),
        _ => String::new(),
    }
}
