//! JSON of reviews and of skills that were seen.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::experts::Evidence;
use crate::ids::DeploymentId;
use crate::incidents::deployments::Part;
use crate::incidents::review::model::{Review, ReviewTexts};
use crate::incidents::review::service::{Afterwards, ProvenSkill};

/// How it went, in free words: about the help, never about persons.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewReview {
    /// What went well.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    went_well: String,
    /// What was hard.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    was_hard: String,
    /// What would have helped.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    would_have_helped: String,
}

/// Skills of the need that the town saw.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewProven {
    /// All of them, by their terms; those left out are taken back.
    #[validate(length(max = 60))]
    #[schema(max_items = 60)]
    pub skills: Vec<String>,
}

/// What is said after a deployment.
#[derive(Clone, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AfterwardsBody {
    /// The deployment.
    deployment_id: DeploymentId,
    /// As which side the caller may write now.
    writes_as: Option<Part>,
    /// Until when the sides write, unless both wrote before.
    writes_until: Instant,
    /// The sides read each other's: nobody writes any more.
    visible: bool,
    /// What the own side wrote, and the others once it is visible.
    reviews: Vec<ReviewBody>,
    /// Skills of the need that are held.
    skills: Vec<ProvenSkillBody>,
    /// The town may be named on the certificate.
    town_may_be_named: bool,
}

/// How a side says it went.
#[derive(Clone, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewBody {
    /// The side.
    side: Part,
    /// When it was written last.
    at: Instant,
    /// What went well.
    went_well: String,
    /// What was hard.
    was_hard: String,
    /// What would have helped.
    would_have_helped: String,
}

/// A skill of the need that is held.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvenSkillBody {
    /// The term.
    id: String,
    /// 1–4.
    level: u8,
    /// How it is known now.
    evidence: Evidence,
    /// The town saw it here.
    proven: bool,
    /// Whoever helped took that back.
    taken_back: bool,
}

impl From<NewReview> for ReviewTexts {
    fn from(new: NewReview) -> Self {
        let NewReview {
            went_well,
            was_hard,
            would_have_helped,
        } = new;
        Self {
            went_well: went_well.trim().to_owned(),
            was_hard: was_hard.trim().to_owned(),
            would_have_helped: would_have_helped.trim().to_owned(),
        }
    }
}

impl From<Afterwards> for AfterwardsBody {
    fn from(seen: Afterwards) -> Self {
        let Afterwards {
            deployment,
            parts: _,
            writes,
            writes_until,
            is_visible,
            reviews,
            skills,
            proves_as: _,
            names_town,
        } = seen;
        Self {
            deployment_id: deployment.id,
            writes_as: writes,
            writes_until,
            visible: is_visible,
            reviews: reviews.into_iter().map(ReviewBody::from).collect(),
            skills: skills.into_iter().map(ProvenSkillBody::from).collect(),
            town_may_be_named: names_town,
        }
    }
}

impl From<Review> for ReviewBody {
    fn from(review: Review) -> Self {
        let Review {
            part,
            at,
            version: _,
            texts,
        } = review;
        let ReviewTexts {
            went_well,
            was_hard,
            would_have_helped,
        } = texts;
        Self {
            side: part,
            at,
            went_well,
            was_hard,
            would_have_helped,
        }
    }
}

impl From<ProvenSkill> for ProvenSkillBody {
    fn from(proven: ProvenSkill) -> Self {
        let ProvenSkill {
            skill,
            is_proven,
            is_taken_back,
        } = proven;
        Self {
            id: skill.id,
            level: skill.level,
            evidence: skill.evidence,
            proven: is_proven,
            taken_back: is_taken_back,
        }
    }
}
