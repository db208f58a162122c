//! A contestant: the engine with fast fields and its own aggregations.

use search_index::{ExpertDocument, Vocabulary};
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{AllQuery, BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TEXT};
use tantivy::{Searcher, TantivyDocument, Term};

use crate::load::Question;
use crate::scan::{split, terms, words};

/// Six facets, as many as the engine's own benchmarks have.
const FACETS: [&str; 6] = [
    "terms",
    "certifications",
    "languages",
    "land",
    "mode",
    "readiness",
];

pub(crate) struct Engine {
    searcher: Searcher,
    text: Field,
    terms: Field,
    _folder: tempfile::TempDir,
}

impl Engine {
    pub(crate) fn new(vocabulary: &Vocabulary, entries: &[ExpertDocument]) -> Self {
        let mut builder = Schema::builder();
        let text = builder.add_text_field("text", TEXT);
        let facets = FACETS.map(|name| builder.add_u64_field(name, INDEXED | FAST));
        let folder = tempfile::tempdir().unwrap();
        let index = tantivy::Index::create_in_dir(folder.path(), builder.build()).unwrap();
        let mut writer = index
            .writer_with_num_threads::<TantivyDocument>(1, 200_000_000)
            .unwrap();
        for entry in entries {
            let mut document = TantivyDocument::default();
            let words: Vec<String> = words(vocabulary, entry).into_iter().collect();
            document.add_text(text, words.join(" "));
            for term in terms(vocabulary, entry) {
                document.add_u64(facets[0], term.0.into());
            }
            for held in &entry.certifications {
                document.add_u64(facets[1], held.term.0.into());
            }
            for language in &entry.languages {
                document.add_u64(facets[2], language.term.0.into());
            }
            document.add_u64(facets[3], entry.base.land.into());
            document.add_u64(facets[4], entry.mode as u64);
            document.add_u64(facets[5], entry.availability.readiness as u64);
            writer.add_document(document).unwrap();
        }
        writer.commit().unwrap();
        writer.wait_merging_threads().unwrap();
        Self {
            searcher: index.reader().unwrap().searcher(),
            text,
            terms: facets[0],
            _folder: folder,
        }
    }

    /// How many entries have all words and the domain; circles are left out in its favour.
    pub(crate) fn search(&self, question: &Question) -> usize {
        let facets = FACETS
            .map(|name| format!(r#""{name}": {{"terms": {{"field": "{name}", "size": 2000}}}}"#));
        let facets: Aggregations =
            serde_json::from_str(&format!("{{{}}}", facets.join(","))).unwrap();
        let aggregations = AggregationCollector::from_aggs(facets, AggContextParams::default());
        let top = TopDocs::with_limit(20).order_by_score();
        let query = self.query(question);
        let found = self
            .searcher
            .search(&query, &(top, Count, aggregations))
            .unwrap();
        std::hint::black_box(found.0.len() + found.2.0.len());
        found.1
    }

    fn query(&self, question: &Question) -> Box<dyn Query> {
        let term = |term| -> Box<dyn Query> {
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        let words = split(&question.text);
        let words = words
            .iter()
            .map(|word| term(Term::from_field_text(self.text, word)));
        let domain = question
            .domain
            .map(|domain| term(Term::from_field_u64(self.terms, domain.0.into())));
        let clauses: Vec<_> = words
            .chain(domain)
            .map(|query| (Occur::Must, query))
            .collect();
        if clauses.is_empty() {
            return Box::new(AllQuery);
        }
        Box::new(BooleanQuery::new(clauses))
    }
}
