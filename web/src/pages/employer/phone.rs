//! `/organisation/telefon`: the number of the duty desk; a form that posts `telefon` and `stand`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// The duty desk of an organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/duty_phone.html")]
pub struct DutyPhonePage {
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

impl DutyPhonePage {
    fn fields(&self) -> Vec<Field> {
        let texts = self.frame.texts();
        let label = fl!(texts, "duty-phone");
        let control = FieldControl::Line("tel", 40);
        let field = self
            .form
            .field(("telefon", label), control, self.frame.language);
        vec![field.hinted(fl!(texts, "duty-phone-hint"))]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
