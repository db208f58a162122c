//! Reading lists of terms.

use super::{CERTIFICATIONS, LANGUAGES, Vocabulary};
use crate::exchange::cells::{CellError, Problem, read_day};
use crate::experts::{Certification, LanguageSkill, NewSkill};
use crate::reference::Axis;

/// Commas a name has at most.
const LONGEST_NAME: usize = 4;

impl Vocabulary<'_> {
    /// Skills between commas, each with its level behind a colon.
    pub fn read_skills(&mut self, text: &str) -> Result<Vec<NewSkill>, Vec<CellError>> {
        self.read_list(
            text,
            &Axis::SKILLS,
            |part| {
                let (term, level) = part.rsplit_once(':')?;
                let level = level.trim().parse::<u8>().ok()?;
                Some((
                    term,
                    (1..=4)
                        .contains(&level)
                        .then_some(level)
                        .ok_or(Problem::Level),
                ))
            },
            Problem::Level,
            |id, level| NewSkill {
                id,
                level,
                evidence: None,
            },
        )
    }

    /// Languages between commas, each with its level behind a colon or a blank.
    pub fn read_languages(&mut self, text: &str) -> Result<Vec<LanguageSkill>, Vec<CellError>> {
        self.read_list(
            text,
            &LANGUAGES,
            |part| {
                let (term, cefr) = part.rsplit_once([':', ' '])?;
                Some((term, Ok(cefr.trim().to_uppercase().parse().ok()?)))
            },
            Problem::Cefr,
            |id, cefr| LanguageSkill { id, cefr },
        )
    }

    /// Certificates between commas, each with its last day, or first and last day, behind colons.
    pub fn read_certifications(
        &mut self,
        text: &str,
    ) -> Result<Vec<Certification>, Vec<CellError>> {
        self.read_list(
            text,
            &CERTIFICATIONS,
            |part| {
                let day = |text: &str| match text.trim() {
                    "" => Some(None),
                    text => read_day(text).ok().map(Some),
                };
                let Some((rest, last)) = part.rsplit_once(':') else {
                    return Some((part, Ok((None, None))));
                };
                let Some(until) = day(last) else {
                    // What stands behind a term and is no day is a mistake in the day, not in the term.
                    return Some((part, Ok((None, None))));
                };
                let both = rest
                    .rsplit_once(':')
                    .and_then(|(term, first)| Some((term, day(first)?)));
                Some(match both {
                    Some((term, issued)) => (term, Ok((issued, until))),
                    None => (rest, Ok((None, until))),
                })
            },
            Problem::Day,
            |id, (issued_on, valid_until)| Certification {
                id,
                issued_on,
                valid_until,
            },
        )
    }

    /// Splits a cell at its separators, where a name may hold commas itself, and reads each part.
    #[expect(
        clippy::too_many_arguments,
        reason = "how a part is read differs in these"
    )]
    fn read_list<E, T>(
        &mut self,
        text: &str,
        axes: &[Axis],
        split: impl Fn(&str) -> Option<(&str, Result<E, Problem>)>,
        missing: Problem,
        make: impl Fn(String, E) -> T,
    ) -> Result<Vec<T>, Vec<CellError>> {
        let (mut read, mut errors) = (Vec::new(), Vec::new());
        let mut seen = Vec::new();
        for part in self.parts(text, axes, &split) {
            let whole = self.resolve(part, axes);
            let found = match split(part) {
                Some((term, extra)) => match (self.resolve(term, axes), extra, whole) {
                    (Ok(id), Ok(extra), _) => Ok((id, extra)),
                    (Ok(_), Err(problem), _) => Err(CellError::new(problem).about(part)),
                    (Err(_), _, Ok(_)) => Err(CellError::new(missing).about(part)),
                    (Err(problem), ..) => {
                        Err(self.or_missing((problem, missing), (term, part), axes))
                    }
                },
                None if whole.is_ok() => Err(CellError::new(missing).about(part)),
                None => Err(self.or_missing((Problem::UnknownTerm, missing), (part, part), axes)),
            };
            match found {
                Ok((id, _)) if seen.contains(&id) => {
                    errors.push(CellError::new(Problem::Twice).about(part));
                }
                Ok((id, extra)) => {
                    seen.push(id);
                    read.push(make(id.to_owned(), extra));
                }
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            Ok(read)
        } else {
            Err(errors)
        }
    }

    /// A term that is known with something unreadable behind it lacks that; else it is the term that is not known.
    fn or_missing(
        &mut self,
        (unknown, missing): (Problem, Problem),
        (term, part): (&str, &str),
        axes: &[Axis],
    ) -> CellError {
        let before = part.rsplit_once(':').map(|(before, _)| before);
        if before.is_some_and(|before| self.resolve(before, axes).is_ok()) {
            return CellError::new(missing).about(part);
        }
        self.unresolved(unknown, term.trim(), axes)
    }

    fn parts<'t, E>(
        &self,
        text: &'t str,
        axes: &[Axis],
        split: &impl Fn(&str) -> Option<(&str, Result<E, Problem>)>,
    ) -> Vec<&'t str> {
        let is_known = |part: &str| {
            self.resolve(part, axes).is_ok()
                || split(part).is_some_and(|(term, _)| self.resolve(term, axes).is_ok())
        };
        let mut parts = Vec::new();
        for piece in text.split([';', '|', '\n', '\r']) {
            let mut rest = piece;
            while !rest.is_empty() {
                let commas = rest.match_indices(',').map(|(at, _)| at);
                let ends: Vec<usize> = commas.chain([rest.len()]).take(LONGEST_NAME + 1).collect();
                let longest = ends.iter().rev().find(|end| is_known(rest[..**end].trim()));
                let end = longest.or(ends.first()).copied().unwrap_or(rest.len());
                parts.push(rest[..end].trim());
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
        parts.retain(|part| !part.is_empty());
        parts
    }
}
