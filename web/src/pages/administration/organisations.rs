//! `/verwaltung/organisationen`: the list, by GET (`q`, `art`, `land`, `mitglied`), and one organisation.

use askama::Template;
use i18n_embed_fl::fl;

use super::KeptDeputies;
use super::field::{AdminInput, Control, messages};
use crate::pages::OrganisationKind;
use crate::{Frame, Language, assets};

/// The list.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/kept_organisations.html")]
pub struct KeptOrganisationsPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked for.
    pub filter: OrganisationsFilter,
    /// The organisations of this page.
    pub rows: Vec<OrganisationRow>,
    /// The next page.
    pub next_href: Option<String>,
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct OrganisationsFilter {
    /// Words of the name.
    pub words: String,
    /// Kinds to choose from: value, label, chosen.
    pub kinds: Vec<(String, String, bool)>,
    /// Länder to choose from: value, label, chosen.
    pub lands: Vec<(String, String, bool)>,
    /// Only members, or only others.
    pub is_member: Option<bool>,
}

/// An organisation as a row.
#[derive(Clone, Debug)]
pub struct OrganisationRow {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Name of the place it sits at.
    pub place: String,
    /// Whether it belongs to the federation.
    pub is_member: bool,
}

/// The form for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/new_organisation.html")]
pub struct NewOrganisationPage {
    /// Surroundings.
    pub frame: Frame,
    /// Its fields.
    pub inputs: Vec<AdminInput>,
    /// Sent twice, it is one organisation.
    pub token: String,
}

/// One organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/kept_organisation.html")]
pub struct KeptOrganisationPage {
    /// Surroundings.
    pub frame: Frame,
    /// Its page.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Counts its changes.
    pub version: i32,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
    /// Its fields.
    pub inputs: Vec<AdminInput>,
    /// Whom it serves.
    pub serves: ServedForm,
    /// Its membership.
    pub membership: MembershipForm,
    /// Who acts for its managers until a day.
    pub deputies: KeptDeputies,
}

/// Whom an organisation serves.
#[derive(Clone, Debug, Default)]
pub struct ServedForm {
    /// The places.
    pub places: Vec<KeptServed>,
    /// Lines typed that are no place, with places near.
    pub problems: Vec<(String, Vec<String>)>,
    /// What was typed.
    pub typed: String,
}

/// A place served.
#[derive(Clone, Debug)]
pub struct KeptServed {
    /// Its key.
    pub ags: String,
    /// Its name.
    pub name: String,
    /// All of its IT is run.
    pub is_whole: bool,
}

/// When an organisation belongs to the federation.
#[derive(Clone, Debug, Default)]
pub struct MembershipForm {
    /// It does now.
    pub is_member: bool,
    /// First and last day.
    pub inputs: Vec<AdminInput>,
    /// Its entries.
    pub entries: usize,
    /// Those found now.
    pub found: usize,
}

impl KeptOrganisationsPage {
    fn is_filtered(&self) -> bool {
        let filter = &self.filter;
        let mut choices = filter.kinds.iter().chain(&filter.lands);
        choices.any(|choice| choice.2) || !filter.words.is_empty() || filter.is_member.is_some()
    }
}

impl NewOrganisationPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        messages(&self.inputs, self.frame.language)
    }
}

impl ServedForm {
    fn message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        let line = |(typed, near): &(String, Vec<String>)| {
            let typed = typed.as_str();
            if near.is_empty() {
                return fl!(texts, "served-unknown", typed = typed);
            }
            fl!(
                texts,
                "served-unclear",
                typed = typed,
                near = near.join(" · ")
            )
        };
        let lines: Vec<String> = self.problems.iter().map(line).collect();
        (!lines.is_empty()).then(|| lines.join(" "))
    }
}

impl KeptOrganisationPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let mut found = messages(&self.inputs, language);
        found.extend(
            self.serves
                .message(language)
                .map(|message| ("weitere", message)),
        );
        found.extend(messages(&self.membership.inputs, language));
        found
    }
}

/// Where an organisation stands under NIS-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum Nis2 {
    Unknown,
    NotInScope,
    Important,
    Essential,
}

impl Nis2 {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Unknown => fl!(texts, "nis2-unknown"),
            Self::NotInScope => fl!(texts, "nis2-not-in-scope"),
            Self::Important => fl!(texts, "nis2-important"),
            Self::Essential => fl!(texts, "nis2-essential"),
        }
    }
}
