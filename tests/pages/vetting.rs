//! `/pruefung`, and what the applicant sees of it.

use kataster::access::Role;
use kataster::ids::{AccountId, ExpertId, OrganisationId};
use serde_json::json;

use crate::support::{TestApp, expert, organisation};

const REASON: &str = "Nachweise eingesehen und für gut befunden.";

/// A person with account whose entry can be vetted.
struct Person {
    employer: OrganisationId,
    id: ExpertId,
    session: String,
    manager: String,
}

async fn person(app: &TestApp) -> Person {
    let employer = organisation().save(app).await;
    let id = expert(employer).draft(app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    Person {
        employer,
        id,
        session: app.begin_session(&email).await,
        manager: app.browse_as(Role::MemberManager, Some(employer)).await,
    }
}

/// The page of the open case of an entry that was submitted on the person's page.
async fn submitted(app: &TestApp, person: &Person) -> String {
    let path = format!("/fachkraefte/{}/einreichen", person.id);
    let answer = app.submit(&path, &person.session, &[]).await.expect(303);
    assert_eq!(answer.location(), "/profil");
    let vetter = app.sign_in(Role::Vetter, None).await;
    let open = app.get("/api/v1/vetting-cases", &vetter).await.json();
    let mut items = open["items"].as_array().unwrap().iter();
    let id = person.id.to_string();
    let case = items.find(|case| case["expert_id"] == id).unwrap();
    format!("/pruefung/{}", case["id"].as_str().unwrap())
}

async fn vetter(app: &TestApp) -> (AccountId, String) {
    let (account, email) = app.account_with_password(Role::Vetter, None).await;
    (account, app.begin_session(&email).await)
}

async fn assess(app: &TestApp, case: &str, who: &str, verdict: &str) -> u16 {
    let form = [("urteil", verdict), ("grund", REASON)];
    let answer = app.submit(&format!("{case}/beurteilung"), who, &form).await;
    answer.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vetter_finds_what_waits_and_what_is_missing() {
    let app = TestApp::new().await;
    let (_, who) = vetter(&app).await;
    let empty = app.page("/pruefung", &who).await.expect(200);
    assert!(
        empty.text.contains("Es wartet nichts auf Sie"),
        "{}",
        empty.text
    );
    assert!(
        empty
            .text
            .contains("href=\"/pruefung\" aria-current=\"page\"")
    );

    let person = person(&app).await;
    let case = submitted(&app, &person).await;

    let queue = app.page("/pruefung", &who).await.expect(200);
    assert!(
        queue.text.contains(&format!("href=\"{case}\"")),
        "{}",
        queue.text
    );
    assert!(
        queue.text.contains("Einwilligung, Bestätigung der Angaben"),
        "{}",
        queue.text
    );
    assert!(queue.text.contains("Noch von niemandem"));
    for name in ["Erika", "Mustermann", "erika@example.org"] {
        assert!(!queue.text.contains(name), "{name}");
    }
    let filtered = app.page("/pruefung?art=renewal", &who).await.expect(200);
    assert!(
        filtered
            .text
            .contains("Zu diesem Filter gibt es keinen Vorgang")
    );
    assert_eq!(assess(&app, &case, &who, "admit").await, 303);
    let mine = app.page("/pruefung?offen=ja", &who).await.expect(200);
    assert!(!mine.text.contains(&case), "assessed already");
    let all = app
        .page("/pruefung?umfang=extended", &who)
        .await
        .expect(200);
    assert!(all.text.contains("Eine zweite fehlt"), "{}", all.text);
    assert!(all.text.contains("schon beurteilt"), "{}", all.text);
    let decided = app
        .page("/pruefung?stand=decided&page=7", &who)
        .await
        .expect(303);
    assert_eq!(decided.location(), "/pruefung?stand=decided&page=1");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_has_pages_and_what_is_due_first_is_on_top() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let mut aliases = Vec::new();
    for _ in 0..21 {
        let id = expert(employer).draft(&app).await;
        let path = format!("/api/v1/experts/{id}/submit");
        app.post(&path, &manager, &json!({})).await.expect(201);
        let loaded = kataster::experts::load(app.state.db.reader(), &[id]).await;
        aliases.push(loaded.unwrap().remove(0).alias);
        app.clock.set(app.state.db.clock().now().plus_seconds(60));
    }
    let (_, who) = vetter(&app).await;

    let first = app.page("/pruefung", &who).await.expect(200);
    let second = app.page("/pruefung?page=2", &who).await.expect(200);

    assert!(first.text.contains("21 Vorgänge"), "{}", first.text);
    let places: Vec<_> = aliases[..20]
        .iter()
        .map(|alias| first.text.find(alias.as_str()).unwrap())
        .collect();
    assert!(places.is_sorted(), "oldest first");
    assert!(second.text.contains(&aliases[20]) && !second.text.contains(&aliases[19]));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_vetters_admit_on_the_page_and_one_takes_it_back() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let (first_account, first) = vetter(&app).await;
    let (_, second) = vetter(&app).await;

    let list = [
        ("punkt", "skills"),
        ("punkt", "texts"),
        ("punkt", "nonsense"),
    ];
    app.submit(&format!("{case}/liste"), &first, &list)
        .await
        .expect(303);
    let note = [("vermerk", "Zeugnis <b>anrufen</b>")];
    app.submit(&format!("{case}/vermerke"), &first, &note)
        .await
        .expect(303);
    assert_eq!(assess(&app, &case, &first, "admit").await, 303);

    let seen = app.page(&case, &second).await.expect(200);
    let short = first_account.0.simple().to_string();
    let short = &short[short.len() - 6..];
    assert!(seen.text.contains("Prüfliste: 2 von 7"), "{}", seen.text);
    assert!(
        seen.text.contains("Zeugnis &#60;b&#62;anrufen"),
        "{}",
        seen.text
    );
    assert!(
        seen.text.contains(&format!("…{short}, heute")),
        "{}",
        seen.text
    );
    assert!(!seen.text.contains("Mustermann"));
    assert!(!seen.text.contains("zurücknehmen</button>"));
    app.submit(&format!("{case}/rueckgaengig"), &second, &[])
        .await
        .expect(403);
    assert_eq!(assess(&app, &case, &second, "admit").await, 303);

    let decided = app.page(&case, &second).await.expect(200);
    assert!(
        decided.text.contains("Rückgängig machen"),
        "{}",
        decided.text
    );
    assert!(
        decided.text.contains("Aufgenommen, heute"),
        "{}",
        decided.text
    );
    app.submit(&format!("{case}/rueckgaengig"), &second, &[])
        .await
        .expect(303);
    let open = app.page(&case, &second).await.expect(200);
    assert!(open.text.contains("Eine zweite fehlt"), "{}", open.text);
    assert!(!open.text.contains("Rückgängig machen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_taken_away_is_gone() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let (_, first) = vetter(&app).await;
    let (_, second) = vetter(&app).await;
    let list = [("punkt", "skills"), ("punkt", "texts")];
    app.submit(&format!("{case}/liste"), &first, &list)
        .await
        .expect(303);

    let fewer = [("punkt", "texts")];
    app.submit(&format!("{case}/liste"), &second, &fewer)
        .await
        .expect(303);
    let fewer = app.page(&case, &first).await.expect(200);
    assert!(fewer.text.contains("Prüfliste: 1 von 7"), "{}", fewer.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let (_, who) = vetter(&app).await;
    let path = format!("{case}/beurteilung");

    let short = app
        .submit(&path, &who, &[("grund", "  kurz")])
        .await
        .expect(422);
    assert!(
        short.text.contains("id=\"urteil-fehler\""),
        "{}",
        short.text
    );
    assert!(short.text.contains("id=\"grund-fehler\""));
    assert!(short.text.contains(">  kurz</textarea>"));
    let long = "x".repeat(2_001);
    let form = [("urteil", "reject"), ("grund", long.as_str())];
    let long = app.submit(&path, &who, &form).await.expect(422);
    assert!(
        long.text.contains("value=\"reject\" checked"),
        "{}",
        long.text
    );
    let blank = app
        .submit(&format!("{case}/vermerke"), &who, &[("vermerk", " ")])
        .await
        .expect(422);
    assert!(blank.text.contains("id=\"vermerk-fehler\""));

    let (_, faster) = vetter(&app).await;
    assert_eq!(assess(&app, &case, &faster, "reject").await, 303);
    let form = [
        ("urteil", "admit"),
        ("grund", "Mein langer und guter Grund"),
    ];
    let late = app.submit(&path, &who, &form).await.expect(422);
    assert!(late.text.contains("nicht mehr offen"), "{}", late.text);
    assert!(late.text.contains("Mein langer und guter Grund"));
    app.submit(&format!("{case}/liste"), &who, &[])
        .await
        .expect(409);
    app.submit(&format!("{case}/vermerke"), &who, &[("vermerk", "zu spät")])
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_too_close_is_told_so_and_notes_nothing() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let colleague = expert(person.employer).draft(&app).await;
    let (account, who) = vetter(&app).await;
    kataster::experts::link_account(&app.state.db, colleague, account)
        .await
        .unwrap();

    let page = app.page(&case, &who).await.expect(200);

    assert!(
        page.text
            .contains("Niemand prüft sich selbst oder das eigene Haus"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("name=\"urteil\""));
    assert_eq!(assess(&app, &case, &who, "admit").await, 422);
    app.submit(&format!("{case}/liste"), &who, &[("punkt", "skills")])
        .await
        .expect(403);
    app.submit(
        &format!("{case}/vermerke"),
        &who,
        &[("vermerk", "kenne ich")],
    )
    .await
    .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_applicant_sees_state_and_reason_but_neither_notes_nor_vetters() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let profile = app.page("/profil", &person.session).await.expect(200);
    assert!(
        profile.text.contains("noch nicht zur Prüfung eingereicht"),
        "{}",
        profile.text
    );
    let case = submitted(&app, &person).await;
    let (account, who) = vetter(&app).await;
    let note = [("vermerk", "Quastenflosser")];
    app.submit(&format!("{case}/vermerke"), &who, &note)
        .await
        .expect(303);

    let open = app.page("/profil", &person.session).await.expect(200);
    assert!(open.text.contains("Antrag zurückziehen"), "{}", open.text);
    assert_eq!(assess(&app, &case, &who, "request_changes").await, 303);

    let short = account.0.simple().to_string();
    for (path, session) in [
        ("/profil", &person.session),
        ("/organisation", &person.manager),
    ] {
        let page = app.page(path, session).await.expect(200);
        assert!(
            page.text.contains("bittet um Änderungen, heute"),
            "{path}: {}",
            page.text
        );
        assert!(page.text.contains(REASON), "{path}");
        assert!(page.text.contains("/einreichen\""), "{path}: submit again");
        for secret in [
            "Quastenflosser",
            &short[short.len() - 6..],
            &account.to_string(),
        ] {
            assert!(!page.text.contains(secret), "{path}: {secret}");
        }
    }
    let again = submitted(&app, &person).await;
    assert_ne!(again, case);
    let history = app.page(&again, &who).await.expect(200);
    assert!(
        history.text.contains(&format!("href=\"{case}\"")),
        "{}",
        history.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_appeals_and_withdraws_for_the_team() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let (_, who) = vetter(&app).await;
    let appeal = format!("/fachkraefte/{}/widerspruch", person.id);
    app.page(&appeal, &person.manager).await.expect(409);
    assert_eq!(assess(&app, &case, &who, "reject").await, 303);

    let team = app.page("/organisation", &person.manager).await.expect(200);
    assert!(
        team.text.contains(&format!("href=\"{appeal}\"")),
        "{}",
        team.text
    );
    let form = app.page(&appeal, &person.manager).await.expect(200);
    assert!(form.text.contains(REASON));
    let short = app
        .submit(&appeal, &person.manager, &[("begruendung", "Nein!")])
        .await
        .expect(422);
    assert!(short.text.contains(">Nein!</textarea>"), "{}", short.text);
    let grounds = [("begruendung", "Das Zeugnis lag dem Antrag schon bei.")];
    let made = app
        .submit(&appeal, &person.manager, &grounds)
        .await
        .expect(303);
    assert_eq!(made.location(), "/organisation");

    let queue = app.page("/pruefung", &who).await.expect(200);
    assert!(
        queue.text.contains("Über den Widerspruch urteilen andere"),
        "{}",
        queue.text
    );
    let stranger = app
        .browse_as(Role::MemberManager, Some(organisation().save(&app).await))
        .await;
    let withdraw = format!("/fachkraefte/{}/zurueckziehen", person.id);
    app.submit(&withdraw, &stranger, &[]).await.expect(404);
    app.submit(&withdraw, &person.manager, &[])
        .await
        .expect(303);
    let team = app.page("/organisation", &person.manager).await.expect(200);
    assert!(
        team.text.contains("Der Antrag ist zurückgezogen."),
        "{}",
        team.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admission_is_taken_away_from_the_page_of_its_case() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let (_, first) = vetter(&app).await;
    let (_, second) = vetter(&app).await;
    let revoke = format!("{case}/entzug");
    assert_eq!(assess(&app, &case, &first, "admit").await, 303);
    assert_eq!(assess(&app, &case, &second, "admit").await, 303);
    let page = app.page(&case, &first).await.expect(200);
    assert!(page.text.contains("name=\"entzug\""), "{}", page.text);

    let short = [("entzug", "weg"), ("eilig", "ja")];
    let short = app.submit(&revoke, &first, &short).await.expect(422);
    assert!(
        short.text.contains("id=\"entzug-fehler\""),
        "{}",
        short.text
    );
    assert!(short.text.contains("value=\"ja\" checked"));
    let form = [("entzug", "Zugangsdaten stehen im Netz."), ("eilig", "ja")];
    let opened = app.submit(&revoke, &first, &form).await.expect(303);
    let revocation = opened.location().to_owned();

    let profile = app.page("/profil", &person.session).await.expect(200);
    assert!(profile.text.contains("ausgesetzt"), "{}", profile.text);
    let queue = app.page("/pruefung", &second).await.expect(200);
    assert!(queue.text.contains("Eilt: wirkt schon"), "{}", queue.text);
    app.submit(&revoke, &second, &form).await.expect(409);
    assert_eq!(assess(&app, &revocation, &second, "reject").await, 303);
    let profile = app.page("/profil", &person.session).await.expect(200);
    assert!(
        profile.text.contains("Die Aufnahme ist entzogen"),
        "{}",
        profile.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_away_is_not_shown_as_free() {
    let app = TestApp::new().await;
    let person = person(&app).await;
    let case = submitted(&app, &person).await;
    let manager = app
        .sign_in(Role::MemberManager, Some(person.employer))
        .await;
    let away = json!({"state": "now", "absences": [{"first_day": "2026-11-20", "last_day": "2026-11-30"}]});
    let path = format!("/api/v1/experts/{}/availability", person.id);
    app.put(&path, &manager, &away).await.expect(200);
    let (_, vetter) = vetter(&app).await;

    let page = app.page(&case, &vetter).await.expect(200).text;

    assert!(page.contains("Später verfügbar, ab 1. Dezember 2026"));
    assert!(!page.contains("Sofort verfügbar"));
}
