//! People, how they answer, and incidents; none of it known to whoever asks, but by what was answered before.

use kataster::experts::AvailabilityState;
use kataster::ids::OrganisationId;
use kataster::incidents::waves::{Cohorts, TimeOfDay};
use uuid::Uuid;

/// People of the register, of members of so many.
const PEOPLE: usize = 600;
const EACH: usize = 25;
/// Alerts a person had in the ninety days before.
const BEFORE: usize = 3;
/// Seconds somebody can answer.
pub const PATIENCE: i64 = 1_800;

/// A kind of incident.
#[derive(Clone, Copy)]
pub struct Scene {
    pub name: &'static str,
    /// What share of all fits a place.
    pub fitting: f64,
    pub is_night: bool,
    /// From how many to how many places.
    pub places: (u32, u32),
    /// People are slower and less willing than what was answered before tells.
    pub is_odd: bool,
}

impl Scene {
    pub const fn odd(self) -> Self {
        Self {
            is_odd: true,
            ..self
        }
    }

    pub const fn time(&self) -> TimeOfDay {
        if self.is_night {
            TimeOfDay::Night
        } else {
            TimeOfDay::Day
        }
    }
}

/// Somebody of the register.
pub struct Person {
    pub member: OrganisationId,
    pub state: AvailabilityState,
    /// May be asked at night.
    takes_night: bool,
    /// How likely they truly say yes on a usual day.
    says_yes: f64,
}

/// All people.
pub struct Town {
    pub people: Vec<Person>,
}

/// What somebody would do if they were asked.
#[derive(Clone, Copy)]
pub struct Would {
    pub person: usize,
    /// How well they fit, up to 1.
    pub quality: f64,
    pub says_yes: bool,
    /// When they answer after they were asked, in seconds; none who stay silent.
    pub after: Option<i64>,
}

/// One place to fill, or some, and who may be asked for it, best first.
pub struct Incident {
    pub places: u16,
    pub candidates: Vec<Would>,
    pub alike: Vec<(OrganisationId, (TimeOfDay, AvailabilityState))>,
}

impl Town {
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let mut willing = 1.0;
        let mut people = Vec::with_capacity(PEOPLE);
        for number in 0..PEOPLE {
            if number % EACH == 0 {
                willing = 0.6 + 0.8 * dice.share();
            }
            let member = Uuid::from_u128((number / EACH) as u128 + 1);
            let (state, says_yes) = match dice.below(100) {
                0..45 => (AvailabilityState::Now, 0.48),
                45..70 => (AvailabilityState::Within24Hours, 0.32),
                70..85 => (AvailabilityState::Within72Hours, 0.20),
                _ => (AvailabilityState::RemoteOnly, 0.36),
            };
            people.push(Person {
                member: OrganisationId(member),
                state,
                takes_night: dice.share() < 0.3,
                says_yes: says_yes * willing * (0.7 + 0.6 * dice.share()),
            });
        }
        Self { people }
    }
}

impl Person {
    fn would(&self, scene: &Scene, shock: f64, dice: &mut Dice) -> (bool, Option<i64>) {
        let odd = if scene.is_odd { 0.6 } else { 1.0 };
        // Whoever wants to be asked at night says yes there as they do by day, nearly.
        let night = if scene.is_night { 0.9 } else { 1.0 };
        let says_yes = dice.share() < (self.says_yes * shock * odd * night).min(0.95);
        let median: f64 = if scene.is_odd { 420.0 } else { 240.0 };
        let after = median * (0.9 * dice.normal()).exp();
        let is_silent = !says_yes && dice.share() < 0.5;
        (says_yes, (!is_silent).then(|| seconds(after)))
    }
}

impl Incident {
    pub fn new(town: &Town, scene: &Scene, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let (least, most) = scene.places;
        let places = u16::try_from(least + dice.below(most - least + 1)).unwrap();
        let shock = (0.3 * dice.normal() - 0.045).exp();
        let mut candidates = Vec::new();
        for (number, person) in town.people.iter().enumerate() {
            // All are drawn for everybody, so that one more who fits changes nothing for the others.
            let (fits, quality) = (dice.share() < scene.fitting, 0.5 + 0.5 * dice.share());
            let (says_yes, after) = person.would(scene, shock, &mut dice);
            if fits && (person.takes_night || !scene.is_night) {
                candidates.push(Would {
                    person: number,
                    quality,
                    says_yes,
                    after: after.filter(|after| *after < PATIENCE),
                });
            }
        }
        candidates.sort_by(|a, b| b.quality.total_cmp(&a.quality));
        let alike = candidates.iter().map(|would| {
            let person = &town.people[would.person];
            (person.member, (scene.time(), person.state))
        });
        Self {
            places,
            alike: alike.collect(),
            candidates,
        }
    }

    /// Quality of the best who say yes in time, as many as there are places.
    pub fn best_willing(&self) -> Vec<f64> {
        let willing = self.candidates.iter().filter(|would| would.comes());
        let best = willing.map(|would| would.quality);
        best.take(self.places.into()).collect()
    }
}

impl Would {
    /// Whether they say yes while it can be answered.
    pub const fn comes(&self) -> bool {
        self.says_yes && self.after.is_some()
    }
}

/// What was answered in the ninety days before.
pub fn learn(town: &Town, seed: u64) -> Cohorts {
    let mut cohorts = Cohorts::default();
    let mut dice = Dice(seed ^ 0x5eed);
    for _ in 0..BEFORE {
        for is_night in [false, true] {
            let scene = Scene {
                name: "",
                fitting: 1.0,
                is_night,
                places: (1, 1),
                is_odd: false,
            };
            let shock = (0.3 * dice.normal() - 0.045).exp();
            for person in &town.people {
                let (says_yes, after) = person.would(&scene, shock, &mut dice);
                if is_night && !person.takes_night {
                    continue;
                }
                let alike = (scene.time(), person.state);
                let said = says_yes && after.is_some_and(|after| after < PATIENCE);
                let of_member = cohorts.of_member.entry((person.member, alike));
                for counts in [
                    of_member.or_default(),
                    cohorts.of_all.entry(alike).or_default(),
                ] {
                    counts.0 += u32::from(said);
                    counts.1 += u32::from(!said);
                }
            }
        }
    }
    // Of fewer than five nothing is told apart.
    let people = |key: &(OrganisationId, (TimeOfDay, AvailabilityState))| {
        let (member, (time, state)) = *key;
        let mut alike = town.people.iter().filter(|person| {
            person.member == member
                && person.state == state
                && (time == TimeOfDay::Day || person.takes_night)
        });
        alike.nth(4).is_some()
    };
    cohorts.of_member.retain(|key, _| people(key));
    cohorts
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "no delay of a simulation is longer than a month"
)]
fn seconds(after: f64) -> i64 {
    after.min(2_000_000.0) as i64 + 1
}

/// The same numbers for the same seed.
pub struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next() % u64::from(limit)).unwrap()
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Of the standard normal distribution.
    fn normal(&mut self) -> f64 {
        let (one, other) = (1.0 - self.share(), self.share());
        (-2.0 * one.ln()).sqrt() * (std::f64::consts::TAU * other).cos()
    }
}
