//! Samples of the audit record.

use super::Collector;
use crate::Role;
use crate::pages::{AuditFilter, AuditPage, AuditRow};

pub(super) fn collect(collector: &mut Collector) {
    let all = AuditPage {
        frame: collector.signed_in("/protokoll", Role::Auditor),
        filter: AuditFilter::default(),
        entries: entries(collector),
        older_href: Some("/protokoll?before=4808".to_owned()),
        newer_href: None,
        export_href: "/protokoll/export".to_owned(),
        problems: Vec::new(),
    };
    let filtered = AuditPage {
        filter: AuditFilter {
            actor: "a.schroeder@koethen.example".to_owned(),
            action: "incident.opened".to_owned(),
            from: "2026-05-01".to_owned(),
            ..AuditFilter::default()
        },
        newer_href: Some("/protokoll?after=4812".to_owned()),
        ..all.clone()
    };
    let none = AuditPage {
        entries: Vec::new(),
        older_href: None,
        newer_href: None,
        ..filtered.clone()
    };
    let wrong = AuditPage {
        problems: vec![collector.pick(
            "Geben Sie bei „Bis“ einen Tag nach „Von“ an.",
            "Give an “until” that is after “from”.",
        )],
        ..none.clone()
    };
    let empty = AuditPage {
        filter: AuditFilter::default(),
        ..none.clone()
    };
    collector.add("audit", "all", &all);
    collector.add("audit", "filtered", &filtered);
    collector.add("audit", "none", &none);
    collector.add("audit", "wrong", &wrong);
    collector.add("audit", "empty", &empty);
}

fn entries(collector: &Collector) -> Vec<AuditRow> {
    let row = |number, time: &str, actor: &str, action: &str, subject: &str, details: &[_]| {
        let at = collector.pick(&format!("heute, {time} Uhr"), &format!("today, {time}"));
        let details = details.iter();
        AuditRow {
            number,
            at,
            actor: actor.to_owned(),
            action: action.to_owned(),
            subject: subject.to_owned(),
            details: details
                .map(|(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    };
    vec![
        row(
            4812,
            "14:20:07",
            "p.brandt@pruefstelle.example",
            "vetting.decided",
            "expert:K-7Q3FM",
            &[("decision", "approved"), ("valid_until", "2027-12-31")],
        ),
        row(
            4811,
            "14:02:51",
            "a.schroeder@koethen.example",
            "session.started",
            "account:01970f3e-6a1c-7d21-9b1e-0c5f2f7a9e44",
            &[],
        ),
        row(
            4810,
            "13:58:10",
            "system",
            "incident.opened",
            "incident:01970f3e-5b00-7c10-8a3d-4f1b6c2d8e90",
            &[
                ("place", "15082"),
                ("symptom", "files-encrypted"),
                ("phase", "acute"),
            ],
        ),
        row(
            4809,
            "13:40:00",
            "k.lindner@it-mitte.example",
            "expert.availability_set",
            "expert:K-2M9TW",
            &[("state", "now")],
        ),
    ]
}
