//! Messages by mail: German, then English; no name and nothing that tells a stranger more than that there is an account.

mod code;
mod help;
mod help_news;
mod help_offer;
mod running;

use i18n_embed_fl::fl;

pub use code::code_used;
pub use help::{CallAnswer, HelpLetter, Until, help_call, help_letter};
pub use help_news::HelpNews;
pub use help_offer::OfferNews;
pub use running::{ExtensionNews, TownNews};

use crate::{Language, Operator};

/// A message ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Who writes, and where to answer it.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// Who runs the register, and whom to call.
    pub operator: Operator,
    /// Its address, without a slash at the end.
    pub address: String,
}

/// What changed about how somebody signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CredentialChange {
    /// Another password.
    Password,
    /// A second factor was set up.
    SecondFactorSet,
    /// The second factor was taken away.
    SecondFactorRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// There are new recovery codes.
    RecoveryCodes,
    /// An access key was made.
    AccessKey,
    /// Somebody said that the holder lost access.
    RecoveryBegun,
    /// A link was made by which somebody chooses a new password.
    Link,
}

impl CredentialChange {
    fn text(self, language: Language, register: &str) -> String {
        let texts = language.texts();
        match self {
            Self::Password => fl!(texts, "letter-password", register = register),
            Self::SecondFactorSet => fl!(texts, "letter-factor-set", register = register),
            Self::SecondFactorRemoved => fl!(texts, "letter-factor-removed", register = register),
            Self::PasskeyAdded => fl!(texts, "letter-passkey-added", register = register),
            Self::PasskeyRemoved => fl!(texts, "letter-passkey-removed", register = register),
            Self::RecoveryCodes => fl!(texts, "letter-codes", register = register),
            Self::AccessKey => fl!(texts, "letter-key", register = register),
            Self::RecoveryBegun => fl!(texts, "letter-recovery", register = register),
            Self::Link => fl!(texts, "letter-link", register = register),
        }
    }
}

/// That how one signs in was changed.
pub fn credential_changed(sender: &Sender, change: CredentialChange) -> Letter {
    let account = format!("{}/konto", sender.address);
    letter(sender, |language| {
        let texts = language.texts();
        let subject = fl!(texts, "letter-credential-subject");
        let paragraphs = vec![
            change.text(language, &sender.operator.name),
            fl!(texts, "letter-was-you"),
            fl!(texts, "letter-not-you", address = account.as_str()),
        ];
        (subject, paragraphs)
    })
}

/// What somebody is told who may choose when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Name and contact were shown to somebody.
    NameShown,
    /// An admission ends soon.
    AdmissionEnds,
    /// Somebody is to say whether entries are still right.
    ConfirmationDue,
    /// A consent ends soon.
    ConsentEnds,
    /// Vetters decided about an entry.
    CaseDecided,
    /// Vetters want something changed.
    CaseAsks,
    /// A town saw skills in a deployment.
    SkillsProven,
    /// Cases wait for a vetter.
    CasesWait,
    /// Somebody asks for help.
    HelpAsked,
    /// A town the house serves asks for help.
    HelpOfServedTown,
    /// The incident of a town the house serves is over.
    HelpOfServedTownOver,
}

