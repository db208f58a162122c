//! Messages about help: short enough for a telephone, with nothing of whom or what.

use i18n_embed_fl::fl;

use super::{Letter, Sender};
use crate::Language;

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLetter {
    /// Somebody is asked for help.
    Asked {
        /// Until what time of the day they can answer.
        until: String,
    },
    /// A manager is asked to release somebody.
    ReleaseAsked {
        /// Until what time of the day they can answer.
        until: String,
    },
    /// Somebody who was asked is needed no more.
    StoodDown,
}

/// A short message in both languages; of a drill it says so first.
pub fn help_letter(sender: &Sender, says: &HelpLetter, is_drill: bool) -> Letter {
    let (mut subjects, mut texts) = (Vec::new(), Vec::new());
    for language in [Language::German, Language::English] {
        let (subject, text) = says.said(&sender.operator.name, language);
        let drill = fl!(language.texts(), "help-letter-drill");
        subjects.push(if is_drill {
            format!("{drill}: {subject}")
        } else {
            subject
        });
        texts.push(if is_drill {
            format!("{drill}. {text}")
        } else {
            text
        });
    }
    Letter {
        subject: subjects.join(" / "),
        text: texts.join("\n\n"),
    }
}

impl HelpLetter {
    fn said(&self, register: &str, language: Language) -> (String, String) {
        let texts = language.texts();
        match self {
            Self::Asked { until } => (
                fl!(texts, "help-letter-asked-subject"),
                fl!(
                    texts,
                    "help-letter-asked",
                    register = register,
                    until = until.as_str()
                ),
            ),
            Self::ReleaseAsked { until } => (
                fl!(texts, "help-letter-release-subject"),
                fl!(
                    texts,
                    "help-letter-release",
                    register = register,
                    until = until.as_str()
                ),
            ),
            Self::StoodDown => (
                fl!(texts, "help-letter-over-subject"),
                fl!(texts, "help-letter-over", register = register),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Operator;

    #[test]
    fn a_drill_says_so_before_anything_else_in_both_languages() {
        let sender = Sender {
            operator: Operator {
                name: "Kataster".to_owned(),
                phone: None,
            },
            address: "https://kataster.example.org".to_owned(),
        };

        let until = "14:20".to_owned();
        let letter = help_letter(&sender, &HelpLetter::Asked { until }, true);

        assert!(letter.subject.starts_with("ÜBUNG ÜBUNG ÜBUNG: "));
        assert!(letter.text.starts_with("ÜBUNG ÜBUNG ÜBUNG. "));
        assert!(letter.text.contains("bis 14:20 Uhr"));
        assert!(letter.text.contains("\n\nÜBUNG ÜBUNG ÜBUNG. "));
    }
}
