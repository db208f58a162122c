//! The terms of an axis, and the proposals that wait.

use axum::extract::State;
use web::Frame;
use web::pages::{KeptTermRow, KeptTermsPage, ProposalProblem, ProposedTerm, TermState};

use super::{AXES, PATH, axis_words, label, path_of};
use crate::access::Permit;
use crate::access::action::KeepTerms;
use crate::app::AppState;
use crate::experts::proposals;
use crate::http::Problem;
use crate::pages::{Html, Parameters, Visitor, moment};
use crate::reference::{self, Axis, KeptTerm};

/// Rows of a page; who looks for more says more words.
const ROWS: usize = 100;

pub(super) async fn show(
    permit: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<KeptTermsPage>, Problem> {
    page(&app, &permit, (frame, &parameters), None)
        .await
        .map(Html::new)
}

/// The list, maybe with what is wrong with the decision about a proposal.
pub(super) async fn page(
    app: &AppState,
    permit: &Permit<KeepTerms>,
    (frame, parameters): (Frame, &Parameters),
    problem: Option<(uuid::Uuid, ProposalProblem)>,
) -> Result<KeptTermsPage, Problem> {
    let axis = parameters.parsed::<Axis>("achse").unwrap_or(Axis::Role);
    let words: String = parameters
        .first("q")
        .unwrap_or_default()
        .chars()
        .take(100)
        .collect();
    let found = reference::kept_terms(&app.db, permit, (axis, &words, ROWS)).await?;
    let now = app.db.clock().now();
    let waiting = proposals::waiting(&app.db, permit).await?;
    let proposals = waiting.into_iter().map(|proposal| {
        let id = proposal.id.to_string();
        let filled = Parameters::default()
            .with("achse", proposal.axis.into())
            .with("wort", &proposal.word)
            .with("vorschlag", &id);
        ProposedTerm {
            axis: axis_words(proposal.axis),
            word: proposal.word,
            reason: proposal.reason,
            at: moment(proposal.created_at, now, frame.language),
            new_href: filled.href("/verwaltung/begriffe/neu"),
            problem: problem
                .filter(|(about, _)| *about == proposal.id)
                .map(|(_, problem)| problem),
            id,
        }
    });
    let new = Parameters::default().with("achse", axis.into());
    Ok(KeptTermsPage {
        axes: AXES
            .into_iter()
            .chain([Axis::IncidentClass])
            .map(|one| (axis_words(one), one == axis))
            .collect(),
        new_href: AXES
            .contains(&axis)
            .then(|| new.href(&format!("{PATH}/neu"))),
        rows: found
            .terms
            .iter()
            .map(|term| row(app, term, &frame))
            .collect(),
        of: found.of,
        proposals: proposals.collect(),
        words,
        frame,
    })
}

fn row(app: &AppState, term: &KeptTerm, frame: &Frame) -> KeptTermRow {
    let synonyms = term.synonyms.de.iter().chain(&term.synonyms.en);
    let synonyms: Vec<&str> = synonyms.map(String::as_str).collect();
    KeptTermRow {
        href: path_of(&term.id),
        id: term.id.clone(),
        label: label(&term.label, frame.language).to_owned(),
        synonyms: synonyms.join(", "),
        state: state(app, term, frame),
    }
}

/// What became of a term.
pub(super) fn state(app: &AppState, term: &KeptTerm, frame: &Frame) -> TermState {
    let Some(into) = &term.merged_into else {
        return if term.is_retired {
            TermState::Retired
        } else {
            TermState::Offered
        };
    };
    let known = app.reference.taxonomy.term(into);
    let name = known.map_or(into.as_str(), |term| label(&term.label, frame.language));
    TermState::Merged(name.to_owned())
}
