//! Distances that say no more than they must.

/// Mean radius of the earth.
const EARTH_KM: f64 = 6_371.008_8;

/// Distances are known to this step only, so that no one can triangulate a home.
const STEP_KM: u16 = 10;

/// The place on the unit sphere of a latitude and longitude in degrees.
pub fn unit_vector(lat: f64, lon: f64) -> [f32; 3] {
    let (lat_sin, lat_cos) = lat.to_radians().sin_cos();
    let (lon_sin, lon_cos) = lon.to_radians().sin_cos();
    [lat_cos * lon_cos, lat_cos * lon_sin, lat_sin].map(narrow)
}

/// Great-circle distance of two places on the unit sphere, rounded *up* to 10 km, at least 10.
pub fn rounded_km(a: [f32; 3], b: [f32; 3]) -> u16 {
    let chord_squared: f64 = (0..3)
        .map(|axis| (f64::from(a[axis]) - f64::from(b[axis])).powi(2))
        .sum();
    let half_chord = (chord_squared.sqrt() / 2.0).min(1.0);
    let steps = (2.0 * half_chord.asin() * EARTH_KM / f64::from(STEP_KM)).ceil();
    steps_to_u16(steps).max(1) * STEP_KM
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "coordinates lie between -1 and 1"
)]
fn narrow(coordinate: f64) -> f32 {
    coordinate as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "half the circumference is 2,002 steps; casts from floats saturate"
)]
fn steps_to_u16(steps: f64) -> u16 {
    steps.min(2_002.0) as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn berlin_to_munich_is_510_km() {
        let (berlin, munich) = (unit_vector(52.52, 13.405), unit_vector(48.137, 11.575));

        assert_eq!(rounded_km(berlin, munich), 510);
    }

    #[test]
    fn nobody_is_nearer_than_ten_kilometres() {
        let here = unit_vector(51.48, 11.97);

        assert_eq!(rounded_km(here, here), 10);
    }

    proptest! {
        #[test]
        fn a_distance_is_a_step_and_the_same_both_ways(
            a in (-90.0..90.0, -180.0..180.0), b in (-90.0..90.0, -180.0..180.0),
        ) {
            let (a, b) = (unit_vector(a.0, a.1), unit_vector(b.0, b.1));

            prop_assert_eq!(rounded_km(a, b) % 10, 0);
            prop_assert_eq!(rounded_km(a, b), rounded_km(b, a));
        }
    }
}
