//! A coordinator takes a call down.

use kataster::access::Role;

use super::help::{TOWN, look, send, text};
use super::incidents::says;
use crate::emergency::{issue, recorded};
use crate::support::{Answer, TestApp, organisation};

const INTAKE: &str = "/vorfaelle/neu";

/// What somebody says on the phone; the first is the number of the form.
const CALL: [(&str, &str); 5] = [
    ("vorgang", "0197a3c2b1d04e6f0197a3c2b1d04e6f"),
    ("ort", "Köthen (Anhalt)"),
    ("symptom", "files-encrypted"),
    ("telefon", "0171 9998887"),
    ("name", "Xylofanie Quastenflosser, IT-Leitung"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    CALL.iter().copied().chain(more.iter().copied()).collect()
}

/// The page of the incident that an answer leads to.
fn incident(answer: &Answer) -> String {
    let (_, rest) = answer.text.split_once("href=\"/vorfaelle/inc_").unwrap();
    format!("/vorfaelle/inc_{}", rest.split('"').next().unwrap())
}

/// Address of the status page, as it is read aloud.
fn status(answer: &Answer) -> String {
    let (_, rest) = answer.text.split_once("class=\"spelled\">").unwrap();
    let (spelled, _) = rest.split_once("</p>").unwrap();
    let groups = spelled.split("<code>").skip(1);
    let token: String = groups.map(|rest| rest.split('<').next().unwrap()).collect();
    format!("/hilfe/{token}")
}

fn words(page: &str) -> Vec<&str> {
    let (_, rest) = page.split_once("class=\"words\">").unwrap();
    let (list, _) = rest.split_once("</dl>").unwrap();
    let found = list.split("<dd>").skip(1);
    found.map(|rest| rest.split('<').next().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_asks_in_the_order_of_a_call_and_says_what_to_say() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let list = text(&app.page("/vorfaelle", &desk).await.expect(200));
    assert!(list.contains("href=\"/vorfaelle/neu\" data-taste=\"n\""));

    let page = text(&app.page(INTAKE, &desk).await.expect(200));

    let order = [
        "Koordinierungsstelle, guten Tag. Wo sind Sie?",
        "name=\"ort\"",
        "name=\"symptom\"",
        "Netzwerk trennen",
        "name=\"betroffen\"",
        "name=\"telefon\"",
        "name=\"name\"",
        "name=\"email\"",
        "name=\"massnahmen\"",
        "name=\"code\"",
        "name=\"uebung\"",
        "Anfrage aufnehmen</button>",
    ];
    let places = order.map(|part| page.find(part).unwrap_or_else(|| panic!("{part}")));
    assert!(places.is_sorted(), "{places:?}");
    let (before, after) = page.split_once(" autofocus").unwrap();
    assert!(before.ends_with("satz-ort ort-hinweis\"") && !after.contains(" autofocus"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_coordinators_take_calls_down() {
    let app = TestApp::new().await;
    let town = organisation().save(&app).await;
    for role in [
        Role::Requester,
        Role::MemberManager,
        Role::Vetter,
        Role::Admin,
    ] {
        let house = role.is_for_an_organisation().then_some(town);
        let other = app.browse_as(role, house).await;

        app.page(INTAKE, &other).await.expect(403);
        app.submit(INTAKE, &other, &CALL).await.expect(403);
    }
    app.submit(INTAKE, "", &CALL).await.expect(401);
    let requester = app.browse_as(Role::Requester, Some(town)).await;
    let list = text(&app.page("/vorfaelle", &requester).await.expect(200));

    assert!(!list.contains(INTAKE));
    assert_eq!(recorded(&app, "incident.reported").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_taken_over_at_once_and_told_once() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;

    let first = app.submit(INTAKE, &desk, &CALL).await.expect(201);
    let again = app.submit(INTAKE, &desk, &CALL).await.expect(200);

    assert_eq!(incident(&first), incident(&again));
    let seen = look(&app, &status(&first), "").await;
    assert_eq!(words(&seen), words(&first.text));
    assert!(first.text.contains("class=\"spoken\""));
    let (said, answered) = (words(&first.text)[0], words(&first.text)[1]);
    for secret in ["class=\"spoken\"", "class=\"spelled\"", said, answered] {
        assert!(!again.text.contains(secret), "{secret}");
    }
    assert_eq!(first.headers["cache-control"], "no-store");
    let page = text(&app.page(&incident(&first), &desk).await.expect(200));
    assert!(page.contains("Sie kümmern sich darum."));
    assert!(page.contains("Rückruf offen") && says(&page, said) && !says(&page, answered));
    let other = app.browse_as(Role::Coordinator, None).await;
    let page = text(&app.page(&incident(&first), &other).await.expect(200));
    assert!(page.contains("kümmert sich seit"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_record_names_who_took_the_call_down() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    app.submit(INTAKE, &desk, &CALL).await.expect(201);
    let own = [
        ("symptom", "unclear"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    send(&app, &own).await.expect(303);

    let reported = recorded(&app, "incident.reported").await;
    let taken = recorded(&app, "incident.taken").await;

    assert_eq!(reported[0]["actor"], "service");
    assert_eq!(reported[0]["details"]["by_phone"], false);
    assert_eq!(reported[1]["details"]["by_phone"], true);
    assert!(reported[1]["actor"].as_str().unwrap().starts_with("acc_"));
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0]["actor"], reported[1]["actor"]);
    assert!(!reported[1].to_string().contains("Xylofanie"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_coordinator_with_the_same_form_is_another_call() {
    let app = TestApp::new().await;
    let (one, other) = (
        app.browse_as(Role::Coordinator, None).await,
        app.browse_as(Role::Coordinator, None).await,
    );

    let first = app.submit(INTAKE, &one, &CALL).await.expect(201);
    let second = app.submit(INTAKE, &other, &CALL).await.expect(201);

    assert_ne!(incident(&first), incident(&second));
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_stand_at_their_fields_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let typed = [
        ("vorgang", CALL[0].1),
        ("ort", "Nirgendwo XYZ"),
        ("betroffen", "mail"),
        ("telefon", "ruf an"),
        ("name", "Xylofanie <b>"),
        ("email", "kein at"),
        ("massnahmen", "Stecker gezogen"),
        ("code", "0OI1L"),
        ("uebung", "1"),
    ];

    let wrong = app.submit(INTAKE, &desk, &typed).await.expect(422);

    let page = wrong.text.as_str();
    for kept in [
        CALL[0].1,
        "Nirgendwo XYZ",
        "value=\"mail\" data-taste=\"m\" checked",
        "ruf an",
        "Xylofanie &#60;b&#62;",
        "kein at",
        "Stecker gezogen",
        "0OI1L",
        "name=\"uebung\" value=\"1\" checked",
    ] {
        assert!(page.contains(kept), "{kept}");
    }
    for field in ["ort", "telefon", "email", "code"] {
        assert!(page.contains(&format!("id=\"{field}-fehler\"")), "{field}");
    }
    assert!(page.contains("href=\"#symptom\""));
    assert_eq!(recorded(&app, "incident.reported").await.len(), 0);
    let free = with(&[("ort_frei", "1"), ("uebung", "1")]);
    let free: Vec<_> = free
        .into_iter()
        .map(|(name, value)| match name {
            "ort" => (name, "Zweckverband Xylophon"),
            _ => (name, value),
        })
        .collect();
    let kept = app.submit(INTAKE, &desk, &free).await.expect(201);
    assert!(kept.text.contains("Zweckverband Xylophon") && kept.text.contains("ÜBUNG"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_may_be_dead_is_asked_about_once() {
    let app = TestApp::new().await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let fields = [
        ("vorgang", CALL[0].1),
        ("near", TOWN),
        ("symptom", "systems-down"),
        ("telefon", "03496 425 0"),
        ("betroffen", "phones"),
    ];

    let doubted = app.submit(INTAKE, &desk, &fields).await.expect(422);

    assert!(doubted.text.contains("Haben Sie ein privates Handy?"));
    let nevertheless = [&fields[..], &[("trotzdem", "1")]].concat();
    app.submit(INTAKE, &desk, &nevertheless).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_read_aloud_verifies_and_a_wrong_one_does_not() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let desk = app.browse_as(Role::Coordinator, None).await;
    let heard = codes[0].to_lowercase().replace('-', " ");

    let right = app
        .submit(INTAKE, &desk, &with(&[("code", &heard)]))
        .await
        .expect(201);
    let used = app
        .submit(INTAKE, &desk, &with(&[("code", &codes[0])]))
        .await
        .expect(201);

    assert!(right.text.contains("Ihr Code hat gepasst") && !right.text.contains("\"words\""));
    let page = text(&app.page(&incident(&right), &desk).await.expect(200));
    assert!(page.contains("mit einem Notfallcode") && page.contains("Sie kümmern sich darum."));
    assert!(used.text.contains("hat nicht gepasst") && used.text.contains("\"words\""));
    let page = text(&app.page(&incident(&used), &desk).await.expect(200));
    assert!(page.contains("Rückruf offen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_from_outside_keeps_no_call_from_being_taken_down() {
    let mut app = TestApp::new().await;
    app.peer = Some("192.0.2.7:4711".parse().unwrap());
    let desk = app.browse_as(Role::Coordinator, None).await;
    let flood = [
        ("symptom", "unclear"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    for _ in 0..20 {
        send(&app, &flood).await.expect(303);
    }
    send(&app, &flood).await.expect(429);

    for call in 0..25 {
        let number = format!("{call:032x}");
        let mut fields = CALL.to_vec();
        fields[0] = ("vorgang", &number);
        app.submit(INTAKE, &desk, &fields).await.expect(201);
    }
}
