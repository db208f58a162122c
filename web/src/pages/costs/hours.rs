//! `/organisation/geben-und-nehmen`: hours a house gives and receives, never of one person.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// Hours given and received in a year.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/give_and_take.html")]
pub struct GiveAndTakePage {
    /// Surroundings.
    pub frame: Frame,
    /// The year.
    pub year: i32,
    /// Years to go to, each with its address.
    pub years: Vec<(i32, String)>,
    /// The own houses; for who sees all, all that give or receive.
    pub houses: Vec<HouseHoursRow>,
    /// Whether these are all houses, as a table.
    pub is_of_all: bool,
}

/// What a house gives and receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseHoursRow {
    /// Its name.
    pub name: String,
    /// By its people.
    pub given: SideHours,
    /// For itself.
    pub received: SideHours,
}

/// One side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideHours {
    /// How many deployments.
    pub deployments: usize,
    /// Hours, such as `1.240,5`.
    pub hours: String,
    /// Hours of them that are only estimated; none where none are.
    pub estimated: Option<String>,
    /// By month and by phase; empty with few deployments.
    pub split: Vec<(String, String)>,
}

impl GiveAndTakePage {
    /// What the page is called.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "costs-hours-title")
    }

    /// Both sides of a house, each with its heading.
    fn sides<'a>(&self, house: &'a HouseHoursRow) -> [(String, &'a SideHours); 2] {
        let texts = self.frame.texts();
        [
            (fl!(texts, "costs-hours-given"), &house.given),
            (fl!(texts, "costs-hours-received"), &house.received),
        ]
    }
}
