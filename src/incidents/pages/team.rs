//! Who is asked to help a town, wants to, and does: for its status page, once it is verified.

use web::Language;
use web::pages::{
    CodeProblem, Committed, HelpPerson, HelpProgress, HelpReaders, HelpRefusal, HelpStage,
    HelpTeam, HelpWords, PersonContact, PersonState, TownSteps,
};

use super::deployments::{introduced, kind};
use super::{times, words};
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::DutyContact;
use crate::http::Problem;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, Deployment, DeploymentState, Extension};
use crate::incidents::model::Incident;
use crate::incidents::requests::{self, Desk, Need, RequestState, Situation};

/// What a page says about a decision or a code besides.
#[derive(Default)]
pub(super) struct Said {
    /// Why the decision was not taken.
    pub(super) refusal: Option<HelpRefusal>,
    /// What came of a code typed for a deployment.
    pub(super) typed: Option<(DeploymentId, Result<DutyContact, CodeProblem>)>,
    /// What was ticked about who reads along, and what is wrong with the code.
    pub(super) readers: Option<(HelpReaders, CodeProblem)>,
}

impl Said {
    /// A decision was not taken.
    pub(super) fn refused(refusal: HelpRefusal) -> Self {
        Self {
            refusal: Some(refusal),
            ..Self::default()
        }
    }

    /// A code was typed for a deployment.
    pub(super) fn typed(id: DeploymentId, shown: Result<DutyContact, CodeProblem>) -> Self {
        Self {
            typed: Some((id, shown)),
            ..Self::default()
        }
    }

    /// Whether the page is shown this once, and nothing renews it.
    pub(super) fn is_once(&self) -> bool {
        self.refusal.is_some() || self.typed.is_some() || self.readers.is_some()
    }
}

/// Nothing of anybody before somebody made sure who asks (trust.md 10).
pub(super) async fn team(
    app: &AppState,
    incident: &Incident,
    (mut said, language): (Said, Language),
) -> Result<Option<HelpTeam>, Problem> {
    if incident.verified.is_none() {
        return Ok(None);
    }
    let now = app.db.clock().now();
    let situations = requests::of_incident(&app.db, incident.id).await?;
    let mut people = Vec::new();
    for situation in &situations {
        people.extend(of_request(app, (incident, situation), (&mut said, language)).await?);
    }
    let is_open = incident.closed.is_none();
    let open = situations.iter().filter(|_| is_open);
    Ok(Some(HelpTeam {
        requests: open
            .map(|situation| progress(situation, (now, language)))
            .collect(),
        people,
        refusal: said.refusal,
    }))
}

/// Who helps or wants to by one request, oldest first.
async fn of_request(
    app: &AppState,
    (incident, situation): (&Incident, &Situation),
    (said, language): (&mut Said, Language),
) -> Result<Vec<HelpPerson>, Problem> {
    let desk = requests::desk(app);
    let now = app.db.clock().now();
    let aliases = requests::aliases(&app.db, situation).await?;
    let promised: Vec<_> = situation.deployments.iter().collect();
    let told = deployments::introductions(&app.db, &app.reference, &promised).await?;
    let ids: Vec<_> = promised.iter().map(|one| one.id).collect();
    let asked = deployments::last_extensions(&app.db, &ids).await?;
    let mut people = Vec::new();
    for deployment in &situation.deployments {
        let mut needs = situation.needs.iter();
        let need = needs.find(|need| need.id == deployment.need);
        let named = need.zip(aliases.get(&deployment.expert));
        let Some((need, alias)) = named else { continue };
        let typed = said.typed.take_if(|(id, _)| *id == deployment.id);
        let contact = contact(typed.map(|(_, typed)| typed));
        let about = (asked.get(&deployment.id), contact);
        let known = state(&desk, (incident, deployment), about, (now, language)).await?;
        let introduction = told.get(&deployment.id);
        people.extend(known.map(|state| HelpPerson {
            id: deployment.id.to_string(),
            alias: alias.clone(),
            task: words::task(&need.wanted, language),
            kind: kind(deployment),
            introduction: introduction.map(|told| introduced(&app.reference, told, language)),
            state,
        }));
    }
    Ok(people)
}

