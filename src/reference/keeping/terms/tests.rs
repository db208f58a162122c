//! Whatever is done to terms, no id is lost.

use proptest::prelude::*;

use super::book::{Book, BookError, KeptTerm};
use super::fields::{NewTerm, TermChange};
use crate::reference::Axis;

fn said(label: &str, parent: Option<&str>, synonyms: &[&str]) -> TermChange {
    TermChange {
        label_de: label.to_owned(),
        label_en: format!("{label} en"),
        parent: parent.map(str::to_owned),
        synonyms_de: synonyms.iter().map(|word| (*word).to_owned()).collect(),
        synonyms_en: Vec::new(),
        is_extended: false,
    }
}

fn new(label: &str, parent: Option<&str>) -> NewTerm {
    NewTerm {
        axis: Axis::Domain,
        id: None,
        said: said(label, parent, &[]),
    }
}

/// One above the other.
fn chain() -> Book {
    let mut book = Book::default();
    book.add(&new("Oben", None)).unwrap();
    book.add(&new("Mitte", Some("domain:oben"))).unwrap();
    book.add(&new("Unten", Some("domain:mitte"))).unwrap();
    book
}

fn parent<'a>(book: &'a Book, id: &str) -> Option<&'a str> {
    book.terms[id].parent.as_deref()
}

#[test]
fn a_term_merged_into_one_below_it_leaves_no_circle() {
    let mut book = chain();

    book.merge("domain:oben", "domain:unten").unwrap();

    assert_eq!(parent(&book, "domain:unten"), None);
    assert_eq!(parent(&book, "domain:mitte"), Some("domain:unten"));
    assert_eq!(book.resolve("domain:oben").unwrap().id, "domain:unten");
    assert!(
        book.terms["domain:unten"]
            .names()
            .any(|name| name == "Oben")
    );
}

#[test]
fn merged_twice_an_id_leads_to_the_last() {
    let mut book = chain();

    book.merge("domain:unten", "domain:mitte").unwrap();
    book.merge("domain:mitte", "domain:oben").unwrap();

    assert_eq!(book.resolve("domain:unten").unwrap().id, "domain:oben");
    assert_eq!(
        book.merge("domain:unten", "domain:oben"),
        Err(BookError::NotFound)
    );
}

#[test]
fn nothing_is_below_itself_and_nothing_has_anothers_name() {
    let mut book = chain();
    let pointers = |done: Result<(), BookError>| match done {
        Err(BookError::Invalid(errors)) => errors[0].pointer.clone() + " " + &errors[0].code,
        other => format!("{other:?}"),
    };

    let below = book.change("domain:oben", &said("Oben", Some("domain:unten"), &[]));
    assert_eq!(pointers(below), "/parent circle");
    let name = book.change("domain:oben", &said("Oben", None, &["MITTE"]));
    assert_eq!(pointers(name), "/synonyms_de taken");
    let unknown = book.change("domain:oben", &said("Oben", Some("domain:x"), &[]));
    assert_eq!(pointers(unknown), "/parent unknown");
    assert_eq!(
        pointers(book.merge("domain:oben", "domain:oben")),
        "/into unfit"
    );
    assert_eq!(
        pointers(book.add(&new("Mitte", None)).map(drop)),
        "/id taken"
    );
    assert_eq!(
        pointers(book.add(&new("!!!", None)).map(drop)),
        "/id format"
    );
}

#[derive(Clone, Debug)]
enum Act {
    Add(usize),
    Move(usize, usize),
    Merge(usize, usize),
    Retire(usize, bool),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => (0_usize..20).prop_map(Act::Add),
        3 => (0_usize..20, 0_usize..20).prop_map(|(a, b)| Act::Move(a, b)),
        3 => (0_usize..20, 0_usize..20).prop_map(|(a, b)| Act::Merge(a, b)),
        1 => (0_usize..20, any::<bool>()).prop_map(|(a, b)| Act::Retire(a, b)),
    ]
}

fn at(issued: &[String], place: usize) -> String {
    issued
        .get(place % issued.len().max(1))
        .cloned()
        .unwrap_or_default()
}

proptest! {
    #[test]
    fn every_id_ever_issued_leads_to_a_term_and_nothing_goes_in_circles(acts in prop::collection::vec(act(), 1..60)) {
        let mut book = Book::default();
        let mut issued: Vec<String> = Vec::new();
        for (number, act) in acts.into_iter().enumerate() {
            match act {
                Act::Add(above) => {
                    let above = Some(at(&issued, above)).filter(|id| !id.is_empty());
                    issued.push(book.add(&new(&format!("wort {number}"), above.as_deref())).unwrap());
                }
                Act::Move(which, above) => {
                    let (which, above) = (at(&issued, which), at(&issued, above));
                    let label = book.terms.get(&which).map(|term| term.label.de.clone());
                    let _ = book.change(&which, &said(&label.unwrap_or_default(), Some(&above), &[]));
                }
                Act::Merge(from, into) => {
                    let _ = book.merge(&at(&issued, from), &at(&issued, into));
                }
                Act::Retire(which, is_retired) => {
                    let _ = book.retire(&at(&issued, which), is_retired);
                }
            }
            for id in &issued {
                let term: &KeptTerm = book.resolve(id).unwrap();
                prop_assert!(term.merged_into.is_none());
                let mut above = term.parent.as_deref();
                for _ in 0..=book.terms.len() {
                    let Some(next) = above else { break };
                    let next = &book.terms[next];
                    prop_assert!(next.merged_into.is_none(), "{} is below a merged term", id);
                    above = next.parent.as_deref();
                }
                prop_assert!(above.is_none(), "{} goes in circles", id);
            }
        }
    }
}
