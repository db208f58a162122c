//! What may become of a case. A case is open until it is decided or withdrawn; a decision can be taken back for ten
//! minutes, and that is the only way back.

use chrono::NaiveTime;

use super::{Assessment, Case, CaseKind, CaseState, Verdict};
use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::AccountId;

/// Seconds for which an assessment can be taken back.
const UNDO_SECONDS: i64 = 600;

/// Who assesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vetter {
    /// The account.
    pub account: AccountId,
    /// It is their own entry, or one of an organisation they belong to.
    pub is_close: bool,
}

/// Why something may not become of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is decided or withdrawn.
    #[error("the case is already decided")]
    Closed,
    /// This vetter has assessed it.
    #[error("you have assessed this case already")]
    AlreadyAssessed,
    /// Nobody vets themselves or a colleague.
    #[error("you cannot assess your own entry or that of your own organisation")]
    TooClose,
    /// It is an appeal of what this vetter said.
    #[error("somebody who assessed the case before cannot decide the appeal")]
    DecidedBefore,
    /// A revocation is not sent back or withdrawn.
    #[error("this is not possible in a case of this kind")]
    NotForThisKind,
    /// Only who spoke last takes it back.
    #[error("only who assessed last can take that back")]
    NotLast,
    /// Ten minutes are over.
    #[error("an assessment can be taken back for ten minutes only")]
    TooLate,
    /// Another case of the entry followed.
    #[error("another case of the entry followed")]
    Superseded,
    /// Only a rejection can be appealed.
    #[error("only a rejection can be appealed")]
    NotRejected,
    /// The rejection of an appeal is final.
    #[error("an appeal is possible only once")]
    AppealedAlready,
}

/// What a step does to the admission of the entry, in the same transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// An admission begins now.
    Grant,
    /// The admission that the case began ends now.
    TakeBack,
    /// All admissions end now.
    Revoke,
    /// What the case ended holds again.
    Restore,
}

impl Case {
    /// How many different people the weighty verdict takes.
    ///
    /// The extended grade and every revocation take two, the basic grade one, or two if the case is drawn (trust.md 5).
    pub fn assessors(&self) -> usize {
        match (self.kind, self.grade) {
            (CaseKind::Revocation, _) | (_, Grade::Extended) => 2,
            (CaseKind::Admission | CaseKind::Renewal, Grade::Basic) => {
                1 + usize::from(self.is_sampled)
            }
        }
    }

