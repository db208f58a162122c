//! The legal matrix: who may help whom on which basis, and by which forms people are sent. Data, but for two rules that
//! no data undoes: a company gives no Amtshilfe, and a service contract rests on a contract.
//!
//! Sources of what is shipped: § 4–8 `VwVfG` (of the Land, for municipalities); `BVerwG` 27.06.2018 – 6 C 10.17 on what
//! is reimbursed; § 108 GWB and § 2b `UStG` on Inhouse and cooperation. No legal advice: admins have it checked.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::basis::{LegalBasis, PersonnelForm};
use crate::organisations::LegalForm;

/// The first line of the data.
const HEADER: &str = "rule;from;to;allowed\n";

/// Legal forms the matrix treats alike.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum FormGroup {
    /// Gebietskörperschaft with its Eigenbetriebe, and authorities of Land and federation.
    Authority,
    /// Zweckverband and Anstalt des öffentlichen Rechts.
    PublicBody,
    /// `GmbH` and AG.
    Company,
    /// Genossenschaft.
    Cooperative,
    /// Verein, and whatever else there is.
    Association,
}

/// Who may help whom on which basis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    pairs: BTreeMap<(FormGroup, FormGroup), Vec<LegalBasis>>,
    forms: BTreeMap<LegalBasis, Vec<PersonnelForm>>,
}

/// Why a basis or a form cannot be chosen, with what can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not between these two.
    Basis(Vec<LegalBasis>),
    /// Not on this basis.
    Form(Vec<PersonnelForm>),
}

/// A line of the data.
#[derive(Deserialize)]
struct Line {
    rule: String,
    from: String,
    to: String,
    allowed: String,
}

impl FormGroup {
    /// The group of a legal form.
    pub const fn of(form: LegalForm) -> Self {
        match form {
            LegalForm::TerritorialAuthority
            | LegalForm::MunicipalEnterprise
            | LegalForm::StateAuthority => Self::Authority,
            LegalForm::SpecialPurposeAssociation | LegalForm::PublicInstitution => Self::PublicBody,
            LegalForm::Gmbh | LegalForm::Ag => Self::Company,
            LegalForm::Eg => Self::Cooperative,
            LegalForm::RegisteredAssociation | LegalForm::Other => Self::Association,
        }
    }

    /// Whether its forms are of public law.
    pub const fn is_public(self) -> bool {
        match self {
            Self::Authority | Self::PublicBody => true,
            Self::Company | Self::Cooperative | Self::Association => false,
        }
    }

    /// Whether a basis can be between two groups, whatever the matrix says.
    pub const fn can(self, receiver: Self, basis: LegalBasis) -> bool {
        basis.is_possible(self.is_public() && receiver.is_public())
    }
}

impl Matrix {
    /// As it is shipped.
    pub fn shipped() -> Self {
        Self::read(migration::reference::LEGAL_RULES).unwrap_or_default()
    }

    /// Reads the data; none where a line says nothing that is known.
    pub fn read(data: &str) -> Option<Self> {
        let mut matrix = Self::default();
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(data.as_bytes());
        for line in reader.deserialize() {
            let line: Line = line.ok()?;
            match line.rule.as_str() {
                "pair" => {
                    let pair = (line.from.parse().ok()?, line.to.parse().ok()?);
                    matrix.pairs.insert(pair, listed(&line.allowed)?);
                }
                "forms" => {
                    let basis = line.from.parse().ok()?;
                    matrix.forms.insert(basis, listed(&line.allowed)?);
                }
                _ => return None,
            }
        }
        Some(matrix)
    }

    /// The data, as it is read.
    pub fn written(&self) -> String {
        let mut text = HEADER.to_owned();
        for ((sender, receiver), bases) in &self.pairs {
            let (sender, receiver): (&str, &str) = (sender.into(), receiver.into());
            // Writing to a string does not fail.
            let _ = writeln!(text, "pair;{sender};{receiver};{}", words(bases));
        }
        for (basis, forms) in &self.forms {
            let basis: &str = basis.into();
            let _ = writeln!(text, "forms;{basis};;{}", words(forms));
        }
        text
    }

