//! Many cards at once.

use i18n_embed_fl::fl;

use super::ConditionsText;
use crate::Language;

/// What the form for many cards holds: posts `zeilen`, `formular`, and `fassung`, the version shown.
#[derive(Clone, Debug, Default)]
pub struct BulkForm {
    /// The rows typed.
    pub rows: String,
    /// Names the form, so that sending it twice issues once.
    pub token: String,
    /// What was accepted with each row.
    pub text: ConditionsText,
    /// What is wrong, row by row.
    pub problems: Vec<BulkProblem>,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BulkProblem {
    /// Counted from 1.
    pub line: usize,
    /// What.
    pub kind: BulkProblemKind,
}

/// The kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum BulkProblemKind {
    Empty,
    TooMany,
    Columns,
    Place,
    Twice,
    Signatory,
    Date,
    Future,
    HasCard,
    Outdated,
}

impl BulkForm {
    /// Whether the text was changed after the form was shown.
    pub(super) fn is_outdated(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.kind == BulkProblemKind::Outdated)
    }
}

impl BulkProblem {
    /// The row and what to do about it.
    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        let what = match self.kind {
            // It is about no row.
            BulkProblemKind::Outdated => return fl!(texts, "bulk-outdated"),
            BulkProblemKind::Empty => fl!(texts, "bulk-empty"),
            BulkProblemKind::TooMany => fl!(texts, "bulk-too-many"),
            BulkProblemKind::Columns => fl!(texts, "bulk-columns"),
            BulkProblemKind::Place => fl!(texts, "bulk-place"),
            BulkProblemKind::Twice => fl!(texts, "bulk-twice"),
            BulkProblemKind::Signatory => fl!(texts, "bulk-signatory"),
            BulkProblemKind::Date => fl!(texts, "bulk-date"),
            BulkProblemKind::Future => fl!(texts, "bulk-future"),
            BulkProblemKind::HasCard => fl!(texts, "bulk-has-card"),
        };
        fl!(texts, "bulk-line", line = self.line, what = what)
    }
}
