//! Samples of pages for anyone.

use super::Collector;
use super::cards::cards;
use crate::pages::{
    DatabaseHealth, DemoAccount, DeskHealth, ErrorKind, ErrorPage, Figures, GalleryPage,
    SearchHealth, SignInPage, SignInProblem, StartPage, StatusPage,
};
use crate::parts::{FirstAid, Pagination, PasskeyOffer, PlaceField};
use crate::{Flash, FlashKind, Frame, Role, Theme, Undo};

pub(super) fn collect(collector: &mut Collector) {
    start(collector);
    errors(collector);
    sign_in(collector);
    status(collector);
    let page = gallery(collector.anonymous("/bausteine"));
    collector.add("gallery", "all", &page);
}

/// The component gallery, filled.
pub fn gallery(frame: Frame) -> GalleryPage {
    let collector = Collector {
        language: frame.language,
        samples: Vec::new(),
    };
    GalleryPage {
        first_aid: first_aid(&collector),
        frame,
        cards: cards(&collector),
        pagination: Pagination {
            base: "/suche?q=veeam".to_owned(),
            current: 4,
            last: 12,
        },
        place: PlaceField::default(),
    }
}

/// First aid as it is shipped, shortened.
pub(super) fn first_aid(collector: &Collector) -> FirstAid {
    let steps = [
        collector.pick(
            "Netzwerkkabel ziehen, WLAN und VPN trennen. Nicht den Strom.",
            "Pull network cables, disconnect Wi-Fi and VPN. Not the power.",
        ),
        collector.pick(
            "Datensicherungen sofort vom Netz nehmen.",
            "Take backups off the network at once.",
        ),
        collector.pick(
            "Nichts löschen, nichts neu starten, nichts bezahlen, nicht antworten.",
            "Delete nothing, restart nothing, pay nothing, answer nobody.",
        ),
    ];
    FirstAid {
        title: collector.pick(
            "Netzwerk trennen, Geräte eingeschaltet lassen.",
            "Disconnect the network, leave devices switched on.",
        ),
        steps: steps.into(),
        exception: collector.pick(
            "Lässt sich das Gerät nicht trennen? Dann Strom weg.",
            "The device cannot be disconnected? Then cut the power.",
        ),
        checked: None,
    }
}

fn start(collector: &mut Collector) {
    let figures = Figures {
        experts: 587,
        members: 74,
        lands: 16,
    };
    let first_visit = StartPage {
        frame: collector.anonymous("/"),
        figures: Some(figures),
        first_aid: first_aid(collector),
    };
    let mut frame = collector.signed_in("/", Role::Requester);
    frame.theme = Theme::Dark;
    frame.flash = Some(Flash {
        kind: FlashKind::Success,
        text: collector.pick("Sie sind angemeldet.", "You are signed in."),
        undo: None,
    });
    let signed_in = StartPage {
        frame,
        figures: None,
        first_aid: FirstAid {
            checked: Some((
                "CERT Musterland".to_owned(),
                collector.pick("2. November 2026", "2 November 2026"),
            )),
            ..first_aid(collector)
        },
    };
    collector.add("start", "first-visit", &first_visit);
    collector.add("start", "signed-in-dark", &signed_in);
}

fn errors(collector: &mut Collector) {
    let kinds = [
        ("not-found", 404, ErrorKind::NotFound),
        ("forbidden", 403, ErrorKind::Forbidden),
        ("other-site", 403, ErrorKind::OtherSite),
        ("method", 405, ErrorKind::MethodNotAllowed),
        ("gone", 410, ErrorKind::Gone),
        ("invalid", 422, ErrorKind::Invalid),
        ("too-many", 429, ErrorKind::TooMany { retry_minutes: 5 }),
        ("internal", 500, ErrorKind::Internal),
        ("unavailable", 503, ErrorKind::Unavailable),
    ];
    for (name, status, kind) in kinds {
        let page = ErrorPage {
            frame: collector.anonymous("/gibt-es-nicht"),
            kind,
            status,
            request_id: (kind == ErrorKind::Internal).then(|| "0191d4b2-7c1e".to_owned()),
        };
        collector.add("error", name, &page);
    }
}

fn sign_in(collector: &mut Collector) {
    let page = SignInPage {
        frame: collector.anonymous("/anmelden?weiter=/suche"),
        email: String::new(),
        next: "/suche".to_owned(),
        passkey: Some(PasskeyOffer {
            origin: "http://localhost:8080".to_owned(),
        }),
        problems: Vec::new(),
        demo_accounts: vec![DemoAccount {
            role: Role::Requester,
            email: "requester@demo.example".to_owned(),
        }],
    };
    collector.add("sign-in", "empty", &page);
    let refused = SignInPage {
        email: "a.schroeder@koethen.example".to_owned(),
        problems: vec![SignInProblem::Refused, SignInProblem::PasswordMissing],
        demo_accounts: Vec::new(),
        ..page
    };
    collector.add("sign-in", "refused", &refused);
}

fn status(collector: &mut Collector) {
    let mut frame = collector.anonymous("/status");
    frame.flash = Some(Flash {
        kind: FlashKind::Info,
        text: collector.pick("Anfrage zurückgezogen.", "Request withdrawn."),
        undo: Some(Undo {
            action: "/hilfe/rueckgaengig".to_owned(),
            until: collector.pick("14:20 Uhr", "14:20"),
        }),
    });
    let well = StatusPage {
        frame,
        database: DatabaseHealth::Up,
        search: SearchHealth::Ready,
        desk: Some(DeskHealth::OnDuty),
        as_of: Some(collector.pick("heute, 14:20 Uhr", "today, 14:20")),
        version: "0.1.0".to_owned(),
        reference_as_of: Some(collector.pick("31. Dezember 2023", "31 December 2023")),
        checked_at: collector.pick("heute, 14:21 Uhr", "today, 14:21"),
    };
    collector.add("status", "well", &well);
    let down = StatusPage {
        database: DatabaseHealth::Down,
        search: SearchHealth::Behind { changes: 12 },
        desk: Some(DeskHealth::Nobody),
        ..well
    };
    collector.add("status", "down", &down);
}
