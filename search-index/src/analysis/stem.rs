//! Stems: what is left of a word without its endings.

use rust_stemmers::{Algorithm, Stemmer};

use super::fold::{fold_umlauts, lower};

/// German stem of a folded word.
pub(crate) fn german_stem(folded: &str) -> String {
    Stemmer::create(Algorithm::German).stem(folded).into_owned()
}

/// English stem of a word as written. Umlauts are folded last: `issues` is no umlaut.
pub(crate) fn english_stem(word: &str) -> String {
    let lowered = lower(word);
    fold_umlauts(&Stemmer::create(Algorithm::English).stem(&lowered))
}

/// The stems under which a word of a query may stand in an index, German first.
pub(crate) fn query_stems(word: &str) -> Vec<String> {
    let german = german_stem(&fold_umlauts(&lower(word)));
    let english = english_stem(word);
    if german == english {
        return vec![german];
    }
    vec![german, english]
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn german_endings_fall() {
        assert_eq!(
            german_stem(&fold("Sicherungen")),
            german_stem(&fold("Sicherung"))
        );
        assert_eq!(
            german_stem(&fold("Netzwerke")),
            german_stem(&fold("Netzwerk"))
        );
    }

    #[test]
    fn english_endings_fall() {
        assert_eq!(english_stem("issues"), english_stem("Issue"));
        assert_eq!(english_stem("firewalls"), "firewal");
    }
}
