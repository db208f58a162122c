//! Sending invitations. The link is made when it is sent, and stored nowhere.

use std::sync::Arc;

use web::letters;

use super::store;
use crate::accounts;
use crate::db::{Db, StorageError};
use crate::ids::InvitationId;
use crate::jobs::{Handler, JobFailure};
use crate::notifications::Post;
use crate::sealing::Keyring;

/// The kind of job.
pub const INVITATION: &str = "mail.team_invitation";

/// What sends invitations.
pub fn handler(keyring: &Arc<Keyring>, post: &Post) -> Handler {
    let (ring, post) = (keyring.clone(), post.clone());
    Arc::new(move |db: Db, subject| {
        let (ring, post) = (ring.clone(), post.clone());
        Box::pin(async move { send(&db, &ring, &post, InvitationId(subject)).await })
    })
}

/// Without a mail server nobody is told; what was taken or withdrawn meanwhile is not sent.
async fn send(db: &Db, ring: &Keyring, post: &Post, id: InvitationId) -> Result<(), JobFailure> {
    let Some(mailer) = &post.mailer else {
        return Ok(());
    };
    let found = store::by_id(db.reader(), id).await;
    let Some(row) = found.map_err(StorageError::from)? else {
        return Ok(());
    };
    let Some(to) = store::email(db.reader(), ring, &row).await? else {
        return Ok(());
    };
    let token = accounts::invitation_token(ring, (id, row.sends)).map_err(StorageError::from)?;
    let path = format!("/einladungen/{}", token.reveal());
    Ok(mailer
        .send(&to, letters::team_invitation(&post.sender, &path))
        .await?)
}
