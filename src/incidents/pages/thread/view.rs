//! What the page of a thread shows.

use web::pages::{
    AnsweredRow, DeploymentPage, ThreadForm, ThreadOutcome, ThreadPage, ThreadRow, ThreadSide,
    ThreadVerb,
};
use web::parts::Link;
use web::{Frame, Language};

use crate::access::Permit;
use crate::access::action::{ReadDeployments, RunDeployment};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::Problem;
use crate::ids::MessageId;
use crate::incidents::deployments::{self, DeploymentError};
use crate::incidents::pages::words::task;
use crate::incidents::requests::desk;
use crate::incidents::thread::{
    Message, MessageResponse, MessageSide, Read, ScheduleEntry, ScheduleKind, ThreadError, Verb,
    side_of,
};
use crate::pages::{moment, paragraphs};

/// What somebody is about to say.
pub(super) struct Typed {
    /// The question they answer.
    pub(super) answers: Option<MessageId>,
    /// The form as it was sent; the question is filled in where there is one.
    pub(super) form: ThreadForm,
}

/// The page for somebody who reads the thread, with the form where they may write.
pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReadDeployments>,
    (frame, read, typed): (Frame, &Read, Typed),
) -> Result<ThreadPage, Problem> {
    let at = (app.db.clock().now(), frame.language);
    let side = writes_as(app, permit, read).await?;
    let messages = read.thread.messages();
    let worded = read.worded(&desk(app), messages).await?;
    let rows = worded.into_iter().map(|(message, text)| {
        let may_be_answered = side.is_some_and(|side| asks(&message, side));
        ThreadRow {
            text: paragraphs(&text.unwrap_or_default()),
            may_be_answered,
            ..row(&message, at)
        }
    });
    let mut said = messages.iter();
    let question = said.find(|message| Some(message.id) == typed.answers);
    let question = question.filter(|message| side.is_some_and(|side| asks(message, side)));
    let form = ThreadForm {
        answers: question.map(|message| answered(message, at)),
        ..typed.form
    };
    let brief = deployments::briefs(&app.db, vec![read.deployment.clone()]).await?;
    let brief = brief.into_iter().next();
    let brief = brief.ok_or(DeploymentError::NotFound)?;
    let need = brief.need.as_ref();
    let about = [need.map(|need| task(need, at.1)), brief.alias.clone()];
    let about: Vec<String> = about.into_iter().flatten().collect();
    Ok(ThreadPage {
        id: read.deployment.id.to_string(),
        back: Link {
            label: DeploymentPage::title(frame.language),
            href: format!("/einsaetze/{}", read.deployment.id),
        },
        about: about.join(", "),
        is_drill: brief.incident.is_some_and(|incident| incident.is_drill),
        rows: rows.collect(),
        form: side.is_some().then_some(form),
        frame,
    })
}

/// As what somebody writes now; none where they only read, or neither side sees the other.
async fn writes_as(
    app: &AppState,
    permit: &Permit<ReadDeployments>,
    read: &Read,
) -> Result<Option<MessageSide>, Problem> {
    let runs = permit.also::<RunDeployment>();
    let now = app.db.clock().now();
    let is_open = deployments::is_open(app.db.reader(), &read.deployment, now).await?;
    let Some(runs) = runs.filter(|_| is_open) else {
        return Ok(None);
    };
    match deployments::taking_part(&app.db, &runs, read.deployment.id).await {
        Ok((_, parts)) => Ok(side_of(&parts)),
        Err(DeploymentError::NotFound) => Ok(None),
        Err(error) => Err(ThreadError::from(error).into()),
    }
}

/// Whether a message is a question of another side.
fn asks(message: &Message, side: MessageSide) -> bool {
    let asks = [
        Verb::RequestInformation,
        Verb::RequestResourceDeploymentStatus,
    ];
    message.side != side && asks.contains(&message.verb)
}

