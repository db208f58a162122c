//! What is done about requests for help, as the record names it.

use i18n_embed_fl::fl;

use crate::Language;

/// The actions known, as their technical names.
pub(super) const HELP_ACTIONS: &[&str] = &[
    "alert.answered",
    "alert.answer_undone",
    "alert.expired",
    "alert.failed",
    "alert.key_ignored",
    "alert.stood_down",
    "help_request.created",
    "help_request.begun",
    "help_request.filled",
    "help_request.reopened",
    "help_request.stood_down",
    "help_request.paused",
    "help_request.resumed",
    "help_request.wave_asked",
    "help_request.expert_chosen",
    "need.wave_sent",
    "deployment.agreed",
    "deployment.release_decided",
    "deployment.released",
    "deployment.accepted",
    "deployment.ended",
    "deployment.started",
    "deployment.called_back",
    "deployment.extension_asked",
    "deployment.extension_answered",
    "deployment.extended",
    "deployment.extension_lapsed",
    "deployment.successor_sought",
    "deployment.message_written",
    "costs.estimate_written",
    "costs.estimate_sent",
    "costs.estimate_agreed",
    "costs.estimate_declined",
    "costs.written",
    "costs.submitted",
    "costs.accepted",
    "costs.queried",
    "costs.settled",
    "deployment.time_added",
    "deployment.time_changed",
    "deployment.time_removed",
    "deployment.times_confirmed",
    "deployment.reviewed",
    "deployment.skills_proven",
    "deployment.skills_not_proven",
    "deployment.town_named",
    "lesson.drafted",
    "lesson.shared",
    "lesson.withdrawn",
    "incident.attachment_added",
    "incident.attachment_read",
    "incident.attachment_removed",
    "expert.number_revealed",
    "incident.called_again",
    "incident.code_refused",
    "incident.clock_reminded",
    "incident.guide_ticked",
    "incident.guide_reopened",
    "offer_request.asked",
    "offer_request.agreed",
    "offer_request.refused",
    "offer_request.lapsed",
    "offer_request.withdrawn",
    "offer_request.cancelled",
    "offer_request.started",
    "offer_request.extension_asked",
    "offer_request.extended",
    "offer_request.extension_refused",
    "offer_request.ended",
    "offer_request.contact_revealed",
    "deployment.basis_set",
    "conditions.confirmed_at_once",
    "legal_rules.changed",
    "deployment.tick_set",
    "deployment.tick_taken_back",
    "deployment.handed_over",
    "incident.arrival_sheet_read",
    "incident.arrival_sheet_changed",
];

/// What an action is called in plain words; none for one not known.
pub(super) fn help_action_label(action: &str, language: Language) -> Option<String> {
    asking(action, language)
        .or_else(|| helping(action, language))
        .or_else(|| lending(action, language))
}

/// What is done while people are asked.
fn asking(action: &str, language: Language) -> Option<String> {
    let texts = language.texts();
    let label = match action {
        "alert.answered" => fl!(texts, "action-alert-answered"),
        "alert.answer_undone" => fl!(texts, "action-alert-answer-undone"),
        "alert.key_ignored" => fl!(texts, "action-alert-key-ignored"),
        "alert.expired" => fl!(texts, "action-alert-expired"),
        "alert.failed" => fl!(texts, "action-alert-failed"),
        "alert.stood_down" => fl!(texts, "action-alert-stood-down"),
        "help_request.created" => fl!(texts, "action-help-request-created"),
        "help_request.begun" => fl!(texts, "action-help-request-begun"),
        "help_request.filled" => fl!(texts, "action-help-request-filled"),
        "help_request.reopened" => fl!(texts, "action-help-request-reopened"),
        "help_request.stood_down" => fl!(texts, "action-help-request-stood-down"),
        "help_request.paused" => fl!(texts, "action-help-request-paused"),
        "help_request.resumed" => fl!(texts, "action-help-request-resumed"),
        "help_request.wave_asked" => fl!(texts, "action-help-request-wave-asked"),
        "help_request.expert_chosen" => fl!(texts, "action-help-request-expert-chosen"),
        "need.wave_sent" => fl!(texts, "action-need-wave-sent"),
        "incident.attachment_added" => fl!(texts, "action-incident-attachment-added"),
        "incident.attachment_read" => fl!(texts, "action-incident-attachment-read"),
        "incident.attachment_removed" => fl!(texts, "action-incident-attachment-removed"),
        "expert.number_revealed" => fl!(texts, "action-expert-number-revealed"),
        "incident.called_again" => fl!(texts, "action-incident-called-again"),
        "incident.code_refused" => fl!(texts, "action-incident-code-refused"),
        "incident.clock_reminded" => fl!(texts, "action-incident-clock-reminded"),
        "incident.guide_ticked" => fl!(texts, "action-incident-guide-ticked"),
        "incident.guide_reopened" => fl!(texts, "action-incident-guide-reopened"),
        "incident.arrival_sheet_read" => fl!(texts, "action-ready-sheet-read"),
        "incident.arrival_sheet_changed" => fl!(texts, "action-ready-sheet-changed"),
        _ => return None,
    };
    Some(label)
}

