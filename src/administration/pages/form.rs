//! Forms of the administration: what was sent, and what is wrong with it.

use strum::VariantArray;
use web::Language;
use web::pages::{AdminField, AdminInput, AdminProblem};

use crate::http::IfMatch;
use crate::input::FieldError;
use crate::organisations::{
    LegalForm, Nis2Status, OrganisationKind, form_words, kind_words, nis2_words,
};
use crate::pages::Parameters;

/// What a form sent.
pub(super) struct Sent(pub(super) Vec<(String, String)>);

impl Sent {
    /// The value of a field, without blanks around it.
    pub(super) fn text(&self, name: &str) -> &str {
        let mut pairs = self.0.iter();
        let found = pairs.find(|(sent, _)| sent == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// All values of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let pairs = self.0.iter().filter(move |(sent, _)| sent == name);
        pairs.map(|(_, value)| value.as_str())
    }

    /// The version the form was made for.
    pub(super) fn version(&self) -> IfMatch {
        let version = self.text("stand").parse();
        version.map_or(IfMatch::Other, IfMatch::Version)
    }

    pub(super) fn parameters(&self) -> Parameters {
        Parameters::from_pairs(self.0.clone())
    }
}

/// Why a form is shown again.
pub(super) struct Refused<'a> {
    pub(super) sent: &'a Sent,
    pub(super) problems: Vec<(AdminField, AdminProblem)>,
    /// Somebody else wrote meanwhile.
    pub(super) is_conflict: bool,
}

impl Refused<'_> {
    /// The version the form is of when it is shown again: after a conflict the one shown beside.
    pub(super) fn version(&self, current: i32) -> i32 {
        if self.is_conflict {
            current
        } else {
            self.sent.version().or(current)
        }
    }
}

/// A field, filled with what is stored or with what was sent.
pub(super) fn input(
    field: AdminField,
    (stored, options): (String, Vec<(String, String)>),
    refused: Option<&Refused<'_>>,
) -> AdminInput {
    let value = refused.map_or_else(
        || stored.clone(),
        |refused| refused.sent.text(field.name()).to_owned(),
    );
    let is_conflict = refused.is_some_and(|refused| refused.is_conflict);
    let label = options.iter().find(|(value, _)| *value == stored);
    let shown = label.map_or(&stored, |(_, label)| label).clone();
    let mut problems = refused.into_iter().flat_map(|refused| &refused.problems);
    let problem = problems.find(|(about, _)| *about == field);
    AdminInput {
        field,
        stored: (is_conflict && stored != value).then_some(shown),
        problem: problem.map(|(_, problem)| problem.clone()),
        value,
        options,
    }
}

/// Where a field stands in the API's body.
pub(super) const fn pointer(field: AdminField) -> &'static str {
    match field {
        AdminField::Name => "/name",
        AdminField::Kind | AdminField::ContactKind => "/kind",
        AdminField::LegalForm => "/legal_form",
        AdminField::Seat => "/place",
        AdminField::Nis2 => "/nis2_status",
        AdminField::DutyPhone => "/duty_phone",
        AdminField::Days => "/yearly_person_days",
        AdminField::MemberFrom => "/member_from",
        AdminField::MemberUntil => "/member_until",
        AdminField::Land => "/land",
        AdminField::Phone => "/phone",
        AdminField::Email => "/email",
        AdminField::Url => "/url",
        AdminField::Address => "/address",
        AdminField::Hours => "/hours",
        AdminField::Note => "/note_de",
        AdminField::Source => "/source",
        AdminField::TermId => "/id",
        AdminField::LabelDe => "/label_de",
        AdminField::LabelEn => "/label_en",
        AdminField::Parent => "/parent",
        AdminField::SynonymsDe => "/synonyms_de",
        AdminField::SynonymsEn => "/synonyms_en",
        AdminField::Extended => "/is_extended",
        AdminField::Into => "/into",
        AdminField::TextDe => "/german",
        AdminField::TextEn => "/english",
        AdminField::CheckedBy => "/checked_by",
        AdminField::CheckedOn => "/checked_on",
    }
}

/// Which of these fields errors are about, and what is wrong.
pub(super) fn problems(
    fields: &[AdminField],
    sent: &Sent,
    errors: &[FieldError],
) -> Vec<(AdminField, AdminProblem)> {
    let about = |error: &FieldError| {
        let mut fields = fields.iter().copied();
        let field = fields.find(|field| pointer(*field) == error.pointer)?;
        Some((field, problem(field, error, sent.text(field.name()))))
    };
    errors.iter().filter_map(about).collect()
}

fn problem(field: AdminField, error: &FieldError, sent: &str) -> AdminProblem {
    match (field, error.code.as_str()) {
        (AdminField::TermId, "taken") => AdminProblem::TakenId,
        (AdminField::TermId, _) => AdminProblem::Format,
        (_, "taken") => match error.suggestions.as_slice() {
            [word, other] => AdminProblem::TakenWord(word.clone(), other.clone()),
            _ => AdminProblem::TakenId,
        },
        _ if sent.is_empty() => AdminProblem::Missing,
        (_, "circle") => AdminProblem::Circle,
        (AdminField::Parent | AdminField::Into, _) => {
            AdminProblem::NoTerm(error.suggestions.clone())
        }
        (AdminField::Seat, "unknown") => AdminProblem::NoPlace(error.suggestions.clone()),
        (AdminField::Seat, _) => AdminProblem::Unfit,
        (AdminField::DutyPhone | AdminField::Phone, _) => AdminProblem::Phone,
        (AdminField::Email, _) => AdminProblem::Email,
        (AdminField::Url, _) => AdminProblem::Url,
        (AdminField::Days, _) => AdminProblem::Number,
        (_, "lines") => AdminProblem::Lines,
        (_, "future") => AdminProblem::Future,
        (AdminField::CheckedOn, _) => AdminProblem::Day,
        (_, "order") => AdminProblem::Order,
        (AdminField::MemberFrom | AdminField::MemberUntil, _) => AdminProblem::Day,
        (_, "length") if sent.chars().count() > 2 => AdminProblem::TooLong,
        (_, _) => AdminProblem::Missing,
    }
}

/// The kinds of organisations, as a choice.
pub(super) fn kinds(language: Language) -> Vec<(String, String)> {
    let kinds = OrganisationKind::VARIANTS.iter();
    let option = |kind: &OrganisationKind| {
        let label = kind_words(*kind).label(language);
        (<&str>::from(*kind).to_owned(), label)
    };
    kinds.map(option).collect()
}

/// The legal forms, as a choice.
pub(super) fn legal_forms(language: Language) -> Vec<(String, String)> {
    let forms = LegalForm::VARIANTS.iter();
    let option = |form: &LegalForm| {
        let label = form_words(*form).label(language);
        (<&str>::from(*form).to_owned(), label)
    };
    forms.map(option).collect()
}

/// Where an organisation stands under NIS-2, as a choice.
pub(super) fn nis2(language: Language) -> Vec<(String, String)> {
    let states = Nis2Status::VARIANTS.iter();
    let option = |state: &Nis2Status| {
        let label = nis2_words(*state).label(language);
        (<&str>::from(*state).to_owned(), label)
    };
    states.map(option).collect()
}
