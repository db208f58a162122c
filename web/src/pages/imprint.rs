//! `/impressum`: who runs the register, and whose data it builds on.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The imprint.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/imprint.html")]
pub struct ImprintPage {
    /// Surroundings.
    pub frame: Frame,
    /// Who answers for it; nothing until the operator has set it.
    pub publisher: Option<Publisher>,
    /// Attributions of the reference data, a line each.
    pub attributions: Vec<String>,
    /// Where the source code is.
    pub source_code: Option<String>,
}

/// Who answers for the register (§ 5 DDG).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// Full name with legal form.
    pub name: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// Who may sign for it.
    pub represented_by: Option<String>,
    /// Address for mail.
    pub email: String,
    /// Telephone number as it is written.
    pub phone: Option<String>,
    /// Authority that oversees it.
    pub supervised_by: Option<String>,
}
