//! The arrival sheet: what whoever arrives must know, and nobody writes in mails.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::look_like_credentials;
use crate::phone;

/// A sheet. Texts that are empty are left out.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// What it says.
    pub texts: BTreeMap<SheetText, String>,
    /// Whether own tools may be used; nobody said yet when none.
    pub own_tools: Option<bool>,
}

/// What it says about (trust.md, arrival sheet).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SheetText {
    /// Who leads on site.
    LeadName,
    /// Their private number.
    LeadPhone,
    /// Their deputy.
    DeputyName,
    /// The deputy's private number.
    DeputyPhone,
    /// Which entrance.
    Entrance,
    /// Where to park.
    Parking,
    /// When to come.
    ArrivalTime,
    /// What to show at the door.
    IdAtDoor,
    /// Who decides: their function.
    Decides,
    /// Who authorised them.
    AuthorisedBy,
    /// What is cut off from the net.
    Isolation,
    /// How backups stand.
    Backups,
    /// What the police said.
    Police,
    /// What the insurer said.
    Insurer,
    /// What must not be touched.
    MustNotTouch,
    /// Where everybody talks apart from the house's net.
    Channel,
    /// Safe internet, such as own LTE.
    Internet,
    /// Where to sleep.
    Bed,
    /// What there is to eat.
    Food,
    /// Who signed the pledge of confidentiality, and when.
    Confidentiality,
    /// Processing on behalf, or Amtshilfe.
    DataProcessing,
    /// Who stops everything.
    StopName,
    /// Their number.
    StopPhone,
}

/// A sheet as somebody sends it.
#[derive(Clone, Default)]
pub struct NewSheet {
    /// What it says.
    pub texts: BTreeMap<SheetText, String>,
    /// Whether own tools may be used.
    pub own_tools: Option<bool>,
    /// What looks like credentials is none.
    pub is_sure: bool,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// It is too long.
    TooLong,
    /// It is no telephone number.
    NoPhone,
    /// It looks like credentials.
    Credentials,
}

/// Says nothing of what it says.
impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sheet")
    }
}

impl fmt::Debug for NewSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewSheet")
    }
}

impl NewSheet {
    /// The sheet, numbers in one spelling.
    ///
    /// # Errors
    /// What is wrong, each once: that it looks like credentials only while nobody said that it is none.
    pub fn checked(self) -> Result<Sheet, Vec<(SheetText, TextProblem)>> {
        let mut problems = Vec::new();
        let mut texts = BTreeMap::new();
        for (about, text) in self.texts {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let problem = if text.chars().count() > about.longest() {
                Some(TextProblem::TooLong)
            } else if about.is_phone() {
                phone::e164(text).is_none().then_some(TextProblem::NoPhone)
            } else {
                let is_suspicious = !self.is_sure && look_like_credentials(text);
                is_suspicious.then_some(TextProblem::Credentials)
            };
            problems.extend(problem.map(|problem| (about, problem)));
            let number = about.is_phone().then(|| phone::e164(text)).flatten();
            texts.insert(about, number.unwrap_or_else(|| text.to_owned()));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Sheet {
            texts,
            own_tools: self.own_tools,
        })
    }
}

impl Sheet {
    /// What it says about something.
    pub fn text(&self, about: SheetText) -> &str {
        self.texts.get(&about).map_or("", String::as_str)
    }

    /// About what it says something else than another one.
    pub fn changes(&self, before: &Self) -> Vec<&'static str> {
        let all = SheetText::VARIANTS.iter().copied();
        let changed = all.filter(|about| self.text(*about) != before.text(*about));
        let tools = (self.own_tools != before.own_tools).then_some("own_tools");
        changed.map(<&str>::from).chain(tools).collect()
    }
}

impl SheetText {
    /// Whether it is a telephone number.
    pub const fn is_phone(self) -> bool {
        matches!(self, Self::LeadPhone | Self::DeputyPhone | Self::StopPhone)
    }

    /// Signs it may have.
    pub const fn longest(self) -> usize {
        match self {
            Self::LeadPhone | Self::DeputyPhone | Self::StopPhone => 40,
            Self::LeadName
            | Self::DeputyName
            | Self::Decides
            | Self::AuthorisedBy
            | Self::ArrivalTime
            | Self::StopName => 160,
            Self::Entrance
            | Self::Parking
            | Self::IdAtDoor
            | Self::Channel
            | Self::Internet
            | Self::Bed
            | Self::Food
            | Self::Confidentiality
            | Self::DataProcessing => 500,
            Self::Isolation | Self::Backups | Self::Police | Self::Insurer | Self::MustNotTouch => {
                2_000
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(texts: &[(SheetText, &str)], is_sure: bool) -> NewSheet {
        let texts = texts.iter();
        NewSheet {
            texts: texts
                .map(|(about, text)| (*about, (*text).to_owned()))
                .collect(),
            own_tools: None,
            is_sure,
        }
    }

    #[test]
    fn numbers_get_one_spelling_and_empty_texts_are_left_out() {
        let new = sent(
            &[
                (SheetText::LeadPhone, "0171 1234567"),
                (SheetText::Parking, "  "),
            ],
            false,
        );

        let sheet = new.checked().unwrap();

        assert_eq!(sheet.text(SheetText::LeadPhone), "+491711234567");
        assert_eq!(sheet.texts.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_said_of_each_text() {
        let long = "🏛️".repeat(600);
        let texts = [
            (SheetText::LeadPhone, "call me"),
            (SheetText::Entrance, long.as_str()),
            (SheetText::Internet, "WLAN-Passwort: Sommer"),
        ];

        let wrong = sent(&texts, false).checked().unwrap_err();

        assert_eq!(
            wrong,
            [
                (SheetText::LeadPhone, TextProblem::NoPhone),
                (SheetText::Entrance, TextProblem::TooLong),
                (SheetText::Internet, TextProblem::Credentials),
            ]
        );
        assert!(sent(&texts[2..], true).checked().is_ok());
    }

    #[test]
    fn a_sheet_is_read_as_it_was_written() {
        let texts = [(SheetText::Entrance, "Haus B 🏛️".to_owned())];
        let sheet = Sheet {
            texts: texts.into(),
            own_tools: Some(false),
        };

        let written = serde_json::to_vec(&sheet).unwrap();

        assert_eq!(serde_json::from_slice::<Sheet>(&written).unwrap(), sheet);
    }
}
