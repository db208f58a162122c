//! What is offered, and how much of it, field by field.

use crate::offers::model::{Compute, OfferSkill, What};

/// What an offer is, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::offers) struct Amounts {
    pub(in crate::offers) quantity: Option<u32>,
    pub(in crate::offers) capacity: Option<Compute>,
    pub(in crate::offers) procedure: Option<String>,
    pub(in crate::offers) product: Option<String>,
    pub(in crate::offers) skills: Vec<OfferSkill>,
}

impl From<What> for Amounts {
    fn from(what: What) -> Self {
        let none = Self::default();
        match what {
            What::TeamPackage { headcount, skills } => Self {
                quantity: Some(headcount),
                skills,
                ..none
            },
            What::Workplaces(count) | What::Devices(count) => Self {
                quantity: Some(count),
                ..none
            },
            What::Capacity(compute) => Self {
                capacity: Some(compute),
                ..none
            },
            What::Procedure { procedure, product } => Self {
                procedure: Some(procedure),
                product,
                ..none
            },
        }
    }
}
