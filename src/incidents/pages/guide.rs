//! The guide of an incident: shown phase by phase, and ticked off.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::Language;
use web::pages::{
    GuideLine as PageLine, GuidePhase, GuideTick, GuideView, HelpCare, HelpGuidePage,
};

use super::clocks::clock_rows;
use super::status::link;
use super::words;
use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{FormBody, PathId, PathText, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::care::{self, Guide, GuideLine, Tick, Ticks};
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::service::{self, IncidentError};
use crate::pages::{Html, LocalPath, Told, Visitor, checked, moment, redirect};
use crate::reference::Phase;

/// The guide as it stands; ticked off at an address, or read only.
pub(super) async fn view(
    app: &AppState,
    (incident, language): (&Incident, Language),
    action: Option<String>,
) -> Result<Option<GuideView>, Problem> {
    let guides = care::guide(kit(app), incident).await?;
    let told = (app.db.clock().now(), language);
    let phases: Vec<_> = guides
        .into_iter()
        .map(|guide| phase(app, guide, told))
        .collect();
    Ok((!phases.is_empty()).then_some(GuideView { action, phases }))
}

fn phase(app: &AppState, guide: Guide, told: (Instant, Language)) -> GuidePhase {
    let Guide {
        phase,
        is_current,
        lines,
    } = guide;
    GuidePhase {
        phase: words::phase(phase),
        is_current,
        checked: checked(app.reference.texts.guide(phase), told.1),
        lines: lines.into_iter().map(|one| line(one, told)).collect(),
    }
}

fn line(line: GuideLine, (now, language): (Instant, Language)) -> PageLine {
    let text = line.text(language).to_owned();
    let GuideLine {
        key,
        german: _,
        english: _,
        tick,
    } = line;
    let ticked = |Tick { at, side, .. }: Tick| GuideTick {
        at: moment(at, now, language),
        side: words::side(side),
    };
    PageLine {
        key,
        text,
        ticked: tick.map(ticked),
    }
}

/// What a verified town has to think of besides.
pub(super) async fn in_short(
    app: &AppState,
    (incident, language): (&Incident, Language),
) -> Result<Option<HelpCare>, Problem> {
    let has_guide = match incident.state() {
        IncidentState::Unverified => return Ok(None),
        IncidentState::Verified => true,
        IncidentState::Closed => false,
    };
    if !care::is_duty(incident) {
        return Ok(None);
    }
    let clocks = service::clocks_of(app.db.reader(), incident.clone()).await?;
    let now = app.db.clock().now();
    Ok(Some(HelpCare {
        clocks: clock_rows(&clocks, &[], (now, Told::Now(now), language)),
        has_guide,
    }))
}

/// As the desk or the town, who are signed in.
pub(super) async fn tick(
    permit: Permit<UpdateIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    care::tick(kit(&app), &permit, (id, ticks(&sent)?)).await?;
    let page = format!("/vorfaelle/{id}#leitfaden");
    Ok(redirect(&LocalPath::or_start(&page)))
}

/// For whoever has the link of a verified request; of any other the status page says where it stands.
pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    let followed = service::follow(kit(&app), &link(&text)?).await?;
    let incident = &followed.incident;
    let back = format!("/hilfe/{text}");
    if incident.state() != IncidentState::Verified {
        return Ok(redirect(&LocalPath::or_start(&back)));
    }
    let action = Some(format!("{back}/leitfaden"));
    let guide = view(&app, (incident, frame.language), action).await?;
    let guide = guide.ok_or_else(|| Problem::not_found("there is no guide"))?;
    let particulars = followed.particulars.as_ref();
    let said = particulars.and_then(|particulars| particulars.place_said.as_deref());
    Ok(Html::new(HelpGuidePage {
        place: words::place(&app.reference, incident, said),
        is_drill: incident.is_drill,
        back,
        guide,
        frame,
    })
    .into_response())
}

/// By the same link. Of a request that is over its status page says so.
pub(super) async fn tick_by_link(
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    match care::tick_by_link(kit(&app), &link(&text)?, ticks(&sent)?).await {
        Ok(()) | Err(IncidentError::Closed) => {
            let guide = format!("/hilfe/{text}/leitfaden");
            Ok(redirect(&LocalPath::or_start(&guide)))
        }
        Err(error) => Err(error.into()),
    }
}

/// What whoever sent the form changed: what others ticked off meanwhile stays.
fn ticks(sent: &[(String, String)]) -> Result<Ticks, Problem> {
    let all = |name: &'static str| {
        let named = sent.iter().filter(move |(key, _)| key == name);
        named.map(|(_, value)| value)
    };
    let phase = all("phase").next().and_then(|phase| phase.parse().ok());
    let phase: Phase = phase.ok_or_else(|| Problem::invalid("say which phase"))?;
    let before: BTreeSet<&String> = all("war").collect();
    let now: BTreeSet<&String> = all("zeile").collect();
    Ok(Ticks {
        phase,
        done: (&now - &before).into_iter().cloned().collect(),
        reopened: (&before - &now).into_iter().cloned().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_changed_on_the_page_is_sent_on() {
        let sent = [
            ("phase", "acute"),
            ("war", "a"),
            ("war", "b"),
            ("zeile", "b"),
            ("zeile", "c"),
        ];
        let sent = sent.map(|(name, value)| (name.to_owned(), value.to_owned()));

        let ticks = ticks(&sent).unwrap();

        assert_eq!(ticks.phase, Phase::Acute);
        assert_eq!(ticks.done, BTreeSet::from(["c".to_owned()]));
        assert_eq!(ticks.reopened, BTreeSet::from(["a".to_owned()]));
    }
}
