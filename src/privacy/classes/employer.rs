//! Tables of what the managers of a member do.

use super::Shape::Id;
use super::{
    Erased, Kept, Purpose, Reader, Table, Words, named, operational, plain, pseudonym, secret,
};

pub(super) const TABLES: &[Table] = &[INVITATIONS, OFFERS];

/// Help that is not a person: nothing in it is about one.
const OFFERS: Table = Table {
    name: "offers",
    label: Words::new(
        "Angebote, die keine Personen sind",
        "Offers that are not people",
    ),
    whose: &[],
    purpose: Purpose::Register,
    kept: Kept::Always,
    readers: &[Reader::Employer, Reader::Searchers],
    erased: Erased::Stay,
    columns: &[
        plain("id"),
        plain("organisation_id"),
        plain("kind"),
        plain("state"),
        plain("title_de"),
        plain("title_en"),
        plain("text_de"),
        plain("text_en"),
        plain("quantity"),
        plain("vcpu"),
        plain("memory_gb"),
        plain("storage_tb"),
        plain("procedure_term"),
        plain("product_term"),
        plain("skills"),
        plain("place"),
        plain("reach"),
        plain("radius_km"),
        plain("lead_hours"),
        plain("max_days"),
        plain("cost"),
        plain("cost_note_de"),
        plain("cost_note_en"),
        plain("expires_at"),
        plain("created_at"),
        plain("version"),
    ],
};

const INVITATIONS: Table = Table {
    name: "invitations",
    label: Words::new("Einladungen ins Team", "Invitations to a team"),
    whose: &[],
    purpose: Purpose::Access,
    kept: Kept::SignIn,
    readers: &[Reader::Employer],
    // The address is gone with its key as soon as an invitation is taken, withdrawn or over, or the person is erased.
    erased: Erased::Blanked,
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
};
