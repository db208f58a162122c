//! `/organisation/einladungen` and `/einladungen/{token}`

use std::sync::Arc;

use kataster::access::Role;
use kataster::app::handlers;
use kataster::ids::OrganisationId;
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use serde_json::json;

use super::recorded;
use crate::support::{MailServer, PASSWORD, TestApp, expert, organisation};

const PATH: &str = "/organisation/einladungen";
const LONG: &str = "lauter neue pferde im batteriekasten";

async fn run(app: &TestApp, post: &Post) {
    let handlers = handlers(app.state.keyring.clone(), Retention::default(), post);
    let runner = Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
}

/// The links in the letters that were sent, the latest last.
fn links(server: &MailServer) -> Vec<String> {
    let letters = server.taken().into_iter();
    letters
        .filter_map(|letter| {
            let (_, rest) = letter.split_once("https://kataster.example.org/einladungen/")?;
            Some(format!("/einladungen/{}", &rest[..64]))
        })
        .collect()
}

async fn house(app: &TestApp) -> (OrganisationId, String) {
    let id = organisation().save(app).await;
    (id, app.browse_as(Role::MemberManager, Some(id)).await)
}

async fn sign_in(app: &TestApp, email: &str, password: &str) -> String {
    let form = [("email", email), ("passwort", password), ("weiter", "/")];
    let answer = app.submit("/anmelden", "", &form).await.expect(303);
    answer.cookie("kataster").unwrap()
}

