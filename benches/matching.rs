//! Ranking over columns against a scan of plain documents, and the choice of a team.
//!
//! `cargo bench --bench matching` measures 10,000 and 100,000 entries, `-- --quick` the smaller
//! register only. Figures, not verdicts: both ways must agree, how fast they are is printed.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(
    clippy::unwrap_used,
    reason = "a bench that cannot run has nothing to say"
)]

#[path = "matching/register.rs"]
mod register;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kataster::matching::answer::answer;
use kataster::matching::gather::{self, Roll};
use kataster::matching::model::ask::{Ask, Demand, Headcount, Need};
use kataster::matching::plain;
use kataster::matching::team::problem::{Choice, Person, Problem};
use kataster::matching::team::{choose, exact::Limits};
use register::{Dice, documents, needs, request, vocabulary};
use search_index::{ExpertDocument, Index, Snapshot, Vocabulary};
use uuid::Uuid;

const LIMIT: usize = 20;

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let sizes: &[usize] = if quick { &[10_000] } else { &[10_000, 100_000] };
    println!(
        "{:>8}  {:<38} {:>10} {:>10} {:>8}",
        "entries", "what", "median ms", "mean ms", "ratio"
    );
    for size in sizes {
        ranking(*size);
    }
    teams();
}

fn ranking(size: usize) {
    let vocabulary = Arc::new(vocabulary());
    let documents = documents(size, &vocabulary);
    let snapshot = snapshot(&documents, &vocabulary);
    let (ask, needs) = (request(), needs(&vocabulary));
    assert_agreement(&documents, &snapshot, &vocabulary, (&ask, &needs));
    let runs = 2_000_000 / size;

    let one = measure(runs, |run| {
        let demand = Demand::new(&ask, &needs[run % needs.len()]);
        gather::rank(&Roll::call(&snapshot, &ask), &demand, &vocabulary, LIMIT)
            .best
            .len()
    });
    let scan = measure(runs.div_ceil(4), |run| {
        let demand = Demand::new(&ask, &needs[run % needs.len()]);
        plain::rank(&documents, &demand, &vocabulary, LIMIT)
            .best
            .len()
    });
    let whole = measure(runs.div_ceil(4), |_| {
        answer(&snapshot, &vocabulary, &ask, &needs, LIMIT)
            .needs
            .len()
    });
    row(size, "one need, columns", one, 1.0);
    row(size, "one need, plain documents", scan, ratio(scan, one));
    row(
        size,
        "eight needs with reasons and team",
        whole,
        ratio(whole, one),
    );
}

fn assert_agreement(
    documents: &[ExpertDocument],
    snapshot: &Snapshot,
    vocabulary: &Vocabulary,
    (ask, needs): (&Ask, &[Need]),
) {
    let roll = Roll::call(snapshot, ask);
    for need in needs {
        let demand = Demand::new(ask, need);
        let columns = gather::rank(&roll, &demand, vocabulary, LIMIT);
        let scan = plain::rank(documents, &demand, vocabulary, LIMIT);
        let ids = |best: &[_]| {
            best.iter()
                .map(|scored: &kataster::matching::model::ranking::Scored| scored.id)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(&columns.best), ids(&scan.best));
        assert_eq!(columns.funnel, scan.funnel);
    }
}

fn snapshot(documents: &[ExpertDocument], vocabulary: &Arc<Vocabulary>) -> Snapshot {
    let folder = tempfile::tempdir().unwrap();
    let opened = Index::open(folder.path(), Arc::clone(vocabulary)).unwrap();
    let mut writer = opened.index.writer().unwrap();
    for document in documents {
        writer.upsert(document).unwrap();
    }
    writer.commit(1).unwrap()
}

/// Ten needs of two places, forty candidates each out of two hundred, eight wishes.
fn teams() {
    let mut dice = Dice::new(11);
    let problems: Vec<Problem> = (0..120).map(|_| problem(&mut dice)).collect();
    let proven = problems
        .iter()
        .filter(|problem| choose(problem, Limits::default()).proven)
        .count();
    let times = measure(problems.len(), |run| {
        choose(&problems[run], Limits::default()).roster.len()
    });

    row(200, "team of 20, 40 candidates a need", times, 1.0);
    println!(
        "          proven best: {proven} of {}, slowest {:.1} ms",
        problems.len(),
        millis(times.slowest)
    );
}

fn problem(dice: &mut Dice) -> Problem {
    let people = (1..=200).map(|id| Person {
        id: Uuid::from_u128(id),
        heads: 1,
        brings: (0..8).fold(0, |brings, bit| {
            brings | (u64::from(dice.chance(10)) << bit)
        }),
    });
    let people: Vec<Person> = people.collect();
    let choices = (0..10).map(|_| choices(dice));
    let choices = choices.collect();
    Problem::new(&[Headcount { min: 1, desired: 2 }; 10], people, choices)
}

/// Who of two hundred fits a need, the best forty.
fn choices(dice: &mut Dice) -> Vec<Choice> {
    let mut choices = Vec::new();
    for person in 0..200 {
        if dice.chance(20) {
            let score = 4_000_000 + i64::from(dice.below(5_000_000));
            choices.push(Choice { person, score });
        }
    }
    choices.sort_by_key(|choice| -choice.score);
    choices.truncate(40);
    choices
}

#[derive(Clone, Copy)]
struct Times {
    median: Duration,
    mean: Duration,
    slowest: Duration,
}

fn measure(runs: usize, work: impl Fn(usize) -> usize) -> Times {
    let mut times: Vec<Duration> = (0..runs.max(1))
        .map(|run| {
            let begin = Instant::now();
            black_box(work(run));
            begin.elapsed()
        })
        .collect();
    times.sort_unstable();
    let count = u32::try_from(times.len()).unwrap();

    Times {
        median: times[times.len() / 2],
        mean: times.iter().sum::<Duration>() / count,
        slowest: times[times.len() - 1],
    }
}

fn ratio(times: Times, base: Times) -> f64 {
    times.mean.as_secs_f64() / base.mean.as_secs_f64()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn row(entries: usize, what: &str, times: Times, ratio: f64) {
    let (median, mean) = (millis(times.median), millis(times.mean));
    println!("{entries:>8}  {what:<38} {median:>10.3} {mean:>10.3} {ratio:>8.1}");
}
