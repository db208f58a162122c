//! JSON of who would be asked.

use serde::Serialize;
use utoipa::ToSchema;

use super::service::Pick;
use crate::ids::NeedId;
use crate::reference::Text;
use crate::search::Card;

/// Who would be asked now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PreviewBody {
    /// In the order of the needs, best first.
    pub would_alert: Vec<WouldAlertBody>,
}

/// Somebody who would be asked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WouldAlertBody {
    /// The need.
    pub need_id: NeedId,
    /// The masked card.
    pub expert: Card,
    /// By which channel the message would go out now, after the person's own order; null when none is open and somebody has
    /// to phone.
    pub channel: Option<String>,
    /// Why they fit.
    pub why: Text,
}

impl From<Pick> for WouldAlertBody {
    fn from(pick: Pick) -> Self {
        let Pick {
            need,
            card,
            why,
            channel,
        } = pick;
        Self {
            need_id: need,
            expert: card,
            channel: channel.map(|channel| <&str>::from(channel).to_owned()),
            why,
        }
    }
}