/// A session of the first of these that has an account; the mails have no order.
async fn signed_in_as_one_of(app: &TestApp, emails: &[&str]) -> String {
    for email in emails {
        let form = [("email", *email), ("passwort", LONG), ("weiter", "/")];
        let answer = app.submit("/anmelden", "", &form).await;
        if let Some(session) = answer.cookie("kataster") {
            return session;
        }
    }
    panic!("nobody joined");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_new_gets_an_account_and_an_empty_entry_and_no_other_role() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, manager) = house(&app).await;
    let form = [("adressen", "Eva.Neu@example.org; max@example.org")];
    app.submit(PATH, &manager, &form).await.expect(303);
    run(&app, &server.post()).await;
    let letter = &server.taken()[0];
    for detail in ["Rechenzentrum", "Eva", "K-"] {
        assert!(
            !letter
                .split("\n\n")
                .skip(1)
                .any(|part| part.contains(detail)),
            "{letter}"
        );
    }
    let link = links(&server)[0].clone();
    let page = app.page(&link, "").await.expect(200).text;
    assert!(page.contains("Rechenzentrum Musterland lädt Sie ein"));

    let form = |first, second, given| {
        [
            ("passwort", first),
            ("nochmal", second),
            ("vorname", given),
            ("nachname", "Neu"),
        ]
    };
    for wrong in [
        form("kurz", "kurz", "Eva"),
        form(LONG, "anders", "Eva"),
        form(LONG, LONG, ""),
    ] {
        app.submit(&link, "", &wrong).await.expect(422);
    }
    app.submit(&link, "", &form(LONG, LONG, "Eva"))
        .await
        .expect(303);

    app.submit(&link, "", &form(LONG, LONG, "Eva"))
        .await
        .expect(410);
    let session = signed_in_as_one_of(&app, &["eva.neu@example.org", "max@example.org"]).await;
    let profile = app.page("/profil", &session).await.expect(200).text;
    assert!(
        profile.contains("Eva Neu") && profile.contains("Unvollständig"),
        "{profile}"
    );
    app.page(PATH, &session).await.expect(403);
    app.page("/pruefung", &session).await.expect(403);
    // An empty entry is nothing to vet.
    let (_, rest) = profile.split_once("/fachkraefte/exp_").unwrap();
    let submit = format!("/fachkraefte/exp_{}/einreichen", &rest[..36]);
    app.submit(&submit, &session, &[]).await.expect(303);
    let vetter = app.sign_in(Role::Vetter, None).await;
    let cases = app
        .get("/api/v1/vetting-cases", &vetter)
        .await
        .expect(200)
        .json();
    assert_eq!(cases["items"], json!([]));
    assert_eq!(recorded(&app, "invitation.taken").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_person_of_an_entry_is_invited_at_its_address_and_keeps_it_from_then() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (id, manager) = house(&app).await;
    let entry = expert(id).draft(&app).await;
    expert(id).capacity(3).draft(&app).await;
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert_eq!(
        page.matches("name=\"wen\"").count(),
        1,
        "no capacity: {page}"
    );
    assert!(!page.contains("erika@example.org"));

    let chosen = entry.to_string();
    app.submit(PATH, &manager, &[("wen", &chosen)])
        .await
        .expect(303);
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert_eq!(page.matches("name=\"wen\"").count(), 0);
    assert!(!page.contains("erika@example.org"), "{page}");
    run(&app, &server.post()).await;

    let link = links(&server)[0].clone();
    let form = [("passwort", LONG), ("nochmal", LONG)];
    app.submit(&link, "", &form).await.expect(303);
    let session = sign_in(&app, "erika@example.org", LONG).await;
    let profile = app.page("/profil", &session).await.expect(200).text;
    assert!(profile.contains(&entry.to_string()) && profile.contains("Erika Mustermann"));
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert!(page.contains("Keine Einladung ist offen."));
    app.submit(PATH, &manager, &[("wen", &chosen)])
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_an_address_that_was_corrected_since_makes_nobody_the_person() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (id, manager) = house(&app).await;
    let entry = expert(id).draft(&app).await;
    let chosen = entry.to_string();
    app.submit(PATH, &manager, &[("wen", &chosen)])
        .await
        .expect(303);
    run(&app, &server.post()).await;
    let link = links(&server)[0].clone();
    let contact = format!("/eintraege/{entry}/kontakt");
    let corrected = [
        ("stand", "1"),
        ("vorname", "Erika"),
        ("nachname", "Mustermann"),
        ("email", "erika.mustermann@example.org"),
    ];
    app.submit(&contact, &manager, &corrected).await.expect(303);

    let form = [("passwort", LONG), ("nochmal", LONG)];
    app.submit(&link, "", &form).await.expect(410);

    assert_eq!(recorded(&app, "invitation.taken").await, 0);
    let form = [("email", "erika@example.org"), ("passwort", LONG)];
    app.submit("/anmelden", "", &form).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_an_address_has_an_account_is_told_to_its_holder_alone() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, manager) = house(&app).await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let (_, email) = app
        .account_with_password(Role::Requester, Some(other))
        .await;
    let invite = async |email: &str| app.submit(PATH, &manager, &[("adressen", email)]).await;

    let known = invite(&email).await.expect(303);
    let unknown = invite("niemand@example.org").await.expect(303);
    assert_eq!(known.location(), unknown.location());
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert_eq!(page.matches("Zurückziehen<").count(), 2, "{page}");
    run(&app, &server.post()).await;

    let mut link = String::new();
    for found in links(&server) {
        let page = app.page(&found, "").await.expect(200).text;
        if page.contains("gibt es schon ein Konto") {
            link = found;
        }
    }
    let name = [("vorname", "Ron"), ("nachname", "Alt")];
    app.submit(&link, "", &name).await.expect(422);
    app.submit(&link, &manager, &name).await.expect(422);
    let session = sign_in(&app, &email, PASSWORD).await;
    app.submit(&link, &session, &name).await.expect(303);

    let profile = app.page("/profil", &session).await.expect(200).text;
    assert!(profile.contains("Ron Alt"), "{profile}");
    app.page("/abgleich", &session).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_sent_again_with_another_link_withdrawn_and_over_to_the_second() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, manager) = house(&app).await;
    app.submit(PATH, &manager, &[("adressen", "eva@example.org")])
        .await
        .expect(303);
    // The same address is not invited twice.
    app.submit(PATH, &manager, &[("adressen", "eva@example.org")])
        .await
        .expect(303);
    run(&app, &server.post()).await;
    assert_eq!(links(&server).len(), 1);
    let page = app.page(PATH, &manager).await.expect(200).text;
    let (_, rest) = page.split_once(&format!("{PATH}/inv_")).unwrap();
    let one = format!("{PATH}/inv_{}", &rest[..36]);

    app.submit(&format!("{one}/nochmal"), &manager, &[])
        .await
        .expect(409);
    app.clock.set(app.state.db.clock().now().plus_seconds(600));
    app.submit(&format!("{one}/nochmal"), &manager, &[])
        .await
        .expect(303);
    run(&app, &server.post()).await;
    let sent = links(&server);
    assert_eq!(sent.len(), 2);
    app.page(&sent[0], "").await.expect(410);
    app.page(&sent[1], "").await.expect(200);
    let again = app.state.db.clock().now();
    app.clock.set(again.plus_days(14).plus_seconds(-1));
    app.page(&sent[1], "").await.expect(200);
    app.clock.set(again.plus_days(14));
    app.page(&sent[1], "").await.expect(410);
    app.clock.set(again);

    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let foreign = app.browse_as(Role::MemberManager, Some(other)).await;
    app.submit(&format!("{one}/zurueckziehen"), &foreign, &[])
        .await
        .expect(404);
    app.submit(&format!("{one}/zurueckziehen"), &manager, &[])
        .await
        .expect(303);
    app.page(&sent[1], "").await.expect(410);
    app.submit(&format!("{one}/zurueckziehen"), &manager, &[])
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_ten_who_use_a_link_at_once_one_joins() {
    let (app, server) = (Arc::new(TestApp::new().await), MailServer::new());
    let (_, manager) = house(&app).await;
    app.submit(PATH, &manager, &[("adressen", "eva@example.org")])
        .await
        .expect(303);
    run(&app, &server.post()).await;
    let link = links(&server)[0].clone();

    let mut tries = Vec::new();
    for _ in 0..10 {
        let (app, link) = (app.clone(), link.clone());
        tries.push(tokio::spawn(async move {
            let name = [("vorname", "Eva"), ("nachname", "Neu")];
            let form = [("passwort", LONG), ("nochmal", LONG), name[0], name[1]];
            app.submit(&link, "", &form).await.status.as_u16()
        }));
    }
    let mut statuses = Vec::new();
    for tried in tries {
        statuses.push(tried.await.unwrap());
    }

    statuses.sort_unstable();
    assert_eq!(statuses[0], 303, "{statuses:?}");
    assert!(
        statuses[1..]
            .iter()
            .all(|status| [409, 410, 422].contains(status)),
        "{statuses:?}"
    );
    assert_eq!(recorded(&app, "invitation.taken").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_addresses_and_too_many_are_refused_whole() {
    let app = TestApp::new().await;
    let (id, manager) = house(&app).await;
    let many = |from: usize, to: usize| {
        let lines = (from..to).map(|n| format!("a{n}@example.org"));
        lines.collect::<Vec<_>>().join("\n")
    };

    for (typed, message) in [
        ("", "Füllen Sie das Feld"),
        ("eva@example.org\nErika", "„Erika“ ist keine E-Mail-Adresse"),
        (&many(0, 51), "höchstens 50 auf einmal"),
    ] {
        let again = app
            .submit(PATH, &manager, &[("adressen", typed)])
            .await
            .expect(422);
        assert!(again.text.contains(message), "{}", again.text);
        assert!(again.text.contains("Keine Einladung ist offen."));
    }
    app.submit(PATH, &manager, &[("adressen", &many(0, 50))])
        .await
        .expect(303);
    app.submit(PATH, &manager, &[("adressen", &many(50, 100))])
        .await
        .expect(303);
    app.submit(PATH, &manager, &[("adressen", "x@example.org")])
        .await
        .expect(422);
    app.move_days(1);
    let next = app.browse_as(Role::MemberManager, Some(id)).await;
    app.submit(PATH, &next, &[("adressen", "x@example.org")])
        .await
        .expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_is_gone_as_soon_as_the_invitation_is() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, manager) = house(&app).await;
    app.submit(PATH, &manager, &[("adressen", "eva@example.org")])
        .await
        .expect(303);
    run(&app, &server.post()).await;
    let link = links(&server)[0].clone();

    app.clock.set(app.state.db.clock().now().plus_days(14));
    kataster::employer::forget_old(&app.state.db).await.unwrap();

    app.page(&link, "").await.expect(410);
    let rows = invitations(&app).await;
    assert!(
        rows.iter()
            .all(|row| row.sealed_email.is_none() && row.email_lookup.is_none())
    );
    app.move_days(91);
    kataster::employer::forget_old(&app.state.db).await.unwrap();
    assert_eq!(invitations(&app).await.len(), 0);
}

async fn invitations(app: &TestApp) -> Vec<kataster::entity::invitation::Model> {
    use kataster::entity::invitation::Entity;
    use sea_orm::EntityTrait;

    Entity::find().all(app.state.db.reader()).await.unwrap()
}
