//! Samples of emergency access.

use super::Collector;
use crate::Role;
use crate::pages::{
    AcceptanceForm, AcceptanceProblem, BulkForm, BulkProblem, BulkProblemKind, Call, CardRow,
    CardView, CardsPage, CardsView, CodesGonePage, ConditionsPage, ConditionsText, ContactForm,
    ContactProblem, ContactRow, EmergencyCardPage, IssueCardPage, IssuedAs, OrderOfCalls,
    PrintedCard, PrintedCardsPage, QrCode, RedemptionNotice, RedemptionRow, ReplaceCardPage,
    ReplacementStep, ReplacementView, TownCard, TownCardPage, TownPage,
};
use crate::parts::PlaceField;

const TOWN: &str = "Stadt Köthen (Anhalt)";

pub(super) fn collect(collector: &mut Collector) {
    about(collector);
    town(collector);
    town_card(collector);
    issue(collector);
    replace(collector);
    list(collector);
    printed(collector);
}

fn about(collector: &mut Collector) {
    let page = EmergencyCardPage {
        frame: collector.anonymous("/notfallkarte"),
        calls: OrderOfCalls::default(),
    };
    collector.add("emergency-card", "about", &page);
    let page = ConditionsPage {
        frame: collector.anonymous("/einsatzbedingungen"),
        text: text(collector),
    };
    collector.add("conditions", "current", &page);
}

pub(super) fn text(collector: &Collector) -> ConditionsText {
    ConditionsText {
        version: 1,
        since: collector.pick("1. November 2026", "1 November 2026"),
        points: vec![
            ("Zweck".to_owned(), "Kommunen helfen einander.".to_owned()),
            ("Ende".to_owned(), "Jede Seite kann beenden.".to_owned()),
        ],
        checked: None,
    }
}

fn card(collector: &Collector) -> CardView {
    CardView {
        id: "card_1".to_owned(),
        number: "15082180-1".to_owned(),
        is_working: true,
        issued: collector.pick("3. Mai 2026", "3 May 2026"),
        issued_as: IssuedAs::Provider,
        ended: None,
        conditions_version: 1,
        accepted: collector.pick("28. April 2026", "28 April 2026"),
        codes_left: 8,
        replacement: None,
    }
}

fn standing(collector: &Collector, card: Option<CardView>) -> TownCard {
    TownCard {
        place: "15082180".to_owned(),
        card,
        needs_acceptance: false,
        providers: vec!["Kommunales Rechenzentrum Auental".to_owned()],
        redemptions: vec![
            RedemptionRow {
                at: collector.pick("gestern, 3:12 Uhr", "yesterday, 3:12"),
                notice: RedemptionNotice::NoChannel,
            },
            RedemptionRow {
                at: collector.pick("vorgestern, 7:40 Uhr", "the day before yesterday, 7:40"),
                notice: RedemptionNotice::Sent,
            },
        ],
    }
}

fn contacts(collector: &Collector) -> Vec<ContactRow> {
    let row = |id: &str, name: &str, is_stale| ContactRow {
        id: id.to_owned(),
        name: name.to_owned(),
        number: "+491711234567".to_owned(),
        checked: collector.pick("1. März 2026", "1 March 2026"),
        is_stale,
    };
    vec![
        row("con_1", "Max Muster, IT-Leitung", false),
        row("con_2", "Erika Beispiel, Bürgermeisterin", true),
    ]
}

fn town(collector: &mut Collector) {
    let asked = CardView {
        issued_as: IssuedAs::Own,
        replacement: Some(ReplacementView {
            asked: collector.pick("heute, 8:02 Uhr", "today, 8:02"),
            until: collector.pick("6. Mai 2026, 8:02 Uhr", "6 May 2026, 8:02"),
            by_viewer: true,
        }),
        ..card(collector)
    };
    let page = TownPage {
        frame: collector.signed_in("/kommune", Role::Requester),
        name: TOWN.to_owned(),
        standing: standing(collector, Some(asked)),
        signatory: Some("Erika Beispiel, Bürgermeisterin".to_owned()),
        contacts: contacts(collector),
        form: ContactForm::default(),
    };
    collector.add("town", "asked", &page);
    let fresh = TownPage {
        standing: TownCard {
            providers: Vec::new(),
            redemptions: Vec::new(),
            ..standing(collector, None)
        },
        signatory: None,
        contacts: Vec::new(),
        form: ContactForm {
            name: String::new(),
            number: "ruf an".to_owned(),
            problems: vec![ContactProblem::Name, ContactProblem::Number],
        },
        ..page
    };
    collector.add("town", "fresh", &fresh);
    let full = TownPage {
        form: ContactForm {
            problems: vec![ContactProblem::TooMany],
            ..ContactForm::default()
        },
        ..fresh
    };
    collector.add("town", "full", &full);
}