impl Topic {
    fn subject(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NameShown => fl!(texts, "letter-shown-subject"),
            Self::AdmissionEnds => fl!(texts, "letter-ends-subject"),
            Self::ConfirmationDue => fl!(texts, "letter-confirm-subject"),
            Self::ConsentEnds => fl!(texts, "letter-consent-subject"),
            Self::CaseDecided => fl!(texts, "letter-decided-subject"),
            Self::CaseAsks => fl!(texts, "letter-asks-subject"),
            Self::SkillsProven => fl!(texts, "letter-proven-subject"),
            Self::CasesWait => fl!(texts, "letter-cases-subject"),
            Self::HelpAsked => fl!(texts, "letter-help-subject"),
            Self::HelpOfServedTown => fl!(texts, "letter-served-subject"),
            Self::HelpOfServedTownOver => fl!(texts, "letter-served-over-subject"),
        }
    }

    fn text(self, language: Language, register: &str) -> String {
        let texts = language.texts();
        match self {
            Self::NameShown => fl!(texts, "letter-shown", register = register),
            Self::AdmissionEnds => fl!(texts, "letter-ends", register = register),
            Self::ConfirmationDue => fl!(texts, "letter-confirm", register = register),
            Self::ConsentEnds => fl!(texts, "letter-consent", register = register),
            Self::CaseDecided => fl!(texts, "letter-decided", register = register),
            Self::CaseAsks => fl!(texts, "letter-asks", register = register),
            Self::SkillsProven => fl!(texts, "letter-proven", register = register),
            Self::CasesWait => fl!(texts, "letter-cases", register = register),
            Self::HelpAsked => fl!(texts, "letter-help", register = register),
            Self::HelpOfServedTown => fl!(texts, "letter-served", register = register),
            Self::HelpOfServedTownOver => {
                fl!(texts, "letter-served-over", register = register)
            }
        }
    }

    fn where_to_look(self, language: Language, page: &str) -> String {
        let texts = language.texts();
        match self {
            Self::NameShown => fl!(texts, "letter-shown-where", address = page),
            Self::AdmissionEnds => fl!(texts, "letter-ends-where", address = page),
            Self::ConfirmationDue => fl!(texts, "letter-confirm-where", address = page),
            Self::ConsentEnds => fl!(texts, "letter-consent-where", address = page),
            Self::CaseDecided => fl!(texts, "letter-decided-where", address = page),
            Self::CaseAsks => fl!(texts, "letter-asks-where", address = page),
            Self::SkillsProven => fl!(texts, "letter-proven-where", address = page),
            Self::CasesWait => fl!(texts, "letter-cases-where", address = page),
            Self::HelpAsked => fl!(texts, "letter-help-where", address = page),
            Self::HelpOfServedTown => fl!(texts, "letter-served-where", address = page),
            Self::HelpOfServedTownOver => fl!(texts, "letter-served-over-where", address = page),
        }
    }
}

/// One kind of news of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News<'a> {
    /// What it is about.
    pub topic: Topic,
    /// How often it came.
    pub times: u32,
    /// Where to look.
    pub path: &'a str,
}

/// One message of its own.
pub fn news(sender: &Sender, topic: Topic, path: &str) -> Letter {
    let page = format!("{}{path}", sender.address);
    letter(sender, |language| {
        let paragraphs = vec![
            topic.text(language, &sender.operator.name),
            topic.where_to_look(language, &page),
            settings(sender, language),
        ];
        (topic.subject(language), paragraphs)
    })
}

