//! Errors as RFC 9457 problem documents.

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::StorageError;
use crate::input::{FieldError, InputError};

/// An error as a client sees it. Causes go to the log, not in here.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    status: StatusCode,
    kind: &'static str,
    title: &'static str,
    detail: Cow<'static, str>,
    errors: Vec<FieldError>,
    retry_after: Option<u32>,
}

/// The JSON of a problem document.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProblemBody {
    /// URI of the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short summary, the same for each problem of a kind.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What happened this time.
    pub detail: String,
    /// `urn:uuid:` with the id of the request, as in `X-Request-Id`.
    pub instance: String,
    /// What is wrong with which field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident = $status:ident $kind:literal $title:literal;)*) => {
        impl Problem {
            $(
                $(#[$doc])*
                pub fn $name(detail: impl Into<Cow<'static, str>>) -> Self {
                    Self {
                        status: StatusCode::$status,
                        kind: $kind,
                        title: $title,
                        detail: detail.into(),
                        errors: Vec::new(),
                        retry_after: None,
                    }
                }
            )*
        }
    };
}

problems! {
    /// 400: the request cannot be read.
    bad_request = BAD_REQUEST "bad-request" "The request cannot be read";
    /// 401: nobody is signed in.
    unauthenticated = UNAUTHORIZED "unauthenticated" "Sign in first";
    /// 401: it does not prove whose it is.
    unsigned = UNAUTHORIZED "unsigned" "The signature is missing or wrong";
    /// 403: the caller knows that it exists and may not.
    forbidden = FORBIDDEN "forbidden" "Not allowed";
    /// 403: the installation asks for a second factor, and the account has none.
    second_factor_required = FORBIDDEN "second-factor-required" "Set up a second factor first";
    /// 403: the session must be confirmed first; a token never is.
    sudo_required = FORBIDDEN "sudo-required" "Confirm that it is you";
    /// 403: sent by another site, or by something that does not say where it is.
    other_origin = FORBIDDEN "other-origin" "Sent by another site";
    /// 404: not there, or not for the caller to know of.
    not_found = NOT_FOUND "not-found" "Not found";
    /// 405: no such method on this path.
    method_not_allowed = METHOD_NOT_ALLOWED "method-not-allowed" "Method not allowed";
    /// 408: the request took too long to arrive.
    request_timeout = REQUEST_TIMEOUT "request-timeout" "The request took too long";
    /// 409: the object's state does not allow it.
    conflict = CONFLICT "conflict" "The state does not allow this";
    /// 410: it was there, and is no more.
    gone = GONE "gone" "No longer there";
    /// 412: somebody else changed it meanwhile.
    precondition_failed = PRECONDITION_FAILED "precondition-failed" "Changed meanwhile";
    /// 413: the body is too long.
    too_large = PAYLOAD_TOO_LARGE "too-large" "Too large";
    /// 415: not JSON.
    unsupported_media_type = UNSUPPORTED_MEDIA_TYPE "unsupported-media-type" "Unsupported media type";
    /// 421: meant for another host.
    misdirected = MISDIRECTED_REQUEST "misdirected" "Meant for another host";
    /// 422: readable, but not valid.
    invalid = UNPROCESSABLE_ENTITY "invalid" "The input is not valid";
    /// 428: `If-Match` is missing.
    precondition_required = PRECONDITION_REQUIRED "precondition-required" "If-Match is required";
    /// 429: an allowance is used up.
    too_many_requests = TOO_MANY_REQUESTS "too-many-requests" "Allowance used up";
    /// 500: our mistake.
    internal = INTERNAL_SERVER_ERROR "internal" "Internal error";
    /// 503: storage is away; nothing was saved.
    unavailable = SERVICE_UNAVAILABLE "unavailable" "Not available now";
}

impl Problem {
    /// With what is wrong with each field.
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// With the seconds to wait before another try.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// 422 for a list of field errors.
    pub fn fields(errors: Vec<FieldError>) -> Self {
        let detail = match errors.as_slice() {
            [one] => one.detail.clone(),
            _ => format!("{} fields are not valid", errors.len()),
        };
        Self::invalid(detail).with_errors(errors)
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether it asks for a second factor to be set up.
    pub fn is_about_second_factor(&self) -> bool {
        self.kind == "second-factor-required"
    }

    /// Whether it asks for the session to be confirmed.
    pub fn is_about_confirmation(&self) -> bool {
        self.kind == "sudo-required"
    }

    /// Whether the request was refused for where it came from.
    pub fn is_about_origin(&self) -> bool {
        self.kind == "other-origin"
    }

    /// Seconds to wait before another try.
    pub fn seconds_to_wait(&self) -> Option<u32> {
        self.retry_after
    }

    /// The finished document for one request.
    pub(super) fn render(&self, request_id: &str) -> Response {
        let body = ProblemBody {
            kind: format!("urn:kataster:problem:{}", self.kind),
            title: self.title.to_owned(),
            status: self.status.as_u16(),
            detail: self.detail.clone().into_owned(),
            instance: format!("urn:uuid:{request_id}"),
            errors: self.errors.clone(),
        };
        let bytes = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = (
            self.status,
            [(header::CONTENT_TYPE, "application/problem+json")],
            bytes,
        )
            .into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl IntoResponse for Problem {
    /// Travels as an extension; the outermost layer knows the request and writes the document.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        tracing::error!(error = &error as &dyn std::error::Error, "storage failed");
        match error {
            StorageError::Db(_) => {
                Self::unavailable("the database is not available; nothing was saved").retry_after(5)
            }
            StorageError::Busy => {
                Self::unavailable("the database is busy; nothing was saved").retry_after(5)
            }
            StorageError::ReadOnly => {
                Self::unavailable("storage is nearly full; nothing was saved").retry_after(60)
            }
            StorageError::Seal(_) | StorageError::Corrupt(_) => {
                Self::internal("stored data cannot be read")
            }
        }
    }
}

impl From<InputError> for Problem {
    fn from(error: InputError) -> Self {
        match error {
            InputError::Unreadable(detail) => Self::bad_request(detail),
            InputError::Invalid(errors) => Self::fields(errors),
        }
    }
}
