//! What an arrival sheet says, field by field.

use i18n_embed_fl::fl;

use crate::Language;
use crate::parts::FieldControl;

/// A field of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetField {
    /// Who leads on site.
    LeadName,
    /// Their private number.
    LeadPhone,
    /// Their deputy.
    DeputyName,
    /// The deputy's private number.
    DeputyPhone,
    /// Which entrance.
    Entrance,
    /// Where to park.
    Parking,
    /// When to come.
    ArrivalTime,
    /// What to show at the door.
    IdAtDoor,
    /// Who decides.
    Decides,
    /// Who authorised them.
    AuthorisedBy,
    /// What is cut off.
    Isolation,
    /// How backups stand.
    Backups,
    /// What the police said.
    Police,
    /// What the insurer said.
    Insurer,
    /// What must not be touched.
    MustNotTouch,
    /// Where everybody talks.
    Channel,
    /// Safe internet.
    Internet,
    /// Where to sleep.
    Bed,
    /// What there is to eat.
    Food,
    /// Who signed the pledge.
    Confidentiality,
    /// Processing on behalf, or Amtshilfe.
    DataProcessing,
    /// Who stops everything.
    StopName,
    /// Their number.
    StopPhone,
}

/// A part of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetPart {
    Lead,
    Way,
    Decision,
    State,
    Connection,
    Stay,
    Law,
    Stop,
}

impl SheetPart {
    /// All, in their order.
    pub(super) const ALL: [Self; 8] = [
        Self::Lead,
        Self::Way,
        Self::Decision,
        Self::State,
        Self::Connection,
        Self::Stay,
        Self::Law,
        Self::Stop,
    ];

    /// In words.
    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Lead => fl!(texts, "ready-sheet-part-lead"),
            Self::Way => fl!(texts, "ready-sheet-part-way"),
            Self::Decision => fl!(texts, "ready-sheet-part-decision"),
            Self::State => fl!(texts, "ready-sheet-part-state"),
            Self::Connection => fl!(texts, "ready-sheet-part-connection"),
            Self::Stay => fl!(texts, "ready-sheet-part-stay"),
            Self::Law => fl!(texts, "ready-sheet-part-law"),
            Self::Stop => fl!(texts, "ready-sheet-part-stop"),
        }
    }
}

impl SheetField {
    /// All, in their order.
    pub const ALL: [Self; 23] = [
        Self::LeadName,
        Self::LeadPhone,
        Self::DeputyName,
        Self::DeputyPhone,
        Self::Entrance,
        Self::Parking,
        Self::ArrivalTime,
        Self::IdAtDoor,
        Self::Decides,
        Self::AuthorisedBy,
        Self::Isolation,
        Self::Backups,
        Self::Police,
        Self::Insurer,
        Self::MustNotTouch,
        Self::Channel,
        Self::Internet,
        Self::Bed,
        Self::Food,
        Self::Confidentiality,
        Self::DataProcessing,
        Self::StopName,
        Self::StopPhone,
    ];

    /// Its name in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeadName => "leitung",
            Self::LeadPhone => "leitung-telefon",
            Self::DeputyName => "vertretung",
            Self::DeputyPhone => "vertretung-telefon",
            Self::Entrance => "eingang",
            Self::Parking => "parken",
            Self::ArrivalTime => "zeit",
            Self::IdAtDoor => "ausweis",
            Self::Decides => "entscheidet",
            Self::AuthorisedBy => "ermaechtigt",
            Self::Isolation => "trennung",
            Self::Backups => "sicherungen",
            Self::Police => "polizei",
            Self::Insurer => "versicherer",
            Self::MustNotTouch => "unberuehrt",
            Self::Channel => "kanal",
            Self::Internet => "internet",
            Self::Bed => "unterkunft",
            Self::Food => "verpflegung",
            Self::Confidentiality => "verpflichtung",
            Self::DataProcessing => "grundlage",
            Self::StopName => "nothalt",
            Self::StopPhone => "nothalt-telefon",
        }
    }

    /// Where it stands.
    pub(super) const fn part(self) -> SheetPart {
        match self {
            Self::LeadName | Self::LeadPhone | Self::DeputyName | Self::DeputyPhone => {
                SheetPart::Lead
            }
            Self::Entrance | Self::Parking | Self::ArrivalTime | Self::IdAtDoor => SheetPart::Way,
            Self::Decides | Self::AuthorisedBy => SheetPart::Decision,
            Self::Isolation | Self::Backups | Self::Police | Self::Insurer | Self::MustNotTouch => {
                SheetPart::State
            }
            Self::Channel | Self::Internet => SheetPart::Connection,
            Self::Bed | Self::Food => SheetPart::Stay,
            Self::Confidentiality | Self::DataProcessing => SheetPart::Law,
            Self::StopName | Self::StopPhone => SheetPart::Stop,
        }
    }

    /// Whether it is a telephone number.
    pub(super) const fn is_phone(self) -> bool {
        matches!(self, Self::LeadPhone | Self::DeputyPhone | Self::StopPhone)
    }

    /// How it is filled in.
    pub(super) const fn control(self) -> FieldControl {
        match self {
            Self::LeadName
            | Self::DeputyName
            | Self::ArrivalTime
            | Self::Decides
            | Self::AuthorisedBy
            | Self::StopName => FieldControl::Line("text", 160),
            Self::LeadPhone | Self::DeputyPhone | Self::StopPhone => FieldControl::Line("tel", 40),
            Self::Entrance
            | Self::Parking
            | Self::IdAtDoor
            | Self::Channel
            | Self::Internet
            | Self::Bed
            | Self::Food
            | Self::Confidentiality
            | Self::DataProcessing => FieldControl::Line("text", 500),
            Self::Isolation | Self::Backups | Self::Police | Self::Insurer | Self::MustNotTouch => {
                FieldControl::Area(3, 2_000)
            }
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::LeadName => fl!(texts, "ready-sheet-lead-name"),
            Self::LeadPhone => fl!(texts, "ready-sheet-lead-phone"),
            Self::DeputyName => fl!(texts, "ready-sheet-deputy-name"),
            Self::DeputyPhone => fl!(texts, "ready-sheet-deputy-phone"),
            Self::Entrance => fl!(texts, "ready-sheet-entrance"),
            Self::Parking => fl!(texts, "ready-sheet-parking"),
            Self::ArrivalTime => fl!(texts, "ready-sheet-arrival-time"),
            Self::IdAtDoor => fl!(texts, "ready-sheet-id-at-door"),
            Self::Decides => fl!(texts, "ready-sheet-decides"),
            Self::AuthorisedBy => fl!(texts, "ready-sheet-authorised-by"),
            Self::Isolation => fl!(texts, "ready-sheet-isolation"),
            Self::Backups => fl!(texts, "ready-sheet-backups"),
            Self::Police => fl!(texts, "ready-sheet-police"),
            Self::Insurer => fl!(texts, "ready-sheet-insurer"),
            Self::MustNotTouch => fl!(texts, "ready-sheet-must-not-touch"),
            Self::Channel => fl!(texts, "ready-sheet-channel"),
            Self::Internet => fl!(texts, "ready-sheet-internet"),
            Self::Bed => fl!(texts, "ready-sheet-bed"),
            Self::Food => fl!(texts, "ready-sheet-food"),
            Self::Confidentiality => fl!(texts, "ready-sheet-confidentiality"),
            Self::DataProcessing => fl!(texts, "ready-sheet-data-processing"),
            Self::StopName => fl!(texts, "ready-sheet-stop-name"),
            Self::StopPhone => fl!(texts, "ready-sheet-stop-phone"),
        }
    }
}
