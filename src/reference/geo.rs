const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A point on the earth in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl Position {
    /// The point on the unit sphere; the chord between two such points orders like the distance.
    pub fn unit_vector(self) -> [f64; 3] {
        let (lat_sin, lat_cos) = self.lat.to_radians().sin_cos();
        let (lon_sin, lon_cos) = self.lon.to_radians().sin_cos();
        [lat_cos * lon_cos, lat_cos * lon_sin, lat_sin]
    }

    /// The great-circle distance in kilometres.
    pub fn distance_km(self, other: Self) -> f64 {
        km_of_chord(chord(self.unit_vector(), other.unit_vector()))
    }
}

/// The straight-line distance between two points on the unit sphere, 0 to 2.
pub fn chord(one: [f64; 3], other: [f64; 3]) -> f64 {
    let square = |axis: usize| (one[axis] - other[axis]).powi(2);
    (square(0) + square(1) + square(2)).sqrt()
}

/// The kilometres along the surface that belong to a chord.
pub fn km_of_chord(chord: f64) -> f64 {
    2.0 * EARTH_RADIUS_KM * (chord / 2.0).clamp(0.0, 1.0).asin()
}

/// The chord that belongs to kilometres along the surface, for comparing without trigonometry.
pub fn chord_of_km(km: f64) -> f64 {
    2.0 * (km / (2.0 * EARTH_RADIUS_KM)).sin()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BERLIN: Position = Position {
        lat: 52.5200,
        lon: 13.4050,
    };
    const MUNICH: Position = Position {
        lat: 48.1372,
        lon: 11.5755,
    };

    #[test]
    fn berlin_and_munich_are_504_km_apart() {
        assert!((BERLIN.distance_km(MUNICH) - 504.4).abs() < 1.0);
    }

    #[test]
    fn a_place_is_no_distance_from_itself() {
        assert!(BERLIN.distance_km(BERLIN).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn chord_and_kilometres_belong_together(km in 0.0..10_000.0_f64) {
            prop_assert!((km_of_chord(chord_of_km(km)) - km).abs() < 1e-6);
        }

        #[test]
        fn distance_is_symmetric(lat in 47.0..55.0_f64, lon in 6.0..15.0_f64) {
            let place = Position { lat, lon };

            prop_assert!((BERLIN.distance_km(place) - place.distance_km(BERLIN)).abs() < 1e-9);
        }
    }
}
