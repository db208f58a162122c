//! Samples of offers.

use super::Collector;
use crate::Role;
use crate::pages::{
    OfferFilter, OfferFormPage, OfferFormState, OfferRefusal, OffersPage, OwnOfferRow,
    OwnOfferState, OwnOffersPage, SkillInput, SkillProblem,
};
use crate::parts::{
    FieldProblem, Filled, Link, OfferCard, OfferCost, OfferKind, OfferReach, OfferSize, Pagination,
    PlaceField,
};

const HOUSE: &str = "IT Mitte AöR";

pub(super) fn collect(collector: &mut Collector) {
    own(collector);
    forms(collector);
    list(collector);
}

pub(super) fn card(collector: &Collector, kind: OfferKind) -> OfferCard {
    let pick = |german, english| collector.pick(german, english);
    let (title, size, skills, procedure) = matter(collector, kind);
    OfferCard {
        kind,
        title,
        text: vec![pick("Mit Betreuung durch uns.", "With support by us.")],
        house: None,
        employer: pick("Kommunaler IT-Dienstleister", "Municipal IT provider"),
        region: "Sachsen-Anhalt".to_owned(),
        distance_km: None,
        size,
        skills,
        procedure,
        reach: OfferReach::AtPlace,
        lead_hours: 0,
        max_days: 90,
        cost: OfferCost::None,
        cost_note: String::new(),
        until: pick("31. Dezember 2027", "31 December 2027"),
    }
}

/// Title, size, skills, and the procedure with its product.
type Matter = (String, OfferSize, Vec<(String, u8)>, Vec<String>);

fn matter(collector: &Collector, kind: OfferKind) -> Matter {
    let pick = |german, english| collector.pick(german, english);
    match kind {
        OfferKind::TeamPackage => (
            pick("Wiederanlauf von Servern", "Bringing servers back"),
            OfferSize::People(4),
            vec![("Active Directory".to_owned(), 4), ("Veeam".to_owned(), 3)],
            Vec::new(),
        ),
        OfferKind::Workplaces => (
            pick(
                "Zwölf Arbeitsplätze mit Telefon",
                "Twelve desks with telephones",
            ),
            OfferSize::Workplaces(12),
            Vec::new(),
            Vec::new(),
        ),
        OfferKind::Devices => (
            pick(
                "Notebooks, frisch aufgesetzt",
                "Notebooks, freshly installed",
            ),
            OfferSize::Devices(1),
            Vec::new(),
            Vec::new(),
        ),
        OfferKind::Capacity => (
            pick("Platz für Ersatzserver", "Room for replacement servers"),
            OfferSize::Compute {
                vcpu: Some(128),
                memory_gb: Some(512),
                storage_tb: None,
            },
            Vec::new(),
            Vec::new(),
        ),
        OfferKind::Procedure => (
            pick(
                "Wir führen Ihr Meldewesen",
                "We run your register of residents",
            ),
            OfferSize::Whole,
            Vec::new(),
            vec!["Meldewesen".to_owned(), "VOIS".to_owned()],
        ),
    }
}

fn own(collector: &mut Collector) {
    let row = |kind, state, version| OwnOfferRow {
        href: "/organisation/angebote/off_1".to_owned(),
        state,
        version,
        card: card(collector, kind),
    };
    let mut page = OwnOffersPage {
        frame: collector.signed_in("/organisation/angebote", Role::MemberManager),
        name: HOUSE.to_owned(),
        is_member: true,
        is_struck: false,
        rows: vec![
            row(OfferKind::Workplaces, OwnOfferState::Found, 3),
            row(OfferKind::TeamPackage, OwnOfferState::Draft, 1),
            row(OfferKind::Procedure, OwnOfferState::Over, 2),
        ],
        withdrawn: vec![row(OfferKind::Devices, OwnOfferState::Withdrawn, 4)],
        is_conflict: false,
        refused: None,
    };
    collector.add("own-offers", "some", &page);
    page.is_conflict = true;
    page.is_struck = true;
    page.rows[0].state = OwnOfferState::Hidden;
    page.refused = Some(OfferRefusal::Outdated);
    collector.add("own-offers", "struck", &page);
    page.is_member = false;
    page.is_conflict = false;
    page.rows.clear();
    page.withdrawn.clear();
    page.refused = Some(OfferRefusal::Entered);
    collector.add("own-offers", "no-member", &page);
}

