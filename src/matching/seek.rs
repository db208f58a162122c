//! Who fits the needs of a request, best first, for whoever alerts them.

use std::collections::HashSet;
use std::sync::Arc;

use search_index::{HitAddress, IndexError, Language};

use super::body::{NewMatch, NewNeed};
use super::explain;
use super::gather::{self, Roll};
use super::model::ask::{Ask, Demand, Lands, Need, Sight};
use super::model::factors::Factor;
use super::model::ranking::Scored;
use super::request::{Asker, Lookup, Wanted};
use crate::clock::Instant;
use crate::ids::{ExpertId, OrganisationId};
use crate::organisations;
use crate::reference::{Phase, Reference, Text};
use crate::sealing::{Keyring, Purpose};
use crate::search::{self, Card, CardView, Publisher, SearchError, Snapshot};

/// What is told of why somebody fits.
const REASONS: [Factor; 3] = [Factor::Skill, Factor::Travel, Factor::Availability];

/// What a request asks.
#[derive(Clone, Debug)]
pub struct Sought {
    /// AGS of the Gemeinde or Kreis, or the key of a shared administration.
    pub place: String,
    /// The organisation that asks.
    pub requester: OrganisationId,
    /// What is seen.
    pub symptom: String,
    /// How far the incident has gone.
    pub phase: Phase,
    /// When help is to begin.
    pub from: Instant,
    /// For how many days.
    pub days: u16,
    /// Who is needed.
    pub needs: Vec<NewNeed>,
}

/// Somebody who fits a need.
#[derive(Clone, Debug)]
pub struct Fitting {
    /// The entry.
    pub expert: ExpertId,
    /// Why, in a sentence.
    pub why: Text,
    address: HitAddress,
}

/// One moment of the register to choose from.
#[derive(Clone, Debug)]
pub struct Seeker {
    snapshot: Arc<Snapshot>,
    reference: Arc<Reference>,
    tie_key: [u8; 32],
    now: Instant,
}

impl Seeker {
    /// The newest moment.
    ///
    /// # Errors
    /// The index is not ready yet, or the key ring fails.
    pub async fn begin(
        publisher: &Publisher,
        (reference, ring): (Arc<Reference>, &Keyring),
        now: Instant,
    ) -> Result<Self, SearchError> {
        let waited = publisher.wait_for(None).await;
        Ok(Self {
            snapshot: waited.ok_or(SearchError::NotReady)?.snapshot,
            reference,
            tie_key: ring.keyed_hash(Purpose::Ties, b"matching")?,
            now,
        })
    }

    /// Those who fit each need, best first, so many at most; those who are picked beyond them.
    ///
    /// # Errors
    /// Something asked is not known, or the work was cut off.
    pub async fn seek(
        &self,
        sought: Sought,
        (limit, picked): (usize, HashSet<ExpertId>),
    ) -> Result<Vec<Vec<Fitting>>, SearchError> {
        let (ask, needs) = self.ask(sought)?;
        let snapshot = self.snapshot.clone();
        let worked = tokio::task::spawn_blocking(move || {
            fitting(&snapshot, (&ask, &needs), (limit, &picked))
        });
        worked.await.map_err(|_| SearchError::NotReady)
    }

    /// Whether a request can be asked.
    ///
    /// # Errors
    /// What of it is not known, by its needs.
    pub fn check(&self, sought: Sought) -> Result<(), SearchError> {
        self.ask(sought).map(|_| ())
    }

    /// The masked card of somebody who fits.
    ///
    /// # Errors
    /// The index failed.
    pub fn card(&self, fitting: &Fitting, language: Language) -> Result<Card, IndexError> {
        let document = self.snapshot.index.document(fitting.address)?;
        let view = CardView {
            snapshot: &self.snapshot,
            vocabulary: self.snapshot.index.vocabulary(),
            language,
            now: self.now,
        };
        Ok(search::card(&document, view, None))
    }

    fn ask(&self, sought: Sought) -> Result<(Ask, Vec<Need>), SearchError> {
        let Sought {
            place,
            requester,
            symptom,
            phase,
            from,
            days,
            needs,
        } = sought;
        let seat = organisations::seat_of(&self.reference, &place);
        let new = NewMatch {
            municipality: seat.map_or(place, |seat| seat.to_string()),
            symptom,
            phase: Some(phase),
            struck_organisations: Vec::new(),
            from: Some(from),
            days: Some(days),
            needs: Some(needs),
            limit: None,
        };
        let lookup = Lookup {
            reference: &self.reference,
            vocabulary: self.snapshot.index.vocabulary(),
            directory: &self.snapshot.directory,
        };
        let asker = Asker {
            organisations: &[requester],
            now: self.now,
            tie_key: self.tie_key,
            sight: Sight::Everything,
            lands: Lands::EACH,
        };
        let found = lookup.ask(&new, Wanted::Sent, asker);
        found.map_err(SearchError::Invalid)
    }
}

fn fitting(
    snapshot: &Snapshot,
    (ask, needs): (&Ask, &[Need]),
    (limit, picked): (usize, &HashSet<ExpertId>),
) -> Vec<Vec<Fitting>> {
    let vocabulary = snapshot.index.vocabulary();
    let roll = Roll::call(&snapshot.index, ask);
    let each = needs.iter().map(|need| {
        let demand = Demand::new(ask, need);
        let all = if picked.is_empty() { limit } else { usize::MAX };
        let ranking = gather::rank(&roll, &demand, vocabulary, all);
        let ranked = ranking.best.into_iter().enumerate();
        let looked_at = ranked
            .filter(|(place, scored)| *place < limit || picked.contains(&ExpertId(scored.id)));
        let best = looked_at.map(|(_, scored): (usize, Scored)| Fitting {
            expert: ExpertId(scored.id),
            why: gather::visit(&roll, scored.address, &demand, vocabulary, |candidate| {
                let told =
                    REASONS.map(|factor| explain::strength(factor, candidate, &demand, vocabulary));
                let told: Vec<_> = told.into_iter().flatten().collect();
                let de = told.iter().map(|text| text.de.as_str());
                let en = told.iter().map(|text| match text.en.as_str() {
                    "" => text.de.as_str(),
                    en => en,
                });
                Text {
                    de: de.collect::<Vec<_>>().join(" · "),
                    en: en.collect::<Vec<_>>().join(" · "),
                }
            }),
            address: scored.address,
        });
        best.collect()
    });
    each.collect()
}
