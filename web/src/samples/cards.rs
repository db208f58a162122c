//! Sample cards.

use super::Collector;
use crate::parts::{
    Availability, Certification, EntryKind, Evidence, ExpertCard, LanguageSkill, Readiness,
    Segment, Skill, WorkMode,
};

pub(super) fn cards(collector: &Collector) -> Vec<ExpertCard> {
    vec![forensics(collector), backup(collector), capacity(collector)]
}

pub(super) fn forensics(collector: &Collector) -> ExpertCard {
    ExpertCard {
        href: "/fachkraefte/exp_0191d4b2".to_owned(),
        alias: "K-7Q3FM".to_owned(),
        kind: EntryKind::Person,
        headline: marked(
            &collector.pick("IT-", "Digital "),
            &collector.pick("Forensik", "forensics"),
            &collector.pick(
                " nach Ransomware, Schwerpunkt Active Directory",
                " after ransomware, mainly Active Directory",
            ),
        ),
        excerpt: Vec::new(),
        reasons: vec![
            collector.pick("IT-Forensik (Stufe 4)", "Digital forensics (level 4)"),
            collector.pick("Active Directory (Stufe 3)", "Active Directory (level 3)"),
            collector.pick("etwa 40 km entfernt", "about 40 km away"),
        ],
        employer: collector.pick(
            "Kommunaler IT-Dienstleister, Sachsen-Anhalt",
            "Municipal IT provider, Sachsen-Anhalt",
        ),
        region: "Sachsen-Anhalt".to_owned(),
        distance_km: Some(40),
        mode: WorkMode::Either,
        availability: availability(Readiness::Now, None),
        confirmed: Some("November 2026".to_owned()),
        skills: vec![
            skill(
                &collector.pick("IT-Forensik", "Digital forensics"),
                4,
                Evidence::Deployment,
            ),
            skill("Active Directory", 3, Evidence::Employer),
            skill(
                &collector.pick("Log-Forensik", "Log forensics"),
                3,
                Evidence::Certified,
            ),
            skill("Veeam", 3, Evidence::SelfDeclared),
            skill(
                &collector.pick("Meldewesen", "Registration"),
                2,
                Evidence::SelfDeclared,
            ),
            skill("VMware vSphere", 2, Evidence::SelfDeclared),
            skill("Windows Server", 2, Evidence::SelfDeclared),
        ],
        languages: languages(collector),
    }
}

fn backup(collector: &Collector) -> ExpertCard {
    ExpertCard {
        alias: "K-2M9TW".to_owned(),
        href: "/fachkraefte/exp_0191d4b3".to_owned(),
        headline: Segment::plain(collector.pick(
            "Datensicherung prüfen und wiederherstellen",
            "Check and restore backups",
        )),
        excerpt: marked(
            &collector.pick("hat zweimal ", "has twice restored "),
            "Veeam",
            &collector.pick(
                " nach einem Angriff aus unveränderlichen Sicherungen zurückgespielt",
                " from immutable backups after an attack",
            ),
        ),
        region: collector.pick("Berlin/Brandenburg", "Berlin/Brandenburg"),
        distance_km: Some(120),
        mode: WorkMode::OnSite,
        availability: availability(
            Readiness::Within72Hours,
            Some(&collector.pick("3. Dezember 2026", "3 December 2026")),
        ),
        skills: vec![
            skill("Veeam", 4, Evidence::Certified),
            skill(
                &collector.pick("Datensicherung", "Backup"),
                3,
                Evidence::Deployment,
            ),
        ],
        ..forensics(collector)
    }
}

fn capacity(collector: &Collector) -> ExpertCard {
    ExpertCard {
        alias: "K-9XR4D".to_owned(),
        href: "/fachkraefte/exp_0191d4b4".to_owned(),
        kind: EntryKind::Capacity { headcount: 4 },
        headline: Segment::plain(collector.pick(
            "Arbeitsplätze neu aufsetzen, auch große Mengen",
            "Set up workplaces afresh, large numbers too",
        )),
        reasons: Vec::new(),
        region: "Bayern".to_owned(),
        distance_km: None,
        mode: WorkMode::Remote,
        availability: availability(Readiness::Later, None),
        confirmed: None,
        skills: vec![skill("Windows 11", 3, Evidence::Employer)],
        languages: Vec::new(),
        ..forensics(collector)
    }
}

pub(super) fn languages(collector: &Collector) -> Vec<LanguageSkill> {
    let speaks = |label: String, cefr: &str| LanguageSkill {
        label,
        cefr: cefr.to_owned(),
    };
    vec![
        speaks(collector.pick("Deutsch", "German"), "C2"),
        speaks(collector.pick("Englisch", "English"), "B2"),
    ]
}

pub(super) fn certifications(collector: &Collector) -> Vec<Certification> {
    vec![
        Certification {
            label: "GCFA".to_owned(),
            is_valid: true,
            valid_until: Some(collector.pick("31. Dezember 2027", "31 December 2027")),
        },
        Certification {
            label: "CISSP".to_owned(),
            is_valid: false,
            valid_until: None,
        },
    ]
}

pub(super) fn availability(state: Readiness, from: Option<&str>) -> Availability {
    Availability {
        state,
        from: from.map(str::to_owned),
    }
}

fn skill(label: &str, level: u8, evidence: Evidence) -> Skill {
    Skill {
        label: label.to_owned(),
        level,
        evidence,
    }
}

fn marked(before: &str, word: &str, after: &str) -> Vec<Segment> {
    let piece = |text: &str, is_marked| Segment {
        text: text.to_owned(),
        is_marked,
    };
    vec![piece(before, false), piece(word, true), piece(after, false)]
}
