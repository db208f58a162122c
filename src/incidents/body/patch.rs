//! What is known of an incident changes.

use std::fmt;

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::new::{procedures, unique};
use crate::clock::Instant;
use crate::incidents::model::{Incident, Insurer, Particulars, PersonalData, System, Tlp};
use crate::input::{FieldError, Patch};
use crate::phone;
use crate::reference::{Phase, Reference};

/// Signs of an insurer's name, and of a policy's number.
const LONGEST_NAME: usize = 120;
const LONGEST_POLICY: usize = 60;

/// Changes of an incident; absent fields stay as they are.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct IncidentPatch {
    /// How far it has gone.
    #[serde(default)]
    pub phase: Option<Phase>,
    /// 1–5, 5 is worst; null where nobody knows.
    #[serde(default)]
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 5)]
    pub severity: Patch<u8>,
    /// What is down.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub systems_down: Option<Vec<System>>,
    /// Procedures that are down.
    #[serde(default)]
    #[validate(length(max = 30))]
    #[schema(max_items = 30)]
    pub services_down: Option<Vec<String>>,
    /// How far what is known may be passed on.
    #[serde(default)]
    pub tlp: Option<Tlp>,
    /// What was done so far.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub measures_taken: Option<String>,
    /// The town's cyber insurance; null takes it away.
    #[serde(default)]
    #[schema(value_type = Option<InsurerPatch>)]
    pub insurer: Patch<InsurerPatch>,
    /// Contracts of the town that help now.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2000)]
    pub own_contracts: Option<String>,
    /// The liaison of the Land reads along once it is verified.
    #[serde(default)]
    pub land_liaison: Option<bool>,
    /// The IT provider that serves the town is told once it is verified, and reads along.
    #[serde(default)]
    pub home_provider: Option<bool>,
    /// The police investigates: details only for the town and the coordination office.
    #[serde(default)]
    pub investigation_hold: Option<bool>,
    /// Whether personal data may be concerned.
    #[serde(default)]
    pub personal_data: Option<PersonalData>,
    /// When the town came to know of it; null is when it asked.
    #[serde(default)]
    #[schema(value_type = Option<Instant>)]
    pub breach_known_at: Patch<Instant>,
}

/// Changes of a cyber insurance.
#[derive(Clone, Default, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InsurerPatch {
    /// Who.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// Number of the policy.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 60)]
    pub policy_number: Patch<String>,
    /// Where damage is reported.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 4, max_length = 40)]
    pub phone: Patch<String>,
}

/// Says nothing of what is sealed.
impl fmt::Debug for IncidentPatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IncidentPatch")
    }
}

impl fmt::Debug for InsurerPatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InsurerPatch")
    }
}

impl IncidentPatch {
    /// What becomes of an incident, and of what is sealed of it.
    ///
    /// # Errors
    /// What is not valid of it; then some of it may have changed.
    pub(in crate::incidents) fn apply(
        self,
        reference: &Reference,
        (incident, said): (&mut Incident, &mut Particulars),
        now: Instant,
    ) -> Result<(), Vec<FieldError>> {
        let Self {
            phase,
            severity,
            systems_down,
            services_down,
            tlp,
            measures_taken,
            insurer,
            own_contracts,
            land_liaison,
            home_provider,
            investigation_hold,
            personal_data,
            breach_known_at,
        } = self;
        // What is offered no more stays with the incident that names it.
        let given = services_down.iter().flatten();
        let fresh: Vec<_> = given
            .map(|id| (!incident.services.contains(id)).then_some(id.as_str()))
            .collect();
        let mut errors = procedures(reference, &fresh);
        if severity.value().is_some_and(|n| !(1..=5).contains(n)) {
            let detail = "must be between 1 and 5";
            errors.push(FieldError::new("/severity", "range", detail));
        }
        if breach_known_at.value().is_some_and(|at| *at > now) {
            let detail = "it cannot be known in the future";
            errors.push(FieldError::new("/breach_known_at", "future", detail));
        }
        errors.extend(insure(insurer, &mut said.insurer));
        let handling = &mut incident.handling;
        set(phase, &mut incident.phase);
        severity.apply(&mut incident.severity);
        set(systems_down.map(unique), &mut incident.systems);
        set(services_down.map(unique), &mut incident.services);
        set(tlp, &mut handling.tlp);
        set(land_liaison, &mut handling.readers.land);
        set(home_provider, &mut handling.readers.provider);
        set(investigation_hold, &mut handling.is_under_investigation);
        set(personal_data, &mut handling.personal_data);
        breach_known_at.apply(&mut handling.breach_known_at);
        set(trimmed(measures_taken), &mut said.measures);
        set(trimmed(own_contracts), &mut said.contracts);
        if errors.is_empty() {
            return Ok(());
        }
        Err(errors)
    }
}

/// Changes the insurance; what is wrong, if anything is.
fn insure(patch: Patch<InsurerPatch>, insurer: &mut Option<Insurer>) -> Vec<FieldError> {
    let InsurerPatch {
        name,
        policy_number,
        phone,
    } = match patch {
        Patch::Keep => return Vec::new(),
        Patch::Clear => {
            *insurer = None;
            return Vec::new();
        }
        Patch::Set(patch) => patch,
    };
    let mut changed = insurer.clone().unwrap_or_else(|| Insurer {
        name: String::new(),
        policy: None,
        phone: None,
    });
    set(trimmed(name), &mut changed.name);
    let policy = policy_number.map(|text| text.trim().to_owned());
    policy.apply(&mut changed.policy);
    let number = phone.value().map(|text| phone::e164(text));
    let is_number = !matches!(number, Some(None));
    phone
        .map(|text| phone::e164(&text).unwrap_or(text))
        .apply(&mut changed.phone);
    let (name, policy) = (&changed.name, changed.policy.as_deref());
    let is_long = |text: &str, most| text.chars().count() > most;
    let error = FieldError::new;
    let errors = [
        name.is_empty()
            .then(|| error("/insurer/name", "required", "say who the insurer is")),
        is_long(name, LONGEST_NAME).then(|| error("/insurer/name", "length", "this is too long")),
        policy
            .is_some_and(|policy| is_long(policy, LONGEST_POLICY))
            .then(|| error("/insurer/policy_number", "length", "this is too long")),
        (!is_number).then(|| error("/insurer/phone", "phone", "this is no telephone number")),
    ];
    *insurer = Some(changed);
    errors.into_iter().flatten().collect()
}

fn trimmed(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
}

fn set<T>(given: Option<T>, field: &mut T) {
    if let Some(given) = given {
        *field = given;
    }
}
