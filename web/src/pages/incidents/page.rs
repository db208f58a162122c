//! `/vorfaelle/{id}`: one incident.

use askama::Template;
use i18n_embed_fl::fl;

use super::{
    AttachmentForm, AttachmentsView, CalledNumber, ClockRow, ClosingReason, GuideView,
    IncidentBadge, IncidentDetails, IncidentHandling, LandContactRow, NoteForm, NotesView,
    RegisteredView, VerifyForm, VerifyWith,
};
use crate::frame::{tel_href, tel_text};
use crate::pages::{AffectedSystem, ConditionsStand, HelpSection, Phase};
use crate::parts::PlaceField;
use crate::{Frame, Language, assets};

/// An incident; its forms post below `/vorfaelle/{id}/`: `uebernahme`, `kontakt`, `bestaetigung`, `ort`,
/// `fristen/{frist}`, `notizen`, `anlagen`, `schliessen`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/incident.html")]
pub struct IncidentPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names it in addresses.
    pub id: String,
    /// Name of the place, or what was typed.
    pub place: String,
    /// Corrects the place: posts `ort` and `near` to `…/ort`. Only for who arranges the help, while it is unverified.
    pub place_form: Option<PlaceField>,
    /// The place is one of the list, and no text alone.
    pub is_place_known: bool,
    /// What is seen; nothing while an investigation holds details back from whoever looks.
    pub symptom: Option<String>,
    /// How far it has gone.
    pub phase: Phase,
    /// How bad it is, from 1 to 5.
    pub severity: Option<u8>,
    /// What does not work.
    pub systems: Vec<AffectedSystem>,
    /// Procedures that do not work.
    pub services: Vec<String>,
    /// How it is handled.
    pub handling: IncidentHandling,
    /// Names of the providers that were told.
    pub providers: Vec<String>,
    /// Whoever looks may change what is known, at `…/angaben`, and note reports.
    pub may_change: bool,
    /// What is sealed of it; nothing while it is held back.
    pub details: Option<IncidentDetails>,
    /// Reports the law asks for.
    pub clocks: Vec<ClockRow>,
    /// Whom to call in the Land.
    pub contacts: Vec<LandContactRow>,
    /// What to tick off; nothing before it is verified, or while it is held back.
    pub guide: Option<GuideView>,
    /// What was handed over; nothing while it is held back.
    pub notes: Option<NotesView>,
    /// Photos and documents of it; nothing while it is held back.
    pub attachments: Option<AttachmentsView>,
    /// When help was asked for.
    pub asked: String,
    /// Where it stands.
    pub state: IncidentBadge,
    /// It is a drill.
    pub is_drill: bool,
    /// Who cares for it; only for who arranges the help, while it is not over.
    pub take: Option<TakeView>,
    /// How to reach whoever asked.
    pub contact: ContactView,
    /// How to make sure that it is no hoax; only for who arranges the help, while it is unverified.
    pub verify: Option<VerifyForm>,
    /// How it was made sure.
    pub verified: Option<Verified>,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineRow>,
    /// Requests for help; only once it is verified.
    pub help: Option<HelpSection>,
    /// Closes it; posts `grund` to `…/schliessen`. Only for who may.
    pub close: Option<CloseForm>,
    /// What the conditions rest on, for the town and the desk once it is verified.
    pub conditions: Option<ConditionsStand>,
}

/// Who cares for an incident; posts `hatte`, who had it when this was shown, to `…/uebernahme`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakeView {
    /// Nobody yet.
    Free,
    /// Whoever looks.
    Own,
    /// Somebody else of the desk.
    Other {
        /// For how long, such as `12 Minuten`.
        since: String,
        /// Their mail address, as the roster has it.
        who: Option<String>,
        /// Names them in the form.
        had: String,
    },
}

/// Whether the contact of whoever asked is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactView {
    /// Whoever looks may not see it.
    Hidden,
    /// A button shows it, on record: posts to `…/kontakt`.
    Ask,
    /// It is shown, this once.
    Shown(IncidentContact),
}

