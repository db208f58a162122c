//! What others can learn of an incident, and who reads it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use crate::access::Scope;
use crate::clock::Instant;
use crate::ids::{IncidentId, LessonId};
use crate::incidents::model::Tlp;
use crate::reference::Phase;

/// Signs a title may have.
pub const LONGEST_TITLE: usize = 160;

/// What a lesson says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonText {
    /// In a line.
    pub title: String,
    /// In full.
    pub text: String,
}

/// Without what it says.
impl std::fmt::Debug for LessonText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LessonText").finish_non_exhaustive()
    }
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// The incident it was drafted from, while that is kept.
    pub incident: Option<IncidentId>,
    /// Id of the group of Länder it happened in; of a place in no list, none.
    pub land_group: Option<String>,
    /// How far it may be passed on.
    pub tlp: Tlp,
    /// How far the incident had gone.
    pub phase: Phase,
    /// What was seen.
    pub symptom: String,
    /// What it says.
    pub said: LessonText,
    /// Where it stands.
    pub state: LessonState,
    /// Whose draft it is; nobody's once the incident is forgotten.
    pub author: String,
    /// When it was drafted.
    pub written_at: Instant,
    /// When it was shared.
    pub shared_at: Option<Instant>,
    /// Grows with every change.
    pub version: i32,
}

/// Where a lesson stands. One that was withdrawn is gone.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LessonState {
    /// Somebody else is to look at it.
    Draft,
    /// It is read.
    #[default]
    Shared,
}

/// Whether somebody shares it who has not written it.
pub fn may_share(lesson: &Lesson, by: &str) -> bool {
    lesson.state == LessonState::Draft && lesson.author != by
}

/// Whether a traffic light lets whoever has this reach read: the desk everything that may be shared at all, towns and
/// members up to amber, whoever is signed in what is green or clear.
pub fn tells(tlp: Tlp, reach: &Scope) -> bool {
    match tlp {
        Tlp::Clear | Tlp::Green => true,
        Tlp::Amber => reach.is_everything() || !reach.organisations().is_empty(),
        Tlp::AmberStrict => reach.is_everything(),
        Tlp::Red => false,
    }
}
