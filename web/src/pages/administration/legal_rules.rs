//! `/verwaltung/rechtsgrundlagen`: who may help whom on which basis, as admins keep it.

use askama::Template;
use i18n_embed_fl::fl;

use super::field::{AdminInput, Control, messages};
use crate::pages::{LegalBasisName, LegalGroup, PersonnelFormName};
use crate::{Frame, Language, assets};

/// The matrix: posts `paar` and `forms`, a value each box, and who checked it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/legal_rules.html")]
pub struct LegalRulesPage {
    /// Surroundings.
    pub frame: Frame,
    /// The version the form is of; 0 for what is shipped.
    pub version: i32,
    /// Since when it is used; nothing of what is shipped.
    pub since: Option<String>,
    /// Who checked it, and when.
    pub checked: Option<(String, String)>,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
    /// A row each pair, by sender.
    pub pairs: Vec<LegalPairRow>,
    /// A row each basis.
    pub forms: Vec<LegalFormsRow>,
    /// Bases without a form.
    pub lacking: Vec<LegalBasisName>,
    /// Who checked what is saved.
    pub check: Vec<AdminInput>,
}

/// A box that is ticked, is not, or cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// The law does not allow it, whatever is ticked.
    Impossible,
    /// It can be ticked.
    Free,
    /// It is.
    Ticked,
}

/// What one group may do for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalPairRow {
    /// Who helps.
    pub sender: LegalGroup,
    /// Who is helped.
    pub receiver: LegalGroup,
    /// The bases.
    pub bases: Vec<(LegalBasisName, Tick)>,
}

/// By which forms people are sent on a basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalFormsRow {
    /// The basis.
    pub basis: LegalBasisName,
    /// The forms.
    pub forms: Vec<(PersonnelFormName, Tick)>,
}

impl LegalPairRow {
    /// Its boxes: value, basis, and state of each.
    fn boxes(&self, language: Language) -> Vec<(String, String, Tick)> {
        let (sender, receiver) = (self.sender.value(), self.receiver.value());
        let boxes = self.bases.iter().map(|(basis, tick)| {
            let value = format!("{sender}.{receiver}.{}", basis.value());
            (value, basis.label(language), *tick)
        });
        boxes.collect()
    }
}

impl LegalFormsRow {
    /// Its boxes: value, form, and state of each.
    fn boxes(&self, language: Language) -> Vec<(String, String, Tick)> {
        let boxes = self.forms.iter().map(|(form, tick)| {
            let value = format!("{}.{}", self.basis.value(), form.value());
            (value, form.label(language), *tick)
        });
        boxes.collect()
    }
}

impl LegalRulesPage {
    /// What stands above the boxes of the pairs.
    fn bases(&self) -> Vec<String> {
        let first = self.pairs.first().into_iter();
        let bases = first.flat_map(|row| &row.bases);
        // A narrow column breaks the longest of them where it may be broken.
        bases
            .map(|(basis, _)| basis.label(self.frame.language))
            .map(|label| label.replace("schutzrecht", "\u{ad}schutz\u{ad}recht"))
            .collect()
    }

    /// The same of the forms.
    fn form_labels(&self) -> Vec<String> {
        let first = self.forms.first().into_iter();
        let forms = first.flat_map(|row| &row.forms);
        forms
            .map(|(form, _)| form.label(self.frame.language))
            .collect()
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let mut all = messages(&self.check, language);
        for basis in &self.lacking {
            let name = basis.label(language);
            let message = fl!(
                language.texts(),
                "legal-rules-lacking",
                basis = name.as_str()
            );
            all.push(("forms", message));
        }
        all
    }
}
