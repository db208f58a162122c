//! The situation of an incident, as whoever reads it may see it.

use super::guide::guide;
use crate::access::Permit;
use crate::access::action::{ReadHelpRequests, ReadIncidents};
use crate::clock::Instant;
use crate::ids::IncidentId;
use crate::incidents::care::model::{Guide, GuideLine};
use crate::incidents::model::{Incident, Note, Side};
use crate::incidents::requests::{self, Need, Situation};
use crate::incidents::service::{
    self, Details, Happened, IncidentError, Kit, Seen, details, happened, notes,
};
use crate::matching::NewNeed;
use crate::organisations;
use crate::reference::{ContactKind, ContactScope, LandContact, Reference, contacts_for};

/// Notes that are told.
const NOTES: usize = 5;
/// Whom a town calls or tells: helpers, the police, the data protection authority.
const KINDS: [ContactKind; 4] = [
    ContactKind::IncidentResponse,
    ContactKind::Cert,
    ContactKind::PoliceZac,
    ContactKind::DataProtection,
];
/// Signs of an id that name an incident between people.
const SIGNS: usize = 6;

/// What is known of an incident at a moment, without what is held back from whoever reads it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct SituationReport {
    pub(in crate::incidents) seen: Seen,
    pub(in crate::incidents) as_of: Instant,
    /// What is sealed of it; none while it is held back.
    pub(in crate::incidents) details: Option<Details>,
    pub(in crate::incidents) happened: Happened,
    /// The last notes, newest first; none while they are held back.
    pub(in crate::incidents) notes: Vec<Note>,
    /// Who is needed and who helps, for the desk and the town; none for others.
    pub(in crate::incidents) help: Option<Vec<NeedStand>>,
    /// What is to be done in its phase; none before it is verified, or while it is held back.
    pub(in crate::incidents) guide: Option<Guide>,
}

/// A need, and who meets it: by public names.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct NeedStand {
    pub(in crate::incidents) need: NewNeed,
    pub(in crate::incidents) places: u16,
    pub(in crate::incidents) committed: u16,
    pub(in crate::incidents) people: Vec<String>,
}

impl SituationReport {
    /// How people name the incident.
    pub(in crate::incidents) fn number(&self) -> String {
        let text = self.seen.incident.id.0.simple().to_string();
        let from = text.len().saturating_sub(SIGNS);
        text.get(from..).unwrap_or_default().to_uppercase()
    }

    /// What is not done yet.
    pub(in crate::incidents) fn next_steps(&self) -> impl Iterator<Item = &GuideLine> {
        let lines = self.guide.iter().flat_map(|guide| &guide.lines);
        lines.filter(|line| line.tick.is_none())
    }
}

impl NeedStand {
    /// Places that nobody has taken.
    pub(in crate::incidents) fn open(&self) -> u16 {
        self.places.saturating_sub(self.committed)
    }
}

/// The situation of an incident now.
///
/// # Errors
/// Not the caller's to know, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn situation(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    id: IncidentId,
) -> Result<SituationReport, IncidentError> {
    let seen = service::show(kit, permit, id).await?;
    let happened = happened(kit, &seen).await?;
    let help = help(kit, permit, &seen).await?;
    let mut report = SituationReport {
        as_of: kit.db.clock().now(),
        details: None,
        happened,
        notes: Vec::new(),
        help,
        guide: None,
        seen,
    };
    if report.seen.is_held_back() {
        return Ok(report);
    }
    report.details = Some(details(kit, &report.seen).await?);
    report.notes = notes(kit, &report.seen, (None, NOTES as u64)).await?;
    report.notes.truncate(NOTES);
    let guides = guide(kit, &report.seen.incident).await?;
    report.guide = guides.into_iter().find(|guide| guide.is_current);
    Ok(report)
}

/// Nothing before somebody made sure who asks, and nothing for those who only read along.
async fn help(
    kit: Kit<'_>,
    permit: &Permit<ReadIncidents>,
    seen: &Seen,
) -> Result<Option<Vec<NeedStand>>, IncidentError> {
    let is_theirs = match seen.side {
        Side::Desk | Side::Town => permit.also::<ReadHelpRequests>().is_some(),
        Side::Provider | Side::Land => false,
    };
    if !is_theirs || seen.incident.verified.is_none() {
        return Ok(None);
    }
    let mut stands = Vec::new();
    for situation in requests::of_incident(kit.db, seen.incident.id).await? {
        let aliases = requests::aliases(kit.db, &situation).await?;
        let is_over = situation.request.stood_down.is_some();
        let each = situation
            .needs
            .iter()
            .map(|need| stand(&situation, need, &aliases));
        stands.extend(each.filter(|stand| !is_over || !stand.people.is_empty()));
    }
    Ok(Some(stands))
}

fn stand(situation: &Situation, need: &Need, aliases: &requests::Aliases) -> NeedStand {
    let committed = situation
        .deployments
        .iter()
        .filter(|one| one.need == need.id && one.state.fills_a_place());
    NeedStand {
        need: need.wanted.clone(),
        places: need.places(),
        committed: situation.committed(need).min(need.places()),
        people: committed
            .filter_map(|one| aliases.get(&one.expert).cloned())
            .collect(),
    }
}

/// Whom to call in the Land; those of the federation where the Land has none of a kind.
pub(in crate::incidents) fn contacts_of<'a>(
    reference: &'a Reference,
    incident: &Incident,
) -> Vec<&'a LandContact> {
    let place = incident.place.as_deref();
    let seat = place.and_then(|place| organisations::seat_of(reference, place));
    let Some(seat) = seat else {
        return Vec::new();
    };
    let all = contacts_for(seat.land(), &reference.contacts);
    let of_kind = |kind| {
        let of_kind = all.iter().copied();
        let of_kind = of_kind.filter(move |contact| contact.kind == kind);
        let own = of_kind
            .clone()
            .filter(|contact| contact.scope != ContactScope::Federal);
        let own: Vec<_> = own.collect();
        if own.is_empty() {
            of_kind.collect()
        } else {
            own
        }
    };
    KINDS.into_iter().flat_map(of_kind).collect()
}
