//! `/organisation/kapazitaet`: a capacity without names, published in one sitting.

mod read;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::pages::{CapacityPage, CapacityRow, SkillInput};
use web::parts::{Filled, Link};
use web::{Frame, Notice};

use crate::access::Permit;
use crate::access::action::{CreateExpert, ListOwnExperts, ReadOrganisation, SubmitExpert};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::experts::{self, EntryKind, Missing, TeamEntry};
use crate::http::{FormBody, Problem};
use crate::organisations::{self, OrganisationBody};
use crate::pages::{
    Html, LocalPath, Parameters, Visitor, place_name, redirect, say_next, typed_names,
};
use crate::reference::{Axis, Reference};
use crate::vetting::{self, VettingError};

/// Rows for skills at first, and as many more each time.
const ROWS: usize = 5;
/// Rows at most.
const MOST_ROWS: usize = 30;

/// What a page that is shown again holds.
struct Again {
    skills: Vec<SkillInput>,
    form: Filled,
    token: String,
}

pub(super) async fn show(
    permit: Permit<CreateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<CapacityPage>, Problem> {
    let house = house(&app, &permit).await?;
    Ok(Html::new(page(&app, &permit, (frame, house), None).await?))
}

pub(super) async fn publish(
    permit: Permit<CreateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let house = house(&app, &permit).await?;
    let submitting = permit.also::<SubmitExpert>();
    let submitting = submitting.ok_or_else(|| Problem::forbidden("you publish nothing"))?;
    let rows = sent
        .parsed::<usize>("zeilen")
        .unwrap_or(ROWS)
        .clamp(1, MOST_ROWS);
    if sent.first("was") == Some("mehr") {
        let mut read = read::form(
            &app.reference,
            &house,
            (&sent, (rows + ROWS).min(MOST_ROWS)),
        );
        read.forget_problems();
        let page = page(&app, &permit, (frame, house), Some(read.again(&sent))).await?;
        return Ok(Html::new(page).into_response());
    }
    let mut read = read::form(&app.reference, &house, (&sent, rows));
    if let Some((new, phone)) = read.capacity() {
        let parts = (&*app.reference, &*app.keyring);
        let attempt = attempt(&permit, &sent);
        let entered = (new, phone.as_str());
        match vetting::publish_capacity(&app.db, parts, &submitting, entered, attempt).await {
            Ok(_) => {
                let mut response = redirect(&LocalPath::or_start("/organisation/kapazitaet"));
                say_next(&mut response, Notice::CapacityPublished);
                return Ok(response);
            }
            Err(VettingError::Invalid(errors)) => read.refuse(&errors),
            Err(error) => return Err(error.into()),
        }
    }
    let page = page(&app, &permit, (frame, house), Some(read.again(&sent))).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn attempt(permit: &Permit<CreateExpert>, sent: &Parameters) -> Attempt {
    let token = sent.first("formular").unwrap_or_default();
    Attempt {
        scope: format!("{} capacity form", permit.caller().account),
        key: token.chars().take(100).collect(),
        body_hash: Sha256::digest(sent.to_query()).into(),
    }
}

async fn house(app: &AppState, permit: &Permit<CreateExpert>) -> Result<OrganisationBody, Problem> {
    let missing = || Problem::not_found("you belong to no organisation");
    let id = permit.scope().organisations().first().copied();
    let reading = permit.also::<ReadOrganisation>().ok_or_else(missing)?;
    let id = id.ok_or_else(missing)?;
    Ok(organisations::show(&app.db, &app.reference, &reading, id)
        .await?
        .0)
}

async fn page(
    app: &AppState,
    permit: &Permit<CreateExpert>,
    (frame, house): (Frame, OrganisationBody),
    again: Option<Again>,
) -> Result<CapacityPage, Problem> {
    let listing = permit.also::<ListOwnExperts>();
    let listing = listing.ok_or_else(|| Problem::forbidden("you list nobody"))?;
    let mut team = experts::team(&app.db, &listing, house.id).await?;
    team.retain(|member| {
        member.entry.kind == EntryKind::Capacity && member.entry.hidden_since.is_none()
    });
    let entries: Vec<_> = team.iter().map(|member| member.entry.clone()).collect();
    let missing = experts::missing(&app.db, &entries).await?;
    let is_draft = |member: &TeamEntry| {
        let lacks = missing.get(&member.entry.id);
        lacks.is_some_and(|lacks| lacks.contains(&Missing::Vetted))
    };
    let rows = team.iter().map(|member| row(member, is_draft(member)));
    let Again {
        skills,
        form,
        token,
    } = again.unwrap_or_else(|| fresh(&app.reference, &house));
    Ok(CapacityPage {
        rows: rows.collect(),
        names: typed_names(&app.reference.taxonomy, &Axis::SKILLS, frame.language),
        name: house.name,
        skills,
        form,
        token,
        frame,
    })
}

fn row(member: &TeamEntry, is_draft: bool) -> CapacityRow {
    let entry = &member.entry;
    CapacityRow {
        id: entry.id.to_string(),
        alias: Link {
            label: entry.alias.clone(),
            href: format!("/eintraege/{}", entry.id),
        },
        headline: entry.profile.headline.de.clone(),
        headcount: entry.headcount,
        is_eligible: member.is_eligible,
        is_draft,
    }
}

/// An empty form with what is known of the house.
fn fresh(reference: &Reference, house: &OrganisationBody) -> Again {
    let seat =
        organisations::seat_of(reference, &house.place).and_then(|ags| reference.regions.get(ags));
    let place = seat.map(|region| place_name(reference, region));
    Again {
        skills: (1..=ROWS)
            .map(|position| SkillInput {
                position,
                level: 3,
                ..SkillInput::default()
            })
            .collect(),
        form: Filled {
            values: vec![
                ("arbeitsweise", "either".to_owned()),
                ("vorlauf", "24h".to_owned()),
                ("ort", place.unwrap_or_default()),
                ("telefon", house.duty_phone.clone().unwrap_or_default()),
                ("art", "each_time".to_owned()),
            ],
            problems: Vec::new(),
        },
        token: Uuid::new_v4().to_string(),
    }
}
