//! The official file (GV100AD) as it would be for the shipped places, with changes. Made here, never a real one.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use kataster::reference::{
    AdministrationForm, Designation, Level, Region, derive_administrations, parse_postcodes,
    parse_regions,
};

/// All records of one day.
#[derive(Clone)]
pub struct Gazetteer {
    day: String,
    places: BTreeMap<String, Place>,
    administrations: Vec<(String, String, &'static str)>,
}

#[derive(Clone)]
struct Place {
    name: String,
    kind: &'static str,
    /// The four digits of its administration.
    administration: String,
    people: u32,
    postcode: String,
}

impl Gazetteer {
    /// The shipped places on another day, `2026-09-30`.
    pub fn shipped(day: &str) -> Self {
        let regions = parse_regions(migration::reference::REGIONS).unwrap();
        let postcodes = parse_postcodes(migration::reference::POSTCODES).unwrap();
        let postcodes: HashMap<String, String> = postcodes
            .into_iter()
            .rev()
            .map(|row| (row.ags.to_string(), row.postcode.to_string()))
            .collect();
        let administrations = derive_administrations(&regions);
        let administrations = administrations.iter().map(|shared| {
            let (name, kind) = official(&shared.name, shared.form);
            (shared.key.to_string(), name, kind)
        });
        Self {
            day: day.replace('-', ""),
            administrations: administrations.collect(),
            places: regions
                .iter()
                .map(|region| (region.ags.to_string(), place(region, &postcodes)))
                .collect(),
        }
    }

    /// Takes a place out.
    pub fn without(mut self, key: &str) -> Self {
        self.places.remove(key).unwrap();
        self
    }

    /// Adds a Gemeinde to an administration.
    pub fn with(mut self, (key, name): (&str, &str), administration: &str, postcode: &str) -> Self {
        let place = Place {
            name: name.to_owned(),
            kind: "64",
            administration: administration.to_owned(),
            people: 1_286,
            postcode: postcode.to_owned(),
        };
        assert!(self.places.insert(key.to_owned(), place).is_none());
        self
    }

    /// Calls a place otherwise.
    pub fn renamed(mut self, key: &str, name: &str) -> Self {
        name.clone_into(&mut self.places.get_mut(key).unwrap().name);
        self
    }

    /// Gives a place another key.
    pub fn moved(mut self, from: &str, to: &str) -> Self {
        let mut place = self.places.remove(from).unwrap();
        place.administration = format!("0{}", &to[5..]);
        assert!(self.places.insert(to.to_owned(), place).is_none());
        self
    }

    /// Records in the order of the official file, in UTF-8.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(4_000_000);
        for (key, place) in &self.places {
            match key.len() {
                2 => self.line(&mut text, ("10", &format!("{key:<12}")), place),
                5 => {
                    self.line(&mut text, ("40", &format!("{key:<12}")), place);
                    self.shared(&mut text, key);
                }
                _ => {
                    let key = format!("{key}{}", place.administration);
                    self.line(&mut text, ("60", &key), place);
                }
            }
        }
        text
    }

    /// The same as old programs write it.
    pub fn windows_1252(&self) -> Vec<u8> {
        encoding_rs::WINDOWS_1252
            .encode(&self.text())
            .0
            .into_owned()
    }

    fn shared(&self, text: &mut String, kreis: &str) {
        for (key, name, kind) in &self.administrations {
            if let Some(digits) = key.strip_prefix(kreis) {
                let place = Place {
                    name: name.clone(),
                    kind,
                    administration: String::new(),
                    people: 0,
                    postcode: String::new(),
                };
                self.line(text, ("50", &format!("{kreis:<8}{digits}")), &place);
            }
        }
    }

    fn line(&self, text: &mut String, (record, key): (&str, &str), place: &Place) {
        let Place {
            name, kind, people, ..
        } = place;
        let mut line = format!("{record}{}{key}{name:<50.50}{:<50}{kind:<2}", self.day, "");
        if record == "60" {
            let postcode = &place.postcode;
            write!(
                line,
                "    {:011}{people:011}{:011}    {postcode:<5}",
                100,
                people / 2
            )
            .unwrap();
        }
        writeln!(text, "{line:<220}\r").unwrap();
    }
}

/// The quarter after: three Gemeinden of Gotha merge (16067052, …55, …82 to …99 Nessegrund), Tonna is called Bad Tonna,
/// Döllstädt moves to Sömmerda (16067011 to 16068099), Herrenhof (16067036) is incorporated into Georgenthal (…92).
pub fn next_quarter(day: &str) -> Gazetteer {
    Gazetteer::shipped(day)
        .without("16067052")
        .without("16067055")
        .without("16067082")
        .without("16067036")
        .with(("16067099", "Nessegrund"), "5007", "99192")
        .renamed("16067067", "Bad Tonna")
        .moved("16067011", "16068099")
}

fn place(region: &Region, postcodes: &HashMap<String, String>) -> Place {
    let key = region.ags.as_str();
    let (kind, title) = match (region.level, region.designation) {
        (Level::Gemeinde, Designation::Stadt) => ("63", ", Stadt"),
        (Level::Gemeinde, _) => ("64", ""),
        (Level::Gemeindefrei, _) => ("66", ", gemfr. Gebiet"),
        (Level::Kreis, Designation::KreisfreieStadt) => ("41", ", Stadt"),
        (Level::Kreis, Designation::Stadtkreis) => ("42", ", Stadtkreis"),
        (Level::Kreis, Designation::Kreis) => ("43", ""),
        (Level::Kreis, Designation::Landkreis) => ("44", ""),
        (Level::Kreis, _) => ("45", ""),
        (Level::Land, _) => ("", ""),
    };
    // Those of which the shipped table knows none get the digits of a single Gemeinde.
    let administration = match &region.ars {
        Some(ars) => ars.as_str()[5..9].to_owned(),
        None => format!("0{}", key.get(5..8).unwrap_or("000")),
    };
    Place {
        name: format!("{}{title}", region.name),
        kind,
        administration,
        people: region.population.unwrap_or(region.pop_est),
        postcode: postcodes.get(key).cloned().unwrap_or_default(),
    }
}

fn official(name: &str, form: AdministrationForm) -> (String, &'static str) {
    let kind = match form {
        AdministrationForm::Amt => "51",
        AdministrationForm::Samtgemeinde => "52",
        AdministrationForm::Verbandsgemeinde => "53",
        AdministrationForm::Verwaltungsgemeinschaft => "54",
    };
    let name = name.strip_prefix(form.label()).unwrap_or(name).trim();
    (format!("{name} (amtlich)"), kind)
}
