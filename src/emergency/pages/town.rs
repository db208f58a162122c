//! `/kommune` and `/notfallkarten/{organisation_id}`.

use axum::extract::State;
use chrono::Days;
use web::Frame;
use web::pages::{
    CardView, ContactForm, ContactRow, IssuedAs, RedemptionNotice, RedemptionRow, ReplacementView,
    TownCard, TownCardPage, TownPage,
};

use crate::access::Permit;
use crate::access::action::{KeepEmergencyContacts, ReadEmergencyCards, RevealEmergencyContacts};
use crate::app::AppState;
use crate::clock::Instant;
use crate::emergency::card::{
    AskedReplacement, CardBody, CardState, Signatory, Standing, has_accepted, signatory, standing,
};
use crate::emergency::contacts::{Contact, listed};
use crate::emergency::coverage::ActingAs;
use crate::emergency::redemption::{Notice, Redeemed, redeemed};
use crate::http::{PathId, Problem};
use crate::ids::OrganisationId;
use crate::organisations;
use crate::pages::{Html, Visitor, day, moment};

/// A number that nobody looked at for so many days may be wrong.
const FRESH_DAYS: u64 = 180;

pub(super) async fn show_own(
    permit: Permit<KeepEmergencyContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<TownPage>, Problem> {
    own_page(&app, &permit, (frame, ContactForm::default()))
        .await
        .map(Html::new)
}

/// The town of whoever asks for help for it.
pub(super) fn own_town(permit: &Permit<KeepEmergencyContacts>) -> Result<OrganisationId, Problem> {
    let first = permit.scope().organisations().first().copied();
    first.ok_or_else(|| Problem::not_found("you belong to no municipality"))
}

pub(super) async fn own_page(
    app: &AppState,
    permit: &Permit<KeepEmergencyContacts>,
    (frame, form): (Frame, ContactForm),
) -> Result<TownPage, Problem> {
    let id = own_town(permit)?;
    let reads = permit.also::<ReadEmergencyCards>();
    let reads = reads.ok_or_else(|| Problem::forbidden("your token may not read this"))?;
    let stands = standing(&app.db, &app.reference, &reads, id).await?;
    let signed = signatory(&app.db, &app.keyring, permit, id).await?;
    let contacts = listed(&app.db, &app.keyring, permit, id).await?;
    let rows = contacts
        .into_iter()
        .map(|contact| contact_row(app, &frame, contact));
    Ok(TownPage {
        name: stands.town.name.clone(),
        contacts: rows.collect(),
        standing: town_card(app, &frame, (id, stands)).await?,
        signatory: signed.map(|Signatory { name, function }| format!("{name}, {function}")),
        form,
        frame,
    })
}

pub(super) async fn show(
    permit: Permit<ReadEmergencyCards>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
) -> Result<Html<TownCardPage>, Problem> {
    page(&app, &permit, (frame, id, None)).await.map(Html::new)
}

pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReadEmergencyCards>,
    (frame, id, revealed): (Frame, OrganisationId, Option<Vec<Contact>>),
) -> Result<TownCardPage, Problem> {
    let stands = standing(&app.db, &app.reference, permit, id).await?;
    let revealed = revealed.map(|contacts| {
        let rows = contacts.into_iter();
        rows.map(|contact| contact_row(app, &frame, contact))
            .collect()
    });
    // Sessions alone: an access key for reading and writing does not look at private numbers.
    let may_reveal = permit.also::<RevealEmergencyContacts>().is_some();
    Ok(TownCardPage {
        name: stands.town.name.clone(),
        organisation_id: id.to_string(),
        standing: town_card(app, &frame, (id, stands)).await?,
        may_reveal,
        revealed,
        frame,
    })
}

async fn town_card(
    app: &AppState,
    frame: &Frame,
    (id, Standing { town, card }): (OrganisationId, Standing),
) -> Result<TownCard, Problem> {
    let (now, language) = (app.db.clock().now(), frame.language);
    let at = (town.place.as_str(), now);
    let providers = organisations::home_providers(app.db.reader(), &app.reference, at).await?;
    let used = redeemed(&app.db, id).await?;
    Ok(TownCard {
        needs_acceptance: card.is_some()
            && !has_accepted(app.db.reader(), &app.reference, id).await?,
        card: card.map(|card| card_view(card, now, language)),
        providers: providers
            .into_iter()
            .filter(|provider| provider.id != id)
            .map(|provider| provider.name)
            .collect(),
        redemptions: used
            .into_iter()
            .map(|Redeemed { at, notice }| RedemptionRow {
                at: moment(at, now, language),
                notice: redemption_notice(notice),
            })
            .collect(),
        place: town.place,
    })
}

const fn redemption_notice(notice: Notice) -> RedemptionNotice {
    match notice {
        Notice::Waiting => RedemptionNotice::Waiting,
        Notice::Sent => RedemptionNotice::Sent,
        Notice::Failed => RedemptionNotice::Failed,
        Notice::NoChannel => RedemptionNotice::NoChannel,
        Notice::NoContact => RedemptionNotice::NoContact,
    }
}

fn card_view(card: CardBody, now: Instant, language: web::Language) -> CardView {
    let CardBody {
        id,
        number,
        organisation_id: _,
        municipality: _,
        place: _,
        state,
        issued_at,
        issued_by: _,
        issued_as,
        ended_at,
        conditions_version,
        accepted_on,
        codes_left,
        replacement,
    } = card;
    let asked = |asked: AskedReplacement| ReplacementView {
        asked: moment(asked.asked_at, now, language),
        until: moment(asked.expires_at, now, language),
        by_viewer: asked.asked_by_caller,
    };
    CardView {
        id: id.to_string(),
        number,
        is_working: state == CardState::Issued,
        issued: day(issued_at.date(), language),
        issued_as: match issued_as {
            ActingAs::Own => IssuedAs::Own,
            ActingAs::Provider => IssuedAs::Provider,
            ActingAs::Office => IssuedAs::Office,
        },
        ended: ended_at.map(|at| moment(at, now, language)),
        conditions_version,
        accepted: day(accepted_on, language),
        codes_left,
        replacement: replacement.map(asked),
    }
}

fn contact_row(app: &AppState, frame: &Frame, contact: Contact) -> ContactRow {
    let today = app.db.clock().now().date();
    let Contact {
        id,
        name,
        number,
        checked_on,
    } = contact;
    ContactRow {
        id: id.to_string(),
        name,
        number,
        checked: day(checked_on, frame.language),
        is_stale: checked_on + Days::new(FRESH_DAYS) < today,
    }
}
