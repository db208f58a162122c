//! The same ranking from plain documents, one after the other: slow, obvious, and what the columns
//! are held against.

use search_index::{
    Cefr, ExpertDocument, HitAddress, TermOrd, Vocabulary, rounded_km, unit_vector,
};

use super::model::ask::{Demand, NeedSkill};
use super::model::candidate::Candidate;
use super::model::ranking::{Contest, Ranking};
use super::model::skill::{Claim, Claims};

/// Ranks documents for a need as [`super::gather::rank`] ranks the entries of a snapshot.
///
/// The addresses say the position in the list.
pub fn rank(
    documents: &[ExpertDocument],
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
    limit: usize,
) -> Ranking {
    let mut contest = Contest::new(demand);
    for (entry, document) in documents.iter().enumerate() {
        let skills = demand.need.skills.iter();
        let claims: Vec<Claims> = skills
            .map(|asked| claims(document, *asked, vocabulary))
            .collect();
        let languages = demand.need.languages.iter();
        let languages: Vec<Option<Cefr>> = languages.map(|asked| cefr(document, *asked)).collect();
        let candidate = candidate(document, demand, &claims, &languages);
        contest.consider(HitAddress { segment: 0, entry }, &candidate);
    }
    contest.finish(limit)
}

fn candidate<'a>(
    document: &'a ExpertDocument,
    demand: &Demand<'_>,
    claims: &'a [Claims],
    languages: &'a [Option<Cefr>],
) -> Candidate<'a> {
    let base = document.base;
    let availability = &document.availability;

    Candidate {
        id: document.id,
        kind: document.kind,
        headcount: document.headcount,
        organisation: document.organisation,
        standing: document.standing,
        blocks: &document.blocks,
        land: base.land,
        km: rounded_km(unit_vector(base.lat, base.lon), demand.ask.place),
        radius_km: document.radius_km,
        mode: document.mode,
        max_days: document.max_days,
        notice_hours: document.notice_hours,
        clearance: (document.clearance, document.clearance_until),
        readiness: (availability.readiness, availability.from),
        weekdays: availability.weekdays,
        absences: &availability.absences,
        commitments: &availability.commitments,
        on_call: &availability.on_call,
        response: document.response,
        claims,
        languages,
    }
}

fn claims(document: &ExpertDocument, asked: NeedSkill, vocabulary: &Vocabulary) -> Claims {
    let mut claims = Claims::default();
    let broader = vocabulary.parent(asked.term);
    for skill in &document.skills {
        let held = Some(Claim {
            level: skill.level,
            evidence: skill.evidence,
        });
        let better = |best| Claim::better(best, held, asked.min_level);
        if skill.term == asked.term {
            claims.own = held;
        } else if is_below(skill.term, asked.term, vocabulary) {
            claims.narrower = better(claims.narrower);
        } else if Some(skill.term) == broader {
            claims.broader = held;
        } else if broader.is_some() && vocabulary.parent(skill.term) == broader {
            claims.sibling = better(claims.sibling);
        }
    }
    claims
}

fn is_below(term: TermOrd, above: TermOrd, vocabulary: &Vocabulary) -> bool {
    std::iter::successors(vocabulary.parent(term), |next| vocabulary.parent(*next))
        .any(|next| next == above)
}

fn cefr(document: &ExpertDocument, language: TermOrd) -> Option<Cefr> {
    let mut spoken = document.languages.iter();
    spoken
        .find(|spoken| spoken.term == language)
        .map(|spoken| spoken.cefr)
}
