//! `/`, `/status`, `/impressum`, `/datenschutz`, `/barrierefreiheit`.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use migration::reference::NOTICE;
use strum::VariantArray;
use web::Language;
use web::pages::{
    AccessibilityPage, Controller, DatabaseHealth, DeskHealth, ImprintPage, PrivacyPage,
    PrivacyPurpose, Publisher, SearchHealth, StartPage, StatusPage,
};

use super::figures::figures;
use crate::app::AppState;
use crate::incidents::{self, Desk};
use crate::pages::{Html, Visitor, day, first_aid, moment};
use crate::privacy::{self, Purpose};
use crate::reference::PlacesEdition;
use crate::site::{Imprint, Privacy, Responsible};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    let router = Router::new()
        .route("/", get(start))
        .route("/status", get(status))
        .route("/impressum", get(imprint))
        .route("/datenschutz", get(privacy))
        .route("/barrierefreiheit", get(accessibility));
    #[cfg(debug_assertions)]
    let router = router.route("/bausteine", get(gallery));
    router
}

async fn start(Visitor(frame): Visitor, State(app): State<AppState>) -> Html<StartPage> {
    let now = app.db.clock().now();
    let figures = app
        .search
        .current()
        .and_then(|snapshot| figures(&snapshot, now));
    Html::new(StartPage {
        first_aid: first_aid(&app.reference.texts.first_aid, frame.language),
        frame,
        figures,
    })
}

