//! Fields of the administration's forms; what is sent bears their names.

use i18n_embed_fl::fl;

use crate::Language;

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum AdminField {
    Name,
    Kind,
    LegalForm,
    Seat,
    Nis2,
    DutyPhone,
    Days,
    MemberFrom,
    MemberUntil,
    Land,
    ContactKind,
    Phone,
    Email,
    Url,
    Address,
    Hours,
    Note,
    Source,
    TermId,
    LabelDe,
    LabelEn,
    Parent,
    SynonymsDe,
    SynonymsEn,
    Extended,
    Into,
    TextDe,
    TextEn,
    CheckedBy,
    CheckedOn,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// A line: type and most characters.
    Line(&'static str, u16),
    /// Several lines: most characters.
    Area(u16),
    /// A text of a page: most characters.
    Text(u16),
    /// A number.
    Number(u16, u16),
    /// A day.
    Day,
    /// One of several.
    Choice,
    /// A place.
    Place,
}

/// A field with what is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminInput {
    /// Which.
    pub field: AdminField,
    /// What is filled in.
    pub value: String,
    /// Of a choice: value and label.
    pub options: Vec<(String, String)>,
    /// What is stored, where it is not what is filled in and somebody else may have written it.
    pub stored: Option<String>,
    /// What is wrong with it.
    pub problem: Option<AdminProblem>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdminProblem {
    /// It is empty, or far too short.
    Missing,
    /// It is too long.
    TooLong,
    /// It is no telephone number.
    Phone,
    /// It is no mail address.
    Email,
    /// It is no web address.
    Url,
    /// It is no such number.
    Number,
    /// It is no day.
    Day,
    /// It ends before it begins.
    Order,
    /// There is no such place; these are near.
    NoPlace(Vec<String>),
    /// An organisation of this kind cannot sit there.
    Unfit,
    /// The place has its administration in the register.
    Taken,
    /// The word is a name of another term.
    TakenWord(String, String),
    /// There is such an id.
    TakenId,
    /// It is no such id.
    Format,
    /// There is no such term; these are near.
    NoTerm(Vec<String>),
    /// A term would be above itself, or become itself.
    Circle,
    /// It is not built as it must be.
    Lines,
    /// The day is to come.
    Future,
}

impl AdminField {
    /// Its name in the form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "art",
            Self::LegalForm => "rechtsform",
            Self::Seat => "ort",
            Self::Nis2 => "nis2",
            Self::DutyPhone => "bereitschaft",
            Self::Days => "tage",
            Self::MemberFrom => "mitglied_ab",
            Self::MemberUntil => "mitglied_bis",
            Self::Land => "land",
            Self::ContactKind => "stelle",
            Self::Phone => "telefon",
            Self::Email => "email",
            Self::Url => "adresse_web",
            Self::Address => "anschrift",
            Self::Hours => "zeiten",
            Self::Note => "hinweis",
            Self::Source => "quelle",
            Self::TermId => "kennung",
            Self::LabelDe => "name_de",
            Self::LabelEn => "name_en",
            Self::Parent => "oberbegriff",
            Self::SynonymsDe => "woerter_de",
            Self::SynonymsEn => "woerter_en",
            Self::Extended => "erweitert",
            Self::Into => "ziel",
            Self::TextDe => "text_de",
            Self::TextEn => "text_en",
            Self::CheckedBy => "geprueft_von",
            Self::CheckedOn => "geprueft_am",
        }
    }

    pub(crate) const fn control(self) -> Control {
        match self {
            Self::Name | Self::Parent | Self::Into => Control::Line("text", 160),
            Self::Kind
            | Self::LegalForm
            | Self::Nis2
            | Self::Land
            | Self::ContactKind
            | Self::Extended => Control::Choice,
            Self::TermId => Control::Line("text", 60),
            Self::LabelDe | Self::LabelEn | Self::CheckedBy => Control::Line("text", 120),
            Self::SynonymsDe | Self::SynonymsEn => Control::Area(6_000),
            Self::Seat => Control::Place,
            Self::DutyPhone | Self::Phone => Control::Line("tel", 40),
            Self::Days => Control::Number(0, 10_000),
            Self::MemberFrom | Self::MemberUntil | Self::CheckedOn => Control::Day,
            Self::Email => Control::Line("email", 200),
            Self::Url => Control::Line("url", 300),
            Self::Address | Self::Note => Control::Area(500),
            Self::Hours => Control::Line("text", 200),
            Self::Source => Control::Line("text", 300),
            Self::TextDe | Self::TextEn => Control::Text(20_000),
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Name => fl!(texts, "admin-field-name"),
            Self::Kind => fl!(texts, "admin-field-kind"),
            Self::LegalForm => fl!(texts, "admin-field-legal-form"),
            Self::Seat => fl!(texts, "admin-field-seat"),
            Self::Nis2 => fl!(texts, "admin-field-nis2"),
            Self::DutyPhone => fl!(texts, "admin-field-duty-phone"),
            Self::Days => fl!(texts, "admin-field-days"),
            Self::MemberFrom => fl!(texts, "admin-field-member-from"),
            Self::MemberUntil => fl!(texts, "admin-field-member-until"),
            Self::Land => fl!(texts, "admin-field-land"),
            Self::ContactKind => fl!(texts, "admin-field-contact-kind"),
            Self::Phone => fl!(texts, "admin-field-phone"),
            Self::Email => fl!(texts, "admin-field-email"),
            Self::Url => fl!(texts, "admin-field-url"),
            Self::Address => fl!(texts, "admin-field-address"),
            Self::Hours => fl!(texts, "admin-field-hours"),
            Self::Note => fl!(texts, "admin-field-note"),
            Self::Source => fl!(texts, "admin-field-source"),
            Self::TermId => fl!(texts, "admin-field-term-id"),
            Self::LabelDe => fl!(texts, "admin-field-label-de"),
            Self::LabelEn => fl!(texts, "admin-field-label-en"),
            Self::Parent => fl!(texts, "admin-field-parent"),
            Self::SynonymsDe => fl!(texts, "admin-field-synonyms-de"),
            Self::SynonymsEn => fl!(texts, "admin-field-synonyms-en"),
            Self::Extended => fl!(texts, "admin-field-extended"),
            Self::Into => fl!(texts, "admin-field-into"),
            Self::TextDe => fl!(texts, "admin-field-text-de"),
            Self::TextEn => fl!(texts, "admin-field-text-en"),
            Self::CheckedBy => fl!(texts, "admin-field-checked-by"),
            Self::CheckedOn => fl!(texts, "admin-field-checked-on"),
        }
    }

    pub(crate) fn hint(self, language: Language) -> Option<String> {
        let texts = language.texts();
        match self {
            Self::Seat => Some(fl!(texts, "admin-hint-seat")),
            Self::DutyPhone => Some(fl!(texts, "admin-hint-duty-phone")),
            Self::Days => Some(fl!(texts, "admin-hint-days")),
            Self::MemberUntil => Some(fl!(texts, "admin-hint-member-until")),
            Self::Phone => Some(fl!(texts, "admin-hint-phone")),
            Self::Note => Some(fl!(texts, "admin-hint-note")),
            Self::Source => Some(fl!(texts, "admin-hint-source")),
            Self::TermId => Some(fl!(texts, "admin-hint-term-id")),
            Self::Parent => Some(fl!(texts, "admin-hint-parent")),
            Self::SynonymsDe => Some(fl!(texts, "admin-hint-synonyms-de")),
            Self::SynonymsEn => Some(fl!(texts, "admin-hint-synonyms-en")),
            Self::Extended => Some(fl!(texts, "admin-hint-extended")),
            Self::Into => Some(fl!(texts, "admin-hint-into")),
            Self::CheckedBy => Some(fl!(texts, "admin-hint-checked-by")),
            Self::Name
            | Self::Kind
            | Self::LegalForm
            | Self::Nis2
            | Self::MemberFrom
            | Self::Land
            | Self::ContactKind
            | Self::Email
            | Self::Url
            | Self::Address
            | Self::Hours
            | Self::LabelDe
            | Self::LabelEn
            | Self::TextDe
            | Self::TextEn
            | Self::CheckedOn => None,
        }
    }
}

