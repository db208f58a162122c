//! The hard rules by name, and sets of them.

/// A condition without which an entry is not a candidate, in the order in which the funnel asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Rule {
    /// The vetters have admitted the entry.
    Vetted,
    /// The person agrees to be shown.
    Consent,
    /// The profile was confirmed within a year.
    Confirmed,
    /// Staff-council participation of the employer is settled.
    Participation,
    /// The employer releases the entry.
    Release,
    /// The person-days left cover the window.
    Quota,
    /// The employer neither asks nor is hit itself.
    Conflict,
    /// Neither side has blocked the other.
    Block,
    /// Every required skill is held at its level.
    Level,
    /// Every language asked is spoken at B2 or better.
    Language,
    /// The clearance asked is held.
    Clearance,
    /// The entry works where the need asks: at the place or from afar.
    Mode,
    /// The place lies within the entry's own radius.
    Travel,
    /// At least half of the window is covered, starting at most a day late.
    Window,
    /// No other deployment is in the way, and there is time to rest.
    Load,
}

impl Rule {
    /// All rules in order.
    pub const ALL: [Self; 15] = [
        Self::Vetted,
        Self::Consent,
        Self::Confirmed,
        Self::Participation,
        Self::Release,
        Self::Quota,
        Self::Conflict,
        Self::Block,
        Self::Level,
        Self::Language,
        Self::Clearance,
        Self::Mode,
        Self::Travel,
        Self::Window,
        Self::Load,
    ];

    /// The name on the wire.
    pub fn id(self) -> &'static str {
        match self {
            Self::Vetted => "VETTED",
            Self::Consent => "CONSENT",
            Self::Confirmed => "CONFIRMED",
            Self::Participation => "PARTICIPATION",
            Self::Release => "RELEASE",
            Self::Quota => "QUOTA",
            Self::Conflict => "CONFLICT",
            Self::Block => "BLOCK",
            Self::Level => "LEVEL",
            Self::Language => "LANGUAGE",
            Self::Clearance => "CLEARANCE",
            Self::Mode => "MODE",
            Self::Travel => "TRAVEL",
            Self::Window => "WINDOW",
            Self::Load => "LOAD",
        }
    }

    /// Position in [`Rule::ALL`].
    pub fn index(self) -> usize {
        usize::from(self as u8)
    }
}

/// A set of rules; usually those an entry breaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleSet(u16);

impl RuleSet {
    /// Adds a rule when the condition holds.
    #[must_use]
    pub fn with(self, rule: Rule, condition: bool) -> Self {
        Self(self.0 | (u16::from(condition) << rule as u8))
    }

    /// Everything in either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether no rule is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the rule is in it.
    pub fn contains(self, rule: Rule) -> bool {
        self.0 >> rule as u8 & 1 == 1
    }

    /// The first in the order of the rules.
    pub fn first(self) -> Option<Rule> {
        let position = usize::try_from(self.0.trailing_zeros()).ok()?;
        Rule::ALL.get(position).copied()
    }

    /// The only rule in it; `None` when there is none or more than one.
    pub fn only(self) -> Option<Rule> {
        self.first().filter(|_| self.0.is_power_of_two())
    }

    /// The rules in order.
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL
            .into_iter()
            .filter(move |rule| self.contains(*rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_stands_at_its_own_position() {
        for (position, rule) in Rule::ALL.into_iter().enumerate() {
            assert_eq!(rule.index(), position);
        }
    }

    #[test]
    fn a_set_lists_its_rules_in_order() {
        let set = RuleSet::default()
            .with(Rule::Load, true)
            .with(Rule::Consent, true)
            .with(Rule::Mode, false);

        assert_eq!(set.iter().collect::<Vec<_>>(), [Rule::Consent, Rule::Load]);
        assert_eq!(set.first(), Some(Rule::Consent));
        assert_eq!(set.only(), None);
    }

    #[test]
    fn a_set_of_one_names_it() {
        let set = RuleSet::default().with(Rule::Window, true);

        assert_eq!(set.only(), Some(Rule::Window));
        assert_eq!(RuleSet::default().only(), None);
        assert_eq!(RuleSet::default().first(), None);
    }
}
