//! Changing what is known of an incident.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

use super::row::{list_text, name, yes_or_no};
use crate::db::{StorageError, Txn};
use crate::entity::incident::{Column, Entity};
use crate::incidents::model::{Handling, Incident, IncidentState};

/// Keeps what is known of an incident; `false` when somebody changed it since it was read, or it is over.
pub(in crate::incidents) async fn update(
    txn: &Txn,
    incident: &Incident,
) -> Result<bool, StorageError> {
    let Handling {
        tlp,
        readers,
        is_under_investigation,
        personal_data,
        breach_known_at,
    } = incident.handling;
    let severity = incident.severity.map(i32::from);
    let systems = list_text(&incident.systems, "incidents.systems")?;
    let services = list_text(&incident.services, "incidents.services")?;
    let doubts = list_text(&incident.doubts, "incidents.doubts")?;
    let result = Entity::update_many()
        .col_expr(Column::Phase, Expr::value(name(incident.phase)))
        .col_expr(Column::Severity, Expr::value(severity))
        .col_expr(Column::Systems, Expr::value(systems))
        .col_expr(Column::Services, Expr::value(services))
        .col_expr(Column::Doubts, Expr::value(doubts))
        .col_expr(Column::Tlp, Expr::value(name(tlp)))
        .col_expr(Column::LandLiaison, Expr::value(readers.land))
        .col_expr(
            Column::HomeProvider,
            Expr::value(yes_or_no(readers.provider)),
        )
        .col_expr(
            Column::InvestigationHold,
            Expr::value(is_under_investigation),
        )
        .col_expr(Column::PersonalData, Expr::value(name(personal_data)))
        .col_expr(Column::BreachKnownAt, Expr::value(breach_known_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(incident.id))
        .filter(Column::Version.eq(incident.version))
        .filter(Column::State.ne(name(IncidentState::Closed)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
