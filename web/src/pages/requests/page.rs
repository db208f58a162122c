//! `/ersuchen/{id}`: one request for help.

use askama::Template;
use i18n_embed_fl::fl;

use super::{
    AlertPhone, AlertRow, DeploymentKind, DeploymentStand, Places, RequestBadge, RequestNeed,
};
use crate::frame::tel_text;
use crate::pages::{ConditionsStand, DeploymentBasis, Introduction};
use crate::parts::{FieldProblem, Link};
use crate::{Frame, assets};

/// So many needs are shown with all who were asked for them.
const FEW_NEEDS: usize = 3;

/// A request; its forms post below `/ersuchen/{id}/`: `alarmieren`, `welle`, `pause`, `auswahl`, `antwort`,
/// `nummer`, `ende`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/request.html")]
pub struct RequestPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names it in addresses.
    pub id: String,
    /// The incident, by its place.
    pub incident: Link,
    /// It is a drill.
    pub is_drill: bool,
    /// Where it stands.
    pub state: RequestBadge,
    /// When it was made, such as `heute, 14:20 Uhr`.
    pub made: String,
    /// When help is to begin.
    pub from: String,
    /// For how many days.
    pub days: u16,
    /// Why it is over.
    pub ended: Option<String>,
    /// The first fitting yes counts.
    pub first_yes_counts: bool,
    /// All its places.
    pub places: Places,
    /// Who is needed, in their order.
    pub needs: Vec<RequestNeed>,
    /// What came of it, oldest first.
    pub deployments: Vec<RequestDeployment>,
    /// What the viewer may do now.
    pub may: RequestRights,
    /// Who would be asked is shown.
    pub is_preview: bool,
    /// Ends it; only for who may, while it is not over.
    pub end: Option<EndForm>,
    /// What the conditions rest on, told at `/vorfaelle/{id}/sofortvereinbarung`.
    pub conditions: ConditionsStand,
}

/// What the viewer may do with a request as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestRights {
    /// Begin to ask people.
    pub begin: bool,
    /// Pause, go on, ask the next wave.
    pub steer: bool,
    /// Say yes or no for a town that said so on the phone.
    pub speaks_for_town: bool,
}

/// Somebody who said yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestDeployment {
    /// Names it in addresses.
    pub id: String,
    /// The public name, leading to the masked entry; nothing once that was erased.
    pub alias: Option<Link>,
    /// What they do.
    pub task: String,
    /// How they help.
    pub kind: DeploymentKind,
    /// Its start.
    pub from: String,
    /// Its end.
    pub until: String,
    /// Where it stands.
    pub stand: DeploymentStand,
    /// Who sends them and what they can do, once they are released.
    pub introduction: Option<Introduction>,
    /// What the town may say now; posts `antwort` to `/einsaetze/{id}/annahme`.
    pub decision: Option<TownDecision>,
    /// A button shows whom to phone: posts to `/einsaetze/{id}/kontakt`.
    pub has_contact: bool,
    /// Nobody could be asked to release them; for the desk.
    pub unasked: Option<UnaskedHouse>,
    /// On which legal basis it stands, where one is asked for.
    pub basis: Option<DeploymentBasis>,
}

/// A house of which nobody can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnaskedHouse {
    /// Its duty telephone, E.164.
    pub phone: Option<String>,
}

impl UnaskedHouse {
    /// The number as it is read.
    pub(super) fn number(&self) -> String {
        tel_text(self.phone.as_deref().unwrap_or_default())
    }
}

/// What a town may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TownDecision {
    /// Yes or no.
    Accept,
    /// No more, to what it had accepted beforehand.
    Object,
}

/// Ends a request; posts `grund` to `…/ende`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndForm {
    /// What was typed.
    pub reason: String,
    /// What is wrong.
    pub problem: Option<FieldProblem>,
}

impl RequestDeployment {
    /// The public name, for whoever hears a button.
    fn name(&self) -> &str {
        self.alias.as_ref().map_or("", |alias| alias.label.as_str())
    }
}

impl RequestPage {
    /// All that is wrong, with the ids of the fields.
    fn messages(&self) -> Vec<(String, String)> {
        let language = self.frame.language();
        let needs = self.needs.iter();
        let needs = needs.flat_map(|need| need.messages(language));
        let end = self
            .end_message()
            .map(|message| ("grund".to_owned(), message));
        needs.chain(end).collect()
    }

    fn end_message(&self) -> Option<String> {
        let problem = self.end.as_ref()?.problem.as_ref()?;
        Some(problem.message(&self.end_reason(), self.frame.language()))
    }

    /// A draft is discarded, everything else ended.
    fn is_draft(&self) -> bool {
        self.state == RequestBadge::Draft
    }

    /// The question for the reason why it ends.
    fn end_reason(&self) -> String {
        let texts = self.frame.texts();
        if self.is_draft() {
            return fl!(texts, "request-discard-reason");
        }
        fl!(texts, "request-end-reason")
    }

    /// Waves of all needs together: the next one makes it another number.
    fn waves(&self) -> u32 {
        self.needs.iter().map(|need| u32::from(need.wave)).sum()
    }

    /// Whether somebody was asked.
    fn is_anybody_asked(&self) -> bool {
        self.needs.iter().any(|need| !need.alerts.is_empty())
    }

    /// Whether who was asked for a need is shown at once: not where there are many needs, nothing of it is wrong, and
    /// nobody is to be phoned.
    fn shows_alerts(&self, need: &RequestNeed) -> bool {
        self.needs.len() <= FEW_NEEDS || need.alerts.iter().any(AlertRow::is_for_the_desk)
    }

    /// Whether nobody would be asked.
    fn is_preview_empty(&self) -> bool {
        let mut shown = self.needs.iter().filter_map(|need| need.preview.as_ref());
        shown.all(Vec::is_empty)
    }
}
