//! Samples of requests for help.

use super::Collector;
use super::help_people::introduction;
use super::legal_basis::basis_chosen;
use crate::Role;
use crate::pages::{
    AlertBadge, AlertChannel, AlertPhone, AlertRow, ConditionsStand, Cost, DeploymentKind,
    DeploymentStand, EndForm, NeedFormSkill, NeedInput, NeedsFormPage, PickForm, PickProblem,
    Places, PreviewRow, RequestBadge, RequestDeployment, RequestNeed, RequestPage, RequestRights,
    SpokenAnswer, SpokenAnswerForm, SpokenAnswerProblem, TownDecision, UnaskedHouse,
};
use crate::parts::{FieldProblem, Filled, Link, WorkMode};

pub(super) fn collect(collector: &mut Collector) {
    needs(collector);
    draft(collector);
    alerting(collector);
    over(collector);
}

fn incident() -> Link {
    Link {
        label: "Stadt Köthen (Anhalt)".to_owned(),
        href: "/vorfaelle/inc_1".to_owned(),
    }
}

fn entry(alias: &str) -> Link {
    Link {
        label: alias.to_owned(),
        href: format!("/fachkraefte/{alias}"),
    }
}

fn forensics(collector: &Collector) -> String {
    collector.pick("Spuren sichern", "Secure traces")
}

fn needs(collector: &mut Collector) {
    let need = |label: &str, is_first_call| NeedInput {
        label: label.to_owned(),
        is_kept: true,
        is_first_call,
        desired: "2".to_owned(),
        problem: None,
        mode: WorkMode::OnSite,
        skills: vec![NeedFormSkill {
            label: "IT-Forensik".to_owned(),
            min_level: 3,
            is_required: true,
        }],
    };
    let page = NeedsFormPage {
        frame: collector.signed_in("/vorfaelle/inc_1/ersuchen", Role::Requester),
        incident: incident(),
        symptom: collector.pick("Dateien verschlüsselt", "Files encrypted"),
        nonce: "0".repeat(32),
        needs: vec![
            need(&collector.pick("Erstgespräch", "First call"), true),
            need(&forensics(collector), false),
        ],
        form: Filled {
            values: vec![("ab", String::new()), ("tage", "7".to_owned())],
            problems: Vec::new(),
        },
        is_nobody_kept: false,
    };
    let mut wrong = page.clone();
    wrong.form.values = vec![("ab", "gestern".to_owned()), ("tage", "viele".to_owned())];
    let no_moment = FieldProblem::Said(NeedsFormPage::no_moment(collector.language));
    wrong.form.problems = vec![("ab", no_moment), ("tage", FieldProblem::NoNumber(1, 180))];
    "0".clone_into(&mut wrong.needs[0].desired);
    wrong.needs[0].problem = Some(FieldProblem::NoNumber(1, 50));
    let mut dropped = page.clone();
    dropped.is_nobody_kept = true;
    dropped
        .needs
        .iter_mut()
        .for_each(|need| need.is_kept = false);
    let mut nothing = dropped.clone();
    nothing.needs.clear();
    collector.add("request-needs", "proposed", &page);
    collector.add("request-needs", "wrong", &wrong);
    collector.add("request-needs", "all-dropped", &dropped);
    collector.add("request-needs", "no-playbook", &nothing);
}

fn need(collector: &Collector, id: &str) -> RequestNeed {
    RequestNeed {
        id: id.to_owned(),
        label: forensics(collector),
        is_first_call: id == "need_1",
        mode: WorkMode::Either,
        places: Places {
            asked: 3,
            ..Places::default()
        },
        wave: 0,
        next_wave: None,
        is_exhausted: false,
        alerts: Vec::new(),
        pick: None,
        preview: None,
    }
}

fn request(collector: &Collector, role: Role) -> RequestPage {
    RequestPage {
        frame: collector.signed_in("/ersuchen/req_1", role),
        id: "req_1".to_owned(),
        incident: incident(),
        is_drill: false,
        state: RequestBadge::Draft,
        made: collector.pick("heute, 14:10 Uhr", "today, 14:10"),
        from: collector.pick("heute, 14:10 Uhr", "today, 14:10"),
        days: 7,
        ended: None,
        first_yes_counts: true,
        places: Places {
            asked: 6,
            ..Places::default()
        },
        needs: vec![need(collector, "need_1"), need(collector, "need_2")],
        deployments: Vec::new(),
        may: RequestRights::default(),
        is_preview: false,
        end: Some(EndForm::default()),
        conditions: ConditionsStand::default(),
    }
}

