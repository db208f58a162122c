//! Samples of the legal pages.

use super::Collector;
use crate::pages::{
    AccessibilityPage, Controller, ImprintPage, PrivacyPage, PrivacyPurpose, Publisher,
};

pub(super) fn collect(collector: &mut Collector) {
    imprint(collector);
    privacy(collector);
    accessibility(collector);
}

fn imprint(collector: &mut Collector) {
    let unset = ImprintPage {
        frame: collector.anonymous("/impressum"),
        publisher: None,
        attributions: vec![
            "Verwaltungsgebiete: © GeoBasis-DE / BKG (2016), GeoNutzV; Daten verändert.".to_owned(),
            "Postleitzahlen: © OpenStreetMap-Mitwirkende, ODbL 1.0.".to_owned(),
        ],
        source_code: None,
    };
    collector.add("imprint", "unset", &unset);
    let set = ImprintPage {
        publisher: Some(Publisher {
            name: "Vitako e. V.".to_owned(),
            address: vec!["Charlottenstraße 65".to_owned(), "10117 Berlin".to_owned()],
            represented_by: Some("Dr. Ines Großmann".to_owned()),
            email: "kataster@vitako.example".to_owned(),
            phone: Some("030 20648 0112".to_owned()),
            supervised_by: Some("Amtsgericht Charlottenburg".to_owned()),
        }),
        source_code: Some("https://gitlab.opencode.example/kataster".to_owned()),
        ..unset
    };
    collector.add("imprint", "set", &set);
}

fn privacy(collector: &mut Collector) {
    let unset = PrivacyPage {
        frame: collector.anonymous("/datenschutz"),
        controllers: Vec::new(),
        lead: None,
        officer: None,
        processor: None,
        officer_email: None,
        authority: None,
        purposes: vec![purpose(collector, None)],
    };
    collector.add("privacy", "unset", &unset);
    let set = PrivacyPage {
        lead: Some("Vitako e. V.".to_owned()),
        officer: Some(Controller {
            name: "Dr. Ines Großmann".to_owned(),
            email: Some("dsb@vitako.example".to_owned()),
        }),
        purposes: vec![purpose(
            collector,
            Some(collector.pick("Einwilligung", "Consent")),
        )],
        controllers: vec![Controller {
            name: "Vitako e. V.".to_owned(),
            email: Some("datenschutz@vitako.example".to_owned()),
        }],
        processor: Some(Controller {
            name: "Dataport AöR".to_owned(),
            email: None,
        }),
        officer_email: Some("dsb@vitako.example".to_owned()),
        authority: Some("Berliner Beauftragte für Datenschutz".to_owned()),
        ..unset
    };
    collector.add("privacy", "set", &set);
}

fn purpose(collector: &Collector, legal_basis: Option<String>) -> PrivacyPurpose {
    PrivacyPurpose {
        title: collector.pick("Fachkräfte finden", "Finding experts"),
        data: collector.pick("Fähigkeiten, Sprachen", "Skills, languages"),
        legal_basis,
        readers: collector.pick("die Prüfstelle", "vetters"),
        kept: collector.pick("bis zur Löschung", "until erasure"),
    }
}

fn accessibility(collector: &mut Collector) {
    let unset = AccessibilityPage {
        frame: collector.anonymous("/barrierefreiheit"),
        checked_on: None,
        email: None,
        enforcement_body: None,
        known_barriers: Vec::new(),
    };
    collector.add("accessibility", "unset", &unset);
    let set = AccessibilityPage {
        checked_on: Some(collector.pick("1. Dezember 2026", "1 December 2026")),
        email: Some("barrierefrei@vitako.example".to_owned()),
        enforcement_body: Some("Schlichtungsstelle nach § 16 BGG".to_owned()),
        known_barriers: vec![collector.pick(
            "Die Karte nennt Zahlen nur über die Tabelle.",
            "The map gives numbers only through the table.",
        )],
        ..unset
    };
    collector.add("accessibility", "set", &set);
}
