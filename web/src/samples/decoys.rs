//! Samples of the page of decoys.

use super::Collector;
use crate::Role;
use crate::pages::{DecoyChoice, DecoyField, DecoyForm, DecoyProblem, DecoyRow, DecoysPage};

pub(super) fn collect(collector: &mut Collector) {
    let option = |value: &str, label: &str, chosen| (value.to_owned(), label.to_owned(), chosen);
    let choices = vec![
        DecoyChoice {
            field: DecoyField::Role,
            options: vec![
                option("", "–", true),
                option("role:forensics", "Forensik", false),
            ],
        },
        DecoyChoice {
            field: DecoyField::Skill(1),
            options: vec![option("domain:network", "Netze", true)],
        },
        DecoyChoice {
            field: DecoyField::Kreis,
            options: vec![option("15082", "Landkreis Anhalt-Bitterfeld", true)],
        },
    ];
    let empty = DecoysPage {
        frame: collector.signed_in("/verwaltung/koeder", Role::Admin),
        decoys: Vec::new(),
        form: DecoyForm {
            choices: choices.clone(),
            ..DecoyForm::default()
        },
    };
    let wrong = DecoysPage {
        decoys: vec![DecoyRow {
            id: "dec_0193c2a0-7b1c-7c1e-9f44-5a0d3b6f2e11".to_owned(),
            alias: "K-7Q3F2".to_owned(),
            headline: collector.pick("Netze und Firewalls", "Networks and firewalls"),
            place: "Landkreis Anhalt-Bitterfeld".to_owned(),
            made: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        }],
        form: DecoyForm {
            headline: String::new(),
            text: String::new(),
            choices,
            problems: vec![
                DecoyProblem::Headline,
                DecoyProblem::Text,
                DecoyProblem::Role,
                DecoyProblem::Skills,
                DecoyProblem::Kreis,
            ],
        },
        ..empty.clone()
    };
    let full = DecoysPage {
        form: DecoyForm {
            problems: vec![DecoyProblem::TooMany],
            ..wrong.form.clone()
        },
        ..wrong.clone()
    };
    collector.add("decoys", "none", &empty);
    collector.add("decoys", "wrong", &wrong);
    collector.add("decoys", "full", &full);
}
