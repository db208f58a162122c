//! What is written about a deployment, for who may read it.

use web::Language;
use web::pages::ThreadPage;
use web::parts::Link;

use crate::incidents::deployments::{Deployment, Part};

/// Links to the papers of a deployment that one of these sides may read.
pub(super) fn papers(deployment: &Deployment, _parts: &[Part], language: Language) -> Vec<Link> {
    vec![Link {
        label: ThreadPage::title(language),
        href: format!("/einsaetze/{}/verlauf", deployment.id),
    }]
}
