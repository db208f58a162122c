//! What may be said, and what tells who says it.

use std::sync::LazyLock;
use std::time::{Duration, Instant as Stopwatch};

use proptest::prelude::*;

use super::words::visible;
use super::{Kind, Named, Wording};
use crate::reference::{
    Reference, Regions, Text, derive_administrations, parse_postcodes, parse_regions,
    shipped_taxonomy,
};

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
    let regions = parse_regions(migration::reference::REGIONS).unwrap();
    let postcodes = parse_postcodes(migration::reference::POSTCODES).unwrap();
    let administrations = derive_administrations(&regions);
    Reference {
        regions: Regions::build(regions, postcodes, administrations)
            .unwrap()
            .into(),
        groups: Vec::new(),
        contacts: Vec::new(),
        taxonomy: shipped_taxonomy().unwrap().into(),
        texts: crate::reference::Texts::shipped(),
        words: std::sync::Arc::default(),
    }
});

/// Somebody of Köthen with an employer in Halle.
fn wording() -> Wording<'static> {
    let organisations = [
        ("Zweckverband Rechenzentrum Zwiebelfisch GmbH", true),
        ("Kommunale Datenzentrale Auental AöR", false),
        ("Stadt Dessau-Roßlau", false),
        ("Kreis", false),
        ("IT-Verbund", false),
    ];
    let named = organisations.map(|(name, is_employer)| Named { name, is_employer });
    Wording::new(REFERENCE.lexicon(), named, ["15002000", "15082180"])
        .of_person(["Anna-Lena", "von Grünewald"])
}

fn kinds(text: &str) -> Vec<Kind> {
    let found = wording().find(text);
    found.iter().map(|finding| finding.kind).collect()
}

#[test]
fn what_tells_who_somebody_is_is_found() {
    for (text, kind) in [
        ("Leitet die IT beim Zwiebelfisch.", Kind::Employer),
        ("Administrator (Zwiebelfischs Netz)", Kind::Employer),
        (
            "Vorher bei der Kommunalen Datenzentrale, dann Kommunale Datenzentrale Auental",
            Kind::Organisation,
        ),
        ("arbeite beim zwiebelfisch", Kind::Employer),
        (
            "vorher bei der kommunale datenzentrale auental",
            Kind::Organisation,
        ),
        ("Mein Name ist Gruenewald", Kind::Name),
        ("Fragen Sie Lena!", Kind::Name),
        ("Zuständig für Köthen und Umgebung", Kind::Place),
        ("zuständig für köthen", Kind::Place),
        ("Arbeitet in Delitzsch", Kind::Place),
        ("arbeite in delitzsch", Kind::Place),
        ("netze von bitterfeld-wolfen und bad homburg", Kind::Place),
        ("Kommt aus Erlangen", Kind::Place),
        ("Bitterfeld-Wolfen: Leitung der IT", Kind::Place),
        ("Landkreis Anhalt-Bitterfeld", Kind::Place),
        ("Kennt das Netz der Münchener Schulen", Kind::Place),
        ("Erfahrung aus Essen", Kind::Place),
        ("Betreibt Server in Halle", Kind::Place),
        ("Netze rund um Halle", Kind::Place),
        ("für die Stadt Wissen tätig", Kind::Place),
        ("works for the City of Essen", Kind::Place),
        ("anna@example.org", Kind::Mail),
        ("Ruf an: 0345/123 45 67", Kind::Telephone),
        ("Ruf an: 0345–123.45.67", Kind::Telephone),
        ("Ruf an: 0345\u{a0}123\u{202f}4567", Kind::Telephone),
        ("Ruf an: ０３４５ １２３４５６７", Kind::Telephone),
        ("mehr auf grünewald-it.de", Kind::WebAddress),
    ] {
        assert!(kinds(text).contains(&kind), "{text}: {:?}", kinds(text));
    }
}

#[test]
fn health_and_family_are_found() {
    for text in [
        "Alleinerziehend, daher nur vormittags.",
        "Zwei Kinder, daher nicht am Wochenende",
        "Vater von drei Kindern",
        "Ich bin Mutter und arbeite in Teilzeit.",
        "Meine Tochter ist noch klein.",
        "Zurzeit in Elternzeit",
        "Betreue Server, wegen Elternzeit nur montags",
        "bin schwanger",
        "bin in Elternzeit und betreue sonst Server",
        "schwerbehindert (50 %)",
        "War lange krank.",
        "nach Burn-out wieder voll da",
        "Aus gesundheitlichen Gründen nur aus der Ferne",
        "aus familiären Gründen nicht nachts",
        "Wegen Pflegefall kurzfristig nicht erreichbar",
        "I have two kids.",
        "Not at night because of my family.",
        "on parental leave until May",
    ] {
        assert_eq!(kinds(text), [Kind::HealthOrFamily], "{text}");
    }
}

/// What shows nothing, one of each kind.
const INVISIBLE: [char; 14] = [
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{180e}',
    '\u{200b}',
    '\u{200d}',
    '\u{2060}',
    '\u{2066}',
    '\u{2069}',
    '\u{fe00}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{e0000}',
    '\u{e007f}',
];

/// Sentences as people of the trade write them.
const CLEAN: &str = include_str!("clean_sentences.txt");

