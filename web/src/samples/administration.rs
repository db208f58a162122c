//! Samples of the pages of the administration.

use super::Collector;
use crate::Role;
use crate::pages::{
    AccountRow, AccountState, AccountsFilter, AccountsPage, AdminField, AdminInput, AdminProblem,
    AdministrationPage, ChannelName, ChannelRow, ChannelState, DeliveriesPage, DeputyRow,
    FailedJobRow, FindProblem, KeptAccess, KeptAccountPage, KeptRole, KeptTextRow, NewAccountPage,
    NewAccountProblem, OrganisationChoice, ProposalRow, RoleForm, RoleOption, RoleProblem,
    TextFormPage, TextName, TextsPage,
};

const ACCOUNT: &str = "acc_01938f6e-7d2c-7000-8000-0000000000a1";
const ORGANISATION: &str = "org_01938f6e-7d2c-7000-8000-0000000000b1";

pub(super) fn collect(collector: &mut Collector) {
    let frame = collector.signed_in("/verwaltung", Role::Admin);
    collector.add("administration", "overview", &AdministrationPage { frame });
    deliveries(collector);
    texts(collector);
    collect_list(collector);
    collect_new(collector);
    collect_one(collector);
}

fn deliveries(collector: &mut Collector) {
    let at = collector.pick("heute, 14:20 Uhr", "today, 14:20");
    let kinds = [
        "mail.password_set",
        "mail.name_shown",
        "mail.admission_ends",
        "mail.confirmation_due",
        "mail.consent_ends",
        "mail.team_invitation",
        "privacy.scrub",
    ];
    let row = |(number, kind): (u32, &str)| FailedJobRow {
        id: format!("job_{number}"),
        kind: kind.to_owned(),
        at: at.clone(),
        tries: number + 1,
        is_refused: number == 0,
    };
    let rows: Vec<_> = (0..).zip(kinds).map(row).collect();
    for (name, rows) in [("none", Vec::new()), ("some", rows)] {
        let frame = collector.signed_in("/verwaltung/zustellung", Role::Admin);
        let page = DeliveriesPage {
            frame,
            channels: channels(&at),
            rows,
        };
        collector.add("deliveries", name, &page);
    }
}

fn channels(at: &str) -> Vec<ChannelRow> {
    let row = |(name, state, sent, failed): (ChannelName, ChannelState, u64, u64)| ChannelRow {
        name,
        state,
        sent,
        failed,
        last_success: (sent > 0).then(|| at.to_owned()),
        last_failure: (failed > 0).then(|| at.to_owned()),
    };
    let rows = [
        (ChannelName::Mail, ChannelState::Working, 12, 0),
        (ChannelName::Sms, ChannelState::Failing, 3, 2),
        (ChannelName::Voice, ChannelState::Unused, 0, 0),
        (ChannelName::Webhook, ChannelState::NotSetUp, 0, 0),
        (ChannelName::Drop, ChannelState::Working, 1, 0),
    ];
    rows.map(row).into()
}

fn roles(chosen: Option<Role>) -> Vec<RoleOption> {
    let all = [
        (Role::Expert, "expert"),
        (Role::MemberManager, "member_manager"),
        (Role::Coordinator, "coordinator"),
        (Role::Admin, "admin"),
    ];
    let options = all.into_iter().map(|(role, value)| RoleOption {
        role,
        value,
        is_selected: chosen == Some(role),
    });
    options.collect()
}

fn proposals(collector: &Collector) -> Vec<ProposalRow> {
    let until = collector.pick("morgen, 14:20 Uhr", "tomorrow, 14:20");
    let row = |role, value, (is_own, is_about_oneself)| ProposalRow {
        href: format!("/verwaltung/konten/{ACCOUNT}"),
        email: "erika.mustermann@anhalt.example".to_owned(),
        role,
        value,
        proposer: "otto.normal@vitako.example".to_owned(),
        is_own,
        is_about_oneself,
        until: until.clone(),
    };
    vec![
        row(Role::Coordinator, "coordinator", (false, false)),
        row(Role::Vetter, "vetter", (true, false)),
        row(Role::Admin, "admin", (false, true)),
    ]
}

