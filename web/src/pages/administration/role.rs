//! The fields for a role: `rolle`, `organisation` as typed, and `organisation_id` where several have that name.

use i18n_embed_fl::fl;

use crate::{Language, Role};

/// A role to be given.
#[derive(Clone, Debug, Default)]
pub struct RoleForm {
    /// The roles to choose from.
    pub roles: Vec<RoleOption>,
    /// The organisation as typed.
    pub organisation: String,
    /// Organisations with such a name.
    pub choices: Vec<OrganisationChoice>,
    /// What was wrong.
    pub problems: Vec<RoleProblem>,
}

/// A role to choose.
#[derive(Clone, Debug)]
pub struct RoleOption {
    /// The role.
    pub role: Role,
    /// Its value in the form.
    pub value: &'static str,
    /// It was chosen before.
    pub is_selected: bool,
}

/// An organisation to choose.
#[derive(Clone, Debug)]
pub struct OrganisationChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What was wrong with a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleProblem {
    /// None was chosen.
    Missing,
    /// It is for an organisation, and none was named.
    OrganisationMissing,
    /// It is for no organisation, and one was named.
    OrganisationTooMuch,
    /// No organisation has such a name.
    OrganisationUnknown,
    /// Several have.
    OrganisationUnclear,
    /// The account has it already.
    Held,
    /// Somebody has proposed it already.
    Proposed,
}

impl RoleProblem {
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Missing | Self::Held | Self::Proposed => "rolle",
            Self::OrganisationMissing
            | Self::OrganisationTooMuch
            | Self::OrganisationUnknown
            | Self::OrganisationUnclear => "organisation",
        }
    }

    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "role-form-missing"),
            Self::OrganisationMissing => fl!(texts, "role-form-organisation-missing"),
            Self::OrganisationTooMuch => fl!(texts, "role-form-organisation-too-much"),
            Self::OrganisationUnknown => fl!(texts, "role-form-organisation-unknown"),
            Self::OrganisationUnclear => fl!(texts, "role-form-organisation-unclear"),
            Self::Held => fl!(texts, "role-form-held"),
            Self::Proposed => fl!(texts, "role-form-proposed"),
        }
    }
}

impl RoleForm {
    /// What was wrong, with the id of the field it is about.
    pub(super) fn messages(&self, language: Language) -> Vec<(&'static str, String)> {
        let problems = self.problems.iter();
        problems
            .map(|problem| (problem.field(), problem.message(language)))
            .collect()
    }
}
