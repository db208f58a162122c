//! Errors of the register's own rules as errors of cells.

use crate::exchange::cells::{CellError, Problem};
use crate::exchange::columns::Column;
use crate::input::FieldError;

/// The column a field stands in, and what is wrong there.
pub(super) fn of_field(error: &FieldError) -> (Column, CellError) {
    let column = column(&error.pointer);
    let problem = match error.code.as_str() {
        "length" => length(column),
        "range" => range(column),
        "email" => Problem::Mail,
        "phone" => Problem::Phone,
        "unknown" if column == Column::Base => Problem::UnknownPlace,
        "unknown" => Problem::UnknownTerm,
        "duplicate" => Problem::Twice,
        "order" => Problem::Order,
        "required" => Problem::Missing,
        "kind" => Problem::NamedCapacity,
        "level" => Problem::WholeLand,
        "state" => Problem::OnlyLater,
        "weekday" => Problem::Word,
        "identifying" => Problem::Identifying,
        "confirmed" => Problem::Confirmed,
        "health_or_family" => Problem::HealthOrFamily,
        _ => Problem::Refused,
    };
    let error_here = CellError::new(problem).suggesting(error.suggestions.clone());
    let excerpt = error
        .detail
        .split_once('„')
        .and_then(|(_, rest)| rest.split_once('“'));
    let error_here = match excerpt {
        Some((words, _)) => error_here.about(words),
        None => error_here,
    };
    (column, error_here)
}

fn column(pointer: &str) -> Column {
    let mut parts = pointer.split('/').skip(1);
    match (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    ) {
        ("identity", "family_name") => Column::FamilyName,
        ("identity", "email") => Column::Email,
        ("identity", "phone") => Column::Phone,
        ("identity", "mobile") => Column::Mobile,
        ("identity", _) => Column::GivenName,
        ("headcount", _) => Column::Headcount,
        ("headline", "en") => Column::HeadlineEnglish,
        ("headline", _) => Column::Headline,
        ("text", "en") => Column::TextEnglish,
        ("text", _) => Column::Text,
        ("skills", _) => Column::Skills,
        ("certifications", _) => Column::Certifications,
        ("languages", _) => Column::Languages,
        ("base", _) => Column::Base,
        ("radius_km", _) => Column::Radius,
        ("mode", _) => Column::Mode,
        ("max_days", _) => Column::MaxDays,
        ("notice_hours", _) => Column::Notice,
        ("clearance", "office") => Column::ClearanceOffice,
        ("clearance", "valid_until") => Column::ClearanceUntil,
        ("clearance", _) => Column::Clearance,
        ("availability", "from") => Column::AvailableFrom,
        ("availability", "weekdays") => Column::Weekdays,
        ("availability", "absences") => Column::Absences,
        ("availability", _) => Column::Availability,
        ("release", "days_a_year") => Column::ReleaseDays,
        ("release", _) => Column::Release,
        _ => Column::Kind,
    }
}

fn length(column: Column) -> Problem {
    match column {
        Column::Skills => Problem::TooMany { max: 60 },
        Column::Certifications => Problem::TooMany { max: 40 },
        Column::Languages => Problem::TooMany { max: 20 },
        Column::Absences => Problem::TooMany { max: 50 },
        Column::Weekdays => Problem::Missing,
        Column::Headline | Column::HeadlineEnglish => Problem::TooLong { max: 160 },
        Column::Text | Column::TextEnglish => Problem::TooLong { max: 4_000 },
        Column::Email => Problem::TooLong { max: 254 },
        Column::ClearanceOffice => Problem::TooLong { max: 120 },
        Column::Phone | Column::Mobile => Problem::TooLong { max: 40 },
        Column::Base => Problem::UnknownPlace,
        Column::GivenName | Column::FamilyName => Problem::TooLong { max: 80 },
        Column::Alias
        | Column::Kind
        | Column::Headcount
        | Column::Radius
        | Column::Mode
        | Column::MaxDays
        | Column::Notice
        | Column::Clearance
        | Column::ClearanceUntil
        | Column::Availability
        | Column::AvailableFrom
        | Column::Release
        | Column::ReleaseDays
        | Column::Errors => Problem::Refused,
    }
}

fn range(column: Column) -> Problem {
    match column {
        Column::Headcount => Problem::Number { min: 1, max: 500 },
        Column::Radius => Problem::Number { min: 0, max: 1_500 },
        Column::MaxDays => Problem::Number { min: 1, max: 180 },
        Column::Notice => Problem::Number { min: 0, max: 168 },
        Column::ReleaseDays => Problem::Number { min: 1, max: 366 },
        Column::Skills => Problem::Level,
        _ => Problem::Refused,
    }
}
