//! Samples of offers that towns ask for.

use super::Collector;
use super::offers::card;
use crate::Role;
use crate::pages::{
    AskOfferPage, BorrowedAct, BorrowedRow, BorrowingContactPage, BorrowingCost, BorrowingPage,
    BorrowingStand, MoreDaysForm, OfferAnswerForm, OfferAnswersPage, OfferChoice, OfferFilter,
};
use crate::parts::{FieldProblem, Filled, Link, OfferKind, OfferSize};

const HOUSE: &str = "IT Mitte AöR";
const TOWN: &str = "/vorfaelle/inc_1/angebote";

pub(super) fn collect(collector: &mut Collector) {
    choice(collector);
    ask(collector);
    house(collector);
    contact(collector);
}

fn incident(collector: &Collector) -> Link {
    Link {
        label: collector.pick("Stadt Musterhausen", "Town of Musterhausen"),
        href: "/vorfaelle/inc_1".to_owned(),
    }
}

fn row(collector: &Collector, stand: BorrowingStand) -> BorrowedRow {
    let pick = |german, english| collector.pick(german, english);
    BorrowedRow {
        id: "ofr_1".to_owned(),
        title: pick(
            "Zwölf Arbeitsplätze mit Telefon",
            "Twelve desks with telephones",
        ),
        kind: OfferKind::Workplaces,
        place: String::new(),
        symptom: None,
        size: OfferSize::Workplaces(8),
        from: pick("heute, 18:00 Uhr", "today, 18:00"),
        until: pick("10. Dezember 2026, 18:00 Uhr", "10 December 2026, 18:00"),
        stand,
        message: None,
        reason: None,
        estimate: None,
        cost: BorrowingCost::ExtraCosts,
        cost_note: String::new(),
        is_drill: false,
        answer: None,
        more: None,
        acts: Vec::new(),
        has_contact: false,
    }
}

/// Where a request can stand, as its town sees it.
fn stands(collector: &Collector) -> Vec<BorrowingStand> {
    let until = collector.pick("heute, 15:20 Uhr", "today, 15:20");
    vec![
        BorrowingStand::Asked {
            until: until.clone(),
        },
        BorrowingStand::Agreed,
        BorrowingStand::Running,
        BorrowingStand::MoreDays { days: 1, until },
        BorrowingStand::Ended,
        BorrowingStand::Refused,
        BorrowingStand::Lapsed,
        BorrowingStand::Withdrawn,
        BorrowingStand::Cancelled,
    ]
}

fn choice(collector: &mut Collector) {
    let stands = stands(collector).into_iter().enumerate();
    let mut asked: Vec<_> = stands
        .map(|(number, stand)| BorrowedRow {
            id: format!("ofr_{number}"),
            ..row(collector, stand)
        })
        .collect();
    asked[0].acts = vec![BorrowedAct::Withdraw];
    asked[0].message = Some(collector.pick("Wir brauchen Telefone.", "We need telephones."));
    asked[1].acts = vec![BorrowedAct::Start, BorrowedAct::End];
    HOUSE.clone_into(&mut asked[1].place);
    asked[1].has_contact = true;
    asked[1].estimate = Some(collector.pick("etwa 300 Euro", "about 300 euros"));
    asked[2].more = Some(MoreDaysForm {
        most: 14,
        ..MoreDaysForm::default()
    });
    asked[2].cost = BorrowingCost::Nothing;
    asked[2].acts = vec![BorrowedAct::End];
    asked[5].reason = Some(collector.pick("Alles vergeben.", "All given."));
    let filter = |kind: OfferKind| OfferFilter {
        link: Link {
            label: kind.label(collector.language),
            href: format!("{TOWN}?kind={}", kind.value()),
        },
        is_chosen: kind == OfferKind::Workplaces,
    };
    let offer = |kind: OfferKind| OfferChoice {
        card: card(collector, kind),
        href: format!("{TOWN}/off_{}", kind.value()),
    };
    let mut page = BorrowingPage {
        frame: collector.signed_in(TOWN, Role::Requester),
        incident: incident(collector),
        is_drill: true,
        asked,
        is_over: false,
        kinds: OfferKind::ALL.map(filter).to_vec(),
        offers: OfferKind::ALL.map(offer).to_vec(),
    };
    collector.add("borrowing", "some", &page);
    page.is_drill = false;
    page.asked.truncate(3);
    if let Some(form) = &mut page.asked[2].more {
        "40".clone_into(&mut form.days);
        form.problem = Some(FieldProblem::NoNumber(1, 14));
    }
    page.offers.clear();
    collector.add("borrowing", "refused", &page);
    page.asked.clear();
    page.is_over = true;
    collector.add("borrowing", "over", &page);
}

