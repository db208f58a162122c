//! `/organisation/versicherung`: who insures the people it sends, and its data protection officer; a form that posts
//! `unfall`, `haftpflicht`, `datenschutz` and `stand`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// Insurance and data protection of an organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/insurance.html")]
pub struct InsurancePage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// What is filled in.
    pub form: Filled,
    /// Counts the changes of the organisation.
    pub version: i32,
    /// Somebody else changed the organisation meanwhile.
    pub is_conflict: bool,
}

impl InsurancePage {
    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let field = |name, label, control| self.form.field((name, label), control, language);
        let line = || FieldControl::Line("text", 160);
        let accident = field("unfall", fl!(texts, "insurance-accident"), line());
        let liability = field("haftpflicht", fl!(texts, "insurance-liability"), line());
        let phone = FieldControl::Line("tel", 40);
        let privacy = field("datenschutz", fl!(texts, "insurance-privacy"), phone);
        vec![
            accident.hinted(fl!(texts, "insurance-accident-hint")),
            liability.hinted(fl!(texts, "insurance-liability-hint")),
            privacy.hinted(fl!(texts, "insurance-privacy-hint")),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
