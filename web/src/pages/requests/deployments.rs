//! `/einsaetze`, and the deployments of a house on its page of releases.

use askama::Template;
use i18n_embed_fl::fl;

use super::{DeploymentKind, DeploymentStand};
use crate::pages::{Cost, DeploymentBasis, HouseInsurance, Introduction};
use crate::parts::Link;
use crate::{Frame, Language, assets};

/// The deployments somebody has to do with.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/deployments.html")]
pub struct DeploymentsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Newest first.
    pub rows: Vec<OwnDeployment>,
    /// Older ones.
    pub next: Option<String>,
}

impl DeploymentsPage {
    /// What the page is called.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "deployments-title")
    }

    /// Whether somebody reads it who learns of the town later: whoever helps, and their house.
    fn is_of_helpers(&self) -> bool {
        self.rows.iter().any(|row| row.request.is_none())
    }
}

/// A deployment, as one of its sides sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDeployment {
    /// Names it in addresses.
    pub id: String,
    /// The public name; nothing once the entry was erased.
    pub alias: Option<String>,
    /// What they do.
    pub task: String,
    /// The town once committed, before that the Kreis.
    pub place: String,
    /// How they help.
    pub kind: DeploymentKind,
    /// Its start.
    pub from: String,
    /// Its end.
    pub until: String,
    /// Where it stands.
    pub stand: DeploymentStand,
    /// Who sends them and what they can do, for the town once they are released.
    pub introduction: Option<Introduction>,
    /// It is a drill.
    pub is_drill: bool,
    /// The request, for who may see it.
    pub request: Option<String>,
    /// A button shows whom to phone: posts to `/einsaetze/{id}/kontakt`.
    pub has_contact: bool,
    /// On which legal basis it stands, where one is asked for.
    pub basis: Option<DeploymentBasis>,
}

impl OwnDeployment {
    /// The public name.
    pub(in crate::pages) fn name(&self) -> &str {
        self.alias.as_deref().unwrap_or_default()
    }
}

/// The deployments of a house, on its page of releases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseDeployments {
    /// Those that wait for its word, the most urgent first.
    pub waiting: Vec<WaitingRelease>,
    /// Those it released that are not over.
    pub running: Vec<RunningDeployment>,
    /// What the house says of insurance.
    pub insured: HouseInsurance,
}

impl HouseDeployments {
    /// Insurance and cost of one that waits.
    pub(in crate::pages) fn terms(&self, row: &WaitingRelease, language: Language) -> Vec<String> {
        self.insured.lines(row.cost, language)
    }
}

/// A deployment that waits for the employer; posts `antwort` to `/organisation/freigaben/einsaetze/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRelease {
    /// Names it in addresses.
    pub id: String,
    /// The public name; nothing once the entry was erased.
    pub alias: Option<Link>,
    /// What they do.
    pub task: String,
    /// The Kreis.
    pub district: String,
    /// How they would help.
    pub kind: DeploymentKind,
    /// Its start.
    pub from: String,
    /// Its end.
    pub until: String,
    /// Until when it can be answered.
    pub due: String,
    /// On which basis it is paid.
    pub cost: Option<Cost>,
    /// It is at the place and could be done from afar.
    pub can_be_remote: bool,
    /// It is a drill.
    pub is_drill: bool,
}

/// A deployment that was released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningDeployment {
    /// The public name; nothing once the entry was erased.
    pub alias: Option<Link>,
    /// What they do.
    pub task: String,
    /// The Kreis.
    pub district: String,
    /// Its start.
    pub from: String,
    /// Its end.
    pub until: String,
    /// Where it stands.
    pub stand: DeploymentStand,
}
