//! Offers of some members: help that is not a person.

use super::Plan;
use super::chance::Chance;
use super::federation::Employer;
use crate::clock::Instant;
use crate::ids::OfferId;
use crate::offers::{Compute, Content, Cost, Offer, OfferSkill, OfferState, Reach, What};
use crate::organisations::OrganisationKind;
use crate::reference::Text;

/// Who makes an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Giver {
    /// The member manager's house.
    Home,
    /// Another provider.
    Another,
}

/// An offer as it is written here.
struct Sketch {
    giver: Giver,
    state: OfferState,
    title: (&'static str, &'static str),
    text: (&'static str, &'static str),
    what: What,
    reach: Reach,
    /// Hours until it can be used, days at most.
    time: (u16, u16),
    cost: Cost,
    cost_note: (&'static str, &'static str),
}

/// The offers of a plan, oldest first.
pub(super) fn offers(plan: &Plan, employers: &[Employer], now: Instant) -> Vec<Offer> {
    let givers: Vec<_> = employers
        .iter()
        .skip(1)
        .filter(|employer| employer.rows.struck_since.is_none())
        .map(|employer| &employer.rows.organisation)
        .filter(|house| house.kind == OrganisationKind::ItProvider && house.is_member(now))
        .collect();
    let numbered = (0..).zip(sketches());
    let offers = numbered.filter_map(|(number, sketch)| {
        let mut chance = Chance::of(plan.seed, "offer", number);
        let house = match sketch.giver {
            Giver::Home => &employers.first()?.rows.organisation,
            Giver::Another if givers.is_empty() => return None,
            Giver::Another => *chance.pick(&givers),
        };
        let created_at = now.plus_days(-chance.within(20..=200));
        let last_day = now.plus_days(chance.within(120..=500)).date();
        let (lead_hours, max_days) = sketch.time;
        Some(Offer {
            id: OfferId(chance.ordered_uuid(created_at)),
            organisation: house.id,
            state: sketch.state,
            content: Content {
                title: text(sketch.title),
                text: text(sketch.text),
                what: sketch.what,
                place: house.place.parse().ok()?,
                reach: sketch.reach,
                lead_hours,
                max_days,
                cost: sketch.cost,
                cost_note: text(sketch.cost_note),
                expires_at: Instant::end_of(last_day),
            },
            created_at,
            version: 1,
        })
    });
    offers.collect()
}

fn text((de, en): (&str, &str)) -> Text {
    Text {
        de: de.to_owned(),
        en: en.to_owned(),
    }
}

fn sketches() -> Vec<Sketch> {
    let mut sketches = of_home();
    sketches.extend(of_others());
    sketches.extend(of_others_to_lend());
    sketches
}

/// One of each kind that a manager sees first, published and not.
fn of_home() -> Vec<Sketch> {
    vec![
        Sketch {
            text: (
                "Eigener Raum mit getrenntem Netz, Druckern und Telefonen. Parkplätze am Haus.",
                "A room of its own with a separate network, printers and telephones. Parking at the house.",
            ),
            reach: Reach::AtPlace,
            time: (4, 60),
            ..home(
                OfferState::Published,
                (
                    "Zwölf Arbeitsplätze mit Telefon",
                    "Twelve desks with telephones",
                ),
                What::Workplaces(12),
            )
        },
        Sketch {
            text: (
                "Das Team bringt Server und Anmeldung wieder in Gang und hat das schon mehrfach geübt.",
                "The team brings servers and sign-in back and has practised it several times.",
            ),
            cost_note: ("Fahrt und Unterkunft", "Travel and lodging"),
            ..home(
                OfferState::Published,
                (
                    "Vierköpfiges Team für den Wiederanlauf",
                    "A team of four for the restart",
                ),
                What::TeamPackage {
                    headcount: 4,
                    skills: vec![
                        skill("domain:active-directory", 4),
                        skill("domain:backup-restore", 3),
                        skill("product:veeam", 3),
                    ],
                },
            )
        },
        home(
            OfferState::Draft,
            (
                "Notebooks, frisch aufgesetzt",
                "Notebooks, freshly installed",
            ),
            What::Devices(25),
        ),
        home(
            OfferState::Withdrawn,
            ("Mobilfunk-Router mit Karte", "Mobile routers with a card"),
            What::Devices(6),
        ),
    ]
}

fn of_others() -> Vec<Sketch> {
    vec![
        Sketch {
            text: (
                "Getrennte Umgebung in einem geprüften Rechenzentrum, mit täglicher Sicherung.",
                "A separate environment in an audited data centre, with a daily backup.",
            ),
            ..other(
                ("Platz für Ersatzserver", "Room for replacement servers"),
                What::Capacity(Compute {
                    vcpu: Some(256),
                    memory_gb: Some(1_024),
                    storage_tb: Some(40),
                }),
                Reach::Nationwide,
            )
        },
        Sketch {
            text: (
                "Wir führen Ihr Melderegister, bis Sie wieder arbeiten können. Auskünfte und Ausweise am selben Tag.",
                "We run your register of residents until you can work again. Certificates on the same day.",
            ),
            ..other(
                ("Meldewesen im Auftrag", "Register of residents on behalf"),
                procedure("procedure:meldewesen"),
                Reach::Nationwide,
            )
        },
        other(
            (
                "Wohngeld im Auftrag berechnen und auszahlen",
                "Housing benefit on behalf",
            ),
            procedure("procedure:wohngeld"),
            Reach::Nationwide,
        ),
    ]
}

fn of_others_to_lend() -> Vec<Sketch> {
    vec![
        Sketch {
            cost: Cost::None,
            time: (12, 30),
            ..other(
                (
                    "Mobile Schalter für das Bürgerbüro",
                    "Mobile counters for citizens",
                ),
                What::Workplaces(3),
                Reach::Within(150),
            )
        },
        Sketch {
            cost: Cost::Expenses,
            cost_note: ("Nur der Transport", "Transport only"),
            time: (24, 60),
            ..other(
                (
                    "Notebooks und Bildschirme zum Ausleihen",
                    "Notebooks and screens to borrow",
                ),
                What::Devices(40),
                Reach::Within(300),
            )
        },
    ]
}

/// Of the member manager's house: a thing that comes.
fn home(state: OfferState, title: (&'static str, &'static str), what: What) -> Sketch {
    Sketch {
        giver: Giver::Home,
        state,
        title,
        text: ("", ""),
        what,
        reach: Reach::Within(200),
        time: (24, 90),
        cost: Cost::Expenses,
        cost_note: ("", ""),
    }
}

/// Of another house.
fn other(title: (&'static str, &'static str), what: What, reach: Reach) -> Sketch {
    Sketch {
        giver: Giver::Another,
        state: OfferState::Published,
        title,
        text: ("", ""),
        what,
        reach,
        time: (72, 180),
        cost: Cost::Fee,
        cost_note: ("", ""),
    }
}

fn procedure(id: &str) -> What {
    What::Procedure {
        procedure: id.to_owned(),
        product: None,
    }
}

fn skill(id: &str, level: u8) -> OfferSkill {
    OfferSkill {
        id: id.to_owned(),
        level,
    }
}
