//! What is wrong or doubtful about a request for help.

use i18n_embed_fl::fl;

use crate::Language;

/// Something that may keep help from reaching whoever asks; it can be sent nevertheless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpDoubt {
    /// The number is no mobile one: it may be one of the house.
    Landline,
    /// The mail address is of the house that is struck.
    OwnMail,
}

/// What is wrong with a request for help; the place says so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpProblem {
    /// Nothing is chosen of what may have happened.
    SymptomMissing,
    /// There is no number.
    PhoneMissing,
    /// It is no number.
    PhoneWrong,
    /// The code is mistyped.
    CodeMistyped,
    /// It is no mail address.
    EmailWrong,
    /// Something is too long.
    TooLong(HelpField),
    /// Too many requests came from here: call instead.
    TooMany,
}

/// A field of the form that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels say it")]
pub enum HelpField {
    Place,
    Phone,
    Code,
    Name,
    Email,
    Measures,
}

/// In which order the fields stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum HelpOrder {
    /// What happened comes first.
    Form,
    /// From the card, the tiles come last.
    Card,
    /// As one asks on the phone.
    Call,
}

/// What a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Form,
    Symptom,
    Field(HelpField),
}

impl HelpDoubt {
    /// The field it is about.
    pub(in crate::pages) const fn field(self) -> HelpField {
        match self {
            Self::Landline => HelpField::Phone,
            Self::OwnMail => HelpField::Email,
        }
    }

    /// What may not work, and what would.
    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Landline => fl!(texts, "help-doubt-landline"),
            Self::OwnMail => fl!(texts, "help-doubt-own-mail"),
        }
    }

    /// What to ask whoever phones.
    pub(in crate::pages) fn question(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Landline => fl!(texts, "intake-doubt-landline"),
            Self::OwnMail => fl!(texts, "intake-doubt-own-mail"),
        }
    }

    /// What to do, once it is sent nevertheless.
    pub(super) fn advice(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Landline => fl!(texts, "help-sent-landline"),
            Self::OwnMail => fl!(texts, "help-sent-own-mail"),
        }
    }
}

impl HelpProblem {
    pub(super) const fn about(self) -> About {
        match self {
            Self::SymptomMissing => About::Symptom,
            Self::PhoneMissing | Self::PhoneWrong => About::Field(HelpField::Phone),
            Self::CodeMistyped => About::Field(HelpField::Code),
            Self::EmailWrong => About::Field(HelpField::Email),
            Self::TooLong(field) => About::Field(field),
            Self::TooMany => About::Form,
        }
    }

    /// What to do about it; who asks too often is told the number to call.
    pub(super) fn message(self, language: Language, phone: Option<&str>) -> String {
        let texts = language.texts();
        match self {
            Self::SymptomMissing => fl!(texts, "match-symptom-missing"),
            Self::PhoneMissing => fl!(texts, "help-phone-missing"),
            Self::PhoneWrong => fl!(texts, "field-no-phone"),
            Self::CodeMistyped => fl!(texts, "help-code-mistyped"),
            Self::EmailWrong => fl!(texts, "help-email-wrong"),
            Self::TooLong(field) => fl!(texts, "field-too-long", field = field.label(language)),
            Self::TooMany => match phone {
                Some(phone) => fl!(texts, "help-too-many-call", phone = phone),
                None => fl!(texts, "help-too-many"),
            },
        }
    }
}

impl HelpField {
    /// Its name in the form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place => "ort",
            Self::Phone => "telefon",
            Self::Code => "code",
            Self::Name => "name",
            Self::Email => "email",
            Self::Measures => "massnahmen",
        }
    }

    /// Most characters it takes.
    pub const fn most(self) -> u16 {
        match self {
            Self::Place | Self::Name => 100,
            Self::Phone => 40,
            Self::Code => 60,
            Self::Email => 254,
            Self::Measures => 2_000,
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Place => fl!(texts, "help-place"),
            Self::Phone => fl!(texts, "help-phone"),
            Self::Code => fl!(texts, "help-code"),
            Self::Name => fl!(texts, "help-name"),
            Self::Email => fl!(texts, "help-email"),
            Self::Measures => fl!(texts, "help-measures"),
        }
    }

    pub(super) fn hint(self, language: Language) -> Option<String> {
        let texts = language.texts();
        match self {
            Self::Place => Some(fl!(texts, "help-place-hint")),
            Self::Phone => Some(fl!(texts, "help-phone-hint")),
            Self::Code => Some(fl!(texts, "help-code-hint")),
            Self::Name => None,
            Self::Email => Some(fl!(texts, "help-email-hint")),
            Self::Measures => Some(fl!(texts, "help-measures-hint")),
        }
    }

    /// Type of the field, and what the browser may fill it with.
    pub(super) const fn traits(self) -> (&'static str, &'static str) {
        match self {
            Self::Phone => ("tel", "tel"),
            Self::Email => ("email", "email"),
            Self::Name => ("text", "name"),
            Self::Code => ("text", "off"),
            Self::Place | Self::Measures => ("text", "on"),
        }
    }
}

impl About {
    /// Id of what it is about.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Form => "anfrage",
            Self::Symptom => "symptom",
            Self::Field(field) => field.name(),
        }
    }

    /// Its place on the page.
    pub(super) const fn rank(self, order: HelpOrder) -> u8 {
        match (self, order) {
            (Self::Form, _) => 0,
            (Self::Symptom, HelpOrder::Form) => 1,
            (Self::Field(HelpField::Place), _) => 2,
            (Self::Symptom, HelpOrder::Call) => 3,
            (Self::Field(HelpField::Phone), _) => 4,
            (Self::Field(HelpField::Code), HelpOrder::Form | HelpOrder::Card) => 5,
            (Self::Field(HelpField::Name), _) => 6,
            (Self::Field(HelpField::Email), _) => 7,
            (Self::Field(HelpField::Measures), _) => 8,
            (Self::Field(HelpField::Code), HelpOrder::Call) => 9,
            (Self::Symptom, HelpOrder::Card) => 10,
        }
    }
}
