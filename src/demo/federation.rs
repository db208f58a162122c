//! The organisations: a federation of providers, towns and districts.

use super::Plan;
use super::chance::Chance;
use crate::clock::Instant;
use crate::ids::OrganisationId;
use crate::organisations::{
    LegalForm, NewRows, Nis2Status, Organisation, OrganisationKind, Participation, Served,
};
use crate::reference::{Ags, Level, Reference, Region};

/// Where the requester of the demo sits: the Landkreis Anhalt-Bitterfeld.
pub(super) const REQUESTER_PLACE: &str = "15082";

/// Providers a Land, in the order of the Länder.
const PROVIDERS: [usize; 16] = [3, 1, 5, 1, 10, 4, 3, 6, 8, 1, 1, 3, 3, 3, 4, 3];
/// Towns that are members themselves.
const TOWNS: usize = 8;

const KINDS: &[(&str, LegalForm)] = &[
    (
        "Kommunales Rechenzentrum",
        LegalForm::SpecialPurposeAssociation,
    ),
    ("Datenzentrale", LegalForm::PublicInstitution),
    ("IT-Verbund", LegalForm::SpecialPurposeAssociation),
    ("Kommunal-IT", LegalForm::Gmbh),
    ("Rechenzentrum", LegalForm::PublicInstitution),
    ("IT-Genossenschaft", LegalForm::Eg),
];

/// Landscapes that are on no map.
const LANDSCAPES: &[&str] = &[
    "Auental",
    "Birkenmoor",
    "Buchengrund",
    "Dachsberg",
    "Drosselbach",
    "Ebereschen",
    "Eichwinkel",
    "Elsterau",
    "Erlengrund",
    "Falkenried",
    "Farnhain",
    "Finkenwald",
    "Fuchstal",
    "Ginsterheide",
    "Graureiher",
    "Haselgrund",
    "Heidelerche",
    "Hirschsprung",
    "Holunderhof",
    "Igelsbach",
    "Immental",
    "Jasminaue",
    "Kiebitzmoor",
    "Klatschmohn",
    "Kranichland",
    "Krähenfeld",
    "Lärchenhang",
    "Lerchenau",
    "Libellenteich",
    "Lindengau",
    "Luchsberg",
    "Maiengrün",
    "Marderbach",
    "Milansee",
    "Moosgrund",
    "Nachtviolental",
    "Ottersee",
    "Pappelried",
    "Pirolwald",
    "Rabenhang",
    "Rotbuchen",
    "Rohrdommel",
    "Sandlinde",
    "Schlehdorn",
    "Schwalbenau",
    "Silberdistel",
    "Sperberhorst",
    "Steinadler",
    "Storchenland",
    "Tannengau",
    "Uhufels",
    "Ulmenfeld",
    "Vogelbeeren",
    "Wacholderheide",
    "Weidenau",
    "Wiesental",
    "Wildrosen",
    "Zaunkönig",
    "Zeisigwald",
    "Zittergras",
];

/// An organisation with where its people live.
pub(super) struct Employer {
    pub(super) rows: NewRows,
    /// Gemeinden around its seat, weighted by inhabitants.
    pub(super) homes: Vec<(u64, Ags)>,
    /// How many people it brings, relative to others.
    pub(super) weight: u64,
}

/// All organisations of a plan; the first is the member manager's, the last the requester's.
pub(super) fn employers(plan: &Plan, reference: &Reference, now: Instant) -> Vec<Employer> {
    let mut chance = Chance::of(plan.seed, "federation", 0);
    let mut employers = Vec::new();
    for (land, count) in (1_u8..).zip(PROVIDERS) {
        for seat in largest(reference, land).into_iter().take(count) {
            let number = employers.len();
            employers.push(provider(&mut chance, reference, (number, seat), now));
        }
    }
    // The member manager's provider sits in the Land of the incident and serves the struck district.
    let home = employers
        .iter()
        .position(|employer| employer.rows.organisation.place.starts_with("15"))
        .unwrap_or(0);
    employers.swap(0, home);
    employers[0].rows.serves.push(Served {
        ags: REQUESTER_PLACE.to_owned(),
        whole: false,
    });
    employers[0].rows.organisation.participation = Participation::Agreed;
    let struck = employers.len() - 1;
    employers[struck].rows.struck_since = Some(now.plus_days(-3));
    employers.extend((0..TOWNS).map(|number| town(&mut chance, reference, number, now)));
    employers.push(requester(&mut chance, reference, now));
    employers
}

