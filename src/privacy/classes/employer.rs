//! Tables of what the managers of a member do.

use super::Shape::Id;
use super::{
    Erased, Kept, Purpose, Reader, Table, Words, named, operational, plain, pseudonym, secret,
};

pub(super) const TABLES: &[Table] = &[Table {
    name: "invitations",
    label: Words::new("Einladungen ins Team", "Invitations to a team"),
    whose: &[],
    purpose: Purpose::Access,
    kept: Kept::SignIn,
    readers: &[Reader::Employer],
    // The address is gone with its key as soon as an invitation is taken, withdrawn or over.
    erased: Erased::Stay,
    columns: &[
        plain("id"),
        plain("organisation_id"),
        pseudonym("expert_id", Id("exp"), "Eintrag", "entry"),
        secret("email_lookup"),
        named("sealed_email", "eingeladene Adresse", "address invited"),
        secret("token_hash"),
        operational("sends"),
        pseudonym("invited_by", Id("acc"), "wer einlud", "who invited"),
        operational("created_at"),
        operational("sent_at"),
        operational("expires_at"),
        operational("ended_at"),
    ],
}];
