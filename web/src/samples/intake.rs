//! Samples of a call that is taken down.

use super::Collector;
use super::help::{first_aid, known, tiles};
use crate::Role;
use crate::pages::{
    AffectedSystem, Call, CodeOutcome, HelpDoubt, HelpField, HelpForm, HelpProblem, HelpWords,
    IntakeDonePage, IntakePage, IntakeTold, OrderOfCalls,
};
use crate::parts::{PlaceChoice, PlaceField, PlaceProblem};

pub(super) fn collect(collector: &mut Collector) {
    let empty = HelpForm {
        nonce: "0197a3c2b1d04e6f".to_owned(),
        tiles: tiles(collector, None),
        ..HelpForm::default()
    };
    add(collector, "empty", empty.clone());
    let typed = HelpForm {
        tiles: tiles(collector, Some("files-encrypted")),
        place: known(),
        phone: "03496 425000".to_owned(),
        name: "A. Schröder, IT".to_owned(),
        email: "a.schroeder@koethen.example".to_owned(),
        systems: vec![AffectedSystem::Phones, AffectedSystem::Mail],
        measures: "Netz getrennt".to_owned(),
        is_drill: true,
        doubts: vec![HelpDoubt::Landline, HelpDoubt::OwnMail],
        ..empty.clone()
    };
    add(collector, "doubts", typed.clone());
    add(collector, "wrong", wrong(&empty));
    let choices = vec![PlaceChoice {
        label: "Neustadt am Rübenberge, Region Hannover".to_owned(),
        href: "/hilfe?near=03241012".to_owned(),
    }];
    let ambiguous = HelpForm {
        place: PlaceField {
            text: "Neustadt".to_owned(),
            ags: None,
            problem: Some(PlaceProblem::Ambiguous(choices)),
        },
        doubts: Vec::new(),
        is_place_free: true,
        ..typed
    };
    add(collector, "ambiguous", ambiguous);
    done(collector);
}

fn add(collector: &mut Collector, name: &'static str, form: HelpForm) {
    let page = IntakePage {
        frame: collector.signed_in("/vorfaelle/neu", Role::Coordinator),
        first_aid: first_aid(collector),
        form,
    };
    collector.add("intake", name, &page);
}

fn wrong(empty: &HelpForm) -> HelpForm {
    HelpForm {
        place: PlaceField {
            problem: Some(PlaceProblem::Missing),
            ..PlaceField::default()
        },
        phone: "ruf an".to_owned(),
        code: "ABC-DEF".to_owned(),
        email: "a.schroeder".to_owned(),
        problems: vec![
            HelpProblem::CodeMistyped,
            HelpProblem::SymptomMissing,
            HelpProblem::PhoneWrong,
            HelpProblem::EmailWrong,
            HelpProblem::TooLong(HelpField::Name),
            HelpProblem::TooLong(HelpField::Measures),
        ],
        ..empty.clone()
    }
}

fn done(collector: &mut Collector) {
    let call = |name: &str, phone: &str| Call {
        name: name.to_owned(),
        phone: Some(phone.to_owned()),
    };
    let told = IntakeTold {
        call_by: Some(collector.pick("14:17 Uhr", "14:17")),
        words: Some(HelpWords {
            caller: collector.pick("Fliederbusch", "Lilac"),
            called: collector.pick("Kaminholz", "Firewood"),
        }),
        code: CodeOutcome::Refused,
        spoken_code: "482913".to_owned(),
        start: "https://kataster.example/hilfe/".to_owned(),
        token: "0197a3c2b1d04e6f".repeat(4),
        calls: OrderOfCalls {
            provider: None,
            land: Some(call("CERT Nord", "0391 1234567")),
            police: Some(call("LKA Sachsen-Anhalt", "0391 2502244")),
            ..OrderOfCalls::default()
        },
    };
    let page = IntakeDonePage {
        frame: collector.signed_in("/vorfaelle/inc_1", Role::Coordinator),
        href: "/vorfaelle/inc_1".to_owned(),
        place: "Stadt Köthen (Anhalt)".to_owned(),
        is_drill: false,
        told: Some(told.clone()),
    };
    collector.add("intake-done", "unverified", &page);
    let mut verified = IntakeDonePage {
        is_drill: true,
        told: Some(IntakeTold {
            call_by: None,
            words: None,
            code: CodeOutcome::Accepted,
            calls: OrderOfCalls::default(),
            ..told.clone()
        }),
        ..page.clone()
    };
    verified.frame.operator.phone = None;
    collector.add("intake-done", "verified", &verified);
    let mut unreachable = IntakeDonePage {
        told: Some(told),
        ..page.clone()
    };
    unreachable.frame.operator.phone = None;
    collector.add("intake-done", "no-desk-number", &unreachable);
    let before = IntakeDonePage { told: None, ..page };
    collector.add("intake-done", "before", &before);
}
