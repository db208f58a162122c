//! What follows at once when somebody proved who they are: with one tap help is looked for (trust.md 9).

use crate::access::Permit;
use crate::access::action::{AlertExperts, CreateHelpRequest};
use crate::db::{StorageError, Txn};
use crate::incidents::model::Incident;
use crate::incidents::requests;
use crate::reference::Reference;

/// What follows, and who may say so.
#[derive(Clone, Debug)]
pub(in crate::incidents) enum Seeking {
    /// Nothing: people are asked for apart.
    Nothing,
    /// The request of the playbook is there as a draft.
    Draft(Permit<CreateHelpRequest>),
    /// The people it names are asked.
    AtOnce(Permit<AlertExperts>),
}

impl Seeking {
    /// Does so in the transaction that verifies; whether people are asked then.
    pub(super) async fn follow(
        self,
        txn: &mut Txn,
        reference: &Reference,
        incident: &Incident,
    ) -> Result<bool, StorageError> {
        let (by, begins) = match self {
            Self::Nothing => return Ok(false),
            Self::Draft(permit) => (permit.actor(), false),
            Self::AtOnce(permit) => (permit.actor(), true),
        };
        let made = requests::ask_for_verified(txn, reference, incident, (by, begins)).await?;
        Ok(made && begins)
    }
}
