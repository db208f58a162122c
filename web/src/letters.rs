//! Messages by mail: German, then English; no name and nothing that tells a stranger more than that there is an account.

use i18n_embed_fl::fl;

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

/// That name and contact were shown to somebody.
pub fn name_shown(sender: &Sender) -> Letter {
    let list = format!("{}/einblicke", sender.address);
    letter(sender, |language| {
        let texts = language.texts();
        let register = sender.operator.name.as_str();
        let subject = fl!(texts, "letter-shown-subject");
        let paragraphs = vec![
            fl!(texts, "letter-shown", register = register),
            fl!(texts, "letter-shown-where", address = list.as_str()),
        ];
        (subject, paragraphs)
    })
}

/// That an admission ends soon, and where to see which.
pub fn admission_ends(sender: &Sender, path: &str) -> Letter {
    let page = format!("{}{path}", sender.address);
    letter(sender, |language| {
        let texts = language.texts();
        let register = sender.operator.name.as_str();
        let subject = fl!(texts, "letter-ends-subject");
        let paragraphs = vec![
            fl!(texts, "letter-ends", register = register),
            fl!(texts, "letter-ends-where", address = page.as_str()),
        ];
        (subject, paragraphs)
    })
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
        ];
        (subject, paragraphs)
    })
}

/// That a consent ends soon, and where it is renewed.
pub fn consent_ends(sender: &Sender) -> Letter {
    let page = format!("{}/einwilligungen", sender.address);
    letter(sender, |language| {
        let texts = language.texts();
        let register = sender.operator.name.as_str();
        let subject = fl!(texts, "letter-consent-subject");
        let paragraphs = vec![
            fl!(texts, "letter-consent", register = register),
            fl!(texts, "letter-consent-where", address = page.as_str()),
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
