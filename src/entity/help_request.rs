//! A request for help within an incident.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentId, RequestId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "help_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    pub incident_id: IncidentId,
    pub from_at: Instant,
    pub days: i32,
    pub made_by: String,
    pub made_at: Instant,
    pub begun_at: Option<Instant>,
    pub paused_at: Option<Instant>,
    pub filled_at: Option<Instant>,
    pub stood_down_at: Option<Instant>,
    pub stood_down_by: Option<String>,
    pub stood_down_why: Option<String>,
    pub first_yes_counts: bool,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
