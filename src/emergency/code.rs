//! A one-time code of an emergency card: read aloud, typed in a hurry, checked before anybody looks it up.

use std::fmt;
use std::str::FromStr;

use crate::sealing::{Keyring, Purpose, SealError};

/// No sign that is taken for another: neither 0 nor O, neither 1 nor I nor L. Their number is prime, so that one
/// check sign finds every single wrong sign and every two that changed places.
const SIGNS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const BASE: u128 = SIGNS.len() as u128;
/// 31¹⁷ is the first power above 2⁸⁰.
const DIGITS: usize = 17;
const RANDOM_BYTES: usize = 10;
const IN_A_GROUP: usize = 3;

/// 80 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct EmergencyCode([u8; RANDOM_BYTES]);

/// The text is no code: a sign is wrong, missing or in the wrong place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no emergency code: a sign is wrong or missing")]
pub struct Mistyped;

impl EmergencyCode {
    /// A new random one.
    pub(super) fn random() -> Self {
        Self(rand::random())
    }

    /// What is stored of it.
    pub(super) fn hash(&self, ring: &Keyring) -> Result<Vec<u8>, SealError> {
        Ok(ring.keyed_hash(Purpose::EmergencyCodes, &self.0)?.to_vec())
    }

    /// As it is printed: `ABC-DEF-GHJ-KMN-PQR-STU`.
    pub fn reveal(&self) -> String {
        let digits = self.digits();
        let signs: Vec<char> = digits
            .iter()
            .chain([&check_digit(&digits)])
            .map(|digit| char::from(SIGNS[usize::from(*digit)]))
            .collect();
        let groups: Vec<String> = signs.chunks(IN_A_GROUP).map(String::from_iter).collect();
        groups.join("-")
    }

    /// The random bits as digits to the base of the signs, the lowest first.
    fn digits(&self) -> [u8; DIGITS] {
        let bytes = self.0.iter();
        let mut rest = bytes.fold(0, |number: u128, byte| number << 8 | u128::from(*byte));
        std::array::from_fn(|_| {
            let digit = u8::try_from(rest % BASE).unwrap_or_default();
            rest /= BASE;
            digit
        })
    }
}

/// Each place has its own weight, so a wrong sign and two exchanged ones change the sum.
fn check_digit(digits: &[u8; DIGITS]) -> u8 {
    let sum: u32 = (1..)
        .zip(digits)
        .map(|(weight, digit)| weight * u32::from(*digit))
        .sum();
    u8::try_from(u128::from(sum) % BASE).unwrap_or_default()
}

impl FromStr for EmergencyCode {
    type Err = Mistyped;

    /// However it is typed: case, blanks and separators do not matter.
    fn from_str(text: &str) -> Result<Self, Mistyped> {
        let is_noise =
            |c: &char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '.' | '/' | '_');
        let digits: Vec<u8> = text
            .chars()
            .filter(|c| !is_noise(c))
            .map(digit)
            .collect::<Result<_, _>>()?;
        let (digits, check) = digits.split_first_chunk::<DIGITS>().ok_or(Mistyped)?;
        if check != [check_digit(digits)] {
            return Err(Mistyped);
        }
        let number = digits
            .iter()
            .rev()
            .fold(0, |number, digit| number * BASE + u128::from(*digit));
        match number.to_be_bytes() {
            [0, 0, 0, 0, 0, 0, random @ ..] => Ok(Self(random)),
            _ => Err(Mistyped),
        }
    }
}

fn digit(sign: char) -> Result<u8, Mistyped> {
    let upper = sign.to_ascii_uppercase();
    let place = SIGNS.iter().position(|known| char::from(*known) == upper);
    place
        .and_then(|place| u8::try_from(place).ok())
        .ok_or(Mistyped)
}

impl fmt::Debug for EmergencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmergencyCode")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_largest_and_the_smallest_number_are_codes() {
        for bytes in [[0; RANDOM_BYTES], [255; RANDOM_BYTES]] {
            let code = EmergencyCode(bytes);

            assert_eq!(code.reveal().parse(), Ok(code));
        }
    }

    #[test]
    fn a_number_beyond_80_bits_is_no_code() {
        let mut digits = [30; DIGITS];
        digits[0] = 0;
        let mut text: String = digits
            .iter()
            .map(|d| char::from(SIGNS[usize::from(*d)]))
            .collect();
        text.push(char::from(SIGNS[usize::from(check_digit(&digits))]));

        assert_eq!(text.parse::<EmergencyCode>(), Err(Mistyped));
    }

    #[test]
    fn what_is_no_code_is_told_without_a_look_at_any() {
        for text in [
            "",
            "ABC",
            "ABC-DEF-GHJ-KMN-PQR-ST0",
            "ÄBC-DEF-GHJ-KMN-PQR-STU",
            &"A".repeat(400),
        ] {
            assert_eq!(text.parse::<EmergencyCode>(), Err(Mistyped), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed(bytes: [u8; RANDOM_BYTES]) {
            let code = EmergencyCode(bytes);
            let printed = code.reveal();

            prop_assert_eq!(printed.len(), 23);
            for typed in [printed.to_lowercase(), printed.replace('-', ""), printed.replace('-', " / "), format!(" {printed}\n")] {
                prop_assert_eq!(typed.parse(), Ok(code.clone()));
            }
        }

        #[test]
        fn one_wrong_sign_is_noticed(bytes: [u8; RANDOM_BYTES], place in 0..18_usize, shift in 1..31_usize) {
            let mut signs: Vec<u8> = EmergencyCode(bytes).reveal().replace('-', "").into_bytes();
            let right = SIGNS.iter().position(|sign| *sign == signs[place]).unwrap();
            signs[place] = SIGNS[(right + shift) % SIGNS.len()];

            prop_assert_eq!(String::from_utf8(signs).unwrap().parse::<EmergencyCode>(), Err(Mistyped));
        }

        #[test]
        fn two_signs_that_changed_places_are_noticed(bytes: [u8; RANDOM_BYTES], one in 0..18_usize, other in 0..18_usize) {
            let mut signs: Vec<u8> = EmergencyCode(bytes).reveal().replace('-', "").into_bytes();
            prop_assume!(signs[one] != signs[other]);
            signs.swap(one, other);

            prop_assert_eq!(String::from_utf8(signs).unwrap().parse::<EmergencyCode>(), Err(Mistyped));
        }
    }
}
