//! `/einsaetze/{id}/kosten/schaetzung` and `…/aufstellung`: the lines of a sheet, to be written.

use askama::Template;
use i18n_embed_fl::fl;

use super::category::{CostCategory, VatReason};
use super::sheet::{CostKind, CostStage};
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, Language, assets};

/// The lines of a sheet; posts `zeilen`, `stand`, `satz`, `grund`, and of each line `art-1`, `von-1`, `bis-1`,
/// `menge-1`, `preis-1`, `betrag-1`, `notiz-1`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/cost_form.html")]
pub struct CostFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// Before or after.
    pub stage: CostStage,
    /// Of which kind.
    pub kind: CostKind,
    /// The version it was filled from.
    pub version: i32,
    /// The lines, empty ones at the end.
    pub lines: Vec<CostLineInput>,
    /// `satz` and `grund` of a fee.
    pub vat: Filled,
    /// It was filled from what is known.
    pub is_proposal: bool,
    /// Somebody changed it meanwhile.
    pub is_conflict: bool,
}

/// A line as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostLineInput {
    /// The value of its category.
    pub category: String,
    /// The first day, as a field holds it.
    pub from: String,
    /// The last day.
    pub until: String,
    /// How many.
    pub quantity: String,
    /// What one costs.
    pub unit: String,
    /// What it costs.
    pub amount: String,
    /// What it was.
    pub note: String,
    /// What is wrong.
    pub problems: Vec<(CostField, CostProblem)>,
}

/// A field of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostField {
    /// For what.
    Category,
    /// The first day.
    From,
    /// The last day.
    Until,
    /// How many.
    Quantity,
    /// What one costs.
    Unit,
    /// What it costs.
    Amount,
    /// What it was.
    Note,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostProblem {
    /// Nothing is chosen.
    NoCategory,
    /// It belongs to the other kind of costs.
    OtherKind,
    /// It is no day.
    NoDay,
    /// It ends before it begins.
    Order,
    /// It is no number.
    NoNumber,
    /// It is no amount.
    NoAmount,
    /// Neither an amount nor a number with a price.
    Nothing,
    /// Both of them.
    Both,
    /// Hours need a number and a rate.
    NoRate,
    /// It is too long.
    TooLong,
}

impl CostField {
    /// What its fields are called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Category => "art",
            Self::From => "von",
            Self::Until => "bis",
            Self::Quantity => "menge",
            Self::Unit => "preis",
            Self::Amount => "betrag",
            Self::Note => "notiz",
        }
    }
}

impl CostProblem {
    fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NoCategory => fl!(texts, "costs-no-category"),
            Self::OtherKind => fl!(texts, "costs-other-kind"),
            Self::NoDay => fl!(texts, "field-no-day"),
            Self::Order => fl!(texts, "costs-order"),
            Self::NoNumber => fl!(texts, "costs-no-number"),
            Self::NoAmount => fl!(texts, "costs-no-amount"),
            Self::Nothing => fl!(texts, "costs-nothing"),
            Self::Both => fl!(texts, "costs-both"),
            Self::NoRate => fl!(texts, "costs-no-rate"),
            Self::TooLong => fl!(texts, "costs-note-too-long"),
        }
    }
}

/// A line, ready to be shown.
struct LineBlock {
    number: usize,
    category: String,
    message: Option<String>,
    fields: Vec<LineField>,
}

/// A field of a line, ready to be shown.
struct LineField {
    id: String,
    kind: &'static str,
    most: u16,
    label: String,
    value: String,
    message: Option<String>,
}

impl CostLineInput {
    fn message(&self, field: CostField, language: Language) -> Option<String> {
        let mut problems = self.problems.iter();
        let problem = problems.find(|(about, _)| *about == field);
        problem.map(|(_, problem)| problem.text(language))
    }

