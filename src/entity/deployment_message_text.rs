//! What a message of a deployment says in words.

use sea_orm::entity::prelude::*;

use crate::ids::{IncidentId, MessageId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_message_texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub message_id: MessageId,
    pub incident_id: IncidentId,
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
