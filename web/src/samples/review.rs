//! Samples of what is said after deployments.

use super::Collector;
use crate::Role;
use crate::pages::{
    CertificatePage, FigureRow, FiguresPage, LessonFormPage, LessonRow, LessonsPage, Phase,
    ProvenRow, ReviewPage, ReviewSide, ReviewView, SkillMarks, Tlp,
};
use crate::parts::{Evidence, FieldProblem, Filled, WorkMode};

pub(super) fn collect(collector: &mut Collector) {
    reviews(collector);
    lessons(collector);
    certificates(collector);
    figures(collector);
}

fn reviews(collector: &mut Collector) {
    let skill = |id: &str, is_proven, is_taken_back| ProvenRow {
        id: id.to_owned(),
        label: collector.pick("Datensicherung", "Backups"),
        level: 3,
        evidence: Evidence::Employer,
        is_proven,
        is_taken_back,
    };
    let town = ReviewPage {
        frame: collector.signed_in("/einsaetze/dep_1/rueckblick", Role::Requester),
        id: "dep_1".to_owned(),
        task: collector.pick("Spuren sichern", "Secure traces"),
        form: Some(Filled {
            values: vec![("gut", collector.pick("Ruhige Anleitung.", "Calm guidance."))],
            problems: vec![("schwer", FieldProblem::TooLong)],
        }),
        until: collector.pick("17. Dezember 2026, 15:00 Uhr", "17 December 2026, 15:00"),
        is_visible: false,
        reviews: Vec::new(),
        skills: vec![
            skill("domain:backup-restore", true, false),
            skill("domain:forensics", false, false),
            skill("domain:network", false, true),
        ],
        marks: SkillMarks::Set,
        names_town: Some(true),
        has_certificate: false,
    };
    let said = |side| ReviewView {
        side,
        at: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        texts: [
            vec![collector.pick("Schnell da.", "Quickly there.")],
            Vec::new(),
            vec![collector.pick("Ein Netzplan.", "A plan of the network.")],
        ],
    };
    let own = ReviewPage {
        frame: collector.signed_in("/einsaetze/dep_1/rueckblick", Role::Expert),
        form: None,
        is_visible: true,
        reviews: [ReviewSide::Town, ReviewSide::Expert, ReviewSide::Employer]
            .map(said)
            .to_vec(),
        marks: SkillMarks::TakeBack,
        names_town: None,
        has_certificate: true,
        ..town.clone()
    };
    let desk = ReviewPage {
        frame: collector.signed_in("/einsaetze/dep_1/rueckblick", Role::Coordinator),
        is_visible: false,
        reviews: Vec::new(),
        marks: SkillMarks::Read,
        has_certificate: false,
        ..own.clone()
    };
    collector.add("review", "town", &town);
    collector.add("review", "expert", &own);
    collector.add("review", "waits", &desk);
}

fn lesson(collector: &Collector, id: &str, shared: Option<String>) -> LessonRow {
    LessonRow {
        id: id.to_owned(),
        title: collector.pick("Zuerst trennen, dann fragen", "Disconnect first, then ask"),
        text: vec![collector.pick(
            "Wer die Datensicherung sofort vom Netz nahm, war nach drei Tagen zurück.",
            "Who took backups off the network at once was back after three days.",
        )],
        tlp: Tlp::Green,
        phase: Phase::Acute,
        symptom: collector.pick("Dateien sind verschlüsselt", "Files are encrypted"),
        land_group: Some(collector.pick("Ost", "East")),
        may_share: shared.is_none(),
        may_withdraw: true,
        shared,
    }
}

