//! Plans, proposals and what becomes of places, on the shipped places and on a small land made by hand.

use super::choices::{Choices, SuccessorProblem};
use super::file::{OfficialAdministration, OfficialPlace};
use super::plan::{Plan, Shortfall, check_whole};
use super::proposal::Reason;
use super::samples::{after, file_of, place, settled, shipped, small, without};
use super::settle::settle;
use super::typed::successor;
use crate::reference::samples::ags;
use crate::reference::{AdministrationForm, Ags, Designation, Level};

#[test]
fn the_shipped_places_as_a_file_only_tell_more() {
    let installed = shipped();
    let file = file_of(&installed.regions);

    check_whole(&installed, &file).unwrap();
    let (plan, settled) = settled(&installed, &file);

    assert!(plan.new.is_empty() && plan.gone.is_empty() && plan.renamed.is_empty());
    assert!(plan.repopulated > 1_000, "estimates become numbers");
    let (next, _) = after(&installed, &file, &settled);
    let (_, again) = self::settled(&next, &file);
    assert!(again.is_nothing());
}

#[test]
fn a_merger_a_rename_a_move_and_an_incorporation_are_told_apart() {
    let installed = small();
    let mut file = file_of(&installed.regions);
    without(&mut file, &["01051002", "01051003", "01051004", "01053002"]);
    // Dorsch and Butt merge to Plattfisch, Barsch goes to Aal, Zander moves to the other Kreis.
    for new in [
        place("01051010", "Plattfisch", Some("25702")),
        place("01051011", "Zander", None),
    ] {
        file.places.insert(new.ags, new);
    }
    file.places.get_mut(&ags("01053001")).unwrap().name = "Bad Hecht".to_owned();

    let (plan, settled) = settled(&installed, &file);

    let of = |key: &str| {
        let gone = plan.gone.iter().find(|gone| gone.ags == ags(key)).unwrap();
        let found = gone.proposal.as_ref().unwrap();
        (found.ags.to_string(), found.reason)
    };
    assert_eq!(of("01051002"), ("01051001".to_owned(), Reason::Nearest));
    assert_eq!(
        of("01051003"),
        ("01051010".to_owned(), Reason::SamePostcode)
    );
    assert_eq!(of("01051004"), ("01051010".to_owned(), Reason::Nearest));
    assert_eq!(of("01053002"), ("01051011".to_owned(), Reason::SameName));
    assert_eq!(
        (plan.new.len(), plan.renamed.len(), plan.moved()),
        (2, 1, 1)
    );
    let (_, regions) = after(&installed, &file, &settled);
    let now = |key: &str| regions.get(ags(key)).unwrap();
    assert_eq!(now("01051004").name, "Plattfisch");
    assert!((now("01051010").lat - 54.45).abs() < 1e-9 && now("01051010").is_approximate);
    assert!((now("01053002").lat - 53.2).abs() < 1e-9 && !now("01053002").is_approximate);
    assert_eq!(now("01053001").name, "Bad Hecht");
    let postcodes: Vec<_> = regions
        .postcodes_of(ags("01051010"))
        .map(|code| code.to_string())
        .collect();
    assert_eq!(postcodes, ["25702"]);
    assert_eq!(
        regions.with_past(vec!["01051010".to_owned()]),
        ["01051010", "01051003", "01051004"]
    );
    assert_eq!(regions.of_one_place("01051011"), ["01051011", "01053002"]);
    assert_eq!(regions.of_one_place("01051010"), ["01051010"]);
}

#[test]
fn keys_that_went_out_of_use_twice_lead_to_the_last_place() {
    let installed = small();
    let mut file = file_of(&installed.regions);
    without(&mut file, &["01051002"]);
    let (_, settled) = settled(&installed, &file);
    let (next, _) = after(&installed, &file, &settled);
    without(&mut file, &["01051001"]);
    let plan = Plan::of(&next, &file);
    let choices = Choices::from([(ags("01051001"), ags("01051004"))]);

    let settled = settle(&next, &file, &plan, &choices).unwrap();

    let (next, regions) = after(&next, &file, &settled);
    assert_eq!(regions.get(ags("01051002")).unwrap().name, "Butt");
    assert_eq!(regions.today("01051002"), "01051004");
    // And one that comes back is itself again.
    let again = file_of(&small().regions);
    let (_, settled) = self::settled(&next, &again);
    let (_, regions) = after(&next, &again, &settled);
    assert_eq!(regions.get(ags("01051001")).unwrap().name, "Aal");
}

#[test]
fn a_kreis_that_is_gone_leads_where_its_people_live() {
    let installed = small();
    let mut file = file_of(&installed.regions);
    without(&mut file, &["01053", "01053001", "01053002"]);
    for new in [
        place("01051020", "Hecht", None),
        place("01051021", "Zander", None),
    ] {
        file.places.insert(new.ags, new);
    }

    check_whole(&installed, &file).unwrap();
    let (plan, settled) = settled(&installed, &file);

    let gone = plan
        .gone
        .iter()
        .find(|gone| gone.level == Level::Kreis)
        .unwrap();
    assert_eq!(gone.proposal.as_ref().unwrap().reason, Reason::MostPeople);
    let (_, regions) = after(&installed, &file, &settled);
    assert_eq!(regions.get(ags("01053")).unwrap().ags, ags("01051"));
    assert!(regions.contains(ags("01053"), ags("01053001")));
}

