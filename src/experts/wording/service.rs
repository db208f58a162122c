//! Checks texts before they are stored.

use sea_orm::ConnectionTrait;

use super::model::{Finding, Kind, Named, Wording};
use crate::db::StorageError;
use crate::experts::{Entry, Identity};
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::organisations;
use crate::reference::{Reference, Text};

/// Code of what tells whose a text is.
const IDENTIFYING: &str = "identifying";

/// Whose texts they are.
#[derive(Clone, Copy, Debug)]
pub(in crate::experts) struct About<'a> {
    pub(in crate::experts) organisation: OrganisationId,
    /// AGS of the place the entry is based at.
    pub(in crate::experts) base: &'a str,
    /// None of a capacity.
    pub(in crate::experts) identity: Option<&'a Identity>,
}

/// What is wrong with texts, each under the name of its field. The words stand in the answer to their author and nowhere else.
///
/// # Errors
/// Storage failed.
pub(in crate::experts) async fn errors<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    about: About<'_>,
    texts: &[(&str, &Text)],
) -> Result<Vec<FieldError>, StorageError> {
    if texts
        .iter()
        .all(|(_, text)| text.de.is_empty() && text.en.is_empty())
    {
        return Ok(Vec::new());
    }
    let known = organisations::names(db).await?;
    let named = known.iter().map(|known| Named {
        name: &known.name,
        is_employer: known.id == about.organisation,
    });
    let mut employers = known.iter().filter(|known| known.id == about.organisation);
    let places = employers.next().map(|known| known.place.as_str());
    let own = about
        .identity
        .map(|identity| [identity.given_name.as_str(), identity.family_name.as_str()]);
    let wording = Wording::new(
        reference.lexicon(),
        named,
        places.into_iter().chain([about.base]),
    )
    .of_person(own.into_iter().flatten());
    Ok(errors_in(texts, |text| wording.find(text)))
}

/// What is found in texts, each under the name of its field.
pub(in crate::experts) fn errors_in(
    texts: &[(&str, &Text)],
    find: impl Fn(&str) -> Vec<Finding>,
) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for (field, Text { de, en }) in texts {
        for (language, text) in [("de", de), ("en", en)] {
            let pointer = format!("/{field}/{language}");
            let found = find(text).into_iter();
            errors.extend(found.map(|finding| error(pointer.clone(), &finding)));
        }
    }
    errors
}

/// What is wrong with the texts of a stored entry by the names of today. The person's own name was looked for when they
/// were written, and takes a right of its own to read.
///
/// # Errors
/// Storage failed.
pub async fn check_texts<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    entry: &Entry,
) -> Result<Vec<FieldError>, StorageError> {
    let about = About {
        organisation: entry.organisation,
        base: &entry.profile.base,
        identity: None,
    };
    let texts = [
        ("headline", &entry.profile.headline),
        ("text", &entry.profile.text),
    ];
    errors(db, reference, about, &texts).await
}

/// What in texts of an organisation about something that is no person tells whose they are.
///
/// # Errors
/// Storage failed.
pub async fn check_masked_texts<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    (organisation, base): (OrganisationId, &str),
    texts: &[(&str, &Text)],
) -> Result<Vec<FieldError>, StorageError> {
    let about = About {
        organisation,
        base,
        identity: None,
    };
    let mut errors = errors(db, reference, about, texts).await?;
    // Health and family are a person's.
    errors.retain(|error| error.code == IDENTIFYING);
    Ok(errors)
}

/// The words that an error of a text is about, for whoever says it in another way.
pub fn words_of(error: &FieldError) -> &str {
    let quoted = error.detail.split_once('„').map(|(_, rest)| rest);
    quoted
        .and_then(|rest| rest.split_once('“'))
        .map_or("", |(words, _)| words)
}

pub(super) fn error(pointer: String, finding: &Finding) -> FieldError {
    let Finding { kind, excerpt } = finding;
    let (what_de, what_en) = match kind {
        Kind::Name => ("Ihr Name", "your name"),
        Kind::Employer => ("Ihr Arbeitgeber", "your employer"),
        Kind::Organisation => (
            "eine Organisation des Katasters",
            "an organisation of the register",
        ),
        Kind::Place => ("ein Ort", "a place"),
        Kind::Mail => ("eine E-Mail-Adresse", "a mail address"),
        Kind::Telephone => ("eine Telefonnummer", "a telephone number"),
        Kind::WebAddress => ("eine Webadresse", "a web address"),
        Kind::HealthOrFamily => {
            return FieldError::new(
                pointer,
                "health_or_family",
                format!(
                    "Keine Angaben zu Gesundheit oder Familie: „{excerpt}“. Nothing about health or family: \"{excerpt}\"."
                ),
            );
        }
    };
    let detail = format!(
        "Dieser Satz verrät, wer Sie sind: {what_de} („{excerpt}“). This sentence tells who you are: {what_en} (\"{excerpt}\")."
    );
    FieldError::new(pointer, IDENTIFYING, detail)
}
