//! What the record's actions are called.

use i18n_embed_fl::fl;

use crate::Language;

/// The actions known, as their technical names.
pub(super) const ACTIONS: [&str; 44] = [
    "account.created",
    "account.invited",
    "account.password_set",
    "account.password_changed",
    "account.second_factor_set",
    "account.second_factor_removed",
    "account.recovery_code_used",
    "token.issued",
    "token.revoked",
    "session.started",
    "session.ended",
    "session.refused",
    "session.second_factor_refused",
    "account.password_refused",
    "audit.exported",
    "access.denied",
    "organisation.created",
    "organisation.changed",
    "organisation.struck",
    "organisation.recovered",
    "expert.created",
    "expert.changed",
    "expert.availability_set",
    "expert.confirmed",
    "expert.linked",
    "expert.submitted",
    "vetting.assessed",
    "vetting.decided",
    "emergency_card.issued",
    "emergency_card.revoked",
    "emergency_card.replacement_asked",
    "emergency_card.replaced",
    "conditions.accepted",
    "emergency_code.redeemed",
    "emergency_code.refused",
    "emergency_code.alert_not_sent",
    "emergency_contact.added",
    "emergency_contact.removed",
    "emergency_contact.checked",
    "emergency_contact.moved",
    "emergency_contacts.revealed",
    "reference.installed",
    "demo.begun",
    "demo.filled",
];

/// What an action is called in plain words; none for one not known.
pub fn action_label(action: &str, language: Language) -> Option<String> {
    let texts = language.texts();
    let label = match action {
        "account.created" => fl!(texts, "action-account-created"),
        "account.invited" => fl!(texts, "action-account-invited"),
        "account.password_set" => fl!(texts, "action-account-password-set"),
        "account.password_changed" => fl!(texts, "action-account-password-changed"),
        "account.second_factor_set" => fl!(texts, "action-account-second-factor-set"),
        "account.second_factor_removed" => fl!(texts, "action-account-second-factor-removed"),
        "account.recovery_code_used" => fl!(texts, "action-account-recovery-code-used"),
        "token.issued" => fl!(texts, "action-token-issued"),
        "token.revoked" => fl!(texts, "action-token-revoked"),
        "session.started" => fl!(texts, "action-session-started"),
        "session.ended" => fl!(texts, "action-session-ended"),
        "session.refused" => fl!(texts, "action-session-refused"),
        "session.second_factor_refused" => fl!(texts, "action-session-second-factor-refused"),
        "account.password_refused" => fl!(texts, "action-account-password-refused"),
        "audit.exported" => fl!(texts, "action-audit-exported"),
        "access.denied" => fl!(texts, "action-access-denied"),
        "organisation.created" => fl!(texts, "action-organisation-created"),
        "organisation.changed" => fl!(texts, "action-organisation-changed"),
        "organisation.struck" => fl!(texts, "action-organisation-struck"),
        "organisation.recovered" => fl!(texts, "action-organisation-recovered"),
        "expert.created" => fl!(texts, "action-expert-created"),
        "expert.changed" => fl!(texts, "action-expert-changed"),
        "expert.availability_set" => fl!(texts, "action-expert-availability-set"),
        "expert.confirmed" => fl!(texts, "action-expert-confirmed"),
        "expert.linked" => fl!(texts, "action-expert-linked"),
        "expert.submitted" => fl!(texts, "action-expert-submitted"),
        "vetting.assessed" => fl!(texts, "action-vetting-assessed"),
        "vetting.decided" => fl!(texts, "action-vetting-decided"),
        "emergency_card.issued" => fl!(texts, "action-emergency-card-issued"),
        "emergency_card.revoked" => fl!(texts, "action-emergency-card-revoked"),
        "emergency_card.replacement_asked" => fl!(texts, "action-emergency-card-replacement-asked"),
        "emergency_card.replaced" => fl!(texts, "action-emergency-card-replaced"),
        "conditions.accepted" => fl!(texts, "action-conditions-accepted"),
        "emergency_code.redeemed" => fl!(texts, "action-emergency-code-redeemed"),
        "emergency_code.refused" => fl!(texts, "action-emergency-code-refused"),
        "emergency_code.alert_not_sent" => fl!(texts, "action-emergency-code-alert-not-sent"),
        "emergency_contact.added" => fl!(texts, "action-emergency-contact-added"),
        "emergency_contact.removed" => fl!(texts, "action-emergency-contact-removed"),
        "emergency_contact.checked" => fl!(texts, "action-emergency-contact-checked"),
        "emergency_contact.moved" => fl!(texts, "action-emergency-contact-moved"),
        "emergency_contacts.revealed" => fl!(texts, "action-emergency-contacts-revealed"),
        "reference.installed" => fl!(texts, "action-reference-installed"),
        "demo.begun" => fl!(texts, "action-demo-begun"),
        "demo.filled" => fl!(texts, "action-demo-filled"),
        _ => return None,
    };
    Some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_action_has_a_label_of_its_own_and_no_other_has_one() {
        for language in Language::ALL {
            let labels = ACTIONS.map(|action| action_label(action, language).unwrap());
            let unique: std::collections::BTreeSet<_> = labels.iter().collect();

            assert_eq!(unique.len(), ACTIONS.len());
            assert_eq!(action_label("account.vanished", language), None);
        }
    }
}
