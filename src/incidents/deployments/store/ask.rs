//! Queries of what managers are asked.

use std::collections::HashSet;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::db::Txn;
use crate::entity::release_ask::{Column, Entity, Model};
use crate::ids::{AccountId, DeploymentId};

/// A question to one manager.
#[derive(Clone, Copy, Debug)]
pub(in crate::incidents::deployments) struct ReleaseAsk {
    pub(in crate::incidents::deployments) id: Uuid,
    pub(in crate::incidents::deployments) deployment: DeploymentId,
    pub(in crate::incidents::deployments) account: AccountId,
}

pub(in crate::incidents::deployments) async fn insert_ask(
    txn: &Txn,
    ask: ReleaseAsk,
    token_hash: Vec<u8>,
) -> Result<(), DbErr> {
    let row = Model {
        id: ask.id,
        deployment_id: ask.deployment,
        account_id: ask.account,
        token_hash,
        made_at: txn.now(),
        sent_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(in crate::incidents::deployments) async fn ask<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Result<Option<ReleaseAsk>, DbErr> {
    let row = Entity::find_by_id(id).one(db).await?;
    Ok(row.as_ref().map(read_ask))
}

/// Those of these that somebody was asked to release.
pub(in crate::incidents::deployments) async fn asked_among<C: ConnectionTrait>(
    db: &C,
    deployments: &[DeploymentId],
) -> Result<HashSet<DeploymentId>, DbErr> {
    let asked: Vec<DeploymentId> = Entity::find()
        .select_only()
        .column(Column::DeploymentId)
        .filter(Column::DeploymentId.is_in(deployments.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(asked.into_iter().collect())
}

pub(in crate::incidents::deployments) async fn ask_of_token<C: ConnectionTrait>(
    db: &C,
    hash: &[u8],
) -> Result<Option<ReleaseAsk>, DbErr> {
    let row = Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .one(db)
        .await?;
    Ok(row.as_ref().map(read_ask))
}

pub(in crate::incidents::deployments) async fn ask_sent(txn: &Txn, id: Uuid) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::SentAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn read_ask(row: &Model) -> ReleaseAsk {
    ReleaseAsk {
        id: row.id,
        deployment: row.deployment_id,
        account: row.account_id,
    }
}
