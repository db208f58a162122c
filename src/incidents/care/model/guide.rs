//! What a struck town ticks off, phase by phase.

use sha2::{Digest, Sha256};
use strum::VariantArray;
use web::Language;

use crate::clock::Instant;
use crate::incidents::model::Side;
use crate::reference::{KeptText, Phase, Texts};

/// The lines of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Which phase.
    pub phase: Phase,
    /// The incident is in it now.
    pub is_current: bool,
    /// Its lines, in their order.
    pub lines: Vec<GuideLine>,
}

/// A line to tick off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideLine {
    /// Names it: reworded it is another one.
    pub key: String,
    /// In German.
    pub german: String,
    /// In English.
    pub english: String,
    /// That it is done.
    pub tick: Option<Tick>,
}

/// That a line is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// In which phase.
    pub phase: Phase,
    /// Which line.
    pub line: String,
    /// Since when.
    pub at: Instant,
    /// Who says so.
    pub by: String,
    /// As what.
    pub side: Side,
}

impl GuideLine {
    /// What it says.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
        }
    }
}

/// The guide of an incident: its phase first, then the others in their order.
pub fn guides(texts: &Texts, now: Phase, ticks: &[Tick]) -> Vec<Guide> {
    let others = Phase::VARIANTS.iter().copied();
    let others = others.filter(|phase| *phase != now);
    let phases = [now].into_iter().chain(others);
    let guide = |phase| Guide {
        phase,
        is_current: phase == now,
        lines: lines(phase, texts.guide(phase), ticks),
    };
    phases.map(guide).collect()
}

fn lines(phase: Phase, text: &KeptText, ticks: &[Tick]) -> Vec<GuideLine> {
    let both = text
        .lines(Language::German)
        .zip(text.lines(Language::English));
    let line = |(german, english): (&str, &str)| {
        let key = line_key(german);
        let mut own = ticks
            .iter()
            .filter(|tick| tick.phase == phase && tick.line == key);
        GuideLine {
            tick: own.next().cloned(),
            german: german.to_owned(),
            english: english.to_owned(),
            key,
        }
    };
    both.map(line).collect()
}

/// Names a line by its German words.
pub fn line_key(german: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(german).into();
    let mut first = [0; 16];
    first.copy_from_slice(&hash[..16]);
    format!("{:032x}", u128::from_be_bytes(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick(line: &str) -> Tick {
        Tick {
            phase: Phase::Emergency,
            line: line_key(line),
            at: Instant::from_micros(0),
            by: "acc".to_owned(),
            side: Side::Town,
        }
    }

    #[test]
    fn the_phase_of_the_incident_comes_first() {
        let all = guides(&Texts::shipped(), Phase::Emergency, &[]);

        let phases: Vec<_> = all.iter().map(|guide| guide.phase).collect();
        assert_eq!(phases, [Phase::Emergency, Phase::Acute, Phase::Rebuild]);
        assert!(all[0].is_current && !all[1].is_current);
    }

    #[test]
    fn a_tick_counts_for_its_line_in_its_phase_and_for_no_other_words() {
        let texts = Texts::shipped();
        let first = texts.guide_emergency.lines(Language::German).next();
        let ticks = [tick(first.unwrap()), tick("Was früher dort stand")];

        let all = guides(&texts, Phase::Emergency, &ticks);

        let ticked = |guide: &Guide| {
            let lines = guide.lines.iter();
            lines.map(|line| line.tick.is_some()).collect::<Vec<_>>()
        };
        assert_eq!(ticked(&all[0])[..2], [true, false]);
        let done = all.iter().flat_map(ticked);
        assert_eq!(done.filter(|is_done| *is_done).count(), 1);
    }
}
