//! "Vor dem ersten Handgriff": seven ticks, the same for both sides.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// A side of a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeploymentSide {
    /// Who is helped.
    Town,
    /// Who helps.
    Expert,
    /// Who sends them.
    Employer,
    /// The coordination office.
    Coordinator,
}

/// Something to be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadinessTick {
    /// There is a written order.
    WrittenOrder,
    /// It is clear who decides.
    WhoDecides,
    /// The police was informed.
    PoliceInformed,
    /// The backups are safe.
    BackupsSafe,
    /// The pledge of confidentiality is signed.
    ConfidentialitySigned,
    /// Processing on behalf is agreed on, or it is Amtshilfe.
    DataProcessingSettled,
    /// There is a number to stop everything.
    EmergencyStop,
}

/// What is settled, as a section of a page; a tick posts `haken` and `erledigt` (`ja` or `nein`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadinessView {
    /// Those still open first.
    pub rows: Vec<TickRow>,
    /// Where a tick is posted to; nowhere once it is over.
    pub action: Option<String>,
}

/// A tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickRow {
    /// What.
    pub tick: ReadinessTick,
    /// Its value in forms.
    pub value: &'static str,
    /// Which side ticked it, and when; open when none.
    pub done: Option<(DeploymentSide, String)>,
    /// Settled for one deployment, and not for all who help.
    pub is_personal: bool,
}

impl DeploymentSide {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Town => fl!(texts, "side-town"),
            Self::Expert => fl!(texts, "side-expert"),
            Self::Employer => fl!(texts, "side-employer"),
            Self::Coordinator => fl!(texts, "side-desk"),
        }
    }
}

impl ReadinessTick {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::WrittenOrder => fl!(texts, "ready-tick-written-order"),
            Self::WhoDecides => fl!(texts, "ready-tick-who-decides"),
            Self::PoliceInformed => fl!(texts, "ready-tick-police-informed"),
            Self::BackupsSafe => fl!(texts, "ready-tick-backups-safe"),
            Self::ConfidentialitySigned => fl!(texts, "ready-tick-confidentiality-signed"),
            Self::DataProcessingSettled => fl!(texts, "ready-tick-data-processing-settled"),
            Self::EmergencyStop => fl!(texts, "ready-tick-emergency-stop"),
        }
    }
}

impl ReadinessView {
    /// What the section is called, with how much is settled.
    pub(in crate::pages) fn heading(&self, language: Language) -> String {
        let all = self.rows.len();
        let done = all - self.open();
        fl!(
            language.texts(),
            "ready-ticks-count",
            done = done,
            all = all
        )
    }

    /// How many are open.
    pub(in crate::pages) fn open(&self) -> usize {
        self.rows.iter().filter(|row| row.done.is_none()).count()
    }

    /// What the start of a deployment warns of.
    pub fn warning(&self, language: Language) -> Option<String> {
        let open = self.rows.iter().filter(|row| row.done.is_none());
        let open: Vec<_> = open.map(|row| row.tick.label(language)).collect();
        let (n, names) = (open.len(), open.join(" · "));
        (n > 0).then(|| {
            fl!(
                language.texts(),
                "ready-ticks-open",
                n = n,
                names = names.as_str()
            )
        })
    }
}

impl TickRow {
    /// Who ticked it, and when.
    pub(in crate::pages) fn said(&self, language: Language) -> Option<String> {
        let (side, at) = self.done.as_ref()?;
        let side = side.label(language);
        let texts = language.texts();
        Some(fl!(
            texts,
            "ready-ticked",
            side = side.as_str(),
            at = at.as_str()
        ))
    }
}

/// The same by a link: of a status page, or of an answer.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_readiness.html")]
pub struct HelpReadinessPage {
    /// Surroundings.
    pub frame: Frame,
    /// Who helps, for the town; what for, for who helps.
    pub about: String,
    /// It is a drill.
    pub is_drill: bool,
    /// Where the visitor came from.
    pub back: String,
    /// What is settled.
    pub readiness: ReadinessView,
}
