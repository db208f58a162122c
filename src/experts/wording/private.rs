//! Words about health and family.
//!
//! The experts of the register speak of procedures for Kita, Jugendamt and Gesundheitsamt. So words that such procedures
//! are about count only where the sentence speaks of the author.

use std::ops::Range;

use super::words::Word;

/// Words that always speak of the author; `*` is any ending.
const ALWAYS: &str = "krank kranke kranker krankes krankem krankgeschrieben krankheitsbedingt* langzeitkrank* dauerkrank* krebs krebskrank* \
    depression* depressiv* burnout diabetes diabetiker* asthma* epilep* migraene* herzinfarkt* schlaganfall* bandscheibe* sklerose \
    alkoholi* rollstuhlfahrer* gehbehindert* sehbehindert* hoerbehindert* berufsunfaehig alleinerziehend* alleinstehend* verheiratet* \
    geschieden verwitwet* ledig ehefrau* ehemann* lebensgefaehrt* schwiegermutter schwiegervater schwiegereltern kinderlos* \
    familienvater familienmutter pregnant pregnancy married divorced widowed husband";
/// Words that speak of the author, unless the sentence is one about work.
const UNLESS_WORK: &str = "schwanger schwangere schwangerschaft schwerbehindert schwerbehinderte schwerbehinderter schwerbehinderung \
    pflegefall* pflegebeduerftig* arbeitsunfaehig erkrankt elternzeit mutterschutz";
/// Words that speak of the author only where the sentence does, or where it says whose or how many.
const PERHAPS: &str = "kind kinder kindern kindes baby tochter toechter toechtern sohn soehne soehnen familie eltern mutter vater enkel \
    enkelkinder kinderbetreuung scheidung ehepartner ehepartnerin lebenspartner lebenspartnerin behindert behinderung krankheit krankheiten \
    erkrankung erkrankungen angehoerige angehoerigen reha therapie psychotherapie psychisch* rollstuhl allergie* allergisch hiv \
    erwerbsminderung pflegegrad children child kids son daughter family wife illness sick disability cancer wheelchair";
/// Whose they are, where it stands shortly before them.
const POSSESSIVES: &str = "mein meine meiner meinem meinen meines my our";
/// How many they are, where it stands directly before them.
const NUMBERS: &str =
    "ein eine einem einen zwei drei vier fuenf 2 3 4 5 kleine kleinen kleines two three";
/// Those that are counted.
const COUNTED: &str =
    "kind kinder kindern tochter toechter toechtern sohn soehne soehnen children kids";
/// What makes even a sentence about work one about the author: a reason.
const REASONS: &str = "wegen aufgrund daher deshalb deswegen privat zuhause vormittags because due";
/// What makes any other sentence one about the author: what somebody has and is.
const ABOUT_ONESELF: &str = "habe bin leide have";
/// What somebody is, shortly before.
const STATES: &str = "bin leide";
/// Beginnings of words, and ends of long ones, that show that a sentence is one about work.
const WORK: &str = "fachverfahren verfahren anwendung software portal modul system server daten statistik register antrag antraege bescheid \
    ausweis beratung leistung amt jugend kita hort schul gesundheits sozial betreue einfuehrung migration projekt support process prozess \
    login procedure application";
/// Two words that only together speak of a person.
const PAIRS: [(&str, &str); 9] = [
    ("gesundheitlich", "gruende"),
    ("gesundheitlich", "einschraenk"),
    ("familiaer", "gruende"),
    ("familiaer", "verpflicht"),
    ("burn", "out"),
    ("parental", "leave"),
    ("maternity", "leave"),
    ("sick", "leave"),
    ("single", "parent"),
];

/// Where a text first speaks of the author's health or family.
pub(super) fn private(words: &[Word]) -> Option<Range<usize>> {
    let sentences = Sentences::of(words);
    let place = (0..words.len()).find(|place| sentences.is_private(words, *place))?;
    Some(words[place].start..words[place].end)
}

/// What each sentence is about, so that a text of any length is read once.
struct Sentences(Vec<Sentence>);

#[derive(Clone, Copy, Default)]
struct Sentence {
    is_work: bool,
    has_reason: bool,
    is_about_oneself: bool,
}

impl Sentences {
    fn of(words: &[Word]) -> Self {
        let count = words.last().map_or(0, |last| last.sentence + 1);
        let mut sentences = vec![Sentence::default(); count];
        for word in words {
            let sentence = &mut sentences[word.sentence];
            sentence.is_work |= is_work(word);
            sentence.has_reason |= is_in(REASONS, &word.folded);
            sentence.is_about_oneself |= is_in(ABOUT_ONESELF, &word.folded);
        }
        Self(sentences)
    }

    fn is_private(&self, words: &[Word], place: usize) -> bool {
        let word = &words[place];
        let Sentence {
            is_work,
            has_reason,
            is_about_oneself,
        } = self.0[word.sentence];
        let next = words.get(place + 1);
        if is_pair(word, next) {
            return true;
        }
        // "Krebs-Register", "Server-Familie": part of a compound.
        if word.is_joined || next.is_some_and(|next| next.is_joined) {
            return false;
        }
        is_in(ALWAYS, &word.folded)
            || (is_in(UNLESS_WORK, &word.folded)
                && (!is_work || has_reason || is_state(words, place)))
            || (is_in(PERHAPS, &word.folded)
                && (is_owned(words, place)
                    || (!is_work && (has_reason || is_about_oneself || is_counted(words, place)))))
    }
}

fn is_pair(word: &Word, next: Option<&Word>) -> bool {
    next.filter(|next| next.sentence == word.sentence)
        .is_some_and(|next| {
            PAIRS.iter().any(|(first, second)| {
                word.folded.starts_with(first) && next.folded.starts_with(second)
            })
        })
}

fn is_owned(words: &[Word], place: usize) -> bool {
    [1, 2]
        .into_iter()
        .any(|distance| before(words, place, distance).is_some_and(|word| is_in(POSSESSIVES, word)))
}

/// "bin schwanger", and not "bin für Elternzeit da".
fn is_state(words: &[Word], place: usize) -> bool {
    let is_state =
        |distance| before(words, place, distance).is_some_and(|word| is_in(STATES, word));
    is_state(1) || (is_state(2) && before(words, place, 1) != Some("fuer"))
}

fn is_counted(words: &[Word], place: usize) -> bool {
    is_in(COUNTED, &words[place].folded)
        && before(words, place, 1).is_some_and(|word| is_in(NUMBERS, word))
}

/// The word so far before another in its sentence.
fn before(words: &[Word], place: usize, distance: usize) -> Option<&str> {
    let word = &words[place.checked_sub(distance)?];
    (word.sentence == words[place].sentence).then_some(word.folded.as_str())
}

fn is_work(word: &Word) -> bool {
    const LONG: usize = 5;
    WORK.split_whitespace().any(|work| {
        word.folded.starts_with(work) || (work.len() >= LONG && word.folded.ends_with(work))
    })
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace()
        .any(|listed| match listed.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => listed == word,
        })
}
