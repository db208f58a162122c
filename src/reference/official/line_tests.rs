//! Lines as the official description has them.

use super::file::OfficialPlace;
use super::line::{LineProblem, Record, read};
use crate::reference::{AdministrationForm, Designation, Level};

fn line(kind: &str, key: &str, name: &str, designation: &str) -> String {
    format!(
        "{kind}20260930{key:<12}{name:<50}{:<50}{designation:<2}",
        ""
    )
}

fn gemeinde(key: &str, name: &str, designation: &str) -> String {
    let line = line("60", key, name, designation);
    format!(
        "{line:<128}00000016752{:011}00000089528    66111*****",
        180_374
    )
}

fn place(line: &str) -> OfficialPlace {
    match read(line).unwrap() {
        (_, Record::Place(place)) => place,
        (_, other) => panic!("{other:?}"),
    }
}

#[test]
fn a_gemeinde_has_keys_people_and_a_postcode() {
    let line = gemeinde("100411000100", "Saarbrücken, Landeshauptstadt", "63");

    let (day, _) = read(&line).unwrap();
    let place = place(&line);

    assert_eq!(day.to_string(), "2026-09-30");
    assert_eq!(place.ags.as_str(), "10041100");
    assert_eq!(place.ars.as_str(), "100410100100");
    assert_eq!(place.name, "Saarbrücken");
    assert_eq!(place.designation, Designation::Stadt);
    assert_eq!(place.population, Some(180_374));
    assert_eq!(place.postcode.unwrap().as_str(), "66111");
}

#[test]
fn gemeindefreie_gebiete_are_65_and_66_and_a_grosse_kreisstadt_is_a_stadt() {
    for designation in ["65", "66"] {
        let place = place(&gemeinde(
            "010531059105",
            "Sachsenwald (Forstgutsbez.), gemfr. Gebiet",
            designation,
        ));
        assert_eq!(place.level, Level::Gemeindefrei);
        assert_eq!(place.name, "Sachsenwald (Forstgutsbez.)");
    }
    let town = place(&gemeinde("085350150150", "Große, GKSt", "67"));
    assert_eq!(
        (town.level, town.designation),
        (Level::Gemeinde, Designation::Stadt)
    );
}

#[test]
fn a_kreis_is_called_as_people_call_it() {
    let name = |name: &str, designation| place(&line("40", "05334", name, designation)).name;

    assert_eq!(name("Aachen, Städteregion", "45"), "Städteregion Aachen");
    assert_eq!(name("Köln, Stadt", "41"), "Köln");
    assert_eq!(name("Viersen, Kreis", "43"), "Viersen");
    assert_eq!(name("Region Hannover", "44"), "Region Hannover");
}

#[test]
fn an_administration_has_a_key_and_a_form() {
    let (_, record) = read(&line("50", "07141   5007", "Nastätten", "53")).unwrap();

    let Record::Administration(found) = record else {
        panic!("{record:?}");
    };
    assert_eq!(found.key.as_str(), "071415007");
    assert_eq!(found.form, Some(AdministrationForm::Verbandsgemeinde));
}

#[test]
fn each_wrong_line_says_what_is_wrong() {
    let good = gemeinde("100411000100", "Ort", "63");
    let problem = |line: &str| read(line).unwrap_err();

    assert_eq!(problem("Satzart"), LineProblem::Kind);
    assert_eq!(problem(&good.replacen("2026", "2O26", 1)), LineProblem::Day);
    assert_eq!(problem(&good.replacen("0930", "0931", 1)), LineProblem::Day);
    assert_eq!(
        problem(&good.replacen("0930100", "0930170", 1)),
        LineProblem::Key
    );
    assert_eq!(
        problem(&good.replacen("1004110", "1004x10", 1)),
        LineProblem::Key
    );
    assert_eq!(problem(&good.replace("Ort", "   ")), LineProblem::Name);
    assert_eq!(problem(&good.replace("63", "99")), LineProblem::Designation);
    assert_eq!(problem(&good[..145]), LineProblem::Population);
    assert_eq!(problem(&good[..15]), LineProblem::Short);
    assert_eq!(
        problem(&good.replace("66111", "6611x")),
        LineProblem::Postcode
    );
}

proptest::proptest! {
    #[test]
    fn whatever_stands_in_a_line_it_is_read_or_refused(line in "(10|40|50|60)?[0-9 ]{0,30}.{0,240}") {
        drop(read(&line));
    }
}