fn ask(collector: &mut Collector) {
    let path = format!("{TOWN}/off_1");
    let mut page = AskOfferPage {
        frame: collector.signed_in(&path, Role::Requester),
        incident: incident(collector),
        card: card(collector, OfferKind::Workplaces),
        action: path,
        nonce: "0".repeat(32),
        earliest: collector.pick("heute, 18:00 Uhr", "today, 18:00"),
        most: Some(12),
        cost: BorrowingCost::Agreed,
        form: Filled {
            values: vec![("menge", "12".to_owned()), ("tage", "7".to_owned())],
            problems: Vec::new(),
        },
    };
    collector.add("ask-offer", "new", &page);
    let language = collector.language;
    page.form.problems = vec![
        (
            "menge",
            FieldProblem::Said(AskOfferPage::promised(1, language)),
        ),
        (
            "ab",
            FieldProblem::Said(AskOfferPage::too_soon(&page.earliest, language)),
        ),
        ("tage", FieldProblem::NoNumber(1, 90)),
        (
            "nachricht",
            FieldProblem::Identifying("Musterhausen".to_owned()),
        ),
    ];
    collector.add("ask-offer", "refused", &page);
    page.form.problems.clear();
    page.most = None;
    page.card = card(collector, OfferKind::Procedure);
    page.cost = BorrowingCost::ExtraCosts;
    collector.add("ask-offer", "procedure", &page);
}

fn house(collector: &mut Collector) {
    let until = collector.pick("heute, 15:20 Uhr", "today, 15:20");
    let form = OfferAnswerForm {
        most: Some(8),
        quantity: "8".to_owned(),
        ..OfferAnswerForm::default()
    };
    let asked = BorrowedRow {
        place: "Landkreis Anhalt-Bitterfeld".to_owned(),
        symptom: Some(collector.pick("Dateien verschlüsselt", "Files encrypted")),
        answer: Some(form.clone()),
        is_drill: true,
        ..row(
            collector,
            BorrowingStand::Asked {
                until: until.clone(),
            },
        )
    };
    let more = BorrowedRow {
        id: "ofr_2".to_owned(),
        answer: Some(OfferAnswerForm { most: None, ..form }),
        is_drill: false,
        ..asked.clone()
    };
    let more = BorrowedRow {
        stand: BorrowingStand::MoreDays { days: 3, until },
        ..more
    };
    let running = BorrowedRow {
        id: "ofr_3".to_owned(),
        acts: vec![BorrowedAct::End],
        has_contact: true,
        ..row(collector, BorrowingStand::Running)
    };
    let mut page = OfferAnswersPage {
        frame: collector.signed_in("/organisation/angebote/anfragen", Role::MemberManager),
        waiting: vec![asked, more],
        others: vec![running],
        next: Some("/organisation/angebote/anfragen?vor=ofr_3".to_owned()),
    };
    collector.add("offer-answers", "some", &page);
    if let Some(form) = &mut page.waiting[0].answer {
        "9".clone_into(&mut form.quantity);
        form.problem = Some(FieldProblem::NoNumber(1, 8));
    }
    collector.add("offer-answers", "refused", &page);
    page.waiting.clear();
    page.others.clear();
    page.next = None;
    collector.add("offer-answers", "none", &page);
}

fn contact(collector: &mut Collector) {
    let town = BorrowingContactPage {
        frame: collector.signed_in("/angebotsanfragen/ofr_1/kontakt", Role::MemberManager),
        back: Link {
            label: OfferAnswersPage::title(collector.language),
            href: "/organisation/angebote/anfragen".to_owned(),
        },
        is_house: false,
        name: "Max Muster".to_owned(),
        phone: Some("+49 171 1234567".to_owned()),
        email: Some("max.muster@post.example".to_owned()),
    };
    let house = BorrowingContactPage {
        back: Link {
            label: BorrowingPage::title(collector.language),
            href: TOWN.to_owned(),
        },
        is_house: true,
        name: HOUSE.to_owned(),
        phone: None,
        email: None,
        ..town.clone()
    };
    collector.add("borrowing-contact", "town", &town);
    collector.add("borrowing-contact", "house", &house);
}
