//! After a deployment: the review, the certificate, lessons and figures.

mod certificate;
mod figures;
mod lesson_form;
mod lessons;
mod page;

use axum::Router;
use axum::routing::{get, post};
use web::Language;
use web::pages::{CertificatePage, ReviewPage};
use web::parts::Link;

use crate::app::AppState;
use crate::incidents::deployments::{Deployment, Part};

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/einsaetze/{deployment_id}/rueckblick",
            get(page::show).post(page::write),
        )
        .route(
            "/einsaetze/{deployment_id}/rueckblick/bewaehrt",
            post(page::prove),
        )
        .route(
            "/einsaetze/{deployment_id}/rueckblick/ort",
            post(page::name_town),
        )
        .route(
            "/einsaetze/{deployment_id}/bescheinigung",
            get(certificate::show),
        )
        .route(
            "/vorfaelle/{incident_id}/lehre",
            get(lesson_form::show).post(lesson_form::draft),
        )
        .route("/erfahrungen", get(lessons::show))
        .route("/erfahrungen/{lesson_id}/freigabe", post(lessons::share))
        .route(
            "/erfahrungen/{lesson_id}/zurueckziehen",
            post(lessons::withdraw),
        )
        .route("/zahlen", get(figures::show))
}

/// Papers of a deployment that ended, for whoever is all of these to it.
pub(super) fn papers(deployment: &Deployment, parts: &[Part], language: Language) -> Vec<Link> {
    let id = deployment.id;
    let mut papers = vec![Link {
        label: ReviewPage::title(language),
        href: format!("/einsaetze/{id}/rueckblick"),
    }];
    if has_certificate(deployment, parts) {
        papers.push(Link {
            label: CertificatePage::title(language),
            href: format!("/einsaetze/{id}/bescheinigung"),
        });
    }
    papers
}

/// Whether whoever is all of these has a certificate to show: of what nobody began there is none.
fn has_certificate(deployment: &Deployment, parts: &[Part]) -> bool {
    parts.contains(&Part::Expert) && deployment.was_carried_out()
}
