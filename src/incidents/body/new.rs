//! Help is asked for.

use std::fmt;

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::accounts::EmailAddress;
use crate::emergency::EmergencyCode;
use crate::incidents::model::{Particulars, Readers, System};
use crate::incidents::service::Report;
use crate::input::FieldError;
use crate::organisations::Seat;
use crate::phone;
use crate::reference::{Axis, Phase, Reference};

/// Help is asked for.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewIncident {
    /// AGS of the Gemeinde or Kreis that needs help, or the nine-digit key of a shared administration.
    #[validate(length(min = 5, max = 9))]
    #[schema(min_length = 5, max_length = 9)]
    pub municipality: String,
    /// What is seen.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub symptom: String,
    /// How far it has gone; acute if absent.
    #[serde(default = "acute")]
    pub phase: Phase,
    /// 1–5, 5 is worst.
    #[serde(default)]
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub severity: Option<u8>,
    /// What is down.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub systems_down: Vec<System>,
    /// Procedures that are down.
    #[serde(default)]
    #[validate(length(max = 30))]
    #[schema(max_items = 30)]
    pub services_down: Vec<String>,
    /// Who is called back.
    #[validate(nested)]
    pub contact: NewContact,
    /// What was done so far.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub measures_taken: String,
    /// A code of the emergency card.
    #[serde(default)]
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    pub emergency_code: Option<String>,
    /// The liaison of the Land reads along once it is verified.
    #[serde(default = "yes")]
    pub land_liaison: bool,
    /// The IT provider that serves the town is told once it is verified, and reads along.
    #[serde(default = "yes")]
    pub home_provider: bool,
    /// A drill from end to end.
    #[serde(default)]
    pub drill: bool,
}

/// Says nothing of whoever asks.
impl fmt::Debug for NewIncident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewIncident")
    }
}

/// Who is called back.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewContact {
    /// Name and function.
    #[validate(length(max = 120))]
    #[schema(max_length = 120)]
    pub name: String,
    /// A number that works without the house's net, in any usual spelling.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub phone: String,
    /// Where mail arrives.
    #[serde(default)]
    #[validate(length(min = 3, max = 254))]
    #[schema(min_length = 3, max_length = 254)]
    pub email: Option<String>,
}

const fn acute() -> Phase {
    Phase::Acute
}

const fn yes() -> bool {
    true
}

impl NewIncident {
    /// What is said, checked.
    ///
    /// # Errors
    /// What is not valid of it.
    pub(in crate::incidents) fn report(
        self,
        reference: &Reference,
    ) -> Result<Report, Vec<FieldError>> {
        let mut errors = Vec::new();
        let seat = Seat::find(reference, self.municipality.trim());
        if seat.is_none() {
            let detail = "this is no Gemeinde, Kreis or shared administration";
            let error = FieldError::new("/municipality", "unknown", detail);
            errors.push(error.suggesting(reference.regions.suggest(&self.municipality)));
        }
        let taxonomy = &reference.taxonomy;
        if taxonomy.symptom(&self.symptom).is_none() {
            let error = FieldError::new("/symptom", "unknown", "there is no such symptom");
            errors.push(error.suggesting(taxonomy.nearest_symptoms(&self.symptom)));
        }
        let services = self.services_down.iter().map(|id| Some(id.as_str()));
        errors.extend(procedures(reference, &services.collect::<Vec<_>>()));
        let code = self
            .emergency_code
            .as_deref()
            .map(str::parse::<EmergencyCode>);
        if matches!(code, Some(Err(_))) {
            let detail = "a sign of the code is wrong or missing: compare it with the card";
            errors.push(FieldError::new("/emergency_code", "mistyped", detail));
        }
        let contact = self.contact.checked(&self.measures_taken);
        match contact {
            Ok(particulars) if errors.is_empty() => Ok(Report {
                seat,
                symptom: self.symptom,
                phase: self.phase,
                severity: self.severity,
                systems: unique(self.systems_down),
                services: unique(self.services_down),
                particulars,
                code: code.and_then(Result::ok),
                readers: Readers {
                    land: self.land_liaison,
                    provider: self.home_provider,
                },
                is_drill: self.drill,
            }),
            Ok(_) => Err(errors),
            Err(further) => Err(errors.into_iter().chain(further).collect()),
        }
    }
}

impl NewContact {
    fn checked(self, measures: &str) -> Result<Particulars, Vec<FieldError>> {
        let mut errors = Vec::new();
        let number = phone::e164(&self.phone);
        if number.is_none() {
            let detail = "give a telephone number, such as 0171 1234567";
            errors.push(FieldError::new("/contact/phone", "phone", detail));
        }
        let email = self.email.map(|email| email.trim().to_owned());
        if let Some(email) = &email
            && email.parse::<EmailAddress>().is_err()
        {
            errors.push(FieldError::new(
                "/contact/email",
                "email",
                "this is no mail address",
            ));
        }
        match number {
            Some(phone) if errors.is_empty() => Ok(Particulars {
                name: self.name.trim().to_owned(),
                phone,
                email,
                measures: measures.trim().to_owned(),
                place_said: None,
                vouched: None,
                insurer: None,
                contracts: String::new(),
            }),
            _ => Err(errors),
        }
    }
}

/// What of a list of procedures is none; those left out are taken as they are.
pub(super) fn procedures(reference: &Reference, ids: &[Option<&str>]) -> Vec<FieldError> {
    let taxonomy = &reference.taxonomy;
    let ids = ids.iter().enumerate();
    let ids = ids.filter_map(|(place, id)| Some((place, (*id)?)));
    let unknown = ids.filter(|(_, id)| {
        let known = taxonomy.term(id);
        known.is_none_or(|term| term.axis != Axis::Procedure)
    });
    unknown
        .map(|(place, id)| {
            let pointer = format!("/services_down/{place}");
            let error = FieldError::new(pointer, "unknown", "there is no such procedure");
            error.suggesting(taxonomy.nearest(id, &[Axis::Procedure]))
        })
        .collect()
}

/// Each once, in the order given.
pub(super) fn unique<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(all.len());
    for item in all {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}
