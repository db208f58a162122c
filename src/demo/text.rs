//! Headlines and texts, composed from the names of skills so that they fit them.

use super::chance::Chance;
use crate::experts::Skill;
use crate::reference::{Axis, Taxonomy, Text};

/// What an entry says about itself; no place, employer or name.
pub(super) fn compose(chance: &mut Chance, taxonomy: &Taxonomy, skills: &[Skill]) -> (Text, Text) {
    let labels = |axis: Axis| -> Vec<&Text> {
        let held = skills.iter().filter_map(|skill| taxonomy.term(&skill.id));
        held.filter(|term| term.axis == axis)
            .map(|term| &term.label)
            .collect()
    };
    let (roles, domains) = (labels(Axis::Role), labels(Axis::Domain));
    let (procedures, products) = (labels(Axis::Procedure), labels(Axis::Product));
    let years = chance.within(2..=24);
    let is_bilingual = chance.percent(40);
    let headline = headline(
        &roles,
        if procedures.is_empty() {
            &domains
        } else {
            &procedures
        },
    );
    let mut text = Text {
        de: opening_de(chance, years),
        en: opening_en(years),
    };
    push(
        &mut text,
        &format!("Schwerpunkte: {}.", list(&domains, 3, de)),
        &format!("Focus: {}.", list(&domains, 3, en)),
    );
    if !procedures.is_empty() {
        push(
            &mut text,
            &format!("Betreute Fachverfahren: {}.", list(&procedures, 3, de)),
            &format!("Procedures supported: {}.", list(&procedures, 3, en)),
        );
    }
    if !products.is_empty() {
        push(
            &mut text,
            &format!("Erfahrung mit {}.", list(&products, 4, de)),
            &format!("Experience with {}.", list(&products, 4, en)),
        );
    }
    let closing: &&str = chance.pick(CLOSING);
    push(
        &mut text,
        closing,
        "Used to working in teams across organisations.",
    );
    if is_bilingual {
        (headline, text)
    } else {
        (german(headline), german(text))
    }
}

const CLOSING: &[&str] = &[
    "Ruhig, auch wenn es länger dauert.",
    "Dokumentiert jeden Schritt.",
    "Arbeitet gern im gemischten Team.",
    "Hat schon bei einem größeren Ausfall mitgeholfen.",
    "Erklärt Technik so, dass Fachämter sie verstehen.",
    "Kennt den Alltag in der Verwaltung.",
];

fn headline(roles: &[&Text], topics: &[&Text]) -> Text {
    let one = |pick: fn(&Text) -> &str| match (roles.first(), topics.first()) {
        (Some(role), Some(topic)) => format!("{}: {}", pick(role), pick(topic)),
        (Some(only), None) | (None, Some(only)) => pick(only).to_owned(),
        (None, None) => String::new(),
    };
    Text {
        de: one(de),
        en: one(en),
    }
}

fn opening_de(chance: &mut Chance, years: i64) -> String {
    let openings = [
        format!("Seit {years} Jahren in der kommunalen IT."),
        format!("{years} Jahre Berufserfahrung, davon viele im öffentlichen Dienst."),
        format!("Bringt {years} Jahre Praxis mit."),
    ];
    chance.pick(&openings).clone()
}

fn opening_en(years: i64) -> String {
    format!("{years} years of practice in municipal IT.")
}

fn list(labels: &[&Text], most: usize, pick: fn(&Text) -> &str) -> String {
    let shown: Vec<&str> = labels.iter().take(most).map(|label| pick(label)).collect();
    shown.join(", ")
}

fn push(text: &mut Text, de: &str, en: &str) {
    text.de = format!("{} {de}", text.de);
    text.en = format!("{} {en}", text.en);
}

fn german(text: Text) -> Text {
    Text {
        de: text.de,
        en: String::new(),
    }
}

fn de(text: &Text) -> &str {
    &text.de
}

fn en(text: &Text) -> &str {
    &text.en
}
