//! Where words asked for stand in the texts of a hit.

use std::collections::HashSet;

use crate::analysis::Token;
use crate::knowledge::Knowledge;
use crate::query::Concept;
use crate::{ExpertDocument, Language, Localised};

/// Words marked in a text at most.
const MOST_MARKS: usize = 12;
/// Characters shown of a free text at most.
const LONGEST_EXCERPT: usize = 240;
/// Characters shown before the first mark.
const LEAD: usize = 60;

/// A text of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HighlightedField {
    /// The headline, whole.
    Headline,
    /// An excerpt of the free text.
    Text,
}

/// A text in which words asked for stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Which text.
    pub field: HighlightedField,
    /// The headline, or an excerpt of at most 240 characters.
    pub text: String,
    /// Where the words stand in `text`: byte offsets, in order, not overlapping.
    pub ranges: Vec<(usize, usize)>,
}

/// The texts of an entry in one language, German where there is no English, that hold a word asked
/// for.
pub(super) fn highlights(
    entry: &ExpertDocument,
    language: Language,
    concepts: &[Concept],
    knowledge: &Knowledge,
) -> Vec<Highlight> {
    let stems: HashSet<&str> = concepts
        .iter()
        .flat_map(|concept| concept.stems.iter().map(String::as_str))
        .collect();
    let texts = [
        (HighlightedField::Headline, &entry.headline),
        (HighlightedField::Text, &entry.text),
    ];
    let marked = texts.into_iter().filter_map(|(field, text)| {
        let (text, language) = in_language(text, language);
        let tokens = knowledge.analyser.tokens(text, language);
        let ranges = ranges(&tokens, &stems);
        let start = ranges.first()?.0;
        Some(match field {
            HighlightedField::Headline => Highlight {
                field,
                text: text.to_owned(),
                ranges,
            },
            HighlightedField::Text => excerpt(text, start, &ranges),
        })
    });
    marked.collect()
}

fn in_language(text: &Localised, language: Language) -> (&str, Language) {
    match language {
        Language::English if !text.en.is_empty() => (&text.en, Language::English),
        Language::English | Language::German => (&text.de, Language::German),
    }
}

fn ranges(tokens: &[Token], stems: &HashSet<&str>) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for token in tokens {
        let is_asked_for = token
            .form
            .stems
            .iter()
            .any(|stem| stems.contains(stem.as_str()));
        let is_behind = ranges.last().is_none_or(|last| last.1 <= token.start);
        if is_asked_for && is_behind {
            ranges.push((token.start, token.end));
        }
    }
    ranges.truncate(MOST_MARKS);
    ranges
}

/// The part of a text around its first mark, from the beginning of a word on.
fn excerpt(text: &str, first_mark: usize, ranges: &[(usize, usize)]) -> Highlight {
    let before: Vec<usize> = text[..first_mark].char_indices().map(|at| at.0).collect();
    let earliest = match before.len().checked_sub(LEAD) {
        None | Some(0) => 0,
        Some(skipped) => before[skipped],
    };
    let start = match (
        earliest,
        text[earliest..first_mark].find(char::is_whitespace),
    ) {
        (0, _) => 0,
        (_, Some(space)) => earliest + space,
        (_, None) => earliest,
    };
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let end = text[start..]
        .char_indices()
        .nth(LONGEST_EXCERPT)
        .map_or(text.len(), |(offset, _)| start + offset);
    let within = ranges.iter().filter(|range| range.1 <= end);

    Highlight {
        field: HighlightedField::Text,
        text: text[start..end].to_owned(),
        ranges: within
            .map(|range| (range.0 - start, range.1 - start))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_excerpt_keeps_its_marks_in_place(
            before in "[a-zäöü ]{0,300}", after in "[a-zäöü ]{0,300}",
        ) {
            let text = format!("{before}MARK{after}");
            let range = (before.len(), before.len() + 4);

            let shown = excerpt(&text, range.0, &[range]);

            let (from, until) = shown.ranges[0];
            prop_assert_eq!(&shown.text[from..until], "MARK");
            prop_assert!(shown.text.chars().count() <= LONGEST_EXCERPT);
        }
    }
}
