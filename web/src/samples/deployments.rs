//! Samples of deployments.

use super::Collector;
use super::help_people::introduction;
use super::legal_basis::basis_open;
use super::requests::stands;
use crate::Role;
use crate::pages::{
    Cost, DeploymentContactPage, DeploymentKind, DeploymentStand, DeploymentsPage,
    HouseDeployments, HouseInsurance, OtherSide, OwnDeployment, RunningDeployment, WaitingRelease,
};
use crate::parts::Link;

pub(super) fn collect(collector: &mut Collector) {
    list(collector);
    contact(collector);
}

fn task(collector: &Collector) -> String {
    collector.pick("Spuren sichern", "Secure traces")
}

fn times(collector: &Collector) -> (String, String) {
    (
        collector.pick("heute, 15:00 Uhr", "today, 15:00"),
        collector.pick("3. Dezember 2026, 15:00 Uhr", "3 December 2026, 15:00"),
    )
}

fn list(collector: &mut Collector) {
    let (from, until) = times(collector);
    let row = |number: usize, stand: DeploymentStand| OwnDeployment {
        id: format!("dep_{number}"),
        alias: (number > 0).then(|| "K-7Q3FM".to_owned()),
        task: task(collector),
        place: "Landkreis Anhalt-Bitterfeld".to_owned(),
        kind: DeploymentKind::OnSite,
        from: from.clone(),
        until: until.clone(),
        is_drill: number == 1,
        request: (number == 1).then(|| "/ersuchen/req_1".to_owned()),
        has_contact: matches!(stand, DeploymentStand::Accepted { .. }),
        introduction: matches!(stand, DeploymentStand::Released { .. })
            .then(|| introduction(collector, Cost::AgreedRate)),
        basis: matches!(stand, DeploymentStand::Accepted { .. }).then(|| basis_open(collector)),
        stand,
    };
    let stands = stands(collector).into_iter().enumerate();
    let page = DeploymentsPage {
        frame: collector.signed_in("/einsaetze", Role::Expert),
        rows: stands.map(|(number, stand)| row(number, stand)).collect(),
        next: Some("/einsaetze?vor=dep_1".to_owned()),
    };
    let none = DeploymentsPage {
        rows: Vec::new(),
        next: None,
        ..page.clone()
    };
    collector.add("deployments", "all", &page);
    collector.add("deployments", "none", &none);
}

fn contact(collector: &mut Collector) {
    let words = (
        collector.pick("Fliederbusch", "Lilac"),
        collector.pick("Kieselstein", "Pebble"),
    );
    let asker = DeploymentContactPage {
        frame: collector.signed_in("/einsaetze/dep_1/kontakt", Role::Expert),
        back: Link {
            label: collector.pick("Einsätze", "Deployments"),
            href: "/einsaetze".to_owned(),
        },
        side: OtherSide::Asker,
        name: "Max Muster".to_owned(),
        phone: Some("+49 171 1234567".to_owned()),
        email: Some("max.muster@post.example".to_owned()),
        words: Some(words),
    };
    let helper = DeploymentContactPage {
        side: OtherSide::Helper,
        phone: None,
        email: None,
        ..asker.clone()
    };
    let wordless = DeploymentContactPage {
        words: None,
        ..helper.clone()
    };
    collector.add("deployment-contact", "asker", &asker);
    collector.add("deployment-contact", "helper", &helper);
    collector.add("deployment-contact", "wordless", &wordless);
}

/// The deployments of a house.
pub(super) fn of_house(collector: &Collector) -> HouseDeployments {
    let (from, until) = times(collector);
    let entry = |alias: &str| Link {
        label: alias.to_owned(),
        href: format!("/eintraege/{alias}"),
    };
    let waiting = |id: &str, can_be_remote: bool| WaitingRelease {
        id: id.to_owned(),
        alias: can_be_remote.then(|| entry("K-7Q3FM")),
        task: task(collector),
        district: "Landkreis Anhalt-Bitterfeld".to_owned(),
        kind: if can_be_remote {
            DeploymentKind::OnSite
        } else {
            DeploymentKind::Talk
        },
        from: from.clone(),
        until: until.clone(),
        due: collector.pick("heute, 14:40 Uhr", "today, 14:40"),
        cost: Some(if can_be_remote {
            Cost::ExtraCosts
        } else {
            Cost::Free
        }),
        can_be_remote,
        is_drill: !can_be_remote,
    };
    let running = |alias| RunningDeployment {
        alias,
        task: task(collector),
        district: "Landkreis Anhalt-Bitterfeld".to_owned(),
        from: from.clone(),
        until: until.clone(),
        stand: DeploymentStand::Accepted {
            objection: None,
            calls_by: None,
        },
    };
    HouseDeployments {
        waiting: vec![waiting("dep_1", true), waiting("dep_2", false)],
        running: vec![running(Some(entry("K-2M9TW"))), running(None)],
        insured: HouseInsurance {
            accident: Some("Unfallkasse Sachsen-Anhalt".to_owned()),
            liability: None,
        },
    }
}
