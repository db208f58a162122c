//! Telling a house that it is asked, and a town what became of it. No message says what happened where.

use web::letters::{HelpLetter, OfferNews, help_letter};

use crate::access::{self, Role};
use crate::clock::Instant;
use crate::db::{Actor, Job, Txn};
use crate::ids::{AccountId, OfferRequestId, OrganisationId};
use crate::incidents::borrowing::model::{OfferRequest, OfferRequestState};
use crate::incidents::borrowing::store;
use crate::incidents::deadline::until;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, mail_accounts};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that tells the managers of a house.
pub(in crate::incidents) const OFFER_HOUSE: &str = "help.offer_house";
/// The kind of job that tells a town.
pub(in crate::incidents) const OFFER_TOWN: &str = "help.offer_town";

/// Where a house answers.
const HOUSE_PAGE: &str = "/organisation/angebote/anfragen";

/// Plans to tell the managers of the house, in the transaction that changed something for them.
pub(super) fn tell_house(txn: &mut Txn, changed: &OfferRequest) {
    tell(txn, OFFER_HOUSE, changed);
}

/// The same for the town.
pub(super) fn tell_town(txn: &mut Txn, changed: &OfferRequest) {
    tell(txn, OFFER_TOWN, changed);
}

/// A job says what is so when it runs, once for each change.
fn tell(txn: &mut Txn, kind: &'static str, changed: &OfferRequest) {
    let state: &str = changed.state.into();
    let run_at = txn.now();
    txn.enqueue(Job {
        kind,
        key: format!("{kind} {} {} {state}", changed.id, changed.version),
        subject: changed.id.0,
        run_at,
    });
}

/// Tells the managers of the house.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_offer_house(
    desk: &Desk,
    post: &Post,
    id: OfferRequestId,
) -> Result<(), JobFailure> {
    let Some(request) = store::by_id(desk.db.reader(), id).await? else {
        return Ok(());
    };
    let now = desk.db.clock().now();
    let Some(news) = of_house(&request, now) else {
        return Ok(());
    };
    let managers = holders(desk, (Role::MemberManager, request.provider)).await?;
    let link = HOUSE_PAGE.to_owned();
    send(desk, post, (&request, OFFER_HOUSE, news), (managers, link)).await
}

/// Tells those who ask for the town, and whoever asked for it.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_offer_town(
    desk: &Desk,
    post: &Post,
    id: OfferRequestId,
) -> Result<(), JobFailure> {
    let Some(request) = store::by_id(desk.db.reader(), id).await? else {
        return Ok(());
    };
    let Some(news) = of_town(&request) else {
        return Ok(());
    };
    let mut told = holders(desk, (Role::Requester, request.requester)).await?;
    told.extend(request.made_by.parse::<AccountId>().ok());
    let link = format!("/vorfaelle/{}/angebote", request.incident);
    send(desk, post, (&request, OFFER_TOWN, news), (told, link)).await
}

async fn holders(
    desk: &Desk,
    (role, house): (Role, OrganisationId),
) -> Result<Vec<AccountId>, JobFailure> {
    let now = desk.db.clock().now();
    Ok(access::holders(desk.db.reader(), (role, Some(house)), now).await?)
}

/// What a house is told now.
fn of_house(request: &OfferRequest, now: Instant) -> Option<OfferNews> {
    let due = || until(request.due_at, now);
    match request.state {
        OfferRequestState::Asked => Some(OfferNews::HouseAsked { until: due() }),
        OfferRequestState::Agreed | OfferRequestState::Running => request
            .is_asked(now)
            .then(|| OfferNews::HouseMoreDays { until: due() }),
        OfferRequestState::Ended | OfferRequestState::Withdrawn | OfferRequestState::Cancelled => {
            Some(OfferNews::HouseOver)
        }
        OfferRequestState::Refused | OfferRequestState::Lapsed => None,
    }
}

/// What a town is told now.
fn of_town(request: &OfferRequest) -> Option<OfferNews> {
    match request.state {
        OfferRequestState::Asked | OfferRequestState::Withdrawn => None,
        OfferRequestState::Agreed if request.is_just_promised() => Some(OfferNews::TownAgreed),
        OfferRequestState::Agreed | OfferRequestState::Running => Some(OfferNews::TownChanged),
        OfferRequestState::Refused => Some(OfferNews::TownRefused),
        OfferRequestState::Lapsed => Some(OfferNews::TownLapsed),
        OfferRequestState::Ended | OfferRequestState::Cancelled => Some(OfferNews::TownOver),
    }
}

/// Tells everybody once; not whoever ended it.
async fn send(
    desk: &Desk,
    post: &Post,
    (request, purpose, news): (&OfferRequest, &'static str, OfferNews),
    (mut told, link): (Vec<AccountId>, String),
) -> Result<(), JobFailure> {
    told.sort_unstable();
    told.dedup();
    let incident = incidents::by_id(desk.db.reader(), request.incident).await?;
    let is_drill = incident.is_some_and(|incident| incident.is_drill);
    let letter = help_letter(&post.sender, &HelpLetter::Offer(news), is_drill);
    let ended_by = request.ended.as_ref().map(|(_, by)| by.as_str());
    told.retain(|account| ended_by != Some(Actor::Account(*account).to_string().as_str()));
    mail_accounts(&desk.db, (&desk.ring, post), told, |account| Outgoing {
        subject: request.id.0,
        purpose,
        // Asked for more days, the same people are told again.
        apart: account.0.as_u128() ^ u128::from(request.version.unsigned_abs()),
        letter: letter.clone(),
        link: Some(link.clone()),
        spoken: None,
    })
    .await
}
