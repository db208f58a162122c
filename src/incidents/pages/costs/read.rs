//! The form of a sheet, filled and read.

use chrono::NaiveDate;
use web::Language;
use web::pages::{CostField, CostFormPage, CostLineInput, CostProblem};
use web::parts::{FieldProblem, Filled};

use super::words::vat_values;
use crate::incidents::costs::{
    Amount, Category, CostKind, Costs, Line, MOST_LINES, PlainLine, Price, Quantity, Vat, VatReason,
};
use crate::input::FieldError;
use crate::pages::Parameters;

/// Empty lines at the end.
const SPARE: usize = 3;

/// A form as it was sent or is filled.
pub(super) struct Read {
    pub(super) inputs: Vec<CostLineInput>,
    pub(super) vat: Filled,
    /// The lines that are filled, each with its place among the inputs, once nothing is wrong.
    pub(super) lines: Option<Vec<(usize, PlainLine)>>,
    pub(super) tax: Option<Vat>,
}

impl Read {
    /// What is written, or proposed.
    pub(super) fn stored(costs: &Costs) -> Self {
        let lines = costs.lines();
        let mut inputs: Vec<_> = lines.iter().map(stored).collect();
        spare(&mut inputs);
        Self {
            inputs,
            vat: Filled {
                values: vat_values(costs.vat()),
                problems: Vec::new(),
            },
            lines: None,
            tax: costs.vat(),
        }
    }

    /// A form as it was sent.
    pub(super) fn sent(sent: &Parameters, (kind, language): (CostKind, Language)) -> Self {
        let count = sent
            .parsed::<usize>("zeilen")
            .unwrap_or_default()
            .min(MOST_LINES);
        let mut inputs: Vec<_> = (1..=count).map(|number| input(sent, number)).collect();
        let mut lines = Vec::new();
        let mut is_right = true;
        for (place, input) in inputs.iter_mut().enumerate() {
            if is_empty(input) {
                continue;
            }
            match line(input) {
                Ok(line) => lines.push((place, line)),
                Err(problems) => {
                    input.problems = problems;
                    is_right = false;
                }
            }
        }
        let (vat, tax) = vat(sent, kind, language);
        is_right &= vat.is_right();
        Self {
            inputs,
            vat,
            lines: is_right.then_some(lines),
            tax,
        }
    }

    /// With a few empty lines more.
    pub(super) fn spared(mut self) -> Self {
        spare(&mut self.inputs);
        self
    }

    /// Puts what a service found wrong to the lines it is of.
    pub(super) fn blame(&mut self, places: &[usize], errors: &[FieldError]) {
        for error in errors {
            let mut parts = error.pointer.split('/').skip(2);
            let place = parts.next().and_then(|number| number.parse::<usize>().ok());
            let place = place.and_then(|number| places.get(number));
            let input = place.and_then(|place| self.inputs.get_mut(*place));
            let Some(input) = input else { continue };
            input.problems.push(blamed(parts.next(), &error.code));
        }
        let nothing = self.inputs.iter().all(|input| input.problems.is_empty());
        if let Some(first) = self.inputs.first_mut().filter(|_| nothing) {
            first
                .problems
                .push((CostField::Category, CostProblem::NoCategory));
        }
    }
}

fn blamed(field: Option<&str>, code: &str) -> (CostField, CostProblem) {
    match (field.unwrap_or_default(), code) {
        ("category", _) => (CostField::Category, CostProblem::OtherKind),
        ("until", _) => (CostField::Until, CostProblem::Order),
        ("note", _) => (CostField::Note, CostProblem::TooLong),
        ("quantity", _) => (CostField::Quantity, CostProblem::NoRate),
        _ => (CostField::Amount, CostProblem::NoAmount),
    }
}

fn spare(inputs: &mut Vec<CostLineInput>) {
    let filled = inputs.iter().filter(|input| !is_empty(input)).count();
    let wanted = (filled + SPARE).clamp(inputs.len(), MOST_LINES.max(inputs.len()));
    inputs.resize_with(wanted, CostLineInput::default);
}

