//! `/verwaltung/rechtsgrundlagen`: who may help whom on which basis, and who checked that.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use strum::VariantArray;
use web::pages::{AdminField, LegalFormsRow, LegalPairRow, LegalRulesPage, Tick};
use web::{Frame, Notice};

use super::form::{Refused, Sent, input, problems};
use crate::access::Permit;
use crate::access::action::KeepLegalRules;
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::incidents::{
    FormGroup, KeptRules, LegalBasis, LegalError, NewRules, PersonnelForm, kept_rules, save_rules,
};
use crate::input::FieldError;
use crate::pages::{Html, LocalPath, Visitor, day, redirect, say_next};

const PATH: &str = "/verwaltung/rechtsgrundlagen";
const CHECK: [AdminField; 2] = [AdminField::CheckedBy, AdminField::CheckedOn];

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/verwaltung/rechtsgrundlagen", get(show).post(save))
}

async fn show(
    permit: Permit<KeepLegalRules>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<LegalRulesPage>, Problem> {
    let kept = kept_rules(&app.db, &permit).await?;
    Ok(Html::new(page(&app, frame, (&kept, None, Vec::new()))))
}

/// Sent twice it is saved once: the second form is of a version that was.
async fn save(
    permit: Permit<KeepLegalRules>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let new = read(&sent);
    let (errors, is_conflict) = match save_rules(&app.db, &permit, &new).await {
        Ok(()) => {
            let mut response = redirect(&LocalPath::or_start(PATH));
            say_next(&mut response, Notice::LegalRulesSaved);
            return Ok(response);
        }
        Err(LegalError::Invalid(errors)) => (errors, false),
        Err(LegalError::Changed) => (Vec::new(), true),
        Err(error) => return Err(error.into()),
    };
    let lacking = lacking(&errors);
    let refused = Refused {
        problems: problems(&CHECK, &sent, &errors),
        sent: &sent,
        is_conflict,
    };
    let mut kept = kept_rules(&app.db, &permit).await?;
    if !is_conflict {
        // What was ticked stays ticked.
        kept.matrix = kept.matrix.ticked(&new.bases, &new.forms);
    }
    let page = page(&app, frame, (&kept, Some(&refused), lacking));
    let status = if is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(Html::with_status(page, status).into_response())
}

/// What was ticked; a value that says nothing known is not heeded.
fn read(sent: &Sent) -> NewRules {
    let pair = |value: &str| {
        let mut parts = value.split('.');
        let sender = parts.next()?.parse().ok()?;
        let receiver = parts.next()?.parse().ok()?;
        Some((sender, receiver, parts.next()?.parse().ok()?))
    };
    let form = |value: &str| {
        let (basis, form) = value.split_once('.')?;
        Some((basis.parse().ok()?, form.parse().ok()?))
    };
    NewRules {
        version: sent.version().or(-1),
        bases: sent.all("paar").filter_map(pair).collect(),
        forms: sent.all("forms").filter_map(form).collect(),
        checked_by: sent.text(AdminField::CheckedBy.name()).to_owned(),
        checked_on: sent.text(AdminField::CheckedOn.name()).parse().ok(),
    }
}

/// Bases nobody can be sent on.
fn lacking(errors: &[FieldError]) -> Vec<LegalBasis> {
    let names = errors
        .iter()
        .filter_map(|error| error.pointer.strip_prefix("/forms/"));
    names.filter_map(|name| name.parse().ok()).collect()
}

fn page(
    app: &AppState,
    frame: Frame,
    (kept, refused, lacking): (&KeptRules, Option<&Refused<'_>>, Vec<LegalBasis>),
) -> LegalRulesPage {
    let today = app.db.clock().now().date().to_string();
    let language = frame.language;
    let field = |field, stored: &str| input(field, (stored.to_owned(), Vec::new()), refused);
    let checked = kept.checked.as_ref();
    LegalRulesPage {
        version: refused.map_or(kept.version, |refused| refused.version(kept.version)),
        since: kept.since.map(|since| day(since, language)),
        checked: checked.map(|(by, on)| (by.clone(), day(*on, language))),
        is_conflict: refused.is_some_and(|refused| refused.is_conflict),
        pairs: pairs(kept),
        forms: LegalBasis::VARIANTS
            .iter()
            .map(|basis| forms(kept, *basis))
            .collect(),
        lacking: lacking.into_iter().map(LegalBasis::words).collect(),
        check: vec![
            field(AdminField::CheckedBy, ""),
            field(AdminField::CheckedOn, &today),
        ],
        frame,
    }
}

fn pairs(kept: &KeptRules) -> Vec<LegalPairRow> {
    let mut rows = Vec::new();
    for sender in FormGroup::VARIANTS {
        for receiver in FormGroup::VARIANTS {
            let allowed = kept.matrix.of_pair(*sender, *receiver);
            let bases = LegalBasis::VARIANTS.iter().map(|basis| {
                let can = sender.can(*receiver, *basis);
                (basis.words(), tick(can, allowed.contains(basis)))
            });
            rows.push(LegalPairRow {
                sender: sender.words(),
                receiver: receiver.words(),
                bases: bases.collect(),
            });
        }
    }
    rows
}

fn forms(kept: &KeptRules, basis: LegalBasis) -> LegalFormsRow {
    let allowed = kept.matrix.forms(basis);
    let forms = PersonnelForm::VARIANTS.iter().map(|form| {
        let can = basis.can_send_by(*form);
        (form.words(), tick(can, allowed.contains(form)))
    });
    LegalFormsRow {
        basis: basis.words(),
        forms: forms.collect(),
    }
}

const fn tick(can: bool, is_ticked: bool) -> Tick {
    match (can, is_ticked) {
        (false, _) => Tick::Impossible,
        (true, false) => Tick::Free,
        (true, true) => Tick::Ticked,
    }
}
