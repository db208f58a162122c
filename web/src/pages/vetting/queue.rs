//! `/pruefung`: what waits for vetters; a filter by GET (`stand`, `art`, `umfang`, `offen`).

use askama::Template;
use i18n_embed_fl::fl;

use super::{CaseKind, CaseState, Grade, Verdict, WhyNot, missing_labels};
use crate::pages::MissingStep;
use crate::parts::{PageLink, Pagination};
use crate::shortcuts::Key;
use crate::{Frame, assets};

/// The queue.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/vetting_queue.html")]
pub struct VettingQueuePage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked for.
    pub filter: QueueFilter,
    /// The cases of this page: of those that are open, what whoever looks can assess.
    pub rows: Vec<CaseRow>,
    /// How many of those the filter finds.
    pub total: u64,
    /// Open cases of this page that wait for somebody else.
    pub waiting: Vec<CaseRow>,
    /// How many of those the filter finds.
    pub waiting_total: u64,
    /// The other pages.
    pub pagination: Pagination,
}

/// What the queue is narrowed to.
#[derive(Clone, Copy, Debug)]
pub struct QueueFilter {
    /// Where the cases stand.
    pub state: CaseState,
    /// What they decide; all if absent.
    pub kind: Option<CaseKind>,
    /// How thorough they must be; all if absent.
    pub grade: Option<Grade>,
    /// Only those whoever looks has not assessed.
    pub is_unassessed: bool,
}

/// A case of the queue.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// Its page.
    pub href: String,
    /// Public name of the entry; empty once it was erased.
    pub alias: String,
    /// Short description of the entry.
    pub headline: String,
    /// What it decides.
    pub kind: CaseKind,
    /// How thorough it must be.
    pub grade: Grade,
    /// It is an appeal.
    pub is_appeal: bool,
    /// It acts before it is decided.
    pub is_urgent: bool,
    /// When it was opened.
    pub opened: String,
    /// By when it should be decided.
    pub due: String,
    /// That day is past.
    pub is_overdue: bool,
    /// What the entry lacks besides.
    pub missing: Vec<MissingStep>,
    /// How far it is.
    pub progress: Progress,
    /// How it was decided.
    pub outcome: Option<Verdict>,
    /// Why whoever looks may not assess it.
    pub why_not: Option<WhyNot>,
}

/// How far a case is that is not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has assessed it.
    Untouched,
    /// Somebody has, and another is needed.
    NeedsAnother,
    /// Nobody will any more.
    Over,
}

impl VettingQueuePage {
    fn is_filtered(&self) -> bool {
        let filter = self.filter;
        let is_narrowed = filter.kind.is_some() || filter.grade.is_some();
        filter.state != CaseState::Open || is_narrowed || filter.is_unassessed
    }

    /// How many cases there are to assess; of what is not open, how many there are.
    fn heading(&self) -> String {
        let texts = self.frame.texts();
        match self.filter.state {
            CaseState::Open => fl!(texts, "vetting-for-you", n = self.total),
            CaseState::Decided | CaseState::Withdrawn => {
                fl!(texts, "vetting-count", n = self.total)
            }
        }
    }

    /// The keys that do something on this page.
    fn keys(&self) -> Vec<Key> {
        if self.rows.is_empty() && self.waiting.is_empty() {
            return Vec::new();
        }
        vec![Key::Next, Key::Previous]
    }

    fn title_of(&self, row: &CaseRow) -> String {
        if row.alias.is_empty() {
            return fl!(self.frame.texts(), "vetting-erased");
        }
        row.alias.clone()
    }

    fn missing_of(&self, row: &CaseRow) -> String {
        missing_labels(&row.missing, self.frame.language()).join(", ")
    }

    /// Who has said something, and whether that is enough.
    fn progress_of(&self, row: &CaseRow) -> String {
        let texts = self.frame.texts();
        if let Some(outcome) = row.outcome {
            return outcome.outcome(row.kind, self.frame.language());
        }
        match row.progress {
            Progress::Untouched => fl!(texts, "vetting-nobody-yet"),
            Progress::NeedsAnother => fl!(texts, "vetting-one-more"),
            Progress::Over => fl!(texts, "vetting-state-withdrawn"),
        }
    }
}
