//! What the service says is wrong, at the fields of a form.

use web::pages::{EntryField, EntryProblem};

use crate::experts;
use crate::input::FieldError;

/// Where a field stands in the API's body.
pub(super) const fn pointer(field: EntryField) -> &'static str {
    match field {
        EntryField::GivenName => "/identity/given_name",
        EntryField::FamilyName => "/identity/family_name",
        EntryField::Email => "/identity/email",
        EntryField::Phone => "/identity/phone",
        EntryField::Mobile => "/identity/mobile",
        EntryField::HeadlineDe => "/headline/de",
        EntryField::HeadlineEn => "/headline/en",
        EntryField::TextDe => "/text/de",
        EntryField::TextEn => "/text/en",
        EntryField::Place => "/base",
        EntryField::Radius => "/radius_km",
        EntryField::Mode => "/mode",
        EntryField::MaxDays => "/max_days",
        EntryField::Notice => "/notice_hours",
        EntryField::Headcount => "/headcount",
        EntryField::NightAlerts => "/night_alerts",
        EntryField::ClearanceLevel => "/clearance/level",
        EntryField::ClearanceUntil => "/clearance/valid_until",
        EntryField::ClearanceOffice => "/clearance/office",
    }
}

/// What is wrong with a field, for people.
pub(super) fn problem(field: EntryField, error: &FieldError, value: &str) -> EntryProblem {
    let is_phone = matches!(field, EntryField::Phone | EntryField::Mobile);
    match error.code.as_str() {
        _ if value.is_empty() => EntryProblem::Missing,
        "length" | "phone" if is_phone => EntryProblem::NoPhone,
        "length" => EntryProblem::TooLong,
        "email" => EntryProblem::NoMail,
        "identifying" => EntryProblem::Identifying(experts::words_of(error).to_owned()),
        "health_or_family" => EntryProblem::Private(experts::words_of(error).to_owned()),
        "type" if field == EntryField::ClearanceUntil => EntryProblem::NoDay,
        "unknown" | "level" if field == EntryField::Place => {
            EntryProblem::NoPlace(error.suggestions.clone())
        }
        _ => EntryProblem::NoNumber,
    }
}
