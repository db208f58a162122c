//! Names of organisations and of the person, as sequences of words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::model::Kind;
use super::words::Word;
use crate::fold::fold;
use crate::reference::Lexicon;

/// Words that say what a body is and not which. A name of nothing else tells nobody.
static GENERIC: LazyLock<HashSet<&str>> =
    LazyLock::new(|| GENERIC_WORDS.split_whitespace().collect());
const GENERIC_WORDS: &str = "ag agentur am amt an anstalt aoer arbeitsgemeinschaft az bank behoerde beratung betrieb bezirk buero bund bundes burg \
    cert company computer consulting datenverarbeitung datenzentrale datenzentrum der des die dienst dienste dienstleister \
    dienstleistung dienstleistungen dienstleistungsgesellschaft digital digitale digitalagentur digitalisierung edv ein eine eg eigenbetrieb \
    eingetragene ev fuer gemeinde gemeinsame gemeinsames gemeindeverwaltung genossenschaft gesellschaft gkdz gmbh group gruppe hansestadt haus hochschule im in \
    informatik information informationstechnik informationsverarbeitung interkommunale interkommunaler ikt it kg kgaa kommune \
    kommunal kommunale kommunaler kommunales kommunalverband kreis kreises kreisstadt kreisverwaltung krz land landes landesamt landesbetrieb landkreis landratsamt \
    markt mbh ministerium mit netz netze nord oeffentliche oeffentlicher oeffentliches ost partner polizei ratshaus rathaus rechenzentrum rechenzentren rz region regional \
    samtgemeinde se security service services sicherheit software solutions stadt stadtverwaltung stadtwerke stiftung sued system systeme systemhaus technik \
    technologie technologies technology ug umlandverband und universitaet verband verbandsgemeinde verbund verein verwaltung verwaltungsgemeinschaft von west \
    zentrale zentrum zu zum zur zweckverband";
/// Legal forms at the end of a name, which people leave out.
const FORMS: [&str; 13] = [
    "ag", "aoer", "e", "eg", "ev", "ggmbh", "gmbh", "kg", "kgaa", "mbh", "se", "ug", "v",
];
/// Parts of names that tell nobody.
const PARTICLES: [&str; 12] = [
    "von", "van", "der", "den", "dem", "de", "zu", "zum", "zur", "und", "dr", "prof",
];
/// Shorter words are no names.
const SHORTEST: usize = 3;
/// Shorter words of the employer's name may stand in any text.
const SHORTEST_OF_EMPLOYER: usize = 4;

/// Names by their first words.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_first: HashMap<String, Vec<Name>>,
}

#[derive(Debug)]
struct Name {
    rest: Vec<String>,
    kind: Kind,
}

impl Names {
    /// Adds the name of an organisation; of the employer each telling word too.
    pub(super) fn add_organisation(&mut self, name: &str, is_employer: bool, lexicon: &Lexicon) {
        let folded = fold(name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let is_telling = |word: &str| !GENERIC.contains(word) && !lexicon.is_everyday(word);
        if !words.iter().any(|word| is_telling(word)) {
            return;
        }
        if !is_employer {
            self.add(without_form(&words), Kind::Organisation);
            return;
        }
        // Which body it is can be said in many ways: from the first to the last telling word, and by each of them.
        let first = words.iter().position(|word| is_telling(word));
        let last = words.iter().rposition(|word| is_telling(word));
        if let Some((first, last)) = first.zip(last) {
            self.add(&words[first..=last], Kind::Employer);
        }
        let long = words
            .iter()
            .filter(|word| word.len() >= SHORTEST_OF_EMPLOYER);
        for word in long.filter(|word| is_telling(word)) {
            self.add(&[*word], Kind::Employer);
        }
    }

    /// Adds a given or family name, each part of it that is no word of the vocabulary.
    pub(super) fn add_person(&mut self, name: &str, lexicon: &Lexicon) {
        let folded = fold(name);
        let is_name = |part: &&str| !PARTICLES.contains(part) && !lexicon.is_vocabulary(part);
        for part in folded.split(' ').filter(is_name) {
            self.add(&[part], Kind::Name);
        }
    }

    fn add(&mut self, words: &[&str], kind: Kind) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if words.len() == 1 && first.len() < SHORTEST {
            return;
        }
        let names = self.by_first.entry((*first).to_owned()).or_default();
        names.push(Name {
            rest: rest.iter().map(|word| (*word).to_owned()).collect(),
            kind,
        });
    }

    /// The most telling name that these words begin with, and how many of them it has. Names are capitalised.
    pub(super) fn at(&self, words: &[Word]) -> Option<(Kind, usize)> {
        let (first, rest) = words.split_first()?;
        let genitive = first.folded.strip_suffix('s').unwrap_or_default();
        let named = [first.folded.as_str(), genitive]
            .into_iter()
            .filter_map(|word| self.by_first.get(word))
            .flatten();
        let fits = |name: &&Name| {
            first.is_capital
                && rest.len() >= name.rest.len()
                && name.rest.iter().zip(rest).all(|(a, b)| *a == b.folded)
        };
        named
            .filter(fits)
            .map(|name| (name.kind, name.rest.len() + 1))
            .min_by_key(|(kind, _)| *kind)
    }
}

fn without_form<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let kept = words.iter().rposition(|word| !FORMS.contains(word));
    words.get(..=kept.unwrap_or_default()).unwrap_or(words)
}
