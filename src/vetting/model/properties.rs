//! Whatever vetters and applicants do in whatever order, cases keep to their rules.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uuid::Uuid;

use super::rules::{Effect, Refusal, Vetter};
use super::{Appeal, Case, CaseKind, CaseState, Opening, Verdict, admitted_until};
use crate::clock::Instant;
use crate::experts::{Admission, Grade};
use crate::ids::{AccountId, ExpertId, VettingCaseId};

/// The last of them belongs to the applicant's house.
const VETTERS: u128 = 6;
const EXPERT: ExpertId = ExpertId(Uuid::from_u128(7));

#[derive(Clone, Debug)]
enum Step {
    Submit {
        grade: Grade,
        is_sampled: bool,
    },
    Assess {
        vetter: u128,
        verdict: Verdict,
    },
    Undo {
        vetter: u128,
    },
    Withdraw,
    Appeal,
    Revoke {
        vetter: u128,
        is_urgent: bool,
    },
    Lapse,
    /// A vetter is none any more, or one again.
    Turn {
        vetter: u128,
    },
    Wait {
        seconds: i64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let grade = prop_oneof![Just(Grade::Basic), Just(Grade::Extended)];
    let verdict = prop_oneof![
        4 => Just(Verdict::Admit),
        2 => Just(Verdict::Reject),
        1 => Just(Verdict::RequestChanges),
    ];
    let seconds = prop_oneof![
        4 => 1_i64..590,
        2 => 590_i64..610,
        1 => Just(8 * 86_400_i64),
        1 => Just(900 * 86_400_i64),
    ];
    prop_oneof![
        3 => (grade, any::<bool>()).prop_map(|(grade, is_sampled)| Step::Submit { grade, is_sampled }),
        8 => (0..VETTERS, verdict).prop_map(|(vetter, verdict)| Step::Assess { vetter, verdict }),
        4 => (0..VETTERS).prop_map(|vetter| Step::Undo { vetter }),
        1 => Just(Step::Withdraw),
        2 => Just(Step::Appeal),
        2 => (0..VETTERS, any::<bool>()).prop_map(|(vetter, is_urgent)| Step::Revoke { vetter, is_urgent }),
        2 => Just(Step::Lapse),
        1 => (0..VETTERS).prop_map(|vetter| Step::Turn { vetter }),
        3 => seconds.prop_map(|seconds| Step::Wait { seconds }),
    ]
}

/// A row of the admissions, as storage keeps it.
struct Held {
    of: VettingCaseId,
    admission: Admission,
    revoked_by: Option<VettingCaseId>,
}

struct Bench {
    now: Instant,
    cases: Vec<Case>,
    held: Vec<Held>,
    /// Who is a vetter now.
    standing: BTreeSet<AccountId>,
}

impl Bench {
    fn open(&mut self, opening: Opening, is_sampled: bool) {
        let barred = |of: VettingCaseId| {
            let appealed = self.cases.iter().find(|case| case.id == of).unwrap();
            appealed
                .assessments
                .iter()
                .map(|said| said.vetter)
                .collect()
        };
        let appeal = opening.appeal.map(|(of, grounds)| Appeal {
            barred: barred(of),
            of,
            grounds,
        });
        self.cases.push(Case {
            id: VettingCaseId(Uuid::from_u128(self.cases.len() as u128)),
            expert: EXPERT,
            kind: opening.kind,
            grade: opening.grade,
            is_sampled,
            state: CaseState::Open,
            outcome: None,
            opened_at: self.now,
            due_at: opening.due_at,
            decided_at: None,
            appeal,
            is_urgent: opening.is_urgent,
            assessments: Vec::new(),
        });
    }

    fn has_open(&self) -> bool {
        self.cases.iter().any(|case| case.state == CaseState::Open)
    }

    fn admissions(&self) -> Vec<Admission> {
        self.held.iter().map(|held| held.admission).collect()
    }

    fn holds(&self) -> bool {
        let holds =
            |held: &Held| held.admission.revoked_at.is_none() && self.now < held.admission.until;
        self.held.iter().any(holds)
    }

