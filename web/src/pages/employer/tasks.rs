//! What a manager still has to do before the team is found.

use i18n_embed_fl::fl;

use crate::Frame;

/// A step towards being found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmployerTask {
    /// Accept the conditions.
    Conditions,
    /// Settle the staff council's participation.
    Participation,
    /// Name the duty desk.
    DutyPhone,
    /// Enter people or a capacity.
    Team,
    /// Release the entries.
    Releases,
    /// Submit the entries to the vetters.
    Admissions,
}

/// A step and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployerTaskRow {
    /// The step.
    pub task: EmployerTask,
    /// How many entries still wait for it; none for what is for the whole house.
    pub open: Option<usize>,
    /// Nothing is left to do.
    pub is_done: bool,
}

impl EmployerTaskRow {
    pub(crate) fn href(&self) -> &'static str {
        match self.task {
            EmployerTask::Conditions => "/organisation/bedingungen",
            EmployerTask::Participation => "/organisation/mitbestimmung",
            EmployerTask::DutyPhone => "/organisation/telefon",
            EmployerTask::Team => "/organisation/import",
            EmployerTask::Releases => "/organisation/freigaben",
            EmployerTask::Admissions => "#team",
        }
    }

    pub(crate) fn label(&self, frame: &Frame) -> String {
        let texts = frame.texts();
        match self.task {
            EmployerTask::Conditions => fl!(texts, "employer-task-conditions"),
            EmployerTask::Participation => fl!(texts, "employer-task-participation"),
            EmployerTask::DutyPhone => fl!(texts, "employer-task-phone"),
            EmployerTask::Team => fl!(texts, "employer-task-team"),
            EmployerTask::Releases => fl!(texts, "employer-task-releases"),
            EmployerTask::Admissions => fl!(texts, "employer-task-admissions"),
        }
    }

    pub(crate) fn state(&self, frame: &Frame) -> String {
        let texts = frame.texts();
        match (self.is_done, self.open) {
            (true, _) => fl!(texts, "employer-task-done"),
            (false, Some(open)) => fl!(texts, "employer-task-left", n = open),
            (false, None) => fl!(texts, "employer-task-open"),
        }
    }
}
