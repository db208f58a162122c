//! Making sure who asks, on the page of an incident: whom to call back, the word, and help is looked for.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::Notice;
use web::pages::{CalledNumber, RegisteredNumber, RegisteredView, VerifyForm, VerifyProblem};

use super::numbers::Numbers;
use super::page::Shown;
use super::{again, reading, said};
use crate::access::Permit;
use crate::access::action::{
    AlertExperts, CreateHelpRequest, ReadIncidents, RevealEmergencyContacts, VerifyIncident,
};
use crate::app::AppState;
use crate::emergency::{self, RegisteredContact};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::Incident;
use crate::incidents::service::{self, Called, IncidentError, Proof, Seeking};
use crate::pages::Visitor;

/// Signs a reason may have.
const LONGEST_REASON: usize = 500;

/// What was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    problem: Option<VerifyProblem>,
    form: VerifyFields,
}

#[derive(Default, Deserialize)]
pub(in crate::incidents::pages) struct VerifyFields {
    #[serde(default)]
    art: String,
    #[serde(default)]
    wort: String,
    #[serde(default)]
    grund: String,
    /// Which number was called.
    #[serde(default)]
    angerufen: String,
    /// Which button it was: `anfragen` looks for help at once.
    #[serde(default)]
    dann: String,
    /// Which numbers the page showed.
    #[serde(default)]
    gezeigt: String,
}

/// Verifies, and makes the request of the playbook: as a draft, or begun at once.
pub(in crate::incidents::pages) async fn verify(
    permit: Permit<VerifyIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<VerifyFields>,
) -> Result<Response, Problem> {
    let reads = reading(&permit)?;
    let incident = service::show(kit(&app), &reads, id).await?.incident;
    let has_registered = has_registered(&app, &incident).await?;
    let problem = match proof(&form, has_registered) {
        Err(problem) => problem,
        Ok(proof) => {
            let seeking = seeking(&permit, &form);
            match service::verify(kit(&app), &permit, id, (proof, None), seeking).await {
                Ok(confirmed) if confirmed.is_sought => {
                    return Ok(said(id, Notice::IncidentSought));
                }
                Ok(_) => return Ok(said(id, Notice::IncidentVerified)),
                Err(IncidentError::WrongWord(left)) => VerifyProblem::WrongWord {
                    left: u8::try_from(left).unwrap_or(0),
                },
                Err(IncidentError::Locked) => VerifyProblem::Locked,
                Err(IncidentError::Invalid(_)) => VerifyProblem::PlaceMissing,
                // Tapped twice, or somebody else did.
                Err(IncidentError::AlreadyVerified) => {
                    return Ok(said(id, Notice::IncidentVerifiedBefore));
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let numbers = Numbers::again(&app, &reads, (id, &form.gezeigt)).await?;
    let shown = Shown {
        numbers,
        typed: Typed {
            problem: Some(problem),
            form,
        },
        ..Shown::default()
    };
    again(&app, &reads, (frame, id, shown)).await
}

/// What follows, as far as the caller may.
fn seeking(permit: &Permit<VerifyIncident>, form: &VerifyFields) -> Seeking {
    let begins = form.dann == "anfragen";
    let alerts = permit.also::<AlertExperts>().filter(|_| begins);
    if let Some(alerts) = alerts {
        return Seeking::AtOnce(alerts);
    }
    permit
        .also::<CreateHelpRequest>()
        .map_or(Seeking::Nothing, Seeking::Draft)
}

async fn has_registered(app: &AppState, incident: &Incident) -> Result<bool, Problem> {
    match incident.organisation {
        Some(town) => Ok(emergency::has_registered(&app.db, town, incident.asked_at).await?),
        None => Ok(false),
    }
}

fn has_playbook(app: &AppState, incident: &Incident) -> bool {
    let taxonomy = &app.reference.taxonomy;
    let playbook = taxonomy.playbook(&incident.symptom, incident.phase);
    playbook.is_some_and(|playbook| !playbook.needs.is_empty())
}

fn proof(form: &VerifyFields, has_registered: bool) -> Result<Proof, VerifyProblem> {
    let word = form.wort.trim();
    if form.art == "known_person" {
        let (missing, long) = (VerifyProblem::ReasonMissing, VerifyProblem::ReasonTooLong);
        return Ok(Proof::KnownPerson(reason(form, (missing, long))?));
    }
    if word.is_empty() {
        return Err(VerifyProblem::WordMissing);
    }
    let called = match called(form) {
        None if has_registered => return Err(VerifyProblem::NumberMissing),
        None => None,
        Some(CalledNumber::Registered) => Some(Called::Registered),
        Some(CalledNumber::Other) => {
            let missing = VerifyProblem::NumberReasonMissing;
            let long = VerifyProblem::NumberReasonTooLong;
            Some(Called::Other(reason(form, (missing, long))?))
        }
    };
    Ok(Proof::CallBack(word.to_owned(), called))
}

fn called(form: &VerifyFields) -> Option<CalledNumber> {
    let mut all = CalledNumber::ALL.into_iter();
    all.find(|number| number.value() == form.angerufen)
}

fn reason(
    form: &VerifyFields,
    (missing, long): (VerifyProblem, VerifyProblem),
) -> Result<String, VerifyProblem> {
    let reason = form.grund.trim();
    match reason.chars().count() {
        0..3 => Err(missing),
        3..=LONGEST_REASON => Ok(reason.to_owned()),
        _ => Err(long),
    }
}

/// How to make sure; the numbers registered before the incident come first (security.md 3).
pub(super) async fn form(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    incident: &Incident,
    (typed, registered): (Typed, Option<Vec<RegisteredContact>>),
) -> Result<VerifyForm, Problem> {
    let has_registered = has_registered(app, incident).await?;
    let may_look = permit.also::<RevealEmergencyContacts>().is_some();
    let number = |contact: RegisteredContact| RegisteredNumber {
        name: contact.name,
        number: contact.number,
    };
    let registered = registered.filter(|contacts| !contacts.is_empty());
    let Typed { problem, form } = typed;
    let is_known = form.art == "known_person";
    let called = called(&form);
    let is_wrong = |problem| {
        matches!(
            problem,
            VerifyProblem::WrongWord { .. } | VerifyProblem::Locked
        )
    };
    let word = if problem.is_some_and(is_wrong) {
        String::new()
    } else {
        form.wort
    };
    let (reason, other_reason) = if is_known {
        (form.grund, String::new())
    } else {
        (String::new(), form.grund)
    };
    Ok(VerifyForm {
        caller: service::caller_word(kit(app), incident.id).await?,
        reason,
        registered: match registered {
            Some(contacts) => RegisteredView::Shown(contacts.into_iter().map(number).collect()),
            None if has_registered && may_look => RegisteredView::Ask,
            None if has_registered => RegisteredView::Hidden,
            None => RegisteredView::Nobody,
        },
        called,
        other_reason,
        word,
        can_begin: has_playbook(app, incident) && permit.also::<AlertExperts>().is_some(),
        problems: problem.into_iter().collect(),
    })
}
