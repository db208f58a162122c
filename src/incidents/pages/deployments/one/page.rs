//! The page of a deployment.

use axum::extract::State;
use web::Frame;
use web::pages::{DeploymentPage, LaterEnd, LaterEndState, MomentForm, Powers};

use super::papers::{next, papers, settled, waiting};
use crate::access::Permit;
use crate::access::action::{
    CreateHelpRequest, ReadHelpRequests, RevealDeploymentContact, RunDeployment, SetDeploymentBasis,
};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::experts;
use crate::http::{PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{
    self, Act, Deployment, DeploymentError, DeploymentState, Extension, Outcome, Part,
};
use crate::incidents::pages::deployments::list::{Sees, row};
use crate::incidents::pages::deployments::words::introduced;
use crate::pages::{Html, Visitor, moment};

/// Forms that were sent and could not be done.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) start: Option<MomentForm>,
    pub(super) extend: Option<MomentForm>,
    pub(super) call_back: Option<MomentForm>,
}

pub(super) async fn show(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<DeploymentPage>, Problem> {
    let page = page(&app, &permit, (id, frame), Typed::default()).await?;
    Ok(Html::new(page))
}

pub(super) async fn page(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, frame): (DeploymentId, Frame),
    typed: Typed,
) -> Result<DeploymentPage, Problem> {
    let (found, parts) = deployments::taking_part(&app.db, permit, id).await?;
    let now = app.db.clock().now();
    let (at, language) = ((now, frame.language), frame.language);
    let own = experts::entry_of_account(app.db.reader(), permit.caller().account).await;
    let sees = Sees {
        own: own.map_err(StorageError::from)?,
        requests: permit.also::<ReadHelpRequests>(),
        reveals: permit.also::<RevealDeploymentContact>(),
        basis: permit.also::<SetDeploymentBasis>(),
    };
    let told = if sees.request(&found) {
        deployments::introductions(&app.db, &app.reference, &[&found]).await?
    } else {
        std::collections::HashMap::default()
    };
    let asked = deployments::last_extensions(&app.db, &[found.id]).await?;
    let last = asked.get(&found.id).copied();
    let briefs = deployments::briefs(&app.db, vec![found.clone()]).await?;
    let brief = briefs.first().ok_or(DeploymentError::NotFound)?;
    let mut shown = row(app, &sees, (brief, at));
    let introduction = told.get(&found.id);
    shown.introduction = introduction.map(|told| introduced(&app.reference, told, language));
    let asks = permit.also::<CreateHelpRequest>().is_some();
    let day = |instant: Instant| moment(instant, now, language);
    let successor = found.successor.filter(|_| sees.request(&found));
    let incident = brief.incident.as_ref();
    let is_open = incident.is_some_and(|incident| found.is_open_in(incident, now));
    let open = (is_open, language);
    let (readiness, lacks_hand_over) = settled(app, (&found, &parts), open).await?;
    let (next, papers) = next(found.state, papers(&found, &parts, open));
    let waiting = waiting(app, (&found, &parts)).await?;
    Ok(DeploymentPage {
        deployment: shown,
        started: found.started.as_ref().map(|(at, _)| day(*at)),
        ended: found.ended.as_ref().map(|(at, _)| day(*at)),
        ends_soon: found.is_to_be_relieved(now) && found.successor.is_none(),
        successor: successor.map(|request| format!("/ersuchen/{request}")),
        later: last.map(|last| later(&last, &parts, day)),
        powers: powers((&found, last), (&parts, asks), (typed, now)),
        waiting,
        next,
        papers,
        readiness,
        lacks_hand_over,
        frame,
    })
}

/// A side sees that it said yes itself, and of no other: a refusal would name whoever is left.
fn later(last: &Extension, parts: &[Part], day: impl Fn(Instant) -> String) -> LaterEnd {
    let is_expert = parts.contains(&Part::Expert);
    let is_employer = parts.contains(&Part::Employer);
    let state = match last.closed {
        None => LaterEndState::Open {
            expert: is_expert && last.expert_at.is_some(),
            employer: is_employer && !is_expert && last.employer_at.is_some(),
            due: day(last.due_at),
        },
        Some((_, Outcome::Agreed)) => LaterEndState::Agreed,
        Some((_, Outcome::Refused | Outcome::Lapsed)) => LaterEndState::NotAgreed,
    };
    LaterEnd {
        until: day(last.until),
        state,
    }
}

fn powers(
    (found, last): (&Deployment, Option<Extension>),
    (parts, asks): (&[Part], bool),
    (typed, now): (Typed, Instant),
) -> Powers {
    let may = |act| parts.iter().any(|part| part.may(act));
    let open = last.filter(|one| one.is_asked(now));
    // Whoever helps answers for themselves alone, also where they release others of their house.
    let is_asked = open.is_some_and(|one| {
        if may(Act::StayOn) {
            one.expert_at.is_none()
        } else {
            one.employer_at.is_none() && may(Act::ReleaseForMore)
        }
    });
    let is_talk = found.terms.is_first_call;
    let form = |typed: Option<MomentForm>, is_possible: bool| {
        is_possible.then(|| typed.unwrap_or_default())
    };
    let is_accepted = found.state == DeploymentState::Accepted;
    let is_active = found.state == DeploymentState::Active;
    let may_extend = open.is_none() && found.can_be_extended(now);
    Powers {
        start: form(typed.start, is_accepted && !is_talk && may(Act::Start)),
        extend: form(typed.extend, may_extend && may(Act::AskForMore)),
        answer: is_asked,
        call_back: form(typed.call_back, is_active && may(Act::CallBack)),
        end: found.can_end() && may(Act::End),
        cancel: found.can_be_called_off() && may(Act::Cancel),
        successor: asks
            && may(Act::SeekSuccessor)
            && found.is_to_be_relieved(now)
            && found.successor.is_none(),
    }
}