    /// What one legal form may help another on, the preferred first.
    pub fn allowed(&self, sender: LegalForm, receiver: LegalForm) -> Vec<LegalBasis> {
        self.of_pair(FormGroup::of(sender), FormGroup::of(receiver))
    }

    /// The same of two groups.
    pub fn of_pair(&self, sender: FormGroup, receiver: FormGroup) -> Vec<LegalBasis> {
        let listed = self.pairs.get(&(sender, receiver)).cloned();
        let mut listed = listed.unwrap_or_default();
        listed.retain(|basis| sender.can(receiver, *basis));
        listed
    }

    /// By which forms people are sent on a basis, the usual first.
    pub fn forms(&self, basis: LegalBasis) -> Vec<PersonnelForm> {
        let mut forms = self.forms.get(&basis).cloned().unwrap_or_default();
        forms.retain(|form| basis.can_send_by(*form));
        forms
    }

    /// The form that is taken where none is said.
    pub fn usual_form(&self, basis: LegalBasis) -> PersonnelForm {
        let (forms, usual) = (self.forms(basis), PersonnelForm::default());
        if forms.contains(&usual) {
            return usual;
        }
        forms.first().copied().unwrap_or(usual)
    }

    /// Whether a basis and a form can be chosen between two.
    ///
    /// # Errors
    /// They cannot; with what can.
    pub fn check(
        &self,
        (sender, receiver): (LegalForm, LegalForm),
        basis: LegalBasis,
        form: PersonnelForm,
    ) -> Result<(), Refused> {
        let allowed = self.allowed(sender, receiver);
        if !allowed.contains(&basis) {
            return Err(Refused::Basis(allowed));
        }
        let forms = self.forms(basis);
        if !forms.contains(&form) {
            return Err(Refused::Form(forms));
        }
        Ok(())
    }

    /// With these bases and forms ticked, and no others. Their order stays as it was; what is new comes last. What cannot
    /// be is left out.
    #[must_use]
    pub fn ticked(
        &self,
        bases: &[(FormGroup, FormGroup, LegalBasis)],
        sent_by: &[(LegalBasis, PersonnelForm)],
    ) -> Self {
        let mut next = Self::default();
        for sender in FormGroup::VARIANTS {
            for receiver in FormGroup::VARIANTS {
                let is_ticked = |basis: &LegalBasis| bases.contains(&(*sender, *receiver, *basis));
                let mut kept = ordered(self.of_pair(*sender, *receiver), is_ticked);
                kept.retain(|basis| sender.can(*receiver, *basis));
                next.pairs.insert((*sender, *receiver), kept);
            }
        }
        for basis in LegalBasis::VARIANTS {
            let is_ticked = |form: &PersonnelForm| sent_by.contains(&(*basis, *form));
            let mut kept = ordered(self.forms(*basis), is_ticked);
            kept.retain(|form| basis.can_send_by(*form));
            next.forms.insert(*basis, kept);
        }
        next
    }

    /// Bases that are allowed somewhere, but nobody can be sent on.
    pub fn without_form(&self) -> Vec<LegalBasis> {
        let all = LegalBasis::VARIANTS.iter().copied();
        let is_used = |basis: &LegalBasis| self.pairs.values().any(|one| one.contains(basis));
        all.filter(|basis| is_used(basis) && self.forms(*basis).is_empty())
            .collect()
    }
}

/// What is ticked: first what was there, in its order, then the rest.
fn ordered<T: VariantArray + PartialEq + Copy>(
    before: Vec<T>,
    is_ticked: impl Fn(&T) -> bool,
) -> Vec<T> {
    let mut kept: Vec<T> = before.into_iter().filter(|one| is_ticked(one)).collect();
    for one in T::VARIANTS {
        if is_ticked(one) && !kept.contains(one) {
            kept.push(*one);
        }
    }
    kept
}

fn listed<T: std::str::FromStr + PartialEq>(words: &str) -> Option<Vec<T>> {
    let mut found: Vec<T> = Vec::new();
    for word in words.split_whitespace() {
        let one = word.parse().ok()?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Some(found)
}

fn words<T: Into<&'static str> + Copy>(all: &[T]) -> String {
    let words: Vec<&'static str> = all.iter().map(|one| (*one).into()).collect();
    words.join(" ")
}
