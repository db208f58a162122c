//! The lines of a calendar file (RFC 5545, 3.1): unfolded, numbered, and only those of the properties that are asked for.

use super::model::FileFault;

/// What is looked at of a line, in bytes: lists of many years fit.
const LONGEST: usize = 64 * 1024;

/// The properties that say when somebody is away. All others, such as descriptions, places and people, are passed over
/// unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "UPPERCASE", ascii_case_insensitive)]
pub(super) enum Name {
    Begin,
    End,
    Uid,
    Summary,
    Dtstart,
    Dtend,
    Duration,
    Rrule,
    Rdate,
    Exdate,
    #[strum(serialize = "RECURRENCE-ID")]
    RecurrenceId,
    Status,
    Transp,
    #[strum(serialize = "X-MICROSOFT-CDO-BUSYSTATUS")]
    BusyStatus,
}

/// A line of a property that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the file, from 1.
    pub(super) number: usize,
    pub(super) name: Name,
    /// The time zone it names.
    pub(super) zone: Option<String>,
    /// It is about more than one instance of a series.
    pub(super) has_range: bool,
    pub(super) value: String,
}

/// Reads a file line by line, in one pass.
pub(super) struct Lines<'a> {
    rest: &'a [u8],
    number: usize,
    /// The line that is looked at, unfolded. Folds may stand within a character, so it is bytes until it is whole.
    buffer: Vec<u8>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(file: &'a [u8]) -> Self {
        Self {
            rest: file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file),
            number: 0,
            buffer: Vec::new(),
        }
    }

    /// The next line as it stands in the file.
    fn written(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.iter().position(|byte| *byte == b'\n');
        let (line, rest) = match end {
            Some(end) => (&self.rest[..end], &self.rest[end + 1..]),
            None => (self.rest, &self.rest[..0]),
        };
        self.rest = rest;
        self.number += 1;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }

    /// Takes the next line with what is folded onto it into the buffer; says whether it is longer than what is looked at.
    fn unfold(&mut self) -> Option<bool> {
        self.buffer.clear();
        let mut part = self.written()?;
        let mut is_cut = false;
        loop {
            let room = LONGEST - self.buffer.len();
            is_cut |= part.len() > room;
            self.buffer.extend_from_slice(&part[..part.len().min(room)]);
            if !matches!(self.rest.first(), Some(b' ' | b'\t')) {
                return Some(is_cut);
            }
            part = self
                .written()
                .and_then(|line| line.get(1..))
                .unwrap_or_default();
        }
    }

    /// The property that the buffer is of, where it is asked for.
    fn name(&self) -> Option<Name> {
        let end = self
            .buffer
            .iter()
            .position(|byte| matches!(byte, b':' | b';'))?;
        std::str::from_utf8(&self.buffer[..end]).ok()?.parse().ok()
    }

    fn line(&self, (number, name): (usize, Name), is_cut: bool) -> Result<Line, FileFault> {
        // Titles are cut anyway; anything else that is so long is not what it says.
        if is_cut && name != Name::Summary {
            return Err(FileFault::LineTooLong(number));
        }
        let text = match std::str::from_utf8(&self.buffer) {
            Ok(text) => text,
            Err(error) if is_cut && error.error_len().is_none() => {
                std::str::from_utf8(&self.buffer[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return Err(FileFault::Encoding(number)),
        };
        let (parameters, value) = split(text).ok_or(FileFault::Broken(number))?;
        let parameter = |wanted: &str| {
            let mut pairs = parameters.iter().filter_map(|part| part.split_once('='));
            pairs
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .map(|(_, value)| value.trim_matches('"').to_owned())
        };
        Ok(Line {
            number,
            name,
            zone: parameter("TZID"),
            has_range: parameter("RANGE").is_some(),
            value: value.trim().to_owned(),
        })
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let number = self.number + 1;
            let is_cut = self.unfold()?;
            if let Some(name) = self.name() {
                return Some(self.line((number, name), is_cut));
            }
        }
    }
}

/// The parts before the first colon and what stands behind it; neither colon nor semicolon counts between quotes.
fn split(text: &str) -> Option<(Vec<&str>, &str)> {
    let (mut parts, mut start, mut is_quoted) = (Vec::new(), 0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b';' | b':' if !is_quoted => {
                parts.push(&text[start..at]);
                start = at + 1;
                if byte == b':' {
                    return Some((parts, &text[start..]));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &[u8]) -> Vec<Line> {
        Lines::of(file).map(Result::unwrap).collect()
    }

    #[test]
    fn lines_are_unfolded_also_within_a_character_and_others_are_passed_over() {
        let file = b"\xEF\xBB\xBFBEGIN:VEVENT\r\nDESCRIPTION:geheim\r\n DTSTART:19990101\r\nSUMMARY;LANGUAGE=de:Gr\xC3\r\n \xBC\xC3\x9Fe\nATTENDEE:\xFF\xFE\n";

        let lines = read(file);

        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.number, line.value.as_str()))
            .collect();
        assert_eq!(shown, [(1, "VEVENT"), (4, "Grüße")]);
    }

    #[test]
    fn parameters_may_be_quoted() {
        let lines = read(b"dtstart;X=\"a;b:c\";tzid=\"(UTC+01:00) Berlin\":20261224T080000\n");

        assert_eq!(lines[0].zone.as_deref(), Some("(UTC+01:00) Berlin"));
        assert_eq!(lines[0].value, "20261224T080000");
    }

    #[test]
    fn a_long_line_is_an_error_where_it_would_matter_and_a_long_title_is_cut() {
        let long = "ä".repeat(LONGEST);
        let title = format!("SUMMARY:{long}\nDESCRIPTION:{long}\n");
        let days = format!("\nEXDATE:{long}\n");

        assert!(read(title.as_bytes())[0].value.len() < LONGEST);
        let fault = Lines::of(days.as_bytes()).next();
        assert_eq!(fault, Some(Err(FileFault::LineTooLong(2))));
        let latin = Lines::of(b"SUMMARY:Gr\xFC\xDFe\n").next();
        assert_eq!(latin, Some(Err(FileFault::Encoding(1))));
        let no_value = Lines::of(b"DTSTART;VALUE=\"DATE:2026\n").next();
        assert_eq!(no_value, Some(Err(FileFault::Broken(1))));
    }
}
