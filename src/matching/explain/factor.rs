//! What stands behind the value of a factor.

use search_index::{Evidence, Localised, Vocabulary};

use super::{english, join, number, text};
use crate::matching::model::ask::{Ask, Demand, NeedSkill, WorkPlace};
use crate::matching::model::candidate::Candidate;
use crate::matching::model::factors::Factor;
use crate::matching::model::hard::is_within_reach;
use crate::matching::model::skill::{Claim, Claims, Relation};
use crate::matching::model::steps::{self, Acceptance, Begin, Burden, Confirmation, Share};
use crate::matching::model::travel;

/// The reason for a factor's value, without the value.
pub fn factor(
    factor: Factor,
    candidate: &Candidate<'_>,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
) -> Localised {
    let exact = || factor.value(candidate, demand);
    match factor {
        Factor::Skill => skills(candidate, demand, vocabulary, |asked| !asked.is_product()),
        Factor::Product => skills(candidate, demand, vocabulary, NeedSkill::is_product),
        Factor::Travel => road(candidate, demand),
        Factor::Availability => availability(candidate, demand),
        Factor::Response => response(Acceptance::of(exact())),
        Factor::Fairness => fairness(Burden::of(exact())),
        Factor::Freshness => {
            let days = candidate.days_since_confirmation(demand.ask.hour());
            freshness(Confirmation::of(days))
        }
        Factor::Legal => legal(candidate.land, demand.ask),
    }
}

/// The same as far as it speaks for somebody: nothing of skills they do not have.
pub fn strength(
    of: Factor,
    candidate: &Candidate<'_>,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
) -> Option<Localised> {
    let has = |skill: &NeedSkill, claims: &Claims| claims.best(skill).is_some();
    match of {
        Factor::Skill => told(candidate, demand, vocabulary, |skill, claims| {
            !skill.is_product() && has(skill, claims)
        }),
        Factor::Product => told(candidate, demand, vocabulary, |skill, claims| {
            skill.is_product() && has(skill, claims)
        }),
        Factor::Travel
        | Factor::Availability
        | Factor::Response
        | Factor::Fairness
        | Factor::Freshness
        | Factor::Legal => Some(factor(of, candidate, demand, vocabulary)),
    }
}

fn skills(
    candidate: &Candidate<'_>,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
    counts: impl Fn(&NeedSkill) -> bool,
) -> Localised {
    let told = told(candidate, demand, vocabulary, |skill, _| counts(skill));
    told.unwrap_or_else(|| text("Hier ist nichts verlangt", "Nothing is asked here"))
}

/// What somebody states of the skills that count; nothing where none does.
fn told(
    candidate: &Candidate<'_>,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
    counts: impl Fn(&NeedSkill, &Claims) -> bool,
) -> Option<Localised> {
    let asked = demand.need.skills.iter().zip(candidate.claims);
    let told: Vec<Localised> = asked
        .filter(|(skill, claims)| counts(skill, claims))
        .map(|(skill, claims)| holding(*skill, *claims, vocabulary))
        .collect();
    (!told.is_empty()).then(|| join(told, "; "))
}

fn holding(skill: NeedSkill, claims: Claims, vocabulary: &Vocabulary) -> Localised {
    let label = &vocabulary.term(skill.term).label;
    let held = match claims.best(&skill) {
        None => text("keine Angabe", "not stated"),
        Some((claim, Relation::Same, _)) => join([level(claim), evidence(claim.evidence)], ", "),
        Some((claim, Relation::Broader | Relation::Sibling, _)) => {
            let level = level(claim);
            text(
                format!("verwandte Fähigkeit, {}", level.de),
                format!("a related skill, {}", level.en),
            )
        }
    };
    text(
        format!("{}: {}", label.de, held.de),
        format!("{}: {}", english(label), held.en),
    )
}

fn level(claim: Claim) -> Localised {
    text(
        format!("Stufe {}", claim.level),
        format!("level {}", claim.level),
    )
}

