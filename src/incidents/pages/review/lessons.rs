//! `/erfahrungen`: what others learned, and drafts for whoever shares them.

use axum::extract::State;
use axum::response::Response;
use web::pages::{LessonRow, LessonsPage};
use web::{Language, Notice};

use crate::access::Permit;
use crate::access::action::{ReadLessons, ShareLesson, WriteLesson};
use crate::app::AppState;
use crate::http::{PathId, Problem, cut};
use crate::ids::LessonId;
use crate::incidents::api::kit;
use crate::incidents::pages::requests::lead;
use crate::incidents::pages::words::{phase as page_phase, pick, symptom, tlp as page_tlp};
use crate::incidents::review::{self, Lesson, LessonError, LessonFilter, LessonState};
use crate::pages::{Html, Parameters, Visitor, day, paragraphs};
use crate::reference::{LandGroup, Phase};

/// Lessons of one page, and drafts shown above them.
const AT_ONCE: u64 = 20;
const DRAFTS: u64 = 50;

pub(super) async fn show(
    permit: Permit<ReadLessons>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<LessonsPage>, Problem> {
    let language = frame.language;
    let filter = LessonFilter {
        state: LessonState::Shared,
        symptom: known_symptom(&app, &parameters),
        phase: parameters.parsed::<Phase>("phase"),
        before: parameters.parsed("vor"),
    };
    let drafts = LessonFilter {
        state: LessonState::Draft,
        ..LessonFilter::default()
    };
    let (chosen, phase) = (filter.symptom.clone(), filter.phase);
    let mut found = review::lessons(kit(&app), &permit, (filter, AT_ONCE)).await?;
    let last = cut(&mut found, AT_ONCE).map(|last| last.id);
    let next = last.map(|last| older(last, chosen.as_deref(), phase));
    let drafts = review::lessons(kit(&app), &permit, (drafts, DRAFTS)).await?;
    let me = permit.actor().to_string();
    let desk = permit.also::<ShareLesson>().is_some();
    let by = desk.then_some(me.as_str());
    let row = |lesson| row(&app, lesson, (by, desk), language);
    let symptoms = app.reference.taxonomy.symptoms().iter();
    let symptoms = symptoms.map(|symptom| {
        let label = pick(&symptom.label, language).to_owned();
        (symptom.id.clone(), label)
    });
    Ok(Html::new(LessonsPage {
        symptoms: symptoms.collect(),
        symptom: chosen.unwrap_or_default(),
        phase: phase.map(page_phase),
        drafts: drafts.into_iter().map(row).collect(),
        lessons: found.into_iter().map(row).collect(),
        next,
        frame,
    }))
}

pub(super) async fn share(
    permit: Permit<ShareLesson>,
    State(app): State<AppState>,
    PathId(id): PathId<LessonId>,
) -> Result<Response, Problem> {
    let notice = match review::share_lesson(kit(&app), &permit, id).await {
        Ok(_) | Err(LessonError::AlreadyShared) => Notice::LessonShared,
        Err(LessonError::OwnLesson | LessonError::HeldBack | LessonError::Invalid(_)) => {
            Notice::LessonNotShared
        }
        Err(error) => return Err(error.into()),
    };
    Ok(lead("/erfahrungen", notice))
}

pub(super) async fn withdraw(
    permit: Permit<WriteLesson>,
    State(app): State<AppState>,
    PathId(id): PathId<LessonId>,
) -> Result<Response, Problem> {
    review::withdraw_lesson(kit(&app), &permit, id).await?;
    Ok(lead("/erfahrungen", Notice::LessonWithdrawn))
}

/// A lesson for whoever looks: `by` where they share lessons, and whether they may withdraw this one.
pub(super) fn row(
    app: &AppState,
    lesson: Lesson,
    (by, may_withdraw): (Option<&str>, bool),
    language: Language,
) -> LessonRow {
    let group = lesson
        .land_group
        .as_deref()
        .and_then(|id| group(id, language));
    LessonRow {
        id: lesson.id.to_string(),
        may_share: by.is_some_and(|by| review::may_share(&lesson, by)),
        may_withdraw,
        title: lesson.said.title,
        text: paragraphs(&lesson.said.text),
        tlp: page_tlp(lesson.tlp),
        phase: page_phase(lesson.phase),
        symptom: symptom(&app.reference, &lesson.symptom, language),
        land_group: group,
        shared: lesson.shared_at.map(|at| day(at.date(), language)),
    }
}

/// What a group of Länder is called.
pub(super) fn group(id: &str, language: Language) -> Option<String> {
    let group = LandGroup::ALL.into_iter().find(|group| group.id() == id)?;
    let label = match language {
        Language::German => group.label_de(),
        Language::English => group.label_en(),
    };
    Some(label.to_owned())
}

/// The symptom asked for, where there is such.
fn known_symptom(app: &AppState, parameters: &Parameters) -> Option<String> {
    let symptom = app
        .reference
        .taxonomy
        .symptom(parameters.first("symptom")?)?;
    Some(symptom.id.clone())
}

fn older(last: LessonId, symptom: Option<&str>, phase: Option<Phase>) -> String {
    let mut href = format!("/erfahrungen?vor={last}");
    let phase = phase.map(<&str>::from);
    for (name, value) in [("symptom", symptom), ("phase", phase)] {
        if let Some(value) = value {
            href.extend(["&", name, "=", value]);
        }
    }
    href
}
