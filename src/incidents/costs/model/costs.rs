//! Putting costs together of lines that are checked, and adding them up.

use super::amount::Amount;
use super::category::{Category, ExtraCost, FeePart};
use super::sheet::{
    CostKind, Costs, LONGEST_NOTE, Line, MOST_LINES, NOT_CLAIMED, PlainLine, Price, Totals, Vat,
};
use crate::input::FieldError;

impl Costs {
    /// Costs of a kind.
    ///
    /// # Errors
    /// A line is of the other kind, or says what no line may; or a fee states no tax.
    pub fn of(
        kind: CostKind,
        lines: Vec<PlainLine>,
        vat: Option<Vat>,
    ) -> Result<Self, Vec<FieldError>> {
        let mut errors = checked(&lines);
        match kind {
            CostKind::Reimbursement => {
                if vat.is_some() {
                    let detail = "what is only reimbursed bears no tax: leave it out";
                    errors.push(FieldError::new("/vat_rate", "kind", detail));
                }
                let lines = typed::<ExtraCost>(lines, &mut errors);
                finished(errors, Self::Reimbursement(lines))
            }
            CostKind::Fee => {
                let lines = typed::<FeePart>(lines, &mut errors);
                let Some(vat) = vat else {
                    let detail = "state 0 with its reason, 7 or 19";
                    errors.push(FieldError::new("/vat_rate", "required", detail));
                    return Err(errors);
                };
                finished(errors, Self::Fee { lines, vat })
            }
        }
    }

    /// Nothing yet.
    pub const fn none(kind: CostKind) -> Self {
        match kind {
            CostKind::Reimbursement => Self::Reimbursement(Vec::new()),
            CostKind::Fee => Self::Fee {
                lines: Vec::new(),
                vat: Vat::Full,
            },
        }
    }

    /// Which kind.
    pub const fn kind(&self) -> CostKind {
        match self {
            Self::Reimbursement(_) => CostKind::Reimbursement,
            Self::Fee { .. } => CostKind::Fee,
        }
    }

    /// The tax on it.
    pub const fn vat(&self) -> Option<Vat> {
        match self {
            Self::Reimbursement(_) => None,
            Self::Fee { lines: _, vat } => Some(*vat),
        }
    }

    /// Its lines, as they are shown.
    pub fn lines(&self) -> Vec<PlainLine> {
        match self {
            Self::Reimbursement(lines) => lines.iter().map(plain).collect(),
            Self::Fee { lines, vat: _ } => lines.iter().map(plain).collect(),
        }
    }

    /// What it comes to, of Amtshilfe or not. A hundred lines of ten million euros can be counted.
    pub fn totals(&self, is_amtshilfe: bool) -> Totals {
        let lines = self.lines();
        let amounts = lines.iter().filter_map(|line| line.price.amount());
        let net = Amount::total(amounts).unwrap_or(Amount::MOST);
        let rate = self.vat().map_or(0, Vat::rate);
        let vat = net.percent(rate).unwrap_or(Amount::ZERO);
        let gross = net.plus(vat).unwrap_or(net);
        let claimed = match self.kind() {
            CostKind::Reimbursement if is_amtshilfe && gross <= NOT_CLAIMED => Amount::ZERO,
            CostKind::Reimbursement | CostKind::Fee => gross,
        };
        Totals {
            net,
            vat,
            gross,
            claimed,
        }
    }
}

fn plain<C: Copy + Into<Category>>(line: &Line<C>) -> PlainLine {
    Line {
        category: line.category.into(),
        from: line.from,
        until: line.until,
        price: line.price,
        note: line.note.clone(),
    }
}

fn finished(errors: Vec<FieldError>, costs: Costs) -> Result<Costs, Vec<FieldError>> {
    if errors.is_empty() {
        Ok(costs)
    } else {
        Err(errors)
    }
}

/// The lines that are of this kind; of the others it is said.
fn typed<C: TryFrom<Category>>(
    lines: Vec<PlainLine>,
    errors: &mut Vec<FieldError>,
) -> Vec<Line<C>> {
    let mut typed = Vec::with_capacity(lines.len());
    for (number, line) in lines.into_iter().enumerate() {
        let Ok(category) = C::try_from(line.category) else {
            let detail = "this belongs to the other kind of costs, and one sheet never holds both";
            errors.push(FieldError::new(
                format!("/lines/{number}/category"),
                "kind",
                detail,
            ));
            continue;
        };
        typed.push(Line {
            category,
            from: line.from,
            until: line.until,
            price: line.price,
            note: line.note,
        });
    }
    typed
}

/// What no line of any kind may say.
fn checked(lines: &[PlainLine]) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if lines.len() > MOST_LINES {
        let detail = format!("at most {MOST_LINES} lines");
        errors.push(FieldError::new("/lines", "too_many", detail));
    }
    for (number, line) in lines.iter().enumerate() {
        let mut say = |field: &str, code: &'static str, detail: &str| {
            errors.push(FieldError::new(
                format!("/lines/{number}/{field}"),
                code,
                detail,
            ));
        };
        if line.until < line.from {
            say("until", "order", "it ends before it begins");
        }
        if line.note.chars().count() > LONGEST_NOTE {
            say("note", "length", "at most 200 characters");
        }
        let is_flat = matches!(line.price, Price::Flat(_));
        if line.category == Category::Hours && is_flat {
            say("quantity", "required", "state how many hours at which rate");
        } else if line.price.amount().is_none() {
            say("amount_cents", "range", "state from 0 to ten million euros");
        }
    }
    errors
}
