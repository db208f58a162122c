//! Shared administrations: their official names, and what took over those that are no more.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::choices::Choices;
use super::file::{OfficialAdministration, OfficialFile};
use super::plan::Installed;
use crate::reference::{
    Administration, AdministrationForm, AdministrationKey, Ags, Home, NamedAdministration, Region,
    derive_administrations,
};

/// What changes of the administrations when the places are these afterwards.
///
/// Nobody is asked: the members of an administration that is no more tell where most of their people are served now.
pub(super) fn administrations(
    installed: &Installed,
    file: &OfficialFile,
    (after, choices): (&[Region], &Choices),
) -> Vec<NamedAdministration> {
    let known: HashMap<&AdministrationKey, &NamedAdministration> = installed
        .administrations
        .iter()
        .map(|named| (&named.key, named))
        .collect();
    let official: HashMap<&AdministrationKey, &OfficialAdministration> = file
        .administrations
        .iter()
        .map(|official| (&official.key, official))
        .collect();
    let (before, after) = (
        derive_administrations(&installed.regions),
        derive_administrations(after),
    );
    let living: HashSet<&AdministrationKey> = after.iter().map(|shared| &shared.key).collect();
    let gone = before.iter().filter(|shared| !living.contains(&shared.key));
    let homes = homes(&after);
    let people: HashMap<Ags, u32> = installed
        .regions
        .iter()
        .map(|region| (region.ags, region.pop_est))
        .collect();
    let retired = gone.map(|shared| NamedAdministration {
        key: shared.key.clone(),
        name: shared.name.clone(),
        form: shared.form,
        successor: home(shared, (choices, &people), &homes),
    });
    let named = after.iter().filter_map(|shared| {
        let official = official
            .get(&shared.key)
            .and_then(|official| named(official));
        official.or_else(|| {
            // Without a name of its own only one that comes back to use is told apart.
            known
                .get(&shared.key)
                .filter(|known| known.successor.is_some())?;
            Some(NamedAdministration {
                key: shared.key.clone(),
                name: shared.name.clone(),
                form: shared.form,
                successor: None,
            })
        })
    });
    let all = named.chain(retired);
    let is_other =
        |next: &NamedAdministration| known.get(&next.key).is_none_or(|known| *known != next);
    all.filter(is_other).collect()
}

fn homes(after: &[Administration]) -> HashMap<Ags, &AdministrationKey> {
    let of = |shared: &'_ Administration| shared.members.clone();
    let pairs = after
        .iter()
        .flat_map(|shared| of(shared).into_iter().map(move |ags| (ags, &shared.key)));
    pairs.collect()
}

/// Where most people of an administration are served now.
fn home(
    shared: &Administration,
    (choices, people): (&Choices, &HashMap<Ags, u32>),
    homes: &HashMap<Ags, &AdministrationKey>,
) -> Option<Home> {
    let mut served: BTreeMap<Home, u64> = BTreeMap::new();
    for member in &shared.members {
        let now = choices.get(member).copied().unwrap_or(*member);
        let home = homes
            .get(&now)
            .map_or(Home::Gemeinde(now), |key| Home::Shared((*key).clone()));
        let count = people.get(member).copied().unwrap_or(0);
        *served.entry(home).or_default() += u64::from(count) + 1;
    }
    served
        .into_iter()
        .max_by_key(|(_, people)| *people)
        .map(|(home, _)| home)
}

fn named(official: &OfficialAdministration) -> Option<NamedAdministration> {
    let form: AdministrationForm = official.form?;
    let lower = official.name.to_lowercase();
    let says_what = ["amt ", "gemeinde", "gemeinschaft", "verband"];
    let name = if says_what.iter().any(|word| lower.contains(word)) {
        official.name.clone()
    } else {
        format!("{} {}", form.label(), official.name)
    };
    Some(NamedAdministration {
        key: official.key.clone(),
        name,
        form,
        successor: None,
    })
}