/// All news of a day in one message.
pub fn daily(sender: &Sender, news: &[News<'_>]) -> Letter {
    letter(sender, |language| {
        let texts = language.texts();
        let register = sender.operator.name.as_str();
        let mut paragraphs = vec![fl!(texts, "letter-daily", register = register)];
        paragraphs.extend(news.iter().map(|one| {
            let subject = one.topic.subject(language);
            let page = format!("{}{}", sender.address, one.path);
            let line = if one.times > 1 {
                fl!(
                    texts,
                    "letter-daily-times",
                    subject = subject,
                    n = one.times
                )
            } else {
                subject
            };
            format!("- {line}\n  {page}")
        }));
        paragraphs.push(settings(sender, language));
        (fl!(texts, "letter-daily-subject"), paragraphs)
    })
}

/// Where to choose what one is told and when.
fn settings(sender: &Sender, language: Language) -> String {
    let page = format!("{}/konto/mitteilungen", sender.address);
    fl!(language.texts(), "letter-settings", address = page)
}

/// That somebody is to say whether entries are still right: by a link, or signed in where they are changed.
pub fn confirmation_due(sender: &Sender, link: &str, path: &str) -> Letter {
    let tap = format!("{}{link}", sender.address);
    let page = format!("{}{path}", sender.address);
    letter(sender, |language| {
        let texts = language.texts();
        let register = sender.operator.name.as_str();
        let subject = fl!(texts, "letter-confirm-subject");
        let paragraphs = vec![
            fl!(texts, "letter-confirm", register = register),
            fl!(texts, "letter-confirm-tap", address = tap.as_str()),
            fl!(texts, "letter-confirm-where", address = page.as_str()),
            settings(sender, language),
        ];
        (subject, paragraphs)
    })
}

/// That somebody is invited to a team, and the link that takes the invitation.
pub fn team_invitation(sender: &Sender, path: &str) -> Letter {
    let page = format!("{}{path}", sender.address);
    letter(sender, |language| {
        let texts = language.texts();
        let register = sender.operator.name.as_str();
        let subject = fl!(texts, "letter-invited-subject");
        let paragraphs = vec![
            fl!(texts, "letter-invited", register = register),
            fl!(texts, "letter-invited-where", address = page.as_str()),
            fl!(texts, "letter-invited-not-you"),
        ];
        (subject, paragraphs)
    })
}

/// Both languages, with greeting and end.
fn letter(sender: &Sender, written: impl Fn(Language) -> (String, Vec<String>)) -> Letter {
    let (mut subjects, mut parts) = (Vec::new(), Vec::new());
    for language in [Language::German, Language::English] {
        let texts = language.texts();
        let (subject, paragraphs) = written(language);
        subjects.push(subject);
        parts.push(fl!(texts, "letter-greeting"));
        parts.extend(paragraphs);
        if let Some(phone) = &sender.operator.phone {
            parts.push(fl!(texts, "letter-phone", phone = phone.as_str()));
        }
        parts.push(fl!(
            texts,
            "letter-end",
            register = sender.operator.name.as_str()
        ));
        if language == Language::German {
            parts.push("English:".to_owned());
        }
    }
    Letter {
        subject: subjects.join(" / "),
        text: parts.join("\n\n") + "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_news_of_a_day_are_one_letter_with_an_address_each() {
        let sender = Sender {
            operator: Operator {
                name: "Kataster".to_owned(),
                phone: None,
            },
            address: "https://kataster.example.org".to_owned(),
        };
        let news = |topic, times, path| News { topic, times, path };

        let letter = daily(
            &sender,
            &[
                news(Topic::CaseDecided, 40, "/organisation"),
                news(Topic::ConfirmationDue, 1, "/stimmt-noch/abc"),
            ],
        );

        for expected in [
            "- Über einen Eintrag wurde entschieden (40-mal)\n  https://kataster.example.org/organisation\n",
            "- Stimmt noch alles?\n  https://kataster.example.org/stimmt-noch/abc\n",
            "https://kataster.example.org/konto/mitteilungen",
        ] {
            assert!(letter.text.contains(expected), "{}", letter.text);
        }
    }

    #[test]
    fn a_letter_speaks_both_languages_and_says_where_to_look() {
        let sender = Sender {
            operator: Operator {
                name: "Kataster".to_owned(),
                phone: Some("0345 1234567".to_owned()),
            },
            address: "https://kataster.example.org".to_owned(),
        };

        let Letter { subject, text } = credential_changed(&sender, CredentialChange::Password);

        assert_eq!(
            subject,
            "Ihr Zugang wurde geändert / Your sign-in was changed"
        );
        assert!(text.starts_with("Guten Tag,\n\n"), "{text}");
        assert!(text.contains("\n\nHello,\n\n"), "{text}");
        assert_eq!(
            text.matches("https://kataster.example.org/konto").count(),
            2
        );
        assert_eq!(text.matches("0345 1234567").count(), 2);
    }
}
