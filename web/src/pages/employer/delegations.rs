//! `/organisation/vertretung`: a colleague manages until a day; a form that posts `email` and `bis`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, Language, assets};

/// Who manages an organisation until a day.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/delegations.html")]
pub struct DelegationsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// Delegations that hold.
    pub rows: Vec<DelegationRow>,
    /// What an admin ended lately.
    pub ended: Vec<EndedDelegationRow>,
    /// `email`, `bis`.
    pub form: Filled,
}

/// A delegation that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationRow {
    /// Id of the account.
    pub account: String,
    /// Its mail address.
    pub email: String,
    /// Last day.
    pub until: String,
}

/// A delegation an admin ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedDelegationRow {
    /// Mail address of the account.
    pub email: String,
    /// The day it ended.
    pub day: String,
}

impl DelegationsPage {
    /// That nobody else of the house has an address.
    pub fn no_colleague(language: Language) -> String {
        fl!(language.texts(), "delegation-no-colleague")
    }

    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let label = fl!(texts, "delegation-email");
        let email = self
            .form
            .field(("email", label), FieldControl::Line("email", 254), language);
        let label = fl!(texts, "delegation-until");
        let until = self.form.field(("bis", label), FieldControl::Day, language);
        vec![
            email.hinted(fl!(texts, "delegation-email-hint")),
            until.hinted(fl!(texts, "delegation-until-hint")),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
