//! Länder under the names they are shown by.

use crate::reference::{Land, LandDisplay};

use super::Snapshot;

/// Which number stands for which Land or group of small Länder in one snapshot.
#[derive(Clone, Debug)]
pub(super) struct LandTable {
    /// For each Land number the number it is shown as: that of the first Land of its group.
    pub(super) numbers: [u16; Land::COUNT + 1],
    shown: Vec<(u16, LandDisplay)>,
}

/// The id under which a Land, given by its AGS or by the id of the group it is shown in, is shown.
///
/// # Errors
/// It is none; what can be asked for.
pub fn shown_land(snapshot: &Snapshot, id: &str) -> Result<&'static str, Vec<String>> {
    let table = LandTable::of(snapshot);
    let name = table.number_of(id).and_then(|number| table.name_of(number));
    name.map(LandDisplay::id).ok_or_else(|| table.ids())
}

impl LandTable {
    /// The table of a snapshot.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let mut numbers = [0; Land::COUNT + 1];
        let mut shown: Vec<(u16, LandDisplay)> = Vec::new();
        for land in Land::all() {
            let name = snapshot.lands.of(land);
            let number = if let Some((number, _)) = shown.iter().find(|(_, other)| *other == name) {
                *number
            } else {
                shown.push((u16::from(land.number()), name));
                u16::from(land.number())
            };
            numbers[usize::from(land.number())] = number;
        }
        Self { numbers, shown }
    }

    /// The number a Land's AGS or a group's id stands for.
    pub(super) fn number_of(&self, id: &str) -> Option<u16> {
        let group = self
            .shown
            .iter()
            .find(|(_, name)| name.id() == id)
            .map(|(number, _)| *number);
        group.or_else(|| {
            let land =
                Land::from_number(id.parse().ok()?).filter(|land| land.ags_digits() == id)?;
            Some(self.numbers[usize::from(land.number())])
        })
    }

    /// The name a number stands for.
    pub(super) fn name_of(&self, number: u16) -> Option<LandDisplay> {
        self.shown
            .iter()
            .find(|(shown, _)| *shown == number)
            .map(|(_, name)| *name)
    }

    /// All ids that can be asked for.
    pub(super) fn ids(&self) -> Vec<String> {
        self.shown
            .iter()
            .map(|(_, name)| name.id().to_owned())
            .collect()
    }
}
