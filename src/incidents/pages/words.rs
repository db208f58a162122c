//! What incidents are called on pages.

use web::pages::{
    AffectedSystem, ClosingReason as PageReason, CodeOutcome as PageOutcome, HelpDoubt,
    HowVerified, IncidentBadge, IncidentContact, Phase as PagePhase, SymptomTile, TakeView,
    TimelineRow,
};
use web::{Frame, Language};

use crate::access::Permit;
use crate::access::action::{ReadIncidents, TakeIncident};
use crate::clock::Instant;
use crate::incidents::model::{
    ClosingReason, CodeOutcome, Doubt, Incident, IncidentState, Particulars, System, Verification,
};
use crate::pages::place_name;
use crate::reference::{AdministrationKey, Ags, Phase, Reference, Text};

pub(super) fn pick(text: &Text, language: Language) -> &str {
    match language {
        Language::German => &text.de,
        Language::English => &text.en,
    }
}

/// The tiles of what may have happened.
pub(super) fn tiles(
    reference: &Reference,
    chosen: Option<&str>,
    language: Language,
) -> Vec<SymptomTile> {
    let symptoms = reference.taxonomy.symptoms().iter();
    symptoms
        .map(|symptom| SymptomTile {
            id: symptom.id.clone(),
            label: pick(&symptom.label, language).to_owned(),
            hint: pick(&symptom.hint, language).to_owned(),
            is_selected: chosen == Some(symptom.id.as_str()),
        })
        .collect()
}

/// What a symptom is called; its id where it is offered no more.
pub(super) fn symptom(reference: &Reference, id: &str, language: Language) -> String {
    let found = reference.taxonomy.symptom(id);
    found.map_or_else(
        || id.to_owned(),
        |symptom| pick(&symptom.label, language).to_owned(),
    )
}

/// What a place is called: by the list, else as it was typed.
pub(super) fn place(reference: &Reference, incident: &Incident, said: Option<&str>) -> String {
    let listed = incident.place.as_deref().map(|key| {
        let today = reference.regions.today(key);
        if let Ok(key) = AdministrationKey::try_from(today.clone()) {
            let shared = reference.regions.administration(&key);
            return shared.map_or(today, |shared| shared.name.clone());
        }
        let region = today.parse::<Ags>().ok();
        let region = region.and_then(|ags| reference.regions.get(ags));
        region.map_or(today, |region| place_name(reference, region))
    });
    listed
        .or_else(|| said.map(str::to_owned))
        .unwrap_or_default()
}

pub(super) fn system(system: System) -> AffectedSystem {
    match system {
        System::Workplaces => AffectedSystem::Workplaces,
        System::Servers => AffectedSystem::Servers,
        System::Mail => AffectedSystem::Mail,
        System::Phones => AffectedSystem::Phones,
        System::Internet => AffectedSystem::Internet,
        System::Web => AffectedSystem::Web,
        System::Backup => AffectedSystem::Backup,
        System::Identity => AffectedSystem::Identity,
        System::Procedures => AffectedSystem::Procedures,
        System::All => AffectedSystem::All,
    }
}

pub(super) fn doubt(doubt: Doubt) -> HelpDoubt {
    match doubt {
        Doubt::Landline => HelpDoubt::Landline,
        Doubt::OwnMail => HelpDoubt::OwnMail,
    }
}

pub(super) fn code(code: CodeOutcome) -> PageOutcome {
    match code {
        CodeOutcome::NotGiven => PageOutcome::NotGiven,
        CodeOutcome::Accepted => PageOutcome::Accepted,
        CodeOutcome::Refused => PageOutcome::Refused,
        CodeOutcome::NotChecked => PageOutcome::NotChecked,
    }
}

pub(super) fn badge(state: IncidentState) -> IncidentBadge {
    match state {
        IncidentState::Unverified => IncidentBadge::Unverified,
        IncidentState::Verified => IncidentBadge::Verified,
        IncidentState::Closed => IncidentBadge::Closed,
    }
}

pub(super) fn state(badge: IncidentBadge) -> IncidentState {
    match badge {
        IncidentBadge::Unverified => IncidentState::Unverified,
        IncidentBadge::Verified => IncidentState::Verified,
        IncidentBadge::Closed => IncidentState::Closed,
    }
}

