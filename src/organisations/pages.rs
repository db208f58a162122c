//! Organisations in the words of the pages.

use web::pages::{LegalForm as PageForm, Nis2, OrganisationKind as PageKind};

use super::model::{LegalForm, Nis2Status, OrganisationKind};

/// What an organisation is.
pub fn kind_words(kind: OrganisationKind) -> PageKind {
    match kind {
        OrganisationKind::ItProvider => PageKind::ItProvider,
        OrganisationKind::Municipality => PageKind::Municipality,
        OrganisationKind::District => PageKind::District,
        OrganisationKind::MunicipalAssociation => PageKind::MunicipalAssociation,
        OrganisationKind::SpecialPurposeAssociation => PageKind::SpecialPurposeAssociation,
        OrganisationKind::MunicipalCompany => PageKind::MunicipalCompany,
        OrganisationKind::LandAuthority => PageKind::LandAuthority,
        OrganisationKind::FederalAuthority => PageKind::FederalAuthority,
        OrganisationKind::Company => PageKind::Company,
    }
}

/// A legal form.
pub fn form_words(form: LegalForm) -> PageForm {
    match form {
        LegalForm::TerritorialAuthority => PageForm::TerritorialAuthority,
        LegalForm::SpecialPurposeAssociation => PageForm::SpecialPurposeAssociation,
        LegalForm::PublicInstitution => PageForm::PublicInstitution,
        LegalForm::MunicipalEnterprise => PageForm::MunicipalEnterprise,
        LegalForm::StateAuthority => PageForm::StateAuthority,
        LegalForm::Gmbh => PageForm::Gmbh,
        LegalForm::Eg => PageForm::Eg,
        LegalForm::Ag => PageForm::Ag,
        LegalForm::RegisteredAssociation => PageForm::RegisteredAssociation,
        LegalForm::Other => PageForm::Other,
    }
}

/// Where an organisation stands under NIS-2.
pub fn nis2_words(status: Nis2Status) -> Nis2 {
    match status {
        Nis2Status::Unknown => Nis2::Unknown,
        Nis2Status::NotInScope => Nis2::NotInScope,
        Nis2Status::Important => Nis2::Important,
        Nis2Status::Essential => Nis2::Essential,
    }
}
