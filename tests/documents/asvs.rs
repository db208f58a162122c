//! `docs/compliance/asvs.md`: every item of level 1 and 2 is answered, and what is said to prove it exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const DOCUMENT: &str = include_str!("../../docs/compliance/asvs.md");

/// The levels of the items of each section of ASVS 5.0.0, in order.
const LEVELS: &[(&str, &str)] = &[
    ("1.1", "22"),
    ("1.2", "1111122223"),
    ("1.3", "112222222223"),
    ("1.4", "222"),
    ("1.5", "123"),
    ("2.1", "122"),
    ("2.2", "112"),
    ("2.3", "12223"),
    ("2.4", "23"),
    ("3.1", "3"),
    ("3.2", "113"),
    ("3.3", "12223"),
    ("3.4", "11222233"),
    ("3.5", "11122333"),
    ("3.6", "3"),
    ("3.7", "22333"),
    ("4.1", "12233"),
    ("4.2", "23333"),
    ("4.3", "22"),
    ("4.4", "1222"),
    ("5.1", "2"),
    ("5.2", "112333"),
    ("5.3", "113"),
    ("5.4", "222"),
    ("6.1", "122"),
    ("6.2", "111111112222"),
    ("6.3", "11223333"),
    ("6.4", "112233"),
    ("6.5", "22222333"),
    ("6.6", "2223"),
    ("6.7", "33"),
    ("6.8", "2222"),
    ("7.1", "222"),
    ("7.2", "1111"),
    ("7.3", "22"),
    ("7.4", "11222"),
    ("7.5", "223"),
    ("7.6", "22"),
    ("8.1", "1233"),
    ("8.2", "1123"),
    ("8.3", "133"),
    ("8.4", "23"),
    ("9.1", "111"),
    ("9.2", "1222"),
    ("10.1", "22"),
    ("10.2", "223"),
    ("10.3", "22223"),
    ("10.4", "1111122222233333"),
    ("10.5", "22222"),
    ("10.6", "22"),
    ("10.7", "222"),
    ("11.1", "2233"),
    ("11.2", "22233"),
    ("11.3", "11233"),
    ("11.4", "1222"),
    ("11.5", "23"),
    ("11.6", "23"),
    ("11.7", "33"),
    ("12.1", "12233"),
    ("12.2", "11"),
    ("12.3", "22223"),
    ("13.1", "2333"),
    ("13.2", "222223"),
    ("13.3", "2233"),
    ("13.4", "1222233"),
    ("14.1", "22"),
    ("14.2", "12223333"),
    ("14.3", "122"),
    ("15.1", "12233"),
    ("15.2", "12233"),
    ("15.3", "1222222"),
    ("15.4", "3333"),
    ("16.1", "2"),
    ("16.2", "22222"),
    ("16.3", "2222"),
    ("16.4", "222"),
    ("16.5", "2223"),
    ("17.1", "23"),
    ("17.2", "22223333"),
    ("17.3", "22"),
];

/// One row of the document.
struct Row {
    item: String,
    level: String,
    state: String,
    /// What stands in backticks in the last two columns.
    named: Vec<String>,
    /// How much of that is in the last one.
    proofs: usize,
}

fn rows() -> Vec<Row> {
    let lines = DOCUMENT
        .lines()
        .filter(|line| line.starts_with("| v5.0.0-"));
    let rows = lines.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [item, level, state, how, proof] = cells.as_slice() else {
            panic!("a row has five columns: {line}");
        };
        let quoted = |cell: &str| -> Vec<String> {
            cell.split('`')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect()
        };
        let is_file =
            |name: &String| name.contains('/') || name.contains("::") || Path::new(name).exists();
        let proofs = quoted(proof);
        let also = quoted(how).into_iter().filter(|name| name.contains("::"));
        Row {
            item: item.trim_start_matches("v5.0.0-").to_owned(),
            level: (*level).to_owned(),
            state: (*state).to_owned(),
            proofs: proofs.iter().filter(|name| is_file(name)).count(),
            named: proofs.iter().cloned().chain(also).collect(),
        }
    });
    rows.collect()
}

/// Whether a file has a test of this name.
fn has_test(file: &str, name: &str) -> bool {
    let Ok(text) = fs::read_to_string(file) else {
        return false;
    };
    let (mut is_test, mut found) = (false, false);
    for line in text.lines().map(str::trim) {
        let begins = line.trim_start_matches("async ").strip_prefix("fn ");
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if let Some(rest) = begins {
            found |= is_test && rest.split('(').next() == Some(name);
            is_test = false;
        }
    }
    found
}

#[test]
fn what_is_named_exists() {
    let mut missing = Vec::new();
    for row in rows() {
        for named in row.named {
            let exists = match named.split_once("::") {
                Some((file, test)) => has_test(file, test),
                None => Path::new(&named).exists(),
            };
            if !exists {
                missing.push(format!("{}: {named}", row.item));
            }
        }
    }

    assert_eq!(missing, [] as [String; 0]);
}

#[test]
fn what_is_met_names_its_proof_and_nothing_else_is_a_state() {
    for row in rows() {
        match row.state.as_str() {
            "met" | "operator" => assert!(row.proofs > 0, "{} names no proof", row.item),
            "open" | "n/a" => {}
            other => panic!("{}: {other:?}", row.item),
        }
    }
}

#[test]
fn every_item_of_level_one_and_two_is_answered_once() {
    let rows = rows();
    let covers = |row: &Row, item: &str| {
        let prefix = row.item.strip_suffix('*');
        prefix.map_or(row.item == item, |prefix| item.starts_with(prefix))
    };
    let mut known = BTreeSet::new();
    for (section, levels) in LEVELS {
        for (number, level) in (1..).zip(levels.chars()) {
            let item = format!("{section}.{number}");
            let answers: Vec<&Row> = rows.iter().filter(|row| covers(row, &item)).collect();

            let needed = if level == '3' {
                answers.len() <= 1
            } else {
                answers.len() == 1
            };
            assert!(needed, "{item} has {} answers", answers.len());
            let is_level = |row: &&Row| row.item.ends_with('*') || row.level == level.to_string();
            assert!(answers.iter().all(is_level), "{item} is of level {level}");
            known.insert(item);
        }
    }
    for row in rows.iter().filter(|row| !row.item.ends_with('*')) {
        assert!(known.contains(&row.item), "there is no item {}", row.item);
    }
}