pub(super) fn how(how: Verification) -> HowVerified {
    match how {
        Verification::EmergencyCode => HowVerified::Code,
        Verification::CallBack => HowVerified::CallBack,
        Verification::KnownPerson => HowVerified::KnownPerson,
    }
}

pub(super) fn phase(phase: Phase) -> PagePhase {
    match phase {
        Phase::Acute => PagePhase::Acute,
        Phase::Emergency => PagePhase::Emergency,
        Phase::Rebuild => PagePhase::Rebuild,
    }
}

pub(super) fn closing(reason: ClosingReason) -> PageReason {
    match reason {
        ClosingReason::Done => PageReason::Done,
        ClosingReason::Withdrawn => PageReason::Withdrawn,
        ClosingReason::Duplicate => PageReason::Duplicate,
        ClosingReason::NotGenuine => PageReason::NotGenuine,
    }
}

/// How long somebody waits, to stand after "seit" and "for": `12 Minuten`, `3 Stunden`, `2 Tagen`.
pub(super) fn waiting(since: Instant, now: Instant, language: Language) -> String {
    let minutes = (now.as_seconds() - since.as_seconds()).max(0) / 60;
    let (count, de, en) = match minutes {
        0 => {
            return match language {
                Language::German => "weniger als einer Minute".to_owned(),
                Language::English => "less than a minute".to_owned(),
            };
        }
        1..120 => (minutes, ("Minute", "Minuten"), ("minute", "minutes")),
        120..2_880 => (minutes / 60, ("Stunde", "Stunden"), ("hour", "hours")),
        _ => (minutes / 1_440, ("Tag", "Tagen"), ("day", "days")),
    };
    let (one, many) = match language {
        Language::German => de,
        Language::English => en,
    };
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Who is called back, as it is shown.
pub(super) fn contact(particulars: Particulars) -> IncidentContact {
    let Particulars {
        name,
        phone,
        email,
        measures,
        place_said: _,
        vouched,
    } = particulars;
    let filled = |text: String| (!text.is_empty()).then_some(text);
    IncidentContact {
        name: filled(name),
        phone,
        email,
        measures: filled(measures),
        vouched,
    }
}

/// What happened, oldest first.
pub(super) fn timeline(
    incident: &Incident,
    at: &dyn Fn(Instant) -> String,
    frame: &Frame,
) -> Vec<TimelineRow> {
    use web::pages::IncidentEvent::{Asked, Closed, Taken, Verified};
    let asked = Some((incident.asked_at, Asked));
    let taken = incident.taken.as_ref().map(|taken| (taken.at, Taken));
    let verified = incident.verified.as_ref();
    let verified = verified.map(|verified| (verified.at, Verified(how(verified.how))));
    let closed = incident.closed.as_ref();
    let closed = closed.map(|closed| (closed.at, Closed(closing(closed.reason))));
    let events = [asked, taken, verified, closed].into_iter().flatten();
    let mut events: Vec<_> = events.collect();
    // Whoever takes it over may do so after it was verified.
    events.sort_by_key(|(when, _)| *when);
    events
        .into_iter()
        .map(|(when, event)| TimelineRow {
            at: at(when),
            text: event.text(frame.language),
        })
        .collect()
}

/// Who cares for it, for the desk alone.
pub(super) fn take(
    incident: &Incident,
    permit: &Permit<ReadIncidents>,
    now: Instant,
    language: Language,
) -> Option<TakeView> {
    let permit = permit.also::<TakeIncident>()?;
    if incident.closed.is_some() {
        return None;
    }
    let own = permit.actor().to_string();
    Some(match &incident.taken {
        None => TakeView::Free,
        Some(taken) if taken.by == own => TakeView::Own,
        Some(taken) => TakeView::Other {
            since: waiting(taken.at, now, language),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_somebody_waits_is_told_in_round_numbers() {
        let begun = Instant::from_micros(0);
        let told = |seconds| waiting(begun, begun.plus_seconds(seconds), Language::German);

        assert_eq!(told(59), "weniger als einer Minute");
        assert_eq!(told(60), "1 Minute");
        assert_eq!(told(119 * 60), "119 Minuten");
        assert_eq!(told(3 * 3_600), "3 Stunden");
        assert_eq!(told(49 * 3_600), "2 Tagen");
    }
}
