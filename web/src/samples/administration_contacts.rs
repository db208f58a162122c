//! Samples of the pages about contacts.

use super::Collector;
use super::administration_organisations::{field, wrong};
use crate::Role;
use crate::pages::{
    AdminField, AdminInput, AdminProblem, ContactFormPage, ContactKind, ContactsPage,
    KeptContactRow,
};

const PATH: &str = "/verwaltung/kontakte/01938f6e-7d2c-7000-8000-0000000000b1";

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
pub(super) fn collect(collector: &mut Collector) {
    let checked = collector.pick("3. Dezember 2026", "3 December 2026");
    let row = |kind, phone: Option<&str>, (is_due, is_checked_today)| KeptContactRow {
        href: PATH.to_owned(),
        land: ContactKind::federal(collector.language),
        kind,
        name: "Cyber-Ersthilfe".to_owned(),
        phone: phone.map(str::to_owned),
        checked: checked.clone(),
        is_due,
        is_checked_today,
    };
    let page = ContactsPage {
        frame: collector.signed_in("/verwaltung/kontakte", Role::Admin),
        rows: vec![
            row(ContactKind::Cert, None, (true, false)),
            row(
                ContactKind::IncidentResponse,
                Some("0711 137-99999"),
                (false, false),
            ),
            row(ContactKind::Police, Some("110"), (false, true)),
            row(ContactKind::Prosecution, None, (false, true)),
            row(ContactKind::DataProtection, None, (false, true)),
            row(ContactKind::MunicipalIt, None, (false, true)),
        ],
    };
    collector.add("contacts", "all", &page);
    let none = ContactsPage {
        rows: Vec::new(),
        ..page
    };
    collector.add("contacts", "none", &none);
    let stored = AdminInput {
        stored: Some("0711 1".to_owned()),
        ..field(AdminField::Phone, "0711 2")
    };
    let one = ContactFormPage {
        frame: collector.signed_in(PATH, Role::Admin),
        path: PATH.to_owned(),
        name: Some("Cyber-Ersthilfe".to_owned()),
        version: 2,
        is_conflict: true,
        inputs: vec![
            field(AdminField::Land, "08"),
            field(AdminField::ContactKind, "cert"),
            stored,
            field(AdminField::Address, "Schlossplatz 1\nStuttgart"),
            field(AdminField::Hours, "Mo-Fr"),
            field(AdminField::Note, "Nur für Kommunen"),
            field(AdminField::Source, "example.org"),
        ],
    };
    collector.add("contact", "conflict", &one);
    let new = ContactFormPage {
        name: None,
        is_conflict: false,
        inputs: vec![
            wrong(AdminField::Email, "x", AdminProblem::Email),
            wrong(AdminField::Url, "x", AdminProblem::Url),
        ],
        ..one
    };
    collector.add("contact", "wrong", &new);
}
