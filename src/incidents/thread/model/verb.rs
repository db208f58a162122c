//! The message types of OASIS EDXL-RM 1.0, and which may follow which.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// What a message does, under the name the standard gives it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum Verb {
    /// The town asks for help.
    RequestResource,
    /// Whoever is asked says yes, as far as it is theirs to say.
    ResponseToRequestResource,
    /// The town accepts: it is ordered.
    RequisitionResource,
    /// The employer releases: it is promised.
    CommitResource,
    /// Somebody asks something.
    RequestInformation,
    /// Somebody answers it.
    ResponseToRequestInformation,
    /// Help that nobody asked for.
    OfferUnsolicitedResource,
    /// The deployment ends.
    ReleaseResource,
    /// The sender calls its people back.
    RequestReturn,
    /// The town says until when they help.
    ResponseToRequestReturn,
    /// What it costs is asked.
    RequestQuote,
    /// What it costs is estimated.
    ResponseToRequestQuote,
    /// Somebody asks how it stands.
    RequestResourceDeploymentStatus,
    /// Somebody says how it stands.
    ReportResourceDeploymentStatus,
    /// The town asks for longer.
    RequestExtendedDeploymentDuration,
    /// The sender says whether.
    ResponseToRequestExtendedDeploymentDuration,
}

impl Verb {
    /// What it answers, where it is an answer.
    pub const fn answers(self) -> Option<Self> {
        match self {
            Self::ResponseToRequestResource => Some(Self::RequestResource),
            Self::ResponseToRequestInformation => Some(Self::RequestInformation),
            Self::ResponseToRequestReturn => Some(Self::RequestReturn),
            Self::ResponseToRequestQuote => Some(Self::RequestQuote),
            Self::ReportResourceDeploymentStatus => Some(Self::RequestResourceDeploymentStatus),
            Self::ResponseToRequestExtendedDeploymentDuration => {
                Some(Self::RequestExtendedDeploymentDuration)
            }
            Self::RequestResource
            | Self::RequisitionResource
            | Self::CommitResource
            | Self::RequestInformation
            | Self::OfferUnsolicitedResource
            | Self::ReleaseResource
            | Self::RequestReturn
            | Self::RequestQuote
            | Self::RequestResourceDeploymentStatus
            | Self::RequestExtendedDeploymentDuration => None,
        }
    }

    /// Whether it says nothing unless it says of which question: a status is also told without one.
    pub const fn needs_question(self) -> bool {
        match self {
            Self::ReportResourceDeploymentStatus => false,
            Self::RequestResource
            | Self::ResponseToRequestResource
            | Self::RequisitionResource
            | Self::CommitResource
            | Self::RequestInformation
            | Self::ResponseToRequestInformation
            | Self::OfferUnsolicitedResource
            | Self::ReleaseResource
            | Self::RequestReturn
            | Self::ResponseToRequestReturn
            | Self::RequestQuote
            | Self::ResponseToRequestQuote
            | Self::RequestResourceDeploymentStatus
            | Self::RequestExtendedDeploymentDuration
            | Self::ResponseToRequestExtendedDeploymentDuration => self.answers().is_some(),
        }
    }

    /// Whether both sides say it beside the steps of the deployment, in any order.
    pub const fn is_talk(self) -> bool {
        match self {
            Self::RequestInformation
            | Self::ResponseToRequestInformation
            | Self::RequestQuote
            | Self::ResponseToRequestQuote
            | Self::RequestResourceDeploymentStatus
            | Self::ReportResourceDeploymentStatus => true,
            Self::RequestResource
            | Self::ResponseToRequestResource
            | Self::RequisitionResource
            | Self::CommitResource
            | Self::OfferUnsolicitedResource
            | Self::ReleaseResource
            | Self::RequestReturn
            | Self::ResponseToRequestReturn
            | Self::RequestExtendedDeploymentDuration
            | Self::ResponseToRequestExtendedDeploymentDuration => false,
        }
    }

    /// Whether anybody on either side writes it of their own accord; the other talk is about costs, and belongs to them.
    pub const fn is_written(self) -> bool {
        match self {
            Self::RequestInformation
            | Self::ResponseToRequestInformation
            | Self::RequestResourceDeploymentStatus
            | Self::ReportResourceDeploymentStatus => true,
            Self::RequestQuote
            | Self::ResponseToRequestQuote
            | Self::RequestResource
            | Self::ResponseToRequestResource
            | Self::RequisitionResource
            | Self::CommitResource
            | Self::OfferUnsolicitedResource
            | Self::ReleaseResource
            | Self::RequestReturn
            | Self::ResponseToRequestReturn
            | Self::RequestExtendedDeploymentDuration
            | Self::ResponseToRequestExtendedDeploymentDuration => false,
        }
    }

    /// Whether a side is bound by it until it takes it back.
    pub const fn binds(self) -> bool {
        match self {
            Self::RequestResource
            | Self::ResponseToRequestResource
            | Self::CommitResource
            | Self::RequisitionResource => true,
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
            | Self::ResponseToRequestExtendedDeploymentDuration => false,
        }
    }

    /// Steps that may come next after this one. Once both sides are committed, what is asked last need not be answered
    /// first: people go home although nobody said whether they may stay longer.
    pub const fn next_steps(self) -> &'static [Self] {
        const COMMITTED: &[Verb] = &[
            Verb::RequestExtendedDeploymentDuration,
            Verb::ResponseToRequestExtendedDeploymentDuration,
            Verb::RequestReturn,
            Verb::ResponseToRequestReturn,
            Verb::ReleaseResource,
        ];
        match self {
            Self::RequestResource => &[Self::ResponseToRequestResource],
            Self::ResponseToRequestResource => &[Self::CommitResource],
            Self::CommitResource => &[Self::RequisitionResource],
            Self::RequisitionResource
            | Self::RequestExtendedDeploymentDuration
            | Self::ResponseToRequestExtendedDeploymentDuration
            | Self::RequestReturn
            | Self::ResponseToRequestReturn => COMMITTED,
            // Over, or never a step of a deployment.
            Self::ReleaseResource
            | Self::OfferUnsolicitedResource
            | Self::RequestInformation
            | Self::ResponseToRequestInformation
            | Self::RequestQuote
            | Self::ResponseToRequestQuote
            | Self::RequestResourceDeploymentStatus
            | Self::ReportResourceDeploymentStatus => &[],
        }
    }
}
