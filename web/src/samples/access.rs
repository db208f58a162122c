//! Samples of the pages one gets in by: the invitation and the second factor.

use super::Collector;
use crate::Role;
use crate::pages::{
    ConfirmPage, ConfirmProblem, ConfirmWith, InvitationOverPage, InvitationPage, PasskeySetupPage,
    PasswordProblem, QrCode, RecoveryCause, RecoveryCodesPage, RecoveryOutcome, RecoveryPage,
    RecoveryProblem, SecondFactorPage, SecondFactorProblem, SetupProblem, TotpSetupPage,
};
use crate::parts::PasskeyOffer;

pub(super) fn collect(collector: &mut Collector) {
    invitation(collector);
    setup(collector);
    second_factor(collector);
    passkey_setup(collector);
    confirm(collector);
    recovery(collector);
}

fn invitation(collector: &mut Collector) {
    let here = "/einladung/3kq9-xw2m";
    let page = |problems: &[PasswordProblem]| InvitationPage {
        frame: collector.anonymous(here),
        action: here.to_owned(),
        needed: 20,
        problems: problems.to_vec(),
    };
    let pages = [
        ("new", page(&[])),
        ("missing", page(&[PasswordProblem::Missing])),
        (
            "short",
            page(&[
                PasswordProblem::TooShort { needed: 20 },
                PasswordProblem::NotTheSame,
            ]),
        ),
        ("long", page(&[PasswordProblem::TooLong])),
        ("easy", page(&[PasswordProblem::TooEasy])),
    ];
    let over = InvitationOverPage {
        frame: collector.anonymous(here),
    };
    for (name, page) in &pages {
        collector.add("invitation", name, page);
    }
    collector.add("invitation", "over", &over);
}

fn setup(collector: &mut Collector) {
    let new = TotpSetupPage {
        frame: collector.signed_in("/konto/zweiter-faktor", Role::Coordinator),
        secret: "NBSW Y3DP EB3W 64TM MQQH G5DB OJSS A5DF".to_owned(),
        address: "otpauth://totp/Kataster:a.schroeder%40koethen.example?\
                  secret=NBSWY3DPEB3W64TMMQQHG5DBOJSSA5DF&issuer=Kataster"
            .to_owned(),
        qr: drawn_code(),
        begun: "0".repeat(64),
        problem: None,
    };
    let wrong = TotpSetupPage {
        problem: Some(SetupProblem::Code),
        ..new.clone()
    };
    let codes = [
        "RJZ8-EA8S-QN88-3KQK-2AEL-CVBT-8253",
        "6JZG-CJ9P-S5V4-2Y4Q-XBTL-WGPT-UHE8",
        "8FYE-4KBU-54HC-C2XT-RCVA-EGCN-4USK",
        "CXWZ-J227-2GT5-RV5S-VXA4-WB2J-DX7Y",
        "YT9B-DBZS-7VWM-ZMWZ-SV2G-BJVQ-TRWM",
        "5GGW-XQ6L-FXP6-TQHC-NWMT-XFYJ-4UT7",
        "Y4U4-4C4K-NA85-QC7U-XQEU-HRCC-N5DA",
        "8HLV-RB4D-HXJS-8DYQ-NHHL-RTJA-93DT",
        "RT5D-8WAD-JCHD-E8CF-9WLW-EY22-VZSN",
        "X5HJ-A2FM-CZ72-C5DZ-9W44-7BRP-TE5Q",
    ];
    let codes = RecoveryCodesPage {
        frame: collector.signed_in("/konto/zweiter-faktor", Role::Coordinator),
        codes: codes.map(str::to_owned).to_vec(),
    };
    collector.add("totp-setup", "new", &new);
    collector.add("totp-setup", "wrong", &wrong);
    collector.add("recovery-codes", "shown", &codes);
}

