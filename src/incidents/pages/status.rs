//! `/hilfe/{link}`: where a request stands, for whoever has the link.

use axum::extract::State;
use web::pages::{
    Call as PageCall, CodeProblem, HelpCare, HelpReaders, HelpState, HelpStatusPage, HelpTeam,
    HelpWait, HelpWords, OrderOfCalls, ReadersForm,
};
use web::{Frame, Language};

use super::guide;
use super::phone::OwnRequests;
use super::team::{self, Said};
use super::words;
use crate::accounts::Secret;
use crate::app::AppState;
use crate::clock::Instant;
use crate::emergency::{self, Call, Calls};
use crate::http::{PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::model::{
    ClosingReason, Incident, IncidentState, Insurer, Particulars, Readers, Wait,
};
use crate::incidents::service::{self, Followed};
use crate::organisations;
use crate::pages::{Html, Visitor, first_aid, moment};

/// Digits of the number that are shown.
const ENDING: usize = 3;

pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
) -> Result<Html<HelpStatusPage>, Problem> {
    let page = page_of(&app, (frame, &text), (kept, Said::default())).await?;
    Ok(Html::new(page))
}

/// What opens a status page.
pub(super) fn link(text: &str) -> Result<Secret, Problem> {
    let link = text.parse();
    link.map_err(|_| Problem::not_found("there is no such request"))
}

/// The page of a link, with what came of what was sent to it.
pub(super) async fn page_of(
    app: &AppState,
    (frame, text): (Frame, &str),
    (kept, said): (OwnRequests, Said),
) -> Result<HelpStatusPage, Problem> {
    let followed = service::follow(kit(app), &link(text)?).await?;
    let incident = &followed.incident;
    let is_asker = kept.has(&service::phone(&app.keyring, incident.id)?);
    let code = service::spoken_code(&app.keyring, incident.id)?;
    let calls = calls(app, incident).await?;
    let stand = service::stand_of(&app.db, incident).await?;
    let is_once = said.is_once();
    let readers = readers(incident, (calls.provider.as_ref(), is_asker), said.readers);
    let privacy = privacy(app, incident).await?;
    let sees_policy = kept.sees_contracts(incident.organisation, is_asker);
    let care = guide::in_short(app, (incident, frame.language)).await?;
    let calls = whole_order(calls, (&followed, privacy), sees_policy);
    let team = team::team(app, incident, (said, frame.language)).await?;
    let shown = Shown {
        followed,
        calls,
        spoken_code: is_asker.then_some(code),
        team,
        readers,
        care,
        stand,
        stream: (!is_once).then(|| format!("/hilfe/{text}/stand")),
    };
    Ok(page(app, frame, shown))
}

struct Shown {
    followed: Followed,
    calls: OrderOfCalls,
    spoken_code: Option<String>,
    team: Option<HelpTeam>,
    readers: Option<ReadersForm>,
    care: Option<HelpCare>,
    stand: String,
    stream: Option<String>,
}

/// Whom to call. Who serves the town is said to those alone who are who they say.
pub(super) async fn calls(app: &AppState, incident: &Incident) -> Result<Calls, Problem> {
    let Some(place) = incident.place.as_deref() else {
        return Ok(Calls::default());
    };
    let now = app.db.clock().now();
    let calls = emergency::calls(
        &app.db,
        &app.reference,
        (place, incident.organisation),
        Some(now),
    )
    .await?;
    Ok(match incident.state() {
        IncidentState::Verified => calls,
        IncidentState::Unverified | IncidentState::Closed => Calls {
            provider: None,
            ..calls
        },
    })
}

fn page(app: &AppState, frame: Frame, shown: Shown) -> HelpStatusPage {
    let Shown {
        followed,
        calls,
        spoken_code,
        team,
        readers,
        care,
        stand,
        stream,
    } = shown;
    let Followed {
        incident,
        particulars,
        words,
        desk,
        is_sought,
    } = followed;
    let (now, language) = (app.db.clock().now(), frame.language);
    let said = particulars
        .as_ref()
        .and_then(|particulars| particulars.place_said.as_deref());
    let is_open = incident.state() == IncidentState::Unverified;
    let wait = incident.wait(now, desk);
    HelpStatusPage {
        place: words::place(&app.reference, &incident, said),
        asked: moment(incident.asked_at, now, language),
        is_drill: incident.is_drill,
        state: state(
            (&incident, particulars.as_ref(), calls.land.as_ref()),
            (wait, is_sought),
            (now, language),
        ),
        is_withdrawn: is_withdrawn(&incident),
        words: words.filter(|_| is_open).map(|words| HelpWords {
            caller: words.caller.reveal().to_owned(),
            called: words.called.reveal().to_owned(),
        }),
        spoken_code,
        doubts: incident
            .doubts
            .iter()
            .filter(|_| is_open)
            .copied()
            .map(words::doubt)
            .collect(),
        code: words::code(incident.code),
        first_aid: first_aid(&app.reference.texts.first_aid, language),
        calls,
        team,
        readers,
        care,
        stream,
        stand,
        frame,
    }
}

