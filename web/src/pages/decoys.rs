//! `/verwaltung/koeder`: invented entries; the form for a new one posts its fields to the page.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The page of the decoys.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/decoys.html")]
pub struct DecoysPage {
    /// Surroundings.
    pub frame: Frame,
    /// Those there are.
    pub decoys: Vec<DecoyRow>,
    /// A new one.
    pub form: DecoyForm,
}

/// A decoy there is.
#[derive(Clone, Debug)]
pub struct DecoyRow {
    /// Names it in forms; not the id it shows.
    pub id: String,
    /// Its public name.
    pub alias: String,
    /// Short description.
    pub headline: String,
    /// Where it seems to be.
    pub place: String,
    /// When it was made.
    pub made: String,
}

/// What the form for a new decoy holds.
#[derive(Clone, Debug, Default)]
pub struct DecoyForm {
    /// `ueberschrift`.
    pub headline: String,
    /// `beschreibung`.
    pub text: String,
    /// Everything that is chosen from a list.
    pub choices: Vec<DecoyChoice>,
    /// What is wrong.
    pub problems: Vec<DecoyProblem>,
}

/// A list to choose from.
#[derive(Clone, Debug)]
pub struct DecoyChoice {
    /// What is chosen.
    pub field: DecoyField,
    /// Value, what it is called, and whether it is chosen.
    pub options: Vec<(String, String, bool)>,
}

/// What is chosen of a decoy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoyField {
    /// Its role.
    Role,
    /// How well it fills the role.
    RoleLevel,
    /// One of its skills, from 1.
    Skill(u8),
    /// How well it has that skill.
    SkillLevel(u8),
    /// Where it is.
    Kreis,
    /// Whom it works for.
    Employer,
    /// Where it works.
    Mode,
    /// How soon it can start.
    Availability,
    /// How well it speaks English.
    English,
}

/// What is wrong with a new decoy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoyProblem {
    /// The headline is missing or too long.
    Headline,
    /// The text is too long.
    Text,
    /// No role is chosen.
    Role,
    /// A skill is chosen twice, or is none.
    Skills,
    /// No place is chosen.
    Kreis,
    /// There are as many as there may be.
    TooMany,
}

impl DecoyField {
    /// Its name in the form, which is its id.
    fn name(self) -> String {
        match self {
            Self::Role => "rolle".to_owned(),
            Self::RoleLevel => "stufe".to_owned(),
            Self::Skill(number) => format!("faehigkeit{number}"),
            Self::SkillLevel(number) => format!("stufe{number}"),
            Self::Kreis => "kreis".to_owned(),
            Self::Employer => "arbeitgeber".to_owned(),
            Self::Mode => "arbeitsweise".to_owned(),
            Self::Availability => "verfuegbar".to_owned(),
            Self::English => "englisch".to_owned(),
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Role => fl!(texts, "decoy-role"),
            Self::RoleLevel => fl!(texts, "decoy-role-level"),
            Self::Skill(number) => fl!(texts, "decoy-skill", number = number),
            Self::SkillLevel(number) => fl!(texts, "decoy-skill-level", number = number),
            Self::Kreis => fl!(texts, "decoy-kreis"),
            Self::Employer => fl!(texts, "decoy-employer"),
            Self::Mode => fl!(texts, "facet-mode"),
            Self::Availability => fl!(texts, "facet-availability"),
            Self::English => fl!(texts, "decoy-english"),
        }
    }
}

impl DecoyProblem {
    /// Id of the field it is about.
    const fn field(self) -> &'static str {
        match self {
            Self::Headline | Self::TooMany => "ueberschrift",
            Self::Text => "beschreibung",
            Self::Role => "rolle",
            Self::Skills => "faehigkeit1",
            Self::Kreis => "kreis",
        }
    }

    /// What to do about it.
    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Headline => fl!(texts, "decoy-headline-wrong"),
            Self::Text => fl!(texts, "decoy-text-wrong"),
            Self::Role => fl!(texts, "decoy-role-wrong"),
            Self::Skills => fl!(texts, "decoy-skills-wrong"),
            Self::Kreis => fl!(texts, "decoy-kreis-wrong"),
            Self::TooMany => fl!(texts, "decoy-too-many"),
        }
    }
}

impl DecoysPage {
    /// Field and message of everything wrong.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problems = self.form.problems.iter();
        problems
            .map(|problem| (problem.field(), problem.message(self.frame.language())))
            .collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