fn provider(
    chance: &mut Chance,
    reference: &Reference,
    (number, seat): (usize, &Region),
    now: Instant,
) -> Employer {
    let (kind, legal_form) = KINDS[number % KINDS.len()];
    let name = format!("{kind} {}", LANDSCAPES[number % LANDSCAPES.len()]);
    let served = seat.ags.kreis().map(|kreis| Served {
        ags: kreis.to_string(),
        whole: true,
    });
    let organisation = organisation(
        chance,
        (OrganisationKind::ItProvider, legal_form),
        (name, seat.ags.to_string()),
        now,
    );
    let rows = NewRows {
        organisation,
        serves: served.into_iter().collect(),
        struck_since: None,
    };
    Employer {
        rows,
        homes: homes(reference, seat),
        weight: 10 + chance.below(10),
    }
}

fn town(chance: &mut Chance, reference: &Reference, number: usize, now: Instant) -> Employer {
    let lands = [5, 9, 8, 3, 15, 14, 6, 7];
    let towns = largest(reference, lands[number % lands.len()]);
    let seat = towns[20 + number];
    let name = format!("{} {}", seat.designation.label(), seat.name);
    let kind = (
        OrganisationKind::Municipality,
        LegalForm::TerritorialAuthority,
    );
    let organisation = organisation(chance, kind, (name, seat.ags.to_string()), now);
    let rows = NewRows {
        organisation,
        serves: Vec::new(),
        struck_since: None,
    };
    Employer {
        rows,
        homes: homes(reference, seat),
        weight: 3,
    }
}

fn requester(chance: &mut Chance, reference: &Reference, now: Instant) -> Employer {
    let kind = (OrganisationKind::District, LegalForm::TerritorialAuthority);
    let mut organisation = organisation(
        chance,
        kind,
        (
            "Landkreis Anhalt-Bitterfeld".to_owned(),
            REQUESTER_PLACE.to_owned(),
        ),
        now,
    );
    organisation.member_from = None;
    let seat = REQUESTER_PLACE
        .parse()
        .ok()
        .and_then(|ags| reference.regions.get(ags));
    let homes = seat.map(|seat| homes(reference, seat)).unwrap_or_default();
    Employer {
        rows: NewRows {
            organisation,
            serves: Vec::new(),
            struck_since: None,
        },
        homes,
        weight: 0,
    }
}

fn organisation(
    chance: &mut Chance,
    (kind, legal_form): (OrganisationKind, LegalForm),
    (name, place): (String, String),
    now: Instant,
) -> Organisation {
    let created_at = now.plus_days(-chance.within(400..=900));
    let participation = [
        (80, Participation::Agreed),
        (12, Participation::NotNeeded),
        (6, Participation::Asked),
        (2, Participation::Refused),
    ];
    Organisation {
        id: OrganisationId(chance.ordered_uuid(created_at)),
        kind,
        name,
        legal_form,
        place,
        member_from: Some(created_at),
        member_until: None,
        nis2_status: Nis2Status::Unknown,
        yearly_person_days: chance
            .percent(25)
            .then(|| i32::from(chance.small(100..=400))),
        participation: chance.of_table(&participation),
        participation_since: created_at.plus_days(60),
        personal_response_history: false,
        duty_phone: Some(format!("+493023125{:03}", chance.below(1_000))),
        accident_insurer: None,
        liability_insurer: None,
        privacy_phone: None,
        created_at,
        version: 1,
    }
}

/// Gemeinden of a Land, the largest first.
fn largest(reference: &Reference, land: u8) -> Vec<&Region> {
    let mut places: Vec<_> = reference
        .regions
        .at_level(Level::Gemeinde)
        .filter(|region| region.ags.land().number() == land)
        .collect();
    places.sort_by_key(|region| (std::cmp::Reverse(region.pop_est), region.ags));
    places
}

/// Gemeinden of the Kreis a seat lies in.
fn homes(reference: &Reference, seat: &Region) -> Vec<(u64, Ags)> {
    let kreis = seat.ags.kreis().unwrap_or(seat.ags);
    let places = reference
        .regions
        .at_level(Level::Gemeinde)
        .filter(|region| kreis.contains(region.ags));
    places
        .map(|region| (u64::from(region.pop_est).max(1), region.ags))
        .collect()
}
