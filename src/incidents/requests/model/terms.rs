//! What a yes means for a need.

use super::quiet::on_site_from;
use super::{Alert, AnswerKind};
use crate::clock::Instant;
use crate::incidents::deployments::{BLOCK_DAYS, Terms};
use crate::matching::NewNeed;
use crate::reference::NeedMode;

/// Seconds a first call takes at most.
const FIRST_CALL: i64 = 2 * 3_600;
/// Help begins at most so many days late.
const LATEST_DAYS: i64 = 1;

/// A yes as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yes {
    /// What.
    pub kind: AnswerKind,
    /// From when, if they say.
    pub from: Option<Instant>,
    /// They are rested and keep their rest.
    pub is_rested: bool,
}

/// Why a yes cannot be taken so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It needs the word that they are rested (trust.md 16).
    NotRested,
    /// The need is met from afar only, or at the place only.
    OtherMode,
    /// It begins too late, or in the past.
    From,
}

/// What somebody may say to a need, in the order of its page.
pub fn offered(need: &NewNeed) -> Vec<AnswerKind> {
    use AnswerKind::{FirstCall, No, NotTonight, OnSite, Remote};
    let yes: &[AnswerKind] = match (need.first_call, need.mode) {
        (true, _) => &[FirstCall],
        (false, NeedMode::Remote) => &[FirstCall, Remote],
        (false, NeedMode::OnSite) => &[FirstCall, OnSite],
        (false, NeedMode::Either) => &[FirstCall, Remote, OnSite],
    };
    yes.iter().copied().chain([No, NotTonight]).collect()
}

/// What a yes means for a need: a first call is one whatever the need, all else begins when the person says, within a day
/// of when it is needed, and lasts as long as the need, a block of seven days at most: then they are asked again, or
/// somebody else takes over.
///
/// # Errors
/// Why it cannot be taken so.
pub fn terms(
    (need, from, days): (&NewNeed, Instant, u16),
    yes: Yes,
    now: Instant,
) -> Result<Terms, Refused> {
    let needed = from.max(now);
    if yes.kind == AnswerKind::FirstCall || need.first_call {
        let begins = yes.from.unwrap_or(now).max(now);
        if begins > needed.plus_days(LATEST_DAYS) {
            return Err(Refused::From);
        }
        return Ok(Terms {
            is_first_call: true,
            is_on_site: false,
            from: begins,
            until: begins.plus_seconds(FIRST_CALL),
        });
    }
    let is_on_site = yes.kind == AnswerKind::OnSite;
    let fits = match need.mode {
        NeedMode::OnSite => is_on_site,
        NeedMode::Remote => !is_on_site,
        NeedMode::Either => true,
    };
    if !fits {
        return Err(Refused::OtherMode);
    }
    if !yes.is_rested {
        return Err(Refused::NotRested);
    }
    let earliest = if is_on_site { on_site_from(now) } else { now };
    let begins = yes.from.unwrap_or(earliest.max(from)).max(earliest);
    if begins > needed.plus_days(LATEST_DAYS) {
        return Err(Refused::From);
    }
    let days = i64::from(need.days.unwrap_or(days)).min(BLOCK_DAYS);
    Ok(Terms {
        is_first_call: false,
        is_on_site,
        from: begins,
        until: begins.plus_days(days),
    })
}

