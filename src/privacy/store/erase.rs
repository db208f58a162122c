//! Deleting and blanking the rows of a person.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::hold::employers;
use super::rows::belongs;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::{
    account, alert, data_key, erasure, expert, expert_admission, expert_consent, expert_release,
    import, job, role_grant, vetting_assessment, vetting_case,
};
use crate::experts;
use crate::ids::{AccountId, OrganisationId};
use crate::privacy::Person;
use crate::privacy::classes::{Erased, classes};
use crate::privacy::erasure::Tombstone;
use crate::vetting::CaseState;

/// Erases a person who is held. What is to be deleted the classes say; what stays under the pseudonym is blanked here.
pub(in crate::privacy) async fn erase(txn: &Txn, person: &Person) -> Result<(), StorageError> {
    forget_reminders(txn, person).await?;
    forget_imports(txn, (person, employers(txn, person).await?)).await?;
    for table in classes().filter(|table| table.erased == Erased::Deleted) {
        for whose in table.whose {
            let mut delete = Query::delete();
            delete
                .from_table(table.name)
                .and_where(belongs(*whose, person));
            txn.connection().execute(&delete).await?;
        }
    }
    if let Some(account) = person.account {
        blank_account(txn, account).await?;
    }
    blank_entries(txn, person).await?;
    blank_answers(txn, person).await?;
    Ok(blank_cases(txn, person).await?)
}

/// What the person answered, and by which way they were asked.
async fn blank_answers(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    use alert::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Answer, Expr::value(Option::<String>::None))
        .col_expr(Column::AnswerFrom, Expr::value(Option::<Instant>::None))
        .col_expr(Column::AnsweredAt, Expr::value(Option::<Instant>::None))
        .col_expr(Column::Channel, Expr::value(Option::<String>::None))
        .filter(Column::ExpertId.is_in(person.entries.iter().copied()))
        .exec(txn.connection())
        .await?;
    Ok(())
}

async fn blank_account(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    use account::{Column, Entity};
    // Unique as the column asks for, and no hash of any address.
    let nobody = [id.0.as_bytes().as_slice(), id.0.as_bytes()].concat();
    Entity::update_many()
        .col_expr(Column::EmailLookup, Expr::value(nobody))
        .col_expr(Column::SealedEmail, Expr::value(Vec::<u8>::new()))
        .col_expr(Column::PasswordHash, Expr::value(Option::<String>::None))
        .col_expr(Column::ClosedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::RevokedAt, Expr::value(txn.now()))
        .filter(role_grant::Column::AccountId.eq(id))
        .filter(
            Condition::any()
                .add(role_grant::Column::RevokedAt.is_null())
                .add(role_grant::Column::RevokedAt.gt(txn.now())),
        )
        .exec(txn.connection())
        .await?;
    Ok(())
}

