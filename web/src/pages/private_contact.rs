//! `/profil/erreichbarkeit`: private numbers, and which way is tried first; for the person alone.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The ways to reach whoever looks.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/private_contact.html")]
pub struct PrivateContactPage {
    /// Surroundings.
    pub frame: Frame,
    /// The ways, in the order in which they are tried; those not used last.
    pub ways: Vec<ContactWayRow>,
    /// The text agreed to by entering something private.
    pub consent: String,
    /// Until when that consent holds.
    pub consent_until: Option<String>,
}

/// A way to reach a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactWayRow {
    /// Which.
    pub way: ContactWay,
    /// What is stored or typed; of a way at work only to read.
    pub value: String,
    /// Its place, from 1; 0 when it is not used.
    pub place: u8,
    /// What is wrong with it.
    pub problem: Option<ContactWayProblem>,
}

/// A way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels say it")]
pub enum ContactWay {
    WorkMobile,
    WorkPhone,
    WorkEmail,
    PrivateMobile,
    PrivatePhone,
    PrivateEmail,
}

/// What is wrong with a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactWayProblem {
    /// It is no telephone number.
    NoPhone,
    /// It is no mail address.
    NoMail,
    /// It is given and never used.
    Unused,
    /// It has a place and nothing is given.
    Missing,
    /// No way is left.
    NoWay,
}

impl ContactWay {
    /// Its name in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WorkMobile => "diensthandy",
            Self::WorkPhone => "diensttelefon",
            Self::WorkEmail => "dienstmail",
            Self::PrivateMobile => "handy",
            Self::PrivatePhone => "telefon",
            Self::PrivateEmail => "mail",
        }
    }

    /// Name of the field that holds its place.
    pub fn place_name(self) -> String {
        format!("platz_{}", self.name())
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::WorkMobile => fl!(texts, "way-work-mobile"),
            Self::WorkPhone => fl!(texts, "way-work-phone"),
            Self::WorkEmail => fl!(texts, "way-work-email"),
            Self::PrivateMobile => fl!(texts, "way-private-mobile"),
            Self::PrivatePhone => fl!(texts, "way-private-phone"),
            Self::PrivateEmail => fl!(texts, "way-private-email"),
        }
    }

    const fn is_private(self) -> bool {
        match self {
            Self::PrivateMobile | Self::PrivatePhone | Self::PrivateEmail => true,
            Self::WorkMobile | Self::WorkPhone | Self::WorkEmail => false,
        }
    }

    const fn input_type(self) -> &'static str {
        match self {
            Self::WorkEmail | Self::PrivateEmail => "email",
            Self::WorkMobile | Self::WorkPhone | Self::PrivateMobile | Self::PrivatePhone => "tel",
        }
    }
}

impl ContactWayProblem {
    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NoPhone => fl!(texts, "field-no-phone"),
            Self::NoMail => fl!(texts, "field-no-mail"),
            Self::Unused => fl!(texts, "way-unused"),
            Self::Missing => fl!(texts, "way-missing"),
            Self::NoWay => fl!(texts, "way-none"),
        }
    }
}

impl ContactWayRow {
    /// The field the message of a problem belongs to.
    fn field(&self) -> String {
        if self.way.is_private() && self.problem != Some(ContactWayProblem::Unused) {
            self.way.name().to_owned()
        } else {
            self.way.place_name()
        }
    }
}

impl PrivateContactPage {
    fn messages(&self) -> Vec<(String, String)> {
        let language = self.frame.language();
        let wrong = self.ways.iter();
        wrong
            .filter_map(|row| Some((row.field(), row.problem?.message(language))))
            .collect()
    }

    /// Places to choose from, with 0 for a way that is not used.
    fn places(&self) -> Vec<(u8, String)> {
        let texts = self.frame.texts();
        let unused = (0, fl!(texts, "way-not-used"));
        let places = (1..=6_u8).map(|place| (place, fl!(texts, "way-place", place = place)));
        places.chain([unused]).collect()
    }
}
