//! Costs and times as tables for a spreadsheet: `;` between cells, decimals with a comma, formulas made harmless.

use chrono::NaiveDate;

use super::model::{
    Amount, Category, CostKind, DaySum, PlainLine, Price, Quantity, Sheet, Stage, TimeEntry,
    TimeMode, Vat,
};
use super::service::TimeSheet;
use crate::spreadsheet::to_csv;

/// The lines of these sheets, each with what it comes to.
pub(in crate::incidents) fn costs_table(sheets: &[&Sheet]) -> String {
    let header = [
        "Stand",
        "Art",
        "Von",
        "Bis",
        "Menge",
        "Einzelpreis in Euro",
        "Betrag in Euro",
        "Vermerk",
    ];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for sheet in sheets {
        let stage = stage(sheet.stage);
        let lines = sheet.costs.lines();
        rows.extend(lines.iter().map(|one| line(stage, one)));
        rows.extend(sums(stage, sheet));
    }
    csv(&rows)
}

fn line(stage: &str, line: &PlainLine) -> Vec<String> {
    let (quantity, unit) = match line.price {
        Price::Flat(_) => (String::new(), String::new()),
        Price::Units(quantity, unit) => (quantity.plain(), unit.plain()),
    };
    vec![
        stage.to_owned(),
        category(line.category).to_owned(),
        day(line.from),
        day(line.until),
        quantity,
        unit,
        line.price.amount().map(Amount::plain).unwrap_or_default(),
        line.note.clone(),
    ]
}

fn sums(stage: &str, sheet: &Sheet) -> Vec<Vec<String>> {
    let totals = sheet.totals();
    let row = |what: String, amount: Amount| {
        let mut row = vec![String::new(); 8];
        stage.clone_into(&mut row[0]);
        row[1] = what;
        row[6] = amount.plain();
        row
    };
    let mut rows = vec![row("Summe".to_owned(), totals.net)];
    if let Some(vat) = sheet.costs.vat() {
        rows.push(row(tax(vat), totals.vat));
        rows.push(row("Summe mit Umsatzsteuer".to_owned(), totals.gross));
    }
    if sheet.costs.kind() == CostKind::Reimbursement {
        rows.push(row("Verlangt".to_owned(), totals.claimed));
    }
    rows
}

fn tax(vat: Vat) -> String {
    format!("Umsatzsteuer {} %", vat.rate())
}

/// What was worked: the entries for who may see them, else what each day comes to.
pub(in crate::incidents) fn times_table(sheet: &TimeSheet) -> String {
    let rows: Vec<_> = if let Some(detail) = &sheet.detail {
        let header = [
            "Tag",
            "Von",
            "Bis",
            "Pause in Minuten",
            "Stunden",
            "Wo",
            "Vermerk",
        ];
        let header = header.map(str::to_owned).to_vec();
        let entries = detail.entries.iter().map(entry);
        std::iter::once(header).chain(entries).collect()
    } else {
        let header = ["Tag", "Stunden", "vor Ort", "aus der Ferne", "unterwegs"];
        let header = header.map(str::to_owned).to_vec();
        let days = sheet.days.iter().map(|sum| of_day(*sum));
        std::iter::once(header).chain(days).collect()
    };
    csv(&rows)
}

fn entry(entry: &TimeEntry) -> Vec<String> {
    vec![
        day(entry.day()),
        entry.from.time_of_day(),
        entry.until.time_of_day(),
        entry.break_minutes.to_string(),
        hours(entry.minutes()),
        mode(entry.mode).to_owned(),
        entry.note.clone(),
    ]
}

fn of_day(sum: DaySum) -> Vec<String> {
    let DaySum {
        day: on,
        on_site,
        remote,
        travel,
    } = sum;
    vec![
        day(on),
        hours(sum.minutes()),
        hours(on_site),
        hours(remote),
        hours(travel),
    ]
}

fn csv(rows: &[Vec<String>]) -> String {
    to_csv(rows.iter().map(|row| row.iter().map(String::as_str)))
}

fn day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// Minutes as hours.
fn hours(minutes: i64) -> String {
    Quantity::of_minutes(minutes).plain()
}

const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Estimate => "Schätzung",
        Stage::Actual => "Abrechnung",
    }
}

const fn category(category: Category) -> &'static str {
    match category {
        Category::Hours => "Stunden",
        Category::Travel => "Fahrt",
        Category::Lodging => "Unterkunft",
        Category::Overtime => "Überstunden",
        Category::Purchase => "Anschaffung",
        Category::Other => "Sonstiges",
    }
}

const fn mode(mode: TimeMode) -> &'static str {
    match mode {
        TimeMode::OnSite => "vor Ort",
        TimeMode::Remote => "aus der Ferne",
        TimeMode::Travel => "unterwegs",
    }
}