    fn apply(&mut self, effect: Option<Effect>) {
        let (now, case) = (self.now, self.cases.last().unwrap());
        let (id, grade) = (case.id, case.grade);
        match effect {
            None => {}
            Some(Effect::Grant) => self.held.push(Held {
                of: id,
                admission: Admission {
                    grade,
                    from: now,
                    until: admitted_until(EXPERT, now),
                    revoked_at: None,
                },
                revoked_by: None,
            }),
            Some(Effect::TakeBack) => {
                for held in self.held.iter_mut().filter(|held| held.of == id) {
                    held.admission.revoked_at.get_or_insert(now);
                }
            }
            Some(Effect::Revoke) => {
                let ends = |held: &&mut Held| held.admission.revoked_at.is_none();
                for held in self.held.iter_mut().filter(ends) {
                    held.admission.revoked_at = Some(now);
                    held.revoked_by = Some(id);
                }
            }
            Some(Effect::Restore) => {
                for held in self
                    .held
                    .iter_mut()
                    .filter(|held| held.revoked_by == Some(id))
                {
                    held.admission.revoked_at = None;
                    held.revoked_by = None;
                }
            }
        }
    }

    fn turn(&mut self, who: AccountId) {
        if !self.standing.remove(&who) {
            self.standing.insert(who);
        }
    }

    /// Takes a step the way the use cases do; nothing changes when the rules refuse it.
    fn take(&mut self, step: &Step) -> Result<(), Refusal> {
        let now = self.now;
        if let Step::Assess { vetter, .. } | Step::Undo { vetter } | Step::Revoke { vetter, .. } =
            *step
            && !self.standing.contains(&account(vetter))
        {
            return Ok(());
        }
        match *step {
            Step::Turn { vetter } => self.turn(account(vetter)),
            Step::Wait { seconds } => self.now = now.plus_seconds(seconds),
            Step::Submit { grade, is_sampled } => {
                if !self.has_open() {
                    let opening = Opening::application(grade, &self.admissions(), now);
                    self.open(opening, is_sampled);
                }
            }
            Step::Revoke { vetter, is_urgent } => {
                if self.has_open() || !self.holds() {
                    return Ok(());
                }
                if self::vetter(vetter).is_close {
                    return Err(Refusal::TooClose);
                }
                self.open(Opening::revocation(Grade::Extended, is_urgent, now), false);
                let case = self.cases.last_mut().unwrap();
                case.assess(self::vetter(vetter), (Verdict::Reject, ""), &[], now)?;
                self.apply(is_urgent.then_some(Effect::Revoke));
            }
            Step::Appeal => {
                let Some(last) = self.cases.last() else {
                    return Ok(());
                };
                last.may_appeal(false)?;
                let opening = Opening::appeal((last.id, last.kind), last.grade, "", now);
                self.open(opening, false);
            }
            _ => {
                let Some(last) = self.cases.last_mut() else {
                    return Ok(());
                };
                let effect = match *step {
                    Step::Assess { vetter, verdict } => {
                        let standing: Vec<_> = self.standing.iter().copied().collect();
                        let effect =
                            last.assess(self::vetter(vetter), (verdict, ""), &standing, now)?;
                        check_enough(last, &self.standing);
                        effect
                    }
                    Step::Undo { vetter } => last.undo(account(vetter), false, now)?,
                    Step::Lapse => last.lapse(now)?,
                    _ => last.withdraw().map(|()| None)?,
                };
                self.apply(effect);
            }
        }
        Ok(())
    }

    fn check(&self) {
        let open = self
            .cases
            .iter()
            .filter(|case| case.state == CaseState::Open);
        assert!(open.count() <= 1, "one case at a time");
        for case in &self.cases {
            check_votes(case);
            check_outcome(case);
        }
        assert_eq!(
            self.holds(),
            self.should_hold(),
            "what is decided is what holds"
        );
    }

