//! Bodies as they arrive: whole, not too long, and not too slowly.

use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::Problem;

/// Within this a body is there, or the request is given up; shorter than any answer may take.
const BODY_TIME: Duration = Duration::from_secs(8);

/// All of a body with at most so many bytes.
pub(super) async fn whole(body: Body, limit: usize) -> Result<Bytes, Problem> {
    whole_within(body, limit, BODY_TIME).await
}

/// The same, within another time.
pub(super) async fn whole_within(
    body: Body,
    limit: usize,
    time: Duration,
) -> Result<Bytes, Problem> {
    let collected = Limited::new(body, limit).collect();
    match tokio::time::timeout(time, collected).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large(limit)),
        Ok(Err(_)) => Err(Problem::bad_request("the body broke off")),
        Err(_) => Err(Problem::request_timeout("the body came too slowly")),
    }
}

pub(super) fn too_large(limit: usize) -> Problem {
    Problem::too_large(format!("a body has at most {limit} bytes"))
}
