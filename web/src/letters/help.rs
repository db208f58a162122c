//! Messages about help: short enough for a telephone, with nothing of whom or what.

use i18n_embed_fl::fl;

use super::{ExtensionNews, HelpNews, Letter, OfferNews, Sender, TownNews};
use crate::Language;

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLetter {
    /// Somebody is asked for help.
    Asked {
        /// Until when they can answer.
        until: Until,
    },
    /// A manager is asked to release somebody.
    ReleaseAsked {
        /// Until when they can answer.
        until: Until,
    },
    /// A manager is rung who was asked by mail.
    ReleaseWaits {
        /// Until when they can answer.
        until: Until,
    },
    /// Somebody of the desk is rung.
    DeskCalled,
    /// Somebody who was asked is needed no more: the need is met.
    StoodDown,
    /// The same where there was nothing to help with.
    NobodyNeeded,
    /// Whoever said yes is told what became of it.
    News(HelpNews),
    /// Their house is told.
    HouseNews(HelpNews),
    /// A town is to accept somebody.
    TownAsked,
    /// Whoever helps, or their house, is told of a later end.
    Extension(ExtensionNews),
    /// A town is told of a deployment that runs.
    TownNews(TownNews),
    /// A town is to make a report the law asks for; until when, as long as there is time.
    ClockRuns(Option<Until>),
    /// Whoever cares for its incident is told so.
    TownReminded(Option<Until>),
    /// Somebody is told of an offer.
    Offer(OfferNews),
    /// Both sides of a deployment are to say on which legal basis it stands.
    BasisOpen,
    /// A town is to accept the conditions it confirmed at once.
    ConditionsOpen,
    /// Somebody of another side of a deployment wrote.
    MessageCame,
    /// A town is to decide about an estimate or costs.
    CostsWait,
    /// A house is told that it did.
    CostsAnswered,
}

/// What a key of the telephone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallAnswer {
    /// A talk now.
    FirstCall,
    /// Help from afar.
    Remote,
    /// Help at the place.
    OnSite,
    /// No.
    No,
    /// No, and nothing else before the morning.
    NotTonight,
}

/// Until when, as a sentence goes on with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Until {
    /// Such as `heute bis 14:20 Uhr`.
    pub german: String,
    /// Such as `by 14:20 today`.
    pub english: String,
}

impl Until {
    pub(super) fn said(&self, language: Language) -> &str {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
        }
    }
}

/// A short message in both languages; of a drill it says so first.
pub fn help_letter(sender: &Sender, says: &HelpLetter, is_drill: bool) -> Letter {
    let (subjects, texts): (Vec<_>, Vec<_>) = said(sender, says, is_drill)
        .map(|(_, subject, text)| (subject, text))
        .unzip();
    Letter {
        subject: subjects.join(" / "),
        text: texts.join("\n\n"),
    }
}

/// The same where it is rung: after the words of each language come the keys there are, each with what it says.
pub fn help_call(
    sender: &Sender,
    says: &HelpLetter,
    is_drill: bool,
    keys: &[(&str, CallAnswer)],
) -> String {
    let spoken = said(sender, says, is_drill).map(|(language, _, text)| {
        let keys = keys.iter().map(|(key, answer)| answer.said(key, language));
        [text].into_iter().chain(keys).collect::<Vec<_>>().join(" ")
    });
    spoken.collect::<Vec<_>>().join("\n\n")
}

/// Subject and text in each language.
fn said(
    sender: &Sender,
    says: &HelpLetter,
    is_drill: bool,
) -> impl Iterator<Item = (Language, String, String)> {
    let languages = [Language::German, Language::English].into_iter();
    languages.map(move |language| {
        let (subject, text) = says.said(&sender.operator.name, language);
        if !is_drill {
            return (language, subject, text);
        }
        let drill = fl!(language.texts(), "help-letter-drill");
        let (subject, text) = (format!("{drill}: {subject}"), format!("{drill}. {text}"));
        (language, subject, text)
    })
}

