//! What happens to an incident, in words.

use i18n_embed_fl::fl;

use super::{HowVerified, LegalReport};
use crate::Language;

/// Something that happened to an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentEvent {
    /// Somebody asked for help.
    Asked,
    /// Somebody of the desk cares for it.
    Taken,
    /// It was made sure that it is no hoax.
    Verified(HowVerified),
    /// What is known of it was changed.
    Updated,
    /// Something was handed over.
    NoteAdded,
    /// A photo or a document was added.
    AttachmentAdded,
    /// The provider that serves the town was told.
    ProviderTold,
    /// It was told that it is over.
    ProviderToldOver,
    /// Whoever is on duty was called.
    PrimaryCalled,
    /// Their deputy was.
    DeputyCalled,
    /// The third of the desk was.
    ThirdCalled,
    /// All of the desk were.
    AllCalled,
    /// People are asked for help.
    HelpBegun,
    /// A wave went out.
    WaveSent {
        /// Which one, of its need.
        number: u16,
        /// To how many.
        asked: u16,
    },
    /// An employer released somebody.
    Released,
    /// The town accepted somebody.
    Committed,
    /// What was committed is over.
    HelpEnded,
    /// Every place is taken.
    HelpFilled,
    /// Nobody is asked any more; where the incident was closed, as what.
    HelpStoodDown(Option<ClosingReason>),
    /// A house promised an offer.
    OfferAgreed,
    /// What a house promised is over.
    OfferEnded,
    /// A report the law asks for was made.
    Reported(LegalReport),
    /// It is over.
    Closed(ClosingReason),
}

/// As what an incident is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingReason {
    /// Help is no longer needed.
    Done,
    /// The town took its request back.
    Withdrawn,
    /// It is the same as another one.
    Duplicate,
    /// Whoever asked is not who they said.
    NotGenuine,
}

impl IncidentEvent {
    /// What happened.
    pub fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Asked => fl!(texts, "incident-event-asked"),
            Self::Taken => fl!(texts, "incident-event-taken"),
            Self::Verified(HowVerified::Code) => fl!(texts, "incident-event-code"),
            Self::Verified(HowVerified::CallBack) => fl!(texts, "incident-event-call-back"),
            Self::Verified(HowVerified::KnownPerson) => fl!(texts, "incident-event-known"),
            Self::Updated => fl!(texts, "incident-event-updated"),
            Self::NoteAdded => fl!(texts, "incident-event-note"),
            Self::AttachmentAdded => fl!(texts, "incident-event-attachment"),
            Self::ProviderTold => fl!(texts, "incident-event-provider"),
            Self::ProviderToldOver => fl!(texts, "incident-event-provider-over"),
            Self::PrimaryCalled => fl!(texts, "incident-event-primary-called"),
            Self::DeputyCalled => fl!(texts, "incident-event-deputy-called"),
            Self::ThirdCalled => fl!(texts, "incident-event-third-called"),
            Self::AllCalled => fl!(texts, "incident-event-all-called"),
            Self::HelpBegun => fl!(texts, "incident-event-help-begun"),
            Self::WaveSent { number: 0, asked } => {
                fl!(texts, "incident-event-wave-home", asked = asked)
            }
            Self::WaveSent { number, asked } => {
                fl!(texts, "incident-event-wave", number = number, asked = asked)
            }
            Self::Released => fl!(texts, "incident-event-released"),
            Self::Committed => fl!(texts, "incident-event-committed"),
            Self::HelpEnded => fl!(texts, "incident-event-help-ended"),
            Self::HelpFilled => fl!(texts, "incident-event-help-filled"),
            Self::HelpStoodDown(closed) => stood_down(closed, language),
            Self::OfferAgreed => fl!(texts, "incident-event-offer-agreed"),
            Self::OfferEnded => fl!(texts, "incident-event-offer-ended"),
            Self::Reported(report) => {
                let report = report.label(language);
                fl!(texts, "incident-event-reported", report = report)
            }
            Self::Closed(reason) => {
                fl!(
                    texts,
                    "incident-event-closed",
                    reason = reason.label(language)
                )
            }
        }
    }
}

fn stood_down(closed: Option<ClosingReason>, language: Language) -> String {
    let texts = language.texts();
    match closed {
        None => fl!(texts, "incident-event-help-stood-down"),
        Some(ClosingReason::Done) => fl!(texts, "incident-event-help-not-needed"),
        Some(ClosingReason::Withdrawn) => fl!(texts, "incident-event-help-withdrawn"),
        Some(ClosingReason::Duplicate) => fl!(texts, "incident-event-help-duplicate"),
        Some(ClosingReason::NotGenuine) => fl!(texts, "incident-event-help-not-genuine"),
    }
}

impl ClosingReason {
    /// All there are.
    pub const ALL: [Self; 4] = [
        Self::Done,
        Self::Withdrawn,
        Self::Duplicate,
        Self::NotGenuine,
    ];

    /// Those a town says itself.
    pub const OF_THE_TOWN: [Self; 2] = [Self::Done, Self::Withdrawn];

    /// Value of `grund`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Withdrawn => "withdrawn",
            Self::Duplicate => "duplicate",
            Self::NotGenuine => "not_genuine",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Done => fl!(texts, "closing-done"),
            Self::Withdrawn => fl!(texts, "closing-withdrawn"),
            Self::Duplicate => fl!(texts, "closing-duplicate"),
            Self::NotGenuine => fl!(texts, "closing-not-genuine"),
        }
    }
}
