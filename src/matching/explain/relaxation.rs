//! What would let somebody fit when nobody does.

use search_index::Localised;

use super::{number, text};
use crate::matching::model::ask::{Need, WorkPlace};
use crate::matching::model::funnel::Relaxation;
use crate::matching::model::rule::Rule;

/// One sentence: the condition to change, and how many would then be an option.
pub fn relaxation(need: &Need, relaxation: Relaxation) -> Localised {
    let change = change(need, relaxation.rule);
    let yields = options(relaxation.yields);

    text(
        format!("{} {}.", change.de, yields.de),
        format!("{} {}.", change.en, yields.en),
    )
}

fn change(need: &Need, rule: Rule) -> Localised {
    match rule {
        Rule::Mode if need.place == WorkPlace::OnSite => text(
            "Wenn Hilfe aus der Ferne genügt,",
            "If remote help will do,",
        ),
        Rule::Mode => text(
            "Wenn Hilfe vor Ort möglich ist,",
            "If help on site is possible,",
        ),
        Rule::Window => text(
            "Mit anderem Beginn oder kürzerer Dauer",
            "With another start or fewer days",
        ),
        Rule::Travel => text("Mit weiterer Anfahrt", "With a longer journey"),
        Rule::Level => text("Eine Stufe niedriger", "One level lower"),
        Rule::Language => text(
            "Ohne die geforderte Sprache",
            "Without the language required",
        ),
        Rule::Quota => text(
            "Mit weiteren Einsatztagen vom Arbeitgeber",
            "With more deployment days from the employer",
        ),
        Rule::Clearance => text(
            "Ohne die geforderte Sicherheitsüberprüfung",
            "Without the security clearance required",
        ),
        Rule::Vetted
        | Rule::Consent
        | Rule::Confirmed
        | Rule::Participation
        | Rule::Release
        | Rule::Conflict
        | Rule::Block
        | Rule::Load => text("Ohne diese Bedingung", "Without this condition"),
    }
}

fn options(yields: Option<u32>) -> Localised {
    let count = match yields {
        None => {
            return text(
                "kommen weniger als 3 Fachkräfte in Frage",
                "fewer than 3 experts are an option",
            );
        }
        Some(1) => return text("kommt 1 Fachkraft in Frage", "1 expert is an option"),
        Some(yields) => number::count(yields),
    };
    text(
        format!("kommen {} Fachkräfte in Frage", count.de),
        format!("{} experts are an option", count.en),
    )
}
