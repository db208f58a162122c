//! What the match page found, in words.

use std::collections::HashMap;

use web::Language;
use web::pages::{
    Candidate, Excluded, Factor, FactorKind, MatchResult, NeedResult, Team, TeamMember, TeamNeed,
};
use web::parts::{ExpertCard, Link};

use crate::ids::ExpertId;
use crate::matching::body::{CandidateBody, FactorBody, MatchBody, NeedBody, TeamBody};
use crate::pages::moment;
use crate::search::{self, CardView, Labels, SearchError};

/// The answer of the service in words.
pub(super) fn result(
    labels: &Labels<'_>,
    place: String,
    body: &MatchBody,
) -> Result<MatchResult, SearchError> {
    Ok(MatchResult {
        place,
        needs: body.needs.iter().map(|need| shown(labels, need)).collect(),
        team: team(labels, body)?,
        as_of: moment(body.as_of, labels.now, labels.language),
    })
}

fn shown(labels: &Labels<'_>, need: &NeedBody) -> NeedResult {
    let excluded = need.excluded.iter().map(|excluded| Excluded {
        count: excluded.count,
        text: labels.pick(&excluded.text).to_owned(),
    });
    NeedResult {
        label: label(labels, need),
        candidates: need
            .candidates
            .iter()
            .map(|found| candidate(labels, found))
            .collect(),
        eligible: need.eligible as usize,
        excluded: excluded.collect(),
        funnel: labels.pick(&need.funnel).to_owned(),
        relaxation: need
            .relaxation
            .as_ref()
            .map(|text| labels.pick(text).to_owned()),
    }
}

fn label(labels: &Labels<'_>, need: &NeedBody) -> String {
    match labels.language {
        Language::English if !need.label_en.is_empty() => need.label_en.clone(),
        Language::German | Language::English => need.label.clone(),
    }
}

fn candidate(labels: &Labels<'_>, found: &CandidateBody) -> Candidate {
    Candidate {
        card: labels.card(&found.expert),
        score_percent: percent(found.score),
        factors: found
            .factors
            .iter()
            .filter_map(|share| factor(labels, share))
            .collect(),
    }
}

fn factor(labels: &Labels<'_>, share: &FactorBody) -> Option<Factor> {
    let kind = match share.id.as_str() {
        "skill" => FactorKind::Skill,
        "travel" => FactorKind::Travel,
        "product" => FactorKind::Product,
        "availability" => FactorKind::Availability,
        "response" => FactorKind::Response,
        "fairness" => FactorKind::Fairness,
        "freshness" => FactorKind::Freshness,
        "legal" => FactorKind::Legal,
        _ => return None,
    };
    Some(Factor {
        kind,
        weight_percent: percent(share.weight),
        value_percent: percent(share.value),
        text: labels.pick(&share.text).to_owned(),
    })
}

fn team(labels: &Labels<'_>, body: &MatchBody) -> Result<Team, SearchError> {
    let TeamBody {
        members,
        covers,
        missing,
        proven,
        note,
    } = &body.team;
    let mut needs = Vec::new();
    for (need, cover) in body.needs.iter().zip(covers) {
        let mut places: Vec<(ExpertId, usize)> = Vec::new();
        for member in members.iter().filter(|member| member.need == cover.need) {
            match places.iter_mut().find(|(id, _)| *id == member.expert_id) {
                Some((_, taken)) => *taken += 1,
                None => places.push((member.expert_id, 1)),
            }
        }
        let members = places
            .into_iter()
            .map(|(id, places)| member(labels, body, (id, places)));
        needs.push(TeamNeed {
            label: label(labels, need),
            members: members.collect::<Result<_, _>>()?,
            filled: cover.filled,
            of: cover.of,
        });
    }
    Ok(Team {
        needs,
        missing: missing.iter().map(|id| labels.term(id)).collect(),
        is_proven: *proven,
        note: labels.pick(note).to_owned(),
    })
}

/// Somebody of the team; not everybody in it is among the candidates shown.
fn member(
    labels: &Labels<'_>,
    body: &MatchBody,
    (id, places): (ExpertId, usize),
) -> Result<TeamMember, SearchError> {
    let shown: HashMap<ExpertId, &CandidateBody> = body
        .needs
        .iter()
        .flat_map(|need| &need.candidates)
        .map(|candidate| (candidate.expert.id, candidate))
        .collect();
    let card = match shown.get(&id) {
        Some(candidate) => labels.card(&candidate.expert),
        None => unshown(labels, id)?,
    };
    let region = match (card.distance_km, labels.language) {
        (Some(km), Language::German) => format!("{}, ca. {km} km", card.region),
        (Some(km), Language::English) => format!("{}, about {km} km", card.region),
        (None, _) => card.region,
    };
    Ok(TeamMember {
        alias: Link {
            label: card.alias,
            href: card.href,
        },
        region,
        places,
    })
}

fn unshown(labels: &Labels<'_>, id: ExpertId) -> Result<ExpertCard, SearchError> {
    let document = labels
        .snapshot
        .index
        .find(id.0)?
        .ok_or(SearchError::NotFound)?;
    let view = CardView {
        snapshot: labels.snapshot,
        vocabulary: labels.snapshot.index.vocabulary(),
        language: labels.in_index(),
        now: labels.now,
    };
    Ok(labels.card(&search::card(&document, view, None)))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of one, clamped"
)]
fn percent(share: f64) -> u8 {
    (share * 100.0).round().clamp(0.0, 100.0) as u8
}
