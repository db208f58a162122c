//! `/organisation/mitbestimmung`: where the staff council's participation stands; a form that posts `beteiligung`,
//! `seit` and `stand`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::Participation;
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// Where participation stands.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/participation.html")]
pub struct ParticipationPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// What is stored.
    pub stored: Participation,
    /// Since which day.
    pub since: String,
    /// What is filled in.
    pub form: Filled,
    /// Counts the changes of the organisation.
    pub version: i32,
    /// Somebody else changed the organisation meanwhile.
    pub is_conflict: bool,
}

impl ParticipationPage {
    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let options =
            Participation::ALL.map(|state| (state.value().to_owned(), state.label(language)));
        let label = fl!(texts, "participation-state");
        let control = FieldControl::Radio(options.to_vec());
        let state = self.form.field(("beteiligung", label), control, language);
        let label = fl!(texts, "participation-day");
        let day = self
            .form
            .field(("seit", label), FieldControl::Day, language);
        vec![state, day.hinted(fl!(texts, "participation-day-hint"))]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
