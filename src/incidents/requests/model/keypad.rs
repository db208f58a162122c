//! Answers by the keys of a telephone.

use super::{AnswerKind, offered};
use crate::matching::NewNeed;

impl AnswerKind {
    /// The key that says it: always the same, so that nobody presses another by habit.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FirstCall => "1",
            Self::Remote => "2",
            Self::No => "3",
            Self::NotTonight => "4",
            Self::OnSite => "5",
        }
    }
}

/// What can be answered by a key, in the order of the keys.
pub fn keys_for(need: &NewNeed) -> Vec<AnswerKind> {
    let mut kinds = offered(need);
    kinds.sort_unstable_by_key(|kind| kind.key());
    kinds
}

/// What a key says; none when it says nothing here. Some gateways report the key that ends an entry, too.
pub fn pressed(need: &NewNeed, key: &str) -> Option<AnswerKind> {
    let key = key.strip_suffix('#').unwrap_or(key);
    let mut kinds = offered(need).into_iter();
    kinds.find(|kind| kind.key() == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::{ClearanceLevel, NewHeadcount};
    use crate::reference::NeedMode;

    fn need(mode: NeedMode, first_call: bool) -> NewNeed {
        NewNeed {
            label: "Forensik".to_owned(),
            label_en: None,
            skills: Vec::new(),
            headcount: NewHeadcount::default(),
            mode,
            languages: Vec::new(),
            clearance: ClearanceLevel::None,
            days: None,
            first_call,
        }
    }

    #[test]
    fn a_key_says_the_same_in_every_call_or_nothing() {
        let talk = need(NeedMode::Either, true);
        let remote = need(NeedMode::Remote, false);
        let either = need(NeedMode::Either, false);

        assert_eq!(pressed(&talk, "1"), Some(AnswerKind::FirstCall));
        assert_eq!(pressed(&talk, "2"), None);
        assert_eq!(pressed(&remote, "2#"), Some(AnswerKind::Remote));
        assert_eq!(pressed(&remote, "5"), None);
        assert_eq!(pressed(&either, "5"), Some(AnswerKind::OnSite));
        for nothing in ["", "0", "11", "12", "#", "*", "eins"] {
            assert_eq!(pressed(&either, nothing), None, "{nothing}");
        }
    }

    #[test]
    fn keys_are_said_in_their_order() {
        let keys = |need: NewNeed| -> Vec<_> {
            let kinds = keys_for(&need).into_iter();
            kinds.map(AnswerKind::key).collect()
        };

        assert_eq!(
            keys(need(NeedMode::Either, false)),
            ["1", "2", "3", "4", "5"]
        );
        assert_eq!(keys(need(NeedMode::OnSite, true)), ["1", "3", "4"]);
    }
}
