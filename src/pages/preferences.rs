//! Language, theme, shortcuts and the message about the last thing done, kept in cookies.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::post;
use cookie::time::Duration;
use cookie::{Cookie, SameSite};
use serde::Deserialize;
use web::{Flash, Language, Notice, Shortcuts, Theme};

use super::{LocalPath, is_page, redirect};
use crate::http::{FormBody, kept_cookie, set_cookie};
use crate::site::Site;

/// Holds the language chosen.
pub(super) const LANGUAGE_COOKIE: &str = "lang";
/// Carries a message to the next page.
const NOTICE_COOKIE: &str = "meldung";
const YEAR: Duration = Duration::days(365);

/// The route that keeps how pages look and answer to keys, without scripts.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/darstellung", post(keep_looks))
}

/// One switch of the page's end is sent at a time.
#[derive(Debug, Deserialize)]
struct LooksForm {
    #[serde(default)]
    thema: Option<String>,
    #[serde(default)]
    tasten: Option<String>,
    #[serde(default)]
    weiter: String,
}

async fn keep_looks(FormBody(form): FormBody<LooksForm>) -> Response {
    let mut response = redirect(&LocalPath::or_start(&form.weiter));
    if let Some(chosen) = form.thema {
        let theme = Theme::from_value(&chosen).unwrap_or_default();
        set_cookie(&mut response, &preference(Theme::COOKIE, theme.value()));
    }
    if let Some(chosen) = form.tasten {
        let keys = Shortcuts::from_value(&chosen).unwrap_or_default();
        set_cookie(&mut response, &preference(Shortcuts::COOKIE, keys.value()));
    }
    response
}

/// `?lang=` on any page keeps the language and leads to the page without it. A message is shown once.
pub async fn keep_language(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if request.method() != Method::GET || !is_page(uri.path()) {
        return next.run(request).await;
    }
    let query = uri.query().unwrap_or_default();
    let chosen = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .and_then(Language::from_code);
    if let Some(language) = chosen {
        let kept: Vec<&str> = query
            .split('&')
            .filter(|pair| !pair.starts_with("lang="))
            .collect();
        let path = uri.path();
        let to = if kept.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", kept.join("&"))
        };
        let mut response = redirect(&LocalPath::or_start(&to));
        choose_language(&mut response, language);
        return response;
    }
    let site = request.extensions().get::<Arc<Site>>();
    let is_secure = site.is_some_and(|site| site.is_secure);
    let has_notice = kept_cookie(request.headers(), NOTICE_COOKIE, is_secure).is_some();
    let mut response = next.run(request).await;
    if has_notice && response.status().is_success() {
        let mut seen = preference(NOTICE_COOKIE, "");
        seen.make_removal();
        set_cookie(&mut response, &seen);
    }
    response
}

/// Keeps the language chosen.
pub fn choose_language(response: &mut Response, language: Language) {
    set_cookie(response, &preference(LANGUAGE_COOKIE, language.code()));
}

/// Says something on the next page.
pub fn say_next(response: &mut Response, notice: Notice) {
    let mut cookie = preference(NOTICE_COOKIE, notice.id());
    cookie.set_max_age(Duration::minutes(1));
    cookie.set_http_only(true);
    set_cookie(response, &cookie);
}

/// What the page before had to say.
pub(super) fn flash_of(
    (headers, is_secure): (&HeaderMap, bool),
    language: Language,
) -> Option<Flash> {
    let id = kept_cookie(headers, NOTICE_COOKIE, is_secure)?;
    Notice::from_id(&id).map(|notice| notice.flash(language))
}

/// A cookie about looks: it holds nothing secret, and the page's script writes it too. By TLS it gets its prefix with
/// all others.
fn preference(name: &'static str, value: &'static str) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .same_site(SameSite::Lax)
        .max_age(YEAR)
        .build()
}
