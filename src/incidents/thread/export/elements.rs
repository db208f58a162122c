//! The elements of OASIS EDXL-RM 1.0 that are used.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::{DeploymentId, IncidentId, MessageId};
use crate::incidents::deployments::CostBasis;
use crate::incidents::thread::model::Verb;

/// All messages of a deployment.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceMessages {
    /// The deployment.
    #[serde(rename = "OrderID")]
    pub order: DeploymentId,
    /// Oldest first.
    pub resource_message: Vec<ResourceMessage>,
}

/// A message.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceMessage {
    /// Its id.
    #[serde(rename = "MessageID")]
    pub id: MessageId,
    /// With the offset of Berlin.
    pub sent_date_time: String,
    /// Its type.
    pub message_content_type: Verb,
    /// What it says in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_description: Option<String>,
    /// The first message.
    #[serde(rename = "OriginatingMessageID")]
    pub originating: MessageId,
    /// The message it follows or answers.
    #[serde(rename = "PrecedingMessageID", skip_serializing_if = "Option::is_none")]
    pub preceding: Option<MessageId>,
    /// The incident, for who may know which it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub incident_information: Vec<IncidentInformation>,
    /// Which message it takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_recall: Option<MessageRecall>,
    /// On which basis it is paid.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
    /// Roles and organisations.
    pub contact_information: Vec<ContactInformation>,
    /// Who helps, and when.
    pub resource_information: Vec<ResourceInformation>,
}

/// The incident, and that it is a drill.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct IncidentInformation {
    /// Its id.
    #[serde(rename = "IncidentID")]
    pub id: IncidentId,
    /// That it is a drill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident_description: Option<&'static str>,
}

/// What becomes of an earlier message.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct MessageRecall {
    /// Which.
    #[serde(rename = "RecalledMessageID")]
    pub message: MessageId,
    /// How.
    pub recall_type: RecallType,
}

/// Brought up to date, or taken back.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub enum RecallType {
    /// Brought up to date.
    Update,
    /// Taken back.
    Cancel,
}

/// On which basis it is paid.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct Funding {
    /// Free, extra costs, or the agreed rate.
    pub funding_info: CostBasis,
}

/// Whose word it is, or an organisation in its role.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct ContactInformation {
    /// The side that speaks, or the name of an organisation.
    pub contact_description: String,
    /// Its role.
    pub contact_role: ContactRole,
}

/// As what somebody is named.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub enum ContactRole {
    /// Whose word it is.
    Sender,
    /// Who is helped.
    Requester,
    /// Who sends them.
    RespondingOrg,
}

/// Who helps, as what and when.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceInformation {
    /// Which resource of the message.
    #[serde(rename = "ResourceInfoElementID")]
    pub element: &'static str,
    /// Yes or no, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_information: Option<ResponseInformation>,
    /// Who.
    pub resource: Resource,
    /// What for.
    pub assignment_information: AssignmentInformation,
    /// When.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schedule_information: Vec<ScheduleInformation>,
}

/// Yes or no.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct ResponseInformation {
    /// Which resource of the message.
    #[serde(rename = "PrecedingResourceInfoElementID")]
    pub element: &'static str,
    /// Yes, no, or yes if somebody else says yes too.
    pub response_type: ResponseType,
}

/// Which.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub enum ResponseType {
    /// Yes.
    Accept,
    /// No.
    Decline,
    /// Yes, if somebody else says yes too.
    Provisional,
}

/// Who helps, by the public name.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct Resource {
    /// The public name.
    #[serde(rename = "ResourceID", skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// What the need is called.
    pub name: String,
    /// A person or a capacity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_structure: Option<&'static str>,
    /// Skills that are needed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keyword: Vec<String>,
}

/// What they are to do.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct AssignmentInformation {
    /// How many.
    pub quantity: u16,
    /// The role, or what the need is called.
    pub anticipated_function: String,
    /// The deployment.
    #[serde(rename = "OrderID")]
    pub order: DeploymentId,
}

/// What is to happen when.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct ScheduleInformation {
    /// What.
    pub schedule_type: &'static str,
    /// When, with an offset.
    pub date_time: String,
}
