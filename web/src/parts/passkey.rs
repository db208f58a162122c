//! A button that asks a device for a passkey. Without scripts it is not shown.

/// What a page needs to ask a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyOffer {
    /// The one origin at which devices answer, such as `https://kataster.example.org`.
    pub origin: String,
}