async fn blank_entries(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    use expert::{Column, Entity};
    let now = txn.now();
    let entries = || person.entries.iter().copied();
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(Option::<Uuid>::None))
        .col_expr(Column::ClosedAt, Expr::value(now))
        .col_expr(Column::ErasedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.is_in(entries()))
        .exec(txn.connection())
        .await?;
    for entry in entries() {
        experts::withdraw_consents(txn, entry, None).await?;
    }
    expert_admission::Entity::update_many()
        .col_expr(expert_admission::Column::RevokedAt, Expr::value(now))
        .filter(expert_admission::Column::ExpertId.is_in(entries()))
        .filter(expert_admission::Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    expert_release::Entity::update_many()
        .col_expr(expert_release::Column::WithdrawnAt, Expr::value(now))
        .filter(expert_release::Column::ExpertId.is_in(entries()))
        .filter(expert_release::Column::WithdrawnAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Reasons and grounds may name the person; open cases end.
async fn blank_cases(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    vetting_assessment::Entity::update_many()
        .col_expr(vetting_assessment::Column::Reason, Expr::value(""))
        .filter(vetting_assessment::Column::CaseId.is_in(person.cases.iter().copied()))
        .exec(txn.connection())
        .await?;
    vetting_case::Entity::update_many()
        .col_expr(
            vetting_case::Column::Grounds,
            Expr::value(Option::<String>::None),
        )
        .filter(vetting_case::Column::Id.is_in(person.cases.iter().copied()))
        .exec(txn.connection())
        .await?;
    vetting_case::Entity::update_many()
        .col_expr(
            vetting_case::Column::State,
            Expr::value(<&str>::from(CaseState::Withdrawn)),
        )
        .filter(vetting_case::Column::Id.is_in(person.cases.iter().copied()))
        .filter(vetting_case::Column::State.eq(<&str>::from(CaseState::Open)))
        .exec(txn.connection())
        .await?;
    Ok(())
}

async fn forget_reminders(txn: &Txn, person: &Person) -> Result<(), DbErr> {
    let consents: Vec<Uuid> = expert_consent::Entity::find()
        .select_only()
        .column(expert_consent::Column::Id)
        .filter(expert_consent::Column::ExpertId.is_in(person.entries.iter().copied()))
        .into_tuple()
        .all(txn.connection())
        .await?;
    job::Entity::delete_many()
        .filter(job::Column::Subject.is_in(consents))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// A file the employer brought in, and what it would be taken back to, may name the person: within a day nobody knows
/// any more, and until then nobody may open it.
async fn forget_imports(
    txn: &Txn,
    (person, employers): (&Person, Vec<OrganisationId>),
) -> Result<(), DbErr> {
    let db = txn.connection();
    let files: Vec<Uuid> = import::Entity::find()
        .select_only()
        .column(import::Column::Id)
        .filter(import::Column::OrganisationId.is_in(employers))
        .into_tuple()
        .all(db)
        .await?;
    data_key::Entity::delete_many()
        .filter(data_key::Column::Id.is_in(files.iter().copied()))
        .exec(db)
        .await?;
    import::Entity::delete_many()
        .filter(import::Column::Id.is_in(files))
        .exec(db)
        .await?;
    import::Entity::update_many()
        .col_expr(
            import::Column::AccountId,
            Expr::value(Option::<AccountId>::None),
        )
        .filter(import::Column::AccountId.is_in(person.account))
        .exec(db)
        .await?;
    Ok(())
}

/// Notes who was erased; `false` when that is noted already.
pub(in crate::privacy) async fn bury(txn: &Txn, tombstone: Tombstone) -> Result<bool, DbErr> {
    let row = erasure::Model {
        person: tombstone.uuid(),
        kind: tombstone.kind().to_owned(),
        erased_at: txn.now(),
    };
    let known = sea_orm::sea_query::OnConflict::column(erasure::Column::Person)
        .do_nothing()
        .to_owned();
    let inserted = erasure::Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Whom the database knows to be erased, with when.
pub(in crate::privacy) async fn buried<C: ConnectionTrait>(
    db: &C,
) -> Result<Vec<(Tombstone, Instant)>, DbErr> {
    let rows = erasure::Entity::find().all(db).await?;
    let known = rows
        .into_iter()
        .filter_map(|row| Some((Tombstone::from_parts(&row.kind, row.person)?, row.erased_at)));
    Ok(known.collect())
}

/// Whether one of the person's cases is open, and whether the person assessed a case that is.
pub(in crate::privacy) async fn open_vetting<C: ConnectionTrait>(
    db: &C,
    person: &Person,
) -> Result<(bool, bool), DbErr> {
    let is_open = |ids: Vec<crate::ids::VettingCaseId>| {
        vetting_case::Entity::find()
            .filter(vetting_case::Column::Id.is_in(ids))
            .filter(vetting_case::Column::State.eq(<&str>::from(CaseState::Open)))
            .one(db)
    };
    let own = is_open(person.cases.clone()).await?.is_some();
    let assessed = vetting_assessment::Entity::find()
        .filter(vetting_assessment::Column::VetterId.is_in(person.account))
        .all(db)
        .await?;
    let assessed = assessed.into_iter().map(|row| row.case_id).collect();
    Ok((own, is_open(assessed).await?.is_some()))
}
