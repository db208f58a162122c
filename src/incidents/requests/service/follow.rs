//! How a question stands for whoever was asked, so that their page shows itself anew.

use super::answer::{Asked, load, of_link};
use super::{Desk, RequestError};
use crate::accounts::Secret;
use crate::clock::Instant;

impl Asked {
    /// What their page shows now, in short: another one when anything on it changed, and not when others answer.
    pub(in crate::incidents) fn stand(&self, now: Instant) -> String {
        let state: &str = self.alert.state.into();
        let is_closed = u8::from(self.alert.closed_at.is_some());
        let can_undo = u8::from(self.undo_until(now).is_some());
        let deployment = self.deployment.as_ref();
        // A yes that is taken back and given again makes another one.
        let made_at = deployment.map_or(0, |one| one.made_at.as_micros());
        let version = deployment.map_or(0, |one| one.version);
        let is_open = deployment.is_some_and(|one| one.is_open_in(&self.incident, now));
        let is_open = u8::from(is_open);
        format!("{state}.{is_closed}{can_undo}{is_open}.{made_at}.{version}")
    }
}

/// The same by the link of the page. That somebody listens is not noted.
///
/// # Errors
/// The link asks nothing, or no more, or storage failed.
pub(in crate::incidents) async fn asked_stand(
    desk: &Desk,
    link: &Secret,
) -> Result<String, RequestError> {
    let alert = of_link(desk, link).await?;
    let asked = load(desk, alert.id).await?;
    Ok(asked.stand(desk.db.clock().now()))
}