fn contact(typed: Option<Result<DutyContact, CodeProblem>>) -> PersonContact {
    match typed {
        None => PersonContact::Ask(None),
        Some(Err(problem)) => PersonContact::Ask(Some(problem)),
        Some(Ok(DutyContact { name, phone, email })) => PersonContact::Shown { name, phone, email },
    }
}

/// Where somebody stands who helps or wants to; nothing of whoever does not.
async fn state(
    desk: &Desk,
    (incident, deployment): (&Incident, &Deployment),
    (asked, contact): (Option<&Extension>, PersonContact),
    (now, language): (Instant, Language),
) -> Result<Option<PersonState>, Problem> {
    let by = || times::until(deployment.due_at, now, language);
    let from = times::starts(deployment.terms.from, now, language);
    Ok(match deployment.state {
        DeploymentState::Agreed | DeploymentState::Released if deployment.due_at <= now => {
            Some(PersonState::Late)
        }
        DeploymentState::Agreed => Some(PersonState::Employer(by())),
        DeploymentState::Released => Some(PersonState::Town { by: by(), from }),
        DeploymentState::Accepted | DeploymentState::Active | DeploymentState::Returning
            if deployment.is_open_in(incident, now) =>
        {
            let words = deployments::words(desk, deployment).await?;
            let objection = deployment.objection_until();
            let objection = objection.filter(|until| now < *until);
            Some(PersonState::Committed(Committed {
                calls_by: deployment
                    .calls_by()
                    .map(|by| times::until(by, now, language)),
                from,
                words: words.map(|words| HelpWords {
                    caller: words.caller.reveal().to_owned(),
                    called: words.called.reveal().to_owned(),
                }),
                objection_until: objection.map(|until| times::until(until, now, language)),
                contact,
                steps: steps((deployment, asked), (now, language)),
            }))
        }
        DeploymentState::Accepted
        | DeploymentState::Active
        | DeploymentState::Returning
        | DeploymentState::Ended
        | DeploymentState::Cancelled
        | DeploymentState::Refused
        | DeploymentState::Lapsed
        | DeploymentState::Withdrawn => None,
    })
}

/// What the town may say of a deployment by its link.
fn steps(
    (deployment, asked): (&Deployment, Option<&Extension>),
    (now, language): (Instant, Language),
) -> TownSteps {
    if deployment.terms.is_first_call {
        return TownSteps::default();
    }
    let open = asked.filter(|one| one.is_asked(now));
    TownSteps {
        until: times::starts(deployment.terms.until, now, language),
        start: deployment.state == DeploymentState::Accepted,
        end: deployment.can_end(),
        cancel: deployment.can_be_called_off(),
        extend: open.is_none() && deployment.can_be_extended(now),
        asked: open.map(|one| times::starts(one.until, now, language)),
    }
}

fn progress(situation: &Situation, (now, language): (Instant, Language)) -> HelpProgress {
    let tasks = situation.needs.iter();
    let tasks: Vec<_> = tasks
        .map(|need| words::task(&need.wanted, language))
        .collect();
    let sum = |of: &dyn Fn(&Need) -> u16| situation.needs.iter().map(of).sum::<u16>();
    let committed = sum(&|need| situation.committed(need).min(need.places()));
    HelpProgress {
        tasks: tasks.join(", "),
        asked: situation.people_asked(),
        committed,
        open: sum(&Need::places) - committed,
        stage: stage(situation, (now, language)),
    }
}

fn stage(situation: &Situation, (now, language): (Instant, Language)) -> HelpStage {
    match situation.request.state() {
        RequestState::Draft => HelpStage::Draft,
        RequestState::Filled => HelpStage::Filled,
        RequestState::StoodDown => HelpStage::StoodDown,
        RequestState::Alerting if situation.request.paused_at.is_some() => HelpStage::Paused,
        RequestState::Alerting if situation.is_exhausted() => HelpStage::Exhausted,
        RequestState::Alerting => {
            let next = situation.next_wave(now);
            HelpStage::Asking(next.map(|at| times::clock(at, language)))
        }
    }
}
