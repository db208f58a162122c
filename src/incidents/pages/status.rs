//! `/hilfe/{link}`: where a request stands, for whoever has the link.

use axum::extract::State;
use web::pages::{Call as PageCall, HelpState, HelpStatusPage, HelpWait, HelpWords, OrderOfCalls};
use web::{Frame, Language};

use super::phone::OwnRequests;
use super::words;
use crate::accounts::Secret;
use crate::app::AppState;
use crate::clock::Instant;
use crate::emergency::{self, Call, Calls};
use crate::http::{PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::model::{Incident, IncidentState, Particulars};
use crate::incidents::service::{self, Followed};
use crate::pages::{Html, Visitor, first_aid, moment};

/// Digits of the number that are shown.
const ENDING: usize = 3;

pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
) -> Result<Html<HelpStatusPage>, Problem> {
    let link = text.parse::<Secret>();
    let link = link.map_err(|_| Problem::not_found("there is no such request"))?;
    let followed = service::follow(kit(&app), &link).await?;
    let id = followed.incident.id;
    let is_asker = kept.has(&service::phone(&app.keyring, id)?);
    let code = service::spoken_code(&app.keyring, id)?;
    let calls = calls(&app, &followed.incident).await?;
    let shown = Shown {
        followed,
        calls,
        spoken_code: is_asker.then_some(code),
    };
    let page = page(&app, frame, (shown, &text));
    Ok(Html::new(page))
}

struct Shown {
    followed: Followed,
    calls: Calls,
    spoken_code: Option<String>,
}

/// Whom to call. Who serves the town is said to those alone who are who they say.
async fn calls(app: &AppState, incident: &Incident) -> Result<Calls, Problem> {
    let Some(place) = incident.place.as_deref() else {
        return Ok(Calls::default());
    };
    let calls = emergency::calls(&app.db, &app.reference, (place, incident.organisation)).await?;
    Ok(match incident.state() {
        IncidentState::Verified => calls,
        IncidentState::Unverified | IncidentState::Closed => Calls {
            provider: None,
            ..calls
        },
    })
}

fn page(app: &AppState, frame: Frame, (shown, link): (Shown, &str)) -> HelpStatusPage {
    let Shown {
        followed,
        calls,
        spoken_code,
    } = shown;
    let Followed {
        incident,
        particulars,
        words,
    } = followed;
    let (now, language) = (app.db.clock().now(), frame.language);
    let said = particulars
        .as_ref()
        .and_then(|particulars| particulars.place_said.as_deref());
    let is_open = incident.state() == IncidentState::Unverified;
    HelpStatusPage {
        place: words::place(&app.reference, &incident, said),
        asked: moment(incident.asked_at, now, language),
        is_drill: incident.is_drill,
        state: state((&incident, particulars.as_ref(), &calls), (now, language)),
        words: words.filter(|_| is_open).map(|words| HelpWords {
            caller: words.caller.reveal().to_owned(),
            called: words.called.reveal().to_owned(),
        }),
        spoken_code,
        doubts: incident.doubts.iter().copied().map(words::doubt).collect(),
        code: words::code(incident.code),
        first_aid: first_aid(&app.reference.texts.first_aid, language),
        calls: OrderOfCalls {
            provider: calls.provider.map(call),
            land: calls.land.map(call),
            police: calls.police.map(call),
        },
        stream: format!("/hilfe/{link}/stand"),
        stand: service::stand_of(&incident, now),
        frame,
    }
}

fn state(
    (incident, particulars, calls): (&Incident, Option<&Particulars>, &Calls),
    (now, language): (Instant, Language),
) -> HelpState {
    let at = |at: Instant| moment(at, now, language);
    match (&incident.closed, &incident.verified) {
        (Some(closed), _) => HelpState::Closed { at: at(closed.at) },
        (None, Some(verified)) => HelpState::Verified {
            at: at(verified.at),
        },
        (None, None) => HelpState::Unverified {
            phone_ending: particulars.map_or_else(String::new, ending),
            wait: if incident.is_left_alone(now) {
                HelpWait::NobodyReachable(calls.land.clone().map(call))
            } else {
                HelpWait::CallUntil(time(incident.called_back_by(), language))
            },
        },
    }
}

/// A time of the day within the next minutes: `14:17 Uhr`.
fn time(at: Instant, language: Language) -> String {
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

fn call(Call { name, phone }: Call) -> PageCall {
    PageCall { name, phone }
}
