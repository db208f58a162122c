//! How much each kind of match counts, in basis points.

use tantivy::schema::Field;

use crate::index::Fields;
use crate::snapshot::PackedSkill;

/// A certificate that counts.
pub(super) const CERTIFICATE: u16 = 9_000;

/// Of a match by a narrower term.
pub(super) const NARROWER_PERCENT: u16 = 80;
/// Of the words of a name found apart from one another.
pub(super) const APART_PERCENT: u16 = 60;
/// Of the parts of a compound found apart from one another.
pub(super) const PARTS_PERCENT: u16 = 60;
/// Of a word that only begins like the one being typed.
pub(super) const PREFIX_PERCENT: u16 = 50;
/// Of a word one typing error away.
pub(super) const ONE_ERROR_PERCENT: u16 = 70;
/// Of a word two typing errors away.
pub(super) const TWO_ERRORS_PERCENT: u16 = 50;

/// A skill: 6,600 for "knows, says so" to 9,900 for "leads, proven in a deployment".
pub(crate) fn skill_strength(skill: PackedSkill) -> u16 {
    if !skill.is_held() {
        return 0;
    }
    5_600 + 1_000 * u16::from(skill.level()) + 100 * skill.evidence() as u16
}

/// A language: 6,500 for A1 to 9,000 for C2.
pub(super) fn language_strength(level: u8) -> u16 {
    if level == 0 {
        return 0;
    }
    6_000 + 500 * u16::from(level)
}

/// A word found in a field, strongest field first.
pub(super) fn fields(fields: &Fields) -> [(Field, u16); 6] {
    [
        (fields.labels, 5_000),
        (fields.weak_labels, 4_600),
        (fields.synonyms, 4_400),
        (fields.weak_synonyms, 3_800),
        (fields.headline, 3_600),
        (fields.text, 2_000),
    ]
}

/// Two matches of the same words: the better one, and an eighth of the other.
pub(super) fn together(one: u16, other: u16) -> u16 {
    one.max(other).saturating_add(one.min(other) / 8)
}

/// A percentage of a strength, never nothing of something.
pub(super) fn percent(strength: u16, percent: u16) -> u16 {
    if strength == 0 {
        return 0;
    }
    let part = u32::from(strength) * u32::from(percent) / 100;
    u16::try_from(part).unwrap_or(u16::MAX).max(1)
}

/// Weight of a word that `found` of `all` entries match: the rarer, the more it says.
pub(super) fn rarity(found: usize, all: usize) -> u64 {
    let found = count(found);
    let missing = count(all) - found;
    let rarity = (1.0 + (missing.max(0.0) + 0.5) / (found + 0.5)).ln();
    whole(100.0 + 100.0 * rarity)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "there are fewer than 2^52 entries"
)]
fn count(entries: usize) -> f64 {
    entries as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a logarithm of a number of entries is positive and small"
)]
fn whole(number: f64) -> u64 {
    number.round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Evidence, Skill, TermOrd};

    fn strength(level: u8, evidence: Evidence) -> u16 {
        let term = TermOrd(0);
        skill_strength(PackedSkill::new(Skill {
            term,
            level,
            evidence,
        }))
    }

    #[test]
    fn level_counts_before_evidence() {
        assert!(strength(4, Evidence::SelfDeclared) > strength(3, Evidence::Deployment));
        assert!(strength(3, Evidence::Employer) > strength(3, Evidence::SelfDeclared));
    }

    #[test]
    fn having_a_skill_counts_more_than_any_word() {
        let best_word = fields(&Fields::schema().1)[0].1;

        assert!(strength(1, Evidence::SelfDeclared) > best_word);
    }

    #[test]
    fn rare_words_weigh_more() {
        assert!(rarity(1, 100) > rarity(50, 100));
        assert!(rarity(100, 100) > 0);
    }
}