#[test]
fn clean_sentences_pass() {
    for text in CLEAN.lines() {
        assert_eq!(wording().find(text), [], "{text}");
    }
}

#[test]
fn generic_words_of_the_employers_name_may_be_said() {
    let names = [
        "Klinikum Auental Netzwerktechnik Cloud Cyber gGmbH",
        "Stadtwerke Landeshauptstadt Linden Wasser Energie Service Systeme",
        "Zweckverband Digital Rechenzentrum Datenverarbeitung",
        "Zweckverband KDQ",
    ];
    let employers = names.map(|name| Named {
        name,
        is_employer: true,
    });
    let wording = Wording::new(REFERENCE.lexicon(), employers, []);
    let kinds = |text: &str| -> Vec<Kind> {
        let found = wording.find(text).into_iter();
        found.map(|finding| finding.kind).collect()
    };

    for text in [
        "Netzwerktechnik, Cloud und Cyber für ein Klinikum.",
        "Wasser, Energie, Service: Systeme der Stadtwerke einer Landeshauptstadt",
        "Ein Zweckverband mit Rechenzentrum, Datenverarbeitung und Digital-Team",
        "Energie Service, Cloud Cyber, Digital Rechenzentrum",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
    for text in [
        "am Klinikum Auental",
        "im auental",
        "bei der KDQ",
        "Landeshauptstadt Linden",
        "die landeshauptstadt linden",
    ] {
        assert_eq!(kinds(text), [Kind::Employer], "{text}");
    }
}

#[test]
fn every_name_of_the_vocabulary_may_be_said() {
    for term in REFERENCE.taxonomy.terms() {
        let Text { de, en } = &term.label;
        for text in [de, en] {
            assert_eq!(wording().find(text), [], "{}", term.id);
        }
    }
}

#[test]
fn each_kind_is_named_once_with_its_words() {
    let found = wording().find("Köthen, Delitzsch und Zwiebelfisch");

    let found: Vec<_> = found
        .iter()
        .map(|finding| (finding.kind, finding.excerpt.as_str()))
        .collect();
    assert_eq!(
        found,
        [(Kind::Employer, "Zwiebelfisch"), (Kind::Place, "Köthen")]
    );
}

#[test]
fn what_cannot_be_seen_hides_nothing() {
    assert_eq!(kinds("Ko\u{308}t\u{ad}hen"), [Kind::Place]);
    for c in INVISIBLE {
        assert_eq!(
            kinds(&format!("Zwiebel{c}fisch")),
            [Kind::Employer],
            "{c:?}"
        );
        assert_eq!(kinds(&format!("deli{c}tzsch")), [Kind::Place], "{c:?}");
        assert_eq!(
            kinds(&format!("0171 12{c}34567")),
            [Kind::Telephone],
            "{c:?}"
        );
    }
}

#[test]
fn the_longest_texts_are_read_in_no_time() {
    let wording = wording();
    for piece in [
        "Kind ",
        "a@",
        "(at)",
        "0 0 ",
        "in Halle ",
        "Bad ",
        "Ende. ",
        "+",
        "Köthen-",
        "ä\u{308}",
        "0",
        "01/2019 - ",
        "0–.",
        "+49 ",
        "stadt",
    ] {
        let text: String = piece.repeat(4_000 / piece.chars().count());
        let started = Stopwatch::now();

        wording.find(&text);

        assert!(started.elapsed() < Duration::from_secs(2), "{piece}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_fails(text in "\\PC{0,400}") {
        wording().find(&text);
    }

    #[test]
    fn an_excerpt_stands_in_the_text(text in "(Kinder|Halle|Köthen|delitzsch|Bad|in|@|\\.|0171–1234567| |-|[zZ]wiebelfisch|krank|\u{2066}|\u{e0041}|\u{fe0f}){0,30}") {
        for finding in wording().find(&text) {
            prop_assert!(!finding.excerpt.is_empty() && visible(&text).contains(&finding.excerpt), "{:?}", finding);
        }
    }

    /// Whatever is around it, whatever shows nothing in it, however it is written: the employer's name does not pass.
    #[test]
    fn the_employer_is_found_in_any_surroundings(
        before in "[a-zäöü ,.;:!?()-]{0,60}",
        letters in proptest::collection::vec((any::<bool>(), proptest::option::of(proptest::sample::select(&INVISIBLE[..]))), 12),
        after in "[ ,.;:!?()-][a-zäöü ]{0,60}",
    ) {
        let mut name = String::new();
        for (letter, (is_capital, hidden)) in "zwiebelfisch".chars().zip(letters) {
            name.push(if is_capital { letter.to_ascii_uppercase() } else { letter });
            name.extend(hidden);
        }
        let text = format!("{before} {name}{after}");

        prop_assert!(kinds(&text).contains(&Kind::Employer), "{}", text);
    }

    /// No separator hides a telephone number.
    #[test]
    fn a_telephone_number_is_found_with_any_separators(gaps in proptest::collection::vec("[ /.()–\u{a0}\u{202f}\u{2060}-]{0,3}", 7)) {
        let mut text = "Tel. 0345".to_owned();
        for (gap, digit) in gaps.iter().zip("1234567".chars()) {
            text.push_str(gap);
            text.push(digit);
        }

        prop_assert_eq!(kinds(&text), [Kind::Telephone], "{}", text);
    }
}
