//! What follows from requests for help: waves, messages, and all that time brings.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::borrowing::{
    BorrowingError, OFFER_HOUSE, OFFER_TOWN, OFFER_TURN, send_offer_house, send_offer_town, turn,
};
use super::care::{CLOCK, CLOCK_DESK, remind};
use super::costs::{COSTS_NEWS, ESTIMATE_NEWS, Stage, send_costs_news};
use super::deployments::{
    ENDS_SOON, EXPERT_NEWS, EXPERT_TOLD, EXTENDED, EXTENSION_DUE, EXTENSION_NEWS, HOUSE_EXTENSION,
    HOUSE_NEWS, RELEASE_ASKED, RELEASE_RUNG, TOWN_ASKED, TOWN_NEWS, TOWN_TOLD, lapse_extension,
    ring_release_ask, send_ends_soon, send_expert_news, send_extension_news, send_house_extension,
    send_house_news, send_release_ask, send_town_asked, send_town_news,
};
use super::legal::{BASIS_OPEN, CONDITIONS_OPEN, send_basis_open, send_conditions_open};
use super::requests::waves::Waves;
use super::requests::{
    ADVANCE, ALERT, Desk, RequestError, STAND_DOWN, advance, let_go, send_again, send_alert,
    send_stand_down,
};
use super::thread::{THREAD_NEWS, send_thread_news};
use crate::db::Db;
use crate::emergency;
use crate::ids::{AlertId, DeploymentId, ExpertId, IncidentId, OfferRequestId, RequestId};
use crate::jobs::{Handler, JobFailure};
use crate::notifications::{Post, UNDELIVERED, delivery};
use crate::privacy::LET_GO;
use crate::reference::Living;
use crate::sealing::Keyring;
use crate::search::Publisher;

/// What the handlers work with.
#[derive(Clone)]
struct Tools {
    ring: Arc<Keyring>,
    living: Arc<Living>,
    search: Publisher,
    waves: Waves,
    post: Post,
}

impl Tools {
    fn desk(&self, db: Db) -> Desk {
        Desk {
            db,
            ring: self.ring.clone(),
            reference: self.living.now(),
            search: self.search.clone(),
            waves: self.waves,
        }
    }

    async fn run(self, kind: &'static str, db: Db, subject: Uuid) -> Result<(), JobFailure> {
        let desk = self.desk(db);
        match kind {
            ALERT => send_alert(&desk, &self.post, AlertId(subject)).await,
            STAND_DOWN => send_stand_down(&desk, &self.post, AlertId(subject)).await,
            UNDELIVERED => self.send_again(&desk, subject).await,
            RELEASE_ASKED => send_release_ask(&desk, &self.post, subject).await,
            EXPERT_NEWS => send_expert_news(&desk, &self.post, DeploymentId(subject)).await,
            HOUSE_NEWS => send_house_news(&desk, &self.post, DeploymentId(subject)).await,
            TOWN_ASKED => send_town_asked(&desk, &self.post, IncidentId(subject)).await,
            RELEASE_RUNG => ring_release_ask(&desk, &self.post, subject).await,
            EXTENSION_NEWS => send_extension_news(&desk, &self.post, DeploymentId(subject)).await,
            HOUSE_EXTENSION => send_house_extension(&desk, &self.post, DeploymentId(subject)).await,
            TOWN_NEWS => send_town_news(&desk, &self.post, DeploymentId(subject)).await,
            ENDS_SOON => send_ends_soon(&desk, &self.post, DeploymentId(subject)).await,
            EXTENSION_DUE => Ok(lapse_extension(&desk, DeploymentId(subject)).await?),
            CLOCK => remind(&desk, &self.post, subject).await,
            OFFER_HOUSE => send_offer_house(&desk, &self.post, OfferRequestId(subject)).await,
            OFFER_TOWN => send_offer_town(&desk, &self.post, OfferRequestId(subject)).await,
            OFFER_TURN => turned(turn(&desk, OfferRequestId(subject)).await),
            BASIS_OPEN => send_basis_open(&desk, &self.post, DeploymentId(subject)).await,
            CONDITIONS_OPEN => send_conditions_open(&desk, &self.post, IncidentId(subject)).await,
            kind if THREAD_NEWS.contains(&kind) => {
                send_thread_news(&desk, &self.post, (kind, DeploymentId(subject))).await
            }
            ESTIMATE_NEWS => {
                send_costs_news(&desk, &self.post, (Stage::Estimate, DeploymentId(subject))).await
            }
            COSTS_NEWS => {
                send_costs_news(&desk, &self.post, (Stage::Actual, DeploymentId(subject))).await
            }
            LET_GO => done(let_go(&desk, ExpertId(subject)).await),
            _ => done(advance(&desk, RequestId(subject)).await),
        }
    }

