//! Photos and documents of an incident.

use i18n_embed_fl::fl;

use super::IncidentSide;
use crate::Language;
use crate::pages::evidence::length;

/// What was put there; posts `file` and `formular` to `…/anlagen`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachmentsView {
    /// The files, the newest first; each is saved from `…/anlagen/{id}`.
    pub rows: Vec<AttachmentRow>,
    /// Whoever looks deletes them: posts to `…/anlagen/{id}/entfernen`.
    pub may_remove: bool,
    /// Adds another one; only for who may, while it is not over.
    pub form: Option<AttachmentForm>,
}

/// A file of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Names it in links and forms.
    pub id: String,
    /// What we call it.
    pub name: String,
    /// What it is, such as `PDF`.
    pub format: &'static str,
    /// Its length in bytes.
    pub size: u32,
    /// As what somebody added it.
    pub side: IncidentSide,
    /// When it came.
    pub at: String,
}

/// Adds a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachmentForm {
    /// Names this sending of the form.
    pub token: String,
    /// How many files there may be.
    pub most: usize,
    /// How long they may be together.
    pub megabytes: u64,
    /// What is wrong.
    pub problem: Option<AttachmentProblem>,
}

/// What is wrong with a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentProblem {
    /// None is chosen, or it is empty.
    Missing,
    /// It is neither PDF nor PNG nor JPEG.
    Format,
    /// It is too long.
    TooLarge,
    /// There are as many as there may be.
    TooMany,
    /// Together they would be too long.
    Full,
}

impl AttachmentRow {
    pub(super) fn length(&self, language: Language) -> String {
        length(self.size, language)
    }
}

impl AttachmentForm {
    /// Id of the field of the file.
    pub(super) const FIELD: &str = "anlage";

    pub(super) fn message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        Some(match self.problem? {
            AttachmentProblem::Missing => fl!(texts, "attachment-missing"),
            AttachmentProblem::Format => fl!(texts, "attachment-format"),
            AttachmentProblem::TooLarge => fl!(texts, "attachment-too-large"),
            AttachmentProblem::TooMany => fl!(texts, "attachment-too-many", most = self.most),
            AttachmentProblem::Full => {
                fl!(texts, "attachment-full", megabytes = self.megabytes)
            }
        })
    }
}