impl CallAnswer {
    fn said(self, key: &str, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::FirstCall => fl!(texts, "help-call-first-call", key = key),
            Self::Remote => fl!(texts, "help-call-remote", key = key),
            Self::OnSite => fl!(texts, "help-call-on-site", key = key),
            Self::No => fl!(texts, "help-call-no", key = key),
            Self::NotTonight => fl!(texts, "help-call-not-tonight", key = key),
        }
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
                    until = until.said(language)
                ),
            ),
            Self::ReleaseAsked { until } => asks_release(until, false, (register, language)),
            Self::ReleaseWaits { until } => asks_release(until, true, (register, language)),
            Self::DeskCalled => (
                fl!(texts, "letter-help-subject"),
                fl!(texts, "help-call-desk", register = register),
            ),
            Self::StoodDown => (
                fl!(texts, "help-letter-over-subject"),
                fl!(texts, "help-letter-over", register = register),
            ),
            Self::NobodyNeeded => (
                fl!(texts, "help-letter-nobody-subject"),
                fl!(texts, "help-letter-nobody", register = register),
            ),
            Self::News(news) => news.to_expert(register, language),
            Self::HouseNews(news) => news.to_house(register, language),
            Self::Extension(news) => news.said(register, language),
            Self::TownNews(news) => news.said(register, language),
            Self::Offer(news) => news.said(register, language),
            Self::TownAsked => (
                fl!(texts, "help-letter-town-subject"),
                fl!(texts, "help-letter-town", register = register),
            ),
            Self::ClockRuns(until) => reminds(until.as_ref(), register, language),
            Self::TownReminded(until) => says_reminded(until.as_ref(), register, language),
            Self::BasisOpen => (
                fl!(texts, "legal-letter-basis-subject"),
                fl!(texts, "legal-letter-basis", register = register),
            ),
            Self::ConditionsOpen => (
                fl!(texts, "legal-letter-conditions-subject"),
                fl!(texts, "legal-letter-conditions", register = register),
            ),
            Self::MessageCame => (
                fl!(texts, "thread-letter-subject"),
                fl!(texts, "thread-letter", register = register),
            ),
            Self::CostsWait => (
                fl!(texts, "costs-letter-waits-subject"),
                fl!(texts, "costs-letter-waits", register = register),
            ),
            Self::CostsAnswered => (
                fl!(texts, "costs-letter-answered-subject"),
                fl!(texts, "costs-letter-answered", register = register),
            ),
        }
    }
}

/// A manager is asked by mail, or rung.
fn asks_release(
    until: &Until,
    is_rung: bool,
    (register, language): (&str, Language),
) -> (String, String) {
    let (texts, until) = (language.texts(), until.said(language));
    let text = if is_rung {
        fl!(
            texts,
            "help-call-release",
            register = register,
            until = until
        )
    } else {
        fl!(
            texts,
            "help-letter-release",
            register = register,
            until = until
        )
    };
    (fl!(texts, "help-letter-release-subject"), text)
}

/// Which report it is nobody else is to read.
fn reminds(until: Option<&Until>, register: &str, language: Language) -> (String, String) {
    let texts = language.texts();
    match until.map(|until| until.said(language)) {
        Some(until) => (
            fl!(texts, "care-letter-runs-subject"),
            fl!(
                texts,
                "care-letter-runs",
                register = register,
                until = until
            ),
        ),
        None => (
            fl!(texts, "care-letter-over-subject"),
            fl!(texts, "care-letter-over", register = register),
        ),
    }
}

/// Neither does whoever cares for the incident learn it from a letter.
fn says_reminded(until: Option<&Until>, register: &str, language: Language) -> (String, String) {
    let texts = language.texts();
    let text = match until.map(|until| until.said(language)) {
        Some(until) => fl!(
            texts,
            "care-letter-desk-runs",
            register = register,
            until = until
        ),
        None => fl!(texts, "care-letter-desk-over", register = register),
    };
    (fl!(texts, "care-letter-desk-subject"), text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Operator;

    fn sender() -> Sender {
        Sender {
            operator: Operator {
                name: "Kataster".to_owned(),
                phone: None,
            },
            address: "https://kataster.example.org".to_owned(),
        }
    }

    fn until() -> Until {
        Until {
            german: "morgen bis 14:20 Uhr".to_owned(),
            english: "by 14:20 tomorrow".to_owned(),
        }
    }

    #[test]
    fn a_call_says_its_keys_in_each_language_and_what_they_confirm() {
        let until = until();
        let keys = [("2", CallAnswer::Remote), ("3", CallAnswer::No)];

        let spoken = help_call(&sender(), &HelpLetter::Asked { until }, true, &keys);

        let (german, english) = spoken.split_once("\n\n").unwrap();
        assert!(german.starts_with("ÜBUNG ÜBUNG ÜBUNG. "), "{german}");
        assert!(german.contains("Drücken Sie 2"), "{german}");
        assert!(german.contains("ausgeruht"), "{german}");
        assert!(english.contains("Press 3"), "{english}");
        assert!(!english.contains("Press 1"), "{english}");
    }

    #[test]
    fn a_drill_says_so_before_anything_else_in_both_languages() {
        let until = until();

        let letter = help_letter(&sender(), &HelpLetter::Asked { until }, true);

        assert!(letter.subject.starts_with("ÜBUNG ÜBUNG ÜBUNG: "));
        assert!(letter.text.starts_with("ÜBUNG ÜBUNG ÜBUNG. "));
        assert!(letter.text.contains("Antworten Sie morgen bis 14:20 Uhr."));
        assert!(letter.text.contains("Answer by 14:20 tomorrow."));
        assert!(letter.text.contains("\n\nÜBUNG ÜBUNG ÜBUNG. "));
    }
}
