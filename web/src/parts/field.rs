//! A field of a form with its label, hint, value and what is wrong with it.

use i18n_embed_fl::fl;

use crate::Language;

/// What somebody filled in, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Values by the names of their fields.
    pub values: Vec<(&'static str, String)>,
    /// What is wrong, by the names of the fields.
    pub problems: Vec<(&'static str, FieldProblem)>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing is filled in or chosen.
    Missing,
    /// It is too long.
    TooLong,
    /// It is no number in these bounds.
    NoNumber(u32, u32),
    /// It is no day.
    NoDay,
    /// The day is past.
    Past,
    /// The day is yet to come.
    Future,
    /// The day is later than this one.
    TooLate(String),
    /// It is no telephone number.
    NoPhone,
    /// It is no mail address.
    NoMail(String),
    /// There is no such place; these are near.
    NoPlace(Vec<String>),
    /// There are no such terms.
    NoTerm(String),
    /// It is no day with a time.
    NoMoment,
    /// These words tell who somebody is.
    Identifying(String),
    /// These words are about health or family.
    Private(String),
    /// What a service says in words of its own.
    Said(String),
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldControl {
    /// A line: type, most characters.
    Line(&'static str, u16),
    /// Several lines: how many, most characters.
    Area(u8, u16),
    /// A number from, to.
    Number(u32, u32),
    /// One of several, each a value and what it is called.
    Choice(Vec<(String, String)>),
    /// The same, all visible.
    Radio(Vec<(String, String)>),
    /// A day.
    Day,
    /// A day and a time of it.
    Moment,
    /// A place, with suggestions.
    Place,
}

/// A field ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name and id.
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) control: FieldControl,
    pub(crate) value: String,
    pub(crate) message: Option<String>,
}

impl Filled {
    /// The value of a field.
    pub fn value(&self, name: &str) -> &str {
        let found = self.values.iter().find(|(given, _)| *given == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether nothing is wrong.
    pub fn is_right(&self) -> bool {
        self.problems.is_empty()
    }

    /// A field with its label, in a language.
    pub(crate) fn field(
        &self,
        (name, label): (&'static str, String),
        control: FieldControl,
        language: Language,
    ) -> Field {
        let mut problems = self.problems.iter();
        let problem = problems.find(|(about, _)| *about == name);
        Field {
            value: self.value(name).to_owned(),
            message: problem.map(|(_, problem)| problem.message(&label, language)),
            hint: None,
            name,
            label,
            control,
        }
    }
}

impl Field {
    /// The same with a hint.
    pub(crate) fn hinted(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Ids of what describes it.
    pub(crate) fn described(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hinweis", self.name));
        let message = self
            .message
            .as_ref()
            .map(|_| format!("{}-fehler", self.name));
        hint.into_iter()
            .chain(message)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What is wrong with these, with the ids of the fields.
    pub(crate) fn messages(fields: Vec<Self>) -> Vec<(&'static str, String)> {
        let fields = fields.into_iter();
        fields
            .filter_map(|field| Some((field.name, field.message?)))
            .collect()
    }
}

impl FieldProblem {
    pub(crate) fn message(&self, label: &str, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "field-missing", field = label),
            Self::TooLong => fl!(texts, "field-too-long", field = label),
            Self::NoNumber(from, to) => {
                let (from, to) = (*from, *to);
                fl!(
                    texts,
                    "field-no-number",
                    field = label,
                    from = from,
                    to = to
                )
            }
            Self::NoDay => fl!(texts, "field-no-day"),
            Self::Past => fl!(texts, "field-past"),
            Self::Future => fl!(texts, "field-future"),
            Self::TooLate(day) => fl!(texts, "field-too-late", day = day.as_str()),
            Self::NoPhone => fl!(texts, "field-no-phone"),
            Self::NoMail(typed) => fl!(texts, "field-no-mail-of", typed = typed.as_str()),
            Self::NoPlace(near) if near.is_empty() => fl!(texts, "field-no-place"),
            Self::NoPlace(near) => fl!(texts, "field-near-places", places = near.join(" · ")),
            Self::NoTerm(typed) => fl!(texts, "field-no-term", typed = typed.as_str()),
            Self::NoMoment => fl!(texts, "field-no-moment"),
            Self::Identifying(words) => fl!(texts, "field-identifying", words = words.as_str()),
            Self::Private(words) => fl!(texts, "field-private", words = words.as_str()),
            Self::Said(words) => words.clone(),
        }
    }
}
