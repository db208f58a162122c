//! How messages leave the house.

use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;
use web::letters::{Letter, Sender};

use super::{
    CallbackRules, Channel, Destination, DropFolder, Gateway, MailFailure, Mailer, ShortMessage,
    Webhook,
};
use crate::jobs::JobFailure;

/// What is set up to send messages, and who writes.
#[derive(Clone, Debug, Default)]
pub struct Post {
    /// Hands letters over; none without a mail server.
    pub mailer: Option<Mailer>,
    /// Who writes.
    pub sender: Sender,
    /// Sends texts.
    pub sms: Option<Gateway>,
    /// Rings.
    pub voice: Option<Gateway>,
    /// Is told too.
    pub webhook: Option<Webhook>,
    /// Takes what no other channel is set up for; in the demo.
    pub drop_folder: Option<DropFolder>,
}

/// Why a channel was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Failure {
    /// It is not set up.
    NotConfigured,
    /// It is away, too slow, or says "later".
    Later,
    /// It will not take this message, now or later.
    Refused,
}

/// A message that somebody answers for from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// By which way.
    pub channel: Channel,
    /// What was tried before, in order.
    pub skipped: Vec<(Channel, Failure)>,
}

/// No way was open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no channel takes the message")]
pub struct AllFailed {
    /// What was tried, in order.
    pub skipped: Vec<(Channel, Failure)>,
}

impl Post {
    /// Whether there is something that takes messages of a channel.
    pub fn can(&self, channel: Channel) -> bool {
        self.is_set_up(channel) || self.drop_folder.is_some()
    }

    /// Whether a channel itself is set up.
    pub fn is_set_up(&self, channel: Channel) -> bool {
        match channel {
            Channel::Mail => self.mailer.is_some(),
            Channel::Sms => self.sms.is_some(),
            Channel::Voice => self.voice.is_some(),
            Channel::Webhook => self.webhook.is_some(),
            Channel::Drop => self.drop_folder.is_some(),
        }
    }

    /// The gateway behind a channel.
    pub fn gateway(&self, channel: Channel) -> Option<&Gateway> {
        match channel {
            Channel::Sms => self.sms.as_ref(),
            Channel::Voice => self.voice.as_ref(),
            Channel::Mail | Channel::Webhook | Channel::Drop => None,
        }
    }

    /// Whether whoever is rung can answer by the keys of the telephone.
    pub fn hears_keys(&self) -> bool {
        let rules = self.voice.as_ref().and_then(Gateway::callback);
        rules.is_some_and(CallbackRules::hears_keys)
    }

    /// Tries the ways in their order until one takes the message. `reference` names this message to gateways and in
    /// what they report; it is the caller's, so that the caller can record what became of it.
    ///
    /// # Errors
    /// None takes it.
    pub async fn send(
        &self,
        reference: Uuid,
        ways: &[Destination],
        message: &ShortMessage,
    ) -> Result<Sent, AllFailed> {
        let mut skipped = Vec::new();
        for way in ways {
            let (channel, outcome) = self.send_by(reference, way, message).await;
            count(channel, outcome);
            match outcome {
                Ok(()) => return Ok(Sent { channel, skipped }),
                Err(failure) => skipped.push((channel, failure)),
            }
        }
        Err(AllFailed { skipped })
    }

    /// Which channel was used in the end, and whether it took the message.
    async fn send_by(
        &self,
        reference: Uuid,
        way: &Destination,
        message: &ShortMessage,
    ) -> (Channel, Result<(), Failure>) {
        let to = way.address();
        let channel = way.channel();
        let outcome = match (channel, &self.mailer, self.gateway(channel), &self.webhook) {
            (Channel::Mail, Some(mailer), ..) => {
                let letter = Letter {
                    subject: message.heading(),
                    text: message.written(),
                };
                let sent = mailer.send_as(reference, to, letter).await;
                sent.map_err(Failure::from)
            }
            (Channel::Sms, _, Some(gateway), _) => {
                gateway.send(reference, to, &message.brief()).await
            }
            (Channel::Voice, _, Some(gateway), _) => {
                gateway.send(reference, to, message.aloud()).await
            }
            (Channel::Webhook, .., Some(webhook)) => webhook.send(reference, message).await,
            (
                Channel::Mail | Channel::Sms | Channel::Voice | Channel::Webhook | Channel::Drop,
                ..,
            ) => {
                return match &self.drop_folder {
                    Some(folder) => (Channel::Drop, folder.put(reference, way, message).await),
                    None => (channel, Err(Failure::NotConfigured)),
                };
            }
        };
        (channel, outcome)
    }
}

/// Says which channel fails, and nothing of whom the message is for.
fn count(channel: Channel, outcome: Result<(), Failure>) {
    let (name, said): (&str, &str) = (
        channel.into(),
        outcome.map_or_else(<&str>::from, |()| "sent"),
    );
    metrics::counter!("kataster_messages_total", "channel" => name, "outcome" => said).increment(1);
    match outcome {
        Ok(()) | Err(Failure::NotConfigured) => {}
        Err(Failure::Later | Failure::Refused) => {
            tracing::warn!(channel = name, outcome = said, "a channel was skipped");
        }
    }
}

impl From<MailFailure> for Failure {
    fn from(failure: MailFailure) -> Self {
        match failure {
            MailFailure::Later => Self::Later,
            MailFailure::Refused => Self::Refused,
        }
    }
}

impl From<AllFailed> for JobFailure {
    /// Worth another try as long as one channel may take it later.
    fn from(failed: AllFailed) -> Self {
        let mut failures = failed.skipped.iter().map(|(_, failure)| *failure);
        if failures.any(|failure| failure == Failure::Later) {
            Self::Outside("every channel is away or refuses the message")
        } else {
            Self::GiveUp("no channel takes the message")
        }
    }
}