fn draft(collector: &mut Collector) {
    let may = RequestRights {
        begin: true,
        ..RequestRights::default()
    };
    let page = RequestPage {
        may,
        ..request(collector, Role::Requester)
    };
    let mut preview = page.clone();
    preview.is_preview = true;
    preview.needs[0].preview = Some(vec![PreviewRow {
        alias: entry("K-7Q3FM"),
        region: collector.pick("Sachsen, ca. 60 km", "Saxony, about 60 km"),
        why: collector.pick("IT-Forensik Stufe 4", "Forensics level 4"),
        channel: Some(AlertChannel::Text),
    }]);
    preview.needs[1].preview = Some(Vec::new());
    let mut nobody = preview.clone();
    nobody.needs[0].preview = Some(Vec::new());
    collector.add("request", "draft", &page);
    collector.add("request", "preview", &preview);
    collector.add("request", "preview-nobody", &nobody);
}

fn alert(collector: &Collector, id: &str, state: AlertBadge) -> AlertRow {
    let is_waiting = matches!(state, AlertBadge::Sent | AlertBadge::Seen);
    AlertRow {
        id: id.to_owned(),
        expert: format!("exp_{id}"),
        alias: (state != AlertBadge::Failed).then(|| entry("K-7Q3FM")),
        state,
        wave: 1,
        channel: match state {
            AlertBadge::Queued | AlertBadge::Failed => None,
            AlertBadge::Sent => Some(AlertChannel::Mail),
            AlertBadge::Delivered => Some(AlertChannel::Text),
            AlertBadge::Seen => Some(AlertChannel::Voice),
            AlertBadge::Answered => Some(AlertChannel::Drop),
            AlertBadge::Expired | AlertBadge::StoodDown => Some(AlertChannel::Other),
        },
        until: collector.pick("heute, 14:40 Uhr", "today, 14:40"),
        can_be_skipped: is_waiting,
        phone: match state {
            AlertBadge::Queued => AlertPhone::Ask,
            AlertBadge::Failed => AlertPhone::Shown(Some("+49 30 23125000".to_owned())),
            AlertBadge::Expired => AlertPhone::Shown(None),
            AlertBadge::Sent
            | AlertBadge::Delivered
            | AlertBadge::Seen
            | AlertBadge::Answered
            | AlertBadge::StoodDown => AlertPhone::Hidden,
        },
        answer: is_waiting.then(|| SpokenAnswerForm {
            options: SpokenAnswer::ALL.to_vec(),
            chosen: None,
            is_rested: false,
            problem: None,
        }),
    }
}

const ALERT_STATES: [AlertBadge; 8] = [
    AlertBadge::Queued,
    AlertBadge::Sent,
    AlertBadge::Delivered,
    AlertBadge::Seen,
    AlertBadge::Answered,
    AlertBadge::Expired,
    AlertBadge::StoodDown,
    AlertBadge::Failed,
];

fn deployment(collector: &Collector, id: &str, stand: DeploymentStand) -> RequestDeployment {
    RequestDeployment {
        id: id.to_owned(),
        alias: Some(entry("K-2M9TW")),
        task: forensics(collector),
        kind: DeploymentKind::Remote,
        from: collector.pick("heute, 15:00 Uhr", "today, 15:00"),
        until: collector.pick("3. Dezember 2026, 15:00 Uhr", "3 December 2026, 15:00"),
        decision: match stand {
            DeploymentStand::Released { .. } => Some(TownDecision::Accept),
            DeploymentStand::Accepted {
                objection: Some(_), ..
            } => Some(TownDecision::Object),
            DeploymentStand::Accepted { .. }
            | DeploymentStand::Agreed { .. }
            | DeploymentStand::Active { .. }
            | DeploymentStand::Returning { .. }
            | DeploymentStand::Ended
            | DeploymentStand::Cancelled
            | DeploymentStand::Refused
            | DeploymentStand::Lapsed
            | DeploymentStand::Withdrawn => None,
        },
        has_contact: matches!(stand, DeploymentStand::Accepted { .. }),
        unasked: None,
        basis: matches!(stand, DeploymentStand::Accepted { .. })
            .then(|| basis_chosen(id == "dep_1")),
        introduction: matches!(stand, DeploymentStand::Released { .. })
            .then(|| introduction(collector, Cost::ExtraCosts)),
        stand,
    }
}

