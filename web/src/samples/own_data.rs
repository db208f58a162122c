//! Samples of the pages about the own data.

use super::Collector;
use crate::Role;
use crate::pages::{
    ConsentRow, ConsentState, ConsentsPage, ContactWay, ContactWayProblem, ContactWayRow,
    EraseBlocked, EraseHint, ErasePage, EraseProblem, ErasedPage, EvidencePage, EvidenceProblem,
    EvidenceRow, ExportActor, ExportPage, ExportRecord, ExportSection, OwnDataPage,
    PrivateContactPage, RevealReason, RevealRow, RevealsPage,
};

pub(super) fn collect(collector: &mut Collector) {
    for (name, role) in [("expert", Role::Expert), ("vetter", Role::Vetter)] {
        let page = OwnDataPage {
            frame: collector.signed_in("/konto/meine-daten", role),
            has_consents: role == Role::Expert,
        };
        collector.add("own-data", name, &page);
    }
    export(collector);
    consents(collector);
    reveals(collector);
    private_contact(collector);
    evidence(collector);
    erase(collector);
}

fn export(collector: &mut Collector) {
    let pair = |de: &str, en: &str, value: &str| (collector.pick(de, en), value.to_owned());
    let section = |title: String, is_about_others, rows| ExportSection {
        title,
        is_about_others,
        purpose: collector.pick(
            "Fachkräfte finden und abgleichen",
            "Finding and matching experts",
        ),
        kept: collector.pick("bis zur Löschung des Eintrags", "until the entry is erased"),
        readers: collector.pick("die Person selbst, die Prüfstelle", "the person, vetters"),
        rows,
    };
    let recorded = |number, by| ExportRecord {
        number,
        at: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        by,
        action: collector.pick("Eintrag bestätigt", "Entry confirmed"),
    };
    let page = ExportPage {
        frame: collector.signed_in("/konto/meine-daten/kopie", Role::Expert),
        made_at: collector.pick("heute, 14:21 Uhr", "today, 14:21"),
        sections: vec![
            section(
                collector.pick("Ihre Fähigkeiten", "Your skills"),
                false,
                vec![
                    vec![
                        pair("Fähigkeit", "skill", "Veeam"),
                        pair("Stufe", "level", "3"),
                    ],
                    vec![
                        pair("Fähigkeit", "skill", "Active Directory"),
                        pair("Stufe", "level", "4"),
                    ],
                ],
            ),
            section(
                collector.pick("Beurteilungen bei der Prüfung", "Assessments in vetting"),
                true,
                vec![vec![pair("Urteil", "verdict", "admit")]],
            ),
        ],
        record: vec![
            recorded(17, ExportActor::Oneself),
            recorded(18, ExportActor::AnotherAccount),
            recorded(19, ExportActor::Operator),
            recorded(20, ExportActor::Service),
        ],
    };
    collector.add("export", "expert", &page);
}

fn consents(collector: &mut Collector) {
    let given = |old_version: Option<&str>, is_due| ConsentState::Given {
        since: collector.pick("3. Mai 2026", "3 May 2026"),
        until: collector.pick("2. Mai 2027", "2 May 2027"),
        old_version: old_version.map(str::to_owned),
        is_due,
    };
    let row = |value, state| ConsentRow {
        value,
        text: collector.pick(
            "Ich willige ein, dass dieses Register meine Fähigkeiten unter einer Kennung zeigt.",
            "I agree that this register shows my skills under an alias.",
        ),
        version: "2026-11".to_owned(),
        state,
    };
    let page = |matching, alerts, restricted_since| ConsentsPage {
        frame: collector.signed_in("/einwilligungen", Role::Expert),
        alias: "K-7Q3F".to_owned(),
        consents: vec![row("matching", matching), row("alerts", alerts)],
        restricted_since,
    };
    let day = collector.pick("12. Mai 2026", "12 May 2026");
    let samples = [
        ("fresh", page(given(None, false), ConsentState::Never, None)),
        (
            "due",
            page(
                given(Some("2025-10"), true),
                ConsentState::Ended { on: day.clone() },
                None,
            ),
        ),
        (
            "withdrawn",
            page(
                ConsentState::Withdrawn { on: day.clone() },
                given(None, true),
                Some(day),
            ),
        ),
    ];
    for (name, page) in samples {
        collector.add("consents", name, &page);
    }
}

