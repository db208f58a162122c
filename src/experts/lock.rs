//! Skills the employer has confirmed change only when the person and the employer want the same.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use super::model::{Evidence, Skill};
use crate::clock::Instant;

/// Who speaks for an entry: decides what they can vouch for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The person.
    #[strum(serialize = "by_person")]
    Person,
    /// A manager of the employer, or an operator importing for it.
    #[strum(serialize = "by_employer")]
    Employer,
}

/// A change of a confirmed skill that one side wants and the other has not agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkillChange {
    /// The skill.
    pub id: String,
    /// The level it is to have; none when it is to go.
    pub level: Option<u8>,
    /// Who wants it.
    pub by: Author,
    /// Since when.
    pub at: Instant,
}

/// What becomes of the skills when one side wants them so: those that hold, and the changes that wait for the other side.
///
/// A change both want is made, and then confirmed, for the employer wants it too. What waits about skills that are not
/// confirmed any more, or are so already, is dropped.
pub(super) fn settle(
    held: &[Skill],
    mut wanted: Vec<Skill>,
    waiting: &[SkillChange],
    (by, at): (Author, Instant),
) -> (Vec<Skill>, Vec<SkillChange>) {
    let mut changes: Vec<SkillChange> = Vec::new();
    for skill in held.iter().filter(|skill| is_locked(skill)) {
        let place = wanted.iter().position(|other| other.id == skill.id);
        let level = place.map(|place| wanted[place].level);
        let before = waiting.iter().find(|change| change.id == skill.id);
        if level == Some(skill.level) {
            changes.extend(before.cloned());
            continue;
        }
        let is_agreed = before.is_some_and(|before| before.by != by && before.level == level);
        match (place, is_agreed) {
            (Some(place), true) => wanted[place].evidence = Evidence::Employer,
            (None, true) => {}
            (Some(place), false) => wanted[place] = skill.clone(),
            (None, false) => wanted.push(skill.clone()),
        }
        if !is_agreed {
            let id = skill.id.clone();
            changes.push(SkillChange { id, level, by, at });
        }
    }
    let changes = still_waiting(&wanted, &changes);
    (wanted, changes)
}

/// What still waits for the other side where the skills are known like this now.
pub(super) fn still_waiting(skills: &[Skill], waiting: &[SkillChange]) -> Vec<SkillChange> {
    let is_locked_still = |change: &&SkillChange| {
        let mut skills = skills.iter();
        skills.any(|skill| skill.id == change.id && is_locked(skill))
    };
    waiting.iter().filter(is_locked_still).cloned().collect()
}

/// Whether one side alone cannot change it: the employer confirmed it, or a town saw it.
pub(super) fn is_locked(skill: &Skill) -> bool {
    matches!(skill.evidence, Evidence::Employer | Evidence::Deployment)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    const AT: Instant = Instant::from_micros(0);

    fn skill(id: &str, level: u8, evidence: Evidence) -> Skill {
        Skill {
            id: id.to_owned(),
            level,
            evidence,
        }
    }

    fn confirmed() -> Vec<Skill> {
        vec![skill("a", 3, Evidence::Employer)]
    }

    #[test]
    fn one_side_alone_changes_nothing_confirmed() {
        let wanted = vec![skill("a", 4, Evidence::SelfDeclared)];

        let (skills, changes) = settle(&confirmed(), wanted, &[], (Author::Person, AT));

        assert_eq!(skills, confirmed());
        assert_eq!(changes[0].level, Some(4));
        assert_eq!(changes[0].by, Author::Person);
    }

    #[test]
    fn what_both_want_is_made_and_confirmed() {
        let wanted = vec![skill("a", 4, Evidence::SelfDeclared)];
        let (skills, changes) = settle(&confirmed(), wanted.clone(), &[], (Author::Person, AT));

        let (skills, changes) = settle(&skills, wanted, &changes, (Author::Employer, AT));

        assert_eq!(skills, [skill("a", 4, Evidence::Employer)]);
        assert_eq!(changes, []);
    }

    #[test]
    fn asking_twice_is_not_agreeing() {
        let (skills, changes) = settle(&confirmed(), Vec::new(), &[], (Author::Person, AT));

        let (skills, changes) = settle(&skills, Vec::new(), &changes, (Author::Person, AT));

        assert_eq!(skills, confirmed());
        assert_eq!(changes.len(), 1);
    }

    #[test]
    fn wanting_something_else_is_not_agreeing() {
        let (skills, changes) = settle(&confirmed(), Vec::new(), &[], (Author::Person, AT));
        let wanted = vec![skill("a", 1, Evidence::Employer)];

        let (skills, changes) = settle(&skills, wanted, &changes, (Author::Employer, AT));

        assert_eq!(skills, confirmed());
        assert_eq!(
            (changes[0].level, changes[0].by),
            (Some(1), Author::Employer)
        );
    }

    #[test]
    fn a_confirmation_taken_back_unlocks() {
        let (skills, changes) = settle(&confirmed(), Vec::new(), &[], (Author::Person, AT));
        let taken_back = vec![skill("a", 3, Evidence::SelfDeclared)];

        let (skills, changes) = settle(
            &skills,
            taken_back.clone(),
            &changes,
            (Author::Employer, AT),
        );

        assert_eq!(skills, taken_back);
        assert_eq!(changes, []);
        let (skills, _) = settle(&skills, Vec::new(), &changes, (Author::Person, AT));
        assert_eq!(skills, []);
    }

    fn wishes() -> impl Strategy<Value = Vec<(Author, Option<u8>)>> {
        let by = prop_oneof![Just(Author::Person), Just(Author::Employer)];
        vec((by, proptest::option::of(1..=4_u8)), 0..12)
    }

    proptest! {
        #[test]
        fn a_confirmed_level_changes_only_to_what_both_asked_for(wishes in wishes()) {
            let (mut skills, mut changes) = (confirmed(), Vec::new());
            let mut last: [Option<Option<u8>>; 2] = [None, None];
            for (by, level) in wishes {
                let before = skills.clone();
                let wanted = level.map(|level| skill("a", level, Evidence::SelfDeclared));
                // Whoever leaves the level as it is leaves the evidence too.
                let wanted = wanted.map(|wanted| match before.first() {
                    Some(held) if held.level == wanted.level => held.clone(),
                    _ => wanted,
                });
                // Whoever leaves the level as it is, asks for nothing and takes nothing back.
                if level != before.first().map(|held| held.level) {
                    last[by as usize] = Some(level);
                }

                (skills, changes) = settle(&before, wanted.into_iter().collect(), &changes, (by, AT));

                if skills != before {
                    prop_assert_eq!(last[0], last[1]);
                    last = [None, None];
                }
                prop_assert!(skills.iter().all(is_locked));
                prop_assert!(changes.len() <= 1);
                if skills.is_empty() {
                    break;
                }
            }
        }
    }
}