impl AdminProblem {
    pub(crate) fn message(&self, field: AdminField, language: Language) -> String {
        let texts = language.texts();
        let name = field.label(language);
        match self {
            Self::Missing => fl!(texts, "admin-problem-missing", field = name),
            Self::TooLong => fl!(texts, "admin-problem-long", field = name),
            Self::Phone => fl!(texts, "admin-problem-phone"),
            Self::Email => fl!(texts, "admin-problem-email"),
            Self::Url => fl!(texts, "admin-problem-url"),
            Self::Number => fl!(texts, "admin-problem-number"),
            Self::Day => fl!(texts, "admin-problem-day"),
            Self::Order => fl!(texts, "admin-problem-order"),
            Self::NoPlace(near) if near.is_empty() => fl!(texts, "admin-problem-place"),
            Self::NoPlace(near) => {
                fl!(texts, "admin-problem-place-near", near = near.join(" · "))
            }
            Self::Unfit => fl!(texts, "admin-problem-unfit"),
            Self::Taken => fl!(texts, "admin-problem-taken"),
            Self::TakenWord(word, other) => fl!(
                texts,
                "admin-problem-taken-word",
                word = word.as_str(),
                other = other.as_str()
            ),
            Self::TakenId => fl!(texts, "admin-problem-taken-id"),
            Self::Format => fl!(texts, "admin-problem-format"),
            Self::NoTerm(near) if near.is_empty() => fl!(texts, "admin-problem-term"),
            Self::NoTerm(near) => fl!(texts, "admin-problem-term-near", near = near.join(" · ")),
            Self::Circle => fl!(texts, "admin-problem-circle"),
            Self::Lines => fl!(texts, "admin-problem-lines", field = name),
            Self::Future => fl!(texts, "admin-problem-future", field = name),
        }
    }
}

impl AdminInput {
    pub(crate) fn described_by(&self, has_hint: bool) -> String {
        let name = self.field.name();
        let parts = [
            (has_hint, "hinweis"),
            (self.problem.is_some(), "fehler"),
            (self.stored.is_some(), "gespeichert"),
        ];
        let ids = parts.into_iter().filter(|(is_there, _)| *is_there);
        let ids: Vec<String> = ids.map(|(_, part)| format!("{name}-{part}")).collect();
        ids.join(" ")
    }
}

/// Field and message of everything wrong.
pub(crate) fn messages(inputs: &[AdminInput], language: Language) -> Vec<(&'static str, String)> {
    let wrong = inputs.iter();
    wrong
        .filter_map(|input| {
            let problem = input.problem.as_ref()?;
            Some((input.field.name(), problem.message(input.field, language)))
        })
        .collect()
}