/// Until when a yes that got no place counts: one to a talk for as long as that would have lasted, any other as long as
/// the request.
pub fn counts_until(alert: &Alert, ends: Instant) -> Option<Instant> {
    let (kind, at) = alert.answer?;
    match kind {
        AnswerKind::FirstCall => {
            let begins = alert.answer_from.unwrap_or(at).max(at);
            Some(begins.plus_seconds(FIRST_CALL).min(ends))
        }
        AnswerKind::Remote | AnswerKind::OnSite => Some(ends),
        AnswerKind::No | AnswerKind::NotTonight => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AlertId, ExpertId, NeedId, RequestId};
    use crate::incidents::requests::model::AlertState;
    use crate::matching::{ClearanceLevel, NewHeadcount};

    /// 14 January 2026, noon in Berlin.
    const NOON: Instant = Instant::from_micros(1_768_388_400_000_000);

    fn need(mode: NeedMode, first_call: bool) -> NewNeed {
        NewNeed {
            label: "Forensik".to_owned(),
            label_en: None,
            skills: Vec::new(),
            headcount: NewHeadcount::default(),
            mode,
            languages: Vec::new(),
            clearance: ClearanceLevel::None,
            days: Some(3),
            first_call,
        }
    }

    fn yes(kind: AnswerKind) -> Yes {
        Yes {
            kind,
            from: None,
            is_rested: true,
        }
    }

    #[test]
    fn a_first_call_takes_two_hours_and_nobody_must_be_rested() {
        let need = need(NeedMode::OnSite, false);
        let tired = Yes {
            is_rested: false,
            ..yes(AnswerKind::FirstCall)
        };

        let terms = terms((&need, NOON, 7), tired, NOON).unwrap();

        assert!(terms.is_first_call && !terms.is_on_site);
        assert_eq!(terms.until, NOON.plus_seconds(7_200));
    }

    #[test]
    fn whoever_works_longer_says_that_they_are_rested() {
        let need = need(NeedMode::Either, false);
        let tired = Yes {
            is_rested: false,
            ..yes(AnswerKind::Remote)
        };

        assert_eq!(
            terms((&need, NOON, 7), tired, NOON),
            Err(Refused::NotRested)
        );
        let rested = terms((&need, NOON, 7), yes(AnswerKind::Remote), NOON).unwrap();
        assert_eq!(rested.until, NOON.plus_days(3));
    }

    #[test]
    fn on_site_at_night_begins_at_seven() {
        let (need, night) = (need(NeedMode::OnSite, false), NOON.plus_seconds(14 * 3_600));

        let terms = terms((&need, NOON, 7), yes(AnswerKind::OnSite), night).unwrap();

        assert_eq!(terms.from, NOON.plus_seconds(19 * 3_600));
    }

    #[test]
    fn the_way_of_working_must_be_the_one_asked() {
        let remote = need(NeedMode::Remote, false);
        let on_site = need(NeedMode::OnSite, false);

        let came = terms((&remote, NOON, 7), yes(AnswerKind::OnSite), NOON);
        let stayed = terms((&on_site, NOON, 7), yes(AnswerKind::Remote), NOON);

        assert_eq!(came, Err(Refused::OtherMode));
        assert_eq!(stayed, Err(Refused::OtherMode));
    }

    #[test]
    fn help_begins_within_a_day() {
        let need = need(NeedMode::Remote, false);
        let late = Yes {
            from: Some(NOON.plus_days(2)),
            ..yes(AnswerKind::Remote)
        };

        assert_eq!(terms((&need, NOON, 7), late, NOON), Err(Refused::From));
    }

    #[test]
    fn a_yes_in_reserve_counts_as_long_as_a_talk_or_the_request() {
        let said = |kind| Alert {
            id: AlertId(uuid::Uuid::nil()),
            request: RequestId(uuid::Uuid::nil()),
            need: NeedId(uuid::Uuid::nil()),
            expert: ExpertId(uuid::Uuid::nil()),
            wave: 1,
            state: AlertState::Answered,
            channel: None,
            made_at: NOON,
            expires_at: NOON,
            sent_at: None,
            seen_at: None,
            answer: Some((kind, NOON)),
            answer_from: None,
            closed_at: None,
        };
        let ends = NOON.plus_days(7);
        let until = |kind| counts_until(&said(kind), ends);

        assert_eq!(until(AnswerKind::FirstCall), Some(NOON.plus_seconds(7_200)));
        assert_eq!(until(AnswerKind::Remote), Some(ends));
        assert_eq!(until(AnswerKind::No), None);
    }
}
