//! What an entry claims, as the index knows it: skills, certificates, languages.

use search_index::{Cefr, Certification, Evidence, LanguageSkill, Skill, TermOrd, Vocabulary};

use crate::clock::Instant;
use crate::experts::{self, Entry, EntryKind, Grade};
use crate::reference::{Taxonomy, Term};

/// The skills that count now: who is admitted at the basic grade alone has shown nobody what the extended one is for
/// (trust.md 5). A capacity is not vetted.
pub(super) fn covered<'a>(
    entry: &'a Entry,
    taxonomy: &'a Taxonomy,
    now: Instant,
) -> impl Iterator<Item = &'a experts::Skill> {
    let is_basic = entry.kind == EntryKind::Person && entry.grade(now) == Some(Grade::Basic);
    let is_beyond = move |skill: &experts::Skill| {
        is_basic
            && taxonomy
                .term(&skill.id)
                .is_some_and(Term::needs_extended_admission)
    };
    let skills = entry.profile.skills.iter();
    skills.filter(move |skill| !is_beyond(skill))
}

pub(super) fn skills<'a>(
    held: impl IntoIterator<Item = &'a experts::Skill>,
    vocabulary: &Vocabulary,
) -> Vec<Skill> {
    let skill = |held: &experts::Skill| {
        Some(Skill {
            term: vocabulary.ord(&held.id)?,
            level: held.level,
            evidence: evidence(held.evidence),
        })
    };
    best(held.into_iter().filter_map(skill), |skill| {
        (skill.term, skill.level)
    })
}

/// Of those about one term the one with the highest grade, in the order they came.
fn best<T, G: Ord>(held: impl Iterator<Item = T>, of: impl Fn(&T) -> (TermOrd, G)) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in held {
        let (term, grade) = of(&one);
        match kept.iter_mut().find(|other| of(other).0 == term) {
            Some(other) if of(other).1 < grade => *other = one,
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept
}

pub(super) fn certifications(entry: &Entry, vocabulary: &Vocabulary) -> Vec<Certification> {
    let certification = |held: &experts::Certification| {
        let valid_until = held
            .valid_until
            .map(|day| Instant::end_of(day).as_seconds());
        Some(Certification {
            term: vocabulary.ord(&held.id)?,
            valid_until,
        })
    };
    let held = entry.profile.certifications.iter();
    best(held.filter_map(certification), |held| {
        (held.term, held.valid_until.unwrap_or(i64::MAX))
    })
}

pub(super) fn languages(
    spoken: &[experts::LanguageSkill],
    vocabulary: &Vocabulary,
) -> Vec<LanguageSkill> {
    let language = |spoken: &experts::LanguageSkill| {
        Some(LanguageSkill {
            term: vocabulary.ord(&spoken.id)?,
            cefr: cefr(spoken.cefr),
        })
    };
    best(spoken.iter().filter_map(language), |spoken| {
        (spoken.term, spoken.cefr)
    })
}

fn evidence(evidence: experts::Evidence) -> Evidence {
    match evidence {
        experts::Evidence::SelfDeclared => Evidence::SelfDeclared,
        experts::Evidence::Employer => Evidence::Employer,
        experts::Evidence::Certified => Evidence::Certified,
        experts::Evidence::Deployment => Evidence::Deployment,
    }
}

fn cefr(cefr: experts::Cefr) -> Cefr {
    match cefr {
        experts::Cefr::A1 => Cefr::A1,
        experts::Cefr::A2 => Cefr::A2,
        experts::Cefr::B1 => Cefr::B1,
        experts::Cefr::B2 => Cefr::B2,
        experts::Cefr::C1 => Cefr::C1,
        experts::Cefr::C2 => Cefr::C2,
    }
}
