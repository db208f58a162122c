//! Ways to reach somebody.

use std::fmt;

use lettre::Address;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use crate::phone;

/// How a message goes.
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
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Channel {
    /// By the mail server.
    Mail,
    /// As a text to a telephone.
    Sms,
    /// Read out on a telephone.
    Voice,
    /// To another program of the operator's.
    Webhook,
    /// As a file in the data folder, in the place of a channel that is not set up.
    Drop,
}

/// Where a message goes: a channel and its address. Shows its channel only, since the address is somebody's.
#[derive(Clone, PartialEq, Eq)]
pub struct Destination {
    channel: Channel,
    address: String,
}

/// The channel has no such address. It is somebody's and is not repeated.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no address of the channel")]
pub struct NotADestination;

impl Destination {
    /// A mail address alone, without a name.
    ///
    /// # Errors
    /// It is none.
    pub fn mail(address: &str) -> Result<Self, NotADestination> {
        let address: Address = address.trim().parse().map_err(|_| NotADestination)?;
        Ok(Self {
            channel: Channel::Mail,
            address: address.to_string(),
        })
    }

    /// A telephone that takes texts, in any usual spelling.
    ///
    /// # Errors
    /// It is no telephone number.
    pub fn sms(number: &str) -> Result<Self, NotADestination> {
        Self::number(Channel::Sms, number)
    }

    /// A telephone that is rung, in any usual spelling.
    ///
    /// # Errors
    /// It is no telephone number.
    pub fn voice(number: &str) -> Result<Self, NotADestination> {
        Self::number(Channel::Voice, number)
    }

    /// The operator's program, of which there is one.
    pub fn webhook() -> Self {
        Self {
            channel: Channel::Webhook,
            address: String::new(),
        }
    }

    fn number(channel: Channel, number: &str) -> Result<Self, NotADestination> {
        let address = phone::e164(number).ok_or(NotADestination)?;
        Ok(Self { channel, address })
    }

    /// The channel.
    pub const fn channel(&self) -> Channel {
        self.channel
    }

    /// The address, for the channel alone: numbers as E.164, empty for the operator's program.
    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl fmt::Debug for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Destination({:?})", self.channel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_its_channel_and_nothing_beside_it() {
        assert!(Destination::mail("a@example.org").is_ok());
        assert_eq!(
            Destination::sms("0171 1234567").unwrap().address(),
            "+491711234567"
        );
        for bad in [
            "",
            "a@example.org, b@example.org",
            "a@example.org\r\nBcc: b@example.org",
            "A <a@example.org>",
            "0171 1234567",
        ] {
            assert_eq!(Destination::mail(bad), Err(NotADestination), "{bad}");
        }
        for bad in ["", "a@example.org", "0171 1234567\",\"to\":\"112", "112"] {
            assert_eq!(Destination::sms(bad), Err(NotADestination), "{bad}");
            assert_eq!(Destination::voice(bad), Err(NotADestination), "{bad}");
        }
    }

    #[test]
    fn it_shows_no_address() {
        let shown = format!("{:?}", Destination::sms("0171 1234567").unwrap());

        assert_eq!(shown, "Destination(Sms)");
    }
}