/// Looks like a code to scan, and is none.
fn drawn_code() -> QrCode {
    let size = 33;
    let corner = |x: u32, y: u32| (x < 8 || x >= size - 8) && y < 8 || x < 8 && y >= size - 8;
    let is_dark = |x: u32, y: u32| !corner(x, y) && (x * x + 3 * y * y + x * y) % 7 < 3;
    let corners = [(0, 0), (size - 7, 0), (0, size - 7)];
    let corners = corners.map(|(x, y)| format!("M{x} {y}v7h7v-7zm1 1h5v5h-5zm1 1v3h3v-3z"));
    let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let modules = modules
        .filter(|(x, y)| is_dark(*x, *y))
        .map(|(x, y)| format!("M{x} {y}v1h1v-1z"));
    let path = corners.into_iter().chain(modules).collect();
    QrCode { size, path }
}

fn second_factor(collector: &mut Collector) {
    let page = |problem| SecondFactorPage {
        frame: collector.anonymous("/anmelden/zweiter-faktor"),
        next: "/suche".to_owned(),
        passkey: None,
        problem,
    };
    let with_passkey = SecondFactorPage {
        passkey: Some(offer()),
        ..page(None)
    };
    let pages = [
        ("asked", page(None)),
        ("missing", page(Some(SecondFactorProblem::Missing))),
        ("refused", page(Some(SecondFactorProblem::Refused))),
        (
            "too-many",
            page(Some(SecondFactorProblem::TooMany { retry_minutes: 5 })),
        ),
    ];
    for (name, page) in &pages {
        collector.add("second-factor", name, page);
    }
    collector.add("second-factor", "passkey", &with_passkey);
}

fn offer() -> PasskeyOffer {
    PasskeyOffer {
        origin: "http://localhost:8080".to_owned(),
    }
}

fn passkey_setup(collector: &mut Collector) {
    let page = |offer, has_passkey| PasskeySetupPage {
        frame: collector.signed_in("/konto/zweiter-faktor", Role::Admin),
        offer,
        has_passkey,
    };
    let pages = [
        ("new", page(Some(offer()), false)),
        ("unconfirmed", page(None, false)),
        ("held", page(None, true)),
        ("lost", page(Some(offer()), true)),
    ];
    for (name, page) in &pages {
        collector.add("passkey-setup", name, page);
    }
}

fn confirm(collector: &mut Collector) {
    let page = |with: ConfirmWith, problem| ConfirmPage {
        frame: collector.signed_in("/bestaetigen?weiter=/konto", Role::Coordinator),
        next: "/konto".to_owned(),
        with,
        problem,
    };
    let passkey = || ConfirmWith::Passkey(Some(offer()));
    let pages = [
        ("password", page(ConfirmWith::Password, None)),
        (
            "wrong-password",
            page(ConfirmWith::Password, Some(ConfirmProblem::Password)),
        ),
        (
            "wrong-code",
            page(ConfirmWith::PasswordAndCode, Some(ConfirmProblem::Code)),
        ),
        ("passkey", page(passkey(), None)),
        (
            "digits",
            page(passkey(), Some(ConfirmProblem::PasskeyNeeded)),
        ),
        ("refused", page(passkey(), Some(ConfirmProblem::Passkey))),
        ("nowhere", page(ConfirmWith::Passkey(None), None)),
    ];
    for (name, page) in &pages {
        collector.add("confirm", name, page);
    }
}

fn recovery(collector: &mut Collector) {
    let page = |outcome, problems: &[RecoveryProblem]| RecoveryPage {
        frame: collector.signed_in("/wiederherstellung", Role::MemberManager),
        email: "a.schroeder@koethen.example".to_owned(),
        cause: Some(RecoveryCause::Stolen),
        outcome,
        problems: problems.to_vec(),
    };
    let until = collector.pick("morgen, 8:02 Uhr", "tomorrow, 8:02");
    let link = format!("https://kataster.example.org/einladung/{}", "7".repeat(64));
    let pages = [
        ("empty", page(None, &[])),
        (
            "incomplete",
            page(None, &[RecoveryProblem::Email, RecoveryProblem::Cause]),
        ),
        ("foreign", page(None, &[RecoveryProblem::NotYours])),
        ("same", page(None, &[RecoveryProblem::SamePerson])),
        ("first", page(Some(RecoveryOutcome::First { until }), &[])),
        ("second", page(Some(RecoveryOutcome::Second { link }), &[])),
    ];
    for (name, page) in &pages {
        collector.add("recovery", name, page);
    }
}
