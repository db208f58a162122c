//! Checks many entries by the rules for one.

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use validator::Validate;

use super::Known;
use crate::db::StorageError;
use crate::experts::body::NewExpert;
use crate::experts::lock::is_locked;
use crate::experts::model::Skill;
use crate::experts::service::checked;
use crate::experts::wording::{Named, Wording, errors_in};
use crate::ids::OrganisationId;
use crate::input::{self, FieldError};
use crate::organisations::{self, KnownName};
use crate::reference::{Reference, Text};

/// What entries of an organisation are checked against.
#[derive(Clone, Debug)]
pub struct Examiner {
    reference: Arc<Reference>,
    organisation: OrganisationId,
    names: Vec<KnownName>,
}

impl Examiner {
    /// With the names of today, which no text may hold.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn load<C: ConnectionTrait>(
        db: &C,
        reference: Arc<Reference>,
        organisation: OrganisationId,
    ) -> Result<Self, StorageError> {
        let names = organisations::names(db).await?;
        Ok(Self::new(reference, organisation, names))
    }

    /// With these names.
    pub fn new(
        reference: Arc<Reference>,
        organisation: OrganisationId,
        names: Vec<KnownName>,
    ) -> Self {
        Self {
            reference,
            organisation,
            names,
        }
    }

    /// Places and vocabulary.
    pub fn reference(&self) -> &Arc<Reference> {
        &self.reference
    }

    /// Whose entries are checked.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Gets ready to check.
    pub fn begin(&self) -> Examination<'_> {
        let named = self.names.iter().map(|known| Named {
            name: &known.name,
            is_employer: known.id == self.organisation,
        });
        let mut employer = self
            .names
            .iter()
            .filter(|known| known.id == self.organisation);
        Examination {
            reference: &self.reference,
            wording: Wording::new(self.reference.lexicon(), named, []),
            seat: employer.next().map(|known| known.place.as_str()),
        }
    }
}

/// Checks one entry after the other.
#[derive(Debug)]
pub struct Examination<'a> {
    reference: &'a Reference,
    wording: Wording<'a>,
    seat: Option<&'a str>,
}

/// An entry in the form in which it is stored.
#[derive(Clone, Debug)]
pub struct Checked {
    pub(super) new: NewExpert,
    pub(super) skills: Vec<Skill>,
}

impl Checked {
    /// What is known to be right, because it was stored before.
    pub(super) fn stored(new: NewExpert) -> Self {
        let skills = new.skills.iter().map(|skill| Skill {
            id: skill.id.clone(),
            level: skill.level,
            evidence: skill
                .evidence
                .unwrap_or(crate::experts::Evidence::SelfDeclared),
        });
        Self {
            skills: skills.collect(),
            new,
        }
    }
}

impl Examination<'_> {
    /// An entry in its stored form; one that is changed keeps what is known of its skills.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn check(&self, new: NewExpert, known: Option<&Known>) -> Result<Checked, Vec<FieldError>> {
        let mut errors = match new.validate() {
            Ok(()) => Vec::new(),
            Err(errors) => input::from_validation(&errors, ""),
        };
        errors.extend(self.texts(&new));
        let skills: &[Skill] = known.map_or(&[], |known| &known.entry.profile.skills);
        errors.extend(known.and_then(|known| locked(&new, known)));
        let (skills, identity) = checked(self.reference, &new, (skills, errors))?;
        let new = NewExpert { identity, ..new };
        Ok(Checked { new, skills })
    }

    fn texts(&self, new: &NewExpert) -> Vec<FieldError> {
        let person = new.identity.as_ref();
        let names = person.map(|person| [person.given_name.as_str(), person.family_name.as_str()]);
        let places = self.seat.into_iter().chain([new.base.as_str()]);
        let author = self.wording.author(names.into_iter().flatten(), places);
        let (headline, text): (Text, Text) = (new.headline.clone().into(), new.text.clone().into());
        errors_in(&[("headline", &headline), ("text", &text)], |text| {
            self.wording.find_by(&author, text)
        })
    }
}

/// A file cannot ask the person, who must agree to a change of what was confirmed.
fn locked(new: &NewExpert, known: &Known) -> Option<FieldError> {
    known.entry.account?;
    let is_kept = |held: &&Skill| {
        let mut skills = new.skills.iter();
        skills.any(|skill| skill.id == held.id && skill.level == held.level)
    };
    let mut confirmed = known
        .entry
        .profile
        .skills
        .iter()
        .filter(|held| is_locked(held));
    let changed = confirmed.find(|held| !is_kept(held))?;
    let detail = format!(
        "{} is confirmed: change it on its page, so that the person can agree",
        changed.id
    );
    Some(FieldError::new("/skills", "confirmed", detail))
}
