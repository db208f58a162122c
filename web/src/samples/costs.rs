//! Samples of costs.

use super::Collector;
use crate::Role;
use crate::pages::{
    CostCategory, CostField, CostFormPage, CostKind, CostLineInput, CostLineRow, CostPrintPage,
    CostProblem, CostSheetView, CostStage, CostState, CostStep, CostsPage, CostsRefusal, VatReason,
    VatRow,
};
use crate::parts::{FieldProblem, Filled};

const PATH: &str = "/einsaetze/dep_1/kosten";

pub(super) fn collect(collector: &mut Collector) {
    costs(collector);
    form(collector);
}

fn sheet(collector: &Collector, stage: CostStage, stand: CostState) -> CostSheetView {
    let row = |category, units: Option<(&str, &str)>, amount: &str, note: &str| CostLineRow {
        category,
        period: collector.pick("1. Dezember 2026", "1 December 2026"),
        units: units.map(|(quantity, price)| (quantity.to_owned(), price.to_owned())),
        amount: amount.to_owned(),
        note: note.to_owned(),
    };
    CostSheetView {
        stage,
        state: stand,
        kind: CostKind::Reimbursement,
        lines: vec![
            row(
                CostCategory::Travel,
                Some(("240", "0,30\u{a0}€")),
                "72,00\u{a0}€",
                "Dienstwagen",
            ),
            row(CostCategory::Lodging, None, "95,00\u{a0}€", ""),
            row(CostCategory::Overtime, None, "120,00\u{a0}€", ""),
            row(CostCategory::Purchase, None, "49,90\u{a0}€", "Festplatte"),
            row(CostCategory::Other, None, "5,00\u{a0}€", ""),
        ],
        net: "341,90\u{a0}€".to_owned(),
        vat: None,
        claimed: Some("341,90\u{a0}€".to_owned()),
        query: (stand == CostState::Queried).then(|| "Wofür war die Festplatte?".to_owned()),
        at: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        version: 2,
        steps: steps(stand),
    }
}

fn steps(stand: CostState) -> Vec<CostStep> {
    match stand {
        CostState::Sent => vec![CostStep::Agree, CostStep::Decline],
        CostState::Submitted => vec![CostStep::Accept, CostStep::Query],
        CostState::Draft => vec![CostStep::Submit],
        CostState::Accepted => vec![CostStep::Settle],
        CostState::Agreed
        | CostState::Declined
        | CostState::Queried
        | CostState::Rewritten
        | CostState::Settled => Vec::new(),
    }
}

/// A fee, with or without tax.
fn fee(collector: &Collector, state: CostState, reason: Option<VatReason>) -> CostSheetView {
    CostSheetView {
        kind: CostKind::Fee,
        lines: vec![CostLineRow {
            category: CostCategory::Hours,
            period: collector.pick("1. Dezember 2026", "1 December 2026"),
            units: Some(("8".to_owned(), "95,00\u{a0}€".to_owned())),
            amount: "760,00\u{a0}€".to_owned(),
            note: String::new(),
        }],
        net: "760,00\u{a0}€".to_owned(),
        vat: Some(VatRow {
            rate: if reason.is_some() { 0 } else { 19 },
            reason,
            amount: "144,40\u{a0}€".to_owned(),
        }),
        claimed: Some("904,40\u{a0}€".to_owned()),
        ..sheet(collector, CostStage::Actual, state)
    }
}

fn costs(collector: &mut Collector) {
    let page = estimated(collector);
    collector.add("costs", "estimate", &page);
    let expenses = CostsPage {
        kind: Some(CostKind::Expenses),
        ..page.clone()
    };
    collector.add("costs", "expenses", &expenses);
    stands(collector, &page);
    fees(collector, &page);
    let nothing = CostsPage {
        sheets: Vec::new(),
        writable: vec![CostStage::Estimate],
        alias: String::new(),
        ..page
    };
    collector.add("costs", "nothing", &nothing);
    let free = CostsPage {
        kind: None,
        ..nothing
    };
    collector.add("costs", "free", &free);
    print(collector);
}

fn estimated(collector: &Collector) -> CostsPage {
    CostsPage {
        frame: collector.signed_in(PATH, Role::Requester),
        id: "dep_1".to_owned(),
        alias: "K-7Q3FM".to_owned(),
        kind: Some(CostKind::Reimbursement),
        sheets: vec![sheet(collector, CostStage::Estimate, CostState::Sent)],
        writable: Vec::new(),
        refusal: None,
        asked: String::new(),
    }
}

