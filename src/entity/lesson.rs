//! What others can learn of an incident.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{IncidentId, LessonId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lessons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LessonId,
    pub incident_id: Option<IncidentId>,
    pub land_group: Option<String>,
    pub tlp: String,
    pub phase: String,
    pub symptom: String,
    pub sealed: Vec<u8>,
    pub state: String,
    pub written_by: String,
    pub written_at: Instant,
    pub shared_by: Option<String>,
    pub shared_at: Option<Instant>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