fn evidence(evidence: Evidence) -> Localised {
    match evidence {
        Evidence::SelfDeclared => text("eigene Angabe", "self-declared"),
        Evidence::Employer => text("vom Arbeitgeber bestätigt", "confirmed by the employer"),
        Evidence::Certified => text("zertifiziert", "certified"),
        Evidence::Deployment => text("im Einsatz bewährt", "proven in deployment"),
    }
}

fn road(candidate: &Candidate<'_>, demand: &Demand<'_>) -> Localised {
    let remotely = text(
        "Hilft aus der Ferne, ohne Anfahrt",
        "Helps remotely, no travel",
    );
    let about = number::about(travel::minutes(candidate.km));
    let could_come = candidate.can_come() && is_within_reach(candidate);
    match demand.place() {
        WorkPlace::Remote => remotely,
        WorkPlace::Either if candidate.can_help_remotely() && could_come => text(
            format!("Hilft aus der Ferne oder vor Ort, Anfahrt etwa {about}"),
            format!("Helps remotely or on site, about {about} by road"),
        ),
        WorkPlace::Either if candidate.can_help_remotely() => remotely,
        WorkPlace::OnSite | WorkPlace::Either => text(
            format!("Anfahrt etwa {about}"),
            format!("About {about} by road"),
        ),
    }
}

fn availability(candidate: &Candidate<'_>, demand: &Demand<'_>) -> Localised {
    let coverage = demand.window.coverage(candidate, demand.ask.hour());
    let Some((begin, share)) = steps::availability(coverage, &demand.window) else {
        return text("Nicht verfügbar", "Not available");
    };
    let begin = match begin {
        Begin::AtOnce => text("Von Anfang an", "From the start"),
        Begin::Within(24..) => text("Beginn bis zu einem Tag später", "Up to a day later"),
        Begin::Within(hours) => text(
            format!("Beginn bis zu {hours} Stunden später"),
            format!("Up to {hours} hours later"),
        ),
    };
    let share = match share {
        Share::Whole => text("im ganzen Zeitraum", "for the whole period"),
        Share::Most => text(
            "für den größten Teil des Zeitraums",
            "for most of the period",
        ),
        Share::Half => text(
            "für mehr als die Hälfte des Zeitraums",
            "for more than half of the period",
        ),
    };
    join([begin, share], ", ")
}

fn response(acceptance: Acceptance) -> Localised {
    match acceptance {
        Acceptance::NotJudged => text("Antworten werden nicht bewertet", "Answers are not judged"),
        Acceptance::Often => text("Sagt bei Anfragen oft zu", "Often accepts requests"),
        Acceptance::Sometimes => text(
            "Sagt bei Anfragen manchmal zu",
            "Sometimes accepts requests",
        ),
    }
}

fn fairness(burden: Burden) -> Localised {
    match burden {
        Burden::None => text(
            "In den letzten 90 Tagen nicht im Einsatz",
            "No deployment in the last 90 days",
        ),
        Burden::Little => text(
            "In den letzten 90 Tagen wenig im Einsatz",
            "Few deployment days in the last 90 days",
        ),
        Burden::Much => text(
            "In den letzten 90 Tagen viel im Einsatz",
            "Many deployment days in the last 90 days",
        ),
    }
}

fn freshness(confirmation: Confirmation) -> Localised {
    match confirmation {
        Confirmation::LastMonth => text(
            "Angaben im letzten Monat bestätigt",
            "Profile confirmed within the last month",
        ),
        Confirmation::LastFourMonths => text(
            "Angaben in den letzten vier Monaten bestätigt",
            "Profile confirmed within the last four months",
        ),
        Confirmation::Earlier => text(
            "Angaben vor mehr als vier Monaten bestätigt",
            "Profile confirmed more than four months ago",
        ),
    }
}

fn legal(land: u8, ask: &Ask) -> Localised {
    let is_same = ask.lands.are_same(land, ask.land);
    match (is_same, ask.lands.is_grouped(ask.land)) {
        (true, false) => text("Gleiches Land", "Same Land"),
        (true, true) => text("Gleiche Ländergruppe", "Same group of Länder"),
        (false, _) => text("Anderes Land", "Another Land"),
    }
}
