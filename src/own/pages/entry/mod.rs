//! `/eintraege/{expert_id}`: an entry, changed by its person or a manager of its employer.

mod availability;
mod calendar_choice;
mod calendar_file;
mod draft;
mod fields;
mod form;
mod home;
mod on_call;
mod problems;
mod proposals;
mod term_rows;
mod terms;

use axum::Router;
use axum::routing::{get, post};
use web::pages::EntryFrame;

use crate::access::Permit;
use crate::access::action::{KeepCalendar, PlanOnCall, ReadIdentity, UpdateExpert};
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{self, ExpertBody};
use crate::http::{IfMatch, Problem};
use crate::ids::ExpertId;

/// Routes of this part.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/profil", get(home::show_own))
        .route("/verfuegbarkeit", get(availability::lead_to_own))
        .route("/eintraege/{expert_id}", get(home::show))
        .route("/eintraege/{expert_id}/bestaetigen", post(home::confirm))
        .route("/eintraege/{expert_id}/entwurf", post(draft::keep))
        .route(
            "/eintraege/{expert_id}/faehigkeiten/bestaetigen",
            post(home::confirm_skills),
        )
        .route(
            "/eintraege/{expert_id}/kontakt",
            get(form::contact).post(form::save_contact),
        )
        .route(
            "/eintraege/{expert_id}/beschreibung",
            get(form::description).post(form::save_description),
        )
        .route(
            "/eintraege/{expert_id}/einsatz",
            get(form::deployment).post(form::save_deployment),
        )
        .route(
            "/eintraege/{expert_id}/faehigkeiten",
            get(terms::skills).post(terms::save_skills),
        )
        .route(
            "/eintraege/{expert_id}/zertifikate",
            get(terms::certificates).post(terms::save_certificates),
        )
        .route(
            "/eintraege/{expert_id}/sprachen",
            get(terms::languages).post(terms::save_languages),
        )
        .route("/eintraege/{expert_id}/vorschlag", post(proposals::propose))
        .route(
            "/eintraege/{expert_id}/verfuegbarkeit",
            get(availability::show).post(availability::save),
        )
        .route(
            "/eintraege/{expert_id}/verfuegbarkeit/datei",
            get(calendar_file::show).post(calendar_file::preview),
        )
        .route(
            "/eintraege/{expert_id}/verfuegbarkeit/uebernehmen",
            post(calendar_file::take),
        )
        .route(
            "/eintraege/{expert_id}/rufbereitschaft",
            post(on_call::save),
        )
}

/// The calendar somebody can subscribe to.
#[derive(Clone, Copy)]
struct CalendarState {
    /// Since when there is an address for it.
    since: Option<Instant>,
}

/// An entry that somebody changes.
pub(super) struct Editing {
    pub(super) entry: ExpertBody,
    version: i32,
    /// It is the entry of whoever changes it.
    is_own: bool,
    /// Whoever changes it is of the employer, and plans on-call duty.
    plans_on_call: bool,
    /// Its own calendar, for the person.
    calendar: Option<CalendarState>,
}

impl Editing {
    async fn load(
        app: &AppState,
        permit: &Permit<UpdateExpert>,
        id: ExpertId,
    ) -> Result<Self, Problem> {
        let missing = || Problem::not_found("there is no such entry");
        let reading = permit.also::<ReadIdentity>().ok_or_else(missing)?;
        let (entry, version) = experts::own_view(&app.db, &app.keyring, &reading, id).await?;
        let is_own = experts::of_account(&app.db, &reading).await? == Some(id);
        let keeping = permit.also::<KeepCalendar>().filter(|_| is_own);
        let calendar = match keeping {
            Some(permit) => Some(CalendarState {
                since: experts::calendar_since(&app.db, &permit).await?,
            }),
            None => None,
        };
        Ok(Self {
            calendar,
            is_own,
            plans_on_call: plans(permit, &entry),
            entry,
            version,
        })
    }

    fn frame(&self) -> EntryFrame {
        EntryFrame {
            alias: self.entry.alias.clone(),
            path: format!("/eintraege/{}", self.entry.id),
            is_own: self.is_own,
            version: self.version,
        }
    }
}

fn plans(permit: &Permit<UpdateExpert>, entry: &ExpertBody) -> bool {
    let planning = permit.also::<PlanOnCall>();
    planning.is_some_and(|permit| permit.scope().covers(entry.organisation_id))
}

/// The fields of a form, each maybe several times.
pub(super) struct Sent(pub(super) Vec<(String, String)>);

impl Sent {
    /// The first value of a field without space around it; empty where it was not sent.
    pub(super) fn text(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    fn find(&self, name: &str) -> Option<&str> {
        let mut given = self.0.iter().filter(|(given, _)| given == name);
        given.next().map(|(_, value)| value.trim())
    }

    /// All values of a field.
    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let given = self.0.iter().filter(move |(given, _)| given == name);
        given.map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str, value: &str) -> bool {
        let mut given = self.0.iter();
        given.any(|(given, sent)| given == name && sent == value)
    }

    /// Which version of the entry the form was filled from.
    fn version(&self) -> IfMatch {
        self.text("stand")
            .parse()
            .map_or(IfMatch::Other, IfMatch::Version)
    }
}
