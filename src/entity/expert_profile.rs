//! What a masked entry shows.

use sea_orm::entity::prelude::*;

use crate::ids::ExpertId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expert_profiles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub expert_id: ExpertId,
    pub headline_de: String,
    pub headline_en: String,
    pub text_de: String,
    pub text_en: String,
    pub base_ags: String,
    pub radius_km: i32,
    pub mode: String,
    pub max_days: i32,
    pub clearance: i32,
    pub clearance_until: Option<Date>,
    pub clearance_office: Option<String>,
    pub notice_hours: i32,
    pub night_alerts: bool,
}

impl ActiveModelBehavior for ActiveModel {}
