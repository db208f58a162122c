//! An entry that is to meet a need, from its yes to the end.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{AlertId, DeploymentId, ExpertId, IncidentId, NeedId, OrganisationId, RequestId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeploymentId,
    pub request_id: RequestId,
    pub need_id: NeedId,
    pub alert_id: AlertId,
    pub incident_id: IncidentId,
    pub expert_id: ExpertId,
    pub employer_id: OrganisationId,
    pub requester_id: OrganisationId,
    pub state: String,
    pub is_first_call: bool,
    pub mode: String,
    pub from_at: Instant,
    pub until_at: Instant,
    pub made_at: Instant,
    pub due_at: Instant,
    pub released_at: Option<Instant>,
    pub released_by: Option<String>,
    pub accepted_at: Option<Instant>,
    pub accepted_by: Option<String>,
    pub started_at: Option<Instant>,
    pub started_by: Option<String>,
    pub ended_at: Option<Instant>,
    pub ended_by: Option<String>,
    pub ended_as: Option<String>,
    pub successor_id: Option<RequestId>,
    pub legal_basis: Option<String>,
    pub personnel_form: Option<String>,
    pub basis_at: Option<Instant>,
    pub basis_by: Option<String>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
