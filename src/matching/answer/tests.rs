//! Whole answers.

use proptest::prelude::*;
use search_index::{Axis, EntryKind, ExpertDocument, Readiness};
use uuid::Uuid;

use super::{Answer, answer};
use crate::matching::model::ask::{Ask, Headcount, Need, Sight, WorkPlace};
use crate::matching::register::{
    FORENSICS, GERMAN, IDENTITY, VEEAM, any_documents, document, skill, snapshot, vocabulary,
};
use crate::matching::sample::{self, asked};

fn ask() -> Ask {
    Ask {
        place: search_index::unit_vector(51.48, 11.97),
        ..sample::ask()
    }
}

fn forensics(desired: u16) -> Need {
    Need {
        skills: vec![asked(FORENSICS.0, Axis::Role, true)],
        languages: vec![GERMAN],
        headcount: Headcount { min: 1, desired },
        ..sample::need()
    }
}

fn answer_to(needs: &[Need], documents: &[ExpertDocument]) -> Answer {
    answer(&snapshot(documents), &vocabulary(), &ask(), needs, 10)
}

/// The answer to somebody who sees cards only.
fn masked(needs: &[Need], documents: &[ExpertDocument]) -> Answer {
    let ask = Ask {
        sight: Sight::Cards,
        ..ask()
    };
    answer(&snapshot(documents), &vocabulary(), &ask, needs, 10)
}

/// The entry without anything in its way that stands on no card.
fn unhindered(document: &ExpertDocument) -> ExpertDocument {
    let mut free = document.clone();
    free.availability.absences.clear();
    free.availability.commitments.clear();
    // Who helps remotely only says so on the card.
    if free.availability.readiness == Readiness::Within72Hours {
        free.availability.readiness = Readiness::Now;
    }
    free.standing.days_left = None;
    free.radius_km = 1_500;
    free.blocks.clear();
    free.organisation = Uuid::from_u128(1_000);
    free
}

/// The entry blocked, if it can be found and is no candidate for reasons that stand on no card alone.
fn blocked_instead(document: &ExpertDocument, need: &Need) -> Option<ExpertDocument> {
    let fits = |document: &ExpertDocument| {
        let needs = std::slice::from_ref(need);
        masked(needs, std::slice::from_ref(document)).needs[0].eligible == 1
    };
    let is_visible = document
        .standing
        .eligible()
        .is_some_and(|(from, until)| from <= sample::NOW && sample::NOW < until);
    let mut blocked = unhindered(document);
    if !is_visible || fits(document) || !fits(&blocked) {
        return None;
    }
    blocked.blocks = ask().requesters;
    Some(blocked)
}

#[test]
fn each_candidate_comes_with_eight_factors_that_sum_to_its_score() {
    let answer = answer_to(&[forensics(1)], &[document(1), document(2)]);

    for candidate in &answer.needs[0].candidates {
        let points: i64 = candidate.factors.iter().map(|share| share.points).sum();
        assert_eq!(points, candidate.score);
        assert!(
            candidate
                .factors
                .iter()
                .all(|share| !share.text.de.is_empty())
        );
    }
    assert_eq!(answer.needs[0].eligible, 2);
    assert_eq!(
        answer.needs[0].funnel.de,
        "Von 2 Einträgen erfüllen 2 alle Bedingungen."
    );
}

#[test]
fn exclusions_are_told_by_reason() {
    let mut hidden = document(1);
    hidden.standing.consent = None;

    let answer = answer_to(&[forensics(1)], &[hidden, document(2)]);

    let excluded = &answer.needs[0].excluded;
    assert_eq!(
        (excluded[0].reason, excluded[0].count),
        ("CONSENT", Some(1))
    );
    assert_eq!(
        excluded[0].text.de,
        "Hat der Anzeige im Kataster nicht zugestimmt"
    );
}

#[test]
fn a_product_may_be_brought_by_any_member() {
    let product = Need {
        skills: vec![
            asked(FORENSICS.0, Axis::Role, true),
            asked(VEEAM.0, Axis::Product, false),
        ],
        ..forensics(1)
    };
    let identity = Need {
        skills: vec![asked(IDENTITY.0, Axis::Domain, true)],
        ..forensics(1)
    };
    let mut administrator = document(2);
    administrator.skills = vec![skill(IDENTITY, 3), skill(VEEAM, 3)];
    let equals = (3..9).map(|id| {
        let mut equal = document(id);
        equal.skills = vec![skill(IDENTITY, 3)];
        equal
    });
    let documents: Vec<_> = [document(1), administrator]
        .into_iter()
        .chain(equals)
        .collect();

    let answer = answer_to(&[product, identity], &documents);

    let members: Vec<_> = answer
        .team
        .members
        .iter()
        .map(|member| (member.need, member.id))
        .collect();
    assert_eq!(members, [(0, Uuid::from_u128(1)), (1, Uuid::from_u128(2))]);
    assert_eq!(answer.team.note.de, "Alle Plätze sind besetzt.");
}

