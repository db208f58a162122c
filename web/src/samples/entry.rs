//! Samples of the pages that change an entry.

use super::Collector;
use crate::Role;
use crate::pages::{
    AbsenceRow, AvailabilityForm, AvailabilityPage, AvailabilityProblem, CalendarLink,
    CalendarLinkPage, EntryField, EntryFormPage, EntryFrame, EntryInput, EntryProblem,
    EntrySection, NewProposalProblem, OnCallRow, OwnProposal, OwnProposalState, ProposalForm,
    TermAxis, TermChange, TermChoice, TermProblem, TermRow, TermsPage,
};
use crate::parts::{Evidence, Readiness, WorkMode};

pub(super) fn collect(collector: &mut Collector) {
    form(collector);
    problems(collector);
    terms(collector);
    availability(collector);
    calendar_link(collector);
}

fn entry(is_own: bool) -> EntryFrame {
    EntryFrame {
        alias: "K-7Q3FM".to_owned(),
        path: "/eintraege/exp_7".to_owned(),
        is_own,
        version: 3,
    }
}

fn input(field: EntryField, value: &str) -> EntryInput {
    EntryInput {
        field,
        value: value.to_owned(),
        options: Vec::new(),
        stored: None,
        problem: None,
    }
}

fn form(collector: &mut Collector) {
    let page = |section, inputs, is_conflict: bool| EntryFormPage {
        frame: collector.signed_in("/eintraege/exp_7/einsatz", Role::Expert),
        entry: entry(!is_conflict),
        section,
        inputs,
        is_conflict,
        draft: (!is_conflict).then(|| collector.pick("heute, 14:20 Uhr", "today, 14:20")),
    };
    let contact = vec![
        input(EntryField::GivenName, "Ayşe"),
        input(EntryField::FamilyName, "Yılmaz"),
        input(EntryField::Email, "a.yilmaz@it-mitte.example"),
        input(EntryField::Phone, "+493451234567"),
        input(EntryField::Mobile, ""),
    ];
    let modes = WorkMode::ALL.iter();
    let modes = modes.map(|mode| (mode.value().to_owned(), mode.label(collector.language)));
    let deployment = vec![
        input(EntryField::Place, "Halle (Saale)"),
        EntryInput {
            stored: Some("150".to_owned()),
            ..input(EntryField::Radius, "200")
        },
        EntryInput {
            options: modes.collect(),
            ..input(EntryField::Mode, "either")
        },
        input(EntryField::MaxDays, "14"),
        input(EntryField::ClearanceUntil, "2027-12-31"),
        input(EntryField::NightAlerts, "1"),
    ];
    let pages = [
        ("contact", page(EntrySection::Contact, contact, false)),
        ("conflict", page(EntrySection::Deployment, deployment, true)),
    ];
    for (name, page) in pages {
        collector.add("entry-form", name, &page);
    }
}

