//! Names, addresses and numbers of people who do not exist.

use unicode_normalization::UnicodeNormalization;

use super::chance::Chance;
use crate::experts::Identity;

const GIVEN: &[&str] = &[
    "Anna",
    "Ahmet",
    "Andrea",
    "Björn",
    "Birgit",
    "Bernd",
    "Carla",
    "Christian",
    "Claudia",
    "Daniel",
    "Dilara",
    "Dirk",
    "Elena",
    "Emre",
    "Eva",
    "Fabian",
    "Farida",
    "Frank",
    "Gabriele",
    "Georg",
    "Hanna",
    "Heiko",
    "Ines",
    "Ingo",
    "Jan",
    "Jasmin",
    "Jens",
    "Julia",
    "Karin",
    "Kemal",
    "Kristin",
    "Lars",
    "Laura",
    "Lukas",
    "Magdalena",
    "Marek",
    "Martina",
    "Mehmet",
    "Meike",
    "Nadine",
    "Nils",
    "Olga",
    "Oliver",
    "Petra",
    "Piotr",
    "Rainer",
    "Rita",
    "Sabine",
    "Samira",
    "Stefan",
    "Svenja",
    "Thomas",
    "Tülay",
    "Uwe",
    "Vanessa",
    "Viktor",
    "Wiebke",
    "Wolfgang",
    "Yasemin",
    "Zoran",
];

const FAMILY: &[&str] = &[
    "Achterberg",
    "Ahlers",
    "Aydın",
    "Bachmeier",
    "Behrendt",
    "Bielefeld",
    "Brandstetter",
    "Çelik",
    "Dahlmann",
    "Degenhardt",
    "Drechsler",
    "Eickhoff",
    "Engelke",
    "Falkenhain",
    "Fiedler",
    "Freitag",
    "Gerlach",
    "Göbel",
    "Grabowski",
    "Haberland",
    "Hausmann",
    "Heidenreich",
    "Hinrichs",
    "Hoffstätter",
    "Ivanova",
    "Jaschke",
    "Jørgensen",
    "Kaltenbach",
    "Kirchhoff",
    "Kowalczyk",
    "Krämer",
    "Lindqvist",
    "Lohmeyer",
    "Marquardt",
    "Menzel",
    "Mühlbauer",
    "Nachtigall",
    "Nowak",
    "Oelmann",
    "Özdemir",
    "Paulsen",
    "Petrović",
    "Quandt",
    "Rademacher",
    "Reuter",
    "Riedl",
    "Sanders",
    "Schäfermeier",
    "Sievers",
    "Sommerfeld",
    "Steinbrink",
    "Thiele",
    "Ulbricht",
    "Vogelsang",
    "Wächter",
    "Wieczorek",
    "Wiedemann",
    "Yıldız",
    "Zacharias",
    "Zimmerling",
];

/// Blocks kept for films and examples: prefix and number of free digits.
const LANDLINES: &[&str] = &[
    "+493023125",
    "+492214710",
    "+498999998",
    "+494066969",
    "+496990009",
];

/// A family name as mail addresses spell it.
fn address_part(family: &str) -> String {
    let plain = crate::fold::fold(family).replace(' ', "-");
    plain.nfd().filter(char::is_ascii).collect()
}

/// Who a person is, made up.
pub(super) fn identity(chance: &mut Chance, number: usize) -> Identity {
    let (given, family) = (*chance.pick(GIVEN), *chance.pick(FAMILY));
    Identity {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        email: format!("{}.{number}@example.org", address_part(family)),
        phone: Some(format!(
            "{}{:03}",
            chance.pick(LANDLINES),
            chance.below(1_000)
        )),
        mobile: chance
            .percent(80)
            .then(|| format!("+4917604069{:03}", chance.below(1_000))),
    }
}

/// All names, for making sure that no text contains one.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    GIVEN.iter().chain(FAMILY).copied()
}
