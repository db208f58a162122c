//! What somebody may do, and what must have become of the requests then: so much is known before anything happens.

use proptest::prelude::*;
use proptest::sample::select;
use proptest_state_machine::ReferenceStateMachine;

use super::acts::Act;

/// Requests that are made.
pub const REQUESTS: usize = 2;

/// One thing somebody does. Numbers choose among what there is then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Of this request.
    Begin(usize),
    /// By whoever was asked.
    Look(usize),
    Answer(usize, &'static str),
    Undo(usize),
    /// Of this deployment, by its employer.
    Release(usize),
    RefuseRelease(usize),
    /// Of this deployment, by the town.
    Accept(usize),
    Refuse(usize),
    /// Of this request, by the desk.
    NextWave(usize),
    Pick(usize, usize),
    Skip(usize, usize),
    Pause(usize, bool),
    StandDown(usize),
    /// Of the incident.
    Close(&'static str),
    /// Of this deployment, by this of the sides that may.
    Act(usize, usize, Act),
    /// So many seconds.
    Pass(i64),
    /// Two at once.
    Both(Box<Step>, Box<Step>),
}

/// Where a request stands by what was done to it, whoever answers what.
#[derive(Clone, Copy, Debug, Default)]
pub struct Course {
    pub is_begun: bool,
    pub is_paused: bool,
    pub is_over: bool,
    /// Steps so far.
    pub age: u16,
}

/// What is known beforehand.
pub enum Plan {}

impl ReferenceStateMachine for Plan {
    type State = Vec<Course>;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Vec<Course>> {
        Just(vec![Course::default(); REQUESTS]).boxed()
    }

    fn transitions(courses: &Vec<Course>) -> BoxedStrategy<Step> {
        let steps = prop_oneof![
            10 => by_the_asked(),
            6 => by_the_sides(),
            5 => by_the_desk(),
            4 => acts(),
        ];
        let steps = prop_oneof![20 => steps, 3 => time(), 6 => at_once()];
        if !courses.iter().any(|course| course.is_begun) {
            return begin().boxed();
        }
        // An end comes late, or nothing is left to happen.
        if courses.iter().all(|course| course.age > 12) {
            return prop_oneof![24 => steps, 2 => ends()].boxed();
        }
        prop_oneof![24 => steps, 2 => begin()].boxed()
    }

    fn apply(mut courses: Vec<Course>, step: &Step) -> Vec<Course> {
        for course in &mut courses {
            course.age += 1;
        }
        follow(&mut courses, step);
        courses
    }
}

pub fn follow(courses: &mut [Course], step: &Step) {
    match step {
        Step::Begin(request) => courses[*request].is_begun = true,
        Step::Pause(request, is_paused) if !courses[*request].is_over => {
            courses[*request].is_paused = *is_paused;
        }
        Step::StandDown(request) => courses[*request].is_over = true,
        Step::Close(_) => courses.iter_mut().for_each(|course| course.is_over = true),
        Step::Both(one, other) => {
            follow(courses, one);
            follow(courses, other);
        }
        Step::Pause(..)
        | Step::Look(_)
        | Step::Answer(..)
        | Step::Undo(_)
        | Step::Release(_)
        | Step::RefuseRelease(_)
        | Step::Accept(_)
        | Step::Refuse(_)
        | Step::NextWave(_)
        | Step::Pick(..)
        | Step::Skip(..)
        | Step::Act(..)
        | Step::Pass(_) => {}
    }
}

fn request() -> impl Strategy<Value = usize> {
    0..REQUESTS
}

fn one() -> impl Strategy<Value = usize> {
    0_usize..32
}

fn begin() -> impl Strategy<Value = Step> {
    request().prop_map(Step::Begin)
}

pub fn by_the_asked() -> BoxedStrategy<Step> {
    let words = [
        "remote",
        "remote",
        "remote",
        "first_call",
        "no",
        "not_tonight",
    ];
    let answer = (one(), select(words.to_vec()));
    prop_oneof![
        7 => answer.prop_map(|(who, word)| Step::Answer(who, word)),
        2 => one().prop_map(Step::Undo),
        1 => one().prop_map(Step::Look),
    ]
    .boxed()
}

pub fn by_the_sides() -> BoxedStrategy<Step> {
    prop_oneof![
        4 => one().prop_map(Step::Release),
        1 => one().prop_map(Step::RefuseRelease),
        4 => one().prop_map(Step::Accept),
        1 => one().prop_map(Step::Refuse),
    ]
    .boxed()
}

pub fn by_the_desk() -> BoxedStrategy<Step> {
    prop_oneof![
        3 => request().prop_map(Step::NextWave),
        1 => (request(), one()).prop_map(|(request, who)| Step::Pick(request, who)),
        1 => (request(), one()).prop_map(|(request, who)| Step::Skip(request, who)),
        1 => (request(), any::<bool>()).prop_map(|(request, yes)| Step::Pause(request, yes)),
    ]
    .boxed()
}

/// Of deployments all said yes to.
pub fn acts() -> BoxedStrategy<Step> {
    let act = prop_oneof![
        5 => Just(Act::Start),
        4 => (1_i64..9).prop_map(Act::Extend),
        5 => Just(Act::Agree),
        1 => Just(Act::Refuse),
        2 => select(vec![1, 12, 72, 240]).prop_map(Act::CallBack),
        2 => Just(Act::End),
        1 => Just(Act::Cancel),
    ];
    let act = (one(), 0_usize..12, act);
    act.prop_map(|(which, side, act)| Step::Act(which, side, act))
        .boxed()
}

fn time() -> impl Strategy<Value = Step> {
    select(vec![60, 300, 600, 1_800, 3_600, 43_200]).prop_map(Step::Pass)
}

pub fn ends() -> BoxedStrategy<Step> {
    let reasons = ["done", "withdrawn", "duplicate", "not_genuine"];
    prop_oneof![
        2 => request().prop_map(Step::StandDown),
        1 => select(reasons.to_vec()).prop_map(Step::Close),
    ]
    .boxed()
}

/// Two who differ, or the same thing twice.
fn at_once() -> BoxedStrategy<Step> {
    let race = || prop_oneof![3 => by_the_asked(), 3 => by_the_sides()];
    let both = |(one, other): (Step, Step)| Step::Both(Box::new(one), Box::new(other));
    let twice = race().prop_map(|step| (step.clone(), step));
    prop_oneof![
        3 => (race(), race()).prop_map(both),
        2 => twice.prop_map(both),
        1 => (race(), request().prop_map(Step::NextWave)).prop_map(both),
    ]
    .boxed()
}
