//! What is said to somebody, in a few words.

/// A short message. No name and no detail of an incident stands in it: who has it sees the rest behind the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortMessage {
    /// What it is about; only where a channel has a subject.
    pub subject: String,
    /// The words.
    pub text: String,
    /// Where to answer it; spoken by nobody.
    pub link: Option<String>,
    /// The words where it is rung, if they are others: they say which keys there are.
    pub spoken: Option<String>,
}

impl ShortMessage {
    /// The subject on one line.
    pub(super) fn heading(&self) -> String {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        self.subject.chars().map(plain).collect()
    }

    /// Words and link, as they are read on a telephone.
    pub(super) fn brief(&self) -> String {
        self.with_link(" ")
    }

    /// The words, as they are read out.
    pub(super) fn aloud(&self) -> &str {
        self.spoken.as_deref().unwrap_or(&self.text)
    }

    /// Words and link, as they stand in a mail.
    pub(super) fn written(&self) -> String {
        self.with_link("\n\n")
    }

    fn with_link(&self, between: &str) -> String {
        match &self.link {
            Some(link) => format!("{}{between}{link}", self.text),
            None => self.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_stays_on_its_line() {
        let message = ShortMessage {
            subject: "Hilfe\r\nBcc: b@example.org".to_owned(),
            text: "Können Sie helfen?".to_owned(),
            link: Some("https://kataster.example.org/a/1".to_owned()),
            spoken: None,
        };

        assert_eq!(message.heading(), "Hilfe  Bcc: b@example.org");
        assert_eq!(
            message.brief(),
            "Können Sie helfen? https://kataster.example.org/a/1"
        );
    }
}
