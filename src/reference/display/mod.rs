//! Which name a requester sees for a Land: its own, or a group's when it is too small to hide anybody.

use super::{Land, LandGroup};

const MIN_MEMBERS: u32 = 3;
const MIN_EXPERTS: u32 = 10;

/// Members and experts of one Land.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LandCount {
    /// Member organisations seated there.
    pub members: u32,
    /// Experts shown under the Land.
    pub experts: u32,
}

/// The name a Land is shown under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LandDisplay {
    /// Its own name.
    Land(Land),
    /// The name of its group.
    Group(LandGroup),
    /// "Deutschland", where even the group is too small.
    Germany,
}

/// The name each Land is shown under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LandDisplays([LandDisplay; Land::COUNT]);

/// Decides the name of each Land; `counts` stand in the order of [`Land::index`].
///
/// A Land with fewer than 3 members or 10 experts is masked by its group. What is shown under a masked name
/// reaches both thresholds together, and neither its members nor its experts all come from one Land. A name that
/// falls short absorbs the next smallest Land, first within the group, then all over Germany; only a register
/// too small as a whole stays short, and then everything is "Deutschland".
pub fn display_lands(counts: &[LandCount; Land::COUNT]) -> LandDisplays {
    let mut displays = LandDisplays(std::array::from_fn(|index| own_display(index, counts)));
    for group in LandGroup::ALL {
        displays.fill_group(group, counts);
    }
    displays.fill_germany(counts);
    displays
}

fn own_display(index: usize, counts: &[LandCount; Land::COUNT]) -> LandDisplay {
    let land = Land::clamped(u8::try_from(index + 1).unwrap_or(u8::MAX));
    if counts[index].reaches_thresholds() {
        return LandDisplay::Land(land);
    }
    LandDisplay::Group(land.group())
}

impl LandDisplays {
    /// The name a Land is shown under.
    pub fn of(&self, land: Land) -> LandDisplay {
        self.0[land.index()]
    }

    /// The Länder shown under a name.
    pub fn lands(&self, name: LandDisplay) -> impl Iterator<Item = Land> {
        Land::all().filter(move |land| self.of(*land) == name)
    }

    fn fill_group(&mut self, group: LandGroup, counts: &[LandCount; Land::COUNT]) {
        let name = LandDisplay::Group(group);
        while self.exposes(name, counts) {
            let next = group
                .lands()
                .filter(|land| self.of(*land) != name)
                .min_by_key(|land| counts[land.index()].size());
            let Some(land) = next else {
                self.rename(name, LandDisplay::Germany);
                return;
            };
            self.0[land.index()] = name;
        }
    }

    fn fill_germany(&mut self, counts: &[LandCount; Land::COUNT]) {
        while self.exposes(LandDisplay::Germany, counts) {
            let next = Land::all()
                .map(|land| self.of(land))
                .filter(|name| *name != LandDisplay::Germany)
                .min_by_key(|name| self.total(*name, counts).size());
            let Some(name) = next else { return };
            self.rename(name, LandDisplay::Germany);
        }
    }

    /// Whether a masked name says more than it may about one Land.
    fn exposes(&self, name: LandDisplay, counts: &[LandCount; Land::COUNT]) -> bool {
        let total = self.total(name, counts);
        if total == LandCount::default() {
            return false;
        }
        let with_members = self
            .lands(name)
            .filter(|land| counts[land.index()].members > 0);
        let with_experts = self
            .lands(name)
            .filter(|land| counts[land.index()].experts > 0);
        !total.reaches_thresholds() || with_members.count() < 2 || with_experts.count() < 2
    }

    fn total(&self, name: LandDisplay, counts: &[LandCount; Land::COUNT]) -> LandCount {
        self.lands(name)
            .map(|land| counts[land.index()])
            .fold(LandCount::default(), LandCount::plus)
    }

    fn rename(&mut self, from: LandDisplay, to: LandDisplay) {
        for name in self.0.iter_mut().filter(|name| **name == from) {
            *name = to;
        }
    }
}

impl LandCount {
    fn reaches_thresholds(self) -> bool {
        self.members >= MIN_MEMBERS && self.experts >= MIN_EXPERTS
    }

    fn size(self) -> (u32, u32) {
        (self.experts, self.members)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            members: self.members.saturating_add(other.members),
            experts: self.experts.saturating_add(other.experts),
        }
    }
}

impl LandDisplay {
    /// The id used in the API: a Land's AGS, a group's id, or "de".
    pub fn id(self) -> &'static str {
        match self {
            Self::Land(land) => land.ags_digits(),
            Self::Group(group) => group.id(),
            Self::Germany => "de",
        }
    }

    /// The German label.
    pub fn label_de(self) -> &'static str {
        match self {
            Self::Land(land) => land.name_de(),
            Self::Group(group) => group.label_de(),
            Self::Germany => "Deutschland",
        }
    }

    /// The English label.
    pub fn label_en(self) -> &'static str {
        match self {
            Self::Land(land) => land.name_en(),
            Self::Group(group) => group.label_en(),
            Self::Germany => "Germany",
        }
    }
}

#[cfg(test)]
mod tests;
