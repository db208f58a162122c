//! Why something was not taken over, as the pages say it.

use chrono::NaiveDate;
use web::Language;
use web::pages::{LineTrouble, PresumedBy, RegionsProblem, SuccessorTrouble};

use crate::http::Problem;
use crate::pages::day;
use crate::reference::{
    FileProblem, LineProblem, PlacesError, Reason, Shortfall, SuccessorProblem,
};

pub(super) const fn presumed_by(reason: Reason) -> PresumedBy {
    match reason {
        Reason::SameName => PresumedBy::Name,
        Reason::SameAdministration => PresumedBy::Administration,
        Reason::SamePostcode => PresumedBy::Postcode,
        Reason::Nearest => PresumedBy::Distance,
        Reason::MostPeople => PresumedBy::People,
    }
}

pub(super) const fn trouble(problem: SuccessorProblem) -> SuccessorTrouble {
    match problem {
        SuccessorProblem::Missing => SuccessorTrouble::Missing,
        SuccessorProblem::Unknown => SuccessorTrouble::Unknown,
        SuccessorProblem::Ambiguous => SuccessorTrouble::Ambiguous,
        SuccessorProblem::OtherLand => SuccessorTrouble::OtherLand,
        SuccessorProblem::Level => SuccessorTrouble::Level,
    }
}

/// What is wrong with a file, as the page says it.
pub(super) fn told(error: PlacesError, language: Language) -> Result<RegionsProblem, Problem> {
    let in_words = |date: NaiveDate| day(date, language);
    Ok(match error {
        PlacesError::File(error) => match error.problem {
            FileProblem::Empty => RegionsProblem::Empty,
            FileProblem::Line(problem) => RegionsProblem::Line(error.line, line(problem)),
            FileProblem::OtherDay => RegionsProblem::Line(error.line, LineTrouble::OtherDay),
            FileProblem::Twice(key) => {
                RegionsProblem::Line(error.line, LineTrouble::Twice(key.to_string()))
            }
            FileProblem::Orphan(key) => {
                RegionsProblem::Line(error.line, LineTrouble::Orphan(key.to_string()))
            }
            FileProblem::Hollow(key) => {
                RegionsProblem::Line(error.line, LineTrouble::Hollow(key.to_string()))
            }
        },
        PlacesError::Shortfall(Shortfall::Land(name) | Shortfall::Kreis(name)) => {
            RegionsProblem::CutOff(name)
        }
        PlacesError::Shortfall(Shortfall::Gemeinden { before, there }) => {
            RegionsProblem::TooFew(there, before)
        }
        PlacesError::Older { file, installed } => {
            RegionsProblem::Older(in_words(file), in_words(installed))
        }
        PlacesError::Unfit(_) => RegionsProblem::Unfit,
        error @ (PlacesError::Unsettled(_)
        | PlacesError::NotFound
        | PlacesError::Stopped
        | PlacesError::Storage(_)) => return Err(error.into()),
    })
}

const fn line(problem: LineProblem) -> LineTrouble {
    match problem {
        LineProblem::Kind => LineTrouble::Kind,
        LineProblem::Short => LineTrouble::Short,
        LineProblem::Day => LineTrouble::Day,
        LineProblem::Key => LineTrouble::Key,
        LineProblem::Name => LineTrouble::Name,
        LineProblem::Designation => LineTrouble::Designation,
        LineProblem::Population => LineTrouble::Population,
        LineProblem::Postcode => LineTrouble::Postcode,
    }
}

impl From<PlacesError> for Problem {
    fn from(error: PlacesError) -> Self {
        match error {
            PlacesError::NotFound => Self::not_found("no such file waits"),
            PlacesError::Stopped => Self::unavailable("the comparison was stopped"),
            PlacesError::Storage(error) => error.into(),
            error @ (PlacesError::File(_)
            | PlacesError::Shortfall(_)
            | PlacesError::Older { .. }
            | PlacesError::Unsettled(_)
            | PlacesError::Unfit(_)) => Self::conflict(error.to_string()),
        }
    }
}
