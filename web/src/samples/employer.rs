//! Samples of the pages of the managers of a member.

use super::Collector;
use crate::Role;
use crate::pages::{
    AcceptanceForm, AcceptanceProblem, AcceptedConditions, DutyPhonePage, HeldRelease,
    MemberConditionsPage, Participation, ParticipationPage, QuotaForm, ReleaseRow, ReleasesPage,
    StruckPage,
};
use crate::parts::{FieldProblem, Filled, Link};

const HOUSE: &str = "IT Mitte AöR";

pub(super) fn collect(collector: &mut Collector) {
    releases(collector);
    struck(collector);
    house(collector);
    conditions(collector);
}

fn filled(values: &[(&'static str, &str)], problems: &[(&'static str, FieldProblem)]) -> Filled {
    Filled {
        values: values
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
        problems: problems.to_vec(),
    }
}

fn release_row(collector: &Collector, alias: &str, release: Option<HeldRelease>) -> ReleaseRow {
    ReleaseRow {
        id: format!("exp_{alias}"),
        version: 3,
        alias: Link {
            label: alias.to_owned(),
            href: format!("/eintraege/{alias}"),
        },
        headline: collector.pick("IT-Forensik nach Ransomware", "Forensics after ransomware"),
        used: if release.is_some() { 6 } else { 0 },
        release,
        is_chosen: false,
        is_changed: false,
    }
}

fn releases(collector: &mut Collector) {
    let until = collector.pick("31. Dezember 2027", "31 December 2027");
    let held = |standing, left| HeldRelease {
        standing,
        left,
        until: until.clone(),
    };
    let usual = [("art", "standing"), ("tage", "20"), ("bis", "2027-12-31")];
    let page = ReleasesPage {
        frame: collector.signed_in("/organisation/freigaben", Role::MemberManager),
        name: HOUSE.to_owned(),
        rows: vec![
            release_row(collector, "K-7Q3FM", Some(held(Some(Some(20)), Some(14)))),
            release_row(collector, "K-2M9TW", Some(held(Some(None), None))),
            release_row(collector, "K-4H8RA", Some(held(None, None))),
            release_row(collector, "K-9B2CD", None),
        ],
        form: filled(&usual, &[]),
        is_conflict: false,
        quota: QuotaForm {
            form: filled(&[("kontingent", "120")], &[]),
            limit: Some(120),
            used: 12,
            version: 4,
            is_conflict: false,
        },
    };
    let mut refused = page.clone();
    refused.form = filled(
        &[("art", ""), ("tage", "400"), ("bis", "2020-01-01")],
        &[
            ("wen", FieldProblem::Missing),
            ("art", FieldProblem::Missing),
            ("tage", FieldProblem::NoNumber(1, 366)),
            ("bis", FieldProblem::Past),
        ],
    );
    refused.quota.form = filled(
        &[("kontingent", "viele")],
        &[("kontingent", FieldProblem::NoNumber(0, 10_000))],
    );
    refused.quota.limit = None;
    let mut conflict = page.clone();
    conflict.is_conflict = true;
    conflict.rows[0].is_chosen = true;
    conflict.rows[0].is_changed = true;
    conflict.form = filled(&usual, &[("bis", FieldProblem::TooLate(until))]);
    let mut empty = page.clone();
    empty.rows.clear();
    empty.quota.is_conflict = true;
    collector.add("releases", "held", &page);
    collector.add("releases", "refused", &refused);
    collector.add("releases", "conflict", &conflict);
    collector.add("releases", "nobody", &empty);
}

fn struck(collector: &mut Collector) {
    let mut page = StruckPage {
        frame: collector.signed_in("/organisation/betroffen", Role::MemberManager),
        name: HOUSE.to_owned(),
        since: None,
    };
    collector.add("struck", "off", &page);
    page.since = Some(collector.pick("heute, 9:05 Uhr", "today, 9:05"));
    collector.add("struck", "on", &page);
}

fn house(collector: &mut Collector) {
    let mut page = ParticipationPage {
        frame: collector.signed_in("/organisation/mitbestimmung", Role::MemberManager),
        name: HOUSE.to_owned(),
        stored: Participation::Asked,
        since: collector.pick("1. Oktober 2026", "1 October 2026"),
        form: filled(&[("beteiligung", "asked"), ("seit", "2026-10-01")], &[]),
        version: 2,
        is_conflict: false,
    };
    collector.add("participation", "asked", &page);
    page.is_conflict = true;
    page.form.problems = vec![
        ("beteiligung", FieldProblem::Missing),
        ("seit", FieldProblem::Future),
    ];
    collector.add("participation", "refused", &page);
    let mut page = DutyPhonePage {
        frame: collector.signed_in("/organisation/telefon", Role::MemberManager),
        name: HOUSE.to_owned(),
        form: filled(&[("telefon", "+493451234500")], &[]),
        version: 2,
        is_conflict: true,
    };
    collector.add("duty-phone", "stored", &page);
    page.form = filled(
        &[("telefon", "keine")],
        &[("telefon", FieldProblem::NoPhone)],
    );
    collector.add("duty-phone", "refused", &page);
}

fn conditions(collector: &mut Collector) {
    let accepted = |is_current| AcceptedConditions {
        version: 1,
        on: "1. 11. 2026".to_owned(),
        by: Some("Erika Beispiel, Vorständin".to_owned()),
        is_current,
    };
    let mut page = MemberConditionsPage {
        frame: collector.signed_in("/organisation/bedingungen", Role::MemberManager),
        name: HOUSE.to_owned(),
        version: 1,
        since: collector.pick("1. November 2026", "1 November 2026"),
        points: vec![(
            collector.pick("Zweck", "Purpose"),
            collector.pick(
                "Kommunen helfen einander.",
                "Municipalities help each other.",
            ),
        )],
        accepted: None,
        form: AcceptanceForm::default(),
    };
    collector.add("member-conditions", "open", &page);
    page.accepted = Some(accepted(true));
    collector.add("member-conditions", "accepted", &page);
    page.accepted = Some(accepted(false));
    page.form.problems = vec![
        AcceptanceProblem::Name,
        AcceptanceProblem::Function,
        AcceptanceProblem::Day,
        AcceptanceProblem::NotConfirmed,
    ];
    collector.add("member-conditions", "older", &page);
}
