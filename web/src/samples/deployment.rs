//! Samples of one deployment.

use super::Collector;
use super::help_people::introduction;
use super::readiness::readiness;
use crate::Role;
use crate::pages::{
    Cost, CostStage, DeploymentKind, DeploymentPage, DeploymentStand, LaterEnd, LaterEndState,
    MomentForm, MomentProblem, OwnDeployment, Powers,
};
use crate::parts::Link;

pub(super) fn collect(collector: &mut Collector) {
    let accepted = accepted(collector);
    let (active, active_for_house) = active(collector, &accepted);
    let ended = DeploymentPage {
        ended: Some(collector.pick("heute, 18:00 Uhr", "today, 18:00")),
        deployment: OwnDeployment {
            stand: DeploymentStand::Ended,
            has_contact: false,
            ..accepted.deployment.clone()
        },
        powers: Powers::default(),
        waiting: Some(CostStage::Actual),
        next: vec![Link {
            label: collector.pick("Zeiten des Einsatzes", "Times of the deployment"),
            href: "/einsaetze/dep_1/zeiten".to_owned(),
        }],
        readiness: None,
        lacks_hand_over: true,
        ..active.clone()
    };
    collector.add("deployment", "accepted", &accepted);
    collector.add("deployment", "active", &active);
    collector.add("deployment", "asked", &active_for_house);
    collector.add("deployment", "ended", &ended);
}

fn accepted(collector: &Collector) -> DeploymentPage {
    DeploymentPage {
        frame: collector.signed_in("/einsaetze/dep_1", Role::Requester),
        deployment: OwnDeployment {
            id: "dep_1".to_owned(),
            alias: Some("K-7Q3FM".to_owned()),
            task: collector.pick("Spuren sichern", "Secure traces"),
            place: "Landkreis Anhalt-Bitterfeld".to_owned(),
            kind: DeploymentKind::OnSite,
            from: collector.pick("heute, 15:00 Uhr", "today, 15:00"),
            until: collector.pick("3. Dezember 2026, 15:00 Uhr", "3 December 2026, 15:00"),
            stand: DeploymentStand::Accepted {
                objection: None,
                calls_by: None,
            },
            introduction: Some(introduction(collector, Cost::AgreedRate)),
            is_drill: true,
            request: Some("/ersuchen/req_1".to_owned()),
            has_contact: true,
            basis: None,
        },
        started: None,
        ended: None,
        ends_soon: false,
        successor: None,
        later: None,
        powers: Powers {
            start: Some(MomentForm {
                value: "2026-12-24T18:00".to_owned(),
                problem: Some(MomentProblem::Range),
            }),
            extend: Some(MomentForm::default()),
            cancel: true,
            ..Powers::default()
        },
        waiting: Some(CostStage::Estimate),
        next: Vec::new(),
        papers: vec![Link {
            label: collector.pick("Verlauf", "Thread"),
            href: "/einsaetze/dep_1/verlauf".to_owned(),
        }],
        readiness: Some(readiness(collector, true)),
        lacks_hand_over: false,
    }
}

fn active(collector: &Collector, accepted: &DeploymentPage) -> (DeploymentPage, DeploymentPage) {
    let until = collector.pick("10. Dezember 2026, 15:00 Uhr", "10 December 2026, 15:00");
    let rest = MomentForm {
        value: "2027-01-24T18:00".to_owned(),
        problem: Some(MomentProblem::NoRest(Some(until.clone()))),
    };
    let later = |state| LaterEnd {
        until: until.clone(),
        state,
    };
    let stand = DeploymentStand::Active {
        until: until.clone(),
    };
    let active = DeploymentPage {
        deployment: OwnDeployment {
            stand,
            is_drill: false,
            ..accepted.deployment.clone()
        },
        started: Some(collector.pick("heute, 15:10 Uhr", "today, 15:10")),
        ends_soon: true,
        later: Some(later(LaterEndState::NotAgreed)),
        powers: Powers {
            extend: Some(rest),
            end: true,
            successor: true,
            ..Powers::default()
        },
        ..accepted.clone()
    };
    let asked = DeploymentPage {
        frame: collector.signed_in("/einsaetze/dep_1", Role::MemberManager),
        later: Some(later(LaterEndState::Open {
            expert: true,
            employer: false,
            due: collector.pick("heute, 18:00 Uhr", "today, 18:00"),
        })),
        ends_soon: false,
        successor: Some("/ersuchen/req_2".to_owned()),
        waiting: None,
        powers: Powers {
            answer: true,
            call_back: Some(MomentForm::default()),
            end: true,
            ..Powers::default()
        },
        ..active.clone()
    };
    (active, asked)
}
