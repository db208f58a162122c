//! What help costs is asked and answered.

use super::steps::{begun, say};
use crate::db::{StorageError, Txn};
use crate::incidents::deployments::Deployment;
use crate::incidents::thread::model::{Draft, Message, MessageSide, Thread, Verb};

/// Says that a side told what it costs. Where nobody asked, the register asks first: an estimate is due without.
///
/// # Errors
/// It was taken back, or storage failed.
pub(in crate::incidents) async fn quoted(
    txn: &Txn,
    deployment: &Deployment,
    side: MessageSide,
) -> Result<(), StorageError> {
    let mut thread = begun(txn, deployment).await?;
    if asked(&thread).is_none() {
        let asks = Draft::new(Verb::RequestQuote, MessageSide::Service);
        say(txn, deployment, asks).await?;
        thread = begun(txn, deployment).await?;
    }
    let draft = Draft {
        in_reply_to: asked(&thread).map(|message| message.id),
        ..Draft::new(Verb::ResponseToRequestQuote, side)
    };
    say(txn, deployment, draft).await
}

/// The question that was asked last.
fn asked(thread: &Thread) -> Option<&Message> {
    let mut said = thread.messages().iter().rev();
    said.find(|message| message.verb == Verb::RequestQuote)
}
