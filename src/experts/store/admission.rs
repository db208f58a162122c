//! Rows of admissions: which case began or ended each, so that it can be taken back.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::row;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::expert_admission::{Column, Entity};
use crate::experts::model::Admission;
use crate::ids::{ExpertId, VettingCaseId};

/// Admits an entry; a capacity without a case.
///
/// # Errors
/// The database failed.
pub async fn admit(
    txn: &Txn,
    id: ExpertId,
    admission: &Admission,
    case: Option<VettingCaseId>,
) -> Result<(), DbErr> {
    let mut row = row::admission(id, admission, txn.now());
    row.case_id = case;
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Ends the admission that a case began.
///
/// # Errors
/// The database failed.
pub async fn take_admissions_back(txn: &Txn, case: VettingCaseId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .filter(Column::CaseId.eq(case))
        .filter(Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Ends all admissions of an entry.
///
/// # Errors
/// The database failed.
pub async fn revoke_admissions(txn: &Txn, id: ExpertId, case: VettingCaseId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .col_expr(Column::RevokedBy, Expr::value(case))
        .filter(Column::ExpertId.eq(id))
        .filter(Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Lets the admissions that a case ended hold again.
///
/// # Errors
/// The database failed.
pub async fn restore_admissions(txn: &Txn, case: VettingCaseId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(Option::<Instant>::None))
        .col_expr(
            Column::RevokedBy,
            Expr::value(Option::<VettingCaseId>::None),
        )
        .filter(Column::RevokedBy.eq(case))
        .exec(txn.connection())
        .await?;
    Ok(())
}
