//! What is settled, handed out and handed over, in the words of pages.

use web::Language;
use web::pages::{
    DeploymentSide, HandOverField, HandOverVersion, ReadinessTick, ReadinessView, SheetField,
    TickRow,
};

use crate::clock::Instant;
use crate::incidents::deployments::Part;
use crate::incidents::readiness::{HandOver, HandOverText, SheetText, Tick, TickScope, Ticked};
use crate::pages::moment;

pub(super) fn side(part: Part) -> DeploymentSide {
    match part {
        Part::Town => DeploymentSide::Town,
        Part::Expert => DeploymentSide::Expert,
        Part::Employer => DeploymentSide::Employer,
        Part::Coordinator => DeploymentSide::Coordinator,
    }
}

const fn tick(tick: Tick) -> ReadinessTick {
    match tick {
        Tick::WrittenOrder => ReadinessTick::WrittenOrder,
        Tick::WhoDecides => ReadinessTick::WhoDecides,
        Tick::PoliceInformed => ReadinessTick::PoliceInformed,
        Tick::BackupsSafe => ReadinessTick::BackupsSafe,
        Tick::ConfidentialitySigned => ReadinessTick::ConfidentialitySigned,
        Tick::DataProcessingSettled => ReadinessTick::DataProcessingSettled,
        Tick::EmergencyStop => ReadinessTick::EmergencyStop,
    }
}

/// What is settled, as a section.
pub(super) fn readiness(
    all: &[(Tick, Option<Ticked>)],
    action: Option<String>,
    (now, language): (Instant, Language),
) -> ReadinessView {
    let rows = all.iter().map(|(what, ticked)| TickRow {
        tick: tick(*what),
        value: (*what).into(),
        done: ticked.map(|ticked| (side(ticked.side), moment(ticked.at, now, language))),
        is_personal: match what.scope() {
            TickScope::Deployment => true,
            TickScope::Incident => false,
        },
    });
    ReadinessView {
        rows: rows.collect(),
        action,
    }
}

pub(super) const fn sheet_field(about: SheetText) -> SheetField {
    match about {
        SheetText::LeadName => SheetField::LeadName,
        SheetText::LeadPhone => SheetField::LeadPhone,
        SheetText::DeputyName => SheetField::DeputyName,
        SheetText::DeputyPhone => SheetField::DeputyPhone,
        SheetText::Entrance => SheetField::Entrance,
        SheetText::Parking => SheetField::Parking,
        SheetText::ArrivalTime => SheetField::ArrivalTime,
        SheetText::IdAtDoor => SheetField::IdAtDoor,
        SheetText::Decides => SheetField::Decides,
        SheetText::AuthorisedBy => SheetField::AuthorisedBy,
        SheetText::Isolation => SheetField::Isolation,
        SheetText::Backups => SheetField::Backups,
        SheetText::Police => SheetField::Police,
        SheetText::Insurer => SheetField::Insurer,
        SheetText::MustNotTouch => SheetField::MustNotTouch,
        SheetText::Channel => SheetField::Channel,
        SheetText::Internet => SheetField::Internet,
        SheetText::Bed => SheetField::Bed,
        SheetText::Food => SheetField::Food,
        SheetText::Confidentiality => SheetField::Confidentiality,
        SheetText::DataProcessing => SheetField::DataProcessing,
        SheetText::StopName => SheetField::StopName,
        SheetText::StopPhone => SheetField::StopPhone,
    }
}

pub(super) const fn hand_over_field(about: HandOverText) -> HandOverField {
    match about {
        HandOverText::State => HandOverField::State,
        HandOverText::OpenPoints => HandOverField::OpenPoints,
        HandOverText::Changes => HandOverField::Changes,
        HandOverText::Documentation => HandOverField::Documentation,
        HandOverText::WhoKnows => HandOverField::WhoKnows,
    }
}

pub(super) fn version(one: &HandOver, (now, language): (Instant, Language)) -> HandOverVersion {
    let texts = one.texts.iter();
    HandOverVersion {
        number: one.number,
        side: side(one.side),
        at: moment(one.at, now, language),
        texts: texts
            .map(|(about, text)| (hand_over_field(*about), text.clone()))
            .collect(),
    }
}