fn answered(message: &Message, (now, language): (Instant, Language)) -> AnsweredRow {
    AnsweredRow {
        id: message.id.to_string(),
        side: side_words(message.side),
        at: moment(message.sent_at, now, language),
        is_about_status: message.verb == Verb::RequestResourceDeploymentStatus,
    }
}

/// Without its words.
fn row(message: &Message, (now, language): (Instant, Language)) -> ThreadRow {
    let time = |kinds: &[ScheduleKind]| {
        let mut entries = message.schedule.iter();
        let entry = entries.find(|entry| kinds.contains(&entry.kind));
        // What happened as it was said needs no second time.
        let entry = entry.filter(|ScheduleEntry { at, .. }| *at != message.sent_at);
        entry.map(|entry| moment(entry.at, now, language))
    };
    ThreadRow {
        id: message.id.to_string(),
        verb: verb_words(message.verb),
        outcome: outcome(message),
        side: side_words(message.side),
        at: moment(message.sent_at, now, language),
        from: time(&[
            ScheduleKind::RequestedArrival,
            ScheduleKind::EstimatedArrival,
            ScheduleKind::ActualArrival,
            ScheduleKind::BeginAvailable,
        ]),
        until: time(&[
            ScheduleKind::RequestedDeparture,
            ScheduleKind::EstimatedDeparture,
            ScheduleKind::ActualDeparture,
            ScheduleKind::RequestedReturnDeparture,
            ScheduleKind::EndAvailable,
        ]),
        text: Vec::new(),
        may_be_answered: false,
    }
}

fn outcome(message: &Message) -> ThreadOutcome {
    let mut schedule = message.schedule.iter();
    let began = schedule.any(|entry| entry.kind == ScheduleKind::ActualArrival);
    match (message.recall, message.response) {
        (Some(_), _) => ThreadOutcome::TakenBack,
        (None, Some(MessageResponse::Decline)) => ThreadOutcome::Declined,
        (None, _) if began => ThreadOutcome::Started,
        (None, Some(MessageResponse::Accept | MessageResponse::Provisional) | None) => {
            ThreadOutcome::Said
        }
    }
}

const fn side_words(side: MessageSide) -> ThreadSide {
    match side {
        MessageSide::Town => ThreadSide::Town,
        MessageSide::Employer => ThreadSide::Employer,
        MessageSide::Expert => ThreadSide::Expert,
        MessageSide::Coordinator => ThreadSide::Desk,
        MessageSide::Service => ThreadSide::Register,
    }
}

const fn verb_words(verb: Verb) -> ThreadVerb {
    match verb {
        Verb::RequestResource => ThreadVerb::RequestResource,
        Verb::ResponseToRequestResource => ThreadVerb::ResponseToRequestResource,
        Verb::RequisitionResource => ThreadVerb::RequisitionResource,
        Verb::CommitResource => ThreadVerb::CommitResource,
        Verb::RequestInformation => ThreadVerb::RequestInformation,
        Verb::ResponseToRequestInformation => ThreadVerb::ResponseToRequestInformation,
        Verb::OfferUnsolicitedResource => ThreadVerb::OfferUnsolicitedResource,
        Verb::ReleaseResource => ThreadVerb::ReleaseResource,
        Verb::RequestReturn => ThreadVerb::RequestReturn,
        Verb::ResponseToRequestReturn => ThreadVerb::ResponseToRequestReturn,
        Verb::RequestQuote => ThreadVerb::RequestQuote,
        Verb::ResponseToRequestQuote => ThreadVerb::ResponseToRequestQuote,
        Verb::RequestResourceDeploymentStatus => ThreadVerb::RequestResourceDeploymentStatus,
        Verb::ReportResourceDeploymentStatus => ThreadVerb::ReportResourceDeploymentStatus,
        Verb::RequestExtendedDeploymentDuration => ThreadVerb::RequestExtendedDeploymentDuration,
        Verb::ResponseToRequestExtendedDeploymentDuration => {
            ThreadVerb::ResponseToRequestExtendedDeploymentDuration
        }
    }
}