    /// Whether somebody may assess it now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_assess(&self, vetter: Vetter, now: Instant) -> Result<(), Refusal> {
        let said = |assessment: &Assessment| assessment.vetter == vetter.account;
        let is_barred = |barred: &[AccountId]| barred.contains(&vetter.account);
        if self.state != CaseState::Open || self.has_lapsed(now) {
            return Err(Refusal::Closed);
        }
        if self.assessments.iter().any(said) {
            return Err(Refusal::AlreadyAssessed);
        }
        if vetter.is_close {
            return Err(Refusal::TooClose);
        }
        if self
            .appeal
            .as_ref()
            .is_some_and(|appeal| is_barred(&appeal.barred))
        {
            return Err(Refusal::DecidedBefore);
        }
        Ok(())
    }

    /// Whether it is open, and somebody else has to assess it.
    pub fn waits_for_others(&self, vetter: Vetter, now: Instant) -> bool {
        self.state == CaseState::Open && self.may_assess(vetter, now).is_err()
    }

    /// Adds what a vetter says; the last one needed decides. Anything but the weighty verdict decides at once.
    ///
    /// Of those who spoke before, only who still may counts: `standing`.
    ///
    /// # Errors
    /// Why it may not; nothing has changed.
    pub fn assess(
        &mut self,
        vetter: Vetter,
        (verdict, reason): (Verdict, &str),
        standing: &[AccountId],
        now: Instant,
    ) -> Result<Option<Effect>, Refusal> {
        self.may_assess(vetter, now)?;
        let now = self.after_last(now);
        if (self.kind, verdict) == (CaseKind::Revocation, Verdict::RequestChanges) {
            return Err(Refusal::NotForThisKind);
        }
        self.assessments.push(Assessment {
            vetter: vetter.account,
            verdict,
            reason: reason.to_owned(),
            at: now,
        });
        let counts =
            |said: &&Assessment| said.vetter == vetter.account || standing.contains(&said.vetter);
        let is_enough = self.assessments.iter().filter(counts).count() >= self.assessors();
        if verdict == self.weighty() && !is_enough {
            return Ok(None);
        }
        Ok(self.decide(verdict, now))
    }

    /// Takes the last assessment back, and with it what it decided.
    ///
    /// # Errors
    /// Why it may not; nothing has changed.
    pub fn undo(
        &mut self,
        by: AccountId,
        is_superseded: bool,
        now: Instant,
    ) -> Result<Option<Effect>, Refusal> {
        let last = self.assessments.last().ok_or(Refusal::NotLast)?;
        if last.vetter != by {
            return Err(Refusal::NotLast);
        }
        if self.undo_until().is_none_or(|until| now >= until) {
            return Err(Refusal::TooLate);
        }
        let is_decided = self.state == CaseState::Decided;
        if is_decided && is_superseded {
            return Err(Refusal::Superseded);
        }
        self.assessments.pop();
        if is_decided {
            let effect = self.effect().map(Effect::reversed);
            self.state = CaseState::Open;
            self.outcome = None;
            self.decided_at = None;
            return Ok(effect);
        }
        // A revocation nobody speaks for any more is none.
        if self.kind == CaseKind::Revocation && self.assessments.is_empty() {
            self.state = CaseState::Withdrawn;
            return Ok(self.is_urgent.then_some(Effect::Restore));
        }
        Ok(None)
    }

    /// Until when the last assessment can be taken back; none when there is none, or the case was withdrawn.
    pub fn undo_until(&self) -> Option<Instant> {
        let spoken = match self.state {
            CaseState::Withdrawn => None,
            // A revocation that lapsed was decided by nobody.
            CaseState::Decided
                if self.decided_at != self.assessments.last().map(|last| last.at) =>
            {
                None
            }
            CaseState::Open | CaseState::Decided => self.assessments.last(),
        };
        spoken.map(|last| last.at.plus_seconds(UNDO_SECONDS))
    }

    /// The applicant takes the application back.
    ///
    /// # Errors
    /// It is no longer open, or no application.
    pub fn withdraw(&mut self) -> Result<(), Refusal> {
        match (self.state, self.kind) {
            (CaseState::Decided | CaseState::Withdrawn, _) => Err(Refusal::Closed),
            (CaseState::Open, CaseKind::Revocation) => Err(Refusal::NotForThisKind),
            (CaseState::Open, CaseKind::Admission | CaseKind::Renewal) => {
                self.state = CaseState::Withdrawn;
                Ok(())
            }
        }
    }

    /// Whether the applicant may ask others to look again.
    ///
    /// # Errors
    /// It is no rejection, the rejection of an appeal, or another case followed.
    pub fn may_appeal(&self, is_superseded: bool) -> Result<(), Refusal> {
        if self.state != CaseState::Decided || self.outcome != Some(Verdict::Reject) {
            return Err(Refusal::NotRejected);
        }
        if self.appeal.is_some() {
            return Err(Refusal::AppealedAlready);
        }
        if is_superseded {
            return Err(Refusal::Superseded);
        }
        Ok(())
    }

    /// Ends an urgent revocation that nobody confirmed in time: the admission holds again.
    ///
    /// # Errors
    /// It is decided, or has time left.
    pub fn lapse(&mut self, now: Instant) -> Result<Option<Effect>, Refusal> {
        if self.state != CaseState::Open || !self.has_lapsed(now) {
            return Err(Refusal::Closed);
        }
        Ok(self.decide(Verdict::Admit, now))
    }

    /// Who speaks second spoke later, also where the clock stands still: the order must be kept by the time alone.
    fn after_last(&self, now: Instant) -> Instant {
        let last = self.assessments.last();
        last.map_or(now, |said| {
            now.max(Instant::from_micros(said.at.as_micros() + 1))
        })
    }

    /// Whether vetters are told of it in the morning: until a day after the first one since it was opened, so that a late
    /// morning tells it too; or when it is overdue.
    pub fn is_pressing(&self, morning: NaiveTime, now: Instant) -> bool {
        now < self.opened_at.next(morning).plus_days(1) || self.due_at <= now
    }

    fn has_lapsed(&self, now: Instant) -> bool {
        self.is_urgent && now >= self.due_at
    }

    /// The verdict that takes as many people as [`Self::assessors`] says.
    fn weighty(&self) -> Verdict {
        match self.kind {
            CaseKind::Admission | CaseKind::Renewal => Verdict::Admit,
            CaseKind::Revocation => Verdict::Reject,
        }
    }

    fn decide(&mut self, outcome: Verdict, now: Instant) -> Option<Effect> {
        self.state = CaseState::Decided;
        self.outcome = Some(outcome);
        self.decided_at = Some(now);
        self.effect()
    }

    /// What the outcome does to the admission. An urgent revocation has acted before it is decided.
    fn effect(&self) -> Option<Effect> {
        match (self.kind, self.outcome?) {
            (CaseKind::Admission | CaseKind::Renewal, Verdict::Admit) => Some(Effect::Grant),
            (CaseKind::Revocation, Verdict::Reject) => (!self.is_urgent).then_some(Effect::Revoke),
            (CaseKind::Revocation, Verdict::Admit) => self.is_urgent.then_some(Effect::Restore),
            (CaseKind::Admission | CaseKind::Renewal, Verdict::Reject)
            | (_, Verdict::RequestChanges) => None,
        }
    }
}

impl Effect {
    fn reversed(self) -> Self {
        match self {
            Self::Grant => Self::TakeBack,
            Self::TakeBack => Self::Grant,
            Self::Revoke => Self::Restore,
            Self::Restore => Self::Revoke,
        }
    }
}