/// What is done about a deployment.
fn helping(action: &str, language: Language) -> Option<String> {
    let texts = language.texts();
    let label = match action {
        "deployment.agreed" => fl!(texts, "action-deployment-agreed"),
        "deployment.release_decided" => fl!(texts, "action-deployment-release-decided"),
        "deployment.released" => fl!(texts, "action-deployment-released"),
        "deployment.accepted" => fl!(texts, "action-deployment-accepted"),
        "deployment.message_written" => fl!(texts, "thread-action-written"),
        "deployment.ended" => fl!(texts, "action-deployment-ended"),
        "deployment.started" => fl!(texts, "action-deployment-started"),
        "deployment.called_back" => fl!(texts, "action-deployment-called-back"),
        "deployment.extension_asked" => fl!(texts, "action-deployment-extension-asked"),
        "deployment.extension_answered" => fl!(texts, "action-deployment-extension-answered"),
        "deployment.extended" => fl!(texts, "action-deployment-extended"),
        "deployment.extension_lapsed" => fl!(texts, "action-deployment-extension-lapsed"),
        "deployment.successor_sought" => fl!(texts, "action-deployment-successor-sought"),
        "deployment.time_added" => fl!(texts, "action-deployment-time-added"),
        "deployment.time_changed" => fl!(texts, "action-deployment-time-changed"),
        "deployment.time_removed" => fl!(texts, "action-deployment-time-removed"),
        "deployment.times_confirmed" => fl!(texts, "action-deployment-times-confirmed"),
        "deployment.reviewed" => fl!(texts, "action-deployment-reviewed"),
        "deployment.skills_proven" => fl!(texts, "action-deployment-skills-proven"),
        "deployment.skills_not_proven" => fl!(texts, "action-deployment-skills-not-proven"),
        "deployment.town_named" => fl!(texts, "action-deployment-town-named"),
        "deployment.basis_set" => fl!(texts, "action-deployment-basis-set"),
        "conditions.confirmed_at_once" => fl!(texts, "action-conditions-confirmed-at-once"),
        "legal_rules.changed" => fl!(texts, "action-legal-rules-changed"),
        "deployment.tick_set" => fl!(texts, "action-ready-tick-set"),
        "deployment.tick_taken_back" => fl!(texts, "action-ready-tick-taken-back"),
        "deployment.handed_over" => fl!(texts, "action-ready-handed-over"),
        _ => return None,
    };
    Some(label)
}

/// What is done about costs, lessons and offers.
fn lending(action: &str, language: Language) -> Option<String> {
    let texts = language.texts();
    let label = match action {
        "costs.estimate_written" => fl!(texts, "action-costs-estimate-written"),
        "costs.estimate_sent" => fl!(texts, "action-costs-estimate-sent"),
        "costs.estimate_agreed" => fl!(texts, "action-costs-estimate-agreed"),
        "costs.estimate_declined" => fl!(texts, "action-costs-estimate-declined"),
        "costs.written" => fl!(texts, "action-costs-written"),
        "costs.submitted" => fl!(texts, "action-costs-submitted"),
        "costs.accepted" => fl!(texts, "action-costs-accepted"),
        "costs.queried" => fl!(texts, "action-costs-queried"),
        "costs.settled" => fl!(texts, "action-costs-settled"),
        "lesson.drafted" => fl!(texts, "action-lesson-drafted"),
        "lesson.shared" => fl!(texts, "action-lesson-shared"),
        "lesson.withdrawn" => fl!(texts, "action-lesson-withdrawn"),
        "offer_request.asked" => fl!(texts, "action-borrowing-asked"),
        "offer_request.agreed" => fl!(texts, "action-borrowing-agreed"),
        "offer_request.refused" => fl!(texts, "action-borrowing-refused"),
        "offer_request.lapsed" => fl!(texts, "action-borrowing-lapsed"),
        "offer_request.withdrawn" => fl!(texts, "action-borrowing-withdrawn"),
        "offer_request.cancelled" => fl!(texts, "action-borrowing-cancelled"),
        "offer_request.started" => fl!(texts, "action-borrowing-started"),
        "offer_request.extension_asked" => fl!(texts, "action-borrowing-extension-asked"),
        "offer_request.extended" => fl!(texts, "action-borrowing-extended"),
        "offer_request.extension_refused" => fl!(texts, "action-borrowing-extension-refused"),
        "offer_request.ended" => fl!(texts, "action-borrowing-ended"),
        "offer_request.contact_revealed" => fl!(texts, "action-borrowing-contact-revealed"),
        _ => return None,
    };
    Some(label)
}
