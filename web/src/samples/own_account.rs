//! Samples of the own account.

use super::Collector;
use crate::Role;
use crate::pages::MessageDelivery::{self, AtOnce, Daily, Never};
use crate::pages::{
    AccountPage, HeldRole, MessageChoice, MessageGroup, MessageKind, MessagePart, MessagePhone,
    MessagesPage, PasskeyProblem, PasskeyRow, Passkeys, PasswordProblem, RemovalProblem,
    SessionRow, TokenForm, TokenProblem, TokenRow, TokenScope,
};
use crate::parts::{FieldProblem, Filled, PasskeyOffer};

pub(super) fn collect(collector: &mut Collector) {
    messages(collector);
    let used = used(collector);
    let fresh = AccountPage {
        roles: Vec::new(),
        passkeys: Passkeys {
            held: Vec::new(),
            offer: None,
            ..used.passkeys.clone()
        },
        authenticator_since: None,
        recovery_codes_left: None,
        sessions: used.sessions[..1].to_vec(),
        tokens: Vec::new(),
        new_token: None,
        ..used.clone()
    };
    let wrong = AccountPage {
        password_problems: vec![
            PasswordProblem::WrongOld,
            PasswordProblem::TooShort { needed: 20 },
            PasswordProblem::NotTheSame,
        ],
        removal_problem: Some(RemovalProblem::Code),
        passkeys: Passkeys {
            held: used.passkeys.held[..1].to_vec(),
            asks_password: true,
            problem: Some(PasskeyProblem::TooWeak),
            ..used.passkeys.clone()
        },
        recovery_codes_left: Some(1),
        new_token: None,
        token_form: TokenForm {
            name: "x".repeat(90),
            scopes: Vec::new(),
            days: 90,
        },
        token_problems: vec![
            TokenProblem::NameTooLong,
            TokenProblem::ScopeMissing,
            TokenProblem::DaysWrong,
        ],
        ..used.clone()
    };
    let resting = AccountPage {
        passkeys: Passkeys {
            is_confirmed: false,
            ..used.passkeys.clone()
        },
        ..used.clone()
    };
    let full = AccountPage {
        token_problems: vec![TokenProblem::NameMissing, TokenProblem::TooMany],
        new_token: None,
        ..used.clone()
    };
    collector.add("account", "used", &used);
    collector.add("account", "fresh", &fresh);
    collector.add("account", "wrong", &wrong);
    collector.add("account", "full", &full);
    collector.add("account", "unconfirmed", &resting);
}

fn used(collector: &Collector) -> AccountPage {
    AccountPage {
        frame: collector.signed_in("/konto", Role::Coordinator),
        roles: vec![
            HeldRole {
                role: Role::Coordinator,
                organisation: None,
            },
            HeldRole {
                role: Role::MemberManager,
                organisation: Some("Kommunale Informationsverarbeitung Mitte AöR".to_owned()),
            },
        ],
        needed: 20,
        password_problems: Vec::new(),
        passkeys: passkeys(collector),
        authenticator_since: Some(collector.pick("12. Mai 2026", "12 May 2026")),
        recovery_codes_left: Some(8),
        removal_problem: None,
        sessions: sessions(collector),
        tokens: tokens(collector),
        new_token: Some("kat_5Jd8sQm2Zt7VxYb4Lr9Wn3Kc6Hf1Pg0Ea".to_owned()),
        token_form: TokenForm::default(),
        token_problems: Vec::new(),
    }
}

fn passkeys(collector: &Collector) -> Passkeys {
    Passkeys {
        held: vec![
            PasskeyRow {
                id: "pky_1".to_owned(),
                created: collector.pick("12. Mai 2026", "12 May 2026"),
                last_used: Some(collector.pick("heute, 8:02 Uhr", "today, 8:02")),
            },
            PasskeyRow {
                id: "pky_2".to_owned(),
                created: collector.pick("3. Juni 2026", "3 June 2026"),
                last_used: None,
            },
        ],
        offer: Some(PasskeyOffer {
            origin: "http://localhost:8080".to_owned(),
        }),
        is_confirmed: true,
        asks_password: false,
        problem: None,
    }
}