fn stored(line: &PlainLine) -> CostLineInput {
    let category: &str = line.category.into();
    let (quantity, unit, amount) = match line.price {
        Price::Flat(amount) => (String::new(), String::new(), amount.plain()),
        Price::Units(quantity, unit) => (quantity.plain(), unit.plain(), String::new()),
    };
    CostLineInput {
        category: category.to_owned(),
        from: line.from.to_string(),
        until: if line.until == line.from {
            String::new()
        } else {
            line.until.to_string()
        },
        quantity,
        unit,
        amount,
        note: line.note.clone(),
        problems: Vec::new(),
    }
}

fn input(sent: &Parameters, number: usize) -> CostLineInput {
    let text = |field: CostField| {
        let name = format!("{}-{number}", field.name());
        sent.first(&name).unwrap_or_default().to_owned()
    };
    CostLineInput {
        category: text(CostField::Category),
        from: text(CostField::From),
        until: text(CostField::Until),
        quantity: text(CostField::Quantity),
        unit: text(CostField::Unit),
        amount: text(CostField::Amount),
        note: text(CostField::Note),
        problems: Vec::new(),
    }
}

fn is_empty(input: &CostLineInput) -> bool {
    let CostLineInput {
        category: _,
        from,
        until,
        quantity,
        unit,
        amount,
        note,
        problems: _,
    } = input;
    let filled = [from, until, quantity, unit, amount, note];
    filled.iter().all(|text| text.trim().is_empty())
}

/// A line, or all that is wrong with it.
fn line(input: &CostLineInput) -> Result<PlainLine, Vec<(CostField, CostProblem)>> {
    let category = input.category.parse::<Category>().ok();
    let from = input.from.trim().parse::<NaiveDate>().ok();
    let until = match input.until.trim() {
        "" => from,
        text => text.parse().ok(),
    };
    let mut problems = Vec::new();
    let mut miss = |is_missing: bool, field, problem| {
        if is_missing {
            problems.push((field, problem));
        }
    };
    miss(
        category.is_none(),
        CostField::Category,
        CostProblem::NoCategory,
    );
    miss(from.is_none(), CostField::From, CostProblem::NoDay);
    let is_wrong = until.is_none() && from.is_some();
    miss(is_wrong, CostField::Until, CostProblem::NoDay);
    let price = price(input);
    if let Err((field, problem)) = price {
        miss(true, field, problem);
    }
    match (category, from, until, price) {
        (Some(category), Some(from), Some(until), Ok(price)) => Ok(Line {
            category,
            from,
            until,
            price,
            note: input.note.trim().to_owned(),
        }),
        _ => Err(problems),
    }
}

fn price(input: &CostLineInput) -> Result<Price, (CostField, CostProblem)> {
    let (quantity, unit) = (input.quantity.trim(), input.unit.trim());
    let amount = input.amount.trim();
    let has_units = !quantity.is_empty() || !unit.is_empty();
    match (has_units, amount.is_empty()) {
        (false, true) => Err((CostField::Amount, CostProblem::Nothing)),
        (true, false) => Err((CostField::Amount, CostProblem::Both)),
        (false, false) => {
            let read = Amount::read(amount).filter(|amount| amount.is_usable());
            let amount = read.ok_or((CostField::Amount, CostProblem::NoAmount))?;
            Ok(Price::Flat(amount))
        }
        (true, true) => {
            let read = Quantity::read(quantity).filter(|quantity| quantity.is_usable());
            let quantity = read.ok_or((CostField::Quantity, CostProblem::NoNumber))?;
            let read = Amount::read(unit).filter(|unit| unit.is_usable());
            let unit = read.ok_or((CostField::Unit, CostProblem::NoAmount))?;
            Ok(Price::Units(quantity, unit))
        }
    }
}

fn vat(sent: &Parameters, kind: CostKind, language: Language) -> (Filled, Option<Vat>) {
    let text = |name: &'static str| (name, sent.first(name).unwrap_or_default().to_owned());
    let values = vec![text("satz"), text("grund")];
    if kind == CostKind::Reimbursement {
        return (Filled::default(), None);
    }
    let rate = sent.parsed::<u8>("satz");
    let reason = sent.parsed::<VatReason>("grund");
    let vat = rate.and_then(|rate| Vat::of(rate, reason));
    let problem = CostFormPage::vat_problem(language);
    let problems = match vat {
        Some(_) => Vec::new(),
        None => vec![("grund", FieldProblem::Said(problem))],
    };
    (Filled { values, problems }, vat)
}
