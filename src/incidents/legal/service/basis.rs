//! On which basis a deployment stands: the town, the house that sends, or the desk for either says it.

use serde_json::json;

use super::LegalError;
use super::options::sides;
use super::rules;
use crate::access::Permit;
use crate::access::action::{AcceptDeployment, ReleaseDeployment, SetDeploymentBasis};
use crate::db::AuditEntry;
use crate::http::IfMatch;
use crate::ids::DeploymentId;
use crate::incidents::costs::are_costs_accepted;
use crate::incidents::deployments::{self, Deployment};
use crate::incidents::legal::model::{
    LegalBasis, Matrix, PersonnelForm, Refused, Urgency, needs_basis,
};
use crate::incidents::legal::store;
use crate::incidents::requests::{self, Desk};
use crate::input::FieldError;
use crate::organisations::LegalForm;

/// Most characters of a reason or an extent.
const LONGEST: usize = 500;

/// What somebody says of a deployment.
#[derive(Clone, Debug, Default)]
pub(in crate::incidents) struct NewBasis {
    /// The basis; none while it is open.
    pub(in crate::incidents) basis: Option<LegalBasis>,
    /// The form; the usual one where none is said.
    pub(in crate::incidents) form: Option<PersonnelForm>,
    /// Why what is paid could not wait.
    pub(in crate::incidents) urgency: Option<Urgency>,
}

/// Whether the caller may say it of this one: as the town, or as the house that sends.
pub(in crate::incidents) fn may_set(
    permit: &Permit<SetDeploymentBasis>,
    deployment: &Deployment,
) -> bool {
    let town = permit.also::<AcceptDeployment>();
    let house = permit.also::<ReleaseDeployment>();
    town.is_some_and(|town| town.scope().covers(deployment.requester))
        || house.is_some_and(|house| house.scope().covers(deployment.employer))
}

/// Says on which basis a deployment stands and by which form people are sent, or that it is open again. Of what is bought
/// the note says why it could not wait. With `If-Match` only of the version that was read.
///
/// # Errors
/// Not the caller's to know, nobody is committed, another version, costs that are accepted, impossible between
/// these two, or storage failed.
pub(in crate::incidents) async fn set_basis(
    desk: &Desk,
    permit: &Permit<SetDeploymentBasis>,
    (id, new, read): (DeploymentId, &NewBasis, IfMatch),
) -> Result<i64, LegalError> {
    let found = deployments::by_id(desk.db.reader(), id).await?;
    let found = found.filter(|found| may_set(permit, found));
    let found = found.ok_or(LegalError::NotFound)?;
    let mut txn = desk.db.begin().await?;
    let held = requests::hold(&txn, found.request).await?;
    held.ok_or(LegalError::NotFound)?;
    let deployment = deployments::by_id(txn.connection(), id).await?;
    let deployment = deployment.ok_or(LegalError::NotFound)?;
    if !needs_basis(&deployment) {
        return Err(LegalError::NotCommitted);
    }
    match read {
        IfMatch::Missing => {}
        IfMatch::Version(_) | IfMatch::Other => {
            read.check(deployment.version)
                .map_err(LegalError::Version)?;
        }
    }
    if are_costs_accepted(txn.connection(), id).await? {
        return Err(LegalError::Fixed);
    }
    let matrix = rules::matrix(txn.connection()).await?;
    let forms = sides(txn.connection(), &deployment).await?;
    let forms = forms.ok_or(LegalError::NotFound)?;
    let chosen = chosen(&matrix, forms, new).map_err(LegalError::Invalid)?;
    let by = permit.actor().to_string();
    deployments::set_basis(&txn, id, (chosen, &by)).await?;
    match new.urgency.as_ref().filter(|_| is_bought(new)) {
        Some(note) => {
            let of = (deployment.incident, id);
            if !store::keep_urgency(&txn, &desk.ring, of, note).await? {
                return Err(LegalError::Forgotten);
            }
        }
        None => store::delete_urgency(&txn, id).await?,
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "deployment.basis_set",
        subject: id.to_string(),
        details: json!({
            "legal_basis": chosen.map(|(basis, _)| basis),
            "personnel_form": chosen.map(|(_, form)| form),
            "before": deployment.basis.map(|before| before.basis),
        }),
    });
    Ok(txn.commit().await?.generation)
}

fn is_bought(new: &NewBasis) -> bool {
    new.basis.is_some_and(LegalBasis::asks_for_urgency)
}

/// What is chosen, or what is wrong with it, with what can be.
fn chosen(
    matrix: &Matrix,
    sides: (LegalForm, LegalForm),
    new: &NewBasis,
) -> Result<Option<(LegalBasis, PersonnelForm)>, Vec<FieldError>> {
    let Some(basis) = new.basis else {
        if new.form.is_none() && new.urgency.is_none() {
            return Ok(None);
        }
        let detail = "what is open has no form and no note";
        return Err(vec![FieldError::new("/legal_basis", "missing", detail)]);
    };
    let form = new.form.unwrap_or_else(|| matrix.usual_form(basis));
    let mut errors = Vec::new();
    match matrix.check(sides, basis, form) {
        Ok(()) => {}
        Err(Refused::Basis(allowed)) => {
            let detail = "the legal forms of these two do not allow it";
            let error = FieldError::new("/legal_basis", "not_allowed", detail);
            errors.push(error.suggesting(named(&allowed)));
        }
        Err(Refused::Form(forms)) => {
            let detail = "nobody is sent like this on this basis";
            let error = FieldError::new("/personnel_form", "not_allowed", detail);
            errors.push(error.suggesting(named(&forms)));
        }
    }
    errors.extend(wrong_note(new, basis));
    if errors.is_empty() {
        Ok(Some((basis, form)))
    } else {
        Err(errors)
    }
}

fn wrong_note(new: &NewBasis, basis: LegalBasis) -> Vec<FieldError> {
    match (basis.asks_for_urgency(), &new.urgency) {
        (false, None) => Vec::new(),
        (false, Some(_)) => {
            let detail = "this basis needs no note of urgency";
            vec![FieldError::new("/urgency", "not_needed", detail)]
        }
        (true, None) => {
            let detail = "say why it could not wait, what is done, and until when";
            vec![FieldError::new("/urgency", "missing", detail)]
        }
        (true, Some(note)) => {
            let texts = [("reason", &note.reason), ("extent", &note.extent)].into_iter();
            let wrong = texts.filter(|(_, text)| {
                let signs = text.trim().chars().count();
                !(2..=LONGEST).contains(&signs)
            });
            let detail = format!("give it in 2 to {LONGEST} characters");
            wrong
                .map(|(name, _)| {
                    FieldError::new(format!("/urgency/{name}"), "length", detail.clone())
                })
                .collect()
        }
    }
}

fn named<T: Into<&'static str> + Copy>(all: &[T]) -> Vec<String> {
    let names = all.iter().map(|one| {
        let name: &'static str = (*one).into();
        name.to_owned()
    });
    names.collect()
}