fn private_contact(collector: &mut Collector) {
    let page = |wrong: Option<ContactWayProblem>| {
        let row = |way, value: &str, place, problem| ContactWayRow {
            way,
            value: value.to_owned(),
            place,
            problem,
        };
        PrivateContactPage {
            frame: collector.signed_in("/profil/erreichbarkeit", Role::Expert),
            ways: vec![
                row(ContactWay::PrivateMobile, "+491711234567", 1, None),
                row(ContactWay::WorkMobile, "", 2, None),
                row(ContactWay::WorkEmail, "erika@example.org", 3, None),
                row(ContactWay::WorkPhone, "+493023125001", 0, None),
                row(ContactWay::PrivatePhone, "", 0, wrong),
                row(ContactWay::PrivateEmail, "", 0, None),
            ],
            consent: collector.pick("Ich willige ein.", "I agree."),
            consent_until: wrong
                .is_none()
                .then(|| collector.pick("26. November 2027", "26 November 2027")),
        }
    };
    let samples = [
        ("kept", page(None)),
        ("no-phone", page(Some(ContactWayProblem::NoPhone))),
        ("unused", page(Some(ContactWayProblem::Unused))),
    ];
    for (name, page) in samples {
        collector.add("private_contact", name, &page);
    }
}

fn evidence(collector: &mut Collector) {
    let day = collector.pick("heute, 14:20 Uhr", "today, 14:20");
    let row = |id: &str, seen: bool, deleted: bool| EvidenceRow {
        id: id.to_owned(),
        claim: "CISSP".to_owned(),
        format: "PDF",
        size: 412_000,
        uploaded: day.clone(),
        seen: seen.then(|| day.clone()),
        deleted: deleted.then(|| day.clone()),
    };
    let page = |files, claims, problem| EvidencePage {
        frame: collector.signed_in("/profil/nachweise", Role::Expert),
        files,
        claims,
        most: 10,
        days: 30,
        problem,
    };
    let claims = || vec![("certification:cissp".to_owned(), "CISSP".to_owned(), true)];
    let all = [
        ("evf_1", false, false),
        ("evf_2", true, false),
        ("evf_3", true, true),
    ];
    let files: Vec<EvidenceRow> = all
        .into_iter()
        .map(|(id, seen, deleted)| row(id, seen, deleted))
        .collect();
    let samples = [
        ("none", page(Vec::new(), claims(), None)),
        ("nothing-claimed", page(Vec::new(), Vec::new(), None)),
        ("some", page(files.clone(), claims(), None)),
        (
            "no-claim",
            page(files.clone(), claims(), Some(EvidenceProblem::Claim)),
        ),
        (
            "no-file",
            page(files.clone(), claims(), Some(EvidenceProblem::NoFile)),
        ),
        (
            "format",
            page(files.clone(), claims(), Some(EvidenceProblem::Format)),
        ),
        (
            "too-many",
            page(files, claims(), Some(EvidenceProblem::TooMany)),
        ),
    ];
    for (name, page) in samples {
        collector.add("evidence", name, &page);
    }
}

fn reveals(collector: &mut Collector) {
    let row = |at, organisation: Option<&str>| RevealRow {
        at,
        role: Role::MemberManager,
        organisation: organisation.map(str::to_owned),
        purpose: RevealReason::Keeping,
    };
    let rows = vec![
        row(
            collector.pick("heute, 14:20 Uhr", "today, 14:20"),
            Some("Kommunale Datenverarbeitungszentrale Rhein-Erft-Rur"),
        ),
        row(
            collector.pick("3. Mai 2026, 8:05 Uhr", "3 May 2026, 8:05"),
            None,
        ),
    ];
    let older = Some("/einblicke?vor=rev_018f".to_owned());
    let samples = [
        ("none", Vec::new(), None, false),
        ("some", rows, older, true),
    ];
    for (name, reveals, older, is_mail_sent) in samples {
        let page = RevealsPage {
            frame: collector.signed_in("/einblicke", Role::Expert),
            reveals,
            older,
            is_mail_sent,
        };
        collector.add("reveals", name, &page);
    }
}

fn erase(collector: &mut Collector) {
    let open = ErasePage {
        frame: collector.signed_in("/konto/loeschen", Role::Expert),
        alias: Some("K-7Q3F".to_owned()),
        hints: vec![EraseHint::OpenCase, EraseHint::OpenAssessments],
        blocked: None,
        problems: Vec::new(),
    };
    let wrong = ErasePage {
        problems: vec![EraseProblem::WrongPassword, EraseProblem::NotConfirmed],
        alias: None,
        ..open.clone()
    };
    let blocked = ErasePage {
        frame: collector.signed_in("/konto/loeschen", Role::Admin),
        alias: None,
        hints: Vec::new(),
        blocked: Some(EraseBlocked::LastAdmin),
        problems: Vec::new(),
    };
    let erased = ErasedPage {
        frame: collector.anonymous("/konto/loeschen"),
    };
    collector.add("erase", "open", &open);
    collector.add("erase", "wrong", &wrong);
    collector.add("erase", "blocked", &blocked);
    collector.add("erased", "done", &erased);
}
