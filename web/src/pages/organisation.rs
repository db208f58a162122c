//! `/organisation`: the own organisation; for its managers what is left to do, and where.

use askama::Template;
use i18n_embed_fl::fl;

use super::{EmployerTaskRow, OwnStep, OwnVetting};
use crate::parts::{Availability, Link};
use crate::{Frame, Language, assets};

/// The own organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/organisation.html")]
pub struct OrganisationPage {
    /// Surroundings.
    pub frame: Frame,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its legal form.
    pub legal_form: LegalForm,
    /// Name of the place it sits at.
    pub place: String,
    /// Whether it belongs to the federation.
    pub is_member: bool,
    /// Since when it is struck itself, such as `heute, 14:20 Uhr`.
    pub struck_since: Option<String>,
    /// Whom it serves.
    pub serves: Vec<ServedPlace>,
    /// Names of those who serve it: the home providers.
    pub home_providers: Vec<String>,
    /// Where the staff council's participation stands.
    pub participation: Participation,
    /// Person-days it gives a year; absent without a limit.
    pub yearly_person_days: Option<u32>,
    /// Duty desk.
    pub duty_phone: Option<String>,
    /// Who insures its people against accidents.
    pub accident_insurer: Option<String>,
    /// Who insures it against damage they do.
    pub liability_insurer: Option<String>,
    /// Its data protection officer.
    pub privacy_phone: Option<String>,
    /// Steps towards being found, for those who manage it.
    pub tasks: Vec<EmployerTaskRow>,
    /// Its entries; nothing for those who may not list them.
    pub members: Option<Vec<Member>>,
    /// Where its persons stand with the vetters, for those who keep them.
    pub vetting: Vec<OwnVetting>,
}

/// A place served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServedPlace {
    /// Its name.
    pub name: String,
    /// Whether all of its IT is run.
    pub is_whole: bool,
}

/// An entry of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its public name, leading to its page.
    pub alias: Link,
    /// Short description.
    pub headline: String,
    /// How soon it can start.
    pub availability: Availability,
    /// Whether it is found and matched now.
    pub is_eligible: bool,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum OrganisationKind {
    ItProvider,
    Municipality,
    District,
    MunicipalAssociation,
    SpecialPurposeAssociation,
    MunicipalCompany,
    LandAuthority,
    FederalAuthority,
    Company,
}

/// A legal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum LegalForm {
    TerritorialAuthority,
    SpecialPurposeAssociation,
    PublicInstitution,
    MunicipalEnterprise,
    StateAuthority,
    Gmbh,
    Eg,
    Ag,
    RegisteredAssociation,
    Other,
}

/// Where the staff council's participation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Participation {
    /// There is nobody to ask.
    NotNeeded,
    /// Asked, not answered.
    Asked,
    /// Agreed on.
    Agreed,
    /// Refused.
    Refused,
}

impl OrganisationPage {
    fn is_ready(&self) -> bool {
        self.tasks.iter().all(|task| task.is_done)
    }

    /// Where a manager does what, and what that is called.
    fn places(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        vec![
            ("/organisation/freigaben", fl!(texts, "releases-title")),
            ("/organisation/kapazitaet", fl!(texts, "capacity-title")),
            ("/organisation/angebote", fl!(texts, "own-offers-title")),
            ("/organisation/import", fl!(texts, "import-link")),
            ("/organisation/einladungen", fl!(texts, "invite-title")),
            ("/organisation/vertretung", fl!(texts, "delegation-title")),
            ("/organisation/bericht", fl!(texts, "report-title")),
            (
                "/organisation/geben-und-nehmen",
                fl!(texts, "costs-hours-title"),
            ),
            ("/organisation/versicherung", fl!(texts, "insurance-title")),
            ("/organisation/betroffen", fl!(texts, "struck-title")),
        ]
    }

    /// How many entries can be submitted now.
    fn to_submit(&self) -> usize {
        let all = self.vetting.iter();
        all.filter(|vetting| vetting.steps.contains(&OwnStep::Submit))
            .count()
    }

    /// Where there is something to know or to do.
    fn vetted(&self) -> Vec<&OwnVetting> {
        let all = self.vetting.iter();
        all.filter(|vetting| vetting.is_worth_showing()).collect()
    }
}

impl OrganisationKind {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::ItProvider => fl!(texts, "organisation-kind-it-provider"),
            Self::Municipality => fl!(texts, "organisation-kind-municipality"),
            Self::District => fl!(texts, "organisation-kind-district"),
            Self::MunicipalAssociation => fl!(texts, "organisation-kind-association"),
            Self::SpecialPurposeAssociation => fl!(texts, "organisation-kind-special-purpose"),
            Self::MunicipalCompany => fl!(texts, "organisation-kind-municipal-company"),
            Self::LandAuthority => fl!(texts, "organisation-kind-land"),
            Self::FederalAuthority => fl!(texts, "organisation-kind-federal"),
            Self::Company => fl!(texts, "organisation-kind-company"),
        }
    }
}

impl LegalForm {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::TerritorialAuthority => fl!(texts, "legal-form-territorial"),
            Self::SpecialPurposeAssociation => fl!(texts, "legal-form-special-purpose"),
            Self::PublicInstitution => fl!(texts, "legal-form-public-institution"),
            Self::MunicipalEnterprise => fl!(texts, "legal-form-municipal-enterprise"),
            Self::StateAuthority => fl!(texts, "legal-form-state-authority"),
            Self::Gmbh => fl!(texts, "legal-form-gmbh"),
            Self::Eg => fl!(texts, "legal-form-eg"),
            Self::Ag => fl!(texts, "legal-form-ag"),
            Self::RegisteredAssociation => fl!(texts, "legal-form-registered-association"),
            Self::Other => fl!(texts, "legal-form-other"),
        }
    }
}

impl Participation {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::NotNeeded, Self::Asked, Self::Agreed, Self::Refused];

    /// Its value in a form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::NotNeeded => "not_needed",
            Self::Asked => "asked",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NotNeeded => fl!(texts, "participation-not-needed"),
            Self::Asked => fl!(texts, "participation-asked"),
            Self::Agreed => fl!(texts, "participation-agreed"),
            Self::Refused => fl!(texts, "participation-refused"),
        }
    }
}