    /// Whether the entry is admitted, by the decisions alone.
    fn should_hold(&self) -> bool {
        let is_revoked = |since: Instant| {
            self.cases.iter().any(|case| {
                let acts_from = match (case.state, case.outcome, case.is_urgent) {
                    (CaseState::Open, _, true)
                    | (CaseState::Decided, Some(Verdict::Reject), true) => Some(case.opened_at),
                    (CaseState::Decided, Some(Verdict::Reject), false) => case.decided_at,
                    _ => None,
                };
                case.kind == CaseKind::Revocation && acts_from.is_some_and(|from| since <= from)
            })
        };
        self.cases.iter().any(|case| {
            case.kind != CaseKind::Revocation
                && case.outcome == Some(Verdict::Admit)
                && case
                    .decided_at
                    .is_some_and(|at| self.now < admitted_until(EXPERT, at) && !is_revoked(at))
        })
    }
}

/// Nobody counts twice, and nobody counts who may not.
fn check_votes(case: &Case) {
    let who: BTreeSet<_> = case.assessments.iter().map(|said| said.vetter).collect();
    assert_eq!(who.len(), case.assessments.len(), "nobody counts twice");
    assert!(!who.contains(&account(VETTERS - 1)), "nobody close counts");
    if let Some(appeal) = &case.appeal {
        assert!(
            appeal.barred.iter().all(|barred| !who.contains(barred)),
            "nobody decides again"
        );
    }
}

/// Right after somebody spoke: the weighty verdict holds by enough people who still may, and only then.
fn check_enough(case: &Case, standing: &BTreeSet<AccountId>) {
    let needed = match (case.kind, case.grade, case.is_sampled) {
        (CaseKind::Revocation, ..) | (_, Grade::Extended, _) | (_, _, true) => 2,
        (_, Grade::Basic, false) => 1,
    };
    let counted = case
        .assessments
        .iter()
        .filter(|said| standing.contains(&said.vetter));
    let is_enough = counted.count() >= needed;
    if case.outcome == Some(weighty(case)) || case.state == CaseState::Open {
        assert_eq!(case.state == CaseState::Decided, is_enough);
    }
}

fn weighty(case: &Case) -> Verdict {
    match case.kind {
        CaseKind::Admission | CaseKind::Renewal => Verdict::Admit,
        CaseKind::Revocation => Verdict::Reject,
    }
}

/// Each state is there by its rule alone.
fn check_outcome(case: &Case) {
    let verdicts: Vec<_> = case.assessments.iter().map(|said| said.verdict).collect();
    let (before, last) = match verdicts.split_last() {
        Some((last, before)) => (before, Some(*last)),
        None => (&[][..], None),
    };
    let has_lapsed = case.is_urgent && case.decided_at.is_some_and(|at| at >= case.due_at);
    let is_weighty = |verdict: &Verdict| *verdict == weighty(case);
    assert!(
        before.iter().all(is_weighty),
        "any other verdict decides at once"
    );
    match (case.state, case.outcome) {
        (CaseState::Decided, Some(Verdict::Admit)) if has_lapsed => {
            assert!(last.iter().all(is_weighty), "nobody said so");
        }
        (CaseState::Decided, Some(outcome)) => assert_eq!(last, Some(outcome)),
        (CaseState::Open, None) => assert!(last.iter().all(is_weighty)),
        (CaseState::Withdrawn, None) => assert!(case.decided_at.is_none()),
        other => panic!("{other:?}"),
    }
}

/// Which ways there are, and whose step leads along each.
fn check_way(step: &Step, before: &[Case], after: &[Case], now: Instant) {
    assert!(after.len() - before.len() <= 1, "no case vanishes");
    for (was, is) in before.iter().zip(after) {
        if was == is {
            continue;
        }
        assert_eq!(
            was.id,
            before.last().unwrap().id,
            "only the last case moves"
        );
        let is_allowed = match (was.state, is.state, step) {
            (CaseState::Open, CaseState::Open, Step::Assess { .. } | Step::Undo { .. })
            | (CaseState::Open, CaseState::Decided, Step::Assess { .. }) => true,
            (CaseState::Open, CaseState::Decided, Step::Lapse) => {
                was.is_urgent && now >= was.due_at
            }
            (CaseState::Open, CaseState::Withdrawn, Step::Withdraw) => {
                was.kind != CaseKind::Revocation
            }
            (CaseState::Open, CaseState::Withdrawn, Step::Undo { .. }) => {
                was.kind == CaseKind::Revocation
            }
            (CaseState::Decided, CaseState::Open, Step::Undo { vetter }) => {
                let last = was.assessments.last().unwrap();
                last.vetter == account(*vetter)
                    && now < last.at.plus_seconds(600)
                    && was.decided_at == Some(last.at)
            }
            _ => false,
        };
        assert!(is_allowed, "{:?} to {:?} by {step:?}", was.state, is.state);
    }
}

fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn vetter(number: u128) -> Vetter {
    Vetter {
        account: account(number),
        is_close: number == VETTERS - 1,
    }
}

proptest! {
    #[test]
    fn cases_keep_to_their_rules(steps in prop::collection::vec(step(), 1..60)) {
        let mut bench = Bench { now: Instant::from_micros(0), cases: Vec::new(), held: Vec::new(), standing: (0..VETTERS).map(account).collect() };

        for step in steps {
            bench.now = bench.now.plus_seconds(1);
            let (now, before) = (bench.now, bench.cases.clone());
            let taken = bench.take(&step);

            if taken.is_err() {
                prop_assert_eq!(&before, &bench.cases, "what is refused changes nothing");
            }
            check_way(&step, &before, &bench.cases, now);
            bench.check();
        }
    }
}
