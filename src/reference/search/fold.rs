//! Brings what people type and what places are called to one form: lower case, ASCII where possible, words apart.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer input is cut: no place needs more.
const MAX_CHARACTERS: usize = 100;

const COMBINING_DIAERESIS: char = '\u{308}';

/// Words that may be missing or abbreviated inside a name.
const CONNECTIVES: [&str; 24] = [
    "a", "am", "an", "auf", "b", "bei", "d", "dem", "den", "der", "des", "i", "im", "in", "o",
    "ob", "u", "und", "unter", "v", "vor", "vorm", "zum", "zur",
];

const ABBREVIATIONS: [(&str, &str); 21] = [
    ("bay", "bayern"),
    ("erzgeb", "erzgebirge"),
    ("hann", "hannoversch"),
    ("hl", "heilig"),
    ("holst", "holstein"),
    ("meckl", "mecklenburg"),
    ("odw", "odenwald"),
    ("ofr", "oberfranken"),
    ("oldb", "oldenburg"),
    ("opf", "oberpfalz"),
    ("rhld", "rheinland"),
    ("sa", "sachsen"),
    ("saechs", "saechsische"),
    ("schw", "schwaben"),
    ("st", "sankt"),
    ("thuer", "thueringen"),
    ("ufr", "unterfranken"),
    ("vogtl", "vogtland"),
    ("westf", "westfalen"),
    ("wuertt", "wuerttemberg"),
    ("ol", "oberlausitz"),
];

/// The words of a text, folded: "Köthen (Anhalt)" is `koethen`, `anhalt`.
pub(super) fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().take(MAX_CHARACTERS).collect();
    let folded = fold(&text).replace("o.l.", "ol");
    folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkd().flat_map(char::to_lowercase) {
        match character {
            COMBINING_DIAERESIS if folded.ends_with(['a', 'o', 'u']) => folded.push('e'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' | 'ø' => folded.push_str("oe"),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            '\'' | '’' => {}
            mark if is_combining_mark(mark) => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The words with abbreviations spelt out: `st`, `wendel` is `sankt`, `wendel`.
pub(super) fn spelt_out(words: &[String]) -> Vec<String> {
    words
        .iter()
        .map(|word| full_form(word).to_owned())
        .collect()
}

fn full_form(word: &str) -> &str {
    let known = ABBREVIATIONS.iter().find(|pair| pair.0 == word);
    known.map_or(word, |pair| pair.1)
}

/// The words without connectives between the first and the last.
pub(super) fn without_connectives(words: &[String]) -> Vec<String> {
    let last = words.len().saturating_sub(1);
    let is_kept = |place: usize, word: &str| place == 0 || place == last || !is_connective(word);
    words
        .iter()
        .enumerate()
        .filter(|(place, word)| is_kept(*place, word))
        .map(|(_, word)| word.clone())
        .collect()
}

/// Whether a word may be missing or abbreviated inside a name.
pub(super) fn is_connective(word: &str) -> bool {
    CONNECTIVES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_of_an_umlaut_are_one() {
        for spelling in ["Köthen", "koethen", "KÖTHEN", "Ko\u{308}then"] {
            assert_eq!(words(spelling), ["koethen"]);
        }
    }

    #[test]
    fn sharp_s_is_two_s() {
        assert_eq!(words("Gießen"), words("GIESSEN"));
        assert_eq!(words("Gieẞen"), words("Giessen"));
    }

    #[test]
    fn other_marks_are_dropped() {
        assert_eq!(words("Café"), ["cafe"]);
    }

    #[test]
    fn hyphens_brackets_and_slashes_part_words() {
        assert_eq!(
            words("Halle (Saale)/Bitterfeld-Wolfen"),
            ["halle", "saale", "bitterfeld", "wolfen"]
        );
    }

    #[test]
    fn abbreviated_and_full_names_are_one() {
        let key = |text| without_connectives(&spelt_out(&words(text)));

        assert_eq!(key("Neustadt a.d. Aisch"), key("Neustadt an der Aisch"));
        assert_eq!(key("Weiden i.d. OPf."), key("Weiden in der Oberpfalz"));
        assert_eq!(key("St. Wendel"), key("Sankt Wendel"));
        assert_eq!(key("Boxberg/O.L."), key("Boxberg Oberlausitz"));
    }

    #[test]
    fn the_first_and_last_word_stay() {
        assert_eq!(
            without_connectives(&words("Am Großen Bruch")),
            ["am", "grossen", "bruch"]
        );
        assert_eq!(
            without_connectives(&words("Frankfurt O")),
            ["frankfurt", "o"]
        );
    }

    #[test]
    fn ten_thousand_characters_are_cut() {
        assert_eq!(words(&"ä".repeat(10_000))[0].len(), 200);
    }
}
