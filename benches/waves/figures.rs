//! What is measured, and how it is printed.

use super::asking::{Outcome, Way};
use super::people::Incident;

/// Sums of many incidents.
#[derive(Default)]
pub struct Figures {
    incidents: usize,
    places: usize,
    filled: usize,
    /// With every place filled.
    complete: usize,
    alerts: usize,
    /// When the last place was filled, in seconds.
    times: Vec<i64>,
    /// Quality of whoever was chosen, and of the best who would have come.
    quality: (f64, f64),
}

impl Figures {
    pub fn add(&mut self, outcome: &Outcome, incident: &Incident) {
        let places = usize::from(incident.places);
        self.incidents += 1;
        self.places += places;
        self.filled += outcome.filled.len();
        self.alerts += outcome.alerts;
        if outcome.filled.len() == places {
            self.complete += 1;
            self.times
                .extend(outcome.filled.iter().map(|(_, at)| *at).max());
        }
        let best = incident.best_willing();
        let chosen = outcome.filled.iter().map(|(quality, _)| *quality);
        self.quality.0 += chosen.sum::<f64>();
        self.quality.1 += best.iter().take(outcome.filled.len()).sum::<f64>();
    }

    pub fn merge(&mut self, other: &Self) {
        self.incidents += other.incidents;
        self.places += other.places;
        self.filled += other.filled;
        self.complete += other.complete;
        self.alerts += other.alerts;
        self.times.extend(&other.times);
        self.quality.0 += other.quality.0;
        self.quality.1 += other.quality.1;
    }

    /// Minutes in which so much of all had their places filled, of those who had.
    fn minutes(&self, share: f64) -> f64 {
        let mut times = self.times.clone();
        times.sort_unstable();
        let at = ((times.len() as f64 * share).ceil().max(1.0)).min(times.len() as f64);
        let found = times.iter().zip(1_u32..).find(|(_, n)| f64::from(*n) >= at);
        found.map_or(f64::NAN, |(seconds, _)| *seconds as f64 / 60.0)
    }
}

pub fn head() {
    println!(
        "{:<30} {:<21} {:>9} {:>9} {:>7} {:>7} {:>9} {:>9} {:>8}",
        "incidents", "way", "places", "complete", "median", "p90", "alerts", "of", "quality"
    );
    println!(
        "{:<30} {:<21} {:>9} {:>9} {:>7} {:>7} {:>9} {:>9} {:>8}",
        "", "", "filled", "", "min", "min", "a place", "broadcast", "of best"
    );
}

pub fn rows(name: &str, all: &[Figures]) {
    let broadcast = all[0].alerts as f64;
    for (figures, way) in all.iter().zip(Way::ALL) {
        let places = figures.places as f64;
        println!(
            "{:<30} {:<21} {:>9.3} {:>9.3} {:>7.1} {:>7.1} {:>9.1} {:>9.3} {:>8.3}",
            name,
            way.name(),
            figures.filled as f64 / places,
            figures.complete as f64 / figures.incidents as f64,
            figures.minutes(0.5),
            figures.minutes(0.9),
            figures.alerts as f64 / places,
            figures.alerts as f64 / broadcast,
            figures.quality.0 / figures.quality.1,
        );
    }
}
