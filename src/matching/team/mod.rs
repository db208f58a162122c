//! The best team for one request: places, people, and what the team brings as a whole.

pub mod exact;
pub mod greedy;
pub mod problem;

#[cfg(test)]
mod properties;

use exact::{Limits, Search};
use problem::{Problem, Roster};

/// A roster and how good it is known to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosing {
    /// Who takes each place.
    pub roster: Roster,
    /// Whether no better team exists.
    pub proven: bool,
}

/// Chooses a team: the best one, or within the limits a good one.
///
/// The same problem gives the same team on every machine fast enough for the time limit; when time
/// runs out the greedy team stands, which is the same everywhere.
pub fn choose(problem: &Problem, limits: Limits) -> Choosing {
    let greedy = greedy::team(problem);
    match exact::search(problem, &greedy, limits) {
        Search::Best(roster) => Choosing {
            roster,
            proven: true,
        },
        Search::Good(roster) => Choosing {
            roster: greedy::improve(problem, roster),
            proven: false,
        },
        Search::Stopped => Choosing {
            roster: greedy,
            proven: false,
        },
    }
}
