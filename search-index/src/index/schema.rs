//! The fields of the index files.

use tantivy::TantivyDocument;
use tantivy::schema::{
    BytesOptions, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing,
    TextOptions, Value,
};
use uuid::Uuid;

use super::IndexError;
use super::encoding::{self, Encoded};
use super::term_texts::TermTexts;
use crate::analysis::{Analyser, Language};
use crate::{ExpertDocument, TermOrd};

/// Grows whenever the fields, what they hold or the encoding of [`ExpertDocument`] change.
pub(super) const SCHEMA_VERSION: u32 = 2;

/// From this level on a skill's labels are found in the stronger field.
const STRONG_LEVEL: u8 = 3;

/// Handles of the fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    id: Field,
    document: Field,
    /// Labels of certificates, languages and of skills from level 3 on.
    pub(crate) labels: Field,
    /// Labels of the other skills.
    pub(crate) weak_labels: Field,
    /// Synonyms of whatever has its label in `labels`.
    pub(crate) synonyms: Field,
    /// Synonyms of the other skills.
    pub(crate) weak_synonyms: Field,
    /// Headline and alias.
    pub(crate) headline: Field,
    /// Free text.
    pub(crate) text: Field,
    /// Every word, folded but not stemmed: the dictionary for prefixes and typing errors.
    pub(crate) words: Field,
}

impl Fields {
    pub(crate) fn schema() -> (Schema, Self) {
        let mut builder = Schema::builder();
        let positions = text_options(IndexRecordOption::WithFreqsAndPositions);
        let fields = Self {
            id: builder.add_bytes_field("id", BytesOptions::default() | INDEXED),
            document: builder.add_bytes_field("document", BytesOptions::default() | STORED),
            labels: builder.add_text_field("labels", positions.clone()),
            weak_labels: builder.add_text_field("weak_labels", positions.clone()),
            synonyms: builder.add_text_field("synonyms", positions.clone()),
            weak_synonyms: builder.add_text_field("weak_synonyms", positions.clone()),
            headline: builder.add_text_field("headline", positions.clone()),
            text: builder.add_text_field("text", positions),
            words: builder.add_text_field("words", text_options(IndexRecordOption::Basic)),
        };
        (builder.build(), fields)
    }

    /// The term that every version of an entry has.
    pub(crate) fn id_term(&self, id: Uuid) -> tantivy::Term {
        tantivy::Term::from_field_bytes(self.id, id.as_bytes())
    }

    /// The entry within a stored document.
    pub(crate) fn decode(&self, stored: &TantivyDocument) -> Result<ExpertDocument, IndexError> {
        let value = stored.get_first(self.document);
        let bytes = value.as_ref().and_then(Value::as_bytes);
        let bytes = bytes.ok_or(IndexError::NoSuchEntry)?;
        Ok(postcard::from_bytes(bytes)?)
    }

    /// The document to be indexed for an entry.
    pub(super) fn encode(
        &self,
        entry: &ExpertDocument,
        names: &[TermTexts],
        analyser: &Analyser,
    ) -> Result<TantivyDocument, IndexError> {
        let texts = Texts::of(entry, names, analyser);
        let mut document = TantivyDocument::default();
        document.add_bytes(self.id, entry.id.as_bytes());
        document.add_bytes(self.document, &postcard::to_allocvec(entry)?);
        let columns = [
            (self.labels, &texts.labels),
            (self.weak_labels, &texts.weak_labels),
            (self.synonyms, &texts.synonyms),
            (self.weak_synonyms, &texts.weak_synonyms),
            (self.headline, &texts.headline),
            (self.text, &texts.text),
            (self.words, &texts.words),
        ];
        for (field, encoded) in columns {
            document.add_text(field, encoded.as_str());
        }
        Ok(document)
    }
}

/// The stems of an entry, field by field.
#[derive(Default)]
struct Texts {
    labels: Encoded,
    weak_labels: Encoded,
    synonyms: Encoded,
    weak_synonyms: Encoded,
    headline: Encoded,
    text: Encoded,
    words: Encoded,
}

impl Texts {
    fn of(entry: &ExpertDocument, names: &[TermTexts], analyser: &Analyser) -> Self {
        let mut texts = Self::default();
        for (term, is_strong) in terms(entry) {
            let Some(term) = names.get(term.index()) else {
                continue;
            };
            let (labels, synonyms) = if is_strong {
                (&mut texts.labels, &mut texts.synonyms)
            } else {
                (&mut texts.weak_labels, &mut texts.weak_synonyms)
            };
            labels.append(&term.labels);
            synonyms.append(&term.synonyms);
            texts.words.append(&term.words);
        }
        let headlines = [
            analyser.tokens(&entry.headline.de, Language::German),
            analyser.tokens(&entry.headline.en, Language::English),
            analyser.tokens(&entry.alias, Language::German),
        ];
        let free_texts = [
            analyser.tokens(&entry.text.de, Language::German),
            analyser.tokens(&entry.text.en, Language::English),
        ];
        for tokens in headlines.iter().chain(&free_texts).flatten() {
            texts.words.push_word(&tokens.form.folded);
        }
        for text in &headlines {
            texts.headline.push_text(text);
        }
        for text in &free_texts {
            texts.text.push_text(text);
        }
        texts
    }
}

/// The terms of an entry; whether each is held strongly.
fn terms(entry: &ExpertDocument) -> impl Iterator<Item = (TermOrd, bool)> {
    let skills = entry.skills.iter();
    let skills = skills.map(|skill| (skill.term, skill.level >= STRONG_LEVEL));
    let certifications = entry.certifications.iter().map(|held| (held.term, true));
    let languages = entry.languages.iter().map(|spoken| (spoken.term, true));
    skills.chain(certifications).chain(languages)
}

fn text_options(record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(encoding::NAME)
        .set_fieldnorms(false)
        .set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}
