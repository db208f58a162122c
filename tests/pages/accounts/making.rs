//! Making accounts.

use kataster::access::Role;
use kataster::ids::AccountId;

use super::{LIST, act, admin, close, link, page_of, recorded};
use crate::pages::account::{NEW, try_to, twice};
use crate::support::{Answer, TestApp, organisation};

const EMAIL: &str = "erika.neu@example.org";

async fn make(app: &TestApp, who: &str, form: [&str; 3]) -> Answer {
    let [email, role, organisation] = form;
    let form = [
        ("email", email),
        ("rolle", role),
        ("organisation", organisation),
    ];
    app.submit(&format!("{LIST}/neu"), who, &form).await
}

/// The account an answer leads to.
fn led_to(answer: &Answer) -> AccountId {
    let id = answer.location().strip_prefix(LIST).unwrap();
    id.trim_start_matches('/').parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_admin_makes_a_manager_who_chooses_the_password() {
    let app = TestApp::new().await;
    organisation()
        .with("name", "Zweckverband KDO")
        .save(&app)
        .await;
    let (_, keeper) = admin(&app).await;

    let form = [EMAIL, "member_manager", "zweckverband kdo"];
    let made = make(&app, &keeper, form).await.expect(201);
    let link = link(&made.text).unwrap();
    app.submit(&link, "", &twice(NEW)).await.expect(303);
    let signed_in = try_to(&app, EMAIL, NEW).await.expect(303);
    let session = signed_in.cookie("kataster").unwrap();

    let page = app.page("/organisation", &session).await.expect(200);
    assert!(page.text.contains("Zweckverband KDO"));
    make(&app, &keeper, form).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_is_made_by_two_and_the_second_hands_over_the_link() {
    let app = TestApp::new().await;
    let (_, first) = admin(&app).await;
    let (_, second) = admin(&app).await;

    let made = make(&app, &first, [EMAIL, "coordinator", ""])
        .await
        .expect(303);
    let id = led_to(&made);
    let page = app.page(&page_of(id), &first).await.expect(200).text;
    assert!(page.contains("Keine Rolle") && link(&page).is_none());
    act(&app, &first, (id, "einladung"), &[]).await.expect(409);
    let role = [("rolle", "coordinator")];
    act(&app, &first, (id, "rollen/bestaetigen"), &role)
        .await
        .expect(409);
    let waiting = app.page(LIST, &second).await.expect(200).text;
    assert!(waiting.contains("Warten auf eine zweite Person") && waiting.contains(EMAIL));
    let done = act(&app, &second, (id, "rollen/bestaetigen"), &role)
        .await
        .expect(200);
    let link = link(&done.text).unwrap();
    app.submit(&link, "", &twice(NEW)).await.expect(303);

    let session = try_to(&app, EMAIL, NEW).await.expect(303);
    let session = session.cookie("kataster").unwrap();
    app.page("/notfallkarten", &session).await.expect(200);
    let granted = &recorded(&app, "account.role_granted").await[0];
    assert_ne!(granted["actor"], granted["details"]["proposed_by"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_of_before_is_worth_nothing_once_a_second_admin_gave_the_role() {
    let app = TestApp::new().await;
    let (_, first) = admin(&app).await;
    let (_, second) = admin(&app).await;
    let made = make(&app, &first, [EMAIL, "auditor", ""]).await.expect(201);
    let early = link(&made.text).unwrap();
    let id: AccountId = made
        .text
        .split("/verwaltung/konten/")
        .find_map(|rest| {
            let id = rest.split(['"', '/']).next()?;
            id.parse().ok()
        })
        .unwrap();

    let role = [("rolle", "vetter")];
    act(&app, &first, (id, "rollen"), &role).await.expect(303);
    act(&app, &second, (id, "rollen/bestaetigen"), &role)
        .await
        .expect(200);

    app.submit(&early, "", &twice(NEW)).await.expect(410);
    act(&app, &first, (id, "einladung"), &[]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_admin_invites_again_as_long_as_nobody_chose_a_password() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let made = make(&app, &keeper, [EMAIL, "auditor", ""])
        .await
        .expect(201);
    let early = link(&made.text).unwrap();
    let found = [("email", EMAIL)];
    let led = app.submit(&format!("{LIST}/suche"), &keeper, &found).await;
    let id = led_to(&led);

    let again = act(&app, &keeper, (id, "einladung"), &[]).await.expect(200);
    let late = link(&again.text).unwrap();
    app.submit(&early, "", &twice(NEW)).await.expect(410);
    app.submit(&late, "", &twice(NEW)).await.expect(303);

    act(&app, &keeper, (id, "einladung"), &[]).await.expect(409);
    let page = app.page(&page_of(id), &keeper).await.expect(200).text;
    assert!(!page.contains("/einladung\""), "offered in vain");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_does_not_fit_says_what_is_wrong_and_makes_nothing() {
    let app = TestApp::new().await;
    organisation()
        .with("name", "Zweckverband Nord")
        .save(&app)
        .await;
    organisation()
        .with("name", "Zweckverband Süd")
        .save(&app)
        .await;
    let (taken_id, taken) = app.account_with_password(Role::Vetter, None).await;
    close(&app, taken_id).await;
    let (_, keeper) = admin(&app).await;

    for (form, said) in [
        (["kein mail", "auditor", ""], "E-Mail"),
        ([EMAIL, "", ""], "Wählen Sie eine Rolle"),
        ([EMAIL, "kaiser", ""], "Wählen Sie eine Rolle"),
        ([EMAIL, "expert", ""], "Nennen Sie die Organisation"),
        ([EMAIL, "expert", "Quastenflosser"], "heißt so"),
        ([EMAIL, "expert", "!"], "heißt so"),
        ([EMAIL, "expert", "Zweckverband"], "Mehrere Organisationen"),
        ([EMAIL, "expert", "Nord"], "Wählen Sie eine"),
        ([EMAIL, "admin", "Zweckverband"], "Lassen Sie das Feld leer"),
        ([taken.as_str(), "auditor", ""], "hat schon ein Konto"),
    ] {
        let answer = make(&app, &keeper, form).await.expect(422);

        assert!(answer.text.contains(said), "{form:?}");
    }
    let found = app
        .submit(&format!("{LIST}/suche"), &keeper, &[("email", EMAIL)])
        .await;
    found.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_organisations_one_is_chosen() {
    let app = TestApp::new().await;
    let north = organisation()
        .with("name", "Zweckverband Nord")
        .save(&app)
        .await;
    organisation()
        .with("name", "Zweckverband Süd")
        .save(&app)
        .await;
    let (_, keeper) = admin(&app).await;
    let chosen = north.to_string();

    let unclear = make(&app, &keeper, [EMAIL, "expert", "Zweckverband"]).await;
    assert!(unclear.expect(422).text.contains(&chosen));
    let form = [
        ("email", EMAIL),
        ("rolle", "expert"),
        ("organisation", "Zweckverband"),
        ("organisation_id", &chosen),
    ];
    let made = app.submit(&format!("{LIST}/neu"), &keeper, &form).await;

    assert!(made.expect(201).text.contains("Zweckverband Nord"));
    let nowhere = format!("org_{}", uuid::Uuid::now_v7());
    let form = [
        ("email", "a@example.org"),
        ("rolle", "expert"),
        ("organisation", "Zweckverband"),
        ("organisation_id", &nowhere),
    ];
    app.submit(&format!("{LIST}/neu"), &keeper, &form)
        .await
        .expect(422);
}