/// Every field with something wrong.
fn problems(collector: &mut Collector) {
    let wrong = [
        (EntryField::GivenName, EntryProblem::Missing),
        (EntryField::FamilyName, EntryProblem::TooLong),
        (EntryField::Email, EntryProblem::NoMail),
        (EntryField::Phone, EntryProblem::NoPhone),
        (EntryField::Place, EntryProblem::NoPlace(Vec::new())),
        (EntryField::MaxDays, EntryProblem::NoNumber),
        (EntryField::Headcount, EntryProblem::NoNumber),
        (EntryField::Mode, EntryProblem::NoNumber),
        (EntryField::ClearanceLevel, EntryProblem::NoNumber),
        (EntryField::ClearanceUntil, EntryProblem::NoDay),
        (
            EntryField::HeadlineDe,
            EntryProblem::Identifying("Ayşe".to_owned()),
        ),
        (
            EntryField::TextDe,
            EntryProblem::Private("Elternzeit".to_owned()),
        ),
        (
            EntryField::HeadlineEn,
            EntryProblem::NoPlace(vec!["Halle (Saale)".to_owned()]),
        ),
        (EntryField::TextEn, EntryProblem::TooLong),
    ];
    let inputs = wrong.into_iter().map(|(field, problem)| EntryInput {
        problem: Some(problem),
        ..input(field, "?")
    });
    let page = EntryFormPage {
        frame: collector.signed_in("/eintraege/exp_7/beschreibung", Role::Expert),
        entry: entry(true),
        section: EntrySection::Description,
        inputs: inputs.collect(),
        is_conflict: false,
        draft: None,
    };
    collector.add("entry-form", "problems", &page);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn terms(collector: &mut Collector) {
    let row = |id: &str, label: &str, grade: &str, evidence| TermRow {
        id: id.to_owned(),
        label: label.to_owned(),
        grade: grade.to_owned(),
        evidence,
        is_over: grade.starts_with("2024"),
        is_uncovered: evidence.is_none() && id.starts_with("domain"),
        change: None,
    };
    let waiting = |id: &str, level: Option<&str>, is_mine| TermRow {
        change: Some(TermChange {
            level: level.map(str::to_owned),
            is_mine,
        }),
        ..row(id, "Datensicherung", "3", Some(Evidence::Employer))
    };
    let skills = vec![
        waiting("domain:0", Some("4"), true),
        waiting("domain:1", Some("4"), false),
        waiting("domain:2", None, true),
        waiting("domain:3", None, false),
        row("product:veeam", "Veeam", "3", Some(Evidence::Employer)),
        row(
            "role:forensics",
            "IT-Forensik",
            "4",
            Some(Evidence::Certified),
        ),
    ];
    let levels = (1..=4).map(|level: u8| (level.to_string(), level.to_string()));
    let levels: Vec<(String, String)> = levels.collect();
    let page = |section, rows, problem| TermsPage {
        frame: collector.signed_in("/eintraege/exp_7/faehigkeiten", Role::Expert),
        entry: entry(true),
        section,
        rows,
        names: vec![("Veeam".to_owned(), "Backup & Replication".to_owned())],
        typed: String::new(),
        grades: levels.clone(),
        grade: "3".to_owned(),
        choices: Vec::new(),
        problem,
        is_conflict: false,
        proposals: proposals(),
        can_confirm: false,
    };
    let certificates = vec![row("certification:cissp", "CISSP", "2024-01-31", None)];
    let mut confirming = page(EntrySection::Skills, skills.clone(), None);
    confirming.entry = entry(false);
    (confirming.can_confirm, confirming.is_conflict) = (true, true);
    let mut ambiguous = page(
        EntrySection::Skills,
        skills.clone(),
        Some(TermProblem::Ambiguous),
    );
    ambiguous.choices = vec![TermChoice {
        id: "role:forensics".to_owned(),
        label: "IT-Forensik".to_owned(),
    }];
    let mut pages = vec![
        ("skills", page(EntrySection::Skills, skills.clone(), None)),
        (
            "certificates",
            page(EntrySection::Certificates, certificates, None),
        ),
        (
            "no-languages",
            page(EntrySection::Languages, Vec::new(), None),
        ),
        ("confirming", confirming),
        ("ambiguous", ambiguous),
    ];
    for (name, problem) in [
        ("missing", TermProblem::Missing),
        ("unknown", TermProblem::Unknown),
        ("twice", TermProblem::Twice),
        ("last", TermProblem::Last),
        ("too-many", TermProblem::TooMany),
        ("no-day", TermProblem::NoDay),
    ] {
        pages.push((
            name,
            page(EntrySection::Skills, skills.clone(), Some(problem)),
        ));
    }
    for (name, page) in pages {
        collector.add("entry-terms", name, &page);
    }
}

fn availability(collector: &mut Collector) {
    let page = |problem| AvailabilityPage {
        frame: collector.signed_in("/eintraege/exp_7/verfuegbarkeit", Role::Expert),
        entry: entry(true),
        state: Readiness::Now,
        from: String::new(),
        weekdays: [true, true, true, true, true, false, false],
        absences: vec![AbsenceRow {
            value: "2026-12-24/2027-01-06".to_owned(),
            first_day: collector.pick("24. Dezember 2026", "24 December 2026"),
            last_day: collector.pick("6. Januar 2027", "6 January 2027"),
        }],
        on_call: vec![OnCallRow {
            value: "1/2".to_owned(),
            from: collector.pick("heute, 18:00 Uhr", "today, 18:00"),
            until: collector.pick("morgen, 7:00 Uhr", "tomorrow, 7:00"),
            is_now: true,
        }],
        plans_on_call: false,
        rests_until: Some(collector.pick("3. Dezember 2026", "3 December 2026")),
        days_left: Some(12),
        calendar: Some(CalendarLink {
            since: Some(collector.pick("3. November 2026", "3 November 2026")),
        }),
        form: AvailabilityForm {
            problem,
            ..AvailabilityForm::default()
        },
    };
    let mut none = page(None);
    none.absences.clear();
    none.entry = entry(false);
    none.on_call.clear();
    none.plans_on_call = true;
    none.rests_until = None;
    none.days_left = None;
    none.calendar = None;
    let employer = |problem| AvailabilityPage {
        plans_on_call: true,
        days_left: Some(1),
        calendar: Some(CalendarLink { since: None }),
        ..page(Some(problem))
    };
    let pages = [
        ("some", page(None)),
        ("none", none),
        ("no-day", page(Some(AvailabilityProblem::From))),
        ("no-weekday", page(Some(AvailabilityProblem::Weekdays))),
        ("turned", page(Some(AvailabilityProblem::Absence))),
        ("too-many", page(Some(AvailabilityProblem::TooMany))),
        ("on-call", employer(AvailabilityProblem::OnCall)),
        (
            "on-call-too-many",
            employer(AvailabilityProblem::OnCallTooMany),
        ),
    ];
    for (name, page) in pages {
        collector.add("entry-availability", name, &page);
    }
}

/// Words proposed before, and one that was wrong.
fn proposals() -> ProposalForm {
    let row = |word: &str, state| OwnProposal {
        word: word.to_owned(),
        state,
    };
    ProposalForm {
        axes: vec![TermAxis::Role, TermAxis::Product],
        axis: Some(TermAxis::Product),
        word: "Quastix".to_owned(),
        reason: "Frau Beispiel aus Halle nutzt es.".to_owned(),
        problem: Some(NewProposalProblem::Telling("Halle".to_owned())),
        is_open: true,
        rows: vec![
            row("Quastix", OwnProposalState::Waiting),
            row("VBR", OwnProposalState::Accepted("Veeam".to_owned())),
            row(
                "Excel",
                OwnProposalState::Declined("Zu allgemein.".to_owned()),
            ),
        ],
    }
}

fn calendar_link(collector: &mut Collector) {
    let link = CalendarLinkPage {
        frame: collector.signed_in("/verfuegbarkeit", Role::Expert),
        link: format!(
            "https://kataster.example.org/kalender/{}.ics",
            "7".repeat(64)
        ),
        is_of_desk: false,
    };
    collector.add("calendar-link", "made", &link);
    let of_desk = CalendarLinkPage {
        is_of_desk: true,
        ..link
    };
    collector.add("calendar-link", "of-desk", &of_desk);
}
