//! Who must not help: those who ask, and those who are struck.

use std::collections::{BTreeSet, HashSet};

use super::{Asker, Lookup};
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::matching::model::ask::Sight;
use crate::reference::Region;

impl Lookup<'_> {
    pub(super) fn unknown_organisations(self, given: &[OrganisationId]) -> Vec<FieldError> {
        let unknown = given
            .iter()
            .enumerate()
            .filter(|(_, id)| self.directory.get(**id).is_none());
        unknown
            .map(|(position, id)| {
                FieldError::new(
                    format!("/struck_organisations/{position}"),
                    "unknown",
                    format!("there is no organisation {id}"),
                )
            })
            .collect()
    }

    /// The organisations that ask: those the caller asks for, and the place's own administration.
    ///
    /// Who sees cards only could ask for one place after the other and see by the cards that go missing who works there.
    /// For them the administration counts where it is their own.
    pub(super) fn requesters(self, region: &Region, asker: Asker<'_>) -> Vec<uuid::Uuid> {
        let shared = self
            .reference
            .regions
            .administration_of(region.ags)
            .map(|administration| administration.key.to_string());
        let places: Vec<String> = shared.into_iter().chain([region.ags.to_string()]).collect();
        let mut seated: Vec<_> = self.directory.seated_at(&places).collect();
        let is_own = asker.organisations.iter().any(|own| seated.contains(own));
        match asker.sight {
            Sight::Cards if !is_own => seated.clear(),
            Sight::Cards | Sight::Everything => {}
        }
        seated.extend(asker.organisations);
        let all: BTreeSet<_> = seated.into_iter().map(|id| id.0).collect();
        all.into_iter().collect()
    }

    /// Whoever is struck, now or by this incident, and whoever a struck provider serves.
    ///
    /// Which organisations the incident has struck only those say who see everything: others would see by the cards that
    /// go missing who works there.
    pub(super) fn conflicted(self, given: &[OrganisationId], sight: Sight) -> BTreeSet<uuid::Uuid> {
        let named = match sight {
            Sight::Everything => given,
            Sight::Cards => &[],
        };
        let standing = self
            .directory
            .iter()
            .filter(|(_, entry)| entry.struck_since.is_some())
            .map(|(id, _)| id);
        let struck: HashSet<_> = standing.chain(named.iter().copied()).collect();
        self.directory
            .drawn_in(&struck)
            .into_iter()
            .map(|id| id.0)
            .collect()
    }
}
