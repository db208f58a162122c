//! What the service says is wrong with an offer, at the fields of its form.

use web::Language;
use web::parts::FieldProblem;

use super::read::Read;
use crate::clock::Instant;
use crate::experts;
use crate::input::FieldError;
use crate::offers::model::LONGEST_DAYS;
use crate::pages::day;

impl Read {
    /// Puts what the service says is wrong at its field.
    pub(super) fn refuse(&mut self, errors: &[FieldError], (language, now): (Language, Instant)) {
        for error in errors {
            let name = field(&error.pointer);
            let problem = match error.code.as_str() {
                "identifying" => FieldProblem::Identifying(experts::words_of(error).to_owned()),
                "length" if self.form.value(name).is_empty() => FieldProblem::Missing,
                "length" => FieldProblem::TooLong,
                "past" => FieldProblem::Past,
                "too_late" => {
                    let latest = now.plus_days(LONGEST_DAYS).date();
                    FieldProblem::TooLate(day(latest, language))
                }
                _ => FieldProblem::Said(error.detail.clone()),
            };
            self.form.problems.push((name, problem));
        }
    }
}

/// The field a pointer is about.
fn field(pointer: &str) -> &'static str {
    let mut parts = pointer.split('/').skip(1);
    match (parts.next().unwrap_or_default(), parts.next()) {
        ("title", Some("en")) => "titel-englisch",
        ("text", Some("en")) => "beschreibung-englisch",
        ("text", _) => "beschreibung",
        ("quantity" | "skills", _) => "anzahl",
        ("capacity", _) => "vcpu",
        ("procedure", _) => "verfahren",
        ("product", _) => "produkt",
        ("place", _) => "ort",
        ("reach", _) => "reichweite",
        ("radius_km", _) => "umkreis",
        ("lead_hours", _) => "vorlauf",
        ("max_days", _) => "tage",
        ("cost", _) => "kosten",
        ("cost_note", Some("en")) => "kosten-hinweis-englisch",
        ("cost_note", _) => "kosten-hinweis",
        ("valid_until", _) => "bis",
        _ => "titel",
    }
}
