//! Proof that the policy was asked.

use std::convert::Infallible;
use std::marker::PhantomData;

use axum::extract::{FromRequestParts, OptionalFromRequestParts, RawPathParams};
use axum::http::request::Parts;

use super::caller::Refusal;
use super::{Authentication, Caller, Right};
use crate::db::Actor;
use crate::http::Problem;
use crate::ids::{
    self, AccountId, AlarmId, AlertId, DecoyId, DeploymentId, EmergencyCardId, EmergencyContactId,
    ExpertId, ImportId, IncidentAttachmentId, IncidentId, InvitationId, JobId, LessonId, NeedId,
    OfferId, OfferRequestId, OrganisationId, PasskeyId, RequestId, SessionId, ShiftId, TimeEntryId,
    TokenId, VettingCaseId,
};

/// A row of the policy as a type.
pub trait Action: Send + Sync + 'static {
    /// The row.
    const RIGHT: Right;
}

macro_rules! actions {
    ($($name:ident)*) => {
        pub(super) mod actions {
            use super::{Action, Right};

            $(
                #[doc = concat!("[`Right::", stringify!($name), "`] as a type.")]
                #[derive(Clone, Copy, Debug)]
                pub struct $name;

                impl Action for $name {
                    const RIGHT: Right = Right::$name;
                }
            )*
        }
    };
}

actions! {
    ReadSelf ConfirmSession EndSession ChangePassword SetSecondFactor AddPasskey RemovePasskey
    RenewRecoveryCodes VouchForRecovery ReadTokens IssueToken RevokeToken ReadAudit SearchExperts
    SearchInternals ListOwnExperts ReadCard ReadIdentity CreateExpert UpdateExpert ConfirmExpert
    ExportSelf EraseSelf KeepConsents KeepEvidence KeepPrivateContact ReadEvidence ReadReveals
    SetNotices SubmitExpert MatchExperts ReadOrganisation CreateOrganisation UpdateOrganisation
    SetMembership SetStruck ReadVettingCases AssessVettingCase ReadMetrics RotateKeys KeepContacts
    KeepTerms KeepRegions ProposeTerm KeepDeliveries KeepTexts
    ReadAdministration ReadAccounts KeepAccounts GrantRoles
    ReadEmergencyCards ReadServedPlaces IssueEmergencyCard RevokeEmergencyCard ReplaceEmergencyCard
    KeepEmergencyContacts RevealEmergencyContacts ReadAlarms AcknowledgeAlarm KeepDecoys
    ImportExperts ExportExperts PlanOnCall KeepCalendar
    ReleaseExperts AcceptConditions InviteExperts DelegateManagement ReadReport
    ReadOffers ReadOwnOffers KeepOffers
    ReadOfferRequests RequestOffer AnswerOfferRequest RunOfferRequest RevealOfferContact
    ReadHelpRequests CreateHelpRequest AlertExperts SteerWaves AnswerForExpert RevealAlertContact
    ReadDeployments ReleaseDeployment AcceptDeployment RunDeployment RevealDeploymentContact
    WriteLesson ShareLesson ReadLessons ReadStatistics
    ReportIncident ReadIncidents ReadTownIncidents ReadServedIncidents ReadLandIncidents WriteIncidentNote UpdateIncident
    KeepIncidentAttachments
    SetDeploymentBasis ConfirmConditions KeepLegalRules
    RevealIncidentContact TakeIncident VerifyIncident CloseIncident
    ReadArrivalSheet KeepArrivalSheet
    ReadHours
    ReadRoster KeepRoster TakeDuty
}

/// What a permit covers; every lookup begins here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub(super) everything: bool,
    pub(super) organisations: Vec<OrganisationId>,
    pub(super) own: bool,
    pub(super) account: AccountId,
}

impl Scope {
    pub(super) fn none(account: AccountId) -> Self {
        Self {
            everything: false,
            organisations: Vec::new(),
            own: false,
            account,
        }
    }

    /// Whether all there are.
    pub fn is_everything(&self) -> bool {
        self.everything
    }

    /// The organisations covered, unless everything is.
    pub fn organisations(&self) -> &[OrganisationId] {
        &self.organisations
    }

    /// Whether it covers this organisation.
    pub fn covers(&self, organisation: OrganisationId) -> bool {
        self.everything || self.organisations.contains(&organisation)
    }

    /// Whether it covers an entry of this organisation that belongs to this account.
    pub fn covers_entry(&self, organisation: OrganisationId, account: Option<AccountId>) -> bool {
        self.covers(organisation) || (self.own && account == Some(self.account))
    }
}

