//! Matching under a permit.

use std::collections::BTreeSet;
use std::time::Instant as Stopwatch;

use search_index::{IndexError, Language, Localised};

use super::answer::{Answer, FactorShare, Match, NeedAnswer, answer};
use super::body::{
    CandidateBody, ClearanceLevel, CoverBody, ExcludedBody, FactorBody, MatchBody, MemberBody,
    NeedBody, NewMatch, NewNeed, SetAside, TeamBody,
};
use super::explain;
use super::model::ask::{Ask, Lands, Need, Sight};
use super::model::window::HOUR;
use super::request::{Asker, Lookup, Wanted};
use crate::access::action::{MatchExperts, SearchInternals};
use crate::access::{Permit, Role};
use crate::app::AppState;
use crate::clock::Instant;
use crate::ids::{ExpertId, OrganisationId};
use crate::reference::Text;
use crate::sealing::Purpose;
use crate::search::{self, CardView, SearchError, Snapshot, Waited};

/// Candidates a need of a request that does not say.
const LIMIT: usize = 10;
/// Weights are of so many.
const WEIGHTS: f64 = 1_000.0;
/// Values are of so many.
const VALUES: f64 = 10_000.0;

/// Answers a request; whether the snapshot is older than was asked for beside it.
///
/// # Errors
/// Invalid fields, a used-up allowance, or the index or storage failed.
pub(super) async fn find(
    app: &AppState,
    permit: &Permit<MatchExperts>,
    (new, wanted): (&NewMatch, Wanted<'_>),
    (language, min_generation): (Language, Option<i64>),
) -> Result<(MatchBody, bool), SearchError> {
    let started = Stopwatch::now();
    let Waited {
        snapshot,
        is_behind,
    } = app
        .search
        .wait_for(min_generation)
        .await
        .ok_or(SearchError::NotReady)?;
    let (ask, needs) = ask(app, permit, &snapshot, (new, wanted))?;
    let sight = ask.sight;
    let is_limited = sight == Sight::Cards;
    if is_limited {
        app.allowances
            .draw_place(&app.db, permit.caller(), &new.municipality)
            .await?;
    }
    let limit = new.limit.unwrap_or(LIMIT);
    let shared = snapshot.clone();
    let worked = tokio::task::spawn_blocking(move || {
        (
            answer(
                &shared.index,
                shared.index.vocabulary(),
                &ask,
                &needs,
                limit,
            ),
            ask,
            needs,
        )
    })
    .await;
    let (found, ask, needs) = worked.map_err(|_| SearchError::NotReady)?;
    search::count_cards(app, permit, &snapshot, &shown(&found)).await?;
    let view = CardView {
        snapshot: &snapshot,
        vocabulary: snapshot.index.vocabulary(),
        language,
        now: app.db.clock().now(),
    };
    let mut body = Writer {
        view,
        place: ask.place,
        set_aside: set_aside(new, &ask),
    }
    .body(&found, &needs)?;
    body.took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    Ok((body, is_behind))
}

/// What is asked, by whom, now.
fn ask(
    app: &AppState,
    permit: &Permit<MatchExperts>,
    snapshot: &Snapshot,
    (new, wanted): (&NewMatch, Wanted<'_>),
) -> Result<(Ask, Vec<Need>), SearchError> {
    let (sight, lands) = match permit.also::<SearchInternals>() {
        Some(_) => (Sight::Everything, Lands::EACH),
        None => (Sight::Cards, Lands(snapshot.shown_numbers())),
    };
    let asker = Asker {
        sight,
        lands,
        organisations: &asks_for(permit),
        now: app.db.clock().now(),
        tie_key: app.keyring.keyed_hash(Purpose::Ties, b"matching")?,
    };
    let lookup = Lookup {
        reference: &app.reference,
        vocabulary: snapshot.index.vocabulary(),
        directory: &snapshot.directory,
    };
    lookup.ask(new, wanted, asker).map_err(SearchError::Invalid)
}

/// What of a request is not applied for the caller.
fn set_aside(new: &NewMatch, ask: &Ask) -> Vec<SetAside> {
    let is_cleared = |need: &NewNeed| need.clearance != ClearanceLevel::None;
    let asks_clearance = new.needs.iter().flatten().any(is_cleared);
    let is_elsewhere = |from: Instant| (from.as_seconds() - ask.from).abs() >= HOUR;
    let is_widened =
        new.days.is_some_and(|days| days != ask.days) || new.from.is_some_and(is_elsewhere);
    let given = [
        (
            SetAside::StruckOrganisations,
            !new.struck_organisations.is_empty(),
        ),
        (SetAside::Clearance, asks_clearance),
        (SetAside::Period, is_widened),
    ];
    match ask.sight {
        Sight::Everything => Vec::new(),
        Sight::Cards => given
            .into_iter()
            .filter_map(|(what, is_given)| is_given.then_some(what))
            .collect(),
    }
}

/// The entries an answer shows, each once.
fn shown(found: &Answer) -> Vec<ExpertId> {
    let candidates = found.needs.iter().flat_map(|need| &need.candidates);
    let ids: BTreeSet<_> = candidates
        .map(|candidate| candidate.id)
        .chain(found.team.members.iter().map(|member| member.id))
        .collect();
    ids.into_iter().map(ExpertId).collect()
}

/// The organisations a requester asks for.
pub(super) fn asks_for(permit: &Permit<MatchExperts>) -> Vec<OrganisationId> {
    let grants = permit.caller().grants.iter();
    grants
        .filter(|grant| grant.role == Role::Requester)
        .filter_map(|grant| grant.organisation)
        .collect()
}

/// Writes an answer as JSON.
struct Writer<'a> {
    view: CardView<'a>,
    place: [f32; 3],
    set_aside: Vec<SetAside>,
}

impl Writer<'_> {
    fn body(&self, found: &Answer, needs: &[Need]) -> Result<MatchBody, IndexError> {
        let snapshot: &Snapshot = self.view.snapshot;
        let bodies = needs
            .iter()
            .zip(&found.needs)
            .map(|(need, answer)| self.need(need, answer));
        Ok(MatchBody {
            needs: bodies.collect::<Result<_, _>>()?,
            team: self.team(found),
            set_aside: self.set_aside.clone(),
            generation: snapshot.generation,
            took_us: 0,
            as_of: snapshot.as_of,
        })
    }

    fn need(&self, need: &Need, answer: &NeedAnswer) -> Result<NeedBody, IndexError> {
        let NeedAnswer {
            candidates,
            eligible,
            excluded,
            funnel,
            relaxation,
        } = answer;
        Ok(NeedBody {
            label: need.label.de.clone(),
            label_en: need.label.en.clone(),
            candidates: candidates
                .iter()
                .map(|candidate| self.candidate(candidate))
                .collect::<Result<_, _>>()?,
            eligible: *eligible,
            excluded: excluded
                .iter()
                .map(|excluded| ExcludedBody {
                    reason: excluded.reason.to_owned(),
                    count: excluded.count,
                    text: text(&excluded.text),
                })
                .collect(),
            funnel: text(funnel),
            relaxation: relaxation.map(|relaxation| text(&explain::relaxation(need, relaxation))),
        })
    }

    fn candidate(&self, candidate: &Match) -> Result<CandidateBody, IndexError> {
        let document = self.view.snapshot.index.document(candidate.address)?;
        let base = search_index::unit_vector(document.base.lat, document.base.lon);
        let km = search_index::rounded_km(base, self.place);
        Ok(CandidateBody {
            expert: search::card(&document, self.view, Some(km)),
            score: ratio(candidate.score, WEIGHTS * VALUES),
            factors: candidate.factors.iter().map(factor).collect(),
        })
    }

    fn team(&self, found: &Answer) -> TeamBody {
        let team = &found.team;
        let mut note = text(&team.note);
        for further in self.set_aside.iter().map(|what| explain::set_aside(*what)) {
            note.de = format!("{} {}", note.de, further.de);
            note.en = format!("{} {}", note.en, further.en);
        }
        TeamBody {
            members: team
                .members
                .iter()
                .map(|member| MemberBody {
                    need: member.need,
                    expert_id: ExpertId(member.id),
                })
                .collect(),
            covers: team
                .covers
                .iter()
                .map(|cover| CoverBody {
                    need: cover.need,
                    filled: cover.filled,
                    of: cover.of,
                })
                .collect(),
            missing: team
                .missing
                .iter()
                .map(|term| self.view.vocabulary.term(*term).id.clone())
                .collect(),
            proven: team.proven,
            note,
        }
    }
}

fn factor(share: &FactorShare) -> FactorBody {
    FactorBody {
        id: share.factor.id().to_owned(),
        weight: ratio(share.weight, WEIGHTS),
        value: ratio(share.value, VALUES),
        text: text(&share.text),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "at most 10,000,000: exact in a float"
)]
fn ratio(part: i64, whole: f64) -> f64 {
    part as f64 / whole
}

fn text(text: &Localised) -> Text {
    let en = if text.en.is_empty() {
        &text.de
    } else {
        &text.en
    };
    Text {
        de: text.de.clone(),
        en: en.clone(),
    }
}
