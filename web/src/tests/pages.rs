//! Every page, filled with every sample, in every language, is well formed.

use std::collections::BTreeSet;

use crate::Language;
use crate::samples::{self, Sample};

/// A start tag.
struct Tag<'a> {
    name: &'a str,
    text: &'a str,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.text.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    }
}

fn tags(html: &str) -> Vec<Tag<'_>> {
    html.split('<')
        .skip(1)
        .filter_map(|rest| {
            let text = rest.split_once('>').map(|(tag, _)| tag)?;
            let name = text.split([' ', '/']).next()?;
            (!name.is_empty() && !name.starts_with('!')).then_some(Tag { name, text })
        })
        .collect()
}

/// What stands between tags.
pub(super) fn visible_text(html: &str) -> String {
    let pieces = html.split('<');
    let texts = pieces.map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    texts.collect::<Vec<_>>().join(" ")
}

fn for_each_sample(check: impl Fn(&str, &Sample)) {
    for language in Language::ALL {
        for sample in samples::all(language) {
            let name = format!("{}/{} ({})", sample.page, sample.name, language.code());
            check(&name, &sample);
        }
    }
}

#[test]
fn every_page_has_its_language_one_heading_and_one_main() {
    for_each_sample(|name, sample| {
        if !sample.is_whole {
            return;
        }
        let tags = tags(&sample.html);
        let count = |wanted: &str| tags.iter().filter(|tag| tag.name == wanted).count();
        let html = tags.iter().find(|tag| tag.name == "html").unwrap();

        assert!(name.contains(html.attribute("lang").unwrap()), "{name}");
        assert_eq!(count("h1"), 1, "{name}");
        assert_eq!(count("main"), 1, "{name}");
        assert!(!sample.html.contains("<title> –"), "{name}");
    });
}

#[test]
fn tags_are_closed_in_the_order_they_were_opened() {
    let void = ["meta", "link", "input", "br"];
    let drawn = ["path", "rect"];
    for_each_sample(|name, sample| {
        let mut open = Vec::new();
        for piece in sample.html.split('<').skip(1) {
            let (tag, _) = piece.split_once('>').unwrap();
            if let Some(closed) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(closed), "{name}: </{closed}>");
                continue;
            }
            let element = tag.split([' ', '/']).next().unwrap();
            let is_drawn = drawn.contains(&element) && tag.ends_with('/');
            let is_single = tag.starts_with('!') || void.contains(&element);
            if !is_single && !is_drawn {
                open.push(element);
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    });
}

#[test]
fn ids_are_unique_and_what_refers_to_them_finds_them() {
    for_each_sample(|name, sample| {
        let tags = tags(&sample.html);
        let ids: Vec<_> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        if !sample.is_whole {
            return;
        }
        for tag in &tags {
            let named = ["for", "aria-labelledby", "aria-describedby"];
            for value in named.into_iter().filter_map(|name| tag.attribute(name)) {
                for id in value.split(' ') {
                    assert!(unique.contains(id), "{name}: {id}");
                }
            }
            let target = tag
                .attribute("href")
                .and_then(|href| href.strip_prefix('#'));
            assert!(
                target.is_none_or(|id| unique.contains(id)),
                "{name}: {target:?}"
            );
        }
    });
}

#[test]
fn every_field_has_a_label() {
    for_each_sample(|name, sample| {
        let tags = tags(&sample.html);
        let labels: BTreeSet<_> = tags.iter().filter_map(|tag| tag.attribute("for")).collect();
        for tag in &tags {
            let is_field = ["input", "select", "textarea"].contains(&tag.name);
            if is_field && tag.attribute("type") != Some("hidden") {
                let id = tag.attribute("id").unwrap();
                assert!(labels.contains(id) || !sample.is_whole, "{name}: {id}");
            }
        }
    });
}

#[test]
fn links_and_buttons_say_something() {
    for_each_sample(|name, sample| {
        for element in [
            "a", "button", "summary", "th", "legend", "label", "h2", "h3",
        ] {
            for piece in sample.html.split(&format!("<{element}")).skip(1) {
                if !piece.starts_with([' ', '>']) {
                    continue;
                }
                let (tag, rest) = piece.split_once('>').unwrap();
                let (inner, _) = rest.split_once(&format!("</{element}>")).unwrap();
                let text = visible_text(inner);
                let says = !text.trim().is_empty() || tag.contains("aria-label=");
                assert!(says, "{name}: <{element}{tag}>");
            }
        }
    });
}

#[test]
fn pages_keep_to_the_content_security_policy() {
    for_each_sample(|name, sample| {
        for tag in tags(&sample.html) {
            assert!(tag.name != "style", "{name}");
            assert!(tag.attribute("style").is_none(), "{name}: <{}>", tag.text);
            assert!(!tag.text.contains(" on"), "{name}: <{}>", tag.text);
            assert!(
                tag.name != "script" || tag.attribute("src").is_some(),
                "{name}"
            );
            let is_foreign = |value: &str| value.starts_with("http") || value.starts_with("//");
            assert!(!tag.attribute("src").is_some_and(is_foreign), "{name}");
        }
    });
}

#[test]
fn hostile_text_is_escaped() {
    let mut samples = samples::gallery(crate::Frame::default());
    samples.cards[0].alias = "<script>alert(1)</script>".to_owned();

    let html = askama::Template::render(&samples).unwrap();

    assert!(!html.contains("<script>alert"));
}
