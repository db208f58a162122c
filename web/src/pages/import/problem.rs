//! What is wrong with a file or a cell, in words.

use i18n_embed_fl::fl;

use crate::Language;

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// No file was chosen.
    None,
    /// It is longer than 5 MB, or unpacks to far more.
    TooLong,
    /// There are more than 10,000 rows.
    TooManyRows,
    /// There are more than 100 columns.
    TooManyColumns,
    /// A cell of this row is too long.
    CellTooLong(u32),
    /// Nothing stands in it.
    Empty,
    /// Only the names of the columns stand in it.
    HeaderOnly,
    /// A workbook of Excel 97 to 2003.
    OldExcel,
    /// Neither text nor a workbook, or a damaged one.
    Unreadable,
}

/// What to do about a file.
pub fn file_problem_text(language: Language, problem: FileProblem) -> String {
    let texts = language.texts();
    match problem {
        FileProblem::None => fl!(texts, "import-file-none"),
        FileProblem::TooLong => fl!(texts, "import-file-long"),
        FileProblem::TooManyRows => fl!(texts, "import-file-rows"),
        FileProblem::TooManyColumns => fl!(texts, "import-file-columns"),
        FileProblem::CellTooLong(row) => fl!(texts, "import-file-cell", row = row),
        FileProblem::Empty => fl!(texts, "import-file-empty"),
        FileProblem::HeaderOnly => fl!(texts, "import-file-header"),
        FileProblem::OldExcel => fl!(texts, "import-file-old"),
        FileProblem::Unreadable => fl!(texts, "import-file-unreadable"),
    }
}

/// What is wrong with a cell, a row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum ImportProblem {
    UnknownColumn,
    PrivateColumn,
    ColumnTwice,
    Missing,
    UnknownTerm,
    Ambiguous,
    UnknownPlace,
    WholeLand,
    Twice,
    Level,
    Cefr,
    Day,
    Period,
    Order,
    Number {
        min: u16,
        max: u16,
    },
    Word,
    Mail,
    Phone,
    TooLong {
        max: u16,
    },
    TooMany {
        max: u16,
    },
    NamedCapacity,
    PersonCounted,
    OtherKind,
    UnknownAlias,
    SameEntry {
        row: u32,
    },
    Identifying,
    HealthOrFamily,
    /// A confirmed skill would change, to which the person must agree.
    Confirmed,
    OnlyLater,
    Refused,
}

/// What to do about a cell.
pub fn import_problem_text(language: Language, problem: ImportProblem) -> String {
    let texts = language.texts();
    match problem {
        ImportProblem::UnknownColumn => fl!(texts, "import-column-unknown"),
        ImportProblem::PrivateColumn => fl!(texts, "import-column-private"),
        ImportProblem::ColumnTwice => fl!(texts, "import-column-twice"),
        ImportProblem::Missing => fl!(texts, "import-missing"),
        ImportProblem::UnknownTerm => fl!(texts, "import-term"),
        ImportProblem::Ambiguous => fl!(texts, "import-ambiguous"),
        ImportProblem::UnknownPlace => fl!(texts, "import-place"),
        ImportProblem::WholeLand => fl!(texts, "import-land"),
        ImportProblem::Twice => fl!(texts, "import-twice"),
        ImportProblem::Level => fl!(texts, "import-level"),
        ImportProblem::Cefr => fl!(texts, "import-cefr"),
        ImportProblem::Day => fl!(texts, "import-day"),
        ImportProblem::Period => fl!(texts, "import-period"),
        ImportProblem::Order => fl!(texts, "import-order"),
        ImportProblem::Number { min, max } => fl!(texts, "import-number", min = min, max = max),
        ImportProblem::Word => fl!(texts, "import-word"),
        ImportProblem::Mail => fl!(texts, "import-mail"),
        ImportProblem::Phone => fl!(texts, "import-phone"),
        ImportProblem::TooLong { max } => fl!(texts, "import-long", max = max),
        ImportProblem::TooMany { max } => fl!(texts, "import-many", max = max),
        ImportProblem::NamedCapacity => fl!(texts, "import-nameless"),
        ImportProblem::PersonCounted => fl!(texts, "import-counted"),
        ImportProblem::OtherKind => fl!(texts, "import-kind"),
        ImportProblem::UnknownAlias => fl!(texts, "import-alias"),
        ImportProblem::SameEntry { row } => fl!(texts, "import-same", row = row),
        ImportProblem::Identifying => fl!(texts, "import-identifying"),
        ImportProblem::Confirmed => fl!(texts, "import-confirmed"),
        ImportProblem::HealthOrFamily => fl!(texts, "import-health"),
        ImportProblem::OnlyLater => fl!(texts, "import-later"),
        ImportProblem::Refused => fl!(texts, "import-refused"),
    }
}
