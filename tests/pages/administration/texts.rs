//! `/verwaltung/texte`

use kataster::access::Role;
use kataster::entity::kept_text;
use kataster::reference;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait};

use super::{admin, recorded};
use crate::support::{TestApp, organisation};

const AID: &str = "/verwaltung/texte/first-aid";
const CONDITIONS: &str = "/verwaltung/texte/conditions";
const STEPS: &str = "Stecker raus.\n\n  Eins.\nZwei.\nDrei.\nSonst: 112 & <b>warten</b>.";
const STEPS_EN: &str = "Unplug.\nOne.\nTwo.\nThree.\nElse: 112 & <b>wait</b>.";

async fn reword(app: &TestApp, session: &str, path: &str, form: [&str; 3]) -> u16 {
    let [version, german, english] = form;
    let form = [
        ("stand", version),
        ("text_de", german),
        ("text_en", english),
    ];
    app.submit(path, session, &form).await.status.as_u16()
}

async fn check(app: &TestApp, session: &str, path: &str, form: [&str; 3]) -> u16 {
    let [version, by, on] = form;
    let form = [
        ("stand", version),
        ("geprueft_von", by),
        ("geprueft_am", on),
    ];
    let path = format!("{path}/geprueft");
    app.submit(&path, session, &form).await.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn first_aid_is_reworded_checked_and_shown_to_everybody() {
    let app = TestApp::new().await;
    let (_, admin) = admin(&app).await;
    let page = app.page(AID, &admin).await.expect(200).text;
    assert!(page.contains("Fassung 1") && page.contains("Noch nicht geprüft"));

    assert_eq!(reword(&app, &admin, AID, ["1", STEPS, STEPS_EN]).await, 303);
    app.settle().await;
    let start = app.page("/", "").await.expect(200).text;
    assert!(start.contains("Stecker raus.") && start.contains("<li>Eins.</li>"));
    assert!(start.contains("112 &#38; &#60;b&#62;warten"), "{start}");
    assert!(!start.contains("Geprüft von"));

    assert_eq!(
        check(&app, &admin, AID, ["2", "CERT Musterland", "2026-11-02"]).await,
        303
    );
    app.settle().await;
    let start = app.page("/", "").await.expect(200).text;
    assert!(
        start.contains("Geprüft von CERT Musterland am 2. November 2026"),
        "{start}"
    );
    // Whoever rewords it again makes a version nobody has checked.
    let other = STEPS.replace("Zwei.", "Zwei, sofort.");
    assert_eq!(
        reword(&app, &admin, AID, ["2", &other, STEPS_EN]).await,
        303
    );
    app.settle().await;
    assert!(!app.page("/", "").await.text.contains("Geprüft von"));
    assert_eq!(
        recorded(&app, "text.changed").await.len(),
        7,
        "five are shipped"
    );
    assert_eq!(recorded(&app, "text.checked").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_built_wrong_or_typed_beside_another_change_is_shown_again() {
    let app = TestApp::new().await;
    let (_, admin) = admin(&app).await;
    let long = format!("{}\nEins.\nZwei.\nDrei.\nSonst.", "x".repeat(241));

    for (german, english) in [
        ("", STEPS_EN),
        ("Nur eine Zeile", STEPS_EN),
        (long.as_str(), STEPS_EN),
        (STEPS, "One\nTwo\nThree\nFour\nFive\nSix"),
    ] {
        let status = reword(&app, &admin, AID, ["1", german, english]).await;
        assert_eq!(status, 422, "{german} / {english}");
    }
    for form in [
        ["1", "", "2026-11-02"],
        ["1", "CERT Musterland", "2031-01-01"],
        ["1", "CERT Musterland", "gestern"],
    ] {
        assert_eq!(check(&app, &admin, AID, form).await, 422, "{form:?}");
    }
    assert_eq!(
        reword(&app, &admin, CONDITIONS, ["1", "Zweck", "Aim"]).await,
        422
    );
    assert_eq!(
        reword(&app, &admin, "/verwaltung/texte/nichts", ["1", "a", "b"]).await,
        404
    );

    let tries = (0..4).map(|n| {
        let (app, admin) = (&app, &admin);
        let german = STEPS.replace("Eins.", &format!("Eins {n}."));
        async move { reword(app, admin, AID, ["1", &german, STEPS_EN]).await }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [303, 409, 409, 409]);
    assert_eq!(
        check(&app, &admin, AID, ["1", "CERT", "2026-11-02"]).await,
        409
    );
    let mine = [("stand", "1"), ("text_de", STEPS), ("text_en", STEPS_EN)];
    let page = app.submit(AID, &admin, &mine).await.expect(409).text;
    assert!(page.contains("Jemand hat diesen Text inzwischen geändert"));
    assert!(page.contains("name=\"stand\" value=\"2\""), "{page}");
    assert_eq!(
        kept_text::Entity::find()
            .count(app.state.db.reader())
            .await
            .unwrap(),
        6
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_new_version_members_accept_anew_and_never_what_they_did_not_read() {
    let app = TestApp::new().await;
    let (_, admin) = admin(&app).await;
    let house = organisation().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let path = "/organisation/bedingungen";
    let accept = async |version: &str, day: &str| {
        let form = [
            ("fassung", version),
            ("name", "Erika Beispiel"),
            ("funktion", "Vorständin"),
            ("datum", day),
            ("bedingungen", "1"),
        ];
        app.submit(path, &manager, &form).await
    };
    accept("1", "2026-11-02").await.expect(303);
    let page = app.page(path, &manager).await.expect(200).text;
    assert!(!page.contains("Bedingungen annehmen</button>"));

    let words = (
        "Zweck: Wir helfen einander.",
        "Purpose: We help each other.",
    );
    assert_eq!(
        reword(&app, &admin, CONDITIONS, ["1", words.0, words.1]).await,
        303
    );
    app.settle().await;

    let public = app.page("/einsatzbedingungen", "").await.expect(200).text;
    assert!(public.contains("Fassung 2") && public.contains("Wir helfen einander."));
    let page = app.page(path, &manager).await.expect(200).text;
    assert!(page.contains("Bedingungen annehmen</button>"), "{page}");
    let stale = accept("1", "2026-11-23").await.expect(422).text;
    assert!(stale.contains("Der Text hat sich geändert"), "{stale}");
    let early = accept("2", "2026-11-22").await.expect(422).text;
    assert!(early.contains("id=\"datum-fehler\""), "before it was there");
    accept("2", "2026-11-23").await.expect(303);
    let page = app.page(path, &manager).await.expect(200).text;
    assert!(page.contains("Angenommen: Fassung 2"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_shipped_text_comes_only_where_nobody_reworded_the_old_one() {
    let app = TestApp::new().await;
    let db = &app.state.db;
    let (_, admin) = admin(&app).await;
    assert_eq!(reword(&app, &admin, AID, ["1", STEPS, STEPS_EN]).await, 303);
    // As if this program shipped other conditions than the one before.
    let older = kept_text::ActiveModel {
        kind: Unchanged("conditions".to_owned()),
        version: Unchanged(1),
        german: Set("Zweck: Früher.".to_owned()),
        ..Default::default()
    };
    let txn = db.begin().await.unwrap();
    older.update(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();

    for _ in 0..2 {
        reference::install(db).await.unwrap();
    }

    let mut texts: Vec<_> = kept_text::Entity::find().all(db.reader()).await.unwrap();
    texts.sort_by_key(|text| (text.kind.clone(), text.version));
    let told: Vec<_> = texts
        .iter()
        .map(|text| (text.kind.as_str(), text.version, text.is_shipped))
        .collect();
    assert_eq!(
        told,
        [
            ("conditions", 1, true),
            ("conditions", 2, true),
            ("first-aid", 1, true),
            ("first-aid", 2, false),
            ("guide-acute", 1, true),
            ("guide-emergency", 1, true),
            ("guide-rebuild", 1, true),
        ]
    );
    assert!(texts[1].german.starts_with("Zweck: Kommunen"));
}
