//! Which offers to list.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::ids::OfferId;
use crate::offers::model::OfferKind;

/// The parameters of a list; repeated ones are OR inside and AND between.
#[derive(Clone, Debug, Default, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub(in crate::offers) struct OfferQuery {
    /// Words of the title, the description and the terms; all of them.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub(in crate::offers) q: String,
    /// Kinds.
    #[validate(length(max = 5))]
    #[param(max_items = 5)]
    pub(in crate::offers) kind: Vec<OfferKind>,
    /// Procedures: run on behalf, or known by a team.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub(in crate::offers) procedure: Vec<String>,
    /// Länder by AGS, or groups of small Länder by id.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub(in crate::offers) land: Vec<String>,
    /// AGS of the place where help is needed: what does not come so far is left out.
    #[validate(length(max = 8))]
    #[param(max_length = 8)]
    pub(in crate::offers) near: Option<String>,
    /// What stays where it is, at most this far; from 25.
    #[validate(range(min = 25, max = 1_000))]
    #[param(minimum = 25, maximum = 1000)]
    pub(in crate::offers) radius_km: Option<u16>,
    /// `own`: those of the houses one manages, however they stand.
    #[param(inline)]
    pub(in crate::offers) scope: Option<OfferScope>,
    /// Where the last page ended.
    pub(in crate::offers) cursor: Option<OfferId>,
    /// 1–100; 20 if absent.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub(in crate::offers) limit: Option<u64>,
}

/// Whose offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::offers) enum OfferScope {
    /// Of the houses one manages.
    Own,
}
