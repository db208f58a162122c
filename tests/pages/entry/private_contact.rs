//! `/profil/erreichbarkeit`: the person's own numbers, for the person alone.

use kataster::access::Role;
use kataster::entity::expert_private_contact;
use kataster::privacy::Retention;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::Kept;
use crate::privacy::retention::housekeeping;
use crate::support::TestApp;

const PATH: &str = "/profil/erreichbarkeit";
const GIVEN: [(&str, &str); 4] = [
    ("handy", "0171 999 888 7"),
    ("platz_handy", "1"),
    ("platz_diensthandy", "2"),
    ("platz_mail", "0"),
];

async fn kept_rows(app: &TestApp) -> u64 {
    expert_private_contact::Entity::find()
        .count(app.state.db.reader())
        .await
        .unwrap()
}

async fn consent(app: &TestApp, kept: &Kept) -> String {
    let page = app.page("/einwilligungen", &kept.person).await.expect(200);
    let from = page.text.find("zweck-private_contact").unwrap();
    page.text[from..].to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn private_numbers_are_kept_in_order_and_only_the_person_sees_them() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;

    app.submit(PATH, &kept.person, &GIVEN).await.expect(303);

    let own = app.page(PATH, &kept.person).await.expect(200).text;
    let first = own.find("+491719998887").unwrap();
    assert!(
        first < own.find("Diensthandy").unwrap(),
        "it is tried first"
    );
    assert!(own.contains("Ihre Einwilligung gilt bis"));
    assert!(consent(&app, &kept).await.contains("gilt bis"));
    for path in ["/profil", "/einblicke"] {
        let page = app.page(path, &kept.person).await.expect(200).text;
        assert!(!page.contains("9998887"), "{path}");
    }
    let token = app.sign_in(Role::MemberManager, Some(kept.employer)).await;
    let entry = app
        .get(&format!("/api/v1/experts/{}", kept.id), &token)
        .await;
    assert!(!entry.text.contains("9998887"));
    let page = app.page(&kept.path("kontakt"), &kept.manager).await;
    assert!(!page.text.contains("9998887"));
    app.page(PATH, &kept.manager).await.expect(403);
    let copy = app.page("/konto/meine-daten/kopie", &kept.person).await;
    assert!(copy.expect(200).text.contains("+491719998887"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let cases: [(&[(&str, &str)], &str); 5] = [
        (
            &[("handy", "siebzehn"), ("platz_handy", "1")],
            "Geben Sie eine Telefonnummer an",
        ),
        (
            &[("mail", "erika"), ("platz_mail", "1")],
            "Geben Sie eine E-Mail-Adresse an",
        ),
        (
            &[
                ("handy", "0171 9998887"),
                ("platz_handy", "0"),
                ("platz_diensthandy", "1"),
            ],
            "Wählen Sie, wann wir diesen Weg versuchen",
        ),
        (
            &[("telefon", ""), ("platz_telefon", "1")],
            "wählen Sie „Nicht benutzen“",
        ),
        (&[("handy", "")], "Lassen Sie uns mindestens einen Weg"),
    ];
    for (fields, message) in cases {
        let again = app
            .submit(PATH, &kept.person, fields)
            .await
            .expect(422)
            .text;

        assert!(again.contains(message), "{message}");
        assert!(again.contains(fields[0].1));
    }
    assert_eq!(kept_rows(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_the_consent_back_deletes_the_numbers_and_so_does_its_end() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    app.submit(PATH, &kept.person, &GIVEN).await.expect(303);
    let withdraw = [("zweck", "private_contact"), ("was", "widerrufen")];

    app.submit("/einwilligungen", &kept.person, &withdraw)
        .await
        .expect(303);

    assert_eq!(kept_rows(&app).await, 0);
    assert!(consent(&app, &kept).await.contains("Widerrufen am"));
    let give = [("zweck", "private_contact"), ("was", "geben")];
    let led = app.submit("/einwilligungen", &kept.person, &give).await;
    assert_eq!(led.expect(303).location(), PATH, "it is given with numbers");
    assert!(consent(&app, &kept).await.contains("Widerrufen am"));

    app.submit(PATH, &kept.person, &GIVEN).await.expect(303);
    app.move_days(364);
    housekeeping(&app, Retention::default()).await;
    assert_eq!(kept_rows(&app).await, 1);
    app.move_days(2);
    housekeeping(&app, Retention::default()).await;
    assert_eq!(kept_rows(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn emptying_the_private_fields_ends_the_consent_and_keeps_the_order() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    app.submit(PATH, &kept.person, &GIVEN).await.expect(303);
    let at_work = [
        ("handy", ""),
        ("platz_dienstmail", "1"),
        ("platz_diensthandy", "2"),
    ];

    app.submit(PATH, &kept.person, &at_work).await.expect(303);

    let own = app.page(PATH, &kept.person).await.expect(200).text;
    assert!(!own.contains("9998887"));
    assert!(own.find("E-Mail dienstlich").unwrap() < own.find("Diensthandy").unwrap());
    assert!(consent(&app, &kept).await.contains("Widerrufen am"));
    housekeeping(&app, Retention::default()).await;
    assert_eq!(kept_rows(&app).await, 1, "the order at work stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_saving_and_withdrawing_at_once_nothing_private_is_left_without_consent() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let withdraw = [("zweck", "private_contact"), ("was", "widerrufen")];

    for _ in 0..8 {
        let (saved, withdrawn) = tokio::join!(
            app.submit(PATH, &kept.person, &GIVEN),
            app.submit("/einwilligungen", &kept.person, &withdraw),
        );
        saved.expect(303);
        withdrawn.expect(303);

        let page = consent(&app, &kept).await;
        let is_given = page.contains("gilt bis");
        assert_eq!(kept_rows(&app).await == 1, is_given, "{page}");
    }
}
