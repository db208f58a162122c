//! Samples of matching.

use super::Collector;
use super::cards::cards;
use crate::Role;
use crate::pages::{
    Candidate, Choice, Excluded, Factor, FactorKind, MatchForm, MatchPage, MatchProblem,
    MatchResult, NeedForm, NeedFormSkill, NeedResult, SymptomTile, Team, TeamMember, TeamNeed,
};
use crate::parts::{Link, PlaceField, PlaceProblem, WorkMode};

pub(super) fn collect(collector: &mut Collector) {
    let blank = MatchPage {
        frame: collector.signed_in("/abgleich", Role::Requester),
        form: MatchForm {
            symptoms: symptoms(collector, None),
            days: 7,
            ..MatchForm::default()
        },
        result: None,
    };
    collector.add("match", "blank", &blank);
    let mut incomplete = blank.clone();
    incomplete.form.place.problem = Some(PlaceProblem::Missing);
    incomplete.form.problems = vec![MatchProblem::SymptomMissing];
    collector.add("match", "incomplete", &incomplete);
    let answered = MatchPage {
        form: form(collector),
        result: Some(result(collector)),
        ..blank
    };
    collector.add("match", "answered", &answered);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn symptoms(collector: &Collector, selected: Option<usize>) -> Vec<SymptomTile> {
    let tiles = [
        (
            "files-encrypted",
            collector.pick(
                "Dateien verschlüsselt oder Erpresserbrief",
                "Files encrypted or ransom note",
            ),
            collector.pick(
                "Dateien lassen sich nicht öffnen, oder jemand fordert Geld.",
                "Files will not open, or somebody demands money.",
            ),
        ),
        (
            "account-taken-over",
            collector.pick(
                "Konto oder Postfach gekapert",
                "Account or mailbox taken over",
            ),
            collector.pick(
                "Fremde melden sich an oder verschicken E-Mails in Ihrem Namen.",
                "Strangers sign in or send e-mails in your name.",
            ),
        ),
        (
            "data-leaked",
            collector.pick(
                "Daten gestohlen oder veröffentlicht",
                "Data stolen or published",
            ),
            collector.pick(
                "Daten stehen im Netz, oder jemand droht damit.",
                "Data is on the internet, or somebody threatens it.",
            ),
        ),
        (
            "systems-down",
            collector.pick(
                "Computer, Server oder Telefone tot",
                "Computers, servers or phones dead",
            ),
            collector.pick(
                "Nichts geht mehr, und Sie wissen nicht, warum.",
                "Nothing works any more and you do not know why.",
            ),
        ),
        (
            "unclear",
            collector.pick(
                "Etwas stimmt nicht, ich bin unsicher",
                "Something is wrong, I am unsure",
            ),
            collector.pick(
                "Wir finden es gemeinsam heraus.",
                "We will find out together.",
            ),
        ),
    ];
    let tiles = tiles.into_iter().enumerate();
    tiles
        .map(|(position, (id, label, hint))| SymptomTile {
            id: id.to_owned(),
            label,
            hint,
            is_selected: Some(position) == selected,
        })
        .collect()
}

fn form(collector: &Collector) -> MatchForm {
    let skill = |label: String, min_level, is_required| NeedFormSkill {
        label,
        min_level,
        is_required,
    };
    let need = |label: String, is_kept| NeedForm {
        label,
        is_kept,
        skills: vec![
            skill(collector.pick("IT-Forensik", "Digital forensics"), 3, true),
            skill(collector.pick("Log-Forensik", "Log forensics"), 2, false),
        ],
        min: 1,
        desired: 2,
        mode: WorkMode::Either,
    };
    let language = |id: &str, label: String, is_selected| Choice {
        id: id.to_owned(),
        label,
        count: None,
        is_selected,
    };
    MatchForm {
        place: PlaceField {
            text: "Köthen (Anhalt)".to_owned(),
            ags: Some("15082180".to_owned()),
            problem: None,
        },
        symptoms: symptoms(collector, Some(0)),
        days: 7,
        needs: vec![
            need(collector.pick("IT-Forensik", "Digital forensics"), true),
            need(
                collector.pick("Datensicherung prüfen", "Check the backups"),
                false,
            ),
        ],
        needs_for: "files-encrypted:acute".to_owned(),
        languages: vec![
            language("de", collector.pick("Deutsch", "German"), true),
            language("en", collector.pick("Englisch", "English"), false),
        ],
        ..MatchForm::default()
    }
}

fn result(collector: &Collector) -> MatchResult {
    let candidates = cards(collector).into_iter().zip([86, 71, 58]);
    let candidate = |(card, score_percent)| Candidate {
        card,
        score_percent,
        factors: factors(collector),
    };
    let forensics = NeedResult {
        label: collector.pick("IT-Forensik", "Digital forensics"),
        candidates: candidates.map(candidate).collect(),
        eligible: 26,
        excluded: vec![
            Excluded {
                count: Some(212),
                text: collector.pick(
                    "haben die nötige Fähigkeit nicht.",
                    "lack the required skill.",
                ),
            },
            Excluded {
                count: None,
                text: collector.pick(
                    "Steht für diese Anfrage nicht zur Verfügung",
                    "Is not available for this request",
                ),
            },
        ],
        funnel: collector.pick(
            "Von 587 Fachkräften können 29 IT-Forensik, 26 davon sind rechtzeitig da.",
            "Of 587 experts 29 know digital forensics, 26 of them are there in time.",
        ),
        relaxation: None,
    };
    let nobody = NeedResult {
        label: collector.pick("Meldewesen wieder aufnehmen", "Resume registration"),
        candidates: Vec::new(),
        eligible: 0,
        excluded: Vec::new(),
        funnel: collector.pick(
            "Von 587 Fachkräften passt niemand.",
            "Of 587 experts nobody fits.",
        ),
        relaxation: Some(collector.pick(
            "Stufe 2 statt 3: dann passen 4.",
            "Level 2 instead of 3: then 4 fit.",
        )),
    };
    MatchResult {
        place: "Köthen (Anhalt)".to_owned(),
        needs: vec![forensics, nobody],
        team: team(collector),
        as_of: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
    }
}

fn factors(collector: &Collector) -> Vec<Factor> {
    let factor = |kind, weight_percent, value_percent, german: &str, english: &str| Factor {
        kind,
        weight_percent,
        value_percent,
        text: collector.pick(german, english),
    };
    vec![
        factor(
            FactorKind::Skill,
            40,
            92,
            "Forensik auf Stufe 4, im Einsatz bewiesen.",
            "Forensics at level 4, proven in deployment.",
        ),
        factor(
            FactorKind::Travel,
            15,
            88,
            "Etwa 40 Minuten Fahrt.",
            "About 40 minutes on the road.",
        ),
        factor(FactorKind::Product, 12, 100, "Kennt Veeam.", "Knows Veeam."),
        factor(
            FactorKind::Availability,
            10,
            100,
            "Sofort, alle sieben Tage.",
            "At once, all seven days.",
        ),
        factor(
            FactorKind::Response,
            8,
            50,
            "Dazu wird nichts gespeichert.",
            "Nothing is kept about this.",
        ),
        factor(
            FactorKind::Fairness,
            6,
            100,
            "Letzter Einsatz vor über 90 Tagen.",
            "Last deployment over 90 days ago.",
        ),
        factor(
            FactorKind::Freshness,
            5,
            97,
            "Im November bestätigt.",
            "Confirmed in November.",
        ),
        factor(FactorKind::Legal, 4, 0, "Anderes Land.", "Another Land."),
    ]
}

fn team(collector: &Collector) -> Team {
    let member = |alias: &str, region: &str, places| TeamMember {
        alias: Link {
            label: alias.to_owned(),
            href: format!("/fachkraefte/{alias}"),
        },
        region: region.to_owned(),
        places,
    };
    Team {
        needs: vec![
            TeamNeed {
                label: collector.pick("IT-Forensik", "Digital forensics"),
                members: vec![
                    member("K-7Q3FM", "Sachsen-Anhalt, ca. 40 km", 1),
                    member("K-9XR4D", "Bayern", 2),
                ],
                filled: 2,
                of: 2,
            },
            TeamNeed {
                label: collector.pick("Meldewesen wieder aufnehmen", "Resume registration"),
                members: Vec::new(),
                filled: 0,
                of: 1,
            },
        ],
        missing: vec!["Veeam".to_owned()],
        is_proven: true,
        note: collector.pick("Ein Platz bleibt offen.", "One place stays open."),
    }
}