#[test]
fn a_capacity_takes_as_many_places_as_it_has_heads() {
    let mut team = document(1);
    team.kind = EntryKind::Capacity;
    team.headcount = 2;

    let answer = answer_to(&[forensics(3)], &[team]);

    assert_eq!(answer.team.members.len(), 2);
    assert_eq!(
        (answer.team.covers[0].filled, answer.team.covers[0].of),
        (2, 3)
    );
}

#[test]
fn what_would_help_is_in_the_note() {
    let mut remote = document(1);
    remote.mode = search_index::WorkMode::Remote;

    let answer = answer_to(&[forensics(1)], &[remote]);

    assert_eq!(
        answer.team.note.de,
        "Noch offen: IT-Forensik (0 von 1 besetzt). IT-Forensik: Wenn Hilfe aus der Ferne genügt, kommt 1 Fachkraft in \
         Frage."
    );
}

#[test]
fn an_empty_register_gives_an_answer() {
    let answer = answer_to(&[forensics(1)], &[]);

    assert_eq!(
        answer.needs[0].funnel.de,
        "Von 0 Einträgen erfüllen 0 alle Bedingungen."
    );
    assert!(answer.team.members.is_empty());
}

/// An answer without where the entries stand.
fn told(answer: &Answer) -> impl PartialEq + std::fmt::Debug + use<> {
    let needs: Vec<_> = answer
        .needs
        .iter()
        .map(|need| {
            let candidates: Vec<_> = need
                .candidates
                .iter()
                .map(|c| (c.id, c.factors.clone()))
                .collect();
            (
                candidates,
                need.eligible,
                need.excluded.clone(),
                need.relaxation,
            )
        })
        .collect();
    let members: Vec<_> = answer
        .team
        .members
        .iter()
        .map(|member| (member.need, member.id))
        .collect();
    (needs, members, answer.team.note.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_order_of_the_register_does_not_matter(documents in any_documents(30)) {
        let either = Need { place: WorkPlace::Either, ..forensics(2) };
        let needs = [forensics(2), either];
        let mut reversed = documents.clone();
        reversed.reverse();

        prop_assert_eq!(told(&answer_to(&needs, &documents)), told(&answer_to(&needs, &reversed)));
    }

    #[test]
    fn every_entry_is_counted_once(documents in any_documents(30)) {
        let answer = answer_to(&[forensics(2)], &documents);

        let need = &answer.needs[0];
        let excluded: u32 = need.excluded.iter().filter_map(|exclusion| exclusion.count).sum();
        prop_assert_eq!(usize::try_from(need.eligible + excluded).unwrap(), documents.len());
    }

    /// One and the same register but for why some entries are no candidates, as far as no card says so: who sees cards
    /// only gets one and the same answer.
    #[test]
    fn what_stands_on_no_card_cannot_be_told_from_an_answer(mut documents in any_documents(20), far in 1..4_u128) {
        for id in 0..far {
            let mut away = document(id << 64 | 1);
            away.radius_km = 0;
            away.mode = search_index::WorkMode::OnSite;
            away.base.lat = 54.0;
            documents.push(away);
        }
        let need = forensics(2);
        let blocked: Vec<_> = documents
            .iter()
            .map(|document| blocked_instead(document, &need).unwrap_or_else(|| document.clone()))
            .collect();
        let changed = documents.iter().zip(&blocked).filter(|(one, other)| one != other).count();

        prop_assert!(changed >= usize::try_from(far).unwrap());
        let needs = [need];
        prop_assert_eq!(told(&masked(&needs, &documents)), told(&masked(&needs, &blocked)));
        prop_assert_ne!(told(&answer_to(&needs, &documents)), told(&answer_to(&needs, &blocked)));
    }

    #[test]
    fn those_who_see_cards_get_no_number_of_one_or_two(documents in any_documents(30)) {
        let answer = masked(&[forensics(2)], &documents);

        for need in &answer.needs {
            prop_assert!(need.excluded.iter().all(|excluded| excluded.count.is_none_or(|count| count >= 3)));
            prop_assert!(need.relaxation.is_none_or(|found| found.yields.is_none_or(|count| count >= 3)));
        }
    }

    #[test]
    fn nobody_is_on_the_team_twice(documents in any_documents(30)) {
        let either = Need { place: WorkPlace::Either, ..forensics(3) };
        let answer = answer_to(&[forensics(3), either], &documents);

        for document in &documents {
            let seats = answer.team.members.iter().filter(|member| member.id == document.id).count();
            prop_assert!(seats <= usize::from(document.headcount));
        }
    }
}
