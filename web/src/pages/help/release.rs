//! `/freigabe/{token}`: an employer is asked whether somebody of the house may help.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::{Cost, OrganisationKind};
use crate::{Frame, Language, assets};

/// What a manager is asked, by their link.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_release.html")]
pub struct ReleasePage {
    /// Surroundings.
    pub frame: Frame,
    /// It is a drill.
    pub is_drill: bool,
    /// Public name of who wants to help.
    pub alias: String,
    /// Name of the Kreis, or of the Land where the Kreis would name the town.
    pub district: Option<String>,
    /// What asks for help.
    pub asker: Option<OrganisationKind>,
    /// What for.
    pub task: String,
    /// Its start, such as `heute 15 Uhr`.
    pub from: String,
    /// Its end, such as `3. Dezember 2026, 15:00 Uhr`.
    pub until: String,
    /// At the place.
    pub is_on_site: bool,
    /// A talk of up to two hours.
    pub is_first_call: bool,
    /// On which basis it is paid.
    pub cost: Option<Cost>,
    /// What the house says of insurance.
    pub insured: HouseInsurance,
    /// Where it stands.
    pub state: ReleaseState,
}

/// Who insures the people of a house; nothing where it did not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseInsurance {
    /// Against accidents.
    pub accident: Option<String>,
    /// Against damage they do.
    pub liability: Option<String>,
}

impl HouseInsurance {
    /// Who pays what, in sentences (trust.md, copy C6); of cost nothing where a side is not known any more.
    pub(in crate::pages) fn lines(&self, cost: Option<Cost>, language: Language) -> Vec<String> {
        let texts = language.texts();
        let unknown = fl!(texts, "release-not-kept");
        let known = |name: &Option<String>| name.clone().unwrap_or_else(|| unknown.clone());
        let (accident, liability) = (known(&self.accident), known(&self.liability));
        let insured = fl!(
            texts,
            "release-insured",
            accident = accident,
            liability = liability
        );
        let cost = cost.map(|cost| cost.told_to_sender(language));
        [insured].into_iter().chain(cost).collect()
    }
}

/// Where a release stands.
#[derive(Clone, Debug)]
pub enum ReleaseState {
    /// It is to be decided.
    Open {
        /// Until when, such as `14:20 Uhr`.
        until: String,
        /// It can also be done from afar.
        may_be_remote: bool,
    },
    /// Released; the town is asked until a time.
    Released(String),
    /// The town said yes.
    Accepted,
    /// The employer said no.
    Refused,
    /// The town said no.
    Declined,
    /// Nobody decided in time.
    Lapsed,
    /// It is needed no more, or the person took it back.
    Withdrawn,
}

impl ReleasePage {
    fn heading(&self) -> String {
        let texts = self.frame.texts();
        match &self.state {
            ReleaseState::Open { .. } => {
                fl!(texts, "release-ask-title", alias = self.alias.as_str())
            }
            ReleaseState::Released(_) => fl!(texts, "release-done"),
            ReleaseState::Accepted => fl!(texts, "release-accepted"),
            ReleaseState::Refused => fl!(texts, "release-refused"),
            ReleaseState::Declined => fl!(texts, "release-declined"),
            ReleaseState::Lapsed => fl!(texts, "release-lapsed"),
            ReleaseState::Withdrawn => fl!(texts, "release-withdrawn"),
        }
    }

    fn lead(&self) -> String {
        let (texts, alias) = (self.frame.texts(), self.alias.as_str());
        match &self.state {
            ReleaseState::Open { until, .. } => {
                fl!(texts, "release-ask-until", until = until.as_str())
            }
            ReleaseState::Released(by) => fl!(texts, "release-done-text", by = by.as_str()),
            ReleaseState::Accepted => fl!(texts, "release-accepted-text", alias = alias),
            ReleaseState::Refused => fl!(texts, "release-refused-text"),
            ReleaseState::Declined => fl!(texts, "release-declined-text"),
            ReleaseState::Lapsed => fl!(texts, "release-lapsed-text"),
            ReleaseState::Withdrawn => fl!(texts, "release-withdrawn-text"),
        }
    }

    fn is_open(&self) -> bool {
        matches!(self.state, ReleaseState::Open { .. })
    }

    /// Whether it can be released for work from afar instead.
    fn may_be_remote(&self) -> bool {
        matches!(
            self.state,
            ReleaseState::Open {
                may_be_remote: true,
                ..
            }
        )
    }

    fn mode(&self) -> String {
        let texts = self.frame.texts();
        match (self.is_first_call, self.is_on_site) {
            (true, _) => fl!(texts, "person-call"),
            (false, true) => fl!(texts, "mode-on-site"),
            (false, false) => fl!(texts, "mode-remote"),
        }
    }

    /// Insurance and cost.
    fn terms(&self) -> Vec<String> {
        self.insured.lines(self.cost, self.frame.language())
    }

    /// What a release orders.
    fn order(&self) -> String {
        let texts = self.frame.texts();
        if self.is_on_site {
            return fl!(texts, "release-order-travel");
        }
        fl!(texts, "release-order-remote")
    }
}