/// Proof that the caller has a right, and how far it goes. Only the policy makes one.
#[derive(Clone, Debug)]
pub struct Permit<A> {
    caller: Caller,
    scope: Scope,
    action: PhantomData<A>,
}

impl<A: Action> Permit<A> {
    fn grant(caller: &Caller) -> Result<Self, Refusal> {
        let scope = caller.covers(A::RIGHT)?;
        Ok(Self {
            caller: caller.clone(),
            scope,
            action: PhantomData,
        })
    }

    /// What it covers.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Who holds it.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// As the record names the holder.
    pub fn actor(&self) -> Actor {
        self.caller.actor()
    }

    /// Another right of the same caller, for what an answer may contain besides.
    pub fn also<B: Action>(&self) -> Option<Permit<B>> {
        Permit::grant(&self.caller).ok()
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Role => Self::forbidden("your roles or your token do not include this"),
            Refusal::SecondFactor => {
                Self::second_factor_required("set it up with a browser: /konto/zweiter-faktor")
            }
            Refusal::Confirmation => {
                Self::sudo_required("confirm with a browser that it is you: /bestaetigen")
            }
        }
    }
}

impl<S: Send + Sync, A: Action> FromRequestParts<S> for Permit<A> {
    type Rejection = Problem;

    /// A malformed id in the path names nothing (404) before anybody is asked who they are.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let params = <RawPathParams as FromRequestParts<S>>::from_request_parts(parts, state).await;
        if params.is_ok_and(|params| {
            params
                .iter()
                .any(|(name, value)| !is_well_formed(name, value))
        }) {
            return Err(Problem::not_found("there is no such object"));
        }
        match parts.extensions.get::<Authentication>() {
            Some(Authentication::Caller(caller)) => Ok(Self::grant(caller)?),
            Some(Authentication::Refused) => Err(Problem::unauthenticated(
                "the token is unknown, expired or revoked",
            )),
            Some(Authentication::Unavailable) => {
                Err(Problem::unavailable("sign-in cannot be checked now").retry_after(5))
            }
            Some(Authentication::Anonymous) | None => Err(Problem::unauthenticated(
                "sign in, or send Authorization: Bearer kat_…",
            )),
        }
    }
}

impl<S: Send + Sync, A: Action> OptionalFromRequestParts<S> for Permit<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Problem> {
        Ok(
            <Self as FromRequestParts<S>>::from_request_parts(parts, state)
                .await
                .ok(),
        )
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Authentication {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<Self>().cloned();
        Ok(known.unwrap_or(Self::Anonymous))
    }
}

fn is_well_formed(parameter: &str, value: &str) -> bool {
    match parameter {
        "account_id" => ids::is_well_formed(AccountId::PREFIX, value),
        "organisation_id" => ids::is_well_formed(OrganisationId::PREFIX, value),
        "expert_id" => ids::is_well_formed(ExpertId::PREFIX, value),
        "session_id" => ids::is_well_formed(SessionId::PREFIX, value),
        "passkey_id" => ids::is_well_formed(PasskeyId::PREFIX, value),
        "token_id" => ids::is_well_formed(TokenId::PREFIX, value),
        "vetting_case_id" => ids::is_well_formed(VettingCaseId::PREFIX, value),
        "card_id" => ids::is_well_formed(EmergencyCardId::PREFIX, value),
        "contact_id" => ids::is_well_formed(EmergencyContactId::PREFIX, value),
        "decoy_id" => ids::is_well_formed(DecoyId::PREFIX, value),
        "invitation_id" => ids::is_well_formed(InvitationId::PREFIX, value),
        "import_id" => ids::is_well_formed(ImportId::PREFIX, value),
        "job_id" => ids::is_well_formed(JobId::PREFIX, value),
        "offer_id" => ids::is_well_formed(OfferId::PREFIX, value),
        "offer_request_id" => ids::is_well_formed(OfferRequestId::PREFIX, value),
        "incident_id" => ids::is_well_formed(IncidentId::PREFIX, value),
        "request_id" => ids::is_well_formed(RequestId::PREFIX, value),
        "need_id" => ids::is_well_formed(NeedId::PREFIX, value),
        "alert_id" => ids::is_well_formed(AlertId::PREFIX, value),
        "deployment_id" => ids::is_well_formed(DeploymentId::PREFIX, value),
        "lesson_id" => ids::is_well_formed(LessonId::PREFIX, value),
        "shift_id" => ids::is_well_formed(ShiftId::PREFIX, value),
        "attachment_id" => ids::is_well_formed(IncidentAttachmentId::PREFIX, value),
        "time_id" => ids::is_well_formed(TimeEntryId::PREFIX, value),
        "alarm_id" => ids::is_well_formed(AlarmId::PREFIX, value),
        _ => true,
    }
}
