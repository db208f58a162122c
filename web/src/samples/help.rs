//! Samples of asking for help.

use super::{Collector, public};
use crate::pages::{
    AffectedSystem, HelpDoubt, HelpField, HelpForm, HelpPage, HelpProblem, HelpStep, SymptomTile,
};
use crate::parts::{FirstAid, PlaceChoice, PlaceField, PlaceProblem};

const TOWN: &str = "Stadt Köthen (Anhalt)";

/// Symptoms as they are shipped: id, label and hint in German and English.
const SYMPTOMS: [(&str, [&str; 2], [&str; 2]); 8] = [
    (
        "files-encrypted",
        [
            "Dateien verschlüsselt oder Erpresserbrief",
            "Files encrypted or ransom note",
        ],
        [
            "Dateien lassen sich nicht öffnen, oder jemand fordert Geld.",
            "Files will not open, or somebody demands money.",
        ],
    ),
    (
        "account-taken-over",
        [
            "Konto oder Postfach gekapert",
            "Account or mailbox taken over",
        ],
        [
            "Fremde melden sich an oder verschicken E-Mails in Ihrem Namen.",
            "Strangers sign in or send e-mails in your name.",
        ],
    ),
    (
        "data-leaked",
        [
            "Daten gestohlen oder veröffentlicht",
            "Data stolen or published",
        ],
        [
            "Daten stehen im Netz, oder jemand droht mit Veröffentlichung.",
            "Data is on the internet, or somebody threatens to publish it.",
        ],
    ),
    (
        "systems-down",
        [
            "Computer, Server oder Telefone tot",
            "Computers, servers or phones dead",
        ],
        [
            "Nichts geht mehr, und Sie wissen nicht, warum.",
            "Nothing works any more and you do not know why.",
        ],
    ),
    (
        "website-down",
        ["Website gestört oder verändert", "Website down or altered"],
        [
            "Ihre Seite lädt nicht oder zeigt fremde Inhalte.",
            "Your site does not load or shows content that is not yours.",
        ],
    ),
    (
        "provider-down",
        [
            "Unser IT-Dienstleister ist ausgefallen",
            "Our IT provider is down",
        ],
        [
            "Ihr Rechenzentrum ist angegriffen oder hat alles abgeschaltet.",
            "Your data centre is under attack or has switched everything off.",
        ],
    ),
    (
        "warned-by-authority",
        [
            "Warnung von Polizei, BSI oder Land",
            "Warning from police, BSI or Land",
        ],
        [
            "Eine Behörde warnt Sie, bei Ihnen läuft aber noch alles.",
            "An authority warns you, but everything is still running on your side.",
        ],
    ),
    (
        "unclear",
        [
            "Etwas stimmt nicht, ich bin unsicher",
            "Something is wrong, I am unsure",
        ],
        [
            "Wir finden es gemeinsam heraus. Lieber einmal zu viel melden.",
            "We will find out together. Better to report once too often.",
        ],
    ),
];

pub(super) fn collect(collector: &mut Collector) {
    let step = HelpStep::Symptom(tiles(collector, None));
    add(collector, "symptom", step);
    contact(collector);
    places(collector);
    card(collector);
}

fn add(collector: &mut Collector, name: &'static str, step: HelpStep) {
    let mut frame = collector.anonymous("/hilfe");
    frame.is_demo = name == "card";
    let page = HelpPage {
        first_aid: first_aid(collector),
        frame,
        step,
    };
    collector.add("help", name, &page);
}

/// First aid in its whole length, so that the weight of a page is true.
pub(super) fn first_aid(collector: &Collector) -> FirstAid {
    let mut first_aid = public::first_aid(collector);
    let more = [
        collector.pick(
            "Mit keinem Administratorkonto mehr anmelden.",
            "Do not sign in with any administrator account.",
        ),
        collector.pick(
            "Bildschirm abfotografieren. Uhrzeit und jeden Schritt auf Papier notieren.",
            "Photograph the screen. Note the time and each step on paper.",
        ),
    ];
    first_aid.steps.extend(more);
    first_aid.checked = Some((
        "CERT Musterland".to_owned(),
        collector.pick("2. November 2026", "2 November 2026"),
    ));
    first_aid
}

pub(super) fn tiles(collector: &Collector, chosen: Option<&str>) -> Vec<SymptomTile> {
    let tile = |(id, label, hint): (&str, [&str; 2], [&str; 2])| SymptomTile {
        id: id.to_owned(),
        label: collector.pick(label[0], label[1]),
        hint: collector.pick(hint[0], hint[1]),
        is_selected: chosen == Some(id),
    };
    SYMPTOMS.map(tile).into()
}

