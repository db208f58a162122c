//! Samples of the pages of the managers of a member.

use super::Collector;
use crate::Role;
use crate::pages::{
    AcceptanceForm, AcceptanceProblem, AcceptedConditions, CapacityPage, CapacityRow,
    ConditionsText, DelegationRow, DelegationsPage, EndedDelegationRow, HeldRelease,
    HouseDeployments, HouseFacts, HouseFormPage, InvitableRow, InvitationRow, JoinAs, JoinPage,
    MemberConditionsPage, Participation, ParticipationPage, PasswordProblem, QuotaForm, ReleaseRow,
    ReleasesPage, ReportBlock, ReportFigures, ReportPage, SkillInput, SkillProblem, StruckPage,
    TeamInvitationsPage,
};
use crate::parts::{FieldProblem, Filled, Link};

const HOUSE: &str = "IT Mitte AöR";

pub(super) fn collect(collector: &mut Collector) {
    releases(collector);
    struck(collector);
    house(collector);
    conditions(collector);
    capacity(collector);
    invitations(collector);
    joining(collector);
    delegations(collector);
    report(collector);
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
        deployments: HouseDeployments::default(),
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
    empty.deployments = super::deployments::of_house(collector);
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
    let mut page = HouseFormPage {
        about: HouseFacts::DutyPhone,
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
    insurance(collector);
}

fn insurance(collector: &mut Collector) {
    let mut page = HouseFormPage {
        about: HouseFacts::Insurance,
        frame: collector.signed_in("/organisation/versicherung", Role::MemberManager),
        name: HOUSE.to_owned(),
        form: filled(&[("unfall", "Unfallkasse Sachsen-Anhalt")], &[]),
        version: 2,
        is_conflict: false,
    };
    collector.add("insurance", "stored", &page);
    page.form = filled(
        &[("unfall", "U"), ("datenschutz", "keine")],
        &[
            ("unfall", FieldProblem::Missing),
            ("datenschutz", FieldProblem::NoPhone),
        ],
    );
    page.is_conflict = true;
    collector.add("insurance", "refused", &page);
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
        text: ConditionsText {
            version: 1,
            since: collector.pick("1. November 2026", "1 November 2026"),
            points: vec![(
                collector.pick("Zweck", "Purpose"),
                collector.pick(
                    "Kommunen helfen einander.",
                    "Municipalities help each other.",
                ),
            )],
            checked: Some((
                "Kanzlei Beispiel".to_owned(),
                collector.pick("2. November 2026", "2 November 2026"),
            )),
        },
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

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn capacity(collector: &mut Collector) {
    let row = |id: &str, is_draft: bool| CapacityRow {
        id: format!("exp_{id}"),
        alias: Link {
            label: id.to_owned(),
            href: format!("/eintraege/{id}"),
        },
        headline: "Veeam, Active Directory".to_owned(),
        headcount: 4,
        is_eligible: !is_draft,
        is_draft,
    };
    let skill = |position, typed: &str, problem| SkillInput {
        position,
        typed: typed.to_owned(),
        level: 3,
        problem,
    };
    let mut page = CapacityPage {
        frame: collector.signed_in("/organisation/kapazitaet", Role::MemberManager),
        name: HOUSE.to_owned(),
        rows: vec![row("K-7Q3FM", false), row("K-2M9TW", true)],
        skills: (1..=5).map(|position| skill(position, "", None)).collect(),
        names: vec![("Veeam".to_owned(), "Veeam Backup".to_owned())],
        form: filled(
            &[
                ("arbeitsweise", "either"),
                ("vorlauf", "24h"),
                ("ort", "Halle (Saale)"),
                ("art", "each_time"),
            ],
            &[],
        ),
        token: "f".to_owned(),
    };
    collector.add("capacity", "new", &page);
    let near = vec!["Veeam".to_owned(), "Veritas".to_owned()];
    page.rows.clear();
    page.skills = vec![
        skill(1, "Vehm", Some(SkillProblem::Unknown(near.clone()))),
        skill(2, "Quastenflosser", Some(SkillProblem::Unknown(Vec::new()))),
        skill(3, "Ver", Some(SkillProblem::Ambiguous(near))),
        skill(4, "Veeam", Some(SkillProblem::Twice)),
        skill(5, "", Some(SkillProblem::Missing)),
    ];
    page.form.problems = vec![
        ("personen", FieldProblem::NoNumber(1, 500)),
        ("arbeitsweise", FieldProblem::Missing),
        (
            "ort",
            FieldProblem::NoPlace(vec!["Halle (Saale)".to_owned()]),
        ),
        ("telefon", FieldProblem::NoPhone),
        ("tage", FieldProblem::NoNumber(1, 366)),
        ("kurz", FieldProblem::Identifying("Halle".to_owned())),
    ];
    collector.add("capacity", "refused", &page);
    page.form.problems = vec![
        ("ort", FieldProblem::NoPlace(Vec::new())),
        ("kurz", FieldProblem::Private("krank".to_owned())),
        ("personen", FieldProblem::Said("must be there".to_owned())),
        ("tage", FieldProblem::TooLong),
        ("telefon", FieldProblem::NoDay),
    ];
    collector.add("capacity", "refused-more", &page);
}

fn invitations(collector: &mut Collector) {
    let candidate = |id: &str, is_chosen| InvitableRow {
        id: format!("exp_{id}"),
        alias: id.to_owned(),
        headline: "Veeam".to_owned(),
        is_chosen,
    };
    let open = |id: &str, whom: &str, sends: u8| InvitationRow {
        id: format!("inv_{id}"),
        whom: whom.to_owned(),
        sent: collector.pick("heute, 9:05 Uhr", "today, 9:05"),
        until: collector.pick("7. Dezember 2026", "7 December 2026"),
        is_over: sends == 3,
        may_be_sent: sends < 5,
        is_sent_out: sends == 5,
    };
    let mut page = TeamInvitationsPage {
        name: HOUSE.to_owned(),
        candidates: vec![candidate("K-7Q3FM", false), candidate("K-2M9TW", true)],
        open: vec![
            open("1", "K-4H8RA", 1),
            open("2", "max@example.org", 5),
            open("3", "eva@example.org", 3),
        ],
        form: Filled::default(),
        frame: collector.signed_in("/organisation/einladungen", Role::MemberManager),
    };
    collector.add("team-invitations", "open", &page);
    page.candidates.clear();
    page.open.clear();
    page.form = filled(
        &[("adressen", "Erika")],
        &[("adressen", FieldProblem::NoMail("Erika".to_owned()))],
    );
    collector.add("team-invitations", "refused", &page);
    let said = TeamInvitationsPage::too_many(collector.language, (50, 100));
    page.form.problems = vec![("adressen", FieldProblem::Said(said))];
    collector.add("team-invitations", "too-many", &page);
}

fn joining(collector: &mut Collector) {
    let mut page = JoinPage {
        frame: collector.anonymous("/einladungen/0"),
        organisation: HOUSE.to_owned(),
        action: "/einladungen/0".to_owned(),
        kind: JoinAs::New,
        needs_name: true,
        form: filled(
            &[("vorname", ""), ("nachname", "")],
            &[("vorname", FieldProblem::Missing)],
        ),
        needed: 20,
        problems: vec![PasswordProblem::NotTheSame],
        has_entry: false,
    };
    collector.add("join", "new", &page);
    page.form = Filled::default();
    page.problems.clear();
    page.needs_name = false;
    page.has_entry = true;
    page.kind = JoinAs::Oneself;
    collector.add("join", "oneself", &page);
    page.has_entry = false;
    for (name, kind) in [
        ("sign-in", JoinAs::SignIn),
        ("other", JoinAs::Other),
        ("closed", JoinAs::Closed),
    ] {
        page.kind = kind;
        collector.add("join", name, &page);
    }
}

fn delegations(collector: &mut Collector) {
    let mut page = DelegationsPage {
        name: HOUSE.to_owned(),
        rows: vec![DelegationRow {
            account: "acc_1".to_owned(),
            email: "vertretung@example.org".to_owned(),
            until: collector.pick("7. Dezember 2026", "7 December 2026"),
        }],
        ended: vec![EndedDelegationRow {
            email: "frueher@example.org".to_owned(),
            day: collector.pick("3. Dezember 2026", "3 December 2026"),
        }],
        form: Filled::default(),
        frame: collector.signed_in("/organisation/vertretung", Role::MemberManager),
    };
    collector.add("delegations", "held", &page);
    page.rows.clear();
    page.ended.clear();
    let said = DelegationsPage::no_colleague(collector.language);
    page.form = filled(
        &[("email", "x@example.org"), ("bis", "2020-01-01")],
        &[
            ("email", FieldProblem::Said(said)),
            ("bis", FieldProblem::Past),
        ],
    );
    collector.add("delegations", "refused", &page);
}

fn report(collector: &mut Collector) {
    let mut page = ReportPage {
        name: HOUSE.to_owned(),
        on: collector.pick("7. Dezember 2026", "7 December 2026"),
        capacities: 2,
        figures: None,
        frame: collector.signed_in("/organisation/bericht", Role::MemberManager),
    };
    collector.add("report", "too-few", &page);
    page.figures = Some(ReportFigures {
        persons: 17,
        freshness: ReportBlock([Some(14), Some(3), Some(0)]),
        admissions: ReportBlock([Some(11), None, None]),
        extended: Some(4),
        releases: ReportBlock([Some(17), Some(0), Some(0)]),
    });
    collector.add("report", "figures", &page);
}
