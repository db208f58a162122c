//! The same from when all said yes: deployments begin, last longer, are called back, end and are called off.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};

use super::steps::{self, Course, REQUESTS, Step};
use super::world::World;
use super::{SHORTENING, WALKS, Walk};

/// What is known beforehand: both requests were begun.
enum Later {}

impl ReferenceStateMachine for Later {
    type State = Vec<Course>;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Vec<Course>> {
        let begun = Course {
            is_begun: true,
            ..Course::default()
        };
        Just(vec![begun; REQUESTS]).boxed()
    }

    fn transitions(courses: &Vec<Course>) -> BoxedStrategy<Step> {
        let others = prop_oneof![
            2 => steps::by_the_asked(),
            2 => steps::by_the_sides(),
            1 => steps::by_the_desk(),
        ];
        let both = |(one, other): (Step, Step)| Step::Both(Box::new(one), Box::new(other));
        let twice = steps::acts().prop_map(|step| (step.clone(), step));
        let at_once = prop_oneof![
            1 => (steps::acts(), steps::acts()).prop_map(both),
            1 => twice.prop_map(both),
        ];
        let steps = prop_oneof![14 => steps::acts(), 5 => days(), 4 => at_once, 3 => others];
        if courses.iter().all(|course| course.age > 12) {
            return prop_oneof![24 => steps, 1 => steps::ends()].boxed();
        }
        steps.boxed()
    }

    fn apply(mut courses: Vec<Course>, step: &Step) -> Vec<Course> {
        for course in &mut courses {
            course.age += 1;
        }
        steps::follow(&mut courses, step);
        courses
    }
}

/// Up to half a week: blocks last one.
fn days() -> impl Strategy<Value = Step> {
    select(vec![600, 3_600, 43_200, 86_400, 172_800, 302_400]).prop_map(Step::Pass)
}

/// A service whose deployments are committed.
struct RunningWalk(Walk);

impl StateMachineTest for RunningWalk {
    type SystemUnderTest = Self;
    type Reference = Later;

    fn init_test(_: &Vec<Course>) -> Self {
        Self(Walk::through(World::committed()))
    }

    fn apply(mut walk: Self, _: &Vec<Course>, step: Step) -> Self {
        walk.0.take(&step);
        walk
    }

    fn check_invariants(walk: &Self, courses: &Vec<Course>) {
        walk.0.world().sight.follows(courses);
        walk.0.world().sight.is_sound();
    }

    fn teardown(walk: Self, _: Vec<Course>) {
        walk.0.world().everybody_was_told();
    }
}

prop_state_machine! {
    #![proptest_config(Config { max_shrink_time: SHORTENING, ..Config::with_cases(WALKS) })]

    #[test]
    fn whatever_becomes_of_deployments_each_state_is_reached_by_its_rule_alone_one(sequential 8..32 => RunningWalk);

    #[test]
    fn whatever_becomes_of_deployments_each_state_is_reached_by_its_rule_alone_two(sequential 8..32 => RunningWalk);
}
