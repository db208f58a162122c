//! What bases, forms and groups are called on pages.

use web::pages::{LegalBasisName, LegalGroup, PersonnelFormName};

use super::model::{FormGroup, LegalBasis, PersonnelForm};

impl LegalBasis {
    /// What it is called.
    pub const fn words(self) -> LegalBasisName {
        match self {
            Self::Amtshilfe => LegalBasisName::Amtshilfe,
            Self::PublicLawAgreement => LegalBasisName::PublicLawAgreement,
            Self::Contract => LegalBasisName::Contract,
            Self::Membership => LegalBasisName::Membership,
            Self::DisasterLaw => LegalBasisName::DisasterLaw,
        }
    }
}

impl PersonnelForm {
    /// What it is called.
    pub const fn words(self) -> PersonnelFormName {
        match self {
            Self::Remote => PersonnelFormName::Remote,
            Self::BusinessTrip => PersonnelFormName::BusinessTrip,
            Self::Secondment => PersonnelFormName::Secondment,
            Self::Assignment => PersonnelFormName::Assignment,
            Self::ServiceContract => PersonnelFormName::ServiceContract,
        }
    }
}

impl FormGroup {
    /// What it is called.
    pub const fn words(self) -> LegalGroup {
        match self {
            Self::Authority => LegalGroup::Authority,
            Self::PublicBody => LegalGroup::PublicBody,
            Self::Company => LegalGroup::Company,
            Self::Cooperative => LegalGroup::Cooperative,
            Self::Association => LegalGroup::Association,
        }
    }
}
