//! Languages of the pages and their texts.

use std::sync::LazyLock;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// German, the language of the service.
    #[default]
    German,
    /// English.
    English,
}

#[derive(RustEmbed)]
#[folder = "locales"]
struct Locales;

static GERMAN: LazyLock<FluentLanguageLoader> = LazyLock::new(|| loader(Language::German));
static ENGLISH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| loader(Language::English));

impl Language {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// Its BCP 47 tag, which is also the value of the parameter and cookie `lang`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language of a tag such as `en` or `de-DE`.
    pub fn from_code(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The language best liked by an `Accept-Language` header; German if it names none of ours.
    pub fn from_accept_language(header: &str) -> Self {
        let weighted = header.split(',').filter_map(|part| {
            let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let weight: f32 = weight.trim().parse().ok()?;
            Some((Self::from_code(tag)?, weight))
        });
        weighted
            .filter(|(_, weight)| *weight > 0.0)
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map_or(Self::German, |(language, _)| language)
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::German => Self::English,
            Self::English => Self::German,
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
        }
    }

    /// Its texts.
    pub(crate) fn texts(self) -> &'static FluentLanguageLoader {
        match self {
            Self::German => &GERMAN,
            Self::English => &ENGLISH,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the texts are embedded; a test loads them"
)]
fn loader(language: Language) -> FluentLanguageLoader {
    let code = language
        .code()
        .parse()
        .expect("`de` and `en` are valid tags");
    let fallback = Language::German
        .code()
        .parse()
        .expect("`de` is a valid tag");
    let loader = FluentLanguageLoader::new("web", fallback);
    loader
        .load_languages(&Locales, &[code])
        .expect("the embedded texts are valid Fluent");
    loader.set_use_isolating(false);
    loader
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_language_is_chosen() {
        let chosen = Language::from_accept_language;

        assert_eq!(chosen("en-GB,en;q=0.9,de;q=0.8"), Language::English);
        assert_eq!(chosen("fr, en;q=0.4, de-AT;q=0.7"), Language::German);
        assert_eq!(chosen("en;q=0"), Language::German);
        assert_eq!(chosen(""), Language::German);
    }
}
