//! A number or an address that may be dead with the house.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use crate::fold::fold;
use crate::phone::takes_texts;

/// Why whoever asks may not be reached there.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Doubt {
    /// This is no mobile number: it may be one of the house.
    Landline,
    /// The mail address is the house's own.
    OwnMail,
}

/// Words of a place's name that say nothing of it.
const KINDS: [&str; 12] = [
    "stadt",
    "gemeinde",
    "markt",
    "kreis",
    "landkreis",
    "samtgemeinde",
    "verbandsgemeinde",
    "amt",
    "hansestadt",
    "landeshauptstadt",
    "kreisstadt",
    "verwaltungsgemeinschaft",
];
/// A shorter word is found in too many domains by chance.
const SHORTEST_WORD: usize = 4;

/// What is doubtful about a number (E.164) and an address, for a house of this name.
///
/// Every landline is, whatever is said to be down: nobody ticks that in a hurry. And whatever the register knows is not
/// asked: else whoever asks without an account could try out numbers until one is doubted.
pub fn doubts((phone, email): (&str, Option<&str>), house: &str) -> Vec<Doubt> {
    let has_own_mail = email.is_some_and(|email| is_of_house(email, house));
    [
        (!takes_texts(phone)).then_some(Doubt::Landline),
        has_own_mail.then_some(Doubt::OwnMail),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether the domain of an address carries the name of the house: `info@stadt-witten.de`.
fn is_of_house(email: &str, house: &str) -> bool {
    let Some((_, domain)) = email.rsplit_once('@') else {
        return false;
    };
    let domain = fold(domain);
    let folded = fold(house);
    let mut words = folded.split(' ');
    words.any(|word| {
        word.chars().count() >= SHORTEST_WORD && !KINDS.contains(&word) && domain.contains(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_german_landline_is_doubtful_and_no_mobile() {
        let of = |phone| doubts((phone, None), "Stadt Witten");

        assert_eq!(of("+4923021234"), [Doubt::Landline]);
        assert_eq!(of("+4930231250"), [Doubt::Landline]);
        assert_eq!(of("+491711234567"), []);
        assert_eq!(of("+43123456"), []);
    }

    #[test]
    fn mail_of_the_house_is_doubtful_and_other_mail_is_not() {
        let of = |email, house| doubts(("+491711234567", Some(email)), house);

        assert_eq!(of("it@stadt-witten.de", "Stadt Witten"), [Doubt::OwnMail]);
        assert_eq!(
            of("it@koethen-anhalt.de", "Stadt Köthen (Anhalt)"),
            [Doubt::OwnMail]
        );
        assert_eq!(of("max@example.org", "Stadt Witten"), []);
        assert_eq!(of("stadtrat@stadtwerke.example", "Stadt Witten"), []);
        assert_eq!(of("witten", "Stadt Witten"), []);
    }
}
