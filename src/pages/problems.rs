//! Problems as pages that lead on, instead of the documents that programs get.

use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use web::pages::{ErrorKind, ErrorPage};

use super::{Html, LocalPath, Parameters, Visitor, is_page, redirect};
use crate::http::{Problem, RequestId};

/// Shows a problem of a page as a page; who must sign in first is led there, and back afterwards.
pub async fn show_problems(request: Request, next: Next) -> Response {
    if !is_page(request.uri().path()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let (visitor, method) = (Visitor::of(&parts), parts.method.clone());
    let request_id = parts.extensions.get::<RequestId>().map(|id| id.0.clone());

    let mut response = next.run(Request::from_parts(parts, body)).await;

    let is_bare = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let problem = response.extensions_mut().remove::<Problem>();
    let status = match &problem {
        Some(problem) => problem.status(),
        None if is_bare => StatusCode::METHOD_NOT_ALLOWED,
        None => return response,
    };
    if problem
        .as_ref()
        .is_some_and(Problem::is_about_second_factor)
    {
        return redirect(&LocalPath::or_start("/konto/zweiter-faktor"));
    }
    if problem.as_ref().is_some_and(Problem::is_about_confirmation) {
        // What a form held is asked for again on the page it stands on.
        let back = if method == Method::POST {
            "/konto"
        } else {
            &visitor.0.here
        };
        let next = Parameters::default().with("weiter", back);
        return redirect(&LocalPath::or_start(&next.href("/bestaetigen")));
    }
    if status == StatusCode::UNAUTHORIZED && matches!(method, Method::GET | Method::HEAD) {
        let next = Parameters::default().with("weiter", &visitor.0.here);
        return redirect(&LocalPath::or_start(&next.href("/anmelden")));
    }
    let retry_after = problem.as_ref().and_then(Problem::seconds_to_wait);
    let page = ErrorPage {
        frame: visitor.0,
        kind: match &problem {
            Some(problem) if problem.is_about_origin() => ErrorKind::OtherSite,
            _ => kind(status, retry_after),
        },
        status: status.as_u16(),
        request_id,
    };
    let mut answer = Html::with_status(page, status).into_response();
    for (name, value) in response.headers() {
        answer.headers_mut().entry(name).or_insert(value.clone());
    }
    if let Some(seconds) = retry_after {
        answer
            .headers_mut()
            .insert(axum::http::header::RETRY_AFTER, seconds.into());
    }
    answer
}

fn kind(status: StatusCode, retry_after: Option<u32>) -> ErrorKind {
    match status {
        StatusCode::NOT_FOUND => ErrorKind::NotFound,
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => ErrorKind::Forbidden,
        StatusCode::METHOD_NOT_ALLOWED => ErrorKind::MethodNotAllowed,
        StatusCode::TOO_MANY_REQUESTS => ErrorKind::TooMany {
            retry_minutes: retry_after.unwrap_or(60).div_ceil(60),
        },
        StatusCode::SERVICE_UNAVAILABLE => ErrorKind::Unavailable,
        status if status.is_client_error() => ErrorKind::Invalid,
        _ => ErrorKind::Internal,
    }
}
