//! What somebody who is rung presses.

use strum::IntoStaticStr;
use uuid::Uuid;

use super::answer::{Given, held, record, take};
use super::steer::finish;
use super::{ALERT, Desk, RequestError};
use crate::db::Actor;
use crate::ids::AlertId;
use crate::incidents::requests::model::pressed;
use crate::incidents::requests::store;
use crate::notifications::{Reported, take_key};

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
enum Press {
    /// It is the answer.
    Taken,
    /// It says nothing, here or at all.
    Unknown,
    /// A key of this call was taken before: reported twice, or another one.
    Again,
    /// It was answered before, or is asked no more.
    TooLate,
}

/// Takes a key as the answer to what the call asked: the first one that says something counts, once a call, and only
/// while the question is open. It is taken back by the link, as any other answer.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn press(
    desk: &Desk,
    reported: &Reported,
) -> Result<(), RequestError> {
    let Some(key) = reported.key.as_deref() else {
        return Ok(());
    };
    let press = if reported.purpose == ALERT {
        answer(desk, (AlertId(reported.subject), reported.reference), key).await?
    } else {
        Press::Unknown
    };
    metrics::counter!("kataster_pressed_keys_total", "outcome" => <&str>::from(press)).increment(1);
    Ok(())
}

async fn answer(
    desk: &Desk,
    (id, reference): (AlertId, Uuid),
    key: &str,
) -> Result<Press, RequestError> {
    let mut txn = desk.db.begin().await?;
    let alert = match held(&txn, id).await {
        Ok(alert) => alert,
        // What is known of a call may be kept longer than its question.
        Err(RequestError::NotFound) => return Ok(Press::Unknown),
        Err(error) => return Err(error),
    };
    let request = store::by_id(txn.connection(), alert.request).await?;
    let request = request.ok_or(RequestError::NotFound)?;
    let needs = store::needs_of(txn.connection(), request.id).await?;
    let need = needs.into_iter().find(|need| need.id == alert.need);
    let kind = need.and_then(|need| pressed(&need.wanted, key));
    let Some(kind) = kind else {
        return Ok(Press::Unknown);
    };
    if !take_key(&txn, reference).await? {
        return Ok(Press::Again);
    }
    let given = Given {
        kind,
        from: None,
        // The call says that the key confirms it.
        is_rested: true,
    };
    match take(&mut txn, (&request, &alert), (given, Actor::Service)).await {
        Ok(()) => {
            finish(txn, desk, request.id).await?;
            Ok(Press::Taken)
        }
        Err(error) if is_late(&error) => {
            record(&mut txn, Actor::Service, ("alert.key_ignored", id));
            txn.commit().await?;
            Ok(Press::TooLate)
        }
        Err(error) => Err(error),
    }
}

fn is_late(error: &RequestError) -> bool {
    match error {
        RequestError::Answered
        | RequestError::Expired
        | RequestError::Over
        | RequestError::Invalid(_) => true,
        RequestError::NotFound
        | RequestError::Unverified
        | RequestError::CannotUndo
        | RequestError::KeyReused
        | RequestError::MovedOn
        | RequestError::Reached
        | RequestError::NotReady
        | RequestError::Storage(_) => false,
    }
}
