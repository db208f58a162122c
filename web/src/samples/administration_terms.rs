//! Samples of the pages about terms.

use super::Collector;
use super::administration_organisations::{field, wrong};
use crate::Role;
use crate::pages::{
    AdminField, AdminInput, AdminProblem, KeptTermRow, KeptTermsPage, ProposalProblem,
    ProposedTerm, TermAxis, TermFormPage, TermStanding, TermState, yes_or_no,
};

const PATH: &str = "/verwaltung/begriffe/product:veeam";

pub(super) fn collect(collector: &mut Collector) {
    collect_list(collector);
    collect_form(collector);
}

fn proposal(collector: &Collector, number: u8, problem: Option<ProposalProblem>) -> ProposedTerm {
    ProposedTerm {
        id: format!("01938f6e-7d2c-7000-8000-00000000000{number}"),
        axis: TermAxis::Product,
        word: format!("Quastix {number}"),
        reason: "Viele Häuser sichern damit.".to_owned(),
        at: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        new_href: "/verwaltung/begriffe/neu?achse=product".to_owned(),
        problem,
    }
}

fn collect_list(collector: &mut Collector) {
    let row = |state| KeptTermRow {
        href: PATH.to_owned(),
        id: "product:veeam".to_owned(),
        label: "Veeam".to_owned(),
        synonyms: "Veeam Backup, VBR".to_owned(),
        state,
    };
    let axes = [
        TermAxis::Role,
        TermAxis::Domain,
        TermAxis::Procedure,
        TermAxis::Product,
        TermAxis::Certification,
        TermAxis::Language,
        TermAxis::IncidentClass,
    ];
    let page = KeptTermsPage {
        frame: collector.signed_in("/verwaltung/begriffe", Role::Admin),
        axes: axes.map(|axis| (axis, axis == TermAxis::Product)).to_vec(),
        words: "veeam".to_owned(),
        new_href: Some("/verwaltung/begriffe/neu?achse=product".to_owned()),
        rows: vec![
            row(TermState::Offered),
            row(TermState::Retired),
            row(TermState::Merged("Veeam".to_owned())),
        ],
        of: 3,
        proposals: vec![proposal(collector, 1, None)],
    };
    collector.add("terms", "all", &page);
    let problems = [
        ProposalProblem::Term,
        ProposalProblem::Reason,
        ProposalProblem::Taken,
    ];
    let none = KeptTermsPage {
        rows: Vec::new(),
        of: 0,
        new_href: None,
        proposals: (2..)
            .zip(problems)
            .map(|(number, problem)| proposal(collector, number, Some(problem)))
            .collect(),
        ..page
    };
    collector.add("terms", "wrong", &none);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn collect_form(collector: &mut Collector) {
    let language = collector.language;
    let extended = AdminInput {
        options: vec![
            ("nein".to_owned(), yes_or_no(false, language)),
            ("ja".to_owned(), yes_or_no(true, language)),
        ],
        ..field(AdminField::Extended, "ja")
    };
    let standing = TermStanding {
        id: "product:veeam".to_owned(),
        label: "Veeam".to_owned(),
        version: 2,
        state: TermState::Offered,
        old_ids: vec!["product:alt".to_owned(), "product:uralt".to_owned()],
        entries: 12,
    };
    let page = TermFormPage {
        frame: collector.signed_in(PATH, Role::Admin),
        path: PATH.to_owned(),
        axis: TermAxis::Product,
        axis_value: "product".to_owned(),
        kept: Some(standing.clone()),
        is_conflict: true,
        inputs: vec![
            field(AdminField::LabelDe, "Veeam"),
            field(AdminField::LabelEn, "Veeam"),
            field(AdminField::Parent, ""),
            field(AdminField::SynonymsDe, "VBR"),
            field(AdminField::SynonymsEn, ""),
            extended,
        ],
        proposal: None,
        target: vec![field(AdminField::Into, "")],
    };
    collector.add("term", "offered", &page);
    for (name, state) in [
        ("retired", TermState::Retired),
        ("merged", TermState::Merged("Veeam".to_owned())),
    ] {
        let kept = TermStanding {
            state,
            entries: 1,
            old_ids: Vec::new(),
            ..standing.clone()
        };
        let target = if name == "retired" {
            wrong(AdminField::Into, "Veeam", AdminProblem::Circle)
        } else {
            field(AdminField::Into, "")
        };
        let page = TermFormPage {
            kept: Some(kept),
            is_conflict: false,
            target: vec![target],
            ..page.clone()
        };
        collector.add("term", name, &page);
    }
    let near = AdminProblem::NoTerm(vec!["product:veeam".to_owned()]);
    let word = AdminProblem::TakenWord("VBR".to_owned(), "Veeam".to_owned());
    let new = TermFormPage {
        kept: None,
        is_conflict: false,
        proposal: Some("01938f6e-7d2c-7000-8000-000000000001".to_owned()),
        inputs: vec![
            wrong(AdminField::TermId, "Ä", AdminProblem::Format),
            wrong(AdminField::Parent, "Veam", near),
            wrong(AdminField::SynonymsDe, "VBR", word),
        ],
        ..page.clone()
    };
    collector.add("term", "new-wrong", &new);
    let taken = TermFormPage {
        inputs: vec![
            wrong(AdminField::TermId, "veeam", AdminProblem::TakenId),
            wrong(AdminField::Parent, "x", AdminProblem::NoTerm(Vec::new())),
        ],
        ..new
    };
    collector.add("term", "new-taken", &taken);
}
