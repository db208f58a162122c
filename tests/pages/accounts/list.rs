//! Looking accounts up.

use kataster::access::Role;
use serde_json::json;

use super::{LIST, act, admin, close, page_of, recorded};
use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_listed_with_address_role_and_state_and_the_look_is_on_record() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let (manager, email) = app
        .account_with_password(Role::MemberManager, Some(house))
        .await;
    let (keeper_id, keeper) = admin(&app).await;

    let page = app.page(LIST, &keeper).await.expect(200).text;

    assert!(page.contains(&email) && page.contains("Verwaltung einer Mitgliedsorganisation"));
    assert!(page.contains("Offen"));
    let looks = recorded(&app, "account.listed").await;
    assert_eq!(looks[0]["actor"], json!(keeper_id));
    let seen = looks[0]["details"]["accounts"].as_array().unwrap();
    assert!(seen.contains(&json!(manager)), "{seen:?}");
    assert!(!looks[0].to_string().contains(&email));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_narrowed_by_role_state_and_organisation() {
    let app = TestApp::new().await;
    let house = organisation()
        .with("name", "Zweckverband Quastenflosser")
        .save(&app)
        .await;
    let (_, manager) = app
        .account_with_password(Role::MemberManager, Some(house))
        .await;
    let (vetter_id, vetter) = app.account_with_password(Role::Vetter, None).await;
    let (token_only, _) = app.account(Role::Auditor, None).await;
    close(&app, vetter_id).await;
    let (_, keeper) = admin(&app).await;
    let listed = async |query: &str| {
        let path = format!("{LIST}?{query}");
        app.page(&path, &keeper).await.expect(200).text
    };

    let managers = listed("rolle=member_manager").await;
    assert!(managers.contains(&manager) && !managers.contains(&vetter));
    let closed = listed("zustand=closed").await;
    assert!(closed.contains(&vetter) && !closed.contains(&manager));
    let invited = listed("zustand=invited").await;
    assert!(invited.contains(&page_of(token_only)) && !invited.contains(&manager));
    let of_house = listed("organisation=quastenfl%C3%B6sser+zweck").await;
    assert!(!of_house.contains(&manager), "another spelling");
    let of_house = listed("organisation=QUASTENFLOSSER+zweck").await;
    assert!(of_house.contains(&manager) && !of_house.contains(&vetter));
    let nonsense = listed("rolle=koenig&zustand=x&weiter=acc_1").await;
    assert!(
        nonsense.contains(&manager),
        "what cannot be read is no filter"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_holds_fifty_accounts_and_leads_to_the_next() {
    let app = TestApp::new().await;
    let mut all = Vec::new();
    for _ in 0..52 {
        all.push(app.account(Role::Auditor, None).await.0);
    }
    let (_, keeper) = admin(&app).await;

    let first = app
        .page(&format!("{LIST}?rolle=auditor"), &keeper)
        .await
        .expect(200)
        .text;
    let at = first
        .find("rolle=auditor&amp;weiter=acc_")
        .or(first.find("rolle=auditor&#38;weiter=acc_"));
    let next = first[at.unwrap()..].split('"').next().unwrap();
    let next = next.replace("&amp;", "&").replace("&#38;", "&");
    let second = app
        .page(&format!("{LIST}?{next}"), &keeper)
        .await
        .expect(200)
        .text;

    let shown = |page: &str| {
        let links = all.iter().filter(|id| page.contains(&page_of(**id)));
        links.count()
    };
    assert_eq!((shown(&first), shown(&second)), (50, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_leads_to_its_account_and_stands_in_no_path() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Vetter, None).await;
    let (_, keeper) = admin(&app).await;
    let find = async |email: &str| {
        let path = format!("{LIST}/suche");
        app.submit(&path, &keeper, &[("email", email)]).await
    };

    let led = find(&format!(" {}", email.to_uppercase()))
        .await
        .expect(303);
    assert_eq!(led.location(), page_of(id));
    let unknown = find("niemand@example.org").await.expect(422);
    assert!(unknown.text.contains("gibt es kein Konto"));
    assert!(
        unknown.text.contains("/verwaltung/konten?lang=en"),
        "the answer of a form has no address of its own to switch the language of"
    );
    find("niemand").await.expect(422);
    let tried = recorded(&app, "account.listed").await;
    assert!(
        tried
            .iter()
            .any(|entry| entry["details"]["by"] == "address"),
        "addresses are not tried without a trace"
    );
    let shown = app.page(&page_of(id), &keeper).await.expect(200);
    assert!(shown.text.contains(&email));
    assert_eq!(
        recorded(&app, "account.shown").await[0]["subject"],
        json!(id)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_kept_by_whoever_confirmed_a_moment_ago_and_by_no_program() {
    let app = TestApp::new().await;
    let (other, _) = app.account_with_password(Role::Vetter, None).await;
    let (_, keeper) = admin(&app).await;
    let token = app.sign_in(Role::Admin, None).await;
    app.page("/verwaltung", &keeper).await.expect(200);
    app.clock
        .set(app.state.db.clock().now().plus_seconds(10 * 60));

    for path in [LIST.to_owned(), page_of(other), format!("{LIST}/neu")] {
        let led = app.page(&path, &keeper).await.expect(303);
        assert!(led.location().starts_with("/bestaetigen"), "{path}");
        let led = app.get(&path, &token).await.expect(303);
        assert!(led.location().starts_with("/bestaetigen"), "{path}");
    }
    let led = act(&app, &keeper, (other, "schliessen"), &[]).await;
    assert!(led.expect(303).location().starts_with("/bestaetigen"));
    app.page("/verwaltung", &keeper).await.expect(200);
}
