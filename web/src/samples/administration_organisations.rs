//! Samples of the pages about organisations.

use super::Collector;
use super::administration::deputy;
use crate::Role;
use crate::pages::{
    AdminField, AdminInput, AdminProblem, DeputyRow, KeptDeputies, KeptOrganisationPage,
    KeptOrganisationsPage, KeptServed, MembershipForm, NewOrganisationPage, Nis2, OrganisationKind,
    OrganisationRow, OrganisationsFilter, ServedForm,
};

const PATH: &str = "/verwaltung/organisationen/org_01938f6e-7d2c-7000-8000-0000000000b1";

pub(super) fn collect(collector: &mut Collector) {
    collect_list(collector);
    collect_new(collector);
    collect_one(collector);
}

pub(super) fn field(field: AdminField, value: &str) -> AdminInput {
    AdminInput {
        field,
        value: value.to_owned(),
        options: Vec::new(),
        stored: None,
        problem: None,
    }
}

pub(super) fn wrong(about: AdminField, value: &str, problem: AdminProblem) -> AdminInput {
    AdminInput {
        problem: Some(problem),
        ..field(about, value)
    }
}

fn facts(collector: &Collector) -> Vec<AdminInput> {
    let language = collector.language;
    let nis2 = [
        ("unknown", Nis2::Unknown),
        ("not_in_scope", Nis2::NotInScope),
        ("important", Nis2::Important),
        ("essential", Nis2::Essential),
    ];
    let kind = OrganisationKind::ItProvider.label(language);
    let mut facts = vec![
        field(AdminField::Name, "Zweckverband KDO"),
        AdminInput {
            options: vec![("it_provider".to_owned(), kind)],
            ..field(AdminField::Kind, "it_provider")
        },
        field(AdminField::LegalForm, "gmbh"),
        field(
            AdminField::Seat,
            "Köthen (Anhalt), Landkreis Anhalt-Bitterfeld",
        ),
        field(AdminField::DutyPhone, "+49345123456"),
        field(AdminField::Days, "120"),
    ];
    facts.push(AdminInput {
        options: nis2
            .into_iter()
            .map(|(value, nis2)| (value.to_owned(), nis2.label(language)))
            .collect(),
        ..field(AdminField::Nis2, "important")
    });
    facts
}

fn collect_list(collector: &mut Collector) {
    let row = |name: &str, kind, is_member| OrganisationRow {
        href: PATH.to_owned(),
        name: name.to_owned(),
        kind,
        place: "Köthen (Anhalt), Landkreis Anhalt-Bitterfeld".to_owned(),
        is_member,
    };
    let page = KeptOrganisationsPage {
        frame: collector.signed_in("/verwaltung/organisationen", Role::Admin),
        filter: OrganisationsFilter {
            words: "kdo".to_owned(),
            kinds: vec![("it_provider".to_owned(), "IT".to_owned(), true)],
            lands: vec![("15".to_owned(), "Sachsen-Anhalt".to_owned(), false)],
            is_member: Some(true),
        },
        rows: vec![
            row("Zweckverband KDO", OrganisationKind::ItProvider, true),
            row("Stadt Köthen", OrganisationKind::Municipality, false),
        ],
        next_href: Some("/verwaltung/organisationen?weiter=org_1".to_owned()),
    };
    collector.add("organisations", "all", &page);
    let none = KeptOrganisationsPage {
        filter: OrganisationsFilter::default(),
        rows: Vec::new(),
        next_href: None,
        ..page
    };
    collector.add("organisations", "none", &none);
}

fn collect_new(collector: &mut Collector) {
    let page = NewOrganisationPage {
        frame: collector.signed_in("/verwaltung/organisationen/neu", Role::Admin),
        inputs: facts(collector),
        token: "0000".to_owned(),
    };
    collector.add("new-organisation", "empty", &page);
    let near = vec!["Köthen (Anhalt)".to_owned(), "Köthensdorf".to_owned()];
    let page = NewOrganisationPage {
        inputs: vec![
            wrong(AdminField::Name, "", AdminProblem::Missing),
            wrong(AdminField::Seat, "Köten", AdminProblem::NoPlace(near)),
            wrong(AdminField::DutyPhone, "x", AdminProblem::Phone),
            wrong(AdminField::Days, "x", AdminProblem::Number),
        ],
        ..page
    };
    collector.add("new-organisation", "wrong", &page);
    let page = NewOrganisationPage {
        inputs: vec![
            wrong(AdminField::Name, "x", AdminProblem::TooLong),
            wrong(AdminField::Seat, "x", AdminProblem::NoPlace(Vec::new())),
        ],
        ..page
    };
    collector.add("new-organisation", "no-place", &page);
    for (name, problem) in [
        ("unfit", AdminProblem::Unfit),
        ("taken", AdminProblem::Taken),
    ] {
        let page = NewOrganisationPage {
            inputs: vec![wrong(AdminField::Seat, "Köthen", problem)],
            ..page.clone()
        };
        collector.add("new-organisation", name, &page);
    }
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn collect_one(collector: &mut Collector) {
    let place = |ags: &str, name: &str, is_whole| KeptServed {
        ags: ags.to_owned(),
        name: name.to_owned(),
        is_whole,
    };
    let membership = MembershipForm {
        is_member: true,
        inputs: vec![
            field(AdminField::MemberFrom, "2020-01-01"),
            field(AdminField::MemberUntil, ""),
        ],
        entries: 12,
        found: 9,
    };
    let page = KeptOrganisationPage {
        frame: collector.signed_in(PATH, Role::Admin),
        path: PATH.to_owned(),
        name: "Zweckverband KDO".to_owned(),
        version: 3,
        is_conflict: false,
        inputs: facts(collector),
        serves: ServedForm {
            places: vec![
                place("15082", "Landkreis Anhalt-Bitterfeld", true),
                place("05954036", "Witten", false),
            ],
            ..ServedForm::default()
        },
        membership: membership.clone(),
        deputies: KeptDeputies::Shown(vec![
            deputy(collector),
            DeputyRow {
                is_own: true,
                ..deputy(collector)
            },
        ]),
    };
    collector.add("kept-organisation", "member", &page);
    let conflict = KeptOrganisationPage {
        is_conflict: true,
        deputies: KeptDeputies::Hidden(2),
        inputs: vec![AdminInput {
            stored: Some("Zweckverband KDO-neu".to_owned()),
            ..field(AdminField::Name, "Zweckverband KDO")
        }],
        ..page.clone()
    };
    collector.add("kept-organisation", "conflict", &conflict);
    let wrong = KeptOrganisationPage {
        deputies: KeptDeputies::Shown(Vec::new()),
        serves: ServedForm {
            problems: vec![
                ("Quastenhausen".to_owned(), Vec::new()),
                (
                    "Neuenkirchen".to_owned(),
                    vec!["Neuenkirchen, Landkreis Osnabrück".to_owned()],
                ),
            ],
            typed: "Quastenhausen\nNeuenkirchen".to_owned(),
            ..ServedForm::default()
        },
        membership: MembershipForm {
            is_member: false,
            entries: 0,
            found: 0,
            inputs: vec![
                wrong(AdminField::MemberFrom, "x", AdminProblem::Day),
                wrong(AdminField::MemberUntil, "2019-01-01", AdminProblem::Order),
            ],
        },
        ..page
    };
    collector.add("kept-organisation", "wrong", &wrong);
}