fn collect_list(collector: &mut Collector) {
    let day = collector.pick("3. Dezember 2026", "3 December 2026");
    let row = |email: &str, roles, state| AccountRow {
        href: format!("/verwaltung/konten/{ACCOUNT}"),
        email: email.to_owned(),
        roles,
        state,
        created: day.clone(),
    };
    let rows = vec![
        row(
            "erika.mustermann@anhalt.example",
            vec![Role::MemberManager, Role::Expert],
            AccountState::Open,
        ),
        row("neu@halle.example", vec![], AccountState::Invited),
        row("weg@halle.example", vec![], AccountState::Closed),
    ];
    let page = AccountsPage {
        frame: collector.signed_in("/verwaltung/konten", Role::Admin),
        filter: AccountsFilter {
            roles: roles(None),
            ..AccountsFilter::default()
        },
        rows,
        proposals: proposals(collector),
        next_href: Some("/verwaltung/konten?weiter=acc_1".to_owned()),
        email: String::new(),
        find_problem: None,
    };
    collector.add("accounts", "all", &page);
    for (name, find_problem) in [
        ("not-found", FindProblem::Unknown),
        ("malformed", FindProblem::Malformed),
    ] {
        let page = AccountsPage {
            filter: AccountsFilter {
                roles: roles(Some(Role::Admin)),
                state: Some(AccountState::Closed),
                organisation: "Anhalt".to_owned(),
            },
            rows: Vec::new(),
            proposals: Vec::new(),
            next_href: None,
            email: "niemand@example.org".to_owned(),
            find_problem: Some(find_problem),
            ..page.clone()
        };
        collector.add("accounts", name, &page);
    }
}

fn collect_new(collector: &mut Collector) {
    let page = NewAccountPage {
        frame: collector.signed_in("/verwaltung/konten/neu", Role::Admin),
        email: String::new(),
        email_problem: None,
        role_form: RoleForm {
            roles: roles(None),
            ..RoleForm::default()
        },
    };
    collector.add("new-account", "empty", &page);
    let unclear = NewAccountPage {
        email: "erika".to_owned(),
        email_problem: Some(NewAccountProblem::Malformed),
        role_form: RoleForm {
            roles: roles(Some(Role::MemberManager)),
            organisation: "Zweckverband".to_owned(),
            choices: vec![OrganisationChoice {
                id: ORGANISATION.to_owned(),
                name: "Zweckverband KDO".to_owned(),
            }],
            problems: vec![RoleProblem::OrganisationUnclear],
        },
        ..page.clone()
    };
    collector.add("new-account", "unclear", &unclear);
    let taken = NewAccountPage {
        email: "erika@example.org".to_owned(),
        email_problem: Some(NewAccountProblem::Taken),
        role_form: RoleForm {
            roles: roles(None),
            problems: vec![
                RoleProblem::Missing,
                RoleProblem::OrganisationMissing,
                RoleProblem::OrganisationTooMuch,
                RoleProblem::OrganisationUnknown,
            ],
            ..RoleForm::default()
        },
        ..page
    };
    collector.add("new-account", "taken", &taken);
}

fn held() -> Vec<KeptRole> {
    let house = (ORGANISATION.to_owned(), "Zweckverband KDO".to_owned());
    vec![
        KeptRole {
            role: Role::MemberManager,
            value: "member_manager",
            organisation: Some(house),
        },
        KeptRole {
            role: Role::Auditor,
            value: "auditor",
            organisation: None,
        },
    ]
}

/// A colleague who acts for somebody until a day.
pub(super) fn deputy(collector: &Collector) -> DeputyRow {
    let account = |email: &str| (format!("/verwaltung/konten/{ACCOUNT}"), email.to_owned());
    DeputyRow {
        id: "dlg_1".to_owned(),
        organisation: (
            format!("/verwaltung/organisationen/{ORGANISATION}"),
            "Zweckverband KDO".to_owned(),
        ),
        deputy: account("erika.mustermann@anhalt.example"),
        giver: account("max.muster@anhalt.example"),
        until: collector.pick("24. Dezember 2026", "24 December 2026"),
        is_own: false,
    }
}

