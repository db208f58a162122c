//! What to know about a team.

use search_index::{Localised, TermOrd, Vocabulary};

use super::{english, join, relaxation, text};
use crate::matching::body::SetAside;
use crate::matching::model::ask::Need;
use crate::matching::model::funnel::Relaxation;

/// What the note of a team is made of.
#[derive(Clone, Copy, Debug)]
pub struct TeamFacts<'a> {
    /// The needs.
    pub needs: &'a [Need],
    /// For each need: places filled, and places asked for.
    pub filled: &'a [(usize, usize)],
    /// For each need: what would let somebody fit, where nobody does.
    pub relaxations: &'a [Option<Relaxation>],
    /// Products and procedures asked that nobody on the team has.
    pub missing: &'a [TermOrd],
    /// Whether no better team exists.
    pub proven: bool,
}

/// A few sentences: open places, what is missing, what would help.
pub fn note(facts: &TeamFacts<'_>, vocabulary: &Vocabulary) -> Localised {
    let mut sentences = vec![places(facts)];
    let wanting = facts.needs.iter().zip(facts.relaxations);
    sentences.extend(wanting.filter_map(|(need, found)| Some(hint(need, (*found)?))));
    if !facts.missing.is_empty() {
        sentences.push(missing(facts.missing, vocabulary));
    }
    if !facts.proven {
        sentences.push(text(
            "Vielleicht gibt es ein noch besseres Team. Die Suche wurde nach kurzer Zeit beendet.",
            "There may be an even better team. The search was ended after a short time.",
        ));
    }
    join(sentences, " ")
}

/// What became of a condition that is not applied to those who see cards only.
pub fn set_aside(condition: SetAside) -> Localised {
    match condition {
        SetAside::StruckOrganisations => text(
            "Betroffene Organisationen prüft die Koordinierungsstelle, bevor sie alarmiert.",
            "The coordination checks organisations affected before it alerts anybody.",
        ),
        SetAside::Clearance => text(
            "Sicherheitsüberprüfungen prüft die Koordinierungsstelle, bevor sie alarmiert.",
            "The coordination checks security clearances before it alerts anybody.",
        ),
        SetAside::Period => text(
            "Für die Vorschau ist ein etwas längerer Zeitraum geprüft, für die Alarmierung gilt der genaue.",
            "The preview looks at a somewhat longer period; alerts go by the exact one.",
        ),
    }
}

fn places(facts: &TeamFacts<'_>) -> Localised {
    let open: Vec<Localised> = facts
        .needs
        .iter()
        .zip(facts.filled)
        .filter(|(_, (filled, of))| filled < of)
        .map(|(need, (filled, of))| {
            text(
                format!("{} ({filled} von {of} besetzt)", need.label.de),
                format!("{} ({filled} of {of} filled)", english(&need.label)),
            )
        })
        .collect();
    if open.is_empty() {
        return text("Alle Plätze sind besetzt.", "All places are filled.");
    }
    let open = join(open, ", ");
    text(
        format!("Noch offen: {}.", open.de),
        format!("Still open: {}.", open.en),
    )
}

fn hint(need: &Need, found: Relaxation) -> Localised {
    let hint = relaxation(need, found);
    text(
        format!("{}: {}", need.label.de, hint.de),
        format!("{}: {}", english(&need.label), hint.en),
    )
}

fn missing(terms: &[TermOrd], vocabulary: &Vocabulary) -> Localised {
    let labels = terms.iter().map(|term| {
        let label = &vocabulary.term(*term).label;
        text(label.de.as_str(), english(label))
    });
    let labels = join(labels, ", ");
    text(
        format!("Im Team kennt niemand: {}.", labels.de),
        format!("Nobody on the team knows: {}.", labels.en),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::model::rule::Rule;
    use crate::matching::sample::need;
    use search_index::{Axis, Term};

    fn vocabulary() -> Vocabulary {
        let veeam = Term {
            id: "product:veeam".into(),
            axis: Axis::Product,
            parent: None,
            label: text("Veeam", ""),
            synonyms: Vec::new(),
            is_privileged: false,
        };
        Vocabulary::new(vec![veeam]).unwrap()
    }

    #[test]
    fn a_full_team_needs_one_sentence() {
        let facts = TeamFacts {
            needs: &[need()],
            filled: &[(2, 2)],
            relaxations: &[None],
            missing: &[],
            proven: true,
        };

        assert_eq!(note(&facts, &vocabulary()).de, "Alle Plätze sind besetzt.");
    }

    #[test]
    fn what_is_open_and_what_would_help_is_named() {
        let relaxation = Relaxation {
            rule: Rule::Mode,
            yields: Some(3),
        };
        let facts = TeamFacts {
            needs: &[need()],
            filled: &[(0, 2)],
            relaxations: &[Some(relaxation)],
            missing: &[TermOrd(0)],
            proven: true,
        };

        let note = note(&facts, &vocabulary());

        assert_eq!(
            note.de,
            "Noch offen: IT-Forensik (0 von 2 besetzt). IT-Forensik: Wenn Hilfe aus der Ferne genügt, kommen 3 \
             Fachkräfte in Frage. Im Team kennt niemand: Veeam."
        );
        assert_eq!(
            note.en,
            "Still open: Digital forensics (0 of 2 filled). Digital forensics: If remote help will do, 3 experts are \
             an option. Nobody on the team knows: Veeam."
        );
    }
}
