//! Requests, answers and keys as a state machine: whatever happens in whatever order, nobody is asked twice, nobody is
//! booked twice, whoever is needed no more is told, and each state is reached by its rule alone. Every job is done
//! twice, as if the worker were killed between its work and the note that it is done.

mod acts;
mod deeds;
mod rules;
mod running;
mod sight;
mod steps;
mod world;

use proptest::test_runner::Config;
use proptest_state_machine::{StateMachineTest, prop_state_machine};
use tokio::runtime::{Builder, Runtime};

use steps::{Course, Plan, Step};
use world::World;

/// Walks that each test tries; `PROPTEST_CASES` asks for more. They wait more than they work: three go side by side.
const WALKS: u32 = 2;
/// Milliseconds in which a walk that fails is made shorter.
const SHORTENING: u32 = 240_000;

/// A service that is walked through; the crate of state machines knows no `async`.
struct Walk {
    world: Option<World>,
    runtime: Runtime,
}

impl Drop for Walk {
    fn drop(&mut self) {
        // Connections are given back inside a runtime.
        let _inside = self.runtime.enter();
        self.world = None;
    }
}

impl Walk {
    fn through(world: impl Future<Output = World>) -> Self {
        let runtime = Builder::new_multi_thread().enable_all().build().unwrap();
        let world = Some(runtime.block_on(world));
        Self { world, runtime }
    }

    fn take(&mut self, step: &Step) {
        let world = self.world.as_mut().unwrap();
        self.runtime.block_on(world.take(step));
    }

    fn world(&self) -> &World {
        self.world.as_ref().unwrap()
    }
}

impl StateMachineTest for Walk {
    type SystemUnderTest = Self;
    type Reference = Plan;

    fn init_test(_: &Vec<Course>) -> Self {
        Self::through(World::new())
    }

    fn apply(mut walk: Self, _: &Vec<Course>, step: Step) -> Self {
        walk.take(&step);
        walk
    }

    fn check_invariants(walk: &Self, courses: &Vec<Course>) {
        walk.world().sight.follows(courses);
        walk.world().sight.is_sound();
    }

    fn teardown(walk: Self, _: Vec<Course>) {
        walk.world().everybody_was_told();
    }
}

prop_state_machine! {
    #![proptest_config(Config { max_shrink_time: SHORTENING, ..Config::with_cases(WALKS) })]

    #[test]
    fn whatever_happens_each_state_is_reached_by_its_rule_alone_one(sequential 8..32 => Walk);

    #[test]
    fn whatever_happens_each_state_is_reached_by_its_rule_alone_two(sequential 8..32 => Walk);

    #[test]
    fn whatever_happens_each_state_is_reached_by_its_rule_alone_three(sequential 8..32 => Walk);
}
