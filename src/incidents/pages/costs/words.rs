//! Costs as pages say them.

use chrono::NaiveDate;
use web::Language;
use web::pages::{
    CostCategory, CostKind as PageKind, CostLineRow, CostSheetView, CostStage, CostState, CostStep,
    VatReason as PageReason, VatRow,
};

use crate::db::Db;
use crate::experts;
use crate::http::Problem;
use crate::incidents::costs::{
    Amount, Category, CostKind, PlainLine, Price, Quantity, Seen, Sheet, SheetState, Stage, Step,
    Vat, VatReason,
};
use crate::pages::{Told, day};

/// The public name of who helps; empty once the entry was erased.
pub(super) async fn alias(db: &Db, seen: &Seen) -> Result<String, Problem> {
    let ids = [seen.deployment.expert];
    let mut entries = experts::load(db.reader(), &ids).await?;
    Ok(entries.pop().map(|entry| entry.alias).unwrap_or_default())
}

/// A sheet with what whoever looks can do.
pub(super) fn sheet(
    sheet: &Sheet,
    steps: Vec<Step>,
    (told, language): (Told, Language),
) -> CostSheetView {
    let totals = sheet.totals();
    let shown = |amount: Amount| amount.shown(language);
    let lines = sheet.costs.lines();
    let vat = sheet.costs.vat().map(|vat| VatRow {
        rate: vat.rate(),
        reason: vat.reason().map(reason),
        amount: shown(totals.vat),
    });
    CostSheetView {
        stage: stage(sheet.stage),
        state: state(sheet.state),
        kind: kind(sheet.costs.kind(), sheet.is_amtshilfe),
        lines: lines.iter().map(|one| line(one, language)).collect(),
        net: shown(totals.net),
        vat,
        claimed: (totals.claimed != Amount::ZERO || !sheet.is_amtshilfe)
            .then(|| shown(totals.claimed)),
        query: sheet.query.clone(),
        at: told.moment(sheet.at, language),
        version: sheet.version,
        steps: steps.into_iter().filter_map(step).collect(),
    }
}

fn line(line: &PlainLine, language: Language) -> CostLineRow {
    let units = match line.price {
        Price::Flat(_) => None,
        Price::Units(quantity, unit) => Some((quantity.shown(language), unit.shown(language))),
    };
    let amount = line.price.amount().unwrap_or_default();
    CostLineRow {
        category: category(line.category),
        period: period((line.from, line.until), language),
        units,
        amount: amount.shown(language),
        note: line.note.clone(),
    }
}

/// A day, or from one to another.
pub(super) fn period((from, until): (NaiveDate, NaiveDate), language: Language) -> String {
    if from == until {
        return day(from, language);
    }
    format!("{} – {}", day(from, language), day(until, language))
}

/// Minutes as hours: `7,5`.
pub(super) fn hours(minutes: i64, language: Language) -> String {
    Quantity::of_minutes(minutes).shown(language)
}

/// Minutes as people say them: `7 Std. 15 Min.`, `58 Min.`.
pub(super) fn duration(minutes: i64, language: Language) -> String {
    let (long, short) = match language {
        Language::German => ("Std.", "Min."),
        Language::English => ("hr", "min"),
    };
    match (minutes.div_euclid(60), minutes.rem_euclid(60)) {
        (0, rest) => format!("{rest}\u{a0}{short}"),
        (whole, 0) => format!("{whole}\u{a0}{long}"),
        (whole, rest) => format!("{whole}\u{a0}{long} {rest}\u{a0}{short}"),
    }
}

pub(super) const fn kind(kind: CostKind, is_amtshilfe: bool) -> PageKind {
    match kind {
        CostKind::Reimbursement if is_amtshilfe => PageKind::Reimbursement,
        CostKind::Reimbursement => PageKind::Expenses,
        CostKind::Fee => PageKind::Fee,
    }
}

pub(super) const fn stage(stage: Stage) -> CostStage {
    match stage {
        Stage::Estimate => CostStage::Estimate,
        Stage::Actual => CostStage::Actual,
    }
}

const fn state(state: SheetState) -> CostState {
    match state {
        SheetState::Draft => CostState::Draft,
        SheetState::Sent => CostState::Sent,
        SheetState::Agreed => CostState::Agreed,
        SheetState::Declined => CostState::Declined,
        SheetState::Submitted => CostState::Submitted,
        SheetState::Queried => CostState::Queried,
        SheetState::Accepted => CostState::Accepted,
        SheetState::Settled => CostState::Settled,
    }
}

/// A step that is a button; lines are written in a form of their own.
const fn step(step: Step) -> Option<CostStep> {
    match step {
        Step::Write | Step::Send => None,
        Step::Agree => Some(CostStep::Agree),
        Step::Decline => Some(CostStep::Decline),
        Step::Submit => Some(CostStep::Submit),
        Step::Accept => Some(CostStep::Accept),
        Step::Query => Some(CostStep::Query),
        Step::Settle => Some(CostStep::Settle),
    }
}

const fn category(category: Category) -> CostCategory {
    match category {
        Category::Hours => CostCategory::Hours,
        Category::Travel => CostCategory::Travel,
        Category::Lodging => CostCategory::Lodging,
        Category::Overtime => CostCategory::Overtime,
        Category::Purchase => CostCategory::Purchase,
        Category::Other => CostCategory::Other,
    }
}

const fn reason(reason: VatReason) -> PageReason {
    match reason {
        VatReason::PublicCooperation => PageReason::PublicCooperation,
        VatReason::Exempt => PageReason::Exempt,
        VatReason::SmallBusiness => PageReason::SmallBusiness,
    }
}

/// The values of the fields of a tax.
pub(super) fn vat_values(vat: Option<Vat>) -> Vec<(&'static str, String)> {
    let rate = vat.map_or_else(String::new, |vat| vat.rate().to_string());
    let reason: &str = vat.and_then(Vat::reason).map_or("", Into::into);
    vec![("satz", rate), ("grund", reason.to_owned())]
}
