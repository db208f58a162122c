//! How fast waves follow each other.

use serde::Deserialize;

/// Seconds of a minute.
pub(super) const MINUTE: u32 = 60;
/// Seconds of an hour.
pub(super) const HOUR: u32 = 60 * MINUTE;
/// The longest period that can be set.
const LONGEST: u32 = 30 * 24 * HOUR;

/// How fast waves follow each other, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// Until the next wave.
    pub wave: u32,
    /// How long somebody can answer: longer than a wave, since a late yes is better than none.
    pub answer: u32,
    /// Until every place is to be held.
    pub filled: u32,
    /// After which half of those who answer have done so.
    pub median_answer: u32,
    /// How often it is looked whether silence has made more people necessary, until then.
    pub look: u32,
}

/// Names of the numbers of a pace, for messages about them.
pub(super) type Names = [&'static str; 5];

/// Of a first call.
pub(super) const FIRST_CALL: Names = [
    "first_call.wave",
    "first_call.answer",
    "first_call.filled",
    "first_call.median_answer",
    "first_call.look",
];
/// Of the first days.
pub(super) const ACUTE: Names = [
    "acute.wave",
    "acute.answer",
    "acute.filled",
    "acute.median_answer",
    "acute.look",
];
/// Of emergency service.
pub(super) const EMERGENCY: Names = [
    "emergency.wave",
    "emergency.answer",
    "emergency.filled",
    "emergency.median_answer",
    "emergency.look",
];
/// Of rebuilding.
pub(super) const REBUILD: Names = [
    "rebuild.wave",
    "rebuild.answer",
    "rebuild.filled",
    "rebuild.median_answer",
    "rebuild.look",
];

impl Pace {
    /// Each number with its name and from where to where it may be: nobody has less time than the wave they are of.
    pub(super) fn numbers(self, names: Names) -> [(&'static str, u32, (u32, u32)); 5] {
        let [wave, answer, filled, median, look] = names;
        [
            (wave, self.wave, (MINUTE, LONGEST)),
            (answer, self.answer, (self.wave, LONGEST)),
            (filled, self.filled, (self.wave, LONGEST)),
            (median, self.median_answer, (1, LONGEST)),
            (look, self.look, (MINUTE, LONGEST)),
        ]
    }
}
