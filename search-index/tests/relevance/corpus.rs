//! Entries as municipalities would write them, the same in every run.

use std::collections::HashMap;

use search_index::{Evidence, ExpertDocument, Vocabulary};

use crate::world::entry::{With as _, entry};
use crate::world::random::Random;
use crate::world::{DAY, NOW};

const PERSONAS: &str = include_str!("personas.txt");
const ENTRIES_EACH: usize = 7;

/// A kind of expert: for each key of the file its values.
type Persona = HashMap<&'static str, Vec<&'static str>>;

/// Seven entries of each persona, some of which know a little of another one's work.
pub(super) fn entries(vocabulary: &Vocabulary) -> Vec<ExpertDocument> {
    let personas = personas();
    let mut random = Random::new(7);
    let mut entries = Vec::new();
    for persona in &personas {
        for _ in 0..ENTRIES_EACH {
            let number = u128::try_from(entries.len()).unwrap() + 1;
            let other = random.one(&personas);
            let blank = entry(number);
            entries.push(fill(blank, (persona, other), vocabulary, &mut random));
        }
    }
    entries
}

fn fill(
    mut entry: ExpertDocument,
    (persona, other): (&Persona, &Persona),
    vocabulary: &Vocabulary,
    random: &mut Random,
) -> ExpertDocument {
    if random.happens(30) {
        let ids = values(other, "domains");
        let level = 1 + u8::from(random.happens(50));
        entry = entry.skill(vocabulary, &format!("domain:{}", random.one(ids)), level);
    }
    let axes = [
        ("roles", "role", 2),
        ("domains", "domain", 4),
        ("procedures", "procedure", 3),
        ("products", "product", 2),
    ];
    for (key, axis, most) in axes {
        for (place, id) in random
            .some(values(persona, key), most)
            .into_iter()
            .enumerate()
        {
            let level = level(random, place);
            entry = entry.skill(vocabulary, &format!("{axis}:{id}"), level);
        }
    }
    for skill in &mut entry.skills {
        skill.evidence = *random.one(&[
            Evidence::SelfDeclared,
            Evidence::Employer,
            Evidence::Certified,
            Evidence::Deployment,
        ]);
    }
    for id in random.some(values(persona, "certifications"), 1) {
        let until = [NOW - 30 * DAY, NOW + 300 * DAY, NOW + 900 * DAY];
        let until = *random.one(&until);
        entry = entry.certificate(vocabulary, &format!("certification:{id}"), Some(until));
    }
    let mut texts: Vec<&str> = random
        .some(values(persona, "text"), 2)
        .into_iter()
        .copied()
        .collect();
    if random.happens(15) {
        texts.push(*random.one(values(other, "text")));
    }
    let headline = *random.one(values(persona, "headline"));
    entry
        .language(vocabulary, "de")
        .headline(headline)
        .text(&texts.join(" "))
}

/// What somebody does first they do best.
fn level(random: &mut Random, place: usize) -> u8 {
    let levels: &[u8] = if place == 0 {
        &[2, 3, 3, 4]
    } else {
        &[1, 2, 2, 3, 4]
    };
    *random.one(levels)
}

fn values<'a>(persona: &'a Persona, key: &str) -> &'a [&'static str] {
    persona.get(key).map_or(&[], Vec::as_slice)
}

fn personas() -> Vec<Persona> {
    let mut personas: Vec<Persona> = Vec::new();
    for line in PERSONAS.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, rest)) = line.split_once(' ') else {
            continue;
        };
        match key {
            "persona" => personas.push(Persona::new()),
            "headline" | "text" => personas
                .last_mut()
                .unwrap()
                .entry(key)
                .or_default()
                .push(rest),
            _ => {
                let ids = rest.split(' ').collect();
                personas.last_mut().unwrap().insert(key, ids);
            }
        }
    }
    personas
}