    /// Tells by the next way whoever a message did not reach, as its gateway reports later; as long as there is something
    /// to tell.
    async fn send_again(&self, desk: &Desk, reference: Uuid) -> Result<(), JobFailure> {
        let Some(lost) = delivery(&desk.db, reference).await? else {
            return Ok(());
        };
        match lost.purpose.as_str() {
            ALERT => send_again(desk, &self.post, AlertId(lost.subject)).await,
            STAND_DOWN => send_stand_down(desk, &self.post, AlertId(lost.subject)).await,
            TOWN_ASKED => send_town_asked(desk, &self.post, IncidentId(lost.subject)).await,
            emergency::ALERT => {
                emergency::tell_again(&desk.db, (&self.ring, &self.post), &lost).await
            }
            CLOCK | CLOCK_DESK => remind(desk, &self.post, lost.subject).await,
            told if EXPERT_TOLD.contains(&told) => {
                send_expert_news(desk, &self.post, DeploymentId(lost.subject)).await
            }
            EXTENSION_NEWS | EXTENDED => {
                send_extension_news(desk, &self.post, DeploymentId(lost.subject)).await
            }
            ENDS_SOON => send_ends_soon(desk, &self.post, DeploymentId(lost.subject)).await,
            told if TOWN_TOLD.contains(&told) => {
                send_town_news(desk, &self.post, DeploymentId(lost.subject)).await
            }
            // Managers have mail, of which nobody hears that it got lost; a ring goes beside one.
            _ => Ok(()),
        }
    }
}

fn done(outcome: Result<(), RequestError>) -> Result<(), JobFailure> {
    match outcome {
        Ok(()) | Err(RequestError::NotFound) => Ok(()),
        Err(RequestError::Storage(error)) => Err(error.into()),
        Err(error) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "a request waits");
            Err(JobFailure::Outside("the register cannot be searched"))
        }
    }
}

/// What is gone, or was turned by somebody else, is not to be turned.
fn turned(outcome: Result<(), BorrowingError>) -> Result<(), JobFailure> {
    match outcome {
        Err(BorrowingError::Storage(error)) => Err(error.into()),
        Ok(())
        | Err(
            BorrowingError::NotFound
            | BorrowingError::Invalid(_)
            | BorrowingError::Unverified
            | BorrowingError::Over
            | BorrowingError::AskedAlready
            | BorrowingError::NotNow
            | BorrowingError::Promised(_)
            | BorrowingError::NotAgreed
            | BorrowingError::KeyReused
            | BorrowingError::NotReady,
        ) => Ok(()),
    }
}

/// What runs each kind of job about help.
pub fn handlers(
    ring: &Arc<Keyring>,
    (living, search): (&Arc<Living>, &Publisher),
    (post, waves): (&Post, Waves),
) -> HashMap<&'static str, Handler> {
    let tools = Tools {
        ring: ring.clone(),
        living: living.clone(),
        search: search.clone(),
        waves,
        post: post.clone(),
    };
    let kinds = [
        ADVANCE,
        ALERT,
        STAND_DOWN,
        UNDELIVERED,
        RELEASE_ASKED,
        RELEASE_RUNG,
        LET_GO,
        EXPERT_NEWS,
        HOUSE_NEWS,
        TOWN_ASKED,
        EXTENSION_NEWS,
        HOUSE_EXTENSION,
        TOWN_NEWS,
        ENDS_SOON,
        EXTENSION_DUE,
        CLOCK,
        OFFER_HOUSE,
        OFFER_TOWN,
        OFFER_TURN,
        BASIS_OPEN,
        CONDITIONS_OPEN,
        ESTIMATE_NEWS,
        COSTS_NEWS,
    ];
    let handler = |kind: &'static str| -> Handler {
        let tools = tools.clone();
        Arc::new(move |db: Db, subject| Box::pin(tools.clone().run(kind, db, subject)))
    };
    let kinds = kinds.into_iter().chain(THREAD_NEWS);
    kinds.map(|kind| (kind, handler(kind))).collect()
}
