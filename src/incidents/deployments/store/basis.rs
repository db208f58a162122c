//! On which basis a deployment stands.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::deployment::{Column, Entity, Model};
use crate::ids::{DeploymentId, OrganisationId};
use crate::incidents::deployments::model::Deployment;
use crate::incidents::legal::{self, Basis, LegalBasis, PersonnelForm};
use crate::organisations;

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

/// Deployments of rows. What was chosen counts as open once the forms of today, or the matrix, no longer allow it: every
/// deployment is read here, so that orders, costs, threads, lists and reminders all follow.
pub(super) async fn read<C: ConnectionTrait>(
    db: &C,
    rows: Vec<Model>,
) -> Result<Vec<Deployment>, StorageError> {
    let found: Result<Vec<_>, _> = rows.into_iter().map(super::deployment).collect();
    let mut found = found?;
    let chosen = found.iter().filter(|one| one.basis.is_some());
    let sides = chosen.flat_map(|one| [one.employer, one.requester]);
    let mut sides: Vec<OrganisationId> = sides.collect();
    if sides.is_empty() {
        return Ok(found);
    }
    sides.sort_unstable();
    sides.dedup();
    let matrix = legal::matrix(db).await?;
    let houses = organisations::by_ids(db, &sides).await?;
    let form = |id| {
        let house = houses.iter().find(|house| house.id == id);
        house.map(|house| house.legal_form)
    };
    for one in &mut found {
        let forms = form(one.employer).zip(form(one.requester));
        let holds = |basis: &Basis| forms.is_some_and(|forms| basis.holds(&matrix, forms));
        one.basis = one.basis.take().filter(holds);
    }
    Ok(found)
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