    /// The fields besides the category.
    fn fields(&self, number: usize, language: Language) -> Vec<LineField> {
        let texts = language.texts();
        let field = |about: CostField, (kind, most), label, value: &String| LineField {
            id: format!("{}-{number}", about.name()),
            kind,
            most,
            label,
            value: value.clone(),
            message: self.message(about, language),
        };
        vec![
            field(
                CostField::From,
                ("date", 10),
                fl!(texts, "costs-from"),
                &self.from,
            ),
            field(
                CostField::Until,
                ("date", 10),
                fl!(texts, "costs-until"),
                &self.until,
            ),
            field(
                CostField::Quantity,
                ("text", 20),
                fl!(texts, "costs-quantity"),
                &self.quantity,
            ),
            field(
                CostField::Unit,
                ("text", 20),
                fl!(texts, "costs-unit"),
                &self.unit,
            ),
            field(
                CostField::Amount,
                ("text", 20),
                fl!(texts, "costs-amount"),
                &self.amount,
            ),
            field(
                CostField::Note,
                ("text", 200),
                fl!(texts, "costs-note"),
                &self.note,
            ),
        ]
    }
}

impl CostFormPage {
    /// That a tax and its reason do not fit.
    pub fn vat_problem(language: Language) -> String {
        fl!(language.texts(), "costs-vat-wrong")
    }

    fn title(&self) -> String {
        let texts = self.frame.texts();
        match self.stage {
            CostStage::Estimate => fl!(texts, "costs-estimate-form"),
            CostStage::Actual => fl!(texts, "costs-actual-form"),
        }
    }

    fn send(&self) -> String {
        let texts = self.frame.texts();
        match self.stage {
            CostStage::Estimate => fl!(texts, "costs-send-estimate"),
            CostStage::Actual => fl!(texts, "costs-send-actual"),
        }
    }

    /// The categories to choose from, each a value and what it is called.
    fn categories(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language();
        let choose = ("", fl!(language.texts(), "costs-choose"));
        let all = CostCategory::of(self.kind).iter();
        let all = all.map(|category| (category.value(), category.label(language)));
        [choose].into_iter().chain(all).collect()
    }

    /// The lines, ready to be shown.
    fn blocks(&self) -> Vec<LineBlock> {
        let language = self.frame.language();
        let lines = self.lines.iter().enumerate();
        let blocks = lines.map(|(place, line)| LineBlock {
            number: place + 1,
            category: line.category.clone(),
            message: line.message(CostField::Category, language),
            fields: line.fields(place + 1, language),
        });
        blocks.collect()
    }

    fn vat_fields(&self) -> Vec<Field> {
        if self.kind != CostKind::Fee {
            return Vec::new();
        }
        let (texts, language) = (self.frame.texts(), self.frame.language());
        let rates = ["19", "7", "0"].map(|rate| (rate.to_owned(), format!("{rate} %")));
        let none = (String::new(), fl!(texts, "costs-vat-no-reason"));
        let reasons =
            VatReason::ALL.map(|reason| (reason.value().to_owned(), reason.label(language)));
        let reasons = [none].into_iter().chain(reasons);
        let field = |name, label, control| self.vat.field((name, label), control, language);
        vec![
            field(
                "satz",
                fl!(texts, "costs-vat-rate"),
                FieldControl::Choice(rates.to_vec()),
            ),
            field(
                "grund",
                fl!(texts, "costs-vat-reason"),
                FieldControl::Choice(reasons.collect()),
            ),
        ]
    }

    fn messages(&self) -> Vec<(String, String)> {
        let language = self.frame.language();
        let mut messages = Vec::new();
        for (number, line) in self.lines.iter().enumerate() {
            for (about, problem) in &line.problems {
                let id = format!("{}-{}", about.name(), number + 1);
                messages.push((id, problem.text(language)));
            }
        }
        let of_vat = Field::messages(self.vat_fields()).into_iter();
        messages.extend(of_vat.map(|(name, message)| (name.to_owned(), message)));
        messages
    }
}
