//! Ids as types. On the wire an id is `<prefix>_<uuid>`; in the database it is the UUID.
//!
//! Experts and alerts carry random ids (`UUIDv4`), so that neighbours in time cannot be told; all
//! others are ordered by time (`UUIDv7`).

use std::fmt;
use std::str::FromStr;

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};
use uuid::{NoContext, Timestamp, Uuid};

use crate::clock::Instant;

/// The text is not an id of the expected kind.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {prefix}_ followed by a UUID")]
pub struct MalformedId {
    prefix: &'static str,
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
        pub struct $name(pub Uuid);

        impl $name {
            /// What stands before the UUID on the wire.
            pub const PREFIX: &'static str = $prefix;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = MalformedId;

            fn from_str(text: &str) -> Result<Self, MalformedId> {
                parse($prefix, text).map(Self).ok_or(MalformedId { prefix: $prefix })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                schema($prefix)
            }
        }

        impl ToSchema for $name {}
    };
}

id!(
    /// Id of an account.
    AccountId, "acc"
);
id!(
    /// Id of an API token.
    TokenId, "tok"
);
id!(
    /// Id of a browser's session.
    SessionId, "ses"
);
id!(
    /// Id of a passkey.
    PasskeyId, "pky"
);
id!(
    /// Id of an organisation.
    OrganisationId, "org"
);
id!(
    /// Id of an entry of the register.
    ExpertId, "exp"
);
id!(
    /// Id of a vetting case.
    VettingCaseId, "vet"
);

id!(
    /// Id of a file of evidence.
    EvidenceFileId, "evf"
);

id!(
    /// Id of a reveal.
    RevealId, "rev"
);
id!(
    /// Id of an emergency card.
    EmergencyCardId, "card"
);
id!(
    /// Id of somebody to call back in an emergency.
    EmergencyContactId, "con"
);
id!(
    /// Id of the redemption of an emergency code.
    RedemptionId, "red"
);

id!(
    /// Id of a decoy among admins; it shows another one.
    DecoyId, "dec"
);
id!(
    /// Id of a file of entries that is brought in.
    ImportId, "imp"
);
id!(
    /// Id of an invitation to a team.
    InvitationId, "inv"
);
id!(
    /// Id of a job.
    JobId, "job"
);
id!(
    /// Id of an alarm.
    AlarmId, "alm"
);
id!(
    /// Id of a shift of the roster.
    ShiftId, "shf"
);
id!(
    /// Id of an offer.
    OfferId, "off"
);
id!(
    /// Id of a request for an offer.
    OfferRequestId, "ofr"
);
id!(
    /// Id of an incident.
    IncidentId, "inc"
);
id!(
    /// Id of a request for help within an incident.
    RequestId, "req"
);
id!(
    /// Id of a need of a request for help.
    NeedId, "need"
);
id!(
    /// Id of an alert to one entry; random.
    AlertId, "alt"
);
id!(
    /// Id of a deployment.
    DeploymentId, "dep"
);
id!(
    /// Id of a period somebody worked in a deployment.
    TimeEntryId, "tim"
);
id!(
    /// Id of a note handed over with an incident.
    IncidentNoteId, "note"
);
id!(
    /// Id of what is handed over at the end of a deployment.
    HandOverId, "hov"
);
id!(
    /// Id of a file handed over with an incident.
    IncidentAttachmentId, "att"
);
id!(
    /// Id of a message of a deployment.
    MessageId, "msg"
);
id!(
    /// Id of a lesson of an incident.
    LessonId, "les"
);
id!(
    /// Id of a manager's word that a colleague acts for them until a day.
    DelegationId, "dlg"
);

impl ExpertId {
    /// A random id.
    pub fn random() -> Self {
        Self(Uuid::new_v4())
    }
}

/// A `UUIDv7` for this instant.
pub fn ordered(now: Instant) -> Uuid {
    let micros = now.as_micros().max(0).unsigned_abs();
    let nanos = u32::try_from(micros % 1_000_000).unwrap_or(0) * 1_000;
    Uuid::new_v7(Timestamp::from_unix(NoContext, micros / 1_000_000, nanos))
}

/// Whether a path segment looks like an id with this prefix.
pub fn is_well_formed(prefix: &str, text: &str) -> bool {
    parse(prefix, text).is_some()
}

/// Only the canonical form is an id: lower case, hyphenated.
fn parse(prefix: &str, text: &str) -> Option<Uuid> {
    let uuid = text.strip_prefix(prefix)?.strip_prefix('_')?;
    let parsed = Uuid::parse_str(uuid).ok()?;
    (parsed.hyphenated().to_string() == uuid).then_some(parsed)
}

fn schema(prefix: &str) -> RefOr<Schema> {
    let pattern = format!(
        "^{prefix}_[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}$"
    );
    ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::String))
        .pattern(Some(pattern))
        .build()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let id = ExpertId::random();

        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn another_prefix_or_spelling_is_refused() {
        let id = ExpertId::random().to_string();

        assert!(id.parse::<OrganisationId>().is_err());
        assert!(id.to_uppercase().parse::<ExpertId>().is_err());
        assert!(id.replace('-', "").parse::<ExpertId>().is_err());
    }
}