fn forms(collector: &mut Collector) {
    let skill = |position, typed: &str, problem| SkillInput {
        position,
        typed: typed.to_owned(),
        level: 3,
        problem,
    };
    let choice = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let mut page = OfferFormPage {
        frame: collector.signed_in("/organisation/angebote/neu", Role::MemberManager),
        name: HOUSE.to_owned(),
        kind: OfferKind::TeamPackage,
        action: "/organisation/angebote/neu".to_owned(),
        state: OfferFormState::New("1".to_owned()),
        form: Filled {
            values: vec![
                ("titel", "Wiederanlauf".to_owned()),
                ("anzahl", "4".to_owned()),
                ("reichweite", "radius".to_owned()),
                ("umkreis", "200".to_owned()),
                ("kosten", "expenses".to_owned()),
            ],
            problems: Vec::new(),
        },
        skills: vec![skill(1, "Veeam", None), skill(2, "", None)],
        names: vec![choice("Veeam", "Veeam Backup")],
        procedures: vec![choice("procedure:meldewesen", "Meldewesen")],
        products: vec![choice("product:vois", "VOIS")],
        is_conflict: false,
        refused: None,
    };
    collector.add("offer-form", "new", &page);
    page.skills[1].problem = Some(SkillProblem::Twice);
    page.form.problems = vec![
        ("titel", FieldProblem::Identifying("Halle".to_owned())),
        ("anzahl", FieldProblem::NoNumber(1, 500)),
        ("ort", FieldProblem::NoPlace(Vec::new())),
        ("reichweite", FieldProblem::Missing),
        ("bis", FieldProblem::Past),
    ];
    page.refused = Some(OfferRefusal::TooMany);
    collector.add("offer-form", "refused", &page);
    page.form.problems.clear();
    page.refused = None;
    page.skills.clear();
    page.is_conflict = true;
    page.state = OfferFormState::Published(3);
    for kind in [
        OfferKind::Workplaces,
        OfferKind::Devices,
        OfferKind::Capacity,
        OfferKind::Procedure,
    ] {
        page.kind = kind;
        collector.add("offer-form", kind.value(), &page);
        page.is_conflict = false;
        page.state = OfferFormState::Withdrawn(2);
    }
}

fn list(collector: &mut Collector) {
    let filter = |label: &str, is_chosen| OfferFilter {
        link: Link {
            label: label.to_owned(),
            href: "/angebote?kind=devices".to_owned(),
        },
        is_chosen,
    };
    let mut cards: Vec<_> = OfferKind::ALL.map(|kind| card(collector, kind)).to_vec();
    cards[0].reach = OfferReach::Within(200);
    cards[0].lead_hours = 72;
    cards[0].distance_km = Some(40);
    cards[1].house = Some(HOUSE.to_owned());
    cards[0].cost = OfferCost::Expenses;
    cards[1].lead_hours = 4;
    cards[2].cost = OfferCost::Fee;
    cards[2].cost_note = collector.pick("nur Transport", "transport only");
    cards[3].reach = OfferReach::Nationwide;
    cards[4].lead_hours = 1;
    cards[4].max_days = 1;
    let mut page = OffersPage {
        frame: collector.signed_in("/angebote", Role::Requester),
        query: "Server".to_owned(),
        place: PlaceField::default(),
        radius_km: Some(75),
        hidden: vec![("kind".to_owned(), "devices".to_owned())],
        kinds: vec![filter("Geräte", true), filter("Arbeitsplätze", false)],
        procedures: vec![filter("Meldewesen", false)],
        lands: vec![filter("Sachsen-Anhalt", false)],
        is_narrowed: true,
        total: 45,
        cards,
        pagination: Some(Pagination {
            base: "/angebote?kind=devices".to_owned(),
            current: 1,
            last: 3,
        }),
    };
    collector.add("offers", "some", &page);
    page.cards.clear();
    page.total = 0;
    page.pagination = None;
    page.procedures.clear();
    page.lands.clear();
    collector.add("offers", "none", &page);
}
