//! `docs/import.md`: the table of columns is that of the code.

use kataster::exchange::{COLUMNS, Column};

const DOCUMENT: &str = include_str!("../../docs/import.md");

#[test]
fn the_table_names_each_column_with_its_example() {
    let rows: Vec<Vec<&str>> = DOCUMENT
        .lines()
        .filter(|line| line.starts_with("| "))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .skip(1)
        .collect();
    let known = COLUMNS
        .iter()
        .filter(|naming| naming.column != Column::Errors);

    let known: Vec<[&str; 3]> = known
        .map(|naming| [naming.de, naming.en, naming.example])
        .collect();
    let told: Vec<[&str; 3]> = rows
        .iter()
        .map(|row| [row[0], row[1], row[2].trim_matches('`')])
        .collect();
    assert_eq!(told, known);
}

#[test]
fn the_limits_are_those_of_the_code() {
    assert_eq!(kataster::exchange::LONGEST_FILE, 5 * 1024 * 1024);
    for limit in [
        "5 MB",
        "10,000 rows",
        "100 columns",
        "8,000 characters",
        "24 hours",
    ] {
        assert!(DOCUMENT.contains(limit), "{limit}");
    }
}
