//! Fields of forms, read.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use web::parts::{FieldProblem, Filled};

use crate::http::IfMatch;
use crate::pages::Parameters;

/// A form as it was sent, and what is wrong with it so far.
pub(super) struct Form<'a> {
    sent: &'a Parameters,
    filled: Filled,
}

impl<'a> Form<'a> {
    /// With the fields named as they were sent.
    pub(super) fn of(sent: &'a Parameters, names: &[&'static str]) -> Self {
        let text = |name: &&'static str| {
            let value = sent.first(name).unwrap_or_default();
            (*name, value.to_owned())
        };
        Self {
            sent,
            filled: Filled {
                values: names.iter().map(text).collect(),
                problems: Vec::new(),
            },
        }
    }

    pub(super) fn fail(&mut self, name: &'static str, problem: FieldProblem) {
        self.filled.problems.push((name, problem));
    }

    /// A whole number in these bounds; none where nothing is filled in.
    pub(super) fn number(
        &mut self,
        name: &'static str,
        bounds: RangeInclusive<u32>,
    ) -> Option<u32> {
        let typed = self.sent.first(name)?;
        let number = typed.parse().ok().filter(|number| bounds.contains(number));
        if number.is_none() {
            self.fail(name, FieldProblem::NoNumber(*bounds.start(), *bounds.end()));
        }
        number
    }

    /// A day as browsers send it, or as people write it; none where nothing is filled in.
    pub(super) fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        let typed = self.sent.first(name)?;
        let mut formats = ["%Y-%m-%d", "%d.%m.%Y"].iter();
        let day = formats.find_map(|format| NaiveDate::parse_from_str(typed, format).ok());
        if day.is_none() {
            self.fail(name, FieldProblem::NoDay);
        }
        day
    }

    /// What was sent, unless something is wrong.
    pub(super) fn is_right(&self) -> bool {
        self.filled.is_right()
    }

    pub(super) fn into_filled(self) -> Filled {
        self.filled
    }
}

/// Which version a form was filled from.
pub(super) fn version(sent: &Parameters, name: &str) -> IfMatch {
    sent.parsed(name).map_or(IfMatch::Other, IfMatch::Version)
}
