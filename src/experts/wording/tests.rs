//! What may be said, and what tells who says it.

use std::sync::LazyLock;
use std::time::{Duration, Instant as Stopwatch};

use proptest::prelude::*;

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
        regions: Regions::build(regions, postcodes, administrations).unwrap(),
        groups: Vec::new(),
        contacts: Vec::new(),
        taxonomy: shipped_taxonomy().unwrap(),
        words: std::sync::OnceLock::new(),
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
        ("Mein Name ist Gruenewald", Kind::Name),
        ("Fragen Sie Lena!", Kind::Name),
        ("Zuständig für Köthen und Umgebung", Kind::Place),
        ("zuständig für köthen", Kind::Place),
        ("Arbeitet in Delitzsch", Kind::Place),
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

/// Sentences as people of the trade write them.
const CLEAN: &[&str] = &[
    "Seit 12 Jahren in der kommunalen IT, davon acht im Betrieb von Verzeichnisdiensten.",
    "Betreut Fachverfahren für Kita, Jugendamt und Gesundheitsamt.",
    "Einführung des Fachverfahrens für Kinderbetreuung und Elternbeiträge.",
    "Kita-Software, Kinderbetreuung-Fachverfahren, Familienkasse und Elterngeld.",
    "Verfahren für Schwerbehindertenausweise, Behindertenausweis und Eingliederungshilfe.",
    "Ich betreue das Fachverfahren für Kinder und Jugendliche.",
    "Portal für Menschen mit Behinderung barrierefrei gemacht.",
    "Netze von Krankenhäusern und Rettungsleitstellen, auch Krankenkassen.",
    "Meldewesen für übertragbare Krankheiten im Gesundheitsamt.",
    "Personalverfahren mit Elternzeit und Mutterschutz.",
    "Skripte in Perl und Werkzeuge in Rust, dazu PowerShell.",
    "Wissen und Können an der richtigen Stelle.",
    "Lage im Krisenstab führen, Lagebild schreiben, Bescheid geben.",
    "Wer Essen und Schlaf organisiert, hält durch.",
    "Datenrettung von Platten, Speicher und Stapeln von Bändern.",
    "Access control list, burn-in tests, big loops and worms on the wire.",
    "Backup nach 3-2-1, Veeam, ISO 27001, BSI 200-4, IEC 62443.",
    "ASP.NET, node.js, OK.EWO; Windows 11 und 24/7-Bereitschaft.",
    "Kennt Landesrecht in Sachsen, Bayern und Nordrhein-Westfalen.",
    "Arbeitet ruhig in der Nacht und hat schon einige Ausfälle im Norden erlebt.",
    "Pflege der Dokumentation, Migration alter Server-Familien.",
    "Leitet Teams von 3 bis 12 Leuten im Kreis der Fachämter.",
    "Hat am 01.02.2023 einen Notbetrieb binnen 4 Stunden aufgesetzt.",
    "Responding to ransomware, restoring Active Directory, 24 years of practice in municipal IT.",
    "Child processes and parent domains hold no secrets.",
    "Ist 2019 mit dem Rechenzentrum durch einen Vorfall gegangen.",
    "Kommunales Rechenzentrum, Zweckverband, Stadtwerke: alle schon erlebt.",
    "Spricht mit Bürgermeisterin, Landrat und Presse in klaren Sätzen.",
];

#[test]
fn clean_sentences_pass() {
    for text in CLEAN {
        assert_eq!(wording().find(text), [], "{text}");
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
    assert_eq!(kinds("Zwiebel\u{200b}fisch"), [Kind::Employer]);
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
    fn an_excerpt_stands_in_the_text(text in "(Kinder|Halle|Köthen|Bad|in|@|\\.|0171 1234567| |-|Zwiebelfisch|krank){0,30}") {
        for finding in wording().find(&text) {
            prop_assert!(!finding.excerpt.is_empty() && text.contains(&finding.excerpt), "{:?}", finding);
        }
    }

    /// Whatever is around it: the employer's name does not pass.
    #[test]
    fn the_employer_is_found_in_any_surroundings(before in "[a-zäöü ,.;:!?()-]{0,60}", after in "[ ,.;:!?()-][a-zäöü ]{0,60}") {
        let text = format!("{before} Zwiebelfisch{after}");

        prop_assert!(kinds(&text).contains(&Kind::Employer), "{}", text);
    }
}
