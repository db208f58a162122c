//! `/konto/meine-daten`, and the copy for reading or as a file.

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;
use web::pages::{ExportPage, ExportRecord, ExportSection, OwnDataPage, action_label};
use web::{Language, pages::ExportActor};

use super::api::ExportBody;
use super::service::{self, Actor, Copy, Form, Recorded, Section};
use crate::access::Permit;
use crate::access::action::{ExportSelf, KeepConsents};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::Problem;
use crate::pages::{Html, Visitor, day, moment};
use crate::privacy::classes::{Column, Shape, stored_words};
use crate::privacy::store::Row;
use crate::reference::Reference;

/// Routes of this concern.
pub(in crate::privacy) fn routes() -> Router<AppState> {
    Router::new()
        .route("/konto/meine-daten", get(show))
        .route("/konto/meine-daten/kopie", get(read))
        .route("/konto/meine-daten/kopie.json", get(download))
}

async fn show(permit: Permit<ExportSelf>, Visitor(frame): Visitor) -> Html<OwnDataPage> {
    Html::new(OwnDataPage {
        has_consents: permit.also::<KeepConsents>().is_some(),
        frame,
    })
}

async fn read(
    permit: Permit<ExportSelf>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ExportPage>, Problem> {
    let asked = (&permit, Form::Page);
    let copy = service::copy(&app.db, &app.keyring, &app.allowances, asked).await?;
    let words = In {
        language: frame.language,
        now: copy.made_at,
        app: &app,
    };
    let Copy {
        made_at,
        person: _,
        sections,
        record,
    } = copy;
    Ok(Html::new(ExportPage {
        made_at: moment(made_at, made_at, frame.language),
        sections: sections
            .iter()
            .map(|section| words.section(section))
            .collect(),
        record: record.iter().map(|entry| words.recorded(entry)).collect(),
        frame,
    }))
}

async fn download(
    permit: Permit<ExportSelf>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    let asked = (&permit, Form::Json);
    let copy = service::copy(&app.db, &app.keyring, &app.allowances, asked).await?;
    let text = serde_json::to_string_pretty(&ExportBody::from(copy))
        .map_err(|_| Problem::internal("the copy cannot be written"))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"meine-daten.json\"",
        ),
    ];
    Ok((headers, text).into_response())
}

/// How things are said on a page.
struct In<'a> {
    language: Language,
    now: Instant,
    app: &'a AppState,
}

impl In<'_> {
    fn section(&self, section: &Section) -> ExportSection {
        let Section {
            table,
            is_about_others,
            rows,
        } = section;
        let readers = table.readers.iter();
        let readers: Vec<_> = readers
            .map(|reader| reader.words().pick(self.language))
            .collect();
        ExportSection {
            title: table.label.pick(self.language).to_owned(),
            is_about_others: *is_about_others,
            purpose: table.purpose.words().pick(self.language).to_owned(),
            kept: table.kept.text(&self.app.retention, self.language),
            readers: readers.join(", "),
            rows: rows
                .iter()
                .map(|row| self.row(table.columns, row))
                .collect(),
        }
    }

    /// What is set of a row, by what it is called.
    fn row(&self, columns: &[Column], row: &Row) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for column in columns.iter().filter(|column| !names_the_person(column)) {
            let label = column.label.pick(self.language);
            match row.get(column.name) {
                None | Some(Value::Null) => {}
                Some(Value::String(text)) if text.is_empty() => {}
                Some(Value::Object(parts)) => {
                    let parts = parts.iter().filter_map(|(name, part)| {
                        let text = match part {
                            Value::String(text) if text.is_empty() => return None,
                            Value::String(text) => text.clone(),
                            Value::Array(several) => self.several(column, several),
                            _ => return None,
                        };
                        Some((part_label(name, self.language), text))
                    });
                    pairs.extend(parts);
                }
                Some(value) => pairs.push((label.to_owned(), self.text(column, value))),
            }
        }
        pairs
    }

    fn several(&self, column: &Column, values: &[Value]) -> String {
        let texts = values.iter().map(|value| self.text(column, value));
        texts.collect::<Vec<_>>().join(", ")
    }

    fn text(&self, column: &Column, value: &Value) -> String {
        match (column.shape, value) {
            (Shape::Flag, Value::Bool(is_so)) => yes_or_no(*is_so, self.language).to_owned(),
            (Shape::Instant, value) => serde_json::from_value(value.clone()).map_or_else(
                |_| value.to_string(),
                |at| moment(at, self.now, self.language),
            ),
            (Shape::Day, value) => serde_json::from_value(value.clone())
                .map_or_else(|_| value.to_string(), |date| day(date, self.language)),
            (_, Value::String(text)) => {
                let words = stored_words(text).map(|words| words.pick(self.language));
                words.map_or_else(
                    || term(&self.app.reference, text, self.language),
                    str::to_owned,
                )
            }
            (_, value) => value.to_string(),
        }
    }

    fn recorded(&self, entry: &Recorded) -> ExportRecord {
        ExportRecord {
            number: entry.seq,
            at: moment(entry.at, self.now, self.language),
            by: match entry.by {
                Actor::Oneself => ExportActor::Oneself,
                Actor::AnotherAccount => ExportActor::AnotherAccount,
                Actor::Operator => ExportActor::Operator,
                Actor::Service => ExportActor::Service,
            },
            action: action_label(&entry.action, self.language)
                .unwrap_or_else(|| entry.action.clone()),
        }
    }
}

/// Whether it only says whose row it is, which the page as a whole does.
fn names_the_person(column: &Column) -> bool {
    matches!(column.name, "account_id" | "expert_id")
}

/// The name of a term; what is no term stays as it is.
fn term(reference: &Reference, text: &str, language: Language) -> String {
    let label = reference.taxonomy.term(text).map(|term| &term.label);
    let name = label.map(|label| match language {
        Language::German => label.de.clone(),
        Language::English => label.en.clone(),
    });
    name.unwrap_or_else(|| text.to_owned())
}

const fn yes_or_no(is_so: bool, language: Language) -> &'static str {
    match (is_so, language) {
        (true, Language::German) => "ja",
        (false, Language::German) => "nein",
        (true, Language::English) => "yes",
        (false, Language::English) => "no",
    }
}

/// Parts of a sealed identity, and of a review.
fn part_label(name: &str, language: Language) -> String {
    let (de, en) = match name {
        "given_name" => ("Vorname", "given name"),
        "family_name" => ("Nachname", "family name"),
        "email" => ("E-Mail", "mail"),
        "phone" => ("Telefon", "telephone"),
        "mobile" => ("Mobil", "mobile"),
        "order" => ("Reihenfolge", "order"),
        "went_well" => ("was gut ging", "what went well"),
        "was_hard" => ("was schwer war", "what was hard"),
        "would_have_helped" => ("was geholfen hätte", "what would have helped"),
        other => (other, other),
    };
    match language {
        Language::German => de.to_owned(),
        Language::English => en.to_owned(),
    }
}
