//! That a town was shown an expert by its status page.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::{DeploymentId, ExpertId, OrganisationId, RevealId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_reveals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RevealId,
    pub deployment_id: DeploymentId,
    pub expert_id: ExpertId,
    pub organisation_id: OrganisationId,
    pub day: String,
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
