//! `/organisation/import`: a team from a file, in four steps.

mod problem;

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

pub use problem::{FileProblem, ImportProblem, file_problem_text, import_problem_text};

/// The first two steps: the template, and choosing a file.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/import_start.html")]
pub struct ImportStartPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub organisation: String,
    /// Why the file before was not taken.
    pub problem: Option<FileProblem>,
    /// What was uploaded lately.
    pub recent: Vec<RecentImport>,
}

/// An import of the last day.
#[derive(Clone, Debug)]
pub struct RecentImport {
    /// Its page.
    pub href: String,
    /// When it was uploaded, such as `heute, 14:20 Uhr`.
    pub moment: String,
    /// How many rows.
    pub rows: usize,
    /// How far it is.
    pub state: ImportState,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// Being checked.
    Checking,
    /// Checked; somebody decides.
    Checked,
    /// Being applied.
    Applying,
    /// Applied.
    Applied,
    /// Being taken back.
    Undoing,
    /// Taken back.
    Undone,
}

impl ImportState {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Checking => fl!(texts, "import-state-checking"),
            Self::Checked => fl!(texts, "import-state-checked"),
            Self::Applying => fl!(texts, "import-state-applying"),
            Self::Applied => fl!(texts, "import-state-applied"),
            Self::Undoing => fl!(texts, "import-state-undoing"),
            Self::Undone => fl!(texts, "import-state-undone"),
        }
    }

    const fn is_under_way(self) -> bool {
        match self {
            Self::Checking | Self::Applying | Self::Undoing => true,
            Self::Checked | Self::Applied | Self::Undone => false,
        }
    }
}

/// The last two steps: what the check found, and applying it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/import.html")]
pub struct ImportPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where its forms go to, without a slash at the end.
    pub path: String,
    /// How far it is.
    pub state: ImportState,
    /// Rows of the file.
    pub rows: usize,
    /// Rows checked so far.
    pub done: usize,
    /// Rows that enter an entry.
    pub new: usize,
    /// Rows that change one.
    pub changed: usize,
    /// Rows that are wrong.
    pub rejected: usize,
    /// The columns are right, so that rows could be read.
    pub has_columns: bool,
    /// What is wrong.
    pub errors: Vec<ImportError>,
    /// How many more there are than are shown.
    pub more_errors: usize,
    /// What the first good rows do.
    pub preview: Vec<ImportPreview>,
    /// Somebody changed entries after the check.
    pub was_overtaken: bool,
    /// What could not be taken back.
    pub kept: Vec<KeptEntry>,
    /// Until when it can be taken back, or is kept.
    pub until: String,
}

/// What is wrong with a cell.
#[derive(Clone, Debug)]
pub struct ImportError {
    /// As the spreadsheet numbers the row.
    pub row: u32,
    /// The name of the column.
    pub column: String,
    /// What.
    pub problem: ImportProblem,
    /// The words it is about.
    pub excerpt: Option<String>,
    /// What was meant, perhaps.
    pub suggestions: Vec<String>,
}

/// What a row does, without a name.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// It enters an entry; else it changes one.
    pub is_new: bool,
    /// It is a person; else a capacity.
    pub is_person: bool,
    /// Its short description.
    pub headline: String,
    /// How many skills.
    pub skills: usize,
}

/// An entry that could not be taken back.
#[derive(Clone, Debug)]
pub struct KeptEntry {
    /// The row it came with.
    pub row: u32,
    /// Its page.
    pub href: String,
}

impl ImportStartPage {
    /// What to do about the file before.
    fn message(&self) -> Option<String> {
        let language = self.frame.language();
        self.problem
            .map(|problem| file_problem_text(language, problem))
    }
}

impl ImportPage {
    /// Rows that hold only what is known.
    fn same(&self) -> usize {
        let others = self.new + self.changed + self.rejected;
        self.rows.saturating_sub(others)
    }

    /// Rows that would be applied.
    fn good(&self) -> usize {
        self.new + self.changed
    }
}

impl ImportError {
    /// What to do about it.
    fn message(&self, language: Language) -> String {
        import_problem_text(language, self.problem)
    }

    /// What was meant, between "or".
    fn meant(&self, language: Language) -> String {
        let or = fl!(language.texts(), "import-or");
        self.suggestions.join(&format!(" {or} "))
    }
}
