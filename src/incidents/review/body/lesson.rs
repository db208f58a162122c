//! JSON of lessons.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::ids::LessonId;
use crate::incidents::model::Tlp;
use crate::incidents::review::model::{Lesson, LessonState, LessonText};
use crate::incidents::review::service::NewLesson;
use crate::reference::Phase;

/// A lesson to be drafted. It names no town, no organisation and nobody.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewLessonBody {
    /// In a line.
    #[validate(length(min = 1, max = 160))]
    #[schema(min_length = 1, max_length = 160)]
    title: String,
    /// In full.
    #[validate(length(min = 1, max = 4_000))]
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
    /// How far it may be passed on; what is red is not shared.
    tlp: Tlp,
    /// How far the incident had gone; as the incident says if absent.
    #[serde(default)]
    phase: Option<Phase>,
}

/// A lesson: of some incident somewhere.
#[derive(Clone, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LessonBody {
    /// Its id.
    id: LessonId,
    /// In a line.
    title: String,
    /// In full.
    text: String,
    /// How far it may be passed on.
    tlp: Tlp,
    /// How far the incident had gone.
    phase: Phase,
    /// What was seen.
    symptom: String,
    /// The group of Länder.
    land_group: Option<String>,
    /// Where it stands.
    state: LessonState,
    /// When it was shared.
    shared_at: Option<Instant>,
}

impl From<NewLessonBody> for NewLesson {
    fn from(new: NewLessonBody) -> Self {
        let NewLessonBody {
            title,
            text,
            tlp,
            phase,
        } = new;
        let said = LessonText {
            title: title.trim().to_owned(),
            text: text.trim().to_owned(),
        };
        Self { said, tlp, phase }
    }
}

impl From<Lesson> for LessonBody {
    fn from(lesson: Lesson) -> Self {
        let Lesson {
            id,
            incident: _,
            land_group,
            tlp,
            phase,
            symptom,
            said: LessonText { title, text },
            state,
            author: _,
            written_at: _,
            shared_at,
            version: _,
        } = lesson;
        Self {
            id,
            title,
            text,
            tlp,
            phase,
            symptom,
            land_group,
            state,
            shared_at,
        }
    }
}
