//! Rows of the database, one file a table, without behaviour. Used by `store.rs` files and `db` only.

#![expect(
    missing_docs,
    reason = "columns are explained where the model reads them"
)]

pub mod account;
pub mod account_link;
pub mod account_recovery;
pub mod alarm;
pub mod api_token;
pub mod audit_checkpoint;
pub mod audit_entry;
pub mod audit_refusal;
pub mod call_words;
pub mod card_replacement;
pub mod change;
pub mod code_redemption;
pub mod commit_head;
pub mod condition_acceptance;
pub mod daily_usage;
pub mod data_key;
pub mod decoy;
pub mod emergency_card;
pub mod emergency_code;
pub mod emergency_contact;
pub mod erasure;
pub mod evidence_content;
pub mod evidence_file;
pub mod evidence_look;
pub mod expert;
pub mod expert_absence;
pub mod expert_admission;
pub mod expert_availability;
pub mod expert_certification;
pub mod expert_commitment;
pub mod expert_consent;
pub mod expert_exclusion;
pub mod expert_identity;
pub mod expert_language;
pub mod expert_profile;
pub mod expert_release;
pub mod expert_reveal;
pub mod expert_skill;
pub mod idempotency_key;
pub mod import;
pub mod invitation;
pub mod job;
pub mod key_rotation;
pub mod land_contact;
pub mod mark;
pub mod organisation;
pub mod passkey;
pub mod passkey_ceremony;
pub mod playbook_need;
pub mod postcode;
pub mod recovery_code;
pub mod reference_edition;
pub mod region;
pub mod role_grant;
pub mod role_proposal;
pub mod second_factor;
pub mod serves;
pub mod session;
pub mod sign_in_attempt;
pub mod struck_period;
pub mod symptom;
pub mod taxonomy_synonym;
pub mod taxonomy_term;
pub mod vetting_assessment;
pub mod vetting_case;
pub mod vetting_comment;
pub mod vetting_tick;