fn town_card(collector: &mut Collector) {
    let page = TownCardPage {
        frame: collector.signed_in("/notfallkarten/org_1", Role::Coordinator),
        name: TOWN.to_owned(),
        organisation_id: "org_1".to_owned(),
        standing: standing(collector, Some(card(collector))),
        may_reveal: true,
        revealed: Some(contacts(collector)),
    };
    collector.add("town-card", "revealed", &page);
    let revoked = CardView {
        is_working: false,
        issued_as: IssuedAs::Office,
        ended: Some(collector.pick("heute, 8:02 Uhr", "today, 8:02")),
        codes_left: 0,
        replacement: Some(ReplacementView {
            asked: collector.pick("heute, 8:05 Uhr", "today, 8:05"),
            until: collector.pick("6. Mai 2026, 8:05 Uhr", "6 May 2026, 8:05"),
            by_viewer: false,
        }),
        ..card(collector)
    };
    let waiting = TownCardPage {
        frame: collector.signed_in("/notfallkarten/org_1", Role::MemberManager),
        standing: standing(collector, Some(revoked)),
        may_reveal: false,
        revealed: None,
        ..page.clone()
    };
    collector.add("town-card", "waiting", &waiting);
    let mut outdated = waiting.clone();
    outdated.standing.needs_acceptance = true;
    collector.add("town-card", "waiting-outdated", &outdated);
    let mut outdated = page.clone();
    outdated.standing.needs_acceptance = true;
    collector.add("town-card", "outdated", &outdated);
    let nobody = TownCardPage {
        revealed: Some(Vec::new()),
        ..page
    };
    collector.add("town-card", "nobody", &nobody);
}

fn issue(collector: &mut Collector) {
    let where_to = IssueCardPage {
        frame: collector.signed_in("/notfallkarten/ausstellen", Role::Admin),
        place: PlaceField::default(),
        town: None,
        text: text(collector),
        form: AcceptanceForm::default(),
    };
    collector.add("issue-card", "where", &where_to);
    let form = IssueCardPage {
        town: Some((TOWN.to_owned(), "15082180".to_owned())),
        form: AcceptanceForm {
            token: "0197".to_owned(),
            ..AcceptanceForm::default()
        },
        ..where_to
    };
    collector.add("issue-card", "form", &form);
    let wrong = |problems| IssueCardPage {
        form: AcceptanceForm {
            name: "E".to_owned(),
            is_confirmed: true,
            problems,
            ..AcceptanceForm::default()
        },
        ..form.clone()
    };
    let typed = wrong(vec![
        AcceptanceProblem::Name,
        AcceptanceProblem::Function,
        AcceptanceProblem::Day,
        AcceptanceProblem::NotConfirmed,
    ]);
    collector.add("issue-card", "wrong", &typed);
    let taken = wrong(vec![AcceptanceProblem::HasCard]);
    collector.add("issue-card", "taken", &taken);
    let foreign = wrong(vec![AcceptanceProblem::NotYours]);
    collector.add("issue-card", "foreign", &foreign);
    let outdated = wrong(vec![AcceptanceProblem::Outdated]);
    collector.add("issue-card", "outdated", &outdated);
}

