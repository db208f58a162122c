//! Samples of the own entry and organisation.

use super::Collector;
use super::cards::{availability, certifications, forensics};
use crate::Role;
use crate::pages::{
    CaseKind, CaseState, EmployerTask, EmployerTaskRow, EntrySection, EntryTask, Identity,
    LegalForm, Member, MissingStep, OrganisationKind, OrganisationPage, OwnStep, OwnVetting,
    Participation, ProfilePage, Release, ServedPlace, Standing, Verdict,
};
use crate::parts::{EntryKind, Link, Readiness};

/// An entry that was admitted.
fn vetted(collector: &Collector) -> OwnVetting {
    OwnVetting {
        entry: "exp_1".to_owned(),
        alias: "K-7Q3FM".to_owned(),
        case: Some((
            CaseKind::Admission,
            CaseState::Decided,
            Some(Verdict::Admit),
        )),
        is_appeal: false,
        is_urgent: false,
        at: collector.pick("heute, 9:05 Uhr", "today, 9:05"),
        reason: vec![collector.pick("Alles ist belegt.", "All is proven.")],
        steps: Vec::new(),
    }
}

/// Entries in every standing there is.
fn standings(collector: &Collector) -> Vec<OwnVetting> {
    use CaseKind::{Admission, Renewal, Revocation};
    use CaseState::{Decided, Open, Withdrawn};
    let cases = [
        None,
        Some((Admission, Open, None)),
        Some((Renewal, Open, None)),
        Some((Revocation, Open, None)),
        Some((Admission, Withdrawn, None)),
        Some((Admission, Decided, Some(Verdict::Reject))),
        Some((Renewal, Decided, Some(Verdict::RequestChanges))),
        Some((Revocation, Decided, Some(Verdict::Reject))),
        Some((Revocation, Decided, Some(Verdict::Admit))),
    ];
    let standing = |(case, is_special)| OwnVetting {
        case,
        is_appeal: is_special,
        is_urgent: is_special,
        steps: match case {
            None => vec![OwnStep::Submit],
            Some((_, Open, _)) => vec![OwnStep::Withdraw],
            Some((_, _, Some(Verdict::Reject))) => vec![OwnStep::Submit, OwnStep::Appeal],
            Some(_) => Vec::new(),
        },
        ..vetted(collector)
    };
    let special = [
        Some((Admission, Open, None)),
        Some((Revocation, Open, None)),
    ];
    let all = cases.map(|case| (case, false)).into_iter();
    all.chain(special.map(|case| (case, true)))
        .map(standing)
        .collect()
}

