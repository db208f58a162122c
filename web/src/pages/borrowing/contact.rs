//! `/angebotsanfragen/{id}/kontakt`: whom to phone, shown this once.

use askama::Template;
use i18n_embed_fl::fl;

use crate::frame::{tel_href, tel_text};
use crate::parts::Link;
use crate::{Frame, assets};

/// Whom to phone on the other side of what was promised.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/borrowing_contact.html")]
pub struct BorrowingContactPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where the viewer came from.
    pub back: Link,
    /// The house is shown, to the town; else the town to the house.
    pub is_house: bool,
    /// The house, or whoever asked for help.
    pub name: String,
    /// Their number.
    pub phone: Option<String>,
    /// Their mail address.
    pub email: Option<String>,
}

impl BorrowingContactPage {
    fn title(&self) -> String {
        let texts = self.frame.texts();
        if self.is_house {
            fl!(texts, "borrowing-contact-house")
        } else {
            fl!(texts, "borrowing-contact-town")
        }
    }

    fn phone_href(&self) -> Option<String> {
        self.phone.as_deref().map(tel_href)
    }

    /// The number as it is read.
    fn number(&self) -> String {
        tel_text(self.phone.as_deref().unwrap_or_default())
    }
}
