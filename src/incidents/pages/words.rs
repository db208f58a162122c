//! What incidents are called on pages.

use web::Language;
use web::pages::{
    AffectedSystem, ClosingReason as PageReason, CodeOutcome as PageOutcome, HelpDoubt,
    HowVerified, IncidentBadge, IncidentContact, IncidentEvent, IncidentSide, LegalReport,
    Phase as PagePhase, SymptomTile, Tlp as PageTlp,
};
use web::parts::WorkMode;

use crate::clock::Instant;
use crate::incidents::model::{
    ClockId, ClosingReason, CodeOutcome, Doubt, Incident, IncidentState, Particulars, Side, System,
    Tlp, Verification,
};
use crate::matching::NewNeed;
use crate::pages::place_name;
use crate::reference::{AdministrationKey, Ags, NeedMode, Phase, Reference, Text};

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
    let listed = incident.place.as_deref();
    let listed = listed.map(|key| place_of(reference, key));
    listed
        .or_else(|| said.map(str::to_owned))
        .unwrap_or_default()
}

/// What a place of the list is called today; its key where it is in none any more.
pub(super) fn place_of(reference: &Reference, key: &str) -> String {
    let today = reference.regions.today(key);
    if let Ok(key) = AdministrationKey::try_from(today.clone()) {
        let shared = reference.regions.administration(&key);
        return shared.map_or(today, |shared| shared.name.clone());
    }
    let region = today.parse::<Ags>().ok();
    let region = region.and_then(|ags| reference.regions.get(ags));
    region.map_or(today, |region| place_name(reference, region))
}

/// What somebody is needed for.
pub(super) fn task(wanted: &NewNeed, language: Language) -> String {
    let english = wanted.label_en.as_ref();
    match (language, english) {
        (Language::English, Some(english)) if !english.is_empty() => english.clone(),
        (Language::English | Language::German, _) => wanted.label.clone(),
    }
}

pub(super) fn mode(mode: NeedMode) -> WorkMode {
    match mode {
        NeedMode::OnSite => WorkMode::OnSite,
        NeedMode::Remote => WorkMode::Remote,
        NeedMode::Either => WorkMode::Either,
    }
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

pub(super) fn systems(systems: &[System]) -> Vec<AffectedSystem> {
    systems.iter().copied().map(system).collect()
}

/// What procedures are called; the id of one that is offered no more.
pub(super) fn services(reference: &Reference, ids: &[String], language: Language) -> Vec<String> {
    let named = ids.iter().map(|id| {
        let term = reference.taxonomy.term(id);
        term.map_or(id.as_str(), |term| pick(&term.label, language))
            .to_owned()
    });
    named.collect()
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

/// Who is called back, as it is shown.
pub(super) fn contact(particulars: Particulars) -> IncidentContact {
    let Particulars {
        name,
        phone,
        email,
        measures,
        place_said: _,
        vouched,
        insurer: _,
        contracts: _,
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

/// What an incident says itself of what happened.
pub(super) fn events(incident: &Incident) -> Vec<(Instant, IncidentEvent)> {
    use IncidentEvent::{Asked, Closed, Taken, Verified};
    let asked = Some((incident.asked_at, Asked));
    let taken = incident.taken.as_ref().map(|taken| (taken.at, Taken));
    let verified = incident.verified.as_ref();
    let verified = verified.map(|verified| (verified.at, Verified(how(verified.how))));
    let closed = incident.closed.as_ref();
    let closed = closed.map(|closed| (closed.at, Closed(closing(closed.reason))));
    let events = [asked, taken, verified, closed].into_iter().flatten();
    events.collect()
}

pub(super) fn side(side: Side) -> IncidentSide {
    match side {
        Side::Desk => IncidentSide::Desk,
        Side::Town => IncidentSide::Town,
        Side::Provider => IncidentSide::Provider,
        Side::Land => IncidentSide::Land,
    }
}

pub(super) fn tlp(tlp: Tlp) -> PageTlp {
    match tlp {
        Tlp::Clear => PageTlp::Clear,
        Tlp::Green => PageTlp::Green,
        Tlp::Amber => PageTlp::Amber,
        Tlp::AmberStrict => PageTlp::AmberStrict,
        Tlp::Red => PageTlp::Red,
    }
}

pub(super) fn report(clock: ClockId) -> LegalReport {
    match clock {
        ClockId::DataProtection => LegalReport::DataProtection,
        ClockId::EarlyWarning => LegalReport::EarlyWarning,
        ClockId::Notification => LegalReport::Notification,
        ClockId::FinalReport => LegalReport::FinalReport,
    }
}