pub(super) fn collect(collector: &mut Collector) {
    profile(collector);
    organisation(collector);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn profile(collector: &mut Collector) {
    let card = forensics(collector);
    let found = ProfilePage {
        frame: collector.signed_in("/profil", Role::Expert),
        alias: card.alias,
        kind: EntryKind::Person,
        identity: Some(Identity {
            name: "Ayşe Yılmaz".to_owned(),
            email: "a.yilmaz@it-mitte.example".to_owned(),
            phone: Some("0345 1234567".to_owned()),
            mobile: None,
        }),
        standing: Standing {
            is_eligible: true,
            missing: Vec::new(),
            admitted_until: Some(collector.pick("31. Dezember 2027", "31 December 2027")),
            consent_until: Some(collector.pick("30. Juni 2027", "30 June 2027")),
            confirmed_on: Some(collector.pick("12. November 2026", "12 November 2026")),
        },
        headline: collector.pick(
            "IT-Forensik nach Ransomware",
            "Digital forensics after ransomware",
        ),
        text: vec![collector.pick(
            "Sichert Spuren und wertet Protokolle aus.",
            "Secures traces and reads logs.",
        )],
        skills: card.skills,
        certifications: certifications(collector),
        languages: card.languages,
        organisation: "IT Mitte AöR".to_owned(),
        base: "Halle (Saale)".to_owned(),
        radius_km: 200,
        mode: card.mode,
        max_days: 14,
        notice_hours: 4,
        availability: card.availability,
        night_alerts: true,
        release: Some(Release::Standing {
            days_a_year: Some(10),
        }),
        tasks: EntrySection::ALL
            .map(|section| EntryTask {
                section,
                is_open: section == EntrySection::Description,
            })
            .to_vec(),
        path: "/eintraege/exp_7".to_owned(),
        version: 7,
        preview: "/fachkraefte/exp_7".to_owned(),
        is_own: true,
        unconfirmed: 0,
        vetting: Some(vetted(collector)),
    };
    collector.add("profile", "found", &found);
    let waiting = ProfilePage {
        kind: EntryKind::Capacity { headcount: 4 },
        identity: None,
        standing: Standing {
            is_eligible: false,
            missing: vec![
                MissingStep::Vetted,
                MissingStep::Consent,
                MissingStep::Confirmed,
                MissingStep::Participation,
                MissingStep::Release,
                MissingStep::EmployerStruck,
            ],
            admitted_until: None,
            consent_until: None,
            confirmed_on: None,
        },
        release: None,
        certifications: Vec::new(),
        tasks: Vec::new(),
        is_own: false,
        unconfirmed: 3,
        ..found
    };
    collector.add("profile", "waiting", &waiting);
}

fn tasks(steps: &[(EmployerTask, Option<usize>, bool)]) -> Vec<EmployerTaskRow> {
    let steps = steps.iter();
    steps
        .map(|(task, open, is_done)| EmployerTaskRow {
            task: *task,
            open: *open,
            is_done: *is_done,
        })
        .collect()
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn organisation(collector: &mut Collector) {
    let member = |alias: &str, state, is_eligible| Member {
        alias: Link {
            label: alias.to_owned(),
            href: format!("/fachkraefte/{alias}"),
        },
        headline: collector.pick(
            "IT-Forensik nach Ransomware",
            "Digital forensics after ransomware",
        ),
        availability: availability(state, None),
        is_eligible,
    };
    let managed = OrganisationPage {
        frame: collector.signed_in("/organisation", Role::MemberManager),
        name: "IT Mitte AöR".to_owned(),
        kind: OrganisationKind::ItProvider,
        legal_form: LegalForm::PublicInstitution,
        place: "Halle (Saale)".to_owned(),
        is_member: true,
        struck_since: Some(collector.pick("heute, 9:05 Uhr", "today, 9:05")),
        serves: vec![
            ServedPlace {
                name: "Köthen (Anhalt)".to_owned(),
                is_whole: true,
            },
            ServedPlace {
                name: "Saalekreis".to_owned(),
                is_whole: false,
            },
        ],
        home_providers: Vec::new(),
        participation: Participation::Agreed,
        yearly_person_days: Some(120),
        duty_phone: Some("0345 1234500".to_owned()),
        accident_insurer: Some("Unfallkasse Sachsen-Anhalt".to_owned()),
        liability_insurer: None,
        privacy_phone: None,
        tasks: tasks(&[
            (EmployerTask::Team, None, true),
            (EmployerTask::Releases, Some(3), false),
        ]),
        members: Some(vec![
            member("K-7Q3FM", Readiness::Now, true),
            member("K-2M9TW", Readiness::Unavailable, false),
        ]),
        vetting: standings(collector),
    };
    let read = OrganisationPage {
        frame: collector.signed_in("/organisation", Role::Requester),
        name: "Stadt Köthen (Anhalt)".to_owned(),
        kind: OrganisationKind::Municipality,
        legal_form: LegalForm::TerritorialAuthority,
        is_member: false,
        struck_since: None,
        serves: Vec::new(),
        home_providers: vec!["IT Mitte AöR".to_owned()],
        participation: Participation::NotNeeded,
        yearly_person_days: None,
        duty_phone: None,
        accident_insurer: None,
        liability_insurer: None,
        privacy_phone: None,
        tasks: Vec::new(),
        members: None,
        vetting: Vec::new(),
        ..managed.clone()
    };
    let empty = OrganisationPage {
        tasks: tasks(&[
            (EmployerTask::Conditions, None, true),
            (EmployerTask::Participation, None, true),
            (EmployerTask::DutyPhone, None, true),
            (EmployerTask::Team, None, true),
            (EmployerTask::Releases, None, true),
            (EmployerTask::Admissions, None, true),
        ]),
        members: Some(Vec::new()),
        vetting: Vec::new(),
        ..managed.clone()
    };
    collector.add("organisation", "managed", &managed);
    collector.add("organisation", "read", &read);
    collector.add("organisation", "empty", &empty);
}
