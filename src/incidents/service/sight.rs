//! Which incidents a caller may know of, and as what.

use std::collections::HashSet;

use super::report::Kit;
use crate::access::action::{ReadLandIncidents, ReadServedIncidents, ReadTownIncidents};
use crate::access::{Action, Permit, Scope};
use crate::db::StorageError;
use crate::emergency;
use crate::incidents::model::Sight;
use crate::organisations::{self, OrganisationKind};

/// What the caller may know of now. Whom a house serves, and whether it is struck itself, is looked up at each request.
pub(super) async fn sight<A: Action>(
    kit: Kit<'_>,
    permit: &Permit<A>,
) -> Result<Sight, StorageError> {
    let own = permit.also::<ReadTownIncidents>();
    if own.as_ref().is_some_and(|own| own.scope().is_everything()) {
        return Ok(Sight {
            is_everything: true,
            ..Sight::default()
        });
    }
    let towns = own.map(|own| own.scope().organisations().to_vec());
    let serving = permit.also::<ReadServedIncidents>();
    let served = match &serving {
        Some(serving) => served(kit, serving.scope()).await?,
        None => Vec::new(),
    };
    let liaison = permit.also::<ReadLandIncidents>();
    let lands = match &liaison {
        Some(liaison) => lands(kit, liaison.scope()).await?,
        None => Vec::new(),
    };
    Ok(Sight {
        is_everything: false,
        towns: towns.unwrap_or_default(),
        served,
        lands,
    })
}

/// The places the own houses serve, of members that are not struck: who is inside theirs reads what they read.
async fn served(kit: Kit<'_>, scope: &Scope) -> Result<Vec<String>, StorageError> {
    let (db, now) = (kit.db.reader(), kit.db.clock().now());
    let able = organisations::able(db, scope.organisations(), now).await?;
    let able: Vec<_> = able.into_iter().map(|house| house.id).collect();
    if able.is_empty() {
        return Ok(Vec::new());
    }
    let places = organisations::places_served(db, &able, now).await?;
    let places: HashSet<String> = places.into_iter().collect();
    Ok(emergency::served_places(kit.reference, &places))
}

/// The Länder the own authorities sit in.
async fn lands(kit: Kit<'_>, scope: &Scope) -> Result<Vec<String>, StorageError> {
    let houses = organisations::by_ids(kit.db.reader(), scope.organisations()).await?;
    let authorities = houses
        .into_iter()
        .filter(|house| house.kind == OrganisationKind::LandAuthority);
    let lands = authorities.filter_map(|house| house.place.get(..2).map(str::to_owned));
    Ok(lands.collect())
}
