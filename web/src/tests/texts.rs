//! Both languages have the same texts, and each is used.

use std::collections::BTreeSet;
use std::path::Path;

use i18n_embed::LanguageLoader;

use crate::Language;

fn keys(language: Language) -> BTreeSet<String> {
    let loader = language.texts();
    let tag = loader.current_language();
    loader.with_message_iter(&tag, |messages| {
        messages.map(|message| message.id.name.to_owned()).collect()
    })
}

fn source(language: Language) -> String {
    let path = format!(
        "{}/locales/{}/web.ftl",
        env!("CARGO_MANIFEST_DIR"),
        language.code()
    );
    std::fs::read_to_string(path).unwrap()
}

/// The variables named in a language's texts, by key.
fn variables(language: Language) -> BTreeSet<String> {
    let text = source(language);
    let mut key = String::new();
    let mut found = BTreeSet::new();
    for line in text.lines() {
        if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            name.clone_into(&mut key);
        }
        for variable in line.split("{ $").skip(1) {
            let name = variable.split([' ', '}']).next().unwrap_or_default();
            found.insert(format!("{key} ${name}"));
        }
    }
    found
}

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    assert_eq!(keys(Language::German), keys(Language::English));
    assert_eq!(variables(Language::German), variables(Language::English));
}

/// Of two texts under one key the loader keeps one, and a page says something else than it should.
#[test]
fn no_key_appears_twice() {
    for language in [Language::German, Language::English] {
        let text = source(language);
        let lines = text.lines().filter(|line| !line.starts_with([' ', '#']));
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = lines
            .filter_map(|line| line.split_once(" ="))
            .filter(|(key, _)| !seen.insert(*key))
            .map(|(key, _)| key)
            .collect();
        assert_eq!(twice, Vec::<&str>::new(), "{language:?}");
    }
}

#[test]
fn every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    sources(&root.join("src"), &mut text);
    sources(&root.join("templates"), &mut text);

    let unused: Vec<_> = keys(Language::German)
        .into_iter()
        .filter(|key| !text.contains(&format!("\"{key}\"")))
        .collect();

    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut text = String::new();
    sources(&root, &mut text);

    let words = super::pages::visible_text(&without_expressions(&text));
    let words: Vec<_> = words
        .split(|character: char| !character.is_alphabetic())
        .filter(|word| word.chars().count() > 3)
        .collect();

    // Names of components in the gallery, which are their class names.
    let names = [
        "button",
        "quiet",
        "arrow",
        "link",
        "chip",
        "fact",
        "flash",
        "note",
        "empty",
        "field",
        "combobox",
        "card",
        "pagination",
        "first",
    ];
    let unexpected: Vec<_> = words.iter().filter(|word| !names.contains(word)).collect();
    assert_eq!(unexpected, Vec::<&&str>::new());
}

fn without_expressions(template: &str) -> String {
    let mut rest = template;
    let mut kept = String::new();
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        kept.push_str(&rest[..start]);
        let closing = if rest[start..].starts_with("{{") {
            "}}"
        } else {
            "%}"
        };
        let Some(end) = rest[start..].find(closing) else {
            return kept;
        };
        rest = &rest[start + end + 2..];
    }
    kept + rest
}
