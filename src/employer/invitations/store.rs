//! Queries of invitations.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use super::model::Invitation;
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::invitation::{Column, Entity, Model};
use crate::ids::{AccountId, ExpertId, InvitationId, OrganisationId};
use crate::sealed;
use crate::sealing::{Keyring, Place};

/// An invitation about to be stored.
#[derive(Debug)]
pub(super) struct NewInvitation<'a> {
    pub(super) invitation: Invitation,
    pub(super) email: &'a str,
    pub(super) lookup: Vec<u8>,
    pub(super) token_hash: Vec<u8>,
    pub(super) by: AccountId,
}

fn place(id: InvitationId) -> Place {
    Place {
        table: "invitations",
        column: "sealed_email",
        id: id.0,
    }
}

pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    new: NewInvitation<'_>,
) -> Result<(), StorageError> {
    let NewInvitation {
        invitation,
        email,
        lookup,
        token_hash,
        by,
    } = new;
    let id = invitation.id;
    let row = Model {
        id,
        organisation_id: invitation.organisation,
        expert_id: invitation.expert,
        email_lookup: Some(lookup),
        sealed_email: Some(sealed::seal(txn, ring, place(id), &email).await?),
        token_hash,
        sends: invitation.sends,
        invited_by: by,
        created_at: txn.now(),
        sent_at: invitation.sent_at,
        expires_at: invitation.expires_at,
        ended_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// The invitations of an organisation that nobody took or withdrew, the newest first.
pub(super) async fn open_of<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::Id)
        .all(db)
        .await
}

/// One of them, if the scope covers it.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    id: InvitationId,
) -> Result<Option<Invitation>, DbErr> {
    let found = by_id(db, id).await?;
    let found = found.filter(|row| scope.covers(row.organisation_id));
    Ok(found.map(|row| model(&row)))
}

pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: InvitationId,
) -> Result<Option<Model>, DbErr> {
    let open = Entity::find_by_id(id).filter(Column::EndedAt.is_null());
    open.one(db).await
}

/// The invitation with this token, if it can be taken at an instant.
pub(super) async fn by_token<C: ConnectionTrait>(
    db: &C,
    hash: Vec<u8>,
    now: Instant,
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await
}

/// The mail address of an invitation; none once it ended.
pub(super) async fn email<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    row: &Model,
) -> Result<Option<String>, StorageError> {
    match &row.sealed_email {
        Some(sealed) => sealed::open(db, ring, (place(row.id), sealed)).await,
        None => Ok(None),
    }
}

/// How often invitations of an organisation were sent since an instant; whoever calls it holds the organisation.
pub(super) async fn sent_since(
    txn: &Txn,
    organisation: OrganisationId,
    since: Instant,
) -> Result<i64, DbErr> {
    let rows = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::SentAt.gt(since))
        .all(txn.connection())
        .await?;
    Ok(rows.iter().map(|row| i64::from(row.sends)).sum())
}

/// Notes that it is sent once more, under another token.
pub(super) async fn send_again(
    txn: &Txn,
    invitation: &Invitation,
    (token_hash, expires_at): (Vec<u8>, Instant),
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::Sends, Expr::value(invitation.sends + 1))
        .col_expr(Column::TokenHash, Expr::value(token_hash))
        .col_expr(Column::SentAt, Expr::value(txn.now()))
        .col_expr(Column::ExpiresAt, Expr::value(expires_at))
        .filter(Column::Id.eq(invitation.id))
        .filter(Column::Sends.eq(invitation.sends))
        .filter(Column::EndedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Ends it and forgets the address; `false` when it ended before.
pub(super) async fn end(txn: &Txn, id: InvitationId) -> Result<bool, StorageError> {
    let result = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::EndedAt.is_null())
        .exec(txn.connection())
        .await?;
    forget_address(txn, id).await?;
    Ok(result.rows_affected == 1)
}

async fn forget_address(txn: &Txn, id: InvitationId) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::EmailLookup, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::SealedEmail, Expr::value(Option::<Vec<u8>>::None))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    sealed::forget(txn, id.0).await
}

/// Ends those that nobody took in time.
pub(super) async fn end_expired(txn: &Txn) -> Result<(), StorageError> {
    for id in expired(txn).await? {
        let still = Entity::update_many()
            .col_expr(Column::EndedAt, Expr::value(txn.now()))
            .filter(Column::Id.eq(id))
            .filter(Column::EndedAt.is_null())
            .filter(Column::ExpiresAt.lte(txn.now()))
            .exec(txn.connection())
            .await?;
        // Sent again a moment ago, it lives on.
        if still.rows_affected == 1 {
            forget_address(txn, id).await?;
        }
    }
    Ok(())
}

/// Uses up the invitation of this token, as long as it can be taken; `false` when it cannot any more.
pub(super) async fn use_up(
    txn: &Txn,
    (id, token_hash): (InvitationId, Vec<u8>),
) -> Result<bool, StorageError> {
    let still = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    if still.rows_affected == 0 {
        return Ok(false);
    }
    forget_address(txn, id).await?;
    Ok(true)
}

/// Those nobody took in time.
async fn expired(txn: &Txn) -> Result<Vec<InvitationId>, DbErr> {
    let rows = Entity::find()
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.lte(txn.now()))
        .all(txn.connection())
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Deletes those that ended before an instant.
pub(super) async fn delete_ended(txn: &Txn, before: Instant) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Condition::all().add(Column::EndedAt.lt(before)))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Entries with an invitation that can be taken.
pub(super) async fn invited<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Vec<ExpertId>, DbErr> {
    let open = open_of(db, organisation).await?;
    Ok(open.into_iter().filter_map(|row| row.expert_id).collect())
}

pub(super) fn model(row: &Model) -> Invitation {
    Invitation {
        id: row.id,
        organisation: row.organisation_id,
        expert: row.expert_id,
        sends: row.sends,
        sent_at: row.sent_at,
        expires_at: row.expires_at,
    }
}
