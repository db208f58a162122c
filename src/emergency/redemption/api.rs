//! JSON of redemptions: open to anybody, since a struck town has no account at hand.

use std::fmt;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::service::{Claim, Redemption, count, redeem};
use crate::app::AppState;
use crate::attempts::subscriber;
use crate::clock::Instant;
use crate::http::{ClientAddress, JsonBody, Problem, ProblemBody, json};
use crate::ids::RedemptionId;
use crate::input::FieldError;
use crate::organisations::Seat;

/// Routes of redemptions.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(redeem_code))
}

/// A code to be used up.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewRedemption {
    /// AGS of the Gemeinde or Kreis that asks for help, or the nine-digit key of a shared administration.
    #[validate(length(min = 5, max = 9))]
    #[schema(min_length = 5, max_length = 9)]
    pub municipality: String,
    /// The code as it is typed from the card: case and separators do not matter.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    pub emergency_code: String,
}

impl fmt::Debug for NewRedemption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewRedemption")
    }
}

/// A code that was used up.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RedemptionBody {
    /// Names the redemption.
    pub id: RedemptionId,
    /// The place that asks for help.
    pub municipality: String,
    /// When the code was used.
    pub redeemed_at: Instant,
}

/// Uses up an emergency code. It works once; a wrong, used or revoked one and that of another place get the same
/// answer. Three wrong codes an hour for a municipality, 20 from an address, 200 in all; a mistyped one is told
/// without counting. Whoever cannot redeem is called back.
#[utoipa::path(post, path = "/emergency-redemptions", operation_id = "redeem_emergency_code", tag = "help", request_body = NewRedemption, responses(
    (status = 201, body = RedemptionBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn redeem_code(
    State(app): State<AppState>,
    ClientAddress(address): ClientAddress,
    body: JsonBody<NewRedemption>,
) -> Result<Response, Problem> {
    let claim = claim(&app, &body.value)?;
    let from = (claim.seat.place.as_str(), Some(subscriber(address)));
    let counted = count(&app.db, &app.keyring, from).await?;
    let counted = counted.map_err(too_many)?;
    let mut txn = app.db.begin().await?;
    let parts = (&*app.reference, &*app.keyring);
    let redeemed = redeem(&mut txn, parts, (&claim, counted)).await?;
    txn.commit().await?;
    let redemption = redeemed.map_err(|_| {
        let detail = "this code does not work for this municipality: check both, or be called back";
        Problem::fields(vec![FieldError::new("/emergency_code", "refused", detail)])
    })?;
    let Redemption {
        id,
        organisation: _,
        place: municipality,
        redeemed_at,
    } = redemption;
    let body = RedemptionBody {
        id,
        municipality,
        redeemed_at,
    };
    Ok(json(StatusCode::CREATED, &body))
}

fn claim(app: &AppState, new: &NewRedemption) -> Result<Claim, Problem> {
    let seat = Seat::find(&app.reference, new.municipality.trim()).ok_or_else(|| {
        let detail = "this is no Gemeinde, Kreis or shared administration";
        let error = FieldError::new("/municipality", "unknown", detail)
            .suggesting(app.reference.regions.suggest(&new.municipality));
        Problem::fields(vec![error])
    })?;
    let code = new.emergency_code.parse().map_err(|_| {
        let detail = "a sign of the code is wrong or missing: compare it with the card";
        Problem::fields(vec![FieldError::new("/emergency_code", "mistyped", detail)])
    })?;
    Ok(Claim { seat, code })
}

fn too_many(seconds: i64) -> Problem {
    Problem::too_many_requests("too many wrong codes: ask to be called back, or wait")
        .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
}
