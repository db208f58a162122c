//! Samples of asking for help.

use super::{Collector, public};
use crate::Theme;
use crate::pages::{
    AffectedSystem, Call, CodeOutcome, HelpDoubt, HelpField, HelpForm, HelpPage, HelpProblem,
    HelpState, HelpStatusPage, HelpStep, HelpWait, HelpWords, OrderOfCalls, SymptomTile,
};
use crate::parts::{FirstAid, PlaceChoice, PlaceField, PlaceProblem};

const TOWN: &str = "Stadt Köthen (Anhalt)";

pub(super) fn collect(collector: &mut Collector) {
    let step = HelpStep::Symptom(tiles(collector, None));
    add(collector, "symptom", step);
    contact(collector);
    places(collector);
    card(collector);
    waiting(collector);
    later(collector);
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
fn first_aid(collector: &Collector) -> FirstAid {
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

fn tiles(collector: &Collector, chosen: Option<&str>) -> Vec<SymptomTile> {
    let tile = |id: &str, label: (&str, &str), hint: (&str, &str)| SymptomTile {
        id: id.to_owned(),
        label: collector.pick(label.0, label.1),
        hint: collector.pick(hint.0, hint.1),
        is_selected: chosen == Some(id),
    };
    let nothing = (
        "Nichts geht mehr, und Sie wissen nicht, warum.",
        "Nothing works any more and you do not know why.",
    );
    let together = (
        "Wir finden es gemeinsam heraus. Lieber einmal zu viel melden.",
        "We will find out together. Better to report once too often.",
    );
    let mut tiles = vec![
        tile(
            "files-encrypted",
            (
                "Dateien verschlüsselt oder Erpresserbrief",
                "Files encrypted or ransom note",
            ),
            (
                "Dateien lassen sich nicht öffnen, oder jemand fordert Geld.",
                "Files will not open, or somebody demands money.",
            ),
        ),
        tile(
            "account-taken-over",
            (
                "Konto oder Postfach gekapert",
                "Account or mailbox taken over",
            ),
            (
                "Fremde melden sich an oder verschicken E-Mails in Ihrem Namen.",
                "Strangers sign in or send e-mails in your name.",
            ),
        ),
    ];
    let rest = [
        (
            "data-leaked",
            (
                "Daten gestohlen oder veröffentlicht",
                "Data stolen or published",
            ),
        ),
        (
            "systems-down",
            (
                "Computer, Server oder Telefone tot",
                "Computers, servers or phones dead",
            ),
        ),
        (
            "website-down",
            ("Website gestört oder verändert", "Website down or altered"),
        ),
        (
            "provider-down",
            (
                "Unser IT-Dienstleister ist ausgefallen",
                "Our IT provider is down",
            ),
        ),
        (
            "warned-by-authority",
            (
                "Warnung von Polizei, BSI oder Land",
                "Warning from police, BSI or Land",
            ),
        ),
    ];
    tiles.extend(rest.map(|(id, label)| tile(id, label, nothing)));
    let unsure = (
        "Etwas stimmt nicht, ich bin unsicher",
        "Something is wrong, I am unsure",
    );
    tiles.push(tile("unclear", unsure, together));
    tiles
}

fn known() -> PlaceField {
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

fn call(name: &str, phone: &str) -> Call {
    Call {
        name: name.to_owned(),
        phone: Some(phone.to_owned()),
    }
}

fn status(collector: &Collector) -> HelpStatusPage {
    HelpStatusPage {
        frame: collector.anonymous("/hilfe/0197a3c2b1d04e6f"),
        place: TOWN.to_owned(),
        asked: collector.pick("heute, 14:02 Uhr", "today, 14:02"),
        is_drill: false,
        state: HelpState::Unverified {
            phone_ending: "567".to_owned(),
            wait: HelpWait::CallUntil(collector.pick("14:17 Uhr", "14:17")),
        },
        words: Some(HelpWords {
            caller: collector.pick("Fliederbusch", "Lilac"),
            called: collector.pick("Kaminholz", "Firewood"),
        }),
        spoken_code: Some("482913".to_owned()),
        doubts: Vec::new(),
        code: CodeOutcome::NotGiven,
        first_aid: first_aid(collector),
        calls: OrderOfCalls {
            provider: None,
            land: Some(call("CERT Nord", "0391 1234567")),
            police: Some(call("LKA Sachsen-Anhalt", "0391 2502244")),
        },
        stream: "/hilfe/0197a3c2b1d04e6f/stand".to_owned(),
    }
}

fn waiting(collector: &mut Collector) {
    let page = status(collector);
    collector.add("help-status", "unverified", &page);
    let doubtful = HelpStatusPage {
        doubts: vec![HelpDoubt::Landline, HelpDoubt::OwnMail],
        code: CodeOutcome::Refused,
        spoken_code: None,
        is_drill: true,
        ..page.clone()
    };
    collector.add("help-status", "drill-doubtful", &doubtful);
    let nobody = |land| HelpStatusPage {
        state: HelpState::Unverified {
            phone_ending: "567".to_owned(),
            wait: HelpWait::NobodyReachable(land),
        },
        code: CodeOutcome::NotChecked,
        ..page.clone()
    };
    let known = nobody(Some(call("CERT Nord", "0391 1234567")));
    collector.add("help-status", "nobody", &known);
    let mut unknown = nobody(None);
    unknown.frame.operator.phone = None;
    unknown.calls = OrderOfCalls::default();
    collector.add("help-status", "nobody-unknown", &unknown);
}

fn later(collector: &mut Collector) {
    let page = status(collector);
    let mut verified = HelpStatusPage {
        state: HelpState::Verified {
            at: collector.pick("14:09 Uhr", "14:09"),
        },
        code: CodeOutcome::Accepted,
        calls: OrderOfCalls {
            provider: Some(call("Kommunales Rechenzentrum Auental", "0800 7654321")),
            ..page.calls.clone()
        },
        ..page.clone()
    };
    verified.frame.theme = Theme::Dark;
    collector.add("help-status", "verified-dark", &verified);
    let closed = HelpStatusPage {
        state: HelpState::Closed {
            at: collector.pick("gestern, 18:30 Uhr", "yesterday, 18:30"),
        },
        words: None,
        spoken_code: None,
        ..page
    };
    collector.add("help-status", "closed", &closed);
}
