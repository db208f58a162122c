//! A Land, Kreis or Gemeinde.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "regions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub ags: String,
    pub ars: Option<String>,
    pub level: String,
    pub name: String,
    pub designation: String,
    pub parent: Option<String>,
    pub lat: f64,
    pub lon: f64,
    pub population: Option<i64>,
    pub pop_est: i64,
    pub successor: Option<String>,
    pub is_approximate: bool,
}

impl ActiveModelBehavior for ActiveModel {}