pub(super) fn known() -> PlaceField {
    PlaceField {
        text: TOWN.to_owned(),
        ags: Some("15082180".to_owned()),
        problem: None,
    }
}

fn form(collector: &Collector) -> HelpForm {
    HelpForm {
        nonce: "0197a3c2b1d04e6f".to_owned(),
        tiles: tiles(collector, Some("files-encrypted")),
        ..HelpForm::default()
    }
}

fn contact(collector: &mut Collector) {
    let empty = form(collector);
    let doubts = HelpForm {
        place: known(),
        phone: "03496 425000".to_owned(),
        email: "a.schroeder@koethen.example".to_owned(),
        systems: vec![AffectedSystem::Phones, AffectedSystem::Mail],
        doubts: vec![HelpDoubt::Landline, HelpDoubt::OwnMail],
        ..empty.clone()
    };
    let wrong = HelpForm {
        tiles: tiles(collector, None),
        place: PlaceField {
            problem: Some(PlaceProblem::Missing),
            ..PlaceField::default()
        },
        phone: "ruf an".to_owned(),
        code: "ABC-DEF".to_owned(),
        email: "a.schroeder".to_owned(),
        problems: vec![
            HelpProblem::SymptomMissing,
            HelpProblem::PhoneWrong,
            HelpProblem::CodeMistyped,
            HelpProblem::EmailWrong,
            HelpProblem::TooLong(HelpField::Name),
            HelpProblem::TooLong(HelpField::Measures),
        ],
        ..empty.clone()
    };
    let blocked = HelpForm {
        place: known(),
        phone: "0171 1234567".to_owned(),
        problems: vec![HelpProblem::TooMany],
        ..empty.clone()
    };
    add(collector, "contact", HelpStep::Contact(empty));
    add(collector, "doubts", HelpStep::Contact(doubts));
    add(collector, "wrong", HelpStep::Contact(wrong));
    add(collector, "too-many", HelpStep::Contact(blocked));
}

fn places(collector: &mut Collector) {
    let choice = |label: &str, ags: &str| PlaceChoice {
        label: label.to_owned(),
        href: format!("/hilfe?near={ags}"),
    };
    let choices = vec![
        choice("Neustadt am Rübenberge, Region Hannover", "03241012"),
        choice("Neustadt (Dosse), Ostprignitz-Ruppin", "12068324"),
        choice("Neustadt in Sachsen, Sächsische Schweiz", "14628270"),
    ];
    let typed = |problem| HelpForm {
        place: PlaceField {
            text: "Neustadt".to_owned(),
            ags: None,
            problem: Some(problem),
        },
        phone: "0171 1234567".to_owned(),
        measures: "Netz getrennt".to_owned(),
        ..form(collector)
    };
    let ambiguous = typed(PlaceProblem::Ambiguous(choices.clone()));
    let near = typed(PlaceProblem::Unknown(choices));
    let unknown = HelpForm {
        is_place_free: true,
        problems: vec![HelpProblem::PhoneMissing],
        phone: String::new(),
        ..typed(PlaceProblem::Unknown(Vec::new()))
    };
    add(collector, "ambiguous", HelpStep::Contact(ambiguous));
    add(collector, "near", HelpStep::Contact(near));
    add(collector, "unknown", HelpStep::Contact(unknown));
}

fn card(collector: &mut Collector) {
    let empty = HelpForm {
        tiles: tiles(collector, None),
        place: known(),
        ..form(collector)
    };
    let wrong = HelpForm {
        code: "ABC".to_owned(),
        problems: vec![
            HelpProblem::SymptomMissing,
            HelpProblem::PhoneMissing,
            HelpProblem::CodeMistyped,
        ],
        ..empty.clone()
    };
    let sent = HelpForm {
        tiles: tiles(collector, Some("systems-down")),
        phone: "0171".to_owned(),
        problems: vec![HelpProblem::PhoneWrong],
        ..empty.clone()
    };
    let elsewhere = HelpForm {
        place: PlaceField {
            text: "99999".to_owned(),
            ags: None,
            problem: Some(PlaceProblem::IsLand),
        },
        ..empty.clone()
    };
    add(collector, "card", HelpStep::Card(empty));
    add(collector, "card-wrong", HelpStep::Card(wrong));
    add(collector, "card-sent", HelpStep::Card(sent));
    add(collector, "card-elsewhere", HelpStep::Card(elsewhere));
}
