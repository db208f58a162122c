//! Samples of what is settled before the first touch, the arrival sheet, the order and what is handed over.

use super::Collector;
use super::incidents::TOWN;
use crate::Role;
use crate::pages::{
    ArrivalSheetFormPage, ArrivalSheetPage, CodeProblem, Cost, DeploymentSide, EstimateLine,
    HandOverField, HandOverForm, HandOverPage, HandOverVersion, HelpReadinessPage, HelpSheetPage,
    HouseInsurance, LegalBasisName, OrderBasis, OrderHouse, OrderPage, PersonnelFormName,
    ReadinessTick, ReadinessView, SheetField, SheetForm, TickRow, TownConditions,
    credentials_problem,
};
use crate::parts::{FieldProblem, Filled, WorkMode};

pub(super) fn collect(collector: &mut Collector) {
    ticks(collector);
    form(collector);
    sheet(collector);
    hand_over(collector);
    order(collector);
}

/// Ticks, some of them open.
pub(super) fn readiness(collector: &Collector, may_tick: bool) -> ReadinessView {
    let ticks = [
        (ReadinessTick::WrittenOrder, "written_order"),
        (
            ReadinessTick::ConfidentialitySigned,
            "confidentiality_signed",
        ),
        (
            ReadinessTick::DataProcessingSettled,
            "data_processing_settled",
        ),
        (ReadinessTick::EmergencyStop, "emergency_stop"),
        (ReadinessTick::WhoDecides, "who_decides"),
        (ReadinessTick::PoliceInformed, "police_informed"),
        (ReadinessTick::BackupsSafe, "backups_safe"),
    ];
    let sides = [
        DeploymentSide::Town,
        DeploymentSide::Expert,
        DeploymentSide::Employer,
        DeploymentSide::Coordinator,
    ];
    let at = collector.pick("heute, 14:40 Uhr", "today, 14:40");
    let rows = ticks
        .into_iter()
        .enumerate()
        .map(|(number, (tick, value))| {
            let side = number.checked_sub(3).and_then(|n| sides.get(n)).copied();
            TickRow {
                tick,
                value,
                done: side.map(|side| (side, at.clone())),
                is_personal: number < 3,
            }
        });
    ReadinessView {
        rows: rows.collect(),
        action: may_tick.then(|| "/einsaetze/dep_1/handgriff".to_owned()),
    }
}

fn ticks(collector: &mut Collector) {
    let some = HelpReadinessPage {
        frame: collector.anonymous("/a/abc/handgriff"),
        about: "K-7Q3FM".to_owned(),
        is_drill: true,
        back: "/a/abc".to_owned(),
        readiness: readiness(collector, true),
    };
    let mut all = HelpReadinessPage {
        is_drill: false,
        readiness: readiness(collector, false),
        ..some.clone()
    };
    all.readiness.rows.retain(|row| row.done.is_some());
    collector.add("readiness", "open", &some);
    collector.add("readiness", "settled", &all);
}

fn texts(collector: &Collector) -> Vec<(SheetField, String)> {
    let text = |field: SheetField| {
        let is_number = field.name().ends_with("-telefon");
        if is_number {
            return "+491711234567".to_owned();
        }
        collector.pick("Haus B, Eingang Hof", "Building B, yard entrance")
    };
    let all = SheetField::ALL.into_iter();
    all.map(|field| (field, text(field))).collect()
}

fn sheet_form(collector: &Collector) -> SheetForm {
    let values = texts(collector).into_iter();
    let values = values.map(|(field, text)| (field.name(), text));
    SheetForm {
        filled: Filled {
            values: values
                .chain([("eigene-werkzeuge", "no".to_owned())])
                .collect(),
            problems: Vec::new(),
        },
        version: 2,
        is_conflict: false,
        asks_sure: false,
    }
}

fn wrong_form(collector: &Collector) -> SheetForm {
    let mut form = sheet_form(collector);
    form.is_conflict = true;
    form.asks_sure = true;
    form.filled.problems = vec![
        ("leitung-telefon", FieldProblem::NoPhone),
        ("internet", credentials_problem(collector.language)),
    ];
    form
}

fn form(collector: &mut Collector) {
    let page = ArrivalSheetFormPage {
        frame: collector.signed_in("/vorfaelle/inc_1/einsatzmappe/bearbeiten", Role::Requester),
        id: "inc_1".to_owned(),
        place: TOWN.to_owned(),
        form: sheet_form(collector),
    };
    let wrong = ArrivalSheetFormPage {
        form: wrong_form(collector),
        ..page.clone()
    };
    collector.add("arrival-sheet-form", "filled", &page);
    collector.add("arrival-sheet-form", "wrong", &wrong);
    let saved = HelpSheetPage {
        frame: collector.anonymous("/hilfe/abc/einsatzmappe"),
        place: TOWN.to_owned(),
        is_drill: false,
        back: "/hilfe/abc".to_owned(),
        form: Some(sheet_form(collector)),
        asks_code: false,
        problem: None,
        is_saved: true,
    };
    let asked = HelpSheetPage {
        is_drill: true,
        form: None,
        asks_code: true,
        problem: Some(CodeProblem::Locked),
        is_saved: false,
        ..saved.clone()
    };
    let refused = HelpSheetPage {
        form: Some(wrong_form(collector)),
        asks_code: true,
        problem: Some(CodeProblem::Wrong { left: 3 }),
        is_saved: false,
        ..saved.clone()
    };
    collector.add("arrival-sheet-link", "saved", &saved);
    collector.add("arrival-sheet-link", "code", &asked);
    collector.add("arrival-sheet-link", "wrong", &refused);
}

