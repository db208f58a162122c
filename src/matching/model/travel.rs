//! Distance and travel time, both estimated from the rounded distance only.

/// Road distance in tenths of a kilometre: great circle × 1.3.
pub fn road_tenths(km: u16) -> i64 {
    i64::from(km) * 13
}

/// Minutes on the road, good enough to rank and never an arrival time: ten minutes to leave and
/// arrive, the first 15 km at 38 km/h, the next 35 at 62, the next 100 at 85, the rest at 100.
pub fn minutes(km: u16) -> i64 {
    const STRETCHES: [(i64, i64); 4] = [(150, 38), (350, 62), (1_000, 85), (i64::MAX, 100)];
    let mut rest = road_tenths(km);
    let mut seconds = 600;
    for (tenths, speed) in STRETCHES {
        let driven = rest.min(tenths);
        seconds += driven * 360 / speed;
        rest -= driven;
    }
    (seconds + 30) / 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_follows_the_stretches() {
        assert_eq!(minutes(0), 10);
        assert_eq!(minutes(10), 31); // 13 km at 38 km/h
        assert_eq!(minutes(100), 124); // 15 at 38, 35 at 62, 80 at 85
        assert_eq!(minutes(300), 282); // and 240 at 100
    }

    #[test]
    fn further_never_takes_less() {
        for km in 0..1_000 {
            assert!(minutes(km) <= minutes(km + 1));
        }
    }
}
