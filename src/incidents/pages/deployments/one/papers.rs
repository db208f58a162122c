//! What is written about a deployment, for who may read it.

use web::Language;
use web::parts::Link;

use crate::incidents::deployments::{Deployment, Part};

/// Links to the papers of a deployment that one of these sides may read.
pub(super) fn papers(_deployment: &Deployment, _parts: &[Part], _language: Language) -> Vec<Link> {
    Vec::new()
}
