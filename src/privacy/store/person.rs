//! Which account and entries are one person.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::{account, expert, vetting_case};
use crate::experts::EntryKind;
use crate::ids::{AccountId, ExpertId};
use crate::privacy::Person;

/// The person who signs in with an account; none when there is no such account.
pub(in crate::privacy) async fn of_account<C: ConnectionTrait>(
    db: &C,
    id: AccountId,
) -> Result<Option<Person>, DbErr> {
    if account::Entity::find_by_id(id).one(db).await?.is_none() {
        return Ok(None);
    }
    let entries = expert::Entity::find()
        .filter(expert::Column::AccountId.eq(id))
        .order_by_asc(expert::Column::Id)
        .all(db)
        .await?;
    let entries = entries.into_iter().map(|row| row.id).collect();
    with_cases(db, Some(id), entries).await.map(Some)
}

/// The person of an entry, with the account it is tied to; none for a capacity, which is no person.
pub(in crate::privacy) async fn of_entry<C: ConnectionTrait>(
    db: &C,
    id: ExpertId,
) -> Result<Option<Person>, DbErr> {
    let found = expert::Entity::find_by_id(id)
        .filter(expert::Column::Kind.eq(<&str>::from(EntryKind::Person)))
        .one(db)
        .await?;
    match found {
        None => Ok(None),
        Some(row) => match row.account_id {
            Some(account) => of_account(db, account).await,
            None => with_cases(db, None, vec![id]).await.map(Some),
        },
    }
}

async fn with_cases<C: ConnectionTrait>(
    db: &C,
    account: Option<AccountId>,
    entries: Vec<ExpertId>,
) -> Result<Person, DbErr> {
    let cases = vetting_case::Entity::find()
        .filter(vetting_case::Column::ExpertId.is_in(entries.iter().copied()))
        .all(db)
        .await?;
    Ok(Person {
        account,
        entries,
        cases: cases.into_iter().map(|row| row.id).collect(),
    })
}
