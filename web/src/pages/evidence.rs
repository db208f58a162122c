//! `/profil/nachweise`: files that prove what the own entry claims; the form posts `wofuer` and `file`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The page of the own evidence.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/evidence.html")]
pub struct EvidencePage {
    /// Surroundings.
    pub frame: Frame,
    /// Files there are or were, the newest first.
    pub files: Vec<EvidenceRow>,
    /// What a file can prove: value, what it is called, whether it is chosen.
    pub claims: Vec<(String, String, bool)>,
    /// How many files there may be at once.
    pub most: usize,
    /// How many days after the decision a file is kept.
    pub days: u16,
    /// What is wrong with the form.
    pub problem: Option<EvidenceProblem>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct EvidenceRow {
    /// Names it in links and forms.
    pub id: String,
    /// What it proves.
    pub claim: String,
    /// What it is, such as `PDF`.
    pub format: &'static str,
    /// Its length in bytes.
    pub size: u32,
    /// When it came.
    pub uploaded: String,
    /// When a vetter first looked at it.
    pub seen: Option<String>,
    /// When its content was deleted.
    pub deleted: Option<String>,
}

/// What is wrong with a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceProblem {
    /// Nothing of the entry is chosen that it proves.
    Claim,
    /// No file is chosen.
    NoFile,
    /// It is neither PDF nor PNG nor JPEG.
    Format,
    /// There are as many as there may be.
    TooMany,
}

impl EvidenceRow {
    /// Its length in words.
    pub(crate) fn length(&self, language: Language) -> String {
        length(self.size, language)
    }
}

/// The length of a file in words: kilobytes, or megabytes with one place.
pub(super) fn length(bytes: u32, language: Language) -> String {
    const KILO: u32 = 1024;
    const MEGA: u32 = KILO * KILO;
    if bytes < MEGA {
        return format!("{} KB", bytes.div_ceil(KILO));
    }
    let tenths = (bytes * 10).div_ceil(MEGA);
    let point = match language {
        Language::German => ',',
        Language::English => '.',
    };
    format!("{}{point}{} MB", tenths / 10, tenths % 10)
}

impl EvidenceProblem {
    const fn field(self) -> &'static str {
        match self {
            Self::Claim => "wofuer",
            Self::NoFile | Self::Format | Self::TooMany => "datei",
        }
    }

    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Claim => fl!(texts, "evidence-claim-missing"),
            Self::NoFile => fl!(texts, "evidence-file-missing"),
            Self::Format => fl!(texts, "evidence-file-format"),
            Self::TooMany => fl!(texts, "evidence-too-many"),
        }
    }
}

impl EvidencePage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problems = self.problem.into_iter();
        problems
            .map(|problem| (problem.field(), problem.message(self.frame.language())))
            .collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_up() {
        let row = |size| EvidenceRow {
            id: String::new(),
            claim: String::new(),
            format: "PDF",
            size,
            uploaded: String::new(),
            seen: None,
            deleted: None,
        };
        let cases = [
            (1, "1 KB"),
            (2_048, "2 KB"),
            (1_048_576, "1,0 MB"),
            (1_572_900, "1,6 MB"),
        ];

        for (size, length) in cases {
            assert_eq!(row(size).length(Language::German), length);
        }
    }
}
