//! Samples of the pages that bring a team in from a file.

use super::Collector;
use crate::Role;
use crate::pages::{
    FileProblem, ImportError, ImportPage, ImportPreview, ImportProblem, ImportStartPage,
    ImportState, KeptEntry, RecentImport,
};

const PATH: &str = "/organisation/import/imp_0193c2a0-7b1c-7c1e-9f44-5a0d3b6f2e11";
const FILES: [FileProblem; 9] = [
    FileProblem::None,
    FileProblem::TooLong,
    FileProblem::TooManyRows,
    FileProblem::TooManyColumns,
    FileProblem::CellTooLong(7),
    FileProblem::Empty,
    FileProblem::HeaderOnly,
    FileProblem::OldExcel,
    FileProblem::Unreadable,
];
const PROBLEMS: [ImportProblem; 30] = [
    ImportProblem::UnknownColumn,
    ImportProblem::PrivateColumn,
    ImportProblem::ColumnTwice,
    ImportProblem::Missing,
    ImportProblem::UnknownTerm,
    ImportProblem::Ambiguous,
    ImportProblem::UnknownPlace,
    ImportProblem::WholeLand,
    ImportProblem::Twice,
    ImportProblem::Level,
    ImportProblem::Cefr,
    ImportProblem::Day,
    ImportProblem::Period,
    ImportProblem::Order,
    ImportProblem::Number { min: 1, max: 180 },
    ImportProblem::Word,
    ImportProblem::Mail,
    ImportProblem::Phone,
    ImportProblem::TooLong { max: 160 },
    ImportProblem::TooMany { max: 60 },
    ImportProblem::NamedCapacity,
    ImportProblem::PersonCounted,
    ImportProblem::OtherKind,
    ImportProblem::UnknownAlias,
    ImportProblem::SameEntry { row: 4 },
    ImportProblem::Identifying,
    ImportProblem::Confirmed,
    ImportProblem::HealthOrFamily,
    ImportProblem::OnlyLater,
    ImportProblem::Refused,
];

pub(super) fn collect(collector: &mut Collector) {
    start(collector);
    let checking = checking(collector);
    let good = ImportPage {
        state: ImportState::Checked,
        rows: 40,
        done: 40,
        new: 34,
        changed: 4,
        preview: vec![preview(collector, 2, true), preview(collector, 3, false)],
        ..checking.clone()
    };
    let bad = ImportPage {
        new: 30,
        rejected: 6,
        errors: errors(),
        more_errors: 12,
        was_overtaken: true,
        ..good.clone()
    };
    let columns = ImportPage {
        new: 0,
        changed: 0,
        rejected: 40,
        has_columns: false,
        errors: errors()[..2].to_vec(),
        preview: Vec::new(),
        ..good.clone()
    };
    let same = ImportPage {
        new: 0,
        changed: 0,
        preview: Vec::new(),
        ..good.clone()
    };
    let samples = [
        ("checking", &checking),
        ("checked", &good),
        ("errors", &bad),
        ("columns", &columns),
        ("nothing-new", &same),
    ];
    for (name, page) in samples {
        collector.add("import", name, page);
    }
    steps(collector, (&checking, &good));
}

fn checking(collector: &Collector) -> ImportPage {
    let frame = collector.signed_in(PATH, Role::MemberManager);
    ImportPage {
        path: PATH.to_owned(),
        state: ImportState::Checking,
        rows: 8_000,
        done: 3_200,
        new: 0,
        changed: 0,
        rejected: 0,
        has_columns: true,
        errors: Vec::new(),
        more_errors: 0,
        preview: Vec::new(),
        was_overtaken: false,
        kept: Vec::new(),
        until: collector.pick("morgen, 14:20 Uhr", "tomorrow, 14:20"),
        frame,
    }
}

/// After the check.
fn steps(collector: &mut Collector, (checking, good): (&ImportPage, &ImportPage)) {
    let applied = ImportPage {
        state: ImportState::Applied,
        ..good.clone()
    };
    let undone = ImportPage {
        state: ImportState::Undone,
        ..good.clone()
    };
    let kept = ImportPage {
        kept: vec![KeptEntry {
            row: 7,
            href: "/fachkraefte/exp_4c1e6a3e-6f0a-4ad5-9a0e-0d6f1f1b2c3d".to_owned(),
        }],
        ..undone.clone()
    };
    let applying = ImportPage {
        state: ImportState::Applying,
        ..checking.clone()
    };
    let undoing = ImportPage {
        state: ImportState::Undoing,
        ..checking.clone()
    };
    let samples = [
        ("applying", &applying),
        ("applied", &applied),
        ("undoing", &undoing),
        ("undone", &undone),
        ("kept", &kept),
    ];
    for (name, page) in samples {
        collector.add("import", name, page);
    }
}

fn start(collector: &mut Collector) {
    let recent = |state, collector: &Collector| RecentImport {
        href: PATH.to_owned(),
        moment: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        rows: 40,
        state,
    };
    let empty = ImportStartPage {
        frame: collector.signed_in("/organisation/import", Role::MemberManager),
        organisation: "Rechenzentrum Musterland".to_owned(),
        problem: None,
        recent: vec![
            recent(ImportState::Checked, collector),
            recent(ImportState::Applied, collector),
        ],
    };
    for problem in FILES {
        let wrong = ImportStartPage {
            problem: Some(problem),
            recent: Vec::new(),
            ..empty.clone()
        };
        collector.add("import-start", "wrong", &wrong);
    }
    collector.add("import-start", "empty", &empty);
}

fn preview(collector: &Collector, row: u32, is_new: bool) -> ImportPreview {
    ImportPreview {
        row,
        is_new,
        is_person: is_new,
        headline: collector.pick("Datensicherung und Wiederherstellung", "Backup and restore"),
        skills: 5,
    }
}

fn errors() -> Vec<ImportError> {
    let error = |(row, problem)| ImportError {
        row,
        column: "Fähigkeiten".to_owned(),
        problem,
        excerpt: (row % 2 == 0).then(|| "Veam:3".to_owned()),
        suggestions: if row % 3 == 0 {
            vec!["Veeam".to_owned(), "VMware".to_owned()]
        } else {
            Vec::new()
        },
    };
    (2..).zip(PROBLEMS).map(error).collect()
}