fn lessons(collector: &mut Collector) {
    let at = collector.pick("3. Dezember 2026", "3 December 2026");
    let symptom = collector.pick("Dateien sind verschlüsselt", "Files are encrypted");
    let page = LessonsPage {
        frame: collector.signed_in("/erfahrungen", Role::Coordinator),
        symptoms: vec![("files-encrypted".to_owned(), symptom.clone())],
        symptom: "files-encrypted".to_owned(),
        phase: Some(Phase::Acute),
        drafts: vec![lesson(collector, "les_1", None)],
        lessons: vec![lesson(collector, "les_2", Some(at))],
        next: Some("/erfahrungen?vor=les_2".to_owned()),
    };
    let none = LessonsPage {
        frame: collector.signed_in("/erfahrungen", Role::Expert),
        drafts: Vec::new(),
        lessons: Vec::new(),
        next: None,
        ..page.clone()
    };
    let words = "Köthen".to_owned();
    let form = LessonFormPage {
        frame: collector.signed_in("/vorfaelle/inc_1/lehre", Role::Requester),
        id: "inc_1".to_owned(),
        place: "Köthen (Anhalt)".to_owned(),
        symptom,
        token: "1".to_owned(),
        form: Some(Filled {
            values: vec![("text", collector.pick("In Köthen …", "In Köthen …"))],
            problems: vec![("text", FieldProblem::Identifying(words))],
        }),
        lessons: vec![lesson(collector, "les_1", None)],
    };
    let held = LessonFormPage {
        form: None,
        lessons: Vec::new(),
        ..form.clone()
    };
    collector.add("lessons", "desk", &page);
    collector.add("lessons", "none", &none);
    collector.add("lesson-form", "problem", &form);
    collector.add("lesson-form", "held", &held);
}

fn certificates(collector: &mut Collector) {
    let own = CertificatePage {
        frame: collector.signed_in("/einsaetze/dep_1/bescheinigung", Role::Expert),
        id: "dep_1".to_owned(),
        name: Some("Erika Muster".to_owned()),
        employer: "Kommunale Datenzentrale Auental".to_owned(),
        task: collector.pick("Spuren sichern", "Secure traces"),
        mode: WorkMode::OnSite,
        from: collector.pick("26. November 2026", "26 November 2026"),
        until: collector.pick("3. Dezember 2026", "3 December 2026"),
        days: 8,
        town: Some("Stadt Köthen (Anhalt)".to_owned()),
        skills: vec![collector.pick("Datensicherung", "Backups")],
        issued: collector.pick("4. Dezember 2026", "4 December 2026"),
        code: "K7QM-3F9W-TX2B".to_owned(),
        is_right: None,
    };
    let checked = CertificatePage {
        frame: collector.signed_in("/einsaetze/dep_1/bescheinigung", Role::Coordinator),
        name: None,
        town: None,
        skills: Vec::new(),
        is_right: Some(true),
        ..own.clone()
    };
    let wrong = CertificatePage {
        is_right: Some(false),
        ..checked.clone()
    };
    collector.add("certificate", "own", &own);
    collector.add("certificate", "right", &checked);
    collector.add("certificate", "wrong", &wrong);
}

fn figures(collector: &mut Collector) {
    let row = |label: &str, count| FigureRow {
        label: label.to_owned(),
        count,
    };
    let quarters = vec![row("2026-Q2", Some(12)), row("2026-Q3", None)];
    let page = FiguresPage {
        frame: collector.signed_in("/zahlen", Role::Coordinator),
        from: collector.pick("1. Januar 2026", "1 January 2026"),
        until: collector.pick("30. September 2026", "30 September 2026"),
        incidents: Some(24),
        incidents_by: [
            vec![row("Dateien verschlüsselt", Some(24))],
            vec![row("Sofort", Some(24)), row("Notbetrieb", Some(0))],
            vec![row("Nord", None), row("Ost", None), row("Süd", Some(15))],
            quarters.clone(),
        ],
        deployments: Some(31),
        deployments_by_quarter: quarters,
        help_days: Some(118),
        median_hours: Some(1),
        filled_percent: None,
    };
    collector.add("figures", "some", &page);
}
