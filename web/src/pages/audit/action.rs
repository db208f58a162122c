//! What the record's actions are called.

use i18n_embed_fl::fl;

use crate::Language;

/// The actions known, as their technical names.
pub(super) const ACTIONS: [&str; 69] = [
    "account.created",
    "account.invited",
    "account.password_set",
    "account.password_changed",
    "account.second_factor_set",
    "account.second_factor_removed",
    "account.recovery_code_used",
    "account.passkey_added",
    "account.passkey_removed",
    "account.recovery_codes_renewed",
    "account.recovery_begun",
    "account.recovery_confirmed",
    "account.recovered",
    "session.confirmed",
    "token.issued",
    "token.revoked",
    "session.started",
    "session.ended",
    "session.refused",
    "session.second_factor_refused",
    "account.password_refused",
    "audit.export_begun",
    "audit.exported",
    "keys.rotation_announced",
    "keys.rotation_confirmed",
    "keys.rotation_begun",
    "keys.version_added",
    "keys.rotated",
    "keys.retirement_begun",
    "keys.retired",
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
    "account.exported",
    "account.erased",
    "account.erased_again",
    "expert.erased",
    "expert.erased_again",
    "expert.restricted",
    "expert.unrestricted",
    "consent.given",
    "consent.withdrawn",
    "privacy.affected_listed",
];

/// What an action is called in plain words; none for one not known.
#[expect(clippy::too_many_lines, reason = "one action after the other")]
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
        "account.passkey_added" => fl!(texts, "action-account-passkey-added"),
        "account.passkey_removed" => fl!(texts, "action-account-passkey-removed"),
        "account.recovery_codes_renewed" => fl!(texts, "action-account-recovery-codes-renewed"),
        "account.recovery_begun" => fl!(texts, "action-account-recovery-begun"),
        "account.recovery_confirmed" => fl!(texts, "action-account-recovery-confirmed"),
        "account.recovered" => fl!(texts, "action-account-recovered"),
        "session.confirmed" => fl!(texts, "action-session-confirmed"),
        "token.issued" => fl!(texts, "action-token-issued"),
        "token.revoked" => fl!(texts, "action-token-revoked"),
        "session.started" => fl!(texts, "action-session-started"),
        "session.ended" => fl!(texts, "action-session-ended"),
        "session.refused" => fl!(texts, "action-session-refused"),
        "session.second_factor_refused" => fl!(texts, "action-session-second-factor-refused"),
        "account.password_refused" => fl!(texts, "action-account-password-refused"),
        "audit.export_begun" => fl!(texts, "action-audit-export-begun"),
        "audit.exported" => fl!(texts, "action-audit-exported"),
        "keys.rotation_announced" => fl!(texts, "action-keys-rotation-announced"),
        "keys.rotation_confirmed" => fl!(texts, "action-keys-rotation-confirmed"),
        "keys.rotation_begun" => fl!(texts, "action-keys-rotation-begun"),
        "keys.version_added" => fl!(texts, "action-keys-version-added"),
        "keys.rotated" => fl!(texts, "action-keys-rotated"),
        "keys.retirement_begun" => fl!(texts, "action-keys-retirement-begun"),
        "keys.retired" => fl!(texts, "action-keys-retired"),
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
        "account.exported" => fl!(texts, "action-account-exported"),
        "account.erased" => fl!(texts, "action-account-erased"),
        "account.erased_again" => fl!(texts, "action-account-erased-again"),
        "expert.erased" => fl!(texts, "action-expert-erased"),
        "expert.erased_again" => fl!(texts, "action-expert-erased-again"),
        "expert.restricted" => fl!(texts, "action-expert-restricted"),
        "expert.unrestricted" => fl!(texts, "action-expert-unrestricted"),
        "consent.given" => fl!(texts, "action-consent-given"),
        "consent.withdrawn" => fl!(texts, "action-consent-withdrawn"),
        "privacy.affected_listed" => fl!(texts, "action-privacy-affected-listed"),
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
