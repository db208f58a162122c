//! Why an entry is not a candidate.

use search_index::Localised;

use super::{number, text};
use crate::matching::model::card_funnel::CardReason;
use crate::matching::model::funnel::Funnel;
use crate::matching::model::rule::Rule;

/// What breaking each rule means, in the order of the rules.
const REASONS: [(Rule, &str, &str); Rule::ALL.len()] = [
    (
        Rule::Vetted,
        "Ist nicht aufgenommen, oder die Aufnahme ist abgelaufen",
        "Is not admitted, or the admission has ended",
    ),
    (
        Rule::Consent,
        "Hat der Anzeige im Kataster nicht zugestimmt",
        "Has not agreed to be shown in the register",
    ),
    (
        Rule::Confirmed,
        "Hat die Angaben seit mehr als einem Jahr nicht bestätigt",
        "Has not confirmed the profile for more than a year",
    ),
    (
        Rule::Participation,
        "Die Beteiligung der Personalvertretung ist nicht abgeschlossen",
        "The staff council has not been involved yet",
    ),
    (
        Rule::Release,
        "Ist vom Arbeitgeber nicht freigegeben",
        "Is not released by the employer",
    ),
    (
        Rule::Quota,
        "Die verbleibenden Einsatztage reichen nicht für den Zeitraum",
        "The deployment days left do not cover the period",
    ),
    (
        Rule::Conflict,
        "Die eigene Organisation fragt selbst an oder ist selbst betroffen",
        "Their own organisation asks for help or is affected itself",
    ),
    (
        Rule::Block,
        "Kommt für diese Anfrage nicht in Frage",
        "Is not an option for this request",
    ),
    (
        Rule::Level,
        "Führt die Fähigkeit nicht auf der geforderten Stufe",
        "Does not have the skill at the level required",
    ),
    (
        Rule::Language,
        "Spricht eine geforderte Sprache nicht mindestens auf Niveau B2",
        "Does not speak a language required at level B2 or better",
    ),
    (
        Rule::Clearance,
        "Hat die geforderte Sicherheitsüberprüfung nicht",
        "Does not hold the security clearance required",
    ),
    (
        Rule::Mode,
        "Hilft nicht in der gewünschten Form (vor Ort oder aus der Ferne)",
        "Does not help in the way asked (on site or remotely)",
    ),
    (
        Rule::Travel,
        "Der Einsatzort liegt außerhalb des eigenen Umkreises",
        "The place is further away than they travel",
    ),
    (
        Rule::Window,
        "Ist im Zeitraum zu wenig verfügbar oder kann erst zu spät beginnen",
        "Is available for too little of the period, or can only start too late",
    ),
    (
        Rule::Load,
        "Ist in dieser Zeit schon im Einsatz oder braucht noch Ruhezeit",
        "Is on another deployment at that time, or still needs rest",
    ),
];

/// What breaking the rule means. A block does not say so: nobody is to learn who blocks them.
pub fn reason(rule: Rule) -> Localised {
    let (_, de, en) = REASONS[rule.index()];
    text(de, en)
}

/// How many of all entries fit.
pub fn funnel(funnel: &Funnel) -> Localised {
    let total = number::count(funnel.total());
    let fit = number::count(funnel.eligible());

    text(
        format!(
            "Von {} Einträgen erfüllen {} alle Bedingungen.",
            total.de, fit.de
        ),
        format!("Of {} entries, {} meet all conditions.", total.en, fit.en),
    )
}

/// Why an entry whose card can be seen is no candidate, as far as its card tells.
pub fn card_reason(of: CardReason) -> Localised {
    match of {
        CardReason::Level => reason(Rule::Level),
        CardReason::Language => reason(Rule::Language),
        CardReason::Mode => reason(Rule::Mode),
        CardReason::Other => text(
            "Steht für diese Anfrage nicht zur Verfügung",
            "Is not available for this request",
        ),
    }
}

/// How many fit, and of how many that can be seen where no small number follows from it.
pub fn card_funnel(eligible: u32, total: Option<u32>) -> Localised {
    let fit = number::count(eligible);
    let Some(total) = total.map(number::count) else {
        return text(
            format!("Alle Bedingungen erfüllen: {}.", fit.de),
            format!("Meeting all conditions: {}.", fit.en),
        );
    };
    text(
        format!(
            "Von {} sichtbaren Einträgen erfüllen {} alle Bedingungen.",
            total.de, fit.de
        ),
        format!(
            "Of {} visible entries, {} meet all conditions.",
            total.en, fit.en
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_own_words_in_both_languages() {
        let reasons = Rule::ALL.map(reason);
        assert_eq!(REASONS.map(|(rule, _, _)| rule), Rule::ALL);

        for (position, one) in reasons.iter().enumerate() {
            assert!(!one.de.is_empty() && !one.en.is_empty());
            assert!(
                reasons[..position]
                    .iter()
                    .all(|other| other.de != one.de && other.en != one.en)
            );
        }
    }
}