fn state(
    (incident, particulars, land): (&Incident, Option<&Particulars>, Option<&PageCall>),
    (wait, is_sought): (Wait, bool),
    (now, language): (Instant, Language),
) -> HelpState {
    let at = |at: Instant| moment(at, now, language);
    match (&incident.closed, &incident.verified) {
        (Some(closed), _) => HelpState::Closed { at: at(closed.at) },
        (None, Some(verified)) => HelpState::Verified {
            at: at(verified.at),
            is_sought,
        },
        (None, None) => HelpState::Unverified {
            phone_ending: particulars.map_or_else(String::new, ending),
            wait: match wait {
                Wait::CallUntil(by) => HelpWait::CallUntil(time(by, language)),
                Wait::NobodyOnDuty => HelpWait::NobodyOnDuty(land.cloned()),
                Wait::LeftAlone => HelpWait::NobodyReachable(land.cloned()),
            },
        },
    }
}

/// A time of the day within the next minutes: `14:17 Uhr`.
pub(super) fn time(at: Instant, language: Language) -> String {
    match language {
        Language::German => format!("{} Uhr", at.time_of_day()),
        Language::English => at.time_of_day(),
    }
}

/// The last digits of the number.
fn ending(particulars: &Particulars) -> String {
    let digits = particulars.phone.chars().rev().take(ENDING);
    let mut digits: Vec<_> = digits.collect();
    digits.reverse();
    digits.into_iter().collect()
}

/// Whom anybody may be told to call.
pub(super) fn order(calls: Calls) -> OrderOfCalls {
    OrderOfCalls {
        is_federal: calls.land.as_ref().is_some_and(|land| land.is_federal),
        provider: calls.provider.map(call),
        land: calls.land.map(call),
        police: calls.police.map(call),
        ..OrderOfCalls::default()
    }
}

/// The same with what a verified town said of itself; the number of its policy only for its own eyes.
fn whole_order(
    calls: Calls,
    (followed, privacy): (&Followed, Option<String>),
    sees_policy: bool,
) -> OrderOfCalls {
    let order = order(calls);
    if followed.incident.state() != IncidentState::Verified {
        return order;
    }
    let particulars = followed.particulars.as_ref();
    let insurer = particulars.and_then(|said| said.insurer.clone());
    let policy = insurer.as_ref().and_then(|insurer| insurer.policy.clone());
    OrderOfCalls {
        insurer: insurer.map(|Insurer { name, phone, .. }| PageCall { name, phone }),
        policy: policy.filter(|_| sees_policy),
        privacy,
        ..order
    }
}

/// The data protection officer of the town, where it named a number.
async fn privacy(app: &AppState, incident: &Incident) -> Result<Option<String>, Problem> {
    let Some(town) = incident.organisation else {
        return Ok(None);
    };
    let town = organisations::by_id(app.db.reader(), town).await?;
    Ok(town.and_then(|town| town.privacy_phone))
}

/// Who reads a verified incident along, to be changed.
fn readers(
    incident: &Incident,
    (provider, is_asker): (Option<&Call>, bool),
    typed: Option<(HelpReaders, CodeProblem)>,
) -> Option<ReadersForm> {
    let Readers {
        land,
        provider: is_told,
    } = incident.handling.readers;
    let stored = HelpReaders {
        land,
        provider: is_told,
    };
    let (ticked, problem) =
        typed.map_or((stored, None), |(ticked, problem)| (ticked, Some(problem)));
    (incident.state() == IncidentState::Verified).then(|| ReadersForm {
        ticked,
        provider: provider.map(|provider| provider.name.clone()),
        asks_code: !is_asker,
        problem,
    })
}

fn is_withdrawn(incident: &Incident) -> bool {
    let closed = incident.closed.as_ref();
    closed.is_some_and(|closed| closed.reason == ClosingReason::Withdrawn)
}

fn call(call: Call) -> PageCall {
    let Call {
        name,
        phone,
        is_federal: _,
    } = call;
    PageCall { name, phone }
}
