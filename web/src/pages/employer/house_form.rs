//! Facts of a house, each in a form of its own: `/organisation/telefon` posts `telefon`, `/organisation/versicherung`
//! posts `unfall`, `haftpflicht` and `datenschutz`; both post `stand`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// A form about an organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/house_form.html")]
pub struct HouseFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// What it asks.
    pub about: HouseFacts,
    /// Name of the organisation.
    pub name: String,
    /// What is filled in.
    pub form: Filled,
    /// Counts the changes of the organisation.
    pub version: i32,
    /// Somebody else changed the organisation meanwhile.
    pub is_conflict: bool,
}

/// What a form about an organisation asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HouseFacts {
    /// The number of the duty desk.
    DutyPhone,
    /// Who insures the people it sends, and its data protection officer.
    Insurance,
}

impl HouseFormPage {
    fn title(&self) -> String {
        match self.about {
            HouseFacts::DutyPhone => fl!(self.frame.texts(), "duty-phone-title"),
            HouseFacts::Insurance => fl!(self.frame.texts(), "insurance-title"),
        }
    }

    fn lead(&self) -> String {
        match self.about {
            HouseFacts::DutyPhone => fl!(self.frame.texts(), "duty-phone-lead"),
            HouseFacts::Insurance => fl!(self.frame.texts(), "insurance-lead"),
        }
    }

    fn action(&self) -> &'static str {
        match self.about {
            HouseFacts::DutyPhone => "/organisation/telefon",
            HouseFacts::Insurance => "/organisation/versicherung",
        }
    }

    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let field = |name, label, control| self.form.field((name, label), control, language);
        let line = || FieldControl::Line("text", 160);
        let phone = || FieldControl::Line("tel", 40);
        match self.about {
            HouseFacts::DutyPhone => vec![
                field("telefon", fl!(texts, "duty-phone"), phone())
                    .hinted(fl!(texts, "duty-phone-hint")),
            ],
            HouseFacts::Insurance => vec![
                field("unfall", fl!(texts, "insurance-accident"), line())
                    .hinted(fl!(texts, "insurance-accident-hint")),
                field("haftpflicht", fl!(texts, "insurance-liability"), line())
                    .hinted(fl!(texts, "insurance-liability-hint")),
                field("datenschutz", fl!(texts, "insurance-privacy"), phone())
                    .hinted(fl!(texts, "insurance-privacy-hint")),
            ],
        }
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
