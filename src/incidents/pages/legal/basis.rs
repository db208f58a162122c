//! `/einsaetze/{id}/rechtsgrundlage`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{
    BasisChoice, BasisProblem, BasisStand, DeploymentPage, FormChoice, LegalBasisPage, UrgencyForm,
};
use web::parts::Link;
use web::{Frame, Notice};

use super::line;
use crate::access::Permit;
use crate::access::action::SetDeploymentBasis;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{FormBody, IfMatch, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments;
use crate::incidents::legal::{
    self, CostKind, LegalBasis, LegalError, NewBasis, Options, PersonnelForm, Urgency, may_set,
    needs_basis,
};
use crate::incidents::pages::requests::{lead, right};
use crate::incidents::pages::words;
use crate::incidents::requests::desk;
use crate::input::FieldError;
use crate::matching::NewNeed;
use crate::pages::{Html, Parameters, Visitor};

/// What is posted where it is still open.
const OPEN: &str = "offen";

pub(super) async fn show(
    permit: Permit<SetDeploymentBasis>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<LegalBasisPage>, Problem> {
    let options = options(&app, &permit, id).await?;
    let typed = Typed::stored(&options);
    Ok(Html::new(page(&app, frame, (options, typed)).await?))
}

/// Sent twice it is said twice, and the same.
pub(super) async fn save(
    permit: Permit<SetDeploymentBasis>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let mut typed = Typed::sent(&sent);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(new) = typed.read() {
        match legal::set_basis(&desk(&app), &permit, (id, &new, typed.filled_from)).await {
            Ok(_) => return Ok(lead(&format!("/einsaetze/{id}"), Notice::LegalBasisSaved)),
            Err(LegalError::Invalid(errors)) => typed.problems = problems(&errors),
            Err(LegalError::NotCommitted) => {
                return Ok(lead(&format!("/einsaetze/{id}"), Notice::RequestMovedOn));
            }
            Err(LegalError::Fixed) => {
                typed.problems = vec![BasisProblem::Fixed];
                status = StatusCode::CONFLICT;
            }
            Err(LegalError::Version(_)) => {
                // What stands now is shown beside what was typed: sent again, it replaces that.
                typed.filled_from = IfMatch::Missing;
                typed.problems = vec![BasisProblem::Changed];
                status = StatusCode::CONFLICT;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let options = options(&app, &permit, id).await?;
    let page = page(&app, frame, (options, typed)).await?;
    Ok(Html::with_status(page, status).into_response())
}

/// What can be chosen, for whoever may choose it.
async fn options(
    app: &AppState,
    permit: &Permit<SetDeploymentBasis>,
    id: DeploymentId,
) -> Result<Options, Problem> {
    let options = legal::options(&desk(app), &right(permit)?, id).await?;
    if may_set(permit, &options.deployment) {
        Ok(options)
    } else {
        Err(LegalError::NotFound.into())
    }
}

/// What the form says.
struct Typed {
    /// The version of the deployment it was filled from.
    filled_from: IfMatch,
    basis: Option<LegalBasis>,
    is_open: bool,
    form: Option<PersonnelForm>,
    urgency: UrgencyForm,
    problems: Vec<BasisProblem>,
}

impl Typed {
    fn stored(options: &Options) -> Self {
        let chosen = options.deployment.basis.as_ref();
        let note = options.urgency.as_ref();
        Self {
            filled_from: IfMatch::Missing,
            basis: chosen.map(|chosen| chosen.basis),
            is_open: chosen.is_none(),
            form: Some(chosen.map_or_else(PersonnelForm::default, |chosen| chosen.form)),
            urgency: note.map_or_else(UrgencyForm::default, |note| UrgencyForm {
                reason: note.reason.clone(),
                extent: note.extent.clone(),
                // A day is valid to its end, which is the next one's beginning.
                until: note.until.plus_seconds(-1).date().to_string(),
            }),
            problems: Vec::new(),
        }
    }

    fn sent(sent: &Parameters) -> Self {
        let text = |name| sent.first(name).unwrap_or_default().trim().to_owned();
        Self {
            filled_from: filled_from(sent),
            basis: text("grundlage").parse().ok(),
            is_open: text("grundlage") == OPEN,
            form: text("form").parse().ok(),
            urgency: UrgencyForm {
                reason: text("grund"),
                extent: text("umfang"),
                until: text("bis"),
            },
            problems: Vec::new(),
        }
    }

    /// What is to be said; nothing where it cannot be read. Fields that do not belong to the basis are not heeded.
    fn read(&mut self) -> Option<NewBasis> {
        if self.is_open {
            return Some(NewBasis::default());
        }
        let Some(basis) = self.basis else {
            self.problems.push(BasisProblem::Missing);
            return None;
        };
        let urgency = if basis.asks_for_urgency() {
            Some(self.note()?)
        } else {
            None
        };
        Some(NewBasis {
            basis: Some(basis),
            form: self.form,
            urgency,
        })
    }

    fn note(&mut self) -> Option<Urgency> {
        let is_good = |text: &str| (2..=500).contains(&text.chars().count());
        if !is_good(&self.urgency.reason) {
            self.problems.push(BasisProblem::Reason);
        }
        if !is_good(&self.urgency.extent) {
            self.problems.push(BasisProblem::Extent);
        }
        let day = self.urgency.until.parse().ok();
        if day.is_none() {
            self.problems.push(BasisProblem::Until);
        }
        let until = Instant::end_of(day?);
        self.problems.is_empty().then(|| Urgency {
            reason: self.urgency.reason.clone(),
            extent: self.urgency.extent.clone(),
            until,
        })
    }
}

/// The version a form says it was filled from; of one that says none, it is not asked.
fn filled_from(sent: &Parameters) -> IfMatch {
    match sent.first("stand") {
        None => IfMatch::Missing,
        Some(text) => text.parse().map_or(IfMatch::Other, IfMatch::Version),
    }
}

/// What the service finds wrong, as the page says it.
fn problems(errors: &[FieldError]) -> Vec<BasisProblem> {
    let problem = |error: &FieldError| match error.pointer.as_str() {
        "/personnel_form" => {
            let can = error.suggestions.iter();
            let can = can.filter_map(|name| name.parse::<PersonnelForm>().ok());
            BasisProblem::FormNotAllowed(can.map(PersonnelForm::words).collect())
        }
        "/urgency/reason" => BasisProblem::Reason,
        "/urgency/extent" => BasisProblem::Extent,
        "/urgency" => BasisProblem::Until,
        _ => {
            let can = error.suggestions.iter();
            let can = can.filter_map(|name| name.parse::<LegalBasis>().ok());
            BasisProblem::NotAllowed(can.map(LegalBasis::words).collect())
        }
    };
    errors.iter().map(problem).collect()
}

async fn page(
    app: &AppState,
    frame: Frame,
    (options, typed): (Options, Typed),
) -> Result<LegalBasisPage, Problem> {
    let Options {
        deployment,
        allowed,
        urgency: _,
    } = options;
    let (now, language) = (app.db.clock().now(), frame.language);
    let stand = match line(&deployment, (now, language)) {
        _ if deployment.terms.is_first_call => BasisStand::FirstCall,
        Some(line) if needs_basis(&deployment) => BasisStand::Asked(line),
        Some(_) | None => BasisStand::NotCommitted,
    };
    let choices = allowed.iter().map(|(basis, cost, _)| BasisChoice {
        basis: basis.words(),
        is_fee: *cost == CostKind::Fee,
        is_chosen: typed.basis == Some(*basis),
    });
    let choices = choices.collect();
    let forms = forms(&allowed, typed.form);
    let id = deployment.id.to_string();
    let version = typed.filled_from.or(deployment.version);
    let mut briefs = deployments::briefs(&app.db, vec![deployment]).await?;
    let brief = briefs.pop().ok_or(LegalError::NotFound)?;
    let task = |need: &NewNeed| words::task(need, language);
    // Before they are committed whoever sends does not learn of the town.
    let incident = brief.incident.as_ref();
    let town = incident.filter(|_| needs_basis(&brief.deployment));
    Ok(LegalBasisPage {
        back: Link {
            href: format!("/einsaetze/{id}"),
            label: DeploymentPage::title(language),
        },
        id,
        alias: brief.alias,
        task: brief.need.as_ref().map_or_else(String::new, task),
        place: town.map_or_else(String::new, |one| words::place(&app.reference, one, None)),
        is_drill: incident.is_some_and(|one| one.is_drill),
        version,
        stand,
        choices,
        forms,
        urgency: typed.urgency,
        problems: typed.problems,
        frame,
    })
}

/// Forms of any of the bases, each once.
fn forms(
    allowed: &[(LegalBasis, CostKind, Vec<PersonnelForm>)],
    chosen: Option<PersonnelForm>,
) -> Vec<FormChoice> {
    let mut forms: Vec<PersonnelForm> = Vec::new();
    for (_, _, of_basis) in allowed {
        for form in of_basis {
            if !forms.contains(form) {
                forms.push(*form);
            }
        }
    }
    let choice = |form: PersonnelForm| FormChoice {
        form: form.words(),
        is_chosen: chosen == Some(form),
    };
    forms.into_iter().map(choice).collect()
}
