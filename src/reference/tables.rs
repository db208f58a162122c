use serde::de::DeserializeOwned;

use super::{LandContact, PostcodeRow, Region, RegionGroup};

/// A table of reference data cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line} of the table is wrong")]
pub struct TableError {
    /// Where, counted from 1 with the header line; 0 if the place is unknown.
    pub line: u64,
    #[source]
    cause: csv::Error,
}

/// Reads places from a table like `migration/reference/regions.csv`.
pub fn parse_regions(table: &str) -> Result<Vec<Region>, TableError> {
    parse(table)
}

/// Reads postcodes from a table like `migration/reference/postcodes.csv`.
pub fn parse_postcodes(table: &str) -> Result<Vec<PostcodeRow>, TableError> {
    parse(table)
}

/// Reads groups of Kreise from a table like `migration/reference/region_groups.csv`.
pub fn parse_region_groups(table: &str) -> Result<Vec<RegionGroup>, TableError> {
    parse(table)
}

/// Reads contact points from a table like `migration/reference/land_contacts.csv`.
pub fn parse_land_contacts(table: &str) -> Result<Vec<LandContact>, TableError> {
    parse(table)
}

fn parse<Row: DeserializeOwned>(table: &str) -> Result<Vec<Row>, TableError> {
    csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(table.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .map_err(|cause| TableError {
            line: cause.position().map_or(0, csv::Position::line),
            cause,
        })
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;

    const HEADER: &str = "ags;ars;level;name;kind;parent;lat;lon;population;pop_est;successor\n";
    const WITTEN: &str =
        "05954036;059540036036;gemeinde;Witten;Stadt;05954;51.4;7.3;95724;95724;\n";

    #[test]
    fn a_row_becomes_a_region() {
        let regions = parse_regions(&format!("{HEADER}{WITTEN}")).unwrap();

        assert_eq!(regions[0].name, "Witten");
        assert_eq!(regions[0].population, Some(95_724));
        assert_eq!(regions[0].successor, None);
    }

    #[test]
    fn blank_population_and_ars_are_unknown() {
        let row = "05954036;;gemeinde;Witten;Stadt;05954;51.4;7.3;;95724;\n";

        let regions = parse_regions(&format!("{HEADER}{row}")).unwrap();

        assert_eq!((regions[0].population, &regions[0].ars), (None, &None));
    }

    #[test]
    fn an_error_names_its_line_and_cause() {
        let wrong = WITTEN.replace(";gemeinde;", ";dorf;");

        let error = parse_regions(&format!("{HEADER}{WITTEN}{wrong}")).unwrap_err();

        assert_eq!(error.line, 3);
        assert!(error.source().unwrap().to_string().contains("dorf"));
    }

    #[test]
    fn a_wrong_key_is_an_error_of_its_line() {
        let wrong = WITTEN.replace("05954036;", "5954036;");

        let error = parse_regions(&format!("{HEADER}{wrong}")).unwrap_err();

        assert_eq!(error.line, 2);
        assert!(
            error
                .source()
                .unwrap()
                .to_string()
                .contains("2, 5 or 8 digits")
        );
    }

    #[test]
    fn a_missing_column_is_an_error() {
        assert!(parse_postcodes("postcode;ags\n06366;15082180\n").is_err());
    }

    #[test]
    fn the_main_place_is_one_or_zero() {
        let rows = parse_postcodes("postcode;ags;primary\n06366;15082180;1\n").unwrap();

        assert!(rows[0].primary);
        assert!(parse_postcodes("postcode;ags;primary\n06366;15082180;2\n").is_err());
    }
}
