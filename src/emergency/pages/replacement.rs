//! Asking for another card in the place of one, and confirming that.
//!
//! Both are one button, unless the town has yet to accept the conditions of today: then a page says so, shows the text and
//! takes down who accepted it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{AcceptanceForm, AcceptanceProblem, ReplaceCardPage, ReplacementStep};
use web::{Frame, Notice};

use super::acceptance;
use super::card::back;
use super::paper::{gone, paper};
use crate::access::Permit;
use crate::access::action::ReplaceEmergencyCard;
use crate::app::AppState;
use crate::emergency::card::{
    CardBody, CardError, CardState, NewAcceptance, ask, confirm, has_accepted, show,
};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::EmergencyCardId;
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, say_next};

pub(super) async fn show_ask(
    permit: Permit<ReplaceEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
) -> Result<Response, Problem> {
    let desk = Desk::open(&app, &permit, (id, ReplacementStep::Ask)).await?;
    desk.show(frame).await
}

pub(super) async fn show_confirm(
    permit: Permit<ReplaceEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
) -> Result<Response, Problem> {
    let desk = Desk::open(&app, &permit, (id, ReplacementStep::Confirm)).await?;
    desk.show(frame).await
}

pub(super) async fn ask_replacement(
    permit: Permit<ReplaceEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let desk = Desk::open(&app, &permit, (id, ReplacementStep::Ask)).await?;
    let acceptance = match accepted(&app, &sent) {
        Ok(acceptance) => acceptance,
        Err(problems) => return Ok(desk.again(frame, &sent, problems)),
    };
    let parts = (&*app.reference, &*app.keyring);
    match ask(&app.db, parts, &permit, (id, acceptance.as_ref())).await {
        Ok(_) => {
            let mut response = desk.leave();
            say_next(&mut response, Notice::ReplacementAsked);
            Ok(response)
        }
        // The page shows who asked and until when.
        Err(CardError::AlreadyAsked) => Ok(desk.leave()),
        Err(error) => desk.refused(frame, &sent, error),
    }
}

/// The codes are in this answer and never again, so there is no redirect.
pub(super) async fn confirm_replacement(
    permit: Permit<ReplaceEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let desk = Desk::open(&app, &permit, (id, ReplacementStep::Confirm)).await?;
    let acceptance = match accepted(&app, &sent) {
        Ok(acceptance) => acceptance,
        Err(problems) => return Ok(desk.again(frame, &sent, problems)),
    };
    let parts = (&*app.reference, &*app.keyring);
    match confirm(&app.db, parts, &permit, (id, acceptance.as_ref())).await {
        Ok(issued) => paper(&app, frame, (&[issued], desk.back)).await,
        Err(CardError::Replaced) => Ok(gone(frame, desk.back)),
        // The page shows who asked and until when.
        Err(CardError::SamePerson | CardError::NotAsked) => Ok(desk.leave()),
        Err(error) => desk.refused(frame, &sent, error),
    }
}

/// What a form says was accepted; nothing where it is the bare button.
fn accepted(
    app: &AppState,
    sent: &Parameters,
) -> Result<Option<NewAcceptance>, Vec<AcceptanceProblem>> {
    if sent.is_empty() {
        return Ok(None);
    }
    acceptance::read(app, sent).map(Some)
}

/// A card somebody replaces.
struct Desk<'a> {
    app: &'a AppState,
    card: CardBody,
    step: ReplacementStep,
    /// The page of the town.
    back: String,
}

impl<'a> Desk<'a> {
    async fn open(
        app: &'a AppState,
        permit: &Permit<ReplaceEmergencyCard>,
        (id, step): (EmergencyCardId, ReplacementStep),
    ) -> Result<Self, Problem> {
        let card = show(&app.db, &app.reference, permit, id).await?;
        Ok(Self {
            app,
            back: back(permit, card.organisation_id),
            card,
            step,
        })
    }

    /// The page, as long as there is something to accept for what whoever looks can do next.
    async fn show(&self, frame: Frame) -> Result<Response, Problem> {
        let (db, reference) = (&self.app.db, &self.app.reference);
        let asked = self.card.replacement.as_ref();
        let is_next = match self.step {
            ReplacementStep::Ask => asked.is_none() && self.card.state != CardState::Replaced,
            ReplacementStep::Confirm => asked.is_some_and(|asked| !asked.asked_by_caller),
        };
        if !is_next || has_accepted(db.reader(), reference, self.card.organisation_id).await? {
            return Ok(self.leave());
        }
        Ok(Html::new(self.page(frame, AcceptanceForm::default())).into_response())
    }

    /// To the page of the town.
    fn leave(&self) -> Response {
        redirect(&LocalPath::or_start(&self.back))
    }

    /// The form, for what can be mended there.
    fn refused(
        &self,
        frame: Frame,
        sent: &Parameters,
        error: CardError,
    ) -> Result<Response, Problem> {
        match error {
            // The text was changed after the button was shown.
            CardError::ConditionsOutdated => {
                let form = acceptance::filled(sent, vec![AcceptanceProblem::Outdated]);
                let page = self.page(frame, form);
                Ok(Html::with_status(page, StatusCode::CONFLICT).into_response())
            }
            CardError::Invalid(errors) => {
                Ok(self.again(frame, sent, acceptance::problems(&errors)))
            }
            error @ (CardError::NotFound
            | CardError::HasCard(_)
            | CardError::Replaced
            | CardError::AlreadyAccepted
            | CardError::AlreadyAsked
            | CardError::NotAsked
            | CardError::SamePerson
            | CardError::KeyReused
            | CardError::Storage(_)) => Err(error.into()),
        }
    }

    fn again(&self, frame: Frame, sent: &Parameters, problems: Vec<AcceptanceProblem>) -> Response {
        let page = self.page(frame, acceptance::filled(sent, problems));
        Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response()
    }

    fn page(&self, frame: Frame, form: AcceptanceForm) -> ReplaceCardPage {
        let path = format!("/notfallkarten/karten/{}/ersatz", self.card.id);
        ReplaceCardPage {
            name: self.card.municipality.clone(),
            action: match self.step {
                ReplacementStep::Ask => path,
                ReplacementStep::Confirm => format!("{path}/bestaetigen"),
            },
            back: self.back.clone(),
            step: self.step,
            text: acceptance::text(self.app, frame.language),
            form,
            frame,
        }
    }
}
