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
    "deployment.successor_sought",
    "incident.attachment_added",
    "incident.attachment_read",
    "incident.attachment_removed",
    "expert.number_revealed",
    "incident.called_again",
    "incident.code_refused",
];

/// What an action is called in plain words; none for one not known.
pub(super) fn help_action_label(action: &str, language: Language) -> Option<String> {
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
        "deployment.agreed" => fl!(texts, "action-deployment-agreed"),
        "deployment.release_decided" => fl!(texts, "action-deployment-release-decided"),
        "deployment.released" => fl!(texts, "action-deployment-released"),
        "deployment.accepted" => fl!(texts, "action-deployment-accepted"),
        "deployment.ended" => fl!(texts, "action-deployment-ended"),
        "deployment.started" => fl!(texts, "action-deployment-started"),
        "deployment.called_back" => fl!(texts, "action-deployment-called-back"),
        "deployment.extension_asked" => fl!(texts, "action-deployment-extension-asked"),
        "deployment.extension_answered" => fl!(texts, "action-deployment-extension-answered"),
        "deployment.extended" => fl!(texts, "action-deployment-extended"),
        "deployment.successor_sought" => fl!(texts, "action-deployment-successor-sought"),
        "incident.attachment_added" => fl!(texts, "action-incident-attachment-added"),
        "incident.attachment_read" => fl!(texts, "action-incident-attachment-read"),
        "incident.attachment_removed" => fl!(texts, "action-incident-attachment-removed"),
        "expert.number_revealed" => fl!(texts, "action-expert-number-revealed"),
        "incident.called_again" => fl!(texts, "action-incident-called-again"),
        "incident.code_refused" => fl!(texts, "action-incident-code-refused"),
        _ => return None,
    };
    Some(label)
}
