//! `/datenschutz`: what is kept of whom, why and how long.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The privacy page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/privacy.html")]
pub struct PrivacyPage {
    /// Surroundings.
    pub frame: Frame,
    /// Who decides about the data (Art. 26 DSGVO); empty until the operator has set it.
    pub controllers: Vec<Controller>,
    /// Who runs the servers for them (Art. 28 DSGVO).
    pub processor: Option<Controller>,
    /// Mail address of the data protection officer.
    pub officer_email: Option<String>,
    /// The supervisory authority.
    pub authority: Option<String>,
}

/// Somebody who decides about data or handles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    /// Name.
    pub name: String,
    /// Address for mail.
    pub email: Option<String>,
}
