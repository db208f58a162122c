//! The rows of a person in any table, by the classes of its columns.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, EntityTrait, QueryResult};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::StorageError;
use crate::entity::deployment;
use crate::ids::DeploymentId;
use crate::privacy::Person;
use crate::privacy::classes::{Class, Column, Shape, Table, Whose};
use crate::sealed;
use crate::sealing::{Keyring, Place};

/// The side of whoever helps, as rows of deployments name it.
const EXPERT: &str = "expert";

/// A row as its person reads it: values by column.
pub(in crate::privacy) type Row = Map<String, Value>;

/// The person's rows in a table that belong to them in this way, in an order of their own.
pub(in crate::privacy) async fn rows<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (table, whose): (&Table, Whose),
    person: &Person,
) -> Result<Vec<Row>, StorageError> {
    let shown: Vec<&Column> = table
        .columns
        .iter()
        .filter(|column| is_shown(column, whose))
        .collect();
    let mut query = Query::select();
    query
        .from(table.name)
        .column(key_of(whose))
        .and_where(belongs(whose, person));
    for column in &shown {
        query.column(column.name);
        if let Shape::Said(own) = column.shape {
            query.columns(["id", "deployment_id"]).columns(own);
        }
    }
    let mut rows = Vec::new();
    for result in db.query_all(&query).await? {
        let mut row = Row::new();
        for column in &shown {
            let value = if let Shape::Said(own) = column.shape {
                said(db, ring, (table, column), (own, &result)).await?
            } else if column.class == Class::Sealed {
                let owner = result.try_get("", key_of(whose))?;
                opened(db, ring, (table, column), (owner, &result)).await?
            } else {
                value(&result, column)?
            };
            row.insert(column.name.to_owned(), value);
        }
        rows.push(row);
    }
    // Rows have no order of their own; a copy must be the same each time.
    rows.sort_by_cached_key(|row| Value::Object(row.clone()).to_string());
    Ok(rows)
}

/// Whether a column is part of what a person reads of rows that belong to them in this way.
fn is_shown(column: &Column, whose: Whose) -> bool {
    let is_own_id = column.name == key_of(whose);
    column.is_copied() && (!column.is_others || is_own_id)
}

pub(super) const fn key_of(whose: Whose) -> &'static str {
    match whose {
        Whose::Account(column)
        | Whose::Entry(column)
        | Whose::Person(column)
        | Whose::Case(column) => column,
    }
}

/// The rows of a person.
pub(super) fn belongs(whose: Whose, person: &Person) -> SimpleExpr {
    let accounts = person.account.iter().map(|id| id.0);
    let entries = person.entries.iter().map(|id| id.0);
    let ids: Vec<Uuid> = match whose {
        Whose::Account(_) => accounts.collect(),
        Whose::Entry(_) => entries.collect(),
        Whose::Person(_) => accounts.chain(entries).collect(),
        Whose::Case(_) => person.cases.iter().map(|id| id.0).collect(),
    };
    Expr::col(key_of(whose)).is_in(ids)
}

fn value(row: &QueryResult, column: &Column) -> Result<Value, StorageError> {
    let name = column.name;
    Ok(match column.shape {
        Shape::Text => json!(row.try_get::<Option<String>>("", name)?),
        Shape::Id(prefix) => {
            let id = row.try_get::<Option<Uuid>>("", name)?;
            json!(id.map(|id| format!("{prefix}_{id}")))
        }
        Shape::Instant => json!(row.try_get::<Option<Instant>>("", name)?),
        Shape::Day => json!(row.try_get::<Option<NaiveDate>>("", name)?),
        Shape::Number => json!(row.try_get::<Option<i32>>("", name)?),
        Shape::Flag => json!(row.try_get::<Option<bool>>("", name)?),
        Shape::Bytes | Shape::File | Shape::Said(_) => Value::Null,
    })
}

/// A sealed value as it was before: an object where it is one, else text.
async fn opened<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (table, column): (&Table, &Column),
    (owner, row): (Uuid, &QueryResult),
) -> Result<Value, StorageError> {
    let bytes: Vec<u8> = row.try_get("", column.name)?;
    let Some(key) = sealed::key(db, ring, owner).await? else {
        return Ok(Value::Null);
    };
    let place = Place {
        table: table.name,
        column: column.name,
        id: owner,
    };
    Ok(read(&key.open(&bytes, place)?))
}

/// What was said of a deployment, as it was before; nothing where others said it, or it was forgotten.
async fn said<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (table, column): (&Table, &Column),
    (own, row): (Option<&str>, &QueryResult),
) -> Result<Value, StorageError> {
    let side = own
        .map(|side| row.try_get::<String>("", side))
        .transpose()?;
    let bytes: Vec<u8> = row.try_get("", column.name)?;
    if side.is_some_and(|side| side != EXPERT) || bytes.is_empty() {
        return Ok(Value::Null);
    }
    let id = DeploymentId(row.try_get("", "deployment_id")?);
    let Some(deployment) = deployment::Entity::find_by_id(id).one(db).await? else {
        return Ok(Value::Null);
    };
    let Some(key) = sealed::key(db, ring, deployment.incident_id.0).await? else {
        return Ok(Value::Null);
    };
    let place = Place {
        table: table.name,
        column: column.name,
        id: row.try_get("", "id")?,
    };
    Ok(read(&key.open(&bytes, place)?))
}

/// An object where it is one, else text.
fn read(plain: &[u8]) -> Value {
    let text = String::from_utf8_lossy(plain);
    let object = serde_json::from_str(&text).ok().filter(Value::is_object);
    object.unwrap_or_else(|| json!(text))
}
