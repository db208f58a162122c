//! Samples of search and of a masked entry.

use super::Collector;
use super::cards::{cards, certifications, forensics};
use crate::Role;
use crate::pages::{
    Chip, Choice, ExpertPage, Facet, FacetKind, SearchForm, SearchPage, SearchResults,
    SearchUpdate, Sort,
};
use crate::parts::{Link, Pagination, PlaceChoice, PlaceField, PlaceProblem, Segment};

pub(super) fn collect(collector: &mut Collector) {
    let hits = SearchPage {
        frame: collector.signed_in("/suche?q=forensik&availability=now", Role::Requester),
        form: form(collector),
        results: results(collector),
    };
    let update = SearchUpdate {
        frame: hits.frame.clone(),
        form: hits.form.clone(),
        results: hits.results.clone(),
    };
    collector.add("search", "hits", &hits);
    collector.add("search", "update", &update);
    nothing_found(collector);
    expert(collector);
}

fn nothing_found(collector: &mut Collector) {
    let suggestion = Link {
        label: "forensik".to_owned(),
        href: "/suche?q=forensik".to_owned(),
    };
    let choice = PlaceChoice {
        label: "Neustadt (Dosse), Ostprignitz-Ruppin".to_owned(),
        href: "/suche?near=12068324".to_owned(),
    };
    let page = SearchPage {
        frame: collector.signed_in("/suche?q=forensk", Role::Requester),
        form: SearchForm {
            query: "forensk".to_owned(),
            place: PlaceField {
                text: "Neustadt".to_owned(),
                ags: None,
                problem: Some(PlaceProblem::Ambiguous(vec![choice])),
            },
            ..SearchForm::default()
        },
        results: SearchResults {
            suggestions: vec![suggestion],
            is_relaxed: true,
            reset_href: Some("/suche?q=forensk".to_owned()),
            behind_since: Some(collector.pick("heute, 14:20 Uhr", "today, 14:20")),
            ..SearchResults::default()
        },
    };
    collector.add("search", "no-hits", &page);
}

fn expert(collector: &mut Collector) {
    let mut card = forensics(collector);
    card.headline = Segment::plain(collector.pick(
        "IT-Forensik nach Ransomware, Schwerpunkt Active Directory",
        "Digital forensics after ransomware, mainly Active Directory",
    ));
    let page = ExpertPage {
        frame: collector.signed_in("/fachkraefte/exp_0191d4b2", Role::Requester),
        card,
        roles: vec![collector.pick("IT-Forensik", "Digital forensics investigator")],
        text: vec![collector.pick(
            "Sichert Spuren auf Servern und Arbeitsplätzen, wertet Protokolle aus und begleitet den Wiederaufbau der Domäne.",
            "Secures traces on servers and workplaces, reads logs and accompanies the rebuild of the domain.",
        )],
        certifications: certifications(collector),
        back_href: "/suche?q=forensik".to_owned(),
    };
    collector.add("expert", "person", &page);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn form(collector: &Collector) -> SearchForm {
    SearchForm {
        query: collector.pick("forensik", "forensics"),
        facets: vec![
            facet(
                FacetKind::Availability,
                &[
                    ("now", &collector.pick("sofort", "at once"), Some(12), true),
                    (
                        "24h",
                        &collector.pick("binnen 24 Stunden", "within 24 hours"),
                        Some(9),
                        false,
                    ),
                    (
                        "72h",
                        &collector.pick("binnen 72 Stunden", "within 72 hours"),
                        None,
                        false,
                    ),
                ],
            ),
            facet(
                FacetKind::Mode,
                &[
                    (
                        "on_site",
                        &collector.pick("vor Ort", "on site"),
                        Some(18),
                        false,
                    ),
                    (
                        "remote",
                        &collector.pick("aus der Ferne", "remote"),
                        Some(21),
                        false,
                    ),
                ],
            ),
            facet(
                FacetKind::Role,
                &[
                    (
                        "role:digital-forensics-investigator",
                        &collector.pick("IT-Forensik", "Digital forensics investigator"),
                        Some(26),
                        false,
                    ),
                    (
                        "role:cyber-incident-responder",
                        &collector.pick(
                            "Vorfallbearbeitung (Incident Response)",
                            "Cyber incident responder",
                        ),
                        Some(14),
                        false,
                    ),
                ],
            ),
            facet(FacetKind::Domain, &domains()),
            facet(
                FacetKind::Land,
                &[
                    ("15", "Sachsen-Anhalt", Some(5), false),
                    ("05", "Nordrhein-Westfalen", Some(4), false),
                ],
            ),
        ],
        min_level: Some(3),
        place: PlaceField {
            text: "Köthen (Anhalt)".to_owned(),
            ags: Some("15082180".to_owned()),
            problem: None,
        },
        radius_km: Some(150),
        sort: Sort::Distance,
        hidden: Vec::new(),
    }
}

fn domains() -> [(&'static str, &'static str, Option<usize>, bool); 9] {
    [
        (
            "domain:active-directory",
            "Active Directory",
            Some(17),
            false,
        ),
        ("domain:log-forensics", "Log-Forensik", Some(15), false),
        ("domain:ransomware", "Ransomware", Some(11), false),
        ("domain:network", "Netzwerk", Some(9), false),
        ("domain:firewall", "Firewall", Some(7), false),
        ("domain:backup", "Datensicherung", Some(6), false),
        ("domain:linux", "Linux", Some(4), false),
        ("domain:cloud", "Cloud", Some(3), false),
        ("domain:ot", "Betriebstechnik", None, false),
    ]
}

fn facet(kind: FacetKind, choices: &[(&str, &str, Option<usize>, bool)]) -> Facet {
    let choice = |(id, label, count, is_selected): &(&str, &str, Option<usize>, bool)| Choice {
        id: (*id).to_owned(),
        label: (*label).to_owned(),
        count: *count,
        is_selected: *is_selected,
    };
    Facet {
        kind,
        choices: choices.iter().map(choice).collect(),
    }
}

fn results(collector: &Collector) -> SearchResults {
    SearchResults {
        total: 26,
        cards: cards(collector),
        chips: vec![
            Chip {
                label: collector.pick("sofort", "at once"),
                href: "/suche?q=forensik".to_owned(),
            },
            Chip {
                label: collector.pick(
                    "bis 150 km um Köthen (Anhalt)",
                    "150 km around Köthen (Anhalt)",
                ),
                href: "/suche?q=forensik&availability=now".to_owned(),
            },
        ],
        reset_href: Some("/suche?q=forensik".to_owned()),
        pagination: Some(Pagination {
            base: "/suche?q=forensik".to_owned(),
            current: 1,
            last: 2,
        }),
        ..SearchResults::default()
    }
}
