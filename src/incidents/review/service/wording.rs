//! A lesson must not tell whose it is.

use sea_orm::ConnectionTrait;

use super::LessonError;
use crate::experts::{Named, Wording, check_text, names_to_look_for};
use crate::incidents::deployments;
use crate::incidents::model::Incident;
use crate::incidents::review::model::LessonText;
use crate::incidents::service::Kit;
use crate::incidents::store as incidents;
use crate::organisations;

/// Refuses a lesson that names the town, its Kreis, an organisation of the register, the insurer, whoever asked or whoever
/// helped, or says how to reach somebody.
///
/// # Errors
/// It does, or storage failed.
pub(super) async fn check<C: ConnectionTrait>(
    kit: Kit<'_>,
    db: &C,
    incident: &Incident,
    said: &LessonText,
) -> Result<(), LessonError> {
    let known = organisations::names(db).await?;
    let particulars = incidents::particulars(db, kit.ring, incident.id).await?;
    let insurer = particulars.as_ref().and_then(|said| said.insurer.as_ref());
    let insurer = insurer.map(|insurer| insurer.name.clone());
    let helpers = deployments::experts_of(db, incident.id).await?;
    let mut persons = names_to_look_for(db, kit.ring, &helpers).await?;
    // What follows a comma or a bracket is their function.
    let asker = particulars.map(|said| said.name).unwrap_or_default();
    let asker = asker.split([',', '(', ';']).next().unwrap_or_default();
    persons.push(asker.to_owned());
    let houses = known.iter().map(|house| Named {
        name: &house.name,
        is_employer: incident.organisation == Some(house.id),
    });
    let insurer = insurer.iter().map(|name| Named {
        name,
        is_employer: false,
    });
    let named = houses.chain(insurer);
    let places = incident.place.as_deref();
    let wording = Wording::new(kit.reference.lexicon(), named, places);
    let wording = wording.of_person(persons.iter().map(String::as_str));
    let mut errors = check_text(&wording, "/title", &said.title);
    errors.extend(check_text(&wording, "/text", &said.text));
    if errors.is_empty() {
        return Ok(());
    }
    Err(LessonError::Invalid(errors))
}
