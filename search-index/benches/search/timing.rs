//! Wall time of the same work over and over.

use std::fmt;
use std::time::Instant;

/// Of several runs of the same item the fastest counts: this machine does other things too.
const ROUNDS: usize = 3;

/// Milliseconds an item.
pub(crate) struct Times {
    pub(crate) mean: f64,
    median: f64,
    p95: f64,
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mean, median, p95 } = self;
        write!(f, "mean {mean:8.3}  p50 {median:8.3}  p95 {p95:8.3} ms")
    }
}

/// How long some work takes for each of some items.
pub(crate) fn measure<T>(items: &[T], mut work: impl FnMut(&T)) -> Times {
    let mut fastest = vec![f64::INFINITY; items.len()];
    for _ in 0..ROUNDS {
        for (item, fastest) in items.iter().zip(&mut fastest) {
            *fastest = fastest.min(once(|| work(item)).0);
        }
    }
    fastest.sort_by(f64::total_cmp);
    let last = fastest.len().saturating_sub(1);
    Times {
        mean: fastest.iter().sum::<f64>() / f64::from(u32::try_from(fastest.len().max(1)).unwrap()),
        median: fastest[last / 2],
        p95: fastest[last * 95 / 100],
    }
}

/// How many milliseconds some work takes, and what it gives.
pub(crate) fn once<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed().as_secs_f64() * 1_000.0, result)
}