/// How to reach whoever asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentContact {
    /// Their name.
    pub name: Option<String>,
    /// Their number.
    pub phone: String,
    /// Their mail address.
    pub email: Option<String>,
    /// What they did so far.
    pub measures: Option<String>,
    /// How somebody of the desk knew them.
    pub vouched: Option<String>,
}

/// How an incident was made sure of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// When, such as `heute, 14:09 Uhr`.
    pub at: String,
    /// How.
    pub how: HowVerified,
}

/// How an incident was made sure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowVerified {
    /// With a code of the emergency card.
    Code,
    /// By a call back.
    CallBack,
    /// Somebody knew the person.
    KnownPerson,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// When.
    pub at: String,
    /// What, in the page's language.
    pub text: String,
}

/// Closes an incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CloseForm {
    /// Whoever looks arranges the help, and can say more than the town.
    pub is_desk: bool,
    /// No reason was chosen.
    pub is_reason_missing: bool,
}

impl IncidentPage {
    /// All that is wrong, with the ids of the fields.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language();
        let verify = self.verify.iter().flat_map(|form| &form.problems);
        let verify = verify.map(|problem| (problem.field(), problem.message(language)));
        let place = self.place_form.iter().filter(|form| form.problem.is_some());
        let place = place.map(|form| ("ort", form.message(language)));
        let close = self.close.iter().filter(|form| form.is_reason_missing);
        let close = close.map(|_| {
            let message = fl!(language.texts(), "incident-closing-missing");
            (CloseForm::FIELD, message)
        });
        let notes = self.notes.iter().filter_map(|notes| notes.form.as_ref());
        let notes = notes.filter_map(|form| Some((NoteForm::FIELD, form.message(language)?)));
        let attached = self.attachments.iter();
        let attached = attached.filter_map(|kept| kept.form.as_ref());
        let attached =
            attached.filter_map(|form| Some((AttachmentForm::FIELD, form.message(language)?)));
        let all = verify.chain(place).chain(notes).chain(attached);
        all.chain(close).collect()
    }

    /// What does not work, in one line.
    fn systems_line(&self) -> String {
        let language = self.frame.language();
        let labels = self.systems.iter().map(|system| system.label(language));
        labels.collect::<Vec<_>>().join(", ")
    }

    /// Which numbers are shown, so that a form says so: what comes back with it shows them too.
    fn shown_numbers(&self) -> Option<&'static str> {
        let is_given = matches!(self.contact, ContactView::Shown(_));
        let verify = self.verify.as_ref();
        let is_registered =
            verify.is_some_and(|form| matches!(form.registered, RegisteredView::Shown(_)));
        match (is_given, is_registered) {
            (true, true) => Some("kontakt hinterlegt"),
            (true, false) => Some("kontakt"),
            (false, true) => Some("hinterlegt"),
            (false, false) => None,
        }
    }

    /// A registered number is to be called before the one the caller gave.
    fn has_registered(&self) -> bool {
        self.verify
            .as_ref()
            .is_some_and(VerifyForm::asks_for_number)
    }
}

impl IncidentContact {
    fn href(&self) -> String {
        tel_href(&self.phone)
    }

    /// Its number as it is read.
    fn number(&self) -> String {
        tel_text(&self.phone)
    }
}

impl Verified {
    fn text(&self, language: Language) -> String {
        let (texts, at) = (language.texts(), self.at.as_str());
        match self.how {
            HowVerified::Code => fl!(texts, "incident-how-code", at = at),
            HowVerified::CallBack => fl!(texts, "incident-how-call-back", at = at),
            HowVerified::KnownPerson => fl!(texts, "incident-how-known", at = at),
        }
    }
}

impl CloseForm {
    /// Id of its field.
    const FIELD: &str = "grund-done";

    fn reasons(self) -> &'static [ClosingReason] {
        if self.is_desk {
            return &ClosingReason::ALL;
        }
        &ClosingReason::OF_THE_TOWN
    }
}
