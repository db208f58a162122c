//! The own organisation in words.

use web::Frame;
use web::pages::{Member, OrganisationPage, Participation as PageParticipation, ServedPlace};
use web::parts::Link;

use super::profile::{base_name, words};
use crate::experts::TeamEntry;
use crate::organisations::{OrganisationBody, Participation, form_words, kind_words};
use crate::pages::moment;
use crate::reference::AdministrationKey;
use crate::search::Labels;

/// The page of an organisation, with its entries for those who may list them.
pub(super) fn page(
    frame: Frame,
    labels: &Labels<'_>,
    body: OrganisationBody,
    team: Option<Vec<TeamEntry>>,
) -> OrganisationPage {
    let OrganisationBody {
        id: _,
        kind,
        name,
        legal_form,
        place,
        member,
        member_from: _,
        member_until: _,
        serves,
        home_providers,
        nis2_status: _,
        yearly_person_days,
        participation,
        participation_on: _,
        personal_response_history: _,
        duty_phone,
        accident_insurer,
        liability_insurer,
        privacy_phone,
        struck_since,
        created_at: _,
    } = body;
    OrganisationPage {
        name,
        kind: kind_words(kind),
        legal_form: form_words(legal_form),
        place: seat_name(labels, &place),
        is_member: member,
        struck_since: struck_since.map(|since| moment(since, labels.now, labels.language)),
        serves: serves
            .iter()
            .map(|served| ServedPlace {
                name: base_name(labels, &served.ags),
                is_whole: served.whole,
            })
            .collect(),
        home_providers: home_providers
            .into_iter()
            .map(|provider| provider.name)
            .collect(),
        participation: match participation {
            Participation::NotNeeded => PageParticipation::NotNeeded,
            Participation::Asked => PageParticipation::Asked,
            Participation::Agreed => PageParticipation::Agreed,
            Participation::Refused => PageParticipation::Refused,
        },
        yearly_person_days: yearly_person_days.and_then(|days| u32::try_from(days).ok()),
        duty_phone,
        accident_insurer,
        liability_insurer,
        privacy_phone,
        tasks: Vec::new(),
        members: team.map(|team| team.iter().map(|entry| shown(labels, entry)).collect()),
        vetting: Vec::new(),
        frame,
    }
}

fn shown(labels: &Labels<'_>, TeamEntry { entry, is_eligible }: &TeamEntry) -> Member {
    Member {
        alias: Link {
            label: entry.alias.clone(),
            href: format!("/eintraege/{}", entry.id),
        },
        headline: labels.pick(&entry.profile.headline).to_owned(),
        availability: words(labels).availability(&entry.availability),
        is_eligible: *is_eligible,
    }
}

/// A shared administration has a key of its own and no AGS.
fn seat_name(labels: &Labels<'_>, place: &str) -> String {
    let place = labels.reference.regions.today(place);
    let shared = AdministrationKey::try_from(place.clone())
        .ok()
        .and_then(|key| labels.reference.regions.administration(&key));
    shared.map_or_else(
        || base_name(labels, &place),
        |administration| administration.name.clone(),
    )
}
