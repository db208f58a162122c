//! `/vorfaelle/{id}/lagebericht`: the situation on paper, light only.

use askama::Template;
use i18n_embed_fl::fl;

use super::{
    ClockRow, IncidentBadge, IncidentDetails, IncidentSide, LandContactRow, NoteRow, TimelineRow,
    Tlp,
};
use crate::pages::{AffectedSystem, Phase};
use crate::{Frame, assets};

/// The situation of an incident, to be printed.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/situation.html")]
pub struct SituationPage {
    /// Surroundings.
    pub frame: Frame,
    /// The incident in addresses.
    pub id: String,
    /// How people name it.
    pub number: String,
    /// Name of the place.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// How far what is known may be passed on; stands on each sheet.
    pub tlp: Tlp,
    /// Of which moment it tells.
    pub as_of: String,
    /// As what it is read.
    pub side: IncidentSide,
    /// Where it stands.
    pub state: IncidentBadge,
    /// When help was asked for.
    pub asked: String,
    /// What is seen; nothing while an investigation holds it back.
    pub symptom: Option<String>,
    /// How far it has gone.
    pub phase: Phase,
    /// How bad it is, from 1 to 5.
    pub severity: Option<u8>,
    /// What does not work.
    pub systems: Vec<AffectedSystem>,
    /// Procedures that do not work.
    pub services: Vec<String>,
    /// What is sealed of it; nothing while it is held back.
    pub details: Option<IncidentDetails>,
    /// Reports the law asks for.
    pub clocks: Vec<ClockRow>,
    /// What happened last, oldest first.
    pub timeline: Vec<TimelineRow>,
    /// How much happened before that.
    pub earlier: usize,
    /// Who is needed and who helps; nothing for those who only read along.
    pub help: Option<Vec<SituationNeed>>,
    /// Whom to call in the Land.
    pub contacts: Vec<LandContactRow>,
    /// The last notes, newest first; nothing while they are held back.
    pub notes: Option<Vec<NoteRow>>,
    /// What is to be done next; nothing before it is verified.
    pub next: Option<Vec<String>>,
}

/// A need, and who meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SituationNeed {
    /// What it is called.
    pub label: String,
    /// How many people it asks for.
    pub places: u16,
    /// How many places are taken.
    pub committed: u16,
    /// How many are open.
    pub open: u16,
    /// Public names of those who help.
    pub people: Vec<String>,
}

impl SituationPage {
    /// What does not work, in one line.
    fn systems_line(&self) -> String {
        let language = self.frame.language();
        let labels = self.systems.iter().map(|system| system.label(language));
        labels.collect::<Vec<_>>().join(", ")
    }

    fn tlp_line(&self) -> String {
        let label = self.tlp.label(self.frame.language());
        fl!(self.frame.texts(), "care-report-tlp", tlp = label)
    }
}
