//! What requests and alerts are called on pages.

use web::pages::{AlertBadge, AlertChannel, RequestBadge, SpokenAnswer};
use web::parts::WorkMode;

use crate::incidents::requests::{AlertState, AnswerKind, HelpRequest, RequestState};
use crate::reference::NeedMode;

pub(super) fn badge(request: &HelpRequest) -> RequestBadge {
    match (request.state(), request.paused_at) {
        (RequestState::Draft, _) => RequestBadge::Draft,
        (RequestState::Alerting, Some(_)) => RequestBadge::Paused,
        (RequestState::Alerting, None) => RequestBadge::Alerting,
        (RequestState::Filled, _) => RequestBadge::Filled,
        (RequestState::StoodDown, _) => RequestBadge::Over,
    }
}

pub(super) fn alert(state: AlertState) -> AlertBadge {
    match state {
        AlertState::Queued => AlertBadge::Queued,
        AlertState::Sent => AlertBadge::Sent,
        AlertState::Delivered => AlertBadge::Delivered,
        AlertState::Seen => AlertBadge::Seen,
        AlertState::Answered => AlertBadge::Answered,
        AlertState::Expired => AlertBadge::Expired,
        AlertState::StoodDown => AlertBadge::StoodDown,
        AlertState::Failed => AlertBadge::Failed,
    }
}

pub(super) fn channel(name: &str) -> AlertChannel {
    match name {
        "mail" => AlertChannel::Mail,
        "sms" => AlertChannel::Text,
        "voice" => AlertChannel::Voice,
        "drop" => AlertChannel::Drop,
        _ => AlertChannel::Other,
    }
}

pub(super) fn spoken(kind: AnswerKind) -> SpokenAnswer {
    match kind {
        AnswerKind::FirstCall => SpokenAnswer::FirstCall,
        AnswerKind::Remote => SpokenAnswer::Remote,
        AnswerKind::OnSite => SpokenAnswer::OnSite,
        AnswerKind::No => SpokenAnswer::No,
        AnswerKind::NotTonight => SpokenAnswer::NotTonight,
    }
}

pub(super) fn need_mode(mode: WorkMode) -> NeedMode {
    match mode {
        WorkMode::OnSite => NeedMode::OnSite,
        WorkMode::Remote => NeedMode::Remote,
        WorkMode::Either => NeedMode::Either,
    }
}
