//! `/hilfe/{link}/stand` and `/a/{link}/stand`: say at once when something changed on the page of a link (server-sent
//! events).

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderName;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::time::{Instant as Moment, sleep, timeout};

use crate::accounts::Secret;
use crate::app::AppState;
use crate::http::{PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::{requests, service};

/// Phones listening at once; the others ask again by themselves.
const LISTENERS: usize = 500;
/// How long one listens before it comes again; a stopping service waits for nobody longer.
const LIFE: Duration = Duration::from_mins(5);
/// What other nodes changed is seen after so long.
const POLL: Duration = Duration::from_secs(5);
/// A line that shows that the connection is alive.
const BEAT: Duration = Duration::from_secs(15);

/// Phones with one link: those of the house that help.
const OF_ONE_LINK: usize = 10;
/// However much happens elsewhere, it is looked at no more often.
const PAUSE: Duration = Duration::from_secs(1);

/// Who listens, by the hash of the link.
static LISTENING: LazyLock<Mutex<HashMap<Vec<u8>, usize>>> = LazyLock::new(Mutex::default);

/// A place among those who listen.
struct Room(Vec<u8>);

impl Room {
    /// A place, while there is one.
    fn take(link: &Secret) -> Option<Self> {
        let mut all = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
        let whole: usize = all.values().sum();
        let own = all.get(&link.hash()).copied().unwrap_or_default();
        if whole >= LISTENERS || own >= OF_ONE_LINK {
            return None;
        }
        all.insert(link.hash(), own + 1);
        Some(Self(link.hash()))
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut all = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = all.get_mut(&self.0) {
            *own -= 1;
            if *own == 0 {
                all.remove(&self.0);
            }
        }
    }
}

/// Whose page listens.
#[derive(Clone, Copy)]
enum Page {
    /// The status page of a town.
    Town,
    /// The page of somebody who was asked.
    Expert,
}

impl Page {
    /// What it shows now, in short.
    async fn stand(self, app: &AppState, link: &Secret) -> Result<String, Problem> {
        match self {
            Self::Town => Ok(service::stand(kit(app), link).await?),
            Self::Expert => Ok(requests::asked_stand(&requests::desk(app), link).await?),
        }
    }
}

/// For the status page of a town.
pub(super) async fn of_town(
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    listen(app, (Page::Town, &text)).await
}

/// For the page of somebody who was asked.
pub(super) async fn of_expert(
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    listen(app, (Page::Expert, &text)).await
}

/// Sends the stand at once, and each later one.
async fn listen(app: AppState, (page, text): (Page, &str)) -> Result<Response, Problem> {
    let link = text.parse::<Secret>();
    let link = link.map_err(|_| Problem::not_found("there is no such request"))?;
    page.stand(&app, &link).await?;
    let room = Room::take(&link);
    let room =
        room.ok_or_else(|| Problem::unavailable("too many are listening").retry_after(30))?;
    let listener = Listener {
        app,
        page,
        link,
        seen: None,
        until: Moment::now() + LIFE,
        _room: room,
    };
    let events = stream::unfold(listener, Listener::next);
    let events = Sse::new(events).keep_alive(KeepAlive::new().interval(BEAT));
    // A proxy that gathers an answer would hold back what is to be seen at once.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((unbuffered, events).into_response())
}

struct Listener {
    app: AppState,
    page: Page,
    link: Secret,
    seen: Option<String>,
    until: Moment,
    _room: Room,
}

impl Listener {
    /// The next stand that is another one; the end where the link opens nothing any more, or it listened long enough.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        let changed = self.app.db.changed().clone();
        while Moment::now() < self.until {
            let notified = changed.notified();
            let stand = self.page.stand(&self.app, &self.link).await.ok()?;
            if self.seen.as_ref() != Some(&stand) {
                self.seen = Some(stand.clone());
                return Some((Ok(Event::default().data(stand)), self));
            }
            // Woken or not: it is looked at again.
            let _ = timeout(POLL, notified).await;
            sleep(PAUSE).await;
        }
        None
    }
}
