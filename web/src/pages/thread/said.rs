//! Something said of a deployment: which verb, whose word, and what it means in plain words.

use i18n_embed_fl::fl;

use crate::Language;

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadRow {
    /// Names it in addresses.
    pub id: String,
    /// What it does.
    pub verb: ThreadVerb,
    /// What comes of it.
    pub outcome: ThreadOutcome,
    /// Whose word it is.
    pub side: ThreadSide,
    /// When it was said.
    pub at: String,
    /// When what it is about begins.
    pub from: Option<String>,
    /// When that ends.
    pub until: Option<String>,
    /// What it says in words, in paragraphs.
    pub text: Vec<String>,
    /// Whoever looks may answer it.
    pub may_be_answered: bool,
}

/// What comes of something said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadOutcome {
    /// It was said.
    Said,
    /// It says no.
    Declined,
    /// It takes back what was said before.
    TakenBack,
    /// It says that they began.
    Started,
}

/// Whose word something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadSide {
    /// The town.
    Town,
    /// The employer.
    Employer,
    /// Whoever helps.
    Expert,
    /// The coordination office.
    Desk,
    /// The register, where time ran out.
    Register,
}

/// What something said does: a message type of OASIS EDXL-RM 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the standard's names")]
pub enum ThreadVerb {
    RequestResource,
    ResponseToRequestResource,
    RequisitionResource,
    CommitResource,
    RequestInformation,
    ResponseToRequestInformation,
    OfferUnsolicitedResource,
    ReleaseResource,
    RequestReturn,
    ResponseToRequestReturn,
    RequestQuote,
    ResponseToRequestQuote,
    RequestResourceDeploymentStatus,
    ReportResourceDeploymentStatus,
    RequestExtendedDeploymentDuration,
    ResponseToRequestExtendedDeploymentDuration,
}

impl ThreadSide {
    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Town => fl!(texts, "side-town"),
            Self::Employer => fl!(texts, "side-employer"),
            Self::Expert => fl!(texts, "side-expert"),
            Self::Desk => fl!(texts, "side-desk"),
            Self::Register => fl!(texts, "thread-side-register"),
        }
    }
}

impl ThreadVerb {
    /// The name the standard gives it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::RequestResource => "RequestResource",
            Self::ResponseToRequestResource => "ResponseToRequestResource",
            Self::RequisitionResource => "RequisitionResource",
            Self::CommitResource => "CommitResource",
            Self::RequestInformation => "RequestInformation",
            Self::ResponseToRequestInformation => "ResponseToRequestInformation",
            Self::OfferUnsolicitedResource => "OfferUnsolicitedResource",
            Self::ReleaseResource => "ReleaseResource",
            Self::RequestReturn => "RequestReturn",
            Self::ResponseToRequestReturn => "ResponseToRequestReturn",
            Self::RequestQuote => "RequestQuote",
            Self::ResponseToRequestQuote => "ResponseToRequestQuote",
            Self::RequestResourceDeploymentStatus => "RequestResourceDeploymentStatus",
            Self::ReportResourceDeploymentStatus => "ReportResourceDeploymentStatus",
            Self::RequestExtendedDeploymentDuration => "RequestExtendedDeploymentDuration",
            Self::ResponseToRequestExtendedDeploymentDuration => {
                "ResponseToRequestExtendedDeploymentDuration"
            }
        }
    }

    /// What it means in plain words.
    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::RequestResource => fl!(texts, "thread-request"),
            Self::ResponseToRequestResource => fl!(texts, "thread-response"),
            Self::RequisitionResource => fl!(texts, "thread-requisition"),
            Self::CommitResource => fl!(texts, "thread-commit"),
            Self::RequestInformation => fl!(texts, "thread-question"),
            Self::ResponseToRequestInformation => fl!(texts, "thread-answer"),
            Self::OfferUnsolicitedResource => fl!(texts, "thread-offer"),
            Self::ReleaseResource => fl!(texts, "thread-release"),
            Self::RequestReturn => fl!(texts, "thread-return"),
            Self::ResponseToRequestReturn => fl!(texts, "thread-return-answer"),
            Self::RequestQuote => fl!(texts, "thread-quote"),
            Self::ResponseToRequestQuote => fl!(texts, "thread-quote-answer"),
            Self::RequestResourceDeploymentStatus => fl!(texts, "thread-status-question"),
            Self::ReportResourceDeploymentStatus => fl!(texts, "thread-status"),
            Self::RequestExtendedDeploymentDuration => fl!(texts, "thread-extension"),
            Self::ResponseToRequestExtendedDeploymentDuration => {
                fl!(texts, "thread-extension-answer")
            }
        }
    }

    /// The same of what was taken back.
    fn taken_back(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::RequestResource => fl!(texts, "thread-request-back"),
            Self::ResponseToRequestResource => fl!(texts, "thread-response-back"),
            Self::RequisitionResource => fl!(texts, "thread-requisition-back"),
            Self::CommitResource => fl!(texts, "thread-commit-back"),
            Self::RequestInformation
            | Self::ResponseToRequestInformation
            | Self::OfferUnsolicitedResource
            | Self::ReleaseResource
            | Self::RequestReturn
            | Self::ResponseToRequestReturn
            | Self::RequestQuote
            | Self::ResponseToRequestQuote
            | Self::RequestResourceDeploymentStatus
            | Self::ReportResourceDeploymentStatus
            | Self::RequestExtendedDeploymentDuration
            | Self::ResponseToRequestExtendedDeploymentDuration => {
                fl!(texts, "thread-back", what = self.label(language))
            }
        }
    }
}

impl ThreadRow {
    pub(super) fn headline(&self, language: Language) -> String {
        let texts = language.texts();
        match self.outcome {
            ThreadOutcome::Said => self.verb.label(language),
            ThreadOutcome::TakenBack => self.verb.taken_back(language),
            ThreadOutcome::Started => fl!(texts, "thread-started"),
            ThreadOutcome::Declined
                if self.verb == ThreadVerb::ResponseToRequestExtendedDeploymentDuration =>
            {
                fl!(texts, "thread-extension-declined")
            }
            ThreadOutcome::Declined => {
                fl!(texts, "thread-declined", what = self.verb.label(language))
            }
        }
    }

    /// From when and until when, as far as it says so.
    pub(super) fn period(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        match (&self.from, &self.until) {
            (Some(from), Some(until)) => Some(fl!(
                texts,
                "thread-period",
                from = from.as_str(),
                until = until.as_str()
            )),
            (Some(from), None) => Some(fl!(texts, "thread-from", from = from.as_str())),
            (None, Some(until)) => Some(fl!(texts, "thread-until", until = until.as_str())),
            (None, None) => None,
        }
    }
}