fn collect_one(collector: &mut Collector) {
    let page = KeptAccountPage {
        frame: collector.signed_in(&format!("/verwaltung/konten/{ACCOUNT}"), Role::Admin),
        id: ACCOUNT.to_owned(),
        email: "erika.mustermann@anhalt.example".to_owned(),
        state: AccountState::Open,
        created: collector.pick("3. Dezember 2026", "3 December 2026"),
        is_own: false,
        roles: held(),
        deputies: vec![deputy(collector)],
        proposals: proposals(collector),
        access: KeptAccess {
            sessions: 2,
            tokens: 1,
            has_second_factor: true,
            may_invite: false,
        },
        link: None,
        role_form: RoleForm {
            roles: roles(None),
            ..RoleForm::default()
        },
    };
    collector.add("kept-account", "open", &page);
    let invited = KeptAccountPage {
        state: AccountState::Invited,
        access: KeptAccess {
            may_invite: true,
            ..KeptAccess::default()
        },
        link: Some("https://kataster.example.org/einladung/0123456789abcdef".to_owned()),
        role_form: RoleForm {
            roles: roles(Some(Role::Admin)),
            problems: vec![RoleProblem::Held, RoleProblem::Proposed],
            ..RoleForm::default()
        },
        ..page.clone()
    };
    collector.add("kept-account", "invited", &invited);
    let own = KeptAccountPage {
        is_own: true,
        ..page.clone()
    };
    collector.add("kept-account", "own", &own);
    let closed = KeptAccountPage {
        state: AccountState::Closed,
        roles: Vec::new(),
        deputies: Vec::new(),
        proposals: Vec::new(),
        access: KeptAccess::default(),
        ..page
    };
    collector.add("kept-account", "closed", &closed);
}

fn texts(collector: &mut Collector) {
    let since = collector.pick("1. November 2026", "1 November 2026");
    let row = |name, checked| KeptTextRow {
        href: "/verwaltung/texte/first-aid".to_owned(),
        name,
        version: 3,
        since: since.clone(),
        checked,
    };
    let checked = Some(("CERT Musterland".to_owned(), since.clone()));
    let rows = vec![
        row(TextName::FirstAid, checked.clone()),
        row(TextName::Conditions, None),
        row(TextName::GuideAcute, None),
        row(TextName::GuideEmergency, None),
        row(TextName::GuideRebuild, None),
    ];
    let frame = collector.signed_in("/verwaltung/texte", Role::Admin);
    collector.add("kept-texts", "all", &TextsPage { frame, rows });
    let input = |field, value: &str| AdminInput {
        field,
        value: value.to_owned(),
        options: Vec::new(),
        stored: None,
        problem: None,
    };
    let page = |name, checked| TextFormPage {
        frame: collector.signed_in("/verwaltung/texte/first-aid", Role::Admin),
        row: row(name, checked),
        version: 3,
        is_conflict: false,
        wording: vec![
            input(AdminField::TextDe, "Netzwerk trennen.\nKabel ziehen."),
            input(AdminField::TextEn, "Disconnect.\nPull cables."),
        ],
        check: vec![
            input(AdminField::CheckedBy, ""),
            input(AdminField::CheckedOn, "2026-11-02"),
        ],
    };
    let kept = page(TextName::Conditions, checked);
    let mut wrong = page(TextName::FirstAid, None);
    wrong.wording[0].problem = Some(AdminProblem::Lines);
    wrong.check[1].problem = Some(AdminProblem::Future);
    let mut conflict = page(TextName::FirstAid, None);
    conflict.is_conflict = true;
    conflict.wording[0].stored = Some("Netzwerk trennen!".to_owned());
    collector.add("text-form", "kept", &kept);
    collector.add("text-form", "wrong", &wrong);
    collector.add("text-form", "conflict", &conflict);
}
