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
    /// Which of the controllers answers first.
    pub lead: Option<String>,
    /// The data protection officer.
    pub officer: Option<Controller>,
    /// Mail address of the data protection officer.
    pub officer_email: Option<String>,
    /// The supervisory authority.
    pub authority: Option<String>,
    /// For what data is kept.
    pub purposes: Vec<PrivacyPurpose>,
}

/// A purpose for which data of persons is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivacyPurpose {
    /// What it is.
    pub title: String,
    /// What is kept for it.
    pub data: String,
    /// Why that is lawful; nothing until the operator has set it.
    pub legal_basis: Option<String>,
    /// Who can see something of it.
    pub readers: String,
    /// How long it is kept.
    pub kept: String,
}

/// Somebody who decides about data or handles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    /// Name.
    pub name: String,
    /// Address for mail.
    pub email: Option<String>,
}