#[test]
fn administrations_get_official_names_and_old_keys_lead_on() {
    let mut installed = small();
    for region in &mut installed.regions {
        if region.ags.as_str().starts_with("01051") && region.level == Level::Gemeinde {
            region.ars = Some(
                format!("010515001{}", &region.ags.as_str()[5..])
                    .try_into()
                    .unwrap(),
            );
        }
    }
    let mut file = file_of(&installed.regions);
    for place in file
        .places
        .values_mut()
        .filter(|place| place.level == Level::Gemeinde)
    {
        let verband = if place.ags < ags("01052") {
            "010515077"
        } else {
            "010530001"
        };
        place.ars = format!("{verband}{}", &place.ags.as_str()[5..])
            .try_into()
            .unwrap();
    }
    file.administrations = vec![OfficialAdministration {
        key: "010515077".to_owned().try_into().unwrap(),
        name: "Fischland".to_owned(),
        form: Some(AdministrationForm::Amt),
    }];

    let (_, settled) = settled(&installed, &file);

    let (next, regions) = after(&installed, &file, &settled);
    let key = "010515001".to_owned().try_into().unwrap();
    let today = regions.administration(&key).unwrap();
    assert_eq!(
        (today.name.as_str(), today.name_is_derived),
        ("Amt Fischland", false)
    );
    assert_eq!(regions.today("010515001"), "010515077");
    assert_eq!(
        regions.of_one_place("010515077"),
        ["010515077", "010515001"]
    );
    // All members merge into one Gemeinde: the key of the administration leads there.
    without(&mut file, &["01051001", "01051002", "01051003", "01051004"]);
    let merged = place("01051099", "Fischland", None);
    file.places.insert(merged.ags, merged);
    let (_, settled) = self::settled(&next, &file);
    let (_, regions) = after(&next, &file, &settled);
    assert!(regions.administration(&key).is_none());
    assert_eq!(regions.today("010515001"), "01051099");
}

#[test]
fn what_is_cut_off_is_refused() {
    let installed = shipped();
    let whole = file_of(&installed.regions);
    let cut = |keeps: &dyn Fn(&Ags) -> bool| {
        let mut file = whole.clone();
        file.places.retain(|ags, _| keeps(ags));
        check_whole(&installed, &file)
    };

    assert!(matches!(
        cut(&|ags| ags.land_key() != self::ags("16")),
        Err(Shortfall::Land(_))
    ));
    let kreis = self::ags("16077");
    assert!(matches!(
        cut(&|ags| !kreis.contains(*ags)),
        Err(Shortfall::Kreis(_))
    ));
    assert!(matches!(
        cut(&|ags| *ags < self::ags("16077010")),
        Err(Shortfall::Kreis(_))
    ));
    let thinned = cut(&|ags| ags.digit_count() < 8 || ags.as_str().as_bytes()[7] != b'6');
    assert!(
        matches!(thinned, Err(Shortfall::Gemeinden { .. })),
        "{thinned:?}"
    );
}

#[test]
fn a_successor_is_named_by_key_or_name_and_must_fit() {
    let installed = small();
    let mut file = file_of(&installed.regions);
    without(&mut file, &["01051002"]);
    let twin = place("01053009", "Aal", None);
    file.places.insert(twin.ags, twin);
    let other_land = OfficialPlace {
        level: Level::Gemeinde,
        designation: Designation::Gemeinde,
        ..place("02000000", "Hafen", None)
    };
    file.places.insert(other_land.ags, other_land);
    let plan = Plan::of(&installed, &file);
    let gone = &plan.gone[0];
    let said = |typed: &str| successor(&file, gone, typed);

    assert_eq!(said("01051004"), Ok(ags("01051004")));
    assert_eq!(said(" 01051004 Butt "), Ok(ags("01051004")));
    assert_eq!(said("dorsch"), Ok(ags("01051003")));
    assert_eq!(said(""), Err(SuccessorProblem::Missing));
    assert_eq!(said("Aal"), Err(SuccessorProblem::Ambiguous));
    assert_eq!(said("Barsch"), Err(SuccessorProblem::Unknown));
    assert_eq!(said("01051002"), Err(SuccessorProblem::Unknown));
    assert_eq!(said("02000000"), Err(SuccessorProblem::OtherLand));
    assert_eq!(said("01051"), Err(SuccessorProblem::Level));
    let missing = settle(&installed, &file, &plan, &Choices::new()).unwrap_err();
    assert_eq!(missing[0].problem, SuccessorProblem::Missing);
}
