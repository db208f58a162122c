//! A body: provider, municipality, association, authority, company.

use sea_orm::entity::prelude::*;

use crate::clock::Instant;
use crate::ids::OrganisationId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    pub kind: String,
    pub name: String,
    pub name_lookup: String,
    pub legal_form: String,
    pub ags: String,
    pub seat_of: Option<String>,
    pub member_from: Option<Instant>,
    pub member_until: Option<Instant>,
    pub nis2_status: String,
    pub yearly_person_days: Option<i32>,
    pub participation: String,
    pub participation_since: Instant,
    pub personal_response_history: bool,
    pub duty_phone: Option<String>,
    pub created_at: Instant,
    pub version: i32,
    pub accident_insurer: Option<String>,
    pub liability_insurer: Option<String>,
    pub privacy_phone: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
