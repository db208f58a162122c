//! A card as those see it who act for its town.

use i18n_embed_fl::fl;

use crate::Language;

/// A town with its card.
#[derive(Clone, Debug)]
pub struct TownCard {
    /// Key of the place, for the form that issues a card.
    pub place: String,
    /// The card; none when the town never had one.
    pub card: Option<CardView>,
    /// The town has not accepted the conditions of today, without which no card is replaced.
    pub needs_acceptance: bool,
    /// Names of the IT providers that serve it.
    pub providers: Vec<String>,
    /// When codes were used, the last first.
    pub redemptions: Vec<RedemptionRow>,
}

/// A card, without its codes.
#[derive(Clone, Debug)]
pub struct CardView {
    /// Names it in forms.
    pub id: String,
    /// What it is called on the phone.
    pub number: String,
    /// Its codes work.
    pub is_working: bool,
    /// Day it was issued, such as `3. Mai 2026`.
    pub issued: String,
    /// By whom.
    pub issued_as: IssuedAs,
    /// When it was revoked.
    pub ended: Option<String>,
    /// Version of the conditions accepted.
    pub conditions_version: i32,
    /// Day they were accepted.
    pub accepted: String,
    /// Codes that still work.
    pub codes_left: u64,
    /// A new card that waits for a second person.
    pub replacement: Option<ReplacementView>,
}

/// As what somebody issued a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuedAs {
    /// The town itself.
    Own,
    /// Its IT provider.
    Provider,
    /// Coordination or administration of the register.
    Office,
}

/// A new card that waits for a second person.
#[derive(Clone, Debug)]
pub struct ReplacementView {
    /// When somebody asked, such as `heute, 14:20 Uhr`.
    pub asked: String,
    /// Until when somebody else can confirm.
    pub until: String,
    /// Whoever looks at the page asked.
    pub by_viewer: bool,
}

/// The use of a code.
#[derive(Clone, Debug)]
pub struct RedemptionRow {
    /// When.
    pub at: String,
    /// What came of telling the contacts.
    pub notice: RedemptionNotice,
}

/// What came of asking the contacts whether it was them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedemptionNotice {
    /// Nothing yet.
    Waiting,
    /// Somebody was told.
    Sent,
    /// Nobody could be reached so far.
    Failed,
    /// Nothing sends.
    NoChannel,
    /// Nobody is known.
    NoContact,
}

impl RedemptionNotice {
    /// In words.
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Waiting => fl!(texts, "redemption-waiting"),
            Self::Sent => fl!(texts, "redemption-told"),
            Self::Failed => fl!(texts, "redemption-failed"),
            Self::NoChannel => fl!(texts, "redemption-untold"),
            Self::NoContact => fl!(texts, "redemption-nobody"),
        }
    }
}

impl IssuedAs {
    /// In words.
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Own => fl!(texts, "card-issued-own"),
            Self::Provider => fl!(texts, "card-issued-provider"),
            Self::Office => fl!(texts, "card-issued-office"),
        }
    }
}
