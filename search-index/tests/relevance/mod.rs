//! Whether people who need help find those who can give it.

mod corpus;
mod judgement;

use search_index::{ExpertDocument, Scope, SearchRequest, Snapshot};

use crate::world::taxonomy::vocabulary;
use crate::world::{NOW, snapshot_of};
use judgement::{Query, queries};

const RANKS: usize = 10;
const GOAL: f64 = 0.85;

#[test]
fn good_answers_come_first() {
    let vocabulary = vocabulary();
    let entries = corpus::entries(&vocabulary);
    let (_world, snapshot) = snapshot_of(&vocabulary, &entries);
    let queries = queries();
    assert!(queries.len() >= 60 && entries.len() >= 150);

    let mut qualities = Vec::new();
    for query in &queries {
        let grade = |entry: &ExpertDocument| query.grade(entry, &vocabulary);
        let found: Vec<u8> = found(&snapshot, query).iter().map(grade).collect();
        let mut ideal: Vec<u8> = entries.iter().map(grade).collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        assert!(ideal[0] > 0, "nobody answers {}", query.text);
        let quality = gain(&found) / gain(&ideal);
        println!("{quality:.3}  {}  {found:?}", query.text);
        qualities.push(quality);
    }
    let count = f64::from(u32::try_from(qualities.len()).unwrap());
    let mean = qualities.iter().sum::<f64>() / count;

    println!(
        "nDCG@10 of {count} queries over {} entries: {mean:.4}",
        entries.len()
    );
    assert!(mean >= GOAL, "nDCG@10 is {mean:.4}");
}

fn found(snapshot: &Snapshot, query: &Query) -> Vec<ExpertDocument> {
    let mut request = SearchRequest::parse(&query.text, Scope::Masked, NOW, [7; 32]);
    request.limit = RANKS;
    let result = snapshot.search(&request).unwrap();
    result.hits.into_iter().map(|hit| hit.document).collect()
}

/// Discounted cumulative gain of the first grades.
fn gain(grades: &[u8]) -> f64 {
    let ranks = (1..=RANKS).map(|rank| f64::from(u32::try_from(rank).unwrap()));
    let gains = grades.iter().zip(ranks);
    gains
        .map(|(grade, rank)| (f64::from(*grade).exp2() - 1.0) / (rank + 1.0).log2())
        .sum()
}