/// Both sheets as they stand, and why a step was not taken.
fn stands(collector: &mut Collector, page: &CostsPage) {
    use CostState::{Accepted, Agreed, Declined, Draft, Queried, Rewritten, Settled, Submitted};
    for (name, (first, second), refusal) in [
        ("draft", (Agreed, Draft), None),
        (
            "submitted",
            (Agreed, Submitted),
            Some(CostsRefusal::NoQuestion),
        ),
        ("rewritten", (Agreed, Rewritten), None),
        ("queried", (Declined, Queried), Some(CostsRefusal::Changed)),
        ("accepted", (Agreed, Accepted), Some(CostsRefusal::OwnWord)),
        ("settled", (Draft, Settled), Some(CostsRefusal::NotNow)),
        (
            "other-kind",
            (Agreed, Submitted),
            Some(CostsRefusal::OtherKind),
        ),
    ] {
        let sheets = vec![
            sheet(collector, CostStage::Estimate, first),
            sheet(collector, CostStage::Actual, second),
        ];
        let page = CostsPage {
            sheets,
            writable: vec![CostStage::Actual],
            refusal,
            ..page.clone()
        };
        collector.add("costs", name, &page);
    }
}

fn fees(collector: &mut Collector, page: &CostsPage) {
    for (name, reason) in [
        ("fee", None),
        ("fee-public", Some(VatReason::PublicCooperation)),
        ("fee-exempt", Some(VatReason::Exempt)),
        ("fee-small", Some(VatReason::SmallBusiness)),
    ] {
        let page = CostsPage {
            kind: Some(CostKind::Fee),
            sheets: vec![fee(collector, CostState::Draft, reason)],
            writable: vec![CostStage::Estimate, CostStage::Actual],
            ..page.clone()
        };
        collector.add("costs", name, &page);
    }
}

fn print(collector: &mut Collector) {
    let mut small = sheet(collector, CostStage::Actual, CostState::Accepted);
    small.claimed = None;
    small.steps = Vec::new();
    let print = CostPrintPage {
        frame: collector.signed_in("/einsaetze/dep_1/kosten/druck", Role::Requester),
        id: "dep_1".to_owned(),
        alias: "K-7Q3FM".to_owned(),
        employer: "Rechenzentrum Musterland".to_owned(),
        town: "Stadt Musterhausen".to_owned(),
        period: collector.pick("1. Dezember 2026", "1 December 2026"),
        today: collector.pick("9. Dezember 2026", "9 December 2026"),
        sheet: small,
    };
    collector.add("cost-print", "small", &print);
}

fn form(collector: &mut Collector) {
    let line = CostLineInput {
        category: CostCategory::Travel.value().to_owned(),
        from: "2026-12-01".to_owned(),
        quantity: "240".to_owned(),
        unit: "0,30".to_owned(),
        ..CostLineInput::default()
    };
    let page = CostFormPage {
        frame: collector.signed_in("/einsaetze/dep_1/kosten/schaetzung", Role::MemberManager),
        id: "dep_1".to_owned(),
        stage: CostStage::Estimate,
        kind: CostKind::Reimbursement,
        version: 0,
        lines: vec![line, CostLineInput::default()],
        vat: Filled::default(),
        is_proposal: true,
        is_conflict: false,
    };
    collector.add("cost-form", "proposal", &page);
    let wrong = |problems: &[(CostField, CostProblem)]| CostLineInput {
        problems: problems.to_vec(),
        ..CostLineInput::default()
    };
    let lines = vec![
        wrong(&[
            (CostField::Category, CostProblem::NoCategory),
            (CostField::From, CostProblem::NoDay),
            (CostField::Until, CostProblem::Order),
            (CostField::Quantity, CostProblem::NoNumber),
            (CostField::Unit, CostProblem::NoAmount),
            (CostField::Amount, CostProblem::Nothing),
            (CostField::Note, CostProblem::TooLong),
        ]),
        wrong(&[
            (CostField::Category, CostProblem::OtherKind),
            (CostField::Quantity, CostProblem::NoRate),
            (CostField::Amount, CostProblem::Both),
        ]),
    ];
    let refused = CostFormPage {
        stage: CostStage::Actual,
        kind: CostKind::Fee,
        lines,
        vat: Filled {
            values: vec![("satz", "0".to_owned())],
            problems: vec![(
                "grund",
                FieldProblem::Said(CostFormPage::vat_problem(collector.language)),
            )],
        },
        is_proposal: false,
        is_conflict: true,
        ..page
    };
    collector.add("cost-form", "refused", &refused);
}
