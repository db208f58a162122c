//! States of a message on one channel.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;
use uuid::{Builder, Uuid};

use crate::clock::Instant;
use crate::notifications::{Channel, Failure, Outcome};

/// What became of a message on a channel.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DeliveryState {
    /// Somebody else answers for it now.
    Sent,
    /// It arrived, as the gateway says.
    Delivered,
    /// The channel did not take it, or the gateway says that it never arrives.
    Failed,
}

/// A message that is about to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispatch<'a> {
    /// What it is about: the id of an object of ours, of no person.
    pub subject: Uuid,
    /// Why it is sent, in a word of the area whose message it is.
    pub purpose: &'static str,
    /// Which try this is, from 1.
    pub attempt: i32,
    /// Names the message to gateways: the same one for each try, and no other message has it.
    pub reference: Uuid,
    /// Which of all ways to whoever it is for are tried, as places among them from 0; none where it is all of them.
    pub ways: Option<&'a [usize]>,
}

impl Dispatch<'_> {
    /// The place among all ways of the one that is tried as this one, from 0.
    pub(super) fn way(&self, tried: usize) -> usize {
        let way = self.ways.and_then(|ways| ways.get(tried));
        way.copied().unwrap_or(tried)
    }
}

/// The name by which gateways know a message: of the same words the same, so that one sent again after a crash is one.
pub fn reference_of(words: &str) -> Uuid {
    let hash: [u8; 32] = Sha256::digest(words).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// A message a gateway reported about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Names it to gateways.
    pub reference: Uuid,
    /// What it is about.
    pub subject: Uuid,
    /// Why it was sent.
    pub purpose: String,
    /// What was pressed on the telephone.
    pub key: Option<String>,
}

/// A message on one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// What it is about.
    pub subject: Uuid,
    /// Why it was sent.
    pub purpose: String,
    /// Names it to gateways.
    pub reference: Uuid,
    /// The channel.
    pub channel: Channel,
    /// The last way of this channel that was tried, as its place among all ways from 0.
    pub way: usize,
    /// What became of it.
    pub state: DeliveryState,
    /// Why the channel did not take it; none when it did.
    pub failure: Option<Failure>,
    /// Which try it was.
    pub attempt: i32,
    /// When it was tried.
    pub tried_at: Instant,
    /// Since when it is so.
    pub changed_at: Instant,
}

/// How a channel does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelHealth {
    /// The channel.
    pub channel: Channel,
    /// Whether it is set up.
    pub is_set_up: bool,
    /// When it last took a message.
    pub last_success: Option<Instant>,
    /// When it last did not.
    pub last_failure: Option<Instant>,
    /// Messages it took within a day.
    pub sent: u64,
    /// Messages it did not take within a day, or that never arrived.
    pub failed: u64,
}

impl ChannelHealth {
    /// A channel of which nothing is known.
    pub(super) const fn unknown(channel: Channel, is_set_up: bool) -> Self {
        Self {
            channel,
            is_set_up,
            last_success: None,
            last_failure: None,
            sent: 0,
            failed: 0,
        }
    }

    /// Whether it did not take the last message it was given.
    pub fn is_failing(&self) -> bool {
        self.is_set_up && self.last_failure > self.last_success
    }

    /// Takes in how often a state came about within a day, and when it last did.
    pub(super) fn note(&mut self, (state, is_refusal): (DeliveryState, bool), tally: Tally) {
        let Tally { last, within_a_day } = tally;
        match state {
            DeliveryState::Sent | DeliveryState::Delivered => {
                self.sent += within_a_day;
                self.last_success = self.last_success.max(Some(last));
            }
            DeliveryState::Failed => {
                self.failed += within_a_day;
                // A telephone that is switched off says nothing of the channel.
                if is_refusal {
                    self.last_failure = self.last_failure.max(Some(last));
                }
            }
        }
    }
}

/// How often something came about, and when it last did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) last: Instant,
    pub(super) within_a_day: u64,
}

impl From<Outcome> for DeliveryState {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Delivered => Self::Delivered,
            Outcome::Failed => Self::Failed,
        }
    }
}

impl DeliveryState {
    /// The states that a report may change into this one: what arrived stays so, and it may have arrived although the
    /// gateway answered too late.
    pub(super) const fn after(self) -> &'static [Self] {
        match self {
            Self::Delivered => &[Self::Sent, Self::Failed],
            Self::Failed => &[Self::Sent],
            Self::Sent => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(seconds)
    }

    fn tally(last: i64, within_a_day: u64) -> Tally {
        Tally {
            last: at(last),
            within_a_day,
        }
    }

    #[test]
    fn a_channel_fails_until_it_takes_a_message_again() {
        let mut health = ChannelHealth::unknown(Channel::Sms, true);
        assert!(!health.is_failing());

        health.note((DeliveryState::Sent, false), tally(10, 3));
        health.note((DeliveryState::Failed, true), tally(20, 1));
        assert!(health.is_failing());

        health.note((DeliveryState::Delivered, false), tally(30, 2));
        assert!(!health.is_failing());
        assert_eq!((health.sent, health.failed), (5, 1));
    }

    #[test]
    fn a_message_that_does_not_arrive_says_nothing_of_its_channel() {
        let mut health = ChannelHealth::unknown(Channel::Voice, true);

        health.note((DeliveryState::Failed, false), tally(20, 4));

        assert!(!health.is_failing());
        assert_eq!(health.failed, 4);
    }

    #[test]
    fn what_arrived_stays_so() {
        assert!(
            !DeliveryState::Failed
                .after()
                .contains(&DeliveryState::Delivered)
        );
        assert!(
            DeliveryState::Delivered
                .after()
                .contains(&DeliveryState::Failed)
        );
    }
}
