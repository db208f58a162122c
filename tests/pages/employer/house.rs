//! Facts of the house: struck, participation, duty desk, conditions, and what is left to do.

use kataster::access::Role;

use super::{House, found, recorded, version};
use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_takes_a_struck_house_out_of_every_match_and_one_brings_it_back() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let path = "/organisation/betroffen";
    let off = app.page(path, &house.manager).await.expect(200).text;
    assert!(off.contains("Wir sind selbst betroffen"));

    app.submit(path, &house.manager, &[("betroffen", "1")])
        .await
        .expect(303);

    assert_eq!(found(&app).await, (vec![], vec![]));
    let on = app.page(path, &house.deputy).await.expect(200).text;
    assert!(
        on.contains("Selbst betroffen seit heute, 9:00 Uhr."),
        "{on}"
    );
    app.submit(path, &house.deputy, &[("betroffen", "0")])
        .await
        .expect(303);
    assert_eq!(found(&app).await.0.len(), 1);
    assert_eq!(recorded(&app, "organisation.struck").await, 1);
    assert_eq!(recorded(&app, "organisation.recovered").await, 1);
    app.submit(path, &house.manager, &[("betroffen", "x")])
        .await
        .expect(422);
    let person = app.browse_as(Role::Expert, Some(house.id)).await;
    app.submit(path, &person, &[("betroffen", "1")])
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn persons_are_found_once_the_staff_council_agreed_and_only_then() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let path = "/organisation/mitbestimmung";
    let say = async |state: &str, day: &str| {
        let page = app.page(path, &house.manager).await.expect(200).text;
        let stand = version(&page, "stand");
        let form = [
            ("stand", stand.as_str()),
            ("beteiligung", state),
            ("seit", day),
        ];
        app.submit(path, &house.manager, &form).await
    };

    for (state, day, found_then) in [
        ("refused", "2026-11-20", 0),
        ("asked", "2026-11-23", 0),
        ("agreed", "2026-11-01", 1),
        ("asked", "2026-11-23", 0),
        ("not_needed", "2026-11-23", 1),
    ] {
        say(state, day).await.expect(303);
        assert_eq!(found(&app).await.0.len(), found_then, "{state}");
    }
    let page = app.page(path, &house.manager).await.expect(200).text;
    assert!(page.contains("seit 23. November 2026"), "{page}");
    for (state, day, message) in [
        ("agreed", "2026-11-24", "liegt in der Zukunft"),
        ("agreed", "neulich", "Geben Sie einen Tag an"),
        ("agreed", "", "Füllen Sie das Feld „Seit wann?“ aus."),
        ("vielleicht", "2026-11-23", "Wo steht die Beteiligung?“ aus"),
    ] {
        let again = say(state, day).await.expect(422).text;
        assert!(again.contains(message), "{state} {day}: {again}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_change_the_house_at_once_do_not_undo_each_other() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let page = app
        .page("/organisation/telefon", &house.manager)
        .await
        .expect(200)
        .text;
    let stand = version(&page, "stand");
    let send = async |session: &str, number: &str| {
        let form = [("stand", stand.as_str()), ("telefon", number)];
        app.submit("/organisation/telefon", session, &form).await
    };

    send(&house.manager, "keine").await.expect(422);
    send(&house.manager, "0345 1234500").await.expect(303);
    let again = send(&house.deputy, "0345 999").await.expect(409).text;

    assert!(again.contains("value=\"0345 999\""), "{again}");
    let page = app
        .page("/organisation", &house.manager)
        .await
        .expect(200)
        .text;
    assert!(page.contains("+493451234500"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_says_who_insures_the_house_and_nobody_else_does() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let path = "/organisation/versicherung";
    let page = app.page(path, &house.manager).await.expect(200).text;
    let stand = version(&page, "stand");
    let send = async |accident: &str, privacy: &str| {
        let form = [
            ("stand", stand.as_str()),
            ("unfall", accident),
            ("datenschutz", privacy),
        ];
        app.submit(path, &house.manager, &form).await
    };

    let wrong = send("Unfallkasse", "keine").await.expect(422).text;
    assert!(wrong.contains("value=\"Unfallkasse\"") && wrong.contains("datenschutz-fehler"));
    let long = "x".repeat(161);
    send(&long, "").await.expect(422);
    send("Unfallkasse Sachsen-Anhalt", "0345 1234599")
        .await
        .expect(303);

    let page = app.page("/organisation", &house.manager).await;
    let page = page.expect(200).text;
    assert!(page.contains("Unfallkasse Sachsen-Anhalt") && page.contains("+493451234599"));
    // Filled from an older state it changes nothing.
    send("", "").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_accepts_the_conditions_once_and_who_signed_is_in_no_record() {
    let app = TestApp::new().await;
    let house = House::new(&app).await;
    let path = "/organisation/bedingungen";
    let send = async |session: &str, name: &str, day: &str| {
        let form = [
            ("fassung", "1"),
            ("name", name),
            ("funktion", "Vorständin"),
            ("datum", day),
            ("bedingungen", "1"),
        ];
        app.submit(path, session, &form).await
    };

    send(&house.manager, "Erika Beispiel", "2026-11-24")
        .await
        .expect(422);
    send(&house.manager, "", "2026-11-02").await.expect(422);
    send(&house.manager, "Erika Beispiel", "2026-11-02")
        .await
        .expect(303);
    let second = send(&house.deputy, "Max Anders", "2026-11-03")
        .await
        .expect(409)
        .text;

    assert!(second.contains("Erika Beispiel, Vorständin") && !second.contains("Max Anders"));
    assert!(
        second.contains("Angenommen: Fassung 1, am 2. November 2026."),
        "{second}"
    );
    assert!(!second.contains("Bedingungen annehmen</button>"));
    let auditor = app.sign_in(Role::Auditor, None).await;
    let record = app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200)
        .text;
    assert_eq!(record.matches("conditions.accepted").count(), 1);
    assert!(!record.contains("Beispiel"));
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let foreign = app.browse_as(Role::MemberManager, Some(other)).await;
    let page = app.page(path, &foreign).await.expect(200).text;
    assert!(!page.contains("Erika Beispiel") && page.contains("Bedingungen annehmen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hub_says_what_is_missing_and_when_nothing_is() {
    let app = TestApp::new().await;
    let id = organisation()
        .with("participation", "asked")
        .save(&app)
        .await;
    let manager = app.browse_as(Role::MemberManager, Some(id)).await;
    let hub = async || app.page("/organisation", &manager).await.expect(200).text;
    assert_eq!(hub().await.matches("</span>Offen</span>").count(), 6);

    let person = expert(id).draft(&app).await;
    let page = hub().await;

    assert_eq!(page.matches("</span>Erledigt</span>").count(), 2, "{page}");
    assert_eq!(
        page.matches("Noch 1</span>").count(),
        1,
        "admission: {page}"
    );
    assert!(page.contains(&format!("/eintraege/{person}")));
    for part in [
        "bedingungen",
        "mitbestimmung",
        "telefon",
        "freigaben",
        "betroffen",
    ] {
        assert!(
            page.contains(&format!("href=\"/organisation/{part}\"")),
            "{part}"
        );
    }
    let colleague = app.browse_as(Role::Expert, Some(id)).await;
    let page = app.page("/organisation", &colleague).await.expect(200).text;
    assert!(!page.contains("/organisation/freigaben"), "{page}");
}
