//! Prints how long searches and commits take, and how that compares with simpler ways.
//!
//! `cargo bench -p search-index` measures 10,000 and 100,000 entries, with `-- --quick` only
//! 10,000. All entries and queries come out of a seed.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement prints, and may stop at the first failure"
)]

mod aggregation;
mod load;
mod scan;
mod timing;

/// Shared with the tests.
#[path = "../../tests/world"]
mod world {
    pub(crate) const NOW: search_index::Instant = 1_780_315_200;
    pub(crate) const DAY: search_index::Instant = 86_400;

    #[expect(dead_code, reason = "tests use more of it")]
    pub(crate) mod entry;
    #[expect(dead_code, reason = "tests use more of it")]
    pub(crate) mod random;
    #[expect(dead_code, reason = "tests use more of it")]
    pub(crate) mod taxonomy;
}

use std::sync::Arc;

use search_index::{ExpertDocument, Index, Snapshot, Vocabulary};

use load::Question;
use timing::{Times, measure, once};

const QUERIES: usize = 300;
const UPSERTS: usize = 60;

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let sizes: &[usize] = if is_quick {
        &[10_000]
    } else {
        &[10_000, 100_000]
    };
    let vocabulary = world::taxonomy::vocabulary();
    for &size in sizes {
        println!("{size} entries");
        let entries = load::entries(&vocabulary, size);
        let questions = load::questions(&vocabulary, QUERIES);
        run(&vocabulary, &entries, &questions);
    }
}

fn run(vocabulary: &Arc<Vocabulary>, entries: &[ExpertDocument], questions: &[Question]) {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Arc::clone(vocabulary))
        .unwrap()
        .index;
    let (built, snapshot) = once(|| build(&index, entries));
    println!("  build and publish            {built:9.1} ms");

    let ours = questions_take(questions, |question| {
        snapshot.search(&question.request()).unwrap().total
    });
    println!("  search, top 20, all facets   {ours}");
    for kind in load::KINDS {
        let of_kind: Vec<_> = questions
            .iter()
            .filter(|q| q.kind == kind)
            .cloned()
            .collect();
        let times = questions_take(&of_kind, |question| {
            snapshot.search(&question.request()).unwrap().total
        });
        println!("    {kind:<26} {times}");
    }
    compare(vocabulary, entries, questions, &ours);
    drop(snapshot);
    upserts(&index, entries);
}

fn build(index: &Index, entries: &[ExpertDocument]) -> Snapshot {
    let mut writer = index.writer().unwrap();
    for entry in entries {
        writer.upsert(entry).unwrap();
    }
    let snapshot = writer.commit(1).unwrap();
    writer.finish().unwrap();
    drop(snapshot);
    let mut writer = index.writer().unwrap();
    writer.commit(2).unwrap()
}

fn questions_take(questions: &[Question], search: impl Fn(&Question) -> usize) -> Times {
    measure(questions, |question| {
        std::hint::black_box(search(question));
    })
}

fn compare(
    vocabulary: &Vocabulary,
    entries: &[ExpertDocument],
    questions: &[Question],
    ours: &Times,
) {
    let scan = scan::Scan::new(vocabulary, entries);
    let scanned = questions_take(questions, |question| scan.search(question));
    println!(
        "  scan of structs              {scanned}  {:5.1} x",
        scanned.mean / ours.mean
    );
    let engine = aggregation::Engine::new(vocabulary, entries);
    let aggregated = questions_take(questions, |question| engine.search(question));
    let ratio = aggregated.mean / ours.mean;
    println!("  engine's own aggregations    {aggregated}  {ratio:5.1} x");
}

fn upserts(index: &Index, entries: &[ExpertDocument]) {
    let mut writer = index.writer().unwrap();
    let some: Vec<_> = entries
        .iter()
        .step_by(entries.len() / UPSERTS)
        .enumerate()
        .collect();
    let times = measure(&some, |(position, entry)| {
        writer.upsert(entry).unwrap();
        writer
            .commit(3 + u64::try_from(*position).unwrap())
            .unwrap();
    });
    println!("  upsert, commit, publish      {times}");
}
