//! What is said of where help is needed, before anybody is committed: never the town.

use crate::organisations::seat_of;
use crate::reference::{Ags, Land, Level, Reference, Regions};

/// Name of the Kreis a place lies in. Where that would name who asks, as a kreisfreie Stadt or a Kreis would, the Land;
/// and where that is one city too, its part of the country.
pub(in crate::incidents) fn district(reference: &Reference, place: Option<&str>) -> Option<String> {
    around(&reference.regions, seat_of(reference, place?)?)
}

fn around(regions: &Regions, seat: Ags) -> Option<String> {
    let kreis = regions.get(seat.kreis()?)?;
    let asks_itself = regions
        .get(seat)
        .is_none_or(|region| region.level == Level::Kreis);
    if !kreis.is_kreisfrei() && !asks_itself {
        return Some(kreis.full_name());
    }
    let land: Land = seat.land();
    let name = if land.is_city() {
        land.group().label_de()
    } else {
        land.name_de()
    };
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{derive_administrations, parse_postcodes, parse_regions};

    #[test]
    fn a_town_that_is_its_own_kreis_is_not_named() {
        let rows = parse_regions(migration::reference::REGIONS).unwrap();
        let postcodes = parse_postcodes(migration::reference::POSTCODES).unwrap();
        let administrations = derive_administrations(&rows);
        let regions = Regions::build(rows, postcodes, administrations).unwrap();
        let of = |key: &str| around(&regions, key.parse().unwrap()).unwrap();

        assert_eq!(of("15082180"), "Landkreis Anhalt-Bitterfeld");
        for dessau in ["15001000", "15001"] {
            assert_eq!(of(dessau), "Sachsen-Anhalt");
        }
        // Köthen's Landkreis asks itself.
        assert_eq!(of("15082"), "Sachsen-Anhalt");
        assert_eq!(of("11000000"), "Ost");
        assert_eq!(of("02000000"), "Nord");
    }
}
