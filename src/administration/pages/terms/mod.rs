//! `/verwaltung/begriffe`: the vocabulary, and the words that are missed.

mod form;
mod list;
mod one;
mod proposals;

use axum::Router;
use axum::routing::{get, post};
use web::Language;
use web::pages::TermAxis;

use crate::app::AppState;
use crate::fold::fold;
use crate::reference::{Axis, Taxonomy, Term, Text};

const PATH: &str = "/verwaltung/begriffe";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/begriffe", get(list::show))
        .route("/verwaltung/begriffe/neu", get(one::fresh).post(one::add))
        .route(
            "/verwaltung/begriffe/vorschlaege/{stelle}",
            post(proposals::decide),
        )
        .route(
            "/verwaltung/begriffe/{begriff}",
            get(one::show).post(one::save),
        )
        .route(
            "/verwaltung/begriffe/{begriff}/zusammenlegen",
            post(one::merge),
        )
        .route(
            "/verwaltung/begriffe/{begriff}/ausmustern",
            post(one::retire),
        )
        .route(
            "/verwaltung/begriffe/{begriff}/anbieten",
            post(one::restore),
        )
}

/// Kinds of terms that can be added.
const AXES: [Axis; 6] = [
    Axis::Role,
    Axis::Domain,
    Axis::Procedure,
    Axis::Product,
    Axis::Certification,
    Axis::Language,
];

const fn axis_words(axis: Axis) -> TermAxis {
    match axis {
        Axis::Role => TermAxis::Role,
        Axis::Domain => TermAxis::Domain,
        Axis::Procedure => TermAxis::Procedure,
        Axis::Product => TermAxis::Product,
        Axis::Certification => TermAxis::Certification,
        Axis::Language => TermAxis::Language,
        Axis::IncidentClass => TermAxis::IncidentClass,
    }
}

fn label(text: &Text, language: Language) -> &str {
    match language {
        Language::English if !text.en.is_empty() => &text.en,
        Language::German | Language::English => &text.de,
    }
}

/// The page of a term.
fn path_of(id: &str) -> String {
    format!("{PATH}/{id}")
}

/// The term of an axis that is typed by id or by name; names near it where there is none.
fn typed_term<'a>(
    taxonomy: &'a Taxonomy,
    axis: Option<Axis>,
    typed: &str,
) -> Result<&'a Term, Vec<String>> {
    let is_of_axis = |term: &&Term| axis.is_none_or(|axis| term.axis == axis);
    if let Some(term) = taxonomy.term(typed).filter(is_of_axis) {
        return Ok(term);
    }
    let folded = fold(typed);
    let is_called = |term: &&Term| {
        [&term.label.de, &term.label.en]
            .into_iter()
            .any(|name| fold(name) == folded)
    };
    let mut called = taxonomy.terms().iter().filter(is_of_axis).filter(is_called);
    if let (Some(term), None) = (called.next(), called.next()) {
        return Ok(term);
    }
    let kinds = axis.map_or(AXES.to_vec(), |axis| vec![axis]);
    Err(taxonomy.nearest(typed, &kinds))
}
