//! `/hilfe/{link}/stand`: says at once when something changed on the status page (server-sent events).

use std::convert::Infallible;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant as Moment, timeout};

use crate::accounts::Secret;
use crate::app::AppState;
use crate::http::{PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::service;

/// Phones listening at once; the others ask again by themselves.
const LISTENERS: usize = 500;
/// How long one listens before it comes again; a stopping service waits for nobody longer.
const LIFE: Duration = Duration::from_mins(5);
/// What other nodes changed is seen after so long.
const POLL: Duration = Duration::from_secs(5);
/// A line that shows that the connection is alive.
const BEAT: Duration = Duration::from_secs(15);

static ROOM: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(LISTENERS)));

/// Sends the stand at once, and each later one.
pub(super) async fn show(
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    let link = text.parse::<Secret>();
    let link = link.map_err(|_| Problem::not_found("there is no such request"))?;
    service::stand(kit(&app), &link).await?;
    let room = ROOM.clone().try_acquire_owned();
    let room = room.map_err(|_| Problem::unavailable("too many are listening").retry_after(30))?;
    let listener = Listener {
        app,
        link,
        seen: None,
        until: Moment::now() + LIFE,
        _room: room,
    };
    let events = stream::unfold(listener, Listener::next);
    let events = Sse::new(events).keep_alive(KeepAlive::new().interval(BEAT));
    Ok(events.into_response())
}

struct Listener {
    app: AppState,
    link: Secret,
    seen: Option<String>,
    until: Moment,
    _room: OwnedSemaphorePermit,
}

impl Listener {
    /// The next stand that is another one; the end where the link opens nothing any more, or it listened long enough.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        let changed = self.app.db.changed().clone();
        while Moment::now() < self.until {
            let notified = changed.notified();
            let stand = service::stand(kit(&self.app), &self.link).await.ok()?;
            if self.seen.as_ref() != Some(&stand) {
                self.seen = Some(stand.clone());
                return Some((Ok(Event::default().data(stand)), self));
            }
            // Woken or not: it is looked at again.
            let _ = timeout(POLL, notified).await;
        }
        None
    }
}
