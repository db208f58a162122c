//! How the channels do by which messages leave the house.

use i18n_embed_fl::fl;

use crate::Language;

/// A channel as people call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelName {
    /// Mail.
    Mail,
    /// Texts.
    Sms,
    /// Calls.
    Voice,
    /// Another program.
    Webhook,
    /// The folder of the demo.
    Drop,
}

/// How it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelState {
    /// It is not set up.
    NotSetUp,
    /// It was not needed yet.
    Unused,
    /// It took what it was last given.
    Working,
    /// It did not.
    Failing,
}

/// A channel and its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelRow {
    /// Which.
    pub name: ChannelName,
    /// How it does.
    pub state: ChannelState,
    /// Messages it took within a day.
    pub sent: u64,
    /// Messages that it did not take, or that did not arrive.
    pub failed: u64,
    /// When it last took one.
    pub last_success: Option<String>,
    /// When it last did not.
    pub last_failure: Option<String>,
}

impl ChannelName {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Mail => fl!(texts, "channel-mail"),
            Self::Sms => fl!(texts, "channel-sms"),
            Self::Voice => fl!(texts, "channel-voice"),
            Self::Webhook => fl!(texts, "channel-webhook"),
            Self::Drop => fl!(texts, "channel-drop"),
        }
    }
}

impl ChannelState {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NotSetUp => fl!(texts, "channel-not-set-up"),
            Self::Unused => fl!(texts, "channel-unused"),
            Self::Working => fl!(texts, "channel-working"),
            Self::Failing => fl!(texts, "channel-failing"),
        }
    }

    const fn badge(self) -> &'static str {
        match self {
            Self::NotSetUp | Self::Unused => "info",
            Self::Working => "success",
            Self::Failing => "danger",
        }
    }
}

impl ChannelRow {
    pub(super) fn label(&self, language: Language) -> String {
        self.name.label(language)
    }

    pub(super) fn state_label(&self, language: Language) -> String {
        self.state.label(language)
    }

    pub(super) const fn badge(&self) -> &'static str {
        self.state.badge()
    }

    /// What there is to say of it, one sentence each; nothing of one that is not set up.
    pub(super) fn facts(&self, language: Language) -> Vec<String> {
        let texts = language.texts();
        let success = self.last_success.as_deref();
        let failure = self.last_failure.as_deref();
        let day = (self.sent > 0 || self.failed > 0)
            .then(|| fl!(texts, "channel-day", sent = self.sent, failed = self.failed));
        let facts = [
            day,
            success.map(|at| fl!(texts, "channel-last-success", at = at)),
            failure.map(|at| fl!(texts, "channel-last-failure", at = at)),
        ];
        facts.into_iter().flatten().collect()
    }
}
