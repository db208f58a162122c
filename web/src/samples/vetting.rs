//! Samples of the vetters' pages, and of what the applicant sees.

use super::Collector;
use crate::pages::{
    AppealPage, AppealProblem, AssessForm, CaseKind, CaseProblem, CaseProfile, CaseRow, CaseState,
    CheckItem, EvidenceRow, Grade, MissingStep, PastCase, Progress, QueueFilter, RenewalOutcome,
    RenewalProblem, RenewalResult, RenewalRow, RevokeForm, Said, Verdict, VettingCasePage,
    VettingQueuePage, VettingRenewalsPage, WhyNot,
};
use crate::parts::{
    Availability, Certification, Evidence, LanguageSkill, Pagination, Readiness, Skill, WorkMode,
};
use crate::{Frame, Role, Shortcuts};

const ID: &str = "vet_0193c2a0-7b1c-7c1e-9f44-5a0d3b6f2e11";

pub(super) fn collect(collector: &mut Collector) {
    queue(collector);
    cases(collector);
    appeals(collector);
    renewals(collector);
}

fn renewals(collector: &mut Collector) {
    let row = RenewalRow {
        id: ID.to_owned(),
        alias: "K-7Q3F2".to_owned(),
        headline: collector.pick("Netze und Firewalls", "Networks and firewalls"),
        grade: Grade::Extended,
        due: collector.pick("3. Dezember 2026", "3 December 2026"),
        missing: vec![MissingStep::Consent],
        needs_another: true,
        is_chosen: true,
    };
    let wrong = VettingRenewalsPage {
        frame: collector.signed_in("/pruefung/verlaengerungen", Role::Vetter),
        rows: vec![row],
        results: Vec::new(),
        reason: "ok".to_owned(),
        problems: vec![RenewalProblem::Nothing, RenewalProblem::Reason],
    };
    let result = |alias: &str, outcome| RenewalResult {
        href: format!("/pruefung/{ID}"),
        alias: alias.to_owned(),
        outcome,
    };
    let done = VettingRenewalsPage {
        rows: Vec::new(),
        results: vec![
            result("K-7Q3F2", RenewalOutcome::Renewed),
            result("K-2M9TW", RenewalOutcome::NeedsAnother),
            result("", RenewalOutcome::Refused(WhyNot::TooClose)),
        ],
        problems: Vec::new(),
        ..wrong.clone()
    };
    collector.add("vetting-renewals", "wrong", &wrong);
    collector.add("vetting-renewals", "done", &done);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn queue(collector: &mut Collector) {
    let filter = QueueFilter {
        state: CaseState::Open,
        kind: None,
        grade: None,
        is_unassessed: false,
    };
    let row = CaseRow {
        href: format!("/pruefung/{ID}"),
        alias: "K-7Q3F2".to_owned(),
        headline: collector.pick("Netze und Firewalls", "Networks and firewalls"),
        kind: CaseKind::Admission,
        grade: Grade::Extended,
        is_appeal: true,
        is_urgent: false,
        opened: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        due: collector.pick("3. Dezember 2026", "3 December 2026"),
        is_overdue: true,
        missing: vec![
            MissingStep::Vetted,
            MissingStep::Consent,
            MissingStep::Confirmed,
            MissingStep::Participation,
            MissingStep::Release,
            MissingStep::EmployerStruck,
        ],
        progress: Progress::NeedsAnother,
        outcome: None,
        why_not: Some(WhyNot::Assessed),
    };
    let urgent = CaseRow {
        kind: CaseKind::Revocation,
        is_appeal: false,
        is_urgent: true,
        is_overdue: false,
        missing: Vec::new(),
        progress: Progress::Untouched,
        why_not: None,
        ..row.clone()
    };
    let overdue = CaseRow {
        why_not: None,
        ..row.clone()
    };
    let erased = CaseRow {
        alias: String::new(),
        headline: String::new(),
        kind: CaseKind::Renewal,
        grade: Grade::Basic,
        progress: Progress::Over,
        why_not: Some(WhyNot::Closed),
        ..urgent.clone()
    };
    let waiting = VettingQueuePage {
        frame: collector.signed_in("/pruefung", Role::Vetter),
        filter,
        rows: vec![urgent, overdue],
        total: 43,
        waiting: Vec::new(),
        waiting_total: 2,
        pagination: Pagination {
            base: "/pruefung".to_owned(),
            current: 1,
            last: 3,
        },
    };
    let empty = VettingQueuePage {
        rows: Vec::new(),
        total: 0,
        waiting_total: 0,
        pagination: Pagination {
            base: "/pruefung".to_owned(),
            current: 1,
            last: 1,
        },
        ..waiting.clone()
    };
    let others = VettingQueuePage {
        waiting: vec![row.clone(), erased],
        waiting_total: 2,
        ..empty.clone()
    };
    let last = VettingQueuePage {
        rows: Vec::new(),
        waiting: others.waiting.clone(),
        ..waiting.clone()
    };
    let filtered = VettingQueuePage {
        filter: QueueFilter {
            state: CaseState::Decided,
            kind: Some(CaseKind::Renewal),
            grade: Some(Grade::Basic),
            is_unassessed: true,
        },
        ..empty.clone()
    };
    let decided = VettingQueuePage {
        rows: vec![CaseRow {
            outcome: Some(Verdict::Admit),
            ..row
        }],
        total: 1,
        ..filtered.clone()
    };
    collector.add("vetting", "waiting", &waiting);
    collector.add("vetting", "empty", &empty);
    collector.add("vetting", "others", &others);
    collector.add("vetting", "last-page", &last);
    collector.add("vetting", "filtered", &filtered);
    collector.add("vetting", "decided", &decided);
}

fn profile(collector: &Collector) -> CaseProfile {
    CaseProfile {
        headline: collector.pick("Netze und Firewalls", "Networks and firewalls"),
        text: vec![collector.pick(
            "Seit zehn Jahren in Rechenzentren.",
            "Ten years in data centres.",
        )],
        organisation: "Rechenzentrum Musterland".to_owned(),
        kreis: "Landkreis Anhalt-Bitterfeld".to_owned(),
        skills: vec![Skill {
            label: "Active Directory".to_owned(),
            level: 3,
            evidence: Evidence::Employer,
        }],
        certifications: vec![
            Certification {
                label: "CISSP".to_owned(),
                is_valid: true,
                valid_until: Some(collector.pick("3. Dezember 2027", "3 December 2027")),
            },
            Certification {
                label: "GCFA".to_owned(),
                is_valid: false,
                valid_until: None,
            },
        ],
        languages: vec![LanguageSkill {
            label: collector.pick("Deutsch", "German"),
            cefr: "C2".to_owned(),
        }],
        mode: WorkMode::Either,
        availability: Availability {
            state: Readiness::Now,
            from: None,
        },
        admitted_until: Some(collector.pick("3. Dezember 2028", "3 December 2028")),
    }
}

fn open(collector: &Collector) -> VettingCasePage {
    VettingCasePage {
        frame: collector.signed_in(&format!("/pruefung/{ID}"), Role::Vetter),
        id: ID.to_owned(),
        alias: "K-7Q3F2".to_owned(),
        kind: CaseKind::Admission,
        grade: Grade::Extended,
        state: CaseState::Open,
        outcome: None,
        is_urgent: false,
        grounds: None,
        opened: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        due: collector.pick("3. Dezember 2026", "3 December 2026"),
        decided: None,
        needs_another: false,
        missing: vec![MissingStep::Vetted],
        profile: Some(profile(collector)),
        evidence: Vec::new(),
        checklist: vec![
            CheckItem {
                id: "employer",
                text: collector.pick("Der Arbeitgeber ist bekannt.", "The employer is known."),
                ticked: Some(collector.pick("Sie, heute, 14:21 Uhr", "You, today, 14:21")),
            },
            CheckItem {
                id: "skills",
                text: collector.pick("Die Stufen passen.", "The levels fit."),
                ticked: None,
            },
        ],
        assessments: Vec::new(),
        comments: Vec::new(),
        history: Vec::new(),
        undo_until: None,
        why_not: None,
        may_revoke: false,
        form: AssessForm::default(),
        comment: String::new(),
        revocation: RevokeForm::default(),
        problems: Vec::new(),
    }
}

fn said(collector: &Collector, by: Option<&str>) -> Said {
    Said {
        by: by.map(str::to_owned),
        text: vec![collector.pick("Nachweise eingesehen.", "Evidence seen.")],
        at: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
    }
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn cases(collector: &mut Collector) {
    let open = open(collector);
    let wrong = VettingCasePage {
        grade: Grade::Basic,
        form: AssessForm {
            verdict: None,
            reason: "ok".to_owned(),
        },
        problems: vec![
            CaseProblem::Verdict,
            CaseProblem::Reason,
            CaseProblem::Comment,
        ],
        evidence: vec![EvidenceRow {
            id: "evf_1".to_owned(),
            claim: "CISSP".to_owned(),
            format: "PDF",
            size: 210_000,
            uploaded: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
            seen: Some(collector.pick("heute, 14:22 Uhr", "today, 14:22")),
            deleted: None,
        }],
        ..open.clone()
    };
    let followed = VettingCasePage {
        grounds: Some(vec![
            collector.pick("Das Zeugnis lag bei.", "The report was there."),
        ]),
        needs_another: true,
        assessments: vec![(Verdict::Admit, said(collector, None))],
        comments: vec![said(collector, Some("6f2e11"))],
        undo_until: Some(collector.pick("14:30 Uhr", "14:30")),
        why_not: Some(WhyNot::Assessed),
        history: vec![PastCase {
            href: format!("/pruefung/{ID}"),
            kind: CaseKind::Renewal,
            outcome: Some(Verdict::RequestChanges),
            opened: collector.pick("3. Mai 2026", "3 May 2026"),
        }],
        ..open.clone()
    };
    let close = VettingCasePage {
        frame: Frame {
            shortcuts: Shortcuts::Off,
            ..open.frame.clone()
        },
        why_not: Some(WhyNot::TooClose),
        missing: vec![MissingStep::Consent],
        ..open.clone()
    };
    let decided = VettingCasePage {
        state: CaseState::Decided,
        outcome: Some(Verdict::Admit),
        decided: Some(collector.pick("heute, 14:20 Uhr", "today, 14:20")),
        why_not: Some(WhyNot::Closed),
        may_revoke: true,
        problems: vec![
            CaseProblem::Revocation,
            CaseProblem::Meanwhile(WhyNot::Closed),
        ],
        revocation: RevokeForm {
            reason: String::new(),
            is_urgent: true,
        },
        form: AssessForm {
            verdict: None,
            reason: collector.pick("Mein langer Text", "My long text"),
        },
        ..followed.clone()
    };
    let revocation = VettingCasePage {
        kind: CaseKind::Revocation,
        is_urgent: true,
        ..open.clone()
    };
    let erased = VettingCasePage {
        state: CaseState::Withdrawn,
        alias: String::new(),
        profile: None,
        why_not: Some(WhyNot::Closed),
        ..open.clone()
    };
    collector.add("vetting-case", "open", &open);
    collector.add("vetting-case", "wrong", &wrong);
    collector.add("vetting-case", "followed", &followed);
    collector.add("vetting-case", "too-close", &close);
    collector.add("vetting-case", "decided", &decided);
    collector.add("vetting-case", "revocation", &revocation);
    collector.add("vetting-case", "erased", &erased);
}

fn appeals(collector: &mut Collector) {
    let page = AppealPage {
        frame: collector.signed_in("/fachkraefte/exp_1/widerspruch", Role::Expert),
        entry: "exp_1".to_owned(),
        alias: "K-7Q3F2".to_owned(),
        back: ("/profil".to_owned(), true),
        reason: vec![collector.pick("Es fehlt ein Nachweis.", "A proof is missing.")],
        grounds: String::new(),
        problem: None,
    };
    let wrong = AppealPage {
        back: ("/organisation".to_owned(), false),
        problem: Some(AppealProblem::Grounds),
        ..page.clone()
    };
    collector.add("appeal", "new", &page);
    collector.add("appeal", "wrong", &wrong);
}
