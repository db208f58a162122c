//! Names of persons, to be looked for in texts that must not tell them.

use sea_orm::ConnectionTrait;

use super::model::{Finding, Wording};
use super::service::error;
use crate::db::StorageError;
use crate::experts::reveals::Disclosure;
use crate::experts::store;
use crate::ids::ExpertId;
use crate::input::FieldError;
use crate::sealing::Keyring;

/// Given and family names of these persons: for the program alone, which looks for them and shows nobody any.
///
/// # Errors
/// Storage failed.
pub async fn names_to_look_for<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    persons: &[ExpertId],
) -> Result<Vec<String>, StorageError> {
    let mut names = Vec::new();
    for person in persons {
        let identity = store::identity(db, ring, Disclosure::to_nobody(*person)).await?;
        if let Some(identity) = identity {
            names.extend([identity.given_name.clone(), identity.family_name.clone()]);
        }
    }
    Ok(names)
}

/// What in a text tells who somebody is, or is about health or family, under the name of its field.
pub fn check_text(wording: &Wording<'_>, pointer: &str, text: &str) -> Vec<FieldError> {
    let found = wording.find(text).into_iter();
    found
        .map(|finding: Finding| error(pointer.to_owned(), &finding))
        .collect()
}