fn sheet(collector: &mut Collector) {
    let at = collector.pick("26. November 2026, 14:40 Uhr", "26 November 2026, 14:40");
    let page = ArrivalSheetPage {
        frame: collector.signed_in("/vorfaelle/inc_1/einsatzmappe", Role::Requester),
        place: TOWN.to_owned(),
        is_drill: true,
        back: "/vorfaelle/inc_1".to_owned(),
        edit: Some("/vorfaelle/inc_1/einsatzmappe/bearbeiten".to_owned()),
        texts: texts(collector),
        own_tools: Some(true),
        is_without_numbers: false,
        changed: Some((DeploymentSide::Town, at)),
    };
    let empty = ArrivalSheetPage {
        is_drill: false,
        edit: None,
        texts: Vec::new(),
        own_tools: None,
        is_without_numbers: true,
        changed: None,
        ..page.clone()
    };
    collector.add("arrival-sheet", "filled", &page);
    collector.add("arrival-sheet", "empty", &empty);
}

fn hand_over(collector: &mut Collector) {
    let version = |number, side| HandOverVersion {
        number,
        side,
        at: collector.pick("heute, 14:40 Uhr", "today, 14:40"),
        texts: HandOverField::ALL
            .into_iter()
            .map(|field| {
                let text = collector.pick("Zwei Server laufen.", "Two servers are up.");
                (field, text)
            })
            .collect(),
    };
    let page = HandOverPage {
        frame: collector.signed_in("/einsaetze/dep_1/uebergabe", Role::Expert),
        back: "/einsaetze/dep_1".to_owned(),
        task: collector.pick("Spuren sichern", "Secure traces"),
        place: TOWN.to_owned(),
        versions: vec![
            version(2, DeploymentSide::Town),
            version(1, DeploymentSide::Expert),
        ],
        others: vec![version(1, DeploymentSide::Coordinator)],
        form: Some(HandOverForm {
            token: "0".repeat(32),
            filled: Filled {
                values: vec![("stand", "Passwort: x".to_owned())],
                problems: vec![("stand", credentials_problem(collector.language))],
            },
            asks_sure: true,
        }),
    };
    let none = HandOverPage {
        versions: Vec::new(),
        others: Vec::new(),
        form: None,
        ..page.clone()
    };
    collector.add("hand-over", "wrong", &page);
    collector.add("hand-over", "none", &none);
}

fn order(collector: &mut Collector) {
    let house = |name: &str| OrderHouse {
        name: name.to_owned(),
        place: "Köthen (Anhalt)".to_owned(),
    };
    let day = collector.pick("1. November 2026", "1 November 2026");
    let page = OrderPage {
        frame: collector.signed_in("/einsaetze/dep_1/auftrag", Role::MemberManager),
        back: "/einsaetze/dep_1".to_owned(),
        is_draft: false,
        is_drill: false,
        town: Some(house(TOWN)),
        district: "Landkreis Anhalt-Bitterfeld".to_owned(),
        employer: Some(house("Musterdata")),
        alias: "K-7Q3FM".to_owned(),
        function: Some(collector.pick("IT-Forensik", "IT forensics")),
        task: collector.pick("Spuren sichern", "Secure traces"),
        skills: vec![collector.pick("Datensicherung", "Backup")],
        mode: WorkMode::OnSite,
        from: collector.pick("27. November 2026, 15:00 Uhr", "27 November 2026, 15:00"),
        until: collector.pick("3. Dezember 2026, 15:00 Uhr", "3 December 2026, 15:00"),
        basis: OrderBasis::Settled(LegalBasisName::Amtshilfe, PersonnelFormName::BusinessTrip),
        leads: Some(collector.pick("IT-Leitung", "Head of IT")),
        insured: HouseInsurance {
            accident: Some("Unfallkasse Sachsen-Anhalt".to_owned()),
            liability: None,
        },
        town_conditions: TownConditions::Accepted(1, day.clone()),
        employer_conditions: Some((1, day.clone())),
        checked: Some(("Erika Beispiel".to_owned(), day)),
        cost: Some(Cost::ExtraCosts),
        estimate: Some(EstimateLine {
            amount: collector.pick("1.240 Euro", "1,240 euros"),
            payer: Some(TOWN.to_owned()),
            is_agreed: true,
        }),
    };
    let draft = OrderPage {
        is_draft: true,
        is_drill: true,
        town: None,
        employer: None,
        function: None,
        skills: Vec::new(),
        basis: OrderBasis::Unsettled(
            collector.pick("4. Dezember 2026, 15:00 Uhr", "4 December 2026, 15:00"),
        ),
        leads: None,
        town_conditions: TownConditions::Untold,
        employer_conditions: None,
        checked: None,
        cost: None,
        estimate: Some(EstimateLine {
            amount: collector.pick("1.240 Euro", "1,240 euros"),
            payer: None,
            is_agreed: false,
        }),
        ..page.clone()
    };
    collector.add("order", "accepted", &page);
    collector.add("order", "draft", &draft);
}
