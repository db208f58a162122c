use proptest::prelude::*;

use super::*;

const LARGE: LandCount = LandCount {
    members: 5,
    experts: 50,
};

fn land(code: &str) -> Land {
    Land::from_code(code).unwrap()
}

fn counts(exceptions: &[(&str, u32, u32)]) -> [LandCount; Land::COUNT] {
    let mut counts = [LARGE; Land::COUNT];
    for (code, members, experts) in exceptions {
        counts[land(code).index()] = LandCount {
            members: *members,
            experts: *experts,
        };
    }
    counts
}

#[test]
fn a_land_with_members_and_experts_enough_keeps_its_name() {
    let displays = display_lands(&counts(&[("BY", 3, 10)]));

    assert_eq!(displays.of(land("BY")).id(), "09");
}

#[test]
fn two_small_lands_are_shown_as_their_group() {
    let displays = display_lands(&counts(&[("HH", 2, 9), ("HB", 1, 4)]));

    assert_eq!(displays.of(land("HH")).label_de(), "Nord");
    assert_eq!(displays.of(land("HB")).label_de(), "Nord");
    assert_eq!(displays.of(land("NI")).label_de(), "Niedersachsen");
}

#[test]
fn a_single_small_land_is_joined_by_the_next_smallest_of_its_group() {
    let displays = display_lands(&counts(&[("HB", 1, 4), ("SH", 4, 12)]));

    assert_eq!(displays.of(land("HB")).id(), "nord");
    assert_eq!(displays.of(land("SH")).id(), "nord");
    assert_eq!(displays.of(land("HH")).id(), "02");
}

#[test]
fn an_empty_land_does_not_hide_a_small_one() {
    let displays = display_lands(&counts(&[("HB", 2, 20), ("HH", 0, 0), ("SH", 4, 12)]));

    assert_eq!(displays.of(land("SH")).id(), "nord");
}

#[test]
fn a_group_too_small_as_a_whole_is_shown_as_germany() {
    let displays = display_lands(&counts(&[("RP", 1, 3), ("SL", 1, 2)]));

    assert_eq!(displays.of(land("SL")).label_de(), "Deutschland");
    assert_eq!(displays.of(land("RP")).label_en(), "Germany");
}

#[test]
fn an_empty_register_masks_everything() {
    let displays = display_lands(&[LandCount::default(); Land::COUNT]);

    assert!(Land::all().all(|land| !matches!(displays.of(land), LandDisplay::Land(_))));
}

fn any_counts() -> impl Strategy<Value = [LandCount; Land::COUNT]> {
    let small = (0..4_u32, 0..14_u32);
    let large = (3..9_u32, 10..90_u32);
    let count =
        prop_oneof![small, large].prop_map(|(members, experts)| LandCount { members, experts });
    proptest::array::uniform16(count)
}

fn totals(displays: &LandDisplays, name: LandDisplay, counts: &[LandCount; 16]) -> Vec<LandCount> {
    displays
        .lands(name)
        .map(|land| counts[land.index()])
        .collect()
}

proptest! {
    #[test]
    fn a_masked_name_never_isolates_one_land(counts in any_counts()) {
        let displays = display_lands(&counts);
        let everything = Land::all().all(|land| displays.of(land) == LandDisplay::Germany);

        for name in Land::all().map(|land| displays.of(land)) {
            let shown = totals(&displays, name, &counts);
            let members: u32 = shown.iter().map(|count| count.members).sum();
            let experts: u32 = shown.iter().map(|count| count.experts).sum();
            if matches!(name, LandDisplay::Land(_)) || everything || members + experts == 0 {
                continue;
            }
            prop_assert!(members >= 3 && experts >= 10);
            prop_assert!(shown.iter().filter(|count| count.members > 0).count() >= 2);
            prop_assert!(shown.iter().filter(|count| count.experts > 0).count() >= 2);
        }
    }

    #[test]
    fn a_land_below_a_threshold_never_shows_its_name(counts in any_counts()) {
        let displays = display_lands(&counts);

        for land in Land::all() {
            let count = counts[land.index()];
            if count.members < 3 || count.experts < 10 {
                prop_assert_ne!(displays.of(land), LandDisplay::Land(land));
            }
        }
    }

    #[test]
    fn a_group_name_covers_only_its_own_lands(counts in any_counts()) {
        let displays = display_lands(&counts);

        for land in Land::all() {
            if let LandDisplay::Group(group) = displays.of(land) {
                prop_assert_eq!(land.group(), group);
            }
        }
    }
}
