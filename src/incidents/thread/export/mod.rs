//! A thread in the element names of OASIS EDXL-RM 1.0, as `docs/edxl-rm.schema.json` describes it: roles and
//! organisations, never a person's name or number.

mod elements;

use self::elements::{
    AssignmentInformation, ContactInformation, ContactRole, Funding, IncidentInformation,
    MessageRecall, RecallType, Resource, ResourceInformation, ResourceMessage, ResponseInformation,
    ResponseType, ScheduleInformation,
};
pub use elements::ResourceMessages;

use super::model::{Message, MessageResponse, MessageSide, RecallKind, ScheduleEntry};
use crate::experts::EntryKind;
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::deployments::CostBasis;

/// The number of the one resource a deployment is about, in each of its messages.
const ONLY_RESOURCE: &str = "1";

/// What all messages of a deployment have in common, as far as whoever asks may know it.
#[derive(Clone, Debug)]
pub struct About {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The incident, and whether it is a drill; none for who may not know of the town.
    pub incident: Option<(IncidentId, bool)>,
    /// The town likewise.
    pub town: Option<String>,
    /// Who sends them; none where that would point at one of few people.
    pub employer: Option<String>,
    /// On which basis it is paid.
    pub cost: Option<CostBasis>,
    /// The public name; none once the entry was erased.
    pub alias: Option<String>,
    /// A person or a capacity.
    pub kind: Option<EntryKind>,
    /// What the need is called.
    pub task: String,
    /// What it takes.
    pub skills: Vec<String>,
    /// The role they are asked for; the task where none is.
    pub function: Option<String>,
}

impl ResourceMessages {
    /// Messages with what each says in words.
    pub fn new(
        about: &About,
        messages: impl IntoIterator<Item = (Message, Option<String>)>,
    ) -> Self {
        let messages = messages.into_iter();
        Self {
            order: about.deployment,
            resource_message: messages.map(|said| about.message(said)).collect(),
        }
    }
}

impl About {
    fn message(&self, (message, text): (Message, Option<String>)) -> ResourceMessage {
        let Message {
            id,
            deployment: _,
            position: _,
            sent_at,
            verb,
            originating,
            preceding,
            side,
            recall,
            response,
            schedule,
        } = message;
        ResourceMessage {
            id,
            sent_date_time: sent_at.with_offset(),
            message_content_type: verb,
            message_description: text,
            originating,
            preceding,
            incident_information: self.incident_information(),
            message_recall: recall.map(|recall| MessageRecall {
                message: recall.message,
                recall_type: match recall.kind {
                    RecallKind::Update => RecallType::Update,
                    RecallKind::Cancel => RecallType::Cancel,
                },
            }),
            funding: self
                .cost
                .map(|funding_info| Funding { funding_info })
                .into_iter()
                .collect(),
            contact_information: self.contacts(side),
            resource_information: vec![self.resource(response, &schedule)],
        }
    }

    fn incident_information(&self) -> Vec<IncidentInformation> {
        let known = self.incident.into_iter();
        let known = known.map(|(id, is_drill)| IncidentInformation {
            id,
            incident_description: is_drill.then_some("ÜBUNG ÜBUNG ÜBUNG"),
        });
        known.collect()
    }

    /// Whose word it is, and both organisations as far as they are known.
    fn contacts(&self, side: MessageSide) -> Vec<ContactInformation> {
        let contact = |contact_role, contact_description| ContactInformation {
            contact_description,
            contact_role,
        };
        let sender = contact(ContactRole::Sender, <&str>::from(side).to_owned());
        let town = self.town.clone();
        let town = town.map(|name| contact(ContactRole::Requester, name));
        let employer = self.employer.clone();
        let employer = employer.map(|name| contact(ContactRole::RespondingOrg, name));
        [Some(sender), town, employer]
            .into_iter()
            .flatten()
            .collect()
    }

    fn resource(
        &self,
        response: Option<MessageResponse>,
        schedule: &[ScheduleEntry],
    ) -> ResourceInformation {
        let function = self.function.as_ref().unwrap_or(&self.task);
        ResourceInformation {
            element: ONLY_RESOURCE,
            response_information: response.map(|response| ResponseInformation {
                element: ONLY_RESOURCE,
                response_type: response_type(response),
            }),
            resource: Resource {
                alias: self.alias.clone(),
                name: self.task.clone(),
                type_structure: self.kind.map(|kind| match kind {
                    EntryKind::Person => "person",
                    EntryKind::Capacity => "capacity",
                }),
                keyword: self.skills.clone(),
            },
            assignment_information: AssignmentInformation {
                quantity: 1,
                anticipated_function: function.clone(),
                order: self.deployment,
            },
            schedule_information: schedule.iter().copied().map(scheduled).collect(),
        }
    }
}

const fn response_type(response: MessageResponse) -> ResponseType {
    match response {
        MessageResponse::Accept => ResponseType::Accept,
        MessageResponse::Decline => ResponseType::Decline,
        MessageResponse::Provisional => ResponseType::Provisional,
    }
}

fn scheduled(entry: ScheduleEntry) -> ScheduleInformation {
    ScheduleInformation {
        schedule_type: entry.kind.into(),
        date_time: entry.at.with_offset(),
    }
}
