//! That a town is to be reminded of a report the law asks for, or was.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::IncidentId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "clock_reminders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub incident_id: IncidentId,
    pub clock: String,
    pub stage: String,
    pub due_at: Instant,
    pub remind_at: Instant,
    pub reminded_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}
