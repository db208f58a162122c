//! Problems as pages that lead on, instead of the documents that programs get.

use axum::extract::Request;
use axum::http::header::REFERER;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use web::Notice;
use web::pages::{ErrorKind, ErrorPage};

use super::{Html, LocalPath, Parameters, Visitor, is_page, redirect, say_next};
use crate::http::{Problem, RequestId};

/// Shows a problem of a page as a page; who must sign in first is led there, and back afterwards.
pub async fn show_problems(request: Request, next: Next) -> Response {
    if !is_page(request.uri().path()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let (visitor, method) = (Visitor::of(&parts), parts.method.clone());
    let headers = parts.headers.clone();
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
        let page_before = (method == Method::POST).then(|| page_before(&headers));
        return confirm_first(page_before.as_deref(), &visitor.0.here);
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

/// To where the session is confirmed, and back; a form was not heeded, and the page says so.
fn confirm_first(page_before: Option<&str>, here: &str) -> Response {
    let back = page_before.unwrap_or(here);
    let next = Parameters::default().with("weiter", back);
    let mut response = redirect(&LocalPath::or_start(&next.href("/bestaetigen")));
    if page_before.is_some() {
        say_next(&mut response, Notice::NotDoneYet);
    }
    response
}

/// The page a form stands on, as the browser says; what the form held is asked for again there.
fn page_before(headers: &HeaderMap) -> String {
    let referer = headers.get(REFERER).and_then(|value| value.to_str().ok());
    let path = referer.and_then(|text| text.parse::<Uri>().ok());
    let path = path.and_then(|uri| Some(uri.path_and_query()?.to_string()));
    path.unwrap_or_else(|| "/konto".to_owned())
}

fn kind(status: StatusCode, retry_after: Option<u32>) -> ErrorKind {
    match status {
        StatusCode::NOT_FOUND => ErrorKind::NotFound,
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => ErrorKind::Forbidden,
        StatusCode::METHOD_NOT_ALLOWED => ErrorKind::MethodNotAllowed,
        StatusCode::GONE => ErrorKind::Gone,
        StatusCode::TOO_MANY_REQUESTS => ErrorKind::TooMany {
            retry_minutes: retry_after.unwrap_or(60).div_ceil(60),
        },
        StatusCode::SERVICE_UNAVAILABLE => ErrorKind::Unavailable,
        status if status.is_client_error() => ErrorKind::Invalid,
        _ => ErrorKind::Internal,
    }
}
