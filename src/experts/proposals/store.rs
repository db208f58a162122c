//! Queries of proposals.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::model::{NewProposal, Proposal, ProposalState};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::term_proposal::{Column, Entity, Model};
use crate::entity::{expert_certification, expert_language, expert_skill};
use crate::ids::{AccountId, ExpertId};

/// What becomes of a proposal.
#[derive(Clone, Copy, Debug)]
pub(super) enum Decision<'a> {
    /// It is this term, or a name of it.
    Term(&'a str),
    /// It is none, for this reason.
    Declined(&'a str),
}

pub(super) async fn insert(
    txn: &Txn,
    (id, expert_id, account_id): (Uuid, ExpertId, AccountId),
    new: &NewProposal,
) -> Result<(), DbErr> {
    let row = Model {
        id,
        expert_id,
        account_id,
        axis: <&str>::from(new.axis).to_owned(),
        word: new.word.trim().to_owned(),
        reason: new.reason.trim().to_owned(),
        created_at: txn.now(),
        state: <&str>::from(ProposalState::Open).to_owned(),
        decided_at: None,
        term: None,
        answer: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

pub(super) async fn open<C: ConnectionTrait>(db: &C) -> Result<Vec<Proposal>, StorageError> {
    let rows = Entity::find()
        .filter(Column::State.eq(<&str>::from(ProposalState::Open)))
        .order_by_asc(Column::CreatedAt)
        .all(db)
        .await?;
    rows.into_iter().map(proposal).collect()
}

pub(super) async fn find_open<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Result<Option<Proposal>, StorageError> {
    let row = Entity::find_by_id(id)
        .filter(Column::State.eq(<&str>::from(ProposalState::Open)))
        .one(db)
        .await?;
    row.map(proposal).transpose()
}

pub(super) async fn of_entry<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
) -> Result<Vec<Proposal>, StorageError> {
    let rows = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .order_by_desc(Column::CreatedAt)
        .all(db)
        .await?;
    rows.into_iter().map(proposal).collect()
}

/// How many proposals of an account wait, and how many it made since.
pub(super) async fn count(
    txn: &Txn,
    account: AccountId,
    since: Instant,
) -> Result<(u64, u64), DbErr> {
    let own = || Entity::find().filter(Column::AccountId.eq(account));
    let open = Column::State.eq(<&str>::from(ProposalState::Open));
    let waiting = own().filter(open).count(txn.connection()).await?;
    let recent = own().filter(Column::CreatedAt.gt(since));
    Ok((waiting, recent.count(txn.connection()).await?))
}

/// Decides a proposal that waits; `false` when none does.
pub(super) async fn decide(txn: &Txn, id: Uuid, decision: Decision<'_>) -> Result<bool, DbErr> {
    let (term, answer) = match decision {
        Decision::Term(term) => (Some(term), None),
        Decision::Declined(answer) => (None, Some(answer)),
    };
    let state = <&str>::from(ProposalState::of(decision));
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::DecidedAt, Expr::value(txn.now()))
        .col_expr(Column::Term, Expr::value(term))
        .col_expr(Column::Answer, Expr::value(answer))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(<&str>::from(ProposalState::Open)))
        .exec(txn.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// How many times entries name a term.
///
/// # Errors
/// The database failed.
pub(super) async fn holders<C: ConnectionTrait>(db: &C, term: &str) -> Result<u64, DbErr> {
    let skills = expert_skill::Entity::find().filter(expert_skill::Column::Term.eq(term));
    let certificates =
        expert_certification::Entity::find().filter(expert_certification::Column::Term.eq(term));
    let languages = expert_language::Entity::find().filter(expert_language::Column::Term.eq(term));
    Ok(skills.count(db).await? + certificates.count(db).await? + languages.count(db).await?)
}

fn proposal(row: Model) -> Result<Proposal, StorageError> {
    Ok(Proposal {
        id: row.id,
        expert: row.expert_id,
        axis: row
            .axis
            .parse()
            .map_err(|_| StorageError::Corrupt("term_proposals.axis"))?,
        word: row.word,
        reason: row.reason,
        created_at: row.created_at,
        state: row
            .state
            .parse()
            .map_err(|_| StorageError::Corrupt("term_proposals.state"))?,
        term: row.term,
        answer: row.answer,
    })
}
