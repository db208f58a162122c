//! Which administrations a caller acts for: the own, those the own organisation serves now, or all.

use std::collections::HashSet;
use std::hash::BuildHasher;

use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::access::action::ReadServedPlaces;
use crate::access::{Action, Permit, Right, Scope, scope_of};
use crate::clock::Instant;
use crate::db::StorageError;
use crate::ids::{AccountId, OrganisationId};
use crate::organisations::{self, places_above};
use crate::reference::{Ags, Level, Reference};

/// As what somebody acts for an administration.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActingAs {
    /// The administration itself.
    Own,
    /// The IT provider that serves it now.
    Provider,
    /// Coordination or administration of the register.
    Office,
}

/// What a permit covers of administrations.
#[derive(Clone, Debug)]
pub(super) enum Coverage {
    Everything,
    These {
        own: Vec<OrganisationId>,
        served: HashSet<String>,
    },
}

impl Coverage {
    /// What this permit covers now. Whom a manager's organisation serves is looked up at each request, so that a
    /// contract that has ended ends the right.
    pub(super) async fn of<C: ConnectionTrait, A: Action>(
        db: &C,
        permit: &Permit<A>,
        now: Instant,
    ) -> Result<Self, StorageError> {
        let serving = permit.also::<ReadServedPlaces>();
        let serving = serving.as_ref().map(Permit::scope);
        Self::of_scopes(db, (permit.scope(), serving), now).await
    }

    /// What an account covers with a right now; none when it has the right no more.
    pub(super) async fn of_account<C: ConnectionTrait>(
        db: &C,
        (account, right): (AccountId, Right),
        now: Instant,
    ) -> Result<Option<Self>, StorageError> {
        let Some(scope) = scope_of(db, (account, right), now).await? else {
            return Ok(None);
        };
        let serving = scope_of(db, (account, ReadServedPlaces::RIGHT), now).await?;
        let scopes = (&scope, serving.as_ref());
        Self::of_scopes(db, scopes, now).await.map(Some)
    }

    async fn of_scopes<C: ConnectionTrait>(
        db: &C,
        (scope, serving): (&Scope, Option<&Scope>),
        now: Instant,
    ) -> Result<Self, StorageError> {
        if scope.is_everything() {
            return Ok(Self::Everything);
        }
        let served = match serving {
            Some(serving) => organisations::places_served(db, serving.organisations(), now).await?,
            None => Vec::new(),
        };
        Ok(Self::These {
            own: scope.organisations().to_vec(),
            served: served.into_iter().collect(),
        })
    }

    /// As what the caller acts for the administration of a place; none when it is not covered.
    pub(super) fn acting_as(
        &self,
        reference: &Reference,
        (place, organisation): (&str, Option<OrganisationId>),
    ) -> Option<ActingAs> {
        match self {
            Self::Everything => Some(ActingAs::Office),
            Self::These { own, .. } if organisation.is_some_and(|id| own.contains(&id)) => {
                Some(ActingAs::Own)
            }
            Self::These { served, .. } => places_above(reference, place)
                .iter()
                .any(|place| served.contains(place))
                .then_some(ActingAs::Provider),
        }
    }

    /// The places served.
    pub(super) fn served_places(&self, reference: &Reference) -> Vec<String> {
        match self {
            Self::Everything => Vec::new(),
            Self::These { served, .. } => served_places(reference, served),
        }
    }
}

/// Of the places a provider serves, each Kreis with its Gemeinden, and the administrations they share; each under the
/// keys it had before, too.
pub fn served_places<S: BuildHasher>(
    reference: &Reference,
    served: &HashSet<String, S>,
) -> Vec<String> {
    let regions = &reference.regions;
    let served: HashSet<String> = served.iter().map(|place| regions.today(place)).collect();
    let mut places: HashSet<String> = HashSet::new();
    for ags in served.iter().filter_map(|place| place.parse::<Ags>().ok()) {
        let is_kreisfrei = reference
            .regions
            .get(ags)
            .is_some_and(|region| region.level == Level::Kreis && region.is_kreisfrei());
        places.extend((!is_kreisfrei).then(|| ags.to_string()));
        let gemeinden = reference.regions.children(ags);
        let gemeinden = gemeinden.filter(|region| region.level == Level::Gemeinde);
        places.extend(gemeinden.map(|region| region.ags.to_string()));
    }
    let shared = reference.regions.administrations().iter();
    let shared = shared.filter(|administration| {
        let mut members = administration.members.iter();
        members.any(|member| served.contains(member.as_str()))
    });
    places.extend(shared.map(|administration| administration.key.as_str().to_owned()));
    let mut places = regions.with_past(places.into_iter().collect());
    places.sort();
    places
}
