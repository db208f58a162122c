//! The field for a town: free text without scripts, a typeahead with them.

use i18n_embed_fl::fl;

use crate::Language;

/// A place as it was typed, and what it was taken for.
///
/// The form sends the text as `ort` and, when a suggestion was taken, its AGS in a hidden field. The text wins:
/// where it is not the name of the hidden AGS's place, the server looks the text up; no text is no place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceField {
    /// The text, or the name of the place it was taken for.
    pub text: String,
    /// AGS of the place.
    pub ags: Option<String>,
    /// What is wrong with the text.
    pub problem: Option<PlaceProblem>,
}

/// What is wrong with a place typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceProblem {
    /// Nothing was typed where a place is needed.
    Missing,
    /// There is no such place; these are near.
    Unknown(Vec<PlaceChoice>),
    /// There are several; one is to be chosen.
    Ambiguous(Vec<PlaceChoice>),
    /// It is a Land, which is too large to be a place.
    IsLand,
}

/// A place to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceChoice {
    /// Name with what tells it apart: `Köthen (Anhalt), Landkreis Anhalt-Bitterfeld`.
    pub label: String,
    /// This page with the place chosen.
    pub href: String,
}

impl PlaceField {
    /// What is wrong, in words; nothing when all is well.
    pub(crate) fn message(&self, language: Language) -> String {
        let (texts, text) = (language.texts(), self.text.as_str());
        match self.problem {
            None => String::new(),
            Some(PlaceProblem::Missing) => fl!(texts, "place-missing"),
            Some(PlaceProblem::IsLand) => fl!(texts, "place-is-land", text = text),
            Some(PlaceProblem::Unknown(ref choices)) if choices.is_empty() => {
                fl!(texts, "place-unknown-at-all", text = text)
            }
            Some(PlaceProblem::Unknown(_)) => fl!(texts, "place-unknown", text = text),
            Some(PlaceProblem::Ambiguous(_)) => fl!(texts, "place-ambiguous", text = text),
        }
    }
}

impl PlaceProblem {
    /// The places to choose from.
    pub fn choices(&self) -> &[PlaceChoice] {
        match self {
            Self::Missing | Self::IsLand => &[],
            Self::Unknown(choices) | Self::Ambiguous(choices) => choices,
        }
    }
}

impl PlaceChoice {
    /// AGS of the place, which its address names.
    pub(crate) fn ags(&self) -> &str {
        let query = self.href.split_once('?').map_or("", |(_, query)| query);
        let chosen = query.split('&').find_map(|pair| pair.strip_prefix("near="));
        chosen.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_knows_its_ags() {
        let choice = |href: &str| PlaceChoice {
            label: String::new(),
            href: href.to_owned(),
        };

        assert_eq!(choice("/hilfe?symptom=x&near=15082180").ags(), "15082180");
        assert_eq!(choice("/hilfe").ags(), "");
    }
}
