//! The paper: one A4 page a card, light only, shown once.

use askama::Template;
use i18n_embed_fl::fl;

use crate::frame::{tel_href, tel_text};
use crate::pages::QrCode;
use crate::parts::FirstAid;
use crate::{Frame, Language, assets};

/// What somebody fills in by hand.
const BLANK: &str = "____________________";

/// Cards to print, this once.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/printed_cards.html")]
pub struct PrintedCardsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where help is asked for, such as `https://kataster.example.org/hilfe`.
    pub address: String,
    /// One page each.
    pub cards: Vec<PrintedCard>,
    /// What to do first.
    pub first_aid: FirstAid,
    /// Where to go on.
    pub back: String,
}

/// A card on paper.
#[derive(Clone, Debug)]
pub struct PrintedCard {
    /// Name of the town.
    pub municipality: String,
    /// What it is called on the phone.
    pub number: String,
    /// Day it was issued.
    pub issued: String,
    /// The codes.
    pub codes: Vec<String>,
    /// The address of the request for help, with the place and nothing else.
    pub qr: QrCode,
    /// Whom to call.
    pub calls: OrderOfCalls,
}

/// In which order to call.
#[derive(Clone, Debug, Default)]
pub struct OrderOfCalls {
    /// The IT provider.
    pub provider: Option<Call>,
    /// The cyber insurance.
    pub insurer: Option<Call>,
    /// Number of its policy, for who may see it.
    pub policy: Option<String>,
    /// The body of the Land that helps.
    pub land: Option<Call>,
    /// It is one of the federation: whoever answers where the Land does not.
    pub is_federal: bool,
    /// The police.
    pub police: Option<Call>,
    /// The data protection officer.
    pub privacy: Option<String>,
}

/// Somebody to call.
#[derive(Clone, Debug)]
pub struct Call {
    /// Their name.
    pub name: String,
    /// Their number.
    pub phone: Option<String>,
}

/// A call to make, as a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallStep {
    /// Whom to call.
    pub(crate) whom: String,
    /// Their name.
    pub(crate) name: Option<String>,
    /// Their number.
    pub(crate) phone: Option<String>,
}

/// Says that the codes were shown before.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/codes_gone.html")]
pub struct CodesGonePage {
    /// Surroundings.
    pub frame: Frame,
    /// Where to go on.
    pub back: String,
}

impl OrderOfCalls {
    /// The calls in their order, with blanks for what the register does not know.
    pub(crate) fn lines(&self, language: Language) -> Vec<String> {
        let texts = language.texts();
        let known = |call: &Option<Call>| {
            let call = call.as_ref()?;
            let phone = call.phone.as_deref().unwrap_or(BLANK);
            Some(format!("{}, {phone}", call.name))
        };
        let provider = known(&self.provider).unwrap_or_else(|| BLANK.to_owned());
        let land = known(&self.land).unwrap_or_else(|| fl!(texts, "calls-land"));
        let police = known(&self.police).unwrap_or_else(|| fl!(texts, "calls-police"));
        vec![
            fl!(texts, "calls-1", provider = provider),
            fl!(texts, "calls-2", number = BLANK, policy = BLANK),
            land,
            police,
            fl!(texts, "calls-5", number = BLANK),
        ]
    }

    /// The calls in their order, without what the register does not know.
    pub(crate) fn steps(&self, language: Language) -> Vec<CallStep> {
        let texts = language.texts();
        let step = |whom: String, call: Option<&Call>| CallStep {
            whom,
            name: call.map(|call| call.name.clone()),
            phone: call.and_then(|call| call.phone.clone()),
        };
        let mut insurer = step(fl!(texts, "calls-insurer"), self.insurer.as_ref());
        if let (Some(name), Some(policy)) = (&insurer.name, &self.policy) {
            let (name, policy) = (name.as_str(), policy.as_str());
            insurer.name = Some(fl!(texts, "calls-policy", name = name, policy = policy));
        }
        let land = if self.is_federal {
            fl!(texts, "calls-federal")
        } else {
            fl!(texts, "calls-land")
        };
        let privacy = CallStep {
            whom: fl!(texts, "calls-privacy"),
            name: None,
            phone: self.privacy.clone(),
        };
        vec![
            step(fl!(texts, "calls-provider"), self.provider.as_ref()),
            insurer,
            step(land, self.land.as_ref()),
            step(fl!(texts, "calls-police"), self.police.as_ref()),
            privacy,
        ]
    }
}

impl CallStep {
    /// The `tel:` link of its number.
    pub(crate) fn href(&self) -> String {
        tel_href(self.phone.as_deref().unwrap_or_default())
    }

    /// Its number as it is read.
    pub(crate) fn number(&self) -> String {
        tel_text(self.phone.as_deref().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_of_the_federation_is_not_called_one_of_the_land() {
        let whom = |is_federal| {
            let order = OrderOfCalls {
                is_federal,
                ..OrderOfCalls::default()
            };
            order.steps(Language::German)[2].whom.clone()
        };

        assert_eq!(whom(false), "Landesstelle für IT-Sicherheit");
        assert_eq!(whom(true), "Stelle des Bundes bei IT-Angriffen");
    }
}
