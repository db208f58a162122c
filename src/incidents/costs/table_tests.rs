use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::model::{
    Amount, Category, CostKind, Costs, PlainLine, Price, Quantity, Sheet, SheetState, Stage,
};
use super::table::costs_table;
use crate::clock::Instant;
use crate::ids::DeploymentId;
use crate::spreadsheet::restored;

fn sheet(notes_and_prices: Vec<(String, Price)>) -> Sheet {
    let day: NaiveDate = "2026-12-01".parse().unwrap();
    let lines = notes_and_prices.into_iter().map(|(note, price)| PlainLine {
        category: Category::Other,
        from: day,
        until: day,
        price,
        note,
    });
    Sheet {
        deployment: DeploymentId(Uuid::from_u128(1)),
        stage: Stage::Actual,
        state: SheetState::Draft,
        costs: Costs::of(CostKind::Reimbursement, lines.collect(), None).unwrap(),
        is_amtshilfe: true,
        query: None,
        at: Instant::from_micros(0),
        by: String::new(),
        written_by: String::new(),
        version: 1,
    }
}

/// Cells as a spreadsheet reads them.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut signs = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().unwrap();
        match sign {
            '"' if is_quoted && signs.next_if_eq(&'"').is_some() => {
                row.last_mut().unwrap().push('"');
            }
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => row.push(String::new()),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            '\r' if !is_quoted => {}
            _ => row.last_mut().unwrap().push(sign),
        }
    }
    for cell in rows.iter_mut().flatten() {
        *cell = restored(cell).to_owned();
    }
    rows
}

#[test]
fn a_note_is_never_a_formula() {
    let evil = "=HYPERLINK(\"https://example.org\")".to_owned();
    let table = costs_table(&[&sheet(vec![(evil, Price::Flat(Amount::of_cents(123_450)))])]);

    assert!(table.starts_with("\u{feff}Stand;Art;Von;Bis;"));
    assert!(table.contains("\"1234,50\""));
    assert!(table.contains("\"'=HYPERLINK"));
    assert!(table.contains("01.12.2026"));
}

proptest! {
    #[test]
    fn values_read_back_as_they_were(cents in 0..=1_000_000_i64, quantity in 1..=100_000_i64, unit in 0..=10_000_i64, note in "[a-z;\"=+@🦎-]{0,12}") {
        let flat = Price::Flat(Amount::of_cents(cents));
        let units = Price::Units(Quantity::of_hundredths(quantity), Amount::of_cents(unit));
        let text = costs_table(&[&sheet(vec![(note.clone(), flat), (String::new(), units)])]);

        let rows = rows(&text);

        let (first, second) = (&rows[1], &rows[2]);
        prop_assert_eq!(Amount::read(&first[6]), Some(Amount::of_cents(cents)));
        prop_assert_eq!(Quantity::read(&second[4]), Some(Quantity::of_hundredths(quantity)));
        prop_assert_eq!(Amount::read(&second[5]), Some(Amount::of_cents(unit)));
        prop_assert_eq!(first[7].as_str(), note.as_str());
    }
}
