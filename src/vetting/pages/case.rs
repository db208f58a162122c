//! A case in words.

use axum::extract::State;
use web::Frame;
use web::pages::{
    AssessForm, CaseProblem, CheckItem, EvidenceRow, PastCase, RevokeForm, Said, VettingCasePage,
};

use super::evidence::evidence_row;
use super::profile::profile;
use super::{PATH, words};
use crate::access::Permit;
use crate::access::action::{ReadEvidence, ReadOrganisation, ReadVettingCases};
use crate::accounts::Shown;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{Entry, EntryWords, EvidenceFile};
use crate::http::{PathId, Problem};
use crate::ids::{AccountId, VettingCaseId};
use crate::organisations;
use crate::pages::{Html, Visitor, day, moment, paragraphs};
use crate::vetting::evidence;
use crate::vetting::model::{Case, CaseState, VetterName, checklist};
use crate::vetting::service::{self, Detail, QueueRow, VettingError};

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) form: AssessForm,
    pub(super) comment: String,
    pub(super) revocation: RevokeForm,
    pub(super) problems: Vec<CaseProblem>,
}

pub(super) async fn show(
    permit: Permit<ReadVettingCases>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
) -> Result<Html<VettingCasePage>, Problem> {
    page(&app, &permit, (frame, id), Typed::default())
        .await
        .map(Html::new)
}

/// The page with what was typed; the address of the page is that of the case, whatever was posted.
pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReadVettingCases>,
    (frame, id): (Frame, VettingCaseId),
    typed: Typed,
) -> Result<VettingCasePage, Problem> {
    let detail = service::detail(&app.db, permit, id).await?;
    note(app, permit, &detail.row).await?;
    let organisation = match &detail.row.entry {
        Some(entry) => employer(app, permit, entry).await?,
        None => String::new(),
    };
    let seen = Seen {
        words: EntryWords {
            reference: &app.reference,
            language: frame.language,
            now: app.db.clock().now(),
        },
        viewer: permit.caller().account,
    };
    let here = format!("{PATH}/{id}");
    let files = files(app, permit, &detail.row.case).await?;
    let frame = Frame { here, ..frame };
    Ok(seen.page(frame, detail, (organisation, files, typed)))
}

/// Open cases are what vetters are there for; whose entry is looked up besides, is noted like any card.
async fn note(
    app: &AppState,
    permit: &Permit<ReadVettingCases>,
    row: &QueueRow,
) -> Result<(), Problem> {
    if row.case.state == CaseState::Open {
        return Ok(());
    }
    let cards = [row.case.expert];
    let shown = Shown::entries(&cards);
    let noted = app
        .allowances
        .note_cards(&app.db, permit.caller(), shown)
        .await;
    noted.map_err(|_| Problem::unavailable("what was shown cannot be noted").retry_after(5))
}

/// Evidence of an open case that is not too close to whoever looks.
async fn files(
    app: &AppState,
    permit: &Permit<ReadVettingCases>,
    case: &Case,
) -> Result<Vec<EvidenceFile>, Problem> {
    let Some(permit) = permit.also::<ReadEvidence>() else {
        return Ok(Vec::new());
    };
    match evidence::of_case(&app.db, &permit, case.id).await {
        Ok(files) => Ok(files),
        Err(VettingError::NotFound) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

async fn employer(
    app: &AppState,
    permit: &Permit<ReadVettingCases>,
    entry: &Entry,
) -> Result<String, Problem> {
    let Some(permit) = permit.also::<ReadOrganisation>() else {
        return Ok(String::new());
    };
    let id = entry.organisation;
    let (body, _) = organisations::show(&app.db, &app.reference, &permit, id).await?;
    Ok(body.name)
}

struct Seen<'a> {
    words: EntryWords<'a>,
    viewer: AccountId,
}

impl Seen<'_> {
    fn page(
        &self,
        frame: Frame,
        detail: Detail,
        (organisation, files, typed): (String, Vec<EvidenceFile>, Typed),
    ) -> VettingCasePage {
        let checklist = self.checklist(&detail);
        let QueueRow {
            case,
            entry,
            missing,
            may_assess,
            waits_for_others: _,
            is_close: _,
        } = detail.row;
        let Typed {
            form,
            comment,
            revocation,
            problems,
        } = typed;
        let is_open = case.state == CaseState::Open;
        let said = case.assessments.iter();
        let profile = entry
            .as_ref()
            .map(|entry| profile(self.words, entry, organisation));
        VettingCasePage {
            id: case.id.to_string(),
            alias: entry.map_or_else(String::new, |entry| entry.alias),
            kind: words::kind(case.kind),
            grade: words::grade(case.grade),
            state: words::state(case.state),
            outcome: case.outcome.map(words::verdict),
            is_urgent: case.is_urgent && is_open,
            opened: self.moment(case.opened_at),
            due: day(case.due_at.date(), self.words.language),
            decided: case.decided_at.map(|at| self.moment(at)),
            needs_another: is_open && !case.assessments.is_empty(),
            missing: words::missing(&missing),
            profile,
            evidence: self.evidence(files),
            checklist,
            assessments: said
                .map(|said| {
                    let who = self.said(said.vetter, &said.reason, said.at);
                    (words::verdict(said.verdict), who)
                })
                .collect(),
            comments: detail
                .comments
                .iter()
                .map(|comment| self.said(comment.by, &comment.text, comment.at))
                .collect(),
            history: detail.others.iter().map(|case| self.past(case)).collect(),
            undo_until: detail.undo_until.map(|until| self.moment(until)),
            why_not: may_assess.err().map(words::why_not),
            may_revoke: detail.may_revoke,
            grounds: case.appeal.map(|appeal| paragraphs(&appeal.grounds)),
            form,
            comment,
            revocation,
            problems,
            frame,
        }
    }

    fn evidence(&self, files: Vec<EvidenceFile>) -> Vec<EvidenceRow> {
        let row = |file: EvidenceFile| {
            let claim = self.words.term(&file.term);
            evidence_row(file, claim, (self.words.now, self.words.language))
        };
        files.into_iter().map(row).collect()
    }

    fn checklist(&self, detail: &Detail) -> Vec<CheckItem> {
        let case = &detail.row.case;
        let ticked = |id: &str| {
            let tick = detail.ticks.iter().find(|tick| tick.item == id)?;
            Some(format!("{}, {}", self.who(tick.by), self.moment(tick.at)))
        };
        checklist(case.kind, case.grade)
            .map(|item| CheckItem {
                id: item.id,
                text: self.words.pick(&item.text()),
                ticked: ticked(item.id),
            })
            .collect()
    }

    fn past(&self, case: &Case) -> PastCase {
        PastCase {
            href: format!("{PATH}/{}", case.id),
            kind: words::kind(case.kind),
            outcome: case.outcome.map(words::verdict),
            opened: self.moment(case.opened_at),
        }
    }

    fn said(&self, by: AccountId, text: &str, at: Instant) -> Said {
        Said {
            by: (by != self.viewer).then(|| VetterName::of(by).to_string()),
            text: paragraphs(text),
            at: self.moment(at),
        }
    }

    fn who(&self, by: AccountId) -> String {
        web::pages::vetter_name(
            (by != self.viewer).then(|| VetterName::of(by).to_string()),
            self.words.language,
        )
    }

    fn moment(&self, at: Instant) -> String {
        moment(at, self.words.now, self.words.language)
    }
}