/// Deployments as they can stand.
pub(super) fn stands(collector: &Collector) -> Vec<DeploymentStand> {
    let until = collector.pick("heute, 14:40 Uhr", "today, 14:40");
    let accepted = |objection, calls_by| DeploymentStand::Accepted {
        objection,
        calls_by,
    };
    vec![
        DeploymentStand::Agreed {
            until: until.clone(),
        },
        DeploymentStand::Released {
            until: until.clone(),
        },
        accepted(Some(until.clone()), None),
        accepted(None, Some(until.clone())),
        DeploymentStand::Active {
            until: until.clone(),
        },
        DeploymentStand::Returning {
            until: until.clone(),
        },
        DeploymentStand::Ended,
        DeploymentStand::Cancelled,
        DeploymentStand::Refused,
        DeploymentStand::Lapsed,
        DeploymentStand::Withdrawn,
    ]
}

fn alerting(collector: &mut Collector) {
    let mut page = request(collector, Role::Coordinator);
    page.state = RequestBadge::Alerting;
    page.is_drill = true;
    page.may.steer = true;
    page.may.speaks_for_town = true;
    page.places.committed = 2;
    page.places.provisional = 1;
    page.deployments = (1..)
        .zip(stands(collector))
        .map(|(number, stand)| deployment(collector, &format!("dep_{number}"), stand))
        .collect();
    page.deployments[0].unasked = Some(UnaskedHouse {
        phone: Some("+49301234567".to_owned()),
    });
    let first = &mut page.needs[0];
    first.wave = 2;
    first.next_wave = Some(collector.pick("heute, 14:25 Uhr", "today, 14:25"));
    first.pick = Some(PickForm::default());
    let alerts = (1..).zip(ALERT_STATES);
    first.alerts = alerts
        .map(|(number, state)| alert(collector, &format!("alt_{number}"), state))
        .collect();
    page.needs[1].is_exhausted = true;
    page.needs[1].pick = Some(PickForm::default());
    let mut wrong = page.clone();
    wrong.needs[0].pick = Some(PickForm {
        typed: "K-".to_owned(),
        problem: Some(PickProblem::Unknown),
    });
    wrong.needs[1].pick = Some(PickForm {
        typed: String::new(),
        problem: Some(PickProblem::Missing),
    });
    let problems = [SpokenAnswerProblem::NotRested, SpokenAnswerProblem::Missing];
    let forms = wrong.needs[0].alerts.iter_mut();
    let forms = forms.filter_map(|row| row.answer.as_mut());
    for (form, problem) in forms.zip(problems) {
        form.chosen = Some(SpokenAnswer::Remote);
        form.problem = Some(problem);
    }
    wrong.end = Some(EndForm {
        reason: "x".to_owned(),
        problem: Some(FieldProblem::Missing),
    });
    let mut paused = wrong.clone();
    paused.state = RequestBadge::Paused;
    let answer = paused.needs[0].alerts[1].answer.as_mut();
    if let Some(form) = answer {
        form.problem = Some(SpokenAnswerProblem::DoesNotFit);
    }
    collector.add("request", "alerting", &page);
    collector.add("request", "wrong", &wrong);
    collector.add("request", "paused", &paused);
}

fn over(collector: &mut Collector) {
    let mut filled = request(collector, Role::Requester);
    filled.state = RequestBadge::Filled;
    filled.places.committed = 6;
    for need in &mut filled.needs {
        need.places.committed = 3;
    }
    let ended = RequestPage {
        state: RequestBadge::Over,
        ended: Some(collector.pick("Wir haben Hilfe gefunden", "We found help")),
        end: None,
        ..request(collector, Role::Requester)
    };
    collector.add("request", "filled", &filled);
    collector.add("request", "over", &ended);
}
