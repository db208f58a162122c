//! Whatever is typed: an answer, in order, and soon.

use proptest::prelude::*;

use super::*;

#[test]
fn text_without_letters_finds_nothing() {
    for text in ["", "   ", "🚒🔥", "-/().", "\u{308}"] {
        assert!(keys(text).is_empty(), "{text:?}");
    }
}

#[test]
fn ten_thousand_characters_are_harmless() {
    assert!(keys(&"x".repeat(10_000)).is_empty());
    assert!(keys(&"ha ".repeat(3_000)).len() <= 20);
}

#[test]
fn the_limit_holds() {
    assert_eq!(shipped().search("b", None, 7).len(), 7);
    assert!(shipped().search("b", None, 0).is_empty());
}

#[test]
fn typing_errors_never_come_before_better_hits() {
    let hits = shipped().search("Witten", None, 100);

    assert!(hits.is_sorted_by_key(|hit| hit.quality));
}

#[test]
#[ignore = "a measurement, to be run in release"]
fn every_query_takes_less_than_five_milliseconds() {
    let many = ["b "; 50].concat();
    let texts = [
        "b",
        "Witten",
        "Wittn",
        "Neuenkirchen Steinfurt",
        "qqqqqqqqq",
        "1",
        "06366",
        many.as_str(),
        "Landkreis Neustadt an der Aisch-Bad Windsheim",
        "Verbandsgemeinde Nastätten",
        "st sa westf bay oldb hann opf odw am",
        "bertin kreiss steinfrt neuenkrichen halle saal amt x",
        "Verwaltungsgemeinschaft Verwaltungsgemeinschaft Verbandsgemeinde",
        "Kreis b s h n a m w",
        "qqqqqqq wwwwwwww zzzzzzzz kreis bay oldb hann xxxxxxxxxx",
        "Berlin Mitte",
        "St. Wendel (Landkreis St. Wendel)",
        "Neuruppin Landkreis Ostprignitz-Ruppin Brandenburg",
        "Techentin (Landkreis Ludwigslust-Parchim)",
    ];
    shipped();
    for text in texts {
        let start = std::time::Instant::now();
        for _ in 0..20 {
            std::hint::black_box(shipped().search(text, None, 20));
        }
        let each = start.elapsed() / 20;
        println!("{each:>12?} {text}");
        assert!(each.as_millis() < 5, "{text}: {each:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_answered_the_same_twice(text in ".{0,120}") {
        prop_assert_eq!(keys(&text), keys(&text));
    }

    #[test]
    fn any_words_are_answered_in_order(text in "[a-zäöüß0-9 .()/-]{0,40}", limit in 0..30_usize) {
        let hits = shipped().search(&text, None, limit);

        prop_assert!(hits.len() <= limit);
        prop_assert!(hits.is_sorted_by_key(|hit| hit.quality));
    }

    #[test]
    fn every_name_finds_its_place(place in 0..11_394_usize) {
        let region = &shipped().rows()[place];

        let hits = shipped().search(&region.name, Some(region.level), 100);

        prop_assert!(hits.iter().any(|hit| hit.region.ags == region.ags));
    }
}
