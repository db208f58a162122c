//! Bases, forms and groups of legal forms in words.

use i18n_embed_fl::fl;

use crate::Language;

/// On which legal basis somebody helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalBasisName {
    /// Help between authorities.
    Amtshilfe,
    /// A contract of public law.
    PublicLawAgreement,
    /// A contract of private law.
    Contract,
    /// Membership.
    Membership,
    /// The law of disaster control.
    DisasterLaw,
}

/// By which form people are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonnelFormName {
    /// From the own desk.
    Remote,
    /// Dienstreise.
    BusinessTrip,
    /// Abordnung.
    Secondment,
    /// Zuweisung.
    Assignment,
    /// The house owes the work.
    ServiceContract,
}

/// Legal forms that are treated alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalGroup {
    /// Municipalities and authorities.
    Authority,
    /// Zweckverband and `AöR`.
    PublicBody,
    /// `GmbH` and AG.
    Company,
    /// Genossenschaft.
    Cooperative,
    /// Verein, and the rest.
    Association,
}

/// On which basis a deployment stands, in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BasisLine {
    /// Open; to be settled until then.
    Open {
        /// Until when, such as `Donnerstag, 14:00 Uhr`.
        until: String,
    },
    /// Open for longer than it should.
    Late {
        /// Until when it was to be settled.
        until: String,
    },
    /// Chosen.
    Chosen(LegalBasisName, PersonnelFormName),
}

/// The same, for one viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeploymentBasis {
    /// What is said.
    pub line: BasisLine,
    /// They may choose it, at `/einsaetze/{id}/rechtsgrundlage`.
    pub may_set: bool,
}

impl LegalBasisName {
    /// Value of `grundlage`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Amtshilfe => "amtshilfe",
            Self::PublicLawAgreement => "public_law_agreement",
            Self::Contract => "contract",
            Self::Membership => "membership",
            Self::DisasterLaw => "disaster_law",
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Amtshilfe => fl!(texts, "legal-amtshilfe"),
            Self::PublicLawAgreement => fl!(texts, "legal-agreement"),
            Self::Contract => fl!(texts, "legal-contract"),
            Self::Membership => fl!(texts, "legal-membership"),
            Self::DisasterLaw => fl!(texts, "legal-disaster"),
        }
    }

    /// What it means, with its source.
    pub(crate) fn meaning(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Amtshilfe => fl!(texts, "legal-amtshilfe-text"),
            Self::PublicLawAgreement => fl!(texts, "legal-agreement-text"),
            Self::Contract => fl!(texts, "legal-contract-text"),
            Self::Membership => fl!(texts, "legal-membership-text"),
            Self::DisasterLaw => fl!(texts, "legal-disaster-text"),
        }
    }
}

impl PersonnelFormName {
    /// Value of `form`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Remote => "remote",
            Self::BusinessTrip => "business_trip",
            Self::Secondment => "secondment",
            Self::Assignment => "assignment",
            Self::ServiceContract => "service_contract",
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Remote => fl!(texts, "legal-form-remote"),
            Self::BusinessTrip => fl!(texts, "legal-form-trip"),
            Self::Secondment => fl!(texts, "legal-form-secondment"),
            Self::Assignment => fl!(texts, "legal-form-assignment"),
            Self::ServiceContract => fl!(texts, "legal-form-service"),
        }
    }

    pub(crate) fn meaning(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Remote => fl!(texts, "legal-form-remote-text"),
            Self::BusinessTrip => fl!(texts, "legal-form-trip-text"),
            Self::Secondment => fl!(texts, "legal-form-secondment-text"),
            Self::Assignment => fl!(texts, "legal-form-assignment-text"),
            Self::ServiceContract => fl!(texts, "legal-form-service-text"),
        }
    }
}

impl LegalGroup {
    /// As part of a value.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::PublicBody => "public_body",
            Self::Company => "company",
            Self::Cooperative => "cooperative",
            Self::Association => "association",
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Authority => fl!(texts, "legal-group-authority"),
            Self::PublicBody => fl!(texts, "legal-group-body"),
            Self::Company => fl!(texts, "legal-group-company"),
            Self::Cooperative => fl!(texts, "legal-group-cooperative"),
            Self::Association => fl!(texts, "legal-group-association"),
        }
    }
}

impl BasisLine {
    pub(crate) fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Open { until } => fl!(texts, "legal-line-open", until = until.as_str()),
            Self::Late { until } => fl!(texts, "legal-line-late", until = until.as_str()),
            Self::Chosen(basis, form) => {
                let (basis, form) = (basis.label(language), form.label(language));
                fl!(
                    texts,
                    "legal-line-chosen",
                    basis = basis.as_str(),
                    form = form.as_str()
                )
            }
        }
    }

    /// Whether it is still to be settled.
    pub(crate) const fn is_open(&self) -> bool {
        match self {
            Self::Open { .. } | Self::Late { .. } => true,
            Self::Chosen(..) => false,
        }
    }
}
