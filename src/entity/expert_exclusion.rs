//! An organisation an expert must not be matched with.

use sea_orm::entity::prelude::*;

use crate::ids::{ExpertId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_exclusions")]
pub struct Model {
    pub expert_id: ExpertId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: OrganisationId,
    pub reason: String,
}

impl ActiveModelBehavior for ActiveModel {}
