//! Words that are missed in a list of an entry.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use web::pages::{
    EntrySection, NewProposalProblem, OwnProposal, OwnProposalState, ProposalForm, TermAxis,
};
use web::{Frame, Notice};

use super::term_rows::{Listed, page};
use super::{Editing, Sent};
use crate::access::action::{ProposeTerm, UpdateExpert};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::experts::proposals::{self, NewProposal, Proposal, ProposalError, ProposalState};
use crate::experts::words_of;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::input::{self, InputError};
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next, term_name};
use crate::reference::Axis;

pub(super) async fn propose(
    permit: Permit<ProposeTerm>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let sections = [EntrySection::Certificates, EntrySection::Languages];
    let mut sections = sections.into_iter();
    let section = sections.find(|section| section.path() == sent.text("bereich"));
    let section = section.unwrap_or(EntrySection::Skills);
    let path = format!("/eintraege/{id}/{}", section.path());
    let problem = match read(Listed::of(section), &sent) {
        Err(problem) => problem,
        Ok(new) => {
            match proposals::propose(&app.db, (&app.reference, &app.keyring), &permit, (id, &new))
                .await
            {
                Ok(()) => {
                    let mut response = redirect(&LocalPath::or_start(&path));
                    say_next(&mut response, Notice::TermProposed);
                    return Ok(response);
                }
                Err(ProposalError::Known) => NewProposalProblem::Known,
                Err(ProposalError::Waiting) => NewProposalProblem::Waiting,
                Err(ProposalError::TooMany) => NewProposalProblem::TooMany,
                Err(ProposalError::Invalid(errors)) => {
                    let words = errors.first().map_or("", words_of);
                    NewProposalProblem::Telling(words.to_owned())
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let editing = permit.also::<UpdateExpert>();
    let editing = editing.ok_or_else(|| Problem::forbidden("you may not change entries"))?;
    let editing = Editing::load(&app, &editing, id).await?;
    let frame = Frame {
        here: path,
        ..frame
    };
    let language = frame.language;
    let mut page = page((&app, section), frame, &editing, None);
    page.proposals = ProposalForm {
        axis: sent.text("achse").parse().ok().map(axis_words),
        word: sent.text("wort").to_owned(),
        reason: sent.text("warum").to_owned(),
        problem: Some(problem),
        is_open: true,
        ..form(&app, &permit, (id, section), language).await?
    };
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn read(listed: Listed, sent: &Sent) -> Result<NewProposal, NewProposalProblem> {
    let axis = sent.text("achse").parse::<Axis>().ok();
    let axis = axis.filter(|axis| listed.axes().contains(axis));
    let body = json!({
        "axis": axis.or(listed.axes().first().copied()),
        "word": sent.text("wort"),
        "reason": sent.text("warum"),
    });
    input::parse(body.to_string().as_bytes()).map_err(|error| match error {
        InputError::Invalid(errors) if errors.iter().any(|error| error.pointer == "/reason") => {
            NewProposalProblem::Reason
        }
        InputError::Invalid(_) | InputError::Unreadable(_) => NewProposalProblem::Word,
    })
}

/// The form of a list, and what was proposed before.
pub(super) async fn form<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    (id, section): (ExpertId, EntrySection),
    language: web::Language,
) -> Result<ProposalForm, Problem> {
    let Some(permit) = permit.also::<ProposeTerm>() else {
        return Ok(ProposalForm::default());
    };
    let axes = Listed::of(section).axes();
    let all = proposals::of_entry(&app.db, &permit, id).await?;
    let of_list = all
        .into_iter()
        .filter(|proposal| axes.contains(&proposal.axis));
    let row = |proposal: Proposal| OwnProposal {
        state: match proposal.state {
            ProposalState::Open => OwnProposalState::Waiting,
            ProposalState::Accepted => {
                let id = proposal.term.unwrap_or_default();
                let term = app.reference.taxonomy.term(&id);
                OwnProposalState::Accepted(term.map_or(id, |term| term_name(term, language)))
            }
            ProposalState::Declined => {
                OwnProposalState::Declined(proposal.answer.unwrap_or_default())
            }
        },
        word: proposal.word,
    };
    Ok(ProposalForm {
        axes: axes.iter().copied().map(axis_words).collect(),
        rows: of_list.map(row).collect(),
        ..ProposalForm::default()
    })
}

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
