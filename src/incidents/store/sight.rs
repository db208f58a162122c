//! Which rows somebody may know of.

use sea_orm::{ColumnTrait, Condition};

use super::row::yes_or_no;
use crate::entity::incident::Column;
use crate::incidents::model::Sight;

/// The same as [`Sight::side`] says of one.
pub(super) fn covered(sight: &Sight) -> Condition {
    let Sight {
        is_everything,
        towns,
        served,
        lands,
    } = sight;
    if *is_everything {
        return Condition::all();
    }
    let mut seen = Condition::any().add(Column::OrganisationId.is_in(towns.iter().copied()));
    if !served.is_empty() {
        let served = Column::Place.is_in(served.iter().map(String::as_str));
        let theirs = verified().add(Column::HomeProvider.eq(yes_or_no(true)));
        seen = seen.add(theirs.add(served));
    }
    for land in lands {
        let theirs = verified().add(Column::LandLiaison.eq(true));
        seen = seen.add(theirs.add(Column::Place.starts_with(land.as_str())));
    }
    Condition::all().add(seen)
}

fn verified() -> Condition {
    Condition::all().add(Column::VerifiedAt.is_not_null())
}
