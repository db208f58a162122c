//! `/einsaetze/{id}/auftrag`: the order on paper, to be signed by the three parties.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::{Cost, HouseInsurance, LegalBasisName, PersonnelFormName};
use crate::parts::WorkMode;
use crate::{Frame, Language, assets};

/// An order to be printed. Names of people are filled in by hand.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/order.html")]
pub struct OrderPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where to go on.
    pub back: String,
    /// Nobody is bound by it.
    pub is_draft: bool,
    /// It is a drill.
    pub is_drill: bool,
    /// Who is helped; not told to helpers before they are committed.
    pub town: Option<OrderHouse>,
    /// The Kreis, which is told always.
    pub district: String,
    /// Who sends somebody; not told to the town before it accepted.
    pub employer: Option<OrderHouse>,
    /// The public name.
    pub alias: String,
    /// What they are, such as `IT-Forensik`.
    pub function: Option<String>,
    /// What they do.
    pub task: String,
    /// What that takes.
    pub skills: Vec<String>,
    /// Where.
    pub mode: WorkMode,
    /// Its start.
    pub from: String,
    /// Its end.
    pub until: String,
    /// On which legal basis.
    pub basis: OrderBasis,
    /// Who decides on site, by function; to the town alone, others look at the arrival sheet.
    pub leads: Option<String>,
    /// Insurance of who sends them.
    pub insured: HouseInsurance,
    /// What the conditions rest on for the town.
    pub town_conditions: TownConditions,
    /// Version of the conditions that who sends them accepted, and the day.
    pub employer_conditions: Option<(i32, String)>,
    /// Who checked the conditions of today, and on which day.
    pub checked: Option<(String, String)>,
    /// On which basis it is paid.
    pub cost: Option<Cost>,
    /// What it may cost.
    pub estimate: Option<EstimateLine>,
}

/// A party of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderHouse {
    /// Its name.
    pub name: String,
    /// Where it sits.
    pub place: String,
}

/// The legal basis of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderBasis {
    /// Nobody settled it; until then it must be.
    Unsettled(String),
    /// Basis, and form of personnel.
    Settled(LegalBasisName, PersonnelFormName),
}

/// What the conditions rest on for a town, with the version and the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TownConditions {
    /// The town is not told.
    Untold,
    /// It accepted nothing.
    Missing,
    /// Somebody confirmed them at once.
    AtOnce(i32, String),
    /// It accepted them as all others do.
    Accepted(i32, String),
}

/// An estimate in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateLine {
    /// Such as `1.240 Euro`.
    pub amount: String,
    /// Who pays; the town, where it is not named yet.
    pub payer: Option<String>,
    /// The town said yes to it.
    pub is_agreed: bool,
}

impl OrderHouse {
    /// Its name, and where it sits where the name does not say so.
    fn line(&self) -> String {
        if self.name == self.place {
            return self.name.clone();
        }
        format!("{}, {}", self.name, self.place)
    }
}

impl TownConditions {
    fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Untold => fl!(texts, "ready-order-conditions-town-untold"),
            Self::Missing => fl!(texts, "ready-order-conditions-town-none"),
            Self::AtOnce(version, day) => fl!(
                texts,
                "ready-order-conditions-town-at-once",
                version = (*version),
                day = day.as_str()
            ),
            Self::Accepted(version, day) => fl!(
                texts,
                "ready-order-conditions-town",
                version = (*version),
                day = day.as_str()
            ),
        }
    }
}

impl OrderPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "ready-order-link")
    }

    fn basis_text(&self) -> String {
        let texts = self.frame.texts();
        match &self.basis {
            OrderBasis::Unsettled(until) => {
                fl!(texts, "ready-order-unsettled", until = until.as_str())
            }
            OrderBasis::Settled(basis, form) => {
                let language = self.frame.language;
                format!("{} · {}", basis.label(language), form.label(language))
            }
        }
    }

    fn insured_lines(&self) -> Vec<String> {
        self.insured.lines(None, self.frame.language)
    }

    fn cost_text(&self) -> Option<String> {
        self.cost.map(|cost| cost.text(self.frame.language))
    }

    fn estimate_text(&self) -> Option<String> {
        let EstimateLine {
            amount,
            payer,
            is_agreed,
        } = self.estimate.as_ref()?;
        let (texts, amount) = (self.frame.texts(), amount.as_str());
        let town = fl!(texts, "ready-order-payer");
        let payer = payer.as_deref().unwrap_or(&town);
        Some(if *is_agreed {
            fl!(
                texts,
                "ready-order-estimate",
                amount = amount,
                payer = payer
            )
        } else {
            fl!(
                texts,
                "ready-order-estimate-open",
                amount = amount,
                payer = payer
            )
        })
    }

    fn conditions_lines(&self) -> Vec<String> {
        let texts = self.frame.texts();
        let town = self.town_conditions.text(self.frame.language);
        let employer = match &self.employer_conditions {
            Some((version, day)) => {
                let version = *version;
                fl!(
                    texts,
                    "ready-order-conditions-employer",
                    version = version,
                    day = day.as_str()
                )
            }
            None => fl!(texts, "ready-order-conditions-employer-none"),
        };
        vec![town, employer]
    }
}
