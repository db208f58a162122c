//! What derived keys are for.

/// What a derived key is for; no key serves two purposes.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    /// Wraps the data keys of persons.
    Wrap,
    /// Signs checkpoints of the audit record.
    Checkpoints,
    /// Finds an account by its mail address.
    EmailLookup,
    /// Orders equals, so that order tells nothing.
    Ties,
    /// Counts attempts to sign in without keeping mail or network addresses.
    Attempts,
    /// Makes the tokens of one-time links.
    Links,
    /// Hashes recovery codes, which are too short to be hashed without a key.
    RecoveryCodes,
    /// Makes the secret of a second factor that is being set up.
    SecondFactor,
    /// Hashes the codes of emergency cards.
    EmergencyCodes,
    /// Makes the short code that whoever asked for help reads aloud or types.
    SpokenCodes,
    /// Finds a decoy by the id it shows.
    Decoys,
    /// Draws vetting cases for a second look, so that nobody can tell which.
    VettingSample,
    /// Knows events of somebody's calendar again without keeping what they are called.
    CalendarEvents,
    /// Makes the check value of a certificate of a deployment.
    Certificates,
}

impl Purpose {
    pub(super) fn label(self) -> &'static [u8] {
        match self {
            Self::Wrap => b"kataster wrap",
            Self::Checkpoints => b"kataster checkpoints",
            Self::EmailLookup => b"kataster email lookup",
            Self::Ties => b"kataster ties",
            Self::Attempts => b"kataster attempts",
            Self::Links => b"kataster links",
            Self::RecoveryCodes => b"kataster recovery codes",
            Self::SecondFactor => b"kataster second factor",
            Self::EmergencyCodes => b"kataster emergency codes",
            Self::SpokenCodes => b"kataster spoken codes",
            Self::Decoys => b"kataster decoys",
            Self::VettingSample => b"kataster vetting sample",
            Self::CalendarEvents => b"kataster calendar events",
            Self::Certificates => b"kataster certificates",
        }
    }
}
