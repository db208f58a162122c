//! `/einsaetze/{id}/kontakt`: whom to phone, shown this once.

use askama::Template;
use i18n_embed_fl::fl;

use crate::frame::{tel_href, tel_text};
use crate::parts::Link;
use crate::{Frame, Language, assets};

/// Whom to phone on the other side of a deployment.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/deployment_contact.html")]
pub struct DeploymentContactPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where the viewer came from.
    pub back: Link,
    /// Who is shown.
    pub side: OtherSide,
    /// Their name; the house's desk for a capacity.
    pub name: String,
    /// Their number.
    pub phone: Option<String>,
    /// Their mail address.
    pub email: Option<String>,
    /// What whoever phones says first, and what the called answers.
    pub words: Option<(String, String)>,
}

/// Who is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherSide {
    /// Who helps, to the town: they phone.
    Helper,
    /// Who asked, to whoever helps and phones.
    Asker,
}

impl DeploymentContactPage {
    /// What the page of a request is called where it is linked.
    pub fn request_title(language: Language) -> String {
        fl!(language.texts(), "request-one")
    }

    fn title(&self) -> String {
        let texts = self.frame.texts();
        match self.side {
            OtherSide::Helper => fl!(texts, "deployments-contact-helper"),
            OtherSide::Asker => fl!(texts, "deployments-contact-asker"),
        }
    }

    fn words_text(&self) -> Option<String> {
        let texts = self.frame.texts();
        let (first, answer) = self.words.as_ref()?;
        let (first, answer) = (first.as_str(), answer.as_str());
        Some(match self.side {
            OtherSide::Helper => fl!(
                texts,
                "deployments-words-called",
                caller = first,
                called = answer
            ),
            OtherSide::Asker => fl!(
                texts,
                "deployments-words-caller",
                caller = first,
                called = answer
            ),
        })
    }

    fn phone_href(&self) -> Option<String> {
        self.phone.as_deref().map(tel_href)
    }

    /// The number as it is read.
    fn number(&self) -> String {
        tel_text(self.phone.as_deref().unwrap_or_default())
    }
}
