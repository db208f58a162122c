//! Entries and questions out of a seed.

use search_index::{
    Axis, Evidence, ExpertDocument, Filters, Near, Readiness, Scope, SearchRequest, Skill, TermOrd,
    Vocabulary, WorkMode,
};
use uuid::Uuid;

use crate::world::entry::{With as _, entry};
use crate::world::random::Random;
use crate::world::{DAY, NOW};

/// What people ask, and how often in ten.
pub(crate) const KINDS: [&str; 9] = [
    "word",
    "two words",
    "name",
    "phrase",
    "prefix",
    "typing error",
    "filter",
    "filter and word",
    "circle and word",
];

/// A question in a form that every contestant understands.
#[derive(Clone)]
pub(crate) struct Question {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
    pub(crate) domain: Option<TermOrd>,
    pub(crate) near: Option<(f64, f64)>,
}

impl Question {
    pub(crate) fn request(&self) -> SearchRequest {
        let mut request = SearchRequest::parse(&self.text, Scope::Masked, NOW, [5; 32]);
        request.filters = Filters {
            domains: self.domain.into_iter().collect(),
            near: self.near.map(|(lat, lon)| Near::new(lat, lon, 150)),
            ..Filters::default()
        };
        request
    }
}

/// Entries whose terms are as unevenly spread as in life.
pub(crate) fn entries(vocabulary: &Vocabulary, count: usize) -> Vec<ExpertDocument> {
    let mut random = Random::new(11);
    let axes = [
        Axis::Role,
        Axis::Domain,
        Axis::Procedure,
        Axis::Product,
        Axis::Certification,
    ];
    let terms = axes.map(|axis| terms(vocabulary, axis));
    (1..=count)
        .map(|number| {
            one_entry(
                u128::try_from(number).unwrap(),
                vocabulary,
                &terms,
                &mut random,
            )
        })
        .collect()
}

fn one_entry(
    number: u128,
    vocabulary: &Vocabulary,
    terms: &[Vec<TermOrd>; 5],
    random: &mut Random,
) -> ExpertDocument {
    let mut new = entry(number).language(vocabulary, "de");
    new.id = Uuid::from_u128(number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835));
    for (terms, most) in terms.iter().zip([2, 6, 2, 4]) {
        for _ in 0..=random.below(most) {
            let term = uneven(terms, random);
            let level = 1 + u8::try_from(random.below(4)).unwrap();
            let evidence = *random.one(&[Evidence::SelfDeclared, Evidence::Employer]);
            new.skills.retain(|skill| skill.term != term);
            new.skills.push(Skill {
                term,
                level,
                evidence,
            });
        }
    }
    if random.happens(40) {
        let id = &vocabulary.term(uneven(&terms[4], random)).id;
        new = new.certificate(vocabulary, id, Some(NOW + 90 * DAY));
    }
    if random.happens(20) {
        let spoken: &&str = random.one(&["en", "fr", "pl"]);
        new = new.language(vocabulary, spoken);
    }
    let name =
        |random: &mut Random, of: usize| &vocabulary.term(uneven(&terms[of], random)).label.de;
    new.headline.de = format!("{} und {}", name(random, 0), name(random, 1));
    new.text.de = format!(
        "Betreut {} und {} für die Kreisverwaltung. Hat {} nach einem Angriff wiederhergestellt.",
        name(random, 2),
        name(random, 3),
        name(random, 1),
    );
    place(&mut new, random);
    new
}

fn place(new: &mut ExpertDocument, random: &mut Random) {
    let fraction =
        |random: &mut Random| f64::from(u32::try_from(random.below(10_000)).unwrap()) / 10_000.0;
    new.base.land = 1 + u8::try_from(random.below(16)).unwrap();
    new.base.kreis = u32::from(new.base.land) * 1_000 + 1;
    new.base.lat = 47.5 + 7.0 * fraction(random);
    new.base.lon = 6.5 + 8.0 * fraction(random);
    new.mode = *random.one(&[WorkMode::OnSite, WorkMode::Remote, WorkMode::Either]);
    new.availability.readiness = *random.one(&[
        Readiness::Now,
        Readiness::Within24Hours,
        Readiness::Within72Hours,
        Readiness::RemoteOnly,
        Readiness::Unavailable,
    ]);
    if random.happens(20) {
        new.availability.absences = vec![(NOW - DAY, NOW + 5 * DAY)];
    }
}

/// Questions of all kinds.
pub(crate) fn questions(vocabulary: &Vocabulary, count: usize) -> Vec<Question> {
    let mut random = Random::new(12);
    let domains = terms(vocabulary, Axis::Domain);
    let asked = |number: usize| {
        question(
            KINDS[number % KINDS.len()],
            vocabulary,
            &domains,
            &mut random,
        )
    };
    (0..count).map(asked).collect()
}

fn question(
    kind: &'static str,
    vocabulary: &Vocabulary,
    domains: &[TermOrd],
    random: &mut Random,
) -> Question {
    let domain = uneven(domains, random);
    let name = vocabulary.term(domain).label.de.clone();
    let other = vocabulary.term(uneven(domains, random)).label.de.clone();
    let first = |name: &str| {
        name.split([' ', '-', '/'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let word = first(&name);
    let text = match kind {
        "word" | "filter and word" | "circle and word" => word,
        "two words" => format!("{word} {}", first(&other)),
        "name" => name,
        "phrase" => format!("\"{name}\""),
        "prefix" => word.chars().take(4).collect(),
        "typing error" => without_third_last_letter(&word) + " ",
        _ => String::new(),
    };
    Question {
        kind,
        text,
        domain: kind
            .starts_with("filter")
            .then_some(uneven(domains, random)),
        near: kind.starts_with("circle").then_some((51.48, 11.97)),
    }
}

fn without_third_last_letter(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let gone = letters.len().saturating_sub(3);
    let kept = letters
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != gone);
    kept.map(|(_, letter)| letter).collect()
}

fn terms(vocabulary: &Vocabulary, axis: Axis) -> Vec<TermOrd> {
    let of_axis = vocabulary.terms().filter(|(_, term)| term.axis == axis);
    of_axis.map(|(ord, _)| ord).collect()
}

/// A term, the first ones far more often than the last.
fn uneven(terms: &[TermOrd], random: &mut Random) -> TermOrd {
    let first = random.below(terms.len());
    terms[random.below(first + 1)]
}