fn sessions(collector: &Collector) -> Vec<SessionRow> {
    let row = |id: &str, started, seen, is_current| SessionRow {
        id: id.to_owned(),
        started,
        seen,
        is_current,
    };
    vec![
        row(
            "0197a1",
            collector.pick("heute, 8:02 Uhr", "today, 8:02"),
            collector.pick("heute, 14:20 Uhr", "today, 14:20"),
            true,
        ),
        row(
            "0197a2",
            collector.pick("gestern, 17:45 Uhr", "yesterday, 17:45"),
            collector.pick("gestern, 18:10 Uhr", "yesterday, 18:10"),
            false,
        ),
    ]
}

fn tokens(collector: &Collector) -> Vec<TokenRow> {
    vec![
        TokenRow {
            id: "0197b1".to_owned(),
            label: collector.pick("Abfrage aus dem Lagezentrum", "Situation centre"),
            scopes: TokenScope::ALL.to_vec(),
            created: collector.pick("3. Mai 2026", "3 May 2026"),
            expires: collector.pick("1. August 2026", "1 August 2026"),
            last_used: Some(collector.pick("heute, 6:00 Uhr", "today, 6:00")),
            is_over: false,
        },
        TokenRow {
            id: "0197b2".to_owned(),
            label: collector.pick("Alter Abgleich", "Old comparison"),
            scopes: vec![TokenScope::Read],
            created: collector.pick("2. Januar 2026", "2 January 2026"),
            expires: collector.pick("1. Februar 2026", "1 February 2026"),
            last_used: None,
            is_over: true,
        },
    ]
}

fn typed(phone: &str, problems: Vec<(&'static str, FieldProblem)>) -> Filled {
    Filled {
        values: vec![("telefon", phone.to_owned())],
        problems,
    }
}

/// Every kind of message there is, and nothing to choose.
fn messages(collector: &mut Collector) {
    let group = |part, choices: Vec<(MessageKind, &[MessageDelivery])>| MessageGroup {
        part,
        choices: choices
            .into_iter()
            .map(|(kind, offered)| MessageChoice {
                kind,
                offered: offered.to_vec(),
                chosen: offered[0],
            })
            .collect(),
    };
    let own = vec![
        (MessageKind::NameShown, [Never, AtOnce, Daily].as_slice()),
        (MessageKind::AdmissionEnds, &[AtOnce, Daily]),
        (MessageKind::ConfirmationDue, &[AtOnce, Daily]),
        (MessageKind::ConsentEnds, &[AtOnce, Daily]),
        (MessageKind::CaseDecided, &[AtOnce, Daily]),
        (MessageKind::CaseAsks, &[AtOnce, Daily]),
        (MessageKind::SkillsProven, &[AtOnce, Daily]),
    ];
    let team = vec![
        (MessageKind::TeamConfirmationDue, [AtOnce, Daily].as_slice()),
        (MessageKind::TeamAdmissionEnds, &[AtOnce, Daily]),
        (MessageKind::TeamCaseDecided, &[Daily, AtOnce, Never]),
        (MessageKind::TeamCaseAsks, &[AtOnce, Daily]),
        (MessageKind::HelpOfServedTown, &[AtOnce, Never]),
        (MessageKind::HelpOfServedTownOver, &[AtOnce, Daily, Never]),
    ];
    let vetting = vec![(MessageKind::CasesWait, [AtOnce, Daily, Never].as_slice())];
    let desk = vec![(MessageKind::HelpAsked, [AtOnce, Never].as_slice())];
    let all = MessagesPage {
        frame: collector.signed_in("/konto/mitteilungen", Role::Expert),
        is_sent: true,
        groups: vec![
            group(MessagePart::Own, own),
            group(MessagePart::Team, team),
            group(MessagePart::Vetting, vetting),
            group(MessagePart::Desk, desk),
        ],
        phone: Some(MessagePhone {
            is_rung: true,
            form: typed("+491711234567", Vec::new()),
        }),
    };
    let none = MessagesPage {
        groups: Vec::new(),
        is_sent: false,
        phone: None,
        ..all.clone()
    };
    collector.add("messages", "all", &all);
    collector.add("messages", "none", &none);
    let wrong = MessagesPage {
        phone: Some(MessagePhone {
            is_rung: false,
            form: typed("ruf an", vec![("telefon", FieldProblem::NoPhone)]),
        }),
        ..all
    };
    collector.add("messages", "wrong-phone", &wrong);
}
