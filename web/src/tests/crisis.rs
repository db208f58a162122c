//! The pages of the crisis flow are small, need no script and show nothing before verification.

use crate::samples::{self, Sample};
use crate::{Language, assets};

/// What a phone with one bar of signal gets in two seconds.
const BUDGET: usize = 20 * 1024;

fn crisis_samples() -> Vec<Sample> {
    let samples = Language::ALL.into_iter().flat_map(samples::all);
    samples
        .filter(|sample| sample.page.starts_with("help"))
        .collect()
}

#[test]
fn a_crisis_page_with_its_styles_weighs_at_most_20_kb() {
    let url = assets::url("crisis.css");
    let styles = assets::find(url.strip_prefix(assets::PREFIX).unwrap()).unwrap();
    let styles = styles.brotli.unwrap().len();

    for sample in crisis_samples() {
        // The page counts as it is, before the server compresses it.
        let whole = styles + sample.html.len();
        assert!(whole <= BUDGET, "{}: {whole} bytes", sample.name);
    }
}

#[test]
fn a_crisis_page_needs_nothing_but_its_own_styles() {
    for sample in crisis_samples() {
        // The draft of the form, or the live updates of a status page; without them nothing else is missing.
        let wanted = sample.page == "help" || sample.html.contains("data-stream");
        let scripts = sample.html.matches("<script").count();
        assert_eq!(scripts, usize::from(wanted), "{}", sample.name);
        assert!(!sample.html.contains("hx-"), "{}", sample.name);
        assert!(!sample.html.contains("style-"), "{}", sample.name);
        assert_eq!(
            sample.html.matches("rel=\"stylesheet\"").count(),
            1,
            "{}",
            sample.name
        );
    }
}

#[test]
fn the_draft_of_the_form_costs_less_than_1_kb() {
    let url = assets::url("crisis-draft.js");
    let script = assets::find(url.strip_prefix(assets::PREFIX).unwrap()).unwrap();

    let weight = script.brotli.unwrap().len();

    assert!(weight < 1_024, "{weight} bytes");
}

#[test]
fn the_desk_and_112_can_be_called_from_every_crisis_page() {
    for sample in crisis_samples() {
        let has_desk = sample.html.contains("tel:030206480112");

        assert!(sample.html.contains("href=\"tel:112\""), "{}", sample.name);
        assert!(
            has_desk || sample.name == "nobody-unknown",
            "{}",
            sample.name
        );
    }
}

#[test]
fn before_verification_nothing_says_that_anybody_is_looked_for() {
    let samples = crisis_samples();
    let waiting = ["unverified", "drill-doubtful", "nobody", "nobody-unknown"];
    let unverified: Vec<_> = samples
        .iter()
        .filter(|sample| sample.page == "help-status" && waiting.contains(&sample.name))
        .collect();

    assert_eq!(unverified.len(), 2 * waiting.len());
    for sample in unverified {
        for word in ["Wir suchen", "looking for", "Rechenzentrum", "Was kostet"] {
            assert!(!sample.html.contains(word), "{}: {word}", sample.name);
        }
    }
}

#[test]
fn an_answer_says_word_for_word_that_a_no_is_free() {
    let samples = crisis_samples();
    let asked = samples.iter().filter(|sample| {
        sample.page == "help-answer" && sample.html.contains("value=\"not_tonight\"")
    });
    let german = asked.filter(|sample| sample.html.contains("<html lang=\"de\""));
    let german: Vec<_> = german.collect();

    assert_eq!(german.len(), 7);
    for sample in german {
        for said in [
            "Sie müssen nicht helfen und nicht erreichbar sein. Ein Nein braucht keinen Grund. Ihr Arbeitgeber sieht es nicht.",
            "Ja, Telefonat jetzt (bis 2 Stunden)",
            "Heute Nacht nicht mehr fragen",
        ] {
            assert!(sample.html.contains(said), "{}: {said}", sample.name);
        }
        let is_call = sample.name == "call";
        let rested = "Ich bin ausgeruht. Meine 11 Stunden Ruhezeit halte ich ein.";
        assert_eq!(sample.html.contains(rested), !is_call, "{}", sample.name);
    }
}

#[test]
fn a_place_to_be_chosen_keeps_what_was_typed() {
    let samples = crisis_samples();
    let ambiguous = samples.iter().find(|sample| sample.name == "ambiguous");
    let html = &ambiguous.unwrap().html;

    assert!(html.contains("name=\"near\" value=\"12068324\""));
    assert!(html.contains("name=\"ort_gefragt\" value=\"Neustadt\""));
    assert!(html.contains("value=\"0171 1234567\""));
    assert!(!html.contains("type=\"hidden\" name=\"near\""));
}

#[test]
fn the_enter_key_sends_no_tile_that_nobody_chose() {
    let samples = crisis_samples();
    let card = samples.iter().find(|sample| sample.name == "card").unwrap();

    // The first button of the form, which may stand outside of it, is the one that Enter presses.
    let (_, first) = card.html.split_once("<button").unwrap();
    let (first, _) = first.split_once('>').unwrap();

    assert!(first.contains("form=\"anfrage\"") && !first.contains("name="));
}

#[test]
fn what_is_wrong_is_listed_in_the_order_of_the_page() {
    for sample in crisis_samples() {
        let Some((_, rest)) = sample.html.split_once("class=\"error-summary\"") else {
            continue;
        };
        let (summary, page) = rest.split_once("</ul>").unwrap();
        let hrefs = summary.split("href=\"#").skip(1);
        let ids: Vec<_> = hrefs.filter_map(|rest| rest.split('"').next()).collect();

        let places: Vec<_> = ids
            .iter()
            .map(|id| page.find(&format!("id=\"{id}\"")).unwrap())
            .collect();

        assert!(!places.is_empty(), "{}", sample.name);
        assert!(places.is_sorted(), "{}: {ids:?}", sample.name);
    }
}

#[test]
fn what_is_voluntary_is_folded_away_until_it_is_filled_in_or_wrong() {
    for sample in crisis_samples() {
        if sample.page != "help" || !sample.html.contains("class=\"more\"") {
            continue;
        }
        let is_open = sample.html.contains("class=\"more\" open");
        let is_used = ["doubts", "wrong", "ambiguous", "near", "unknown"].contains(&sample.name);

        assert_eq!(is_open, is_used, "{}", sample.name);
    }
}

#[test]
fn the_status_leaves_no_blank_to_fill_in_and_groups_the_spoken_code() {
    for sample in crisis_samples() {
        if sample.page != "help-status" {
            continue;
        }
        let is_told = !["drill-doubtful", "closed", "withdrawn"].contains(&sample.name);

        assert!(!sample.html.contains("___"), "{}", sample.name);
        assert_eq!(
            sample.html.contains(">482 913<"),
            is_told,
            "{}",
            sample.name
        );
    }
}
