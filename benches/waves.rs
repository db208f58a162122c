//! Waves against asking everybody at once and against three for each place, by simulation of a register.
//!
//! `cargo bench --bench waves` tries 400 incidents a row, `-- --quick` 60. The rule is the one of the product; people are
//! made up: how likely those of a member say yes, how long they take and how a day treats all alike are drawn anew for
//! each incident, the same for each way of asking. Figures, not verdicts.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(
    clippy::unwrap_used,
    reason = "a bench that cannot run has nothing to say"
)]
#![expect(
    clippy::cast_precision_loss,
    reason = "figures of a simulation are small numbers"
)]

#[path = "waves/asking.rs"]
mod asking;
#[path = "waves/figures.rs"]
mod figures;
#[path = "waves/people.rs"]
mod people;

use asking::{Way, run};
use figures::Figures;
use people::{Incident, Scene, Town, learn};

/// Kinds of incidents: what share of 600 people fits a place, and when it is.
const SCENES: [Scene; 6] = [
    scene("day, plenty", (0.40, false), (1, 4)),
    scene("day, usual", (0.15, false), (1, 3)),
    scene("day, scarce", (0.05, false), (1, 2)),
    scene("night, plenty", (0.40, true), (1, 4)),
    scene("night, usual", (0.15, true), (1, 2)),
    scene("day, unlike what is expected", (0.25, false), (1, 3)).odd(),
];
/// Each is tried with these.
const SEEDS: [u64; 3] = [11, 12, 13];

const fn scene(name: &'static str, (fitting, is_night): (f64, bool), places: (u32, u32)) -> Scene {
    Scene {
        name,
        fitting,
        is_night,
        places,
        is_odd: false,
    }
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let incidents = if quick { 20 } else { 134 };
    figures::head();
    let mut all: Vec<Figures> = Way::ALL.map(|_| Figures::default()).into();
    for scene in SCENES {
        let mut of_scene: Vec<Figures> = Way::ALL.map(|_| Figures::default()).into();
        for seed in SEEDS {
            let town = Town::new(seed);
            let known = learn(&town, seed);
            for number in 0..incidents {
                let incident = Incident::new(&town, &scene, seed * 1_000_000 + number);
                for (figures, way) in of_scene.iter_mut().zip(Way::ALL) {
                    figures.add(&run(&incident, way, &known), &incident);
                }
            }
        }
        figures::rows(scene.name, &of_scene);
        for (sum, figures) in all.iter_mut().zip(&of_scene) {
            sum.merge(figures);
        }
    }
    figures::rows("all of them", &all);
}
