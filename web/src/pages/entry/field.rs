//! Fields of an entry in forms.

use i18n_embed_fl::fl;

use crate::Language;

/// A field; its name in the form is its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels say it")]
pub enum EntryField {
    GivenName,
    FamilyName,
    Email,
    Phone,
    Mobile,
    HeadlineDe,
    HeadlineEn,
    TextDe,
    TextEn,
    Place,
    Radius,
    Mode,
    MaxDays,
    Notice,
    Headcount,
    NightAlerts,
    ClearanceLevel,
    ClearanceUntil,
    ClearanceOffice,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// A line: type, autocomplete, most characters.
    Line(&'static str, &'static str, u16),
    /// Several lines, with most characters.
    Area(u16),
    /// A number from, to.
    Number(u16, u16),
    /// One of several.
    Choice,
    /// Yes or no.
    Tick,
    /// A day.
    Day,
    /// A place, with suggestions.
    Place,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryProblem {
    /// Nothing is filled in.
    Missing,
    /// It is too long.
    TooLong,
    /// It is no mail address.
    NoMail,
    /// It is no telephone number.
    NoPhone,
    /// It is no number in these bounds.
    NoNumber,
    /// It is no day.
    NoDay,
    /// There is no such place; these are near.
    NoPlace(Vec<String>),
    /// These words tell who the person is.
    Identifying(String),
    /// These words are about health or family.
    Private(String),
}

impl EntryField {
    /// Its name in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::GivenName => "vorname",
            Self::FamilyName => "nachname",
            Self::Email => "email",
            Self::Phone => "telefon",
            Self::Mobile => "mobil",
            Self::HeadlineDe => "kurz_de",
            Self::HeadlineEn => "kurz_en",
            Self::TextDe => "text_de",
            Self::TextEn => "text_en",
            Self::Place => "ort",
            Self::Radius => "umkreis",
            Self::Mode => "arbeitsweise",
            Self::MaxDays => "tage",
            Self::Notice => "vorlauf",
            Self::Headcount => "personen",
            Self::NightAlerts => "nachts",
            Self::ClearanceLevel => "ueberpruefung",
            Self::ClearanceUntil => "ueberpruefung_bis",
            Self::ClearanceOffice => "ueberpruefung_stelle",
        }
    }

    pub(crate) const fn control(self) -> Control {
        match self {
            Self::GivenName | Self::FamilyName => Control::Line("text", "off", 80),
            Self::Email => Control::Line("email", "off", 254),
            Self::Phone | Self::Mobile => Control::Line("tel", "off", 40),
            Self::HeadlineDe | Self::HeadlineEn => Control::Line("text", "off", 160),
            Self::ClearanceOffice => Control::Line("text", "off", 120),
            Self::TextDe | Self::TextEn => Control::Area(4_000),
            Self::Place => Control::Place,
            Self::Radius => Control::Number(0, 1_500),
            Self::MaxDays => Control::Number(1, 180),
            Self::Notice => Control::Number(0, 168),
            Self::Headcount => Control::Number(1, 500),
            Self::Mode | Self::ClearanceLevel => Control::Choice,
            Self::NightAlerts => Control::Tick,
            Self::ClearanceUntil => Control::Day,
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::GivenName => fl!(texts, "field-given-name"),
            Self::FamilyName => fl!(texts, "field-family-name"),
            Self::Email => fl!(texts, "field-email"),
            Self::Phone => fl!(texts, "field-phone"),
            Self::Mobile => fl!(texts, "field-mobile"),
            Self::HeadlineDe => fl!(texts, "field-headline-de"),
            Self::HeadlineEn => fl!(texts, "field-headline-en"),
            Self::TextDe => fl!(texts, "field-text-de"),
            Self::TextEn => fl!(texts, "field-text-en"),
            Self::Place => fl!(texts, "field-place"),
            Self::Radius => fl!(texts, "field-radius"),
            Self::Mode => fl!(texts, "facet-mode"),
            Self::MaxDays => fl!(texts, "field-max-days"),
            Self::Notice => fl!(texts, "field-notice"),
            Self::Headcount => fl!(texts, "field-headcount"),
            Self::NightAlerts => fl!(texts, "field-night"),
            Self::ClearanceLevel => fl!(texts, "field-clearance"),
            Self::ClearanceUntil => fl!(texts, "field-clearance-until"),
            Self::ClearanceOffice => fl!(texts, "field-clearance-office"),
        }
    }

    pub(crate) fn hint(self, language: Language) -> Option<String> {
        let texts = language.texts();
        match self {
            Self::Email | Self::Phone | Self::Mobile => Some(fl!(texts, "field-at-work")),
            Self::HeadlineDe => Some(fl!(texts, "field-headline-hint")),
            Self::TextDe => Some(fl!(texts, "field-text-hint")),
            Self::HeadlineEn | Self::TextEn => Some(fl!(texts, "field-english-hint")),
            Self::Place => Some(fl!(texts, "field-place-hint")),
            Self::Radius => Some(fl!(texts, "field-radius-hint")),
            Self::NightAlerts => Some(fl!(texts, "field-night-hint")),
            Self::Notice => Some(fl!(texts, "field-notice-hint")),
            Self::ClearanceLevel => Some(fl!(texts, "field-clearance-hint")),
            Self::ClearanceOffice => Some(fl!(texts, "field-clearance-office-hint")),
            Self::GivenName
            | Self::FamilyName
            | Self::Mode
            | Self::MaxDays
            | Self::Headcount
            | Self::ClearanceUntil => None,
        }
    }
}

impl EntryProblem {
    pub(crate) fn message(&self, field: EntryField, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "field-missing", field = field.label(language)),
            Self::TooLong => fl!(texts, "field-too-long", field = field.label(language)),
            Self::NoMail => fl!(texts, "field-no-mail"),
            Self::NoPhone => fl!(texts, "field-no-phone"),
            Self::NoNumber => match field.control() {
                Control::Number(from, to) => {
                    fl!(
                        texts,
                        "field-no-number",
                        field = field.label(language),
                        from = from,
                        to = to
                    )
                }
                Control::Line(..)
                | Control::Area(_)
                | Control::Choice
                | Control::Tick
                | Control::Day
                | Control::Place => fl!(texts, "field-missing", field = field.label(language)),
            },
            Self::NoDay => fl!(texts, "field-no-day"),
            Self::NoPlace(near) if near.is_empty() => fl!(texts, "field-no-place"),
            Self::NoPlace(near) => fl!(texts, "field-near-places", places = near.join(" · ")),
            Self::Identifying(words) => fl!(texts, "field-identifying", words = words.as_str()),
            Self::Private(words) => fl!(texts, "field-private", words = words.as_str()),
        }
    }
}