fn replace(collector: &mut Collector) {
    let path = "/notfallkarten/karten/card_1/ersatz";
    let ask = ReplaceCardPage {
        frame: collector.signed_in(path, Role::Requester),
        name: TOWN.to_owned(),
        action: path.to_owned(),
        back: "/kommune".to_owned(),
        step: ReplacementStep::Ask,
        text: text(collector),
        form: AcceptanceForm::default(),
    };
    collector.add("replace-card", "ask", &ask);
    let confirm = ReplaceCardPage {
        step: ReplacementStep::Confirm,
        form: AcceptanceForm {
            name: "Erika Beispiel".to_owned(),
            problems: vec![AcceptanceProblem::Function, AcceptanceProblem::Outdated],
            ..AcceptanceForm::default()
        },
        ..ask
    };
    collector.add("replace-card", "confirm", &confirm);
}

fn list(collector: &mut Collector) {
    let row = |name: &str, number: Option<&str>, is_working, is_asked_for| CardRow {
        name: name.to_owned(),
        href: "/notfallkarten/org_1".to_owned(),
        number: number.map(str::to_owned),
        is_working,
        codes_left: 7,
        is_asked_for,
    };
    let page = CardsPage {
        frame: collector.signed_in("/organisation/notfallkarten", Role::MemberManager),
        view: CardsView::Served,
        q: String::new(),
        rows: vec![
            row(TOWN, Some("15082180-1"), true, false),
            row("Landkreis Anhalt-Bitterfeld", Some("15082-2"), false, false),
            row("Stadt Zörbig", Some("15082430-1"), true, true),
            row("Gemeinde Osternienburger Land", None, false, false),
        ],
        next_href: Some("/organisation/notfallkarten?seite=2".to_owned()),
        bulk: Some(BulkForm {
            text: text(collector),
            ..BulkForm::default()
        }),
    };
    collector.add("cards", "served", &page);
    let kinds = [
        BulkProblemKind::Empty,
        BulkProblemKind::TooMany,
        BulkProblemKind::Columns,
        BulkProblemKind::Place,
        BulkProblemKind::Twice,
        BulkProblemKind::Signatory,
        BulkProblemKind::Date,
        BulkProblemKind::Future,
        BulkProblemKind::HasCard,
        BulkProblemKind::Outdated,
    ];
    let problems = (1..).zip(kinds);
    let wrong = CardsPage {
        bulk: Some(BulkForm {
            rows: "15082180;Erika".to_owned(),
            token: "0197".to_owned(),
            text: text(collector),
            problems: problems
                .map(|(line, kind)| BulkProblem { line, kind })
                .collect(),
        }),
        ..page.clone()
    };
    collector.add("cards", "wrong", &wrong);
    let none = CardsPage {
        frame: collector.signed_in("/notfallkarten?q=xyz", Role::Coordinator),
        view: CardsView::All,
        q: "xyz".to_owned(),
        rows: Vec::new(),
        next_href: None,
        bulk: None,
    };
    collector.add("cards", "none", &none);
}

fn printed(collector: &mut Collector) {
    let known = |name: &str| {
        Some(Call {
            name: name.to_owned(),
            phone: Some("0391 1234567".to_owned()),
        })
    };
    let one = PrintedCard {
        municipality: TOWN.to_owned(),
        number: "15082180-1".to_owned(),
        issued: collector.pick("3. Mai 2026", "3 May 2026"),
        codes: vec!["ABC-DEF-GHJ-KMN-PQR-STU".to_owned(); 10],
        qr: QrCode {
            size: 2,
            path: "M0 0h1v1h-1zM1 1h1v1h-1z".to_owned(),
        },
        calls: OrderOfCalls {
            provider: known("Kommunales Rechenzentrum Auental"),
            land: known("CERT Nord"),
            police: None,
            ..OrderOfCalls::default()
        },
    };
    let page = PrintedCardsPage {
        first_aid: super::public::first_aid(collector),
        frame: collector.signed_in("/notfallkarten/ausstellen", Role::MemberManager),
        address: "https://kataster.example/hilfe".to_owned(),
        cards: vec![one.clone(), one],
        back: "/organisation/notfallkarten".to_owned(),
    };
    collector.add("printed-cards", "two", &page);
    let gone = CodesGonePage {
        frame: collector.signed_in("/notfallkarten/ausstellen", Role::Requester),
        back: "/kommune".to_owned(),
    };
    collector.add("codes-gone", "again", &gone);
}
