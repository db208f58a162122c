//! `/vorfaelle/{id}/angebote/{offer}`: a town asks for an offer.

use askama::Template;
use i18n_embed_fl::fl;

use super::BorrowingCost;
use crate::parts::{Field, FieldControl, Filled, Link, OfferCard};
use crate::{Frame, Language, assets};

/// An offer, and the form that asks for it. Posts `vorgang`, `menge`, `ab`, `tage` and `nachricht` to the same address.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/ask_offer.html")]
pub struct AskOfferPage {
    /// Surroundings.
    pub frame: Frame,
    /// The incident, by its place.
    pub incident: Link,
    /// As the town sees it.
    pub card: OfferCard,
    /// Where the form goes.
    pub action: String,
    /// Names one sending of the form.
    pub nonce: String,
    /// When it can be used at the earliest, such as `heute, 14:20 Uhr`.
    pub earliest: String,
    /// How much there is; none where it is there or not.
    pub most: Option<u32>,
    /// On which terms it is paid.
    pub cost: BorrowingCost,
    /// `menge`, `ab`, `tage`, `nachricht`.
    pub form: Filled,
}

impl AskOfferPage {
    /// What is said of a start that is too early.
    pub fn too_soon(earliest: &str, language: Language) -> String {
        fl!(language.texts(), "borrowing-too-soon", earliest = earliest)
    }

    /// What is said of a quantity that others were promised.
    pub fn promised(left: u32, language: Language) -> String {
        fl!(language.texts(), "borrowing-promised", n = left)
    }

    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let quantity = self.most.map(|most| {
            let label = fl!(texts, "borrowing-quantity");
            let control = FieldControl::Number(1, most);
            self.form.field(("menge", label), control, language)
        });
        let from = fl!(texts, "borrowing-from");
        let from = self
            .form
            .field(("ab", from), FieldControl::Moment, language);
        let earliest = self.earliest.as_str();
        let from = from.hinted(fl!(texts, "borrowing-from-hint", earliest = earliest));
        let days = fl!(texts, "borrowing-days");
        let most_days = FieldControl::Number(1, self.card.max_days);
        let days = self.form.field(("tage", days), most_days, language);
        let message = fl!(texts, "borrowing-message");
        let area = FieldControl::Area(4, 500);
        let message = self.form.field(("nachricht", message), area, language);
        let message = message.hinted(fl!(texts, "borrowing-message-hint"));
        quantity.into_iter().chain([from, days, message]).collect()
    }

    /// All that is wrong, with the ids of the fields.
    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