/// In plain words what `/readyz` says to programs; the same status.
async fn status(Visitor(frame): Visitor, State(app): State<AppState>) -> Html<StatusPage> {
    let now = app.db.clock().now();
    let head = app.db.generation().await.ok();
    let snapshot = app.search.current();
    let search = match (&snapshot, head) {
        (None, _) => SearchHealth::NotReady,
        (Some(snapshot), Some(head)) if snapshot.generation < head => SearchHealth::Behind {
            changes: (head - snapshot.generation).unsigned_abs(),
        },
        (Some(_), _) => SearchHealth::Ready,
    };
    let desk = match incidents::desk(&app.db).await {
        Ok(Desk::OnDuty) => Some(DeskHealth::OnDuty),
        Ok(Desk::Nobody) => Some(DeskHealth::Nobody),
        // That the database is away stands above.
        Ok(Desk::NoRoster) | Err(_) => None,
    };
    let is_up = head.is_some() && snapshot.is_some();
    let language = frame.language;
    let page = StatusPage {
        database: if head.is_some() {
            DatabaseHealth::Up
        } else {
            DatabaseHealth::Down
        },
        search,
        desk,
        as_of: snapshot.map(|snapshot| moment(snapshot.as_of, now, language)),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        reference_as_of: state_of_places(&app).map(|state| day(state, language)),
        checked_at: moment(now, now, language),
        frame,
    };
    let status = if is_up {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    Html::with_status(page, status)
}

/// The day the places describe.
fn state_of_places(app: &AppState) -> Option<chrono::NaiveDate> {
    app.reference.regions.edition().map(PlacesEdition::state)
}

async fn imprint(Visitor(frame): Visitor, State(app): State<AppState>) -> Html<ImprintPage> {
    let publisher = app.site.imprint.clone().map(
        |Imprint {
             name,
             address,
             represented_by,
             email,
             phone,
             supervised_by,
         }| Publisher {
            name,
            address,
            represented_by,
            email,
            phone,
            supervised_by,
        },
    );
    Html::new(ImprintPage {
        frame,
        publisher,
        attributions: attributions().into_iter().chain(official(&app)).collect(),
        source_code: None,
    })
}

/// Where the places come from, once an official file was taken over.
fn official(app: &AppState) -> Option<String> {
    let edition = app.reference.regions.edition()?;
    // A licence is quoted in its own language.
    edition.is_official().then(|| {
        format!(
            "Orte, Schlüssel und Einwohner: © Statistisches Bundesamt (Destatis), Gemeindeverzeichnis-Informationssystem \
             (GV-ISys), Gebietsstand {}, Datenlizenz Deutschland – Namensnennung – Version 2.0 \
             (www.govdata.de/dl-de/by-2-0); Daten verändert.",
            edition.state().format("%d.%m.%Y")
        )
    })
}

/// The sentences of the notice that is shipped with the reference data.
fn attributions() -> Vec<String> {
    let (_, rest) = NOTICE
        .split_once("Attribution (also shown on the imprint page)")
        .unwrap_or_default();
    let (text, _) = rest.split_once("\nFiles\n").unwrap_or((rest, ""));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentences = text.split_inclusive(". ").map(str::trim);
    let mut lines: Vec<String> = Vec::new();
    for sentence in sentences.filter(|sentence| !sentence.is_empty()) {
        // A source begins with its name and a colon or an own sentence; "(ca. 2021), ergänzt" does not.
        let begins = sentence
            .split_once(": ")
            .is_some_and(|(name, _)| name.len() < 60)
            || sentence.starts_with("NICE")
            || sentence.starts_with("FIRST")
            || sentence.starts_with("O*NET")
            || sentence.starts_with("ATT&CK");
        match lines.last_mut() {
            Some(last) if !begins => {
                last.push(' ');
                last.push_str(sentence);
            }
            _ => lines.push(sentence.to_owned()),
        }
    }
    lines
}

async fn privacy(Visitor(frame): Visitor, State(app): State<AppState>) -> Html<PrivacyPage> {
    let Privacy {
        controllers,
        lead,
        processor,
        officer,
        authority,
        legal_bases: _,
    } = &app.site.privacy;
    let language = frame.language;
    Html::new(PrivacyPage {
        frame,
        controllers: controllers.iter().map(controller).collect(),
        lead: lead.clone(),
        processor: processor.as_ref().map(controller),
        officer: officer.as_ref().map(controller),
        officer_email: app.site.privacy_email.clone(),
        authority: authority.clone(),
        purposes: Purpose::VARIANTS
            .iter()
            .filter_map(|purpose| purpose_of(*purpose, &app, language))
            .collect(),
    })
}

fn controller(responsible: &Responsible) -> Controller {
    Controller {
        name: responsible.name.clone(),
        email: responsible.email.clone(),
    }
}

/// A purpose for which something of persons is kept: why that is lawful, who sees it, how long it is kept.
fn purpose_of(purpose: Purpose, app: &AppState, language: Language) -> Option<PrivacyPurpose> {
    let tables =
        || privacy::classes().filter(|table| table.purpose == purpose && !table.whose.is_empty());
    let mut kept = Vec::new();
    let mut readers = Vec::new();
    for table in tables() {
        kept.push(table.kept.text(&app.retention, language));
        readers.extend(
            table
                .readers
                .iter()
                .map(|reader| reader.words().pick(language)),
        );
    }
    kept.sort();
    kept.dedup();
    readers.sort_unstable();
    readers.dedup();
    let name: &str = purpose.into();
    (!kept.is_empty()).then(|| PrivacyPurpose {
        title: purpose.words().pick(language).to_owned(),
        data: tables()
            .map(|table| table.label.pick(language))
            .collect::<Vec<_>>()
            .join(", "),
        legal_basis: app.site.privacy.legal_bases.get(name).cloned(),
        readers: readers.join(", "),
        kept: kept.join("; "),
    })
}

async fn accessibility(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Html<AccessibilityPage> {
    Html::new(AccessibilityPage {
        frame,
        checked_on: None,
        email: app
            .site
            .imprint
            .as_ref()
            .map(|imprint| imprint.email.clone()),
        enforcement_body: None,
        known_barriers: Vec::new(),
    })
}

/// Every component once, for those who build pages.
#[cfg(debug_assertions)]
async fn gallery(Visitor(frame): Visitor) -> Html<web::pages::GalleryPage> {
    Html::new(web::samples::gallery(frame))
}
