//! What somebody is asked, and from a yes on what they said yes to.

use web::Language;
use web::pages::AskedFacts;

use super::deployments::mode;
use super::{times, words};
use crate::app::AppState;
use crate::clock::Instant;
use crate::incidents::requests::{self, Asked};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Its facts.
pub(super) fn facts(
    app: &AppState,
    asked: &Asked,
    (now, language): (Instant, Language),
) -> AskedFacts {
    let (incident, wanted) = (&asked.incident, &asked.need.wanted);
    let needed = AskedFacts {
        district: requests::district(&app.reference, incident.place.as_deref()),
        task: words::task(wanted, language),
        symptom: asked
            .tells_what_happened(now)
            .then(|| words::symptom(&app.reference, &incident.symptom, language)),
        phase: words::phase(incident.phase),
        mode: words::mode(wanted.mode),
        from: times::starts(asked.request.from, now, language),
        days: wanted.days.unwrap_or(asked.request.days),
        is_first_call: wanted.first_call,
        is_begun: false,
        is_of_own_town: asked.alert.is_at_home(),
    };
    // From a yes on it is what was said yes to.
    let said = asked.deployment.as_ref();
    let Some(said) = said.filter(|_| asked.alert.answer.is_some()) else {
        return needed;
    };
    // It may end before it was to begin.
    let seconds = said.terms.until.as_seconds() - said.terms.from.as_seconds();
    AskedFacts {
        mode: mode(said),
        from: times::starts(said.terms.from, now, language),
        days: u16::try_from(seconds.div_euclid(DAY).max(1)).unwrap_or(u16::MAX),
        is_first_call: said.terms.is_first_call,
        is_begun: said.started.is_some() || said.ended.is_some(),
        ..needed
    }
}
