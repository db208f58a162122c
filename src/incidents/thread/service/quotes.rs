//! What help costs is asked and answered.

use super::steps::{begun, say};
use crate::db::{StorageError, Txn};
use crate::incidents::deployments::Deployment;
use crate::incidents::thread::model::{Draft, MessageSide, Verb};

/// Says that a side asks what it costs.
///
/// # Errors
/// It was taken back, or storage failed.
#[expect(dead_code, reason = "for the estimate of costs, which comes next")]
pub(in crate::incidents) async fn quote_asked(
    txn: &Txn,
    deployment: &Deployment,
    side: MessageSide,
) -> Result<(), StorageError> {
    say(txn, deployment, Draft::new(Verb::RequestQuote, side)).await
}

/// Says that a side estimated it; where nobody asked, nothing is said.
///
/// # Errors
/// It was taken back, or storage failed.
#[expect(dead_code, reason = "for the estimate of costs, which comes next")]
pub(in crate::incidents) async fn quote_answered(
    txn: &Txn,
    deployment: &Deployment,
    side: MessageSide,
) -> Result<(), StorageError> {
    let thread = begun(txn, deployment).await?;
    let mut said = thread.messages().iter().rev();
    let asked = said.find(|message| message.verb == Verb::RequestQuote);
    let Some(asked) = asked.map(|message| message.id) else {
        return Ok(());
    };
    let draft = Draft {
        in_reply_to: Some(asked),
        ..Draft::new(Verb::ResponseToRequestQuote, side)
    };
    say(txn, deployment, draft).await
}
