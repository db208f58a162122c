//! On which basis a deployment stands.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::deployment::{Column, Entity, Model};
use crate::ids::DeploymentId;
use crate::incidents::legal::{Basis, LegalBasis, PersonnelForm};

/// Keeps what was chosen, or that it is open again.
pub(in crate::incidents) async fn set_basis(
    txn: &Txn,
    id: DeploymentId,
    (chosen, by): (Option<(LegalBasis, PersonnelForm)>, &str),
) -> Result<(), DbErr> {
    let basis = chosen.map(|(basis, _)| <&str>::from(basis));
    let form = chosen.map(|(_, form)| <&str>::from(form));
    let at: Option<Instant> = chosen.map(|_| txn.now());
    Entity::update_many()
        .col_expr(Column::LegalBasis, Expr::value(basis))
        .col_expr(Column::PersonnelForm, Expr::value(form))
        .col_expr(Column::BasisAt, Expr::value(at))
        .col_expr(Column::BasisBy, Expr::value(chosen.map(|_| by)))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// What was chosen, as the row says.
pub(super) fn of_row(row: &Model) -> Result<Option<Basis>, StorageError> {
    let (Some(basis), Some(form)) = (&row.legal_basis, &row.personnel_form) else {
        return Ok(None);
    };
    let (Some(at), Some(by)) = (row.basis_at, &row.basis_by) else {
        return Ok(None);
    };
    let basis = basis.parse();
    let form = form.parse();
    Ok(Some(Basis {
        basis: basis.map_err(|_| StorageError::Corrupt("deployments.legal_basis"))?,
        form: form.map_err(|_| StorageError::Corrupt("deployments.personnel_form"))?,
        at,
        by: by.clone(),
    }))
}
