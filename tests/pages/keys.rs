//! `/verwaltung/schluessel`: a rotation of the keys takes two people.

use kataster::access::Role;
use kataster::keys::{self, KeyError};
use serde_json::json;

use super::accounts::{admin, close, take_role};
use crate::support::{TestApp, expert, organisation};

const PATH: &str = "/verwaltung/schluessel";
const ANNOUNCE: &str = "/verwaltung/schluessel/ankuendigen";
const CONFIRM: &str = "/verwaltung/schluessel/bestaetigen";

async fn rotate(app: &TestApp) -> Result<keys::Rotated, KeyError> {
    keys::rotate(&app.state.db, &app.state.keyring, &|_, _| {}).await
}

/// Two admins agree, and it is done.
async fn agree_and_rotate(app: &TestApp) -> keys::Rotated {
    let first = app.browse_as(Role::Admin, None).await;
    let second = app.browse_as(Role::Admin, None).await;
    app.submit(ANNOUNCE, &first, &[]).await.expect(303);
    app.submit(CONFIRM, &second, &[]).await.expect(303);
    rotate(app).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_announces_another_confirms_and_only_then_it_is_done() {
    let app = TestApp::new().await;
    let first = app.browse_as(Role::Admin, None).await;
    let second = app.browse_as(Role::Admin, None).await;
    let page = async |who: &str| app.page(PATH, who).await.expect(200).text;

    assert!(page(&first).await.contains("Kein Wechsel ist angekündigt"));
    app.submit(CONFIRM, &second, &[]).await.expect(409);
    app.submit(ANNOUNCE, &first, &[]).await.expect(303);
    app.submit(ANNOUNCE, &second, &[]).await.expect(409);
    app.submit(CONFIRM, &first, &[]).await.expect(409);
    assert!(matches!(rotate(&app).await, Err(KeyError::NotConfirmed)));
    assert!(page(&first).await.contains("Eine zweite Person"));
    assert!(page(&second).await.contains("Bestätigen Sie ihn nur"));
    app.submit(CONFIRM, &second, &[]).await.expect(303);
    app.submit(CONFIRM, &second, &[]).await.expect(409);

    assert_eq!(rotate(&app).await.unwrap().version, 2);
    assert!(matches!(rotate(&app).await, Err(KeyError::NotConfirmed)));
    assert!(page(&first).await.contains("Schlüssel 2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_holds_for_a_day_and_a_token_makes_none() {
    let app = TestApp::new().await;
    let first = app.browse_as(Role::Admin, None).await;
    app.submit(ANNOUNCE, &first, &[]).await.expect(303);
    app.move_days(1);
    let second = app.browse_as(Role::Admin, None).await;
    let token = app.sign_in(Role::Admin, None).await;

    app.submit(CONFIRM, &second, &[]).await.expect(409);
    app.submit(ANNOUNCE, &second, &[]).await.expect(303);
    let led = app.post(CONFIRM, &token, &json!({})).await.expect(303);
    assert!(led.location().starts_with("/bestaetigen"));
    app.move_days(1);

    assert!(matches!(rotate(&app).await, Err(KeyError::NotConfirmed)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sealed_before_is_read_after_it_and_who_agreed_is_on_record() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let id = expert(employer).save(&app).await;
    let path = format!("/api/v1/experts/{id}");

    let rotated = agree_and_rotate(&app).await;

    assert!(rotated.rewrapped > 5, "{rotated:?}");
    let shown = app.get(&path, &manager).await.expect(200).json();
    assert_eq!(shown["identity"]["family_name"], "Mustermann");
    let found = app
        .get("/api/v1/audit?action=keys.&limit=10", &auditor)
        .await
        .expect(200)
        .json();
    let items = found["items"].as_array().unwrap();
    let actions: Vec<&str> = items
        .iter()
        .map(|item| item["action"].as_str().unwrap())
        .collect();
    assert_eq!(
        actions,
        [
            "keys.rotated",
            "keys.version_added",
            "keys.rotation_begun",
            "keys.rotation_confirmed",
            "keys.rotation_announced",
        ]
    );
    let (begun, confirmed, announced) = (&items[2], &items[3], &items[4]);
    assert_eq!(begun["details"]["announced_by"], announced["actor"]);
    assert_eq!(begun["details"]["confirmed_by"], confirmed["actor"]);
    assert_ne!(announced["actor"], confirmed["actor"]);
    assert_eq!(items[0]["details"]["outcome"], "done");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_key_vouches_for_the_new_one() {
    use kataster::audit::{self, Broken, Trust};
    let app = TestApp::new().await;
    let (db, keyring) = (&app.state.db, &app.state.keyring);
    let old = keyring.public_key(1).unwrap();
    agree_and_rotate(&app).await;
    agree_and_rotate(&app).await;
    organisation().save(&app).await;
    audit::sign_head(db, keyring).await.unwrap();
    let trust = |key| Trust {
        keys: vec![key],
        ..Trust::default()
    };

    let verified = audit::verify_with(db, &trust(old)).await.unwrap();

    assert_eq!(verified.signed, verified.entries);
    let other_folder = tempfile::tempdir().unwrap();
    let other = kataster::sealing::Keyring::load(other_folder.path()).unwrap();
    let stranger = other.public_key(1).unwrap();
    assert!(matches!(
        audit::verify_with(db, &trust(stranger)).await,
        Err(Broken::UnknownSigner(_))
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_key_is_taken_away_when_nothing_needs_it() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let id = expert(employer).save(&app).await;
    let (db, keyring) = (&app.state.db, &app.state.keyring);
    let kept = tempfile::tempdir().unwrap();
    let retire = async |version| keys::retire(db, keyring, version, Some(kept.path())).await;

    assert!(matches!(retire(1).await, Err(KeyError::Newest(1))));
    keyring.add_version().unwrap();
    assert!(matches!(retire(1).await, Err(KeyError::InUse { .. })));
    agree_and_rotate(&app).await;
    assert!(matches!(retire(1).await, Err(KeyError::TooSoon)));
    app.clock.set(db.clock().now().plus_seconds(3_600));
    retire(1).await.unwrap();
    assert!(matches!(retire(1).await, Err(KeyError::NoSuchVersion(1))));

    assert!(kept.path().join("1.key").exists());
    assert_eq!(keyring.versions().unwrap(), [2, 3]);
    let path = format!("/api/v1/experts/{id}");
    let shown = app.get(&path, &manager).await.expect(200).json();
    assert_eq!(shown["identity"]["family_name"], "Mustermann");
    // Who signed in before still does: the hashes do not depend on it.
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    app.begin_session(&email).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_no_admin_any_more_agreed_to_nothing() {
    let app = TestApp::new().await;
    let (gone, first) = admin(&app).await;
    let (late, second) = admin(&app).await;
    let third = app.browse_as(Role::Admin, None).await;

    app.submit(ANNOUNCE, &first, &[]).await.expect(303);
    close(&app, gone).await;
    app.submit(CONFIRM, &second, &[]).await.expect(409);
    let page = app.page(PATH, &second).await.expect(200).text;
    assert!(page.contains("Kein Wechsel ist angekündigt"));
    app.submit(ANNOUNCE, &third, &[]).await.expect(303);
    app.submit(CONFIRM, &second, &[]).await.expect(303);
    take_role(&app, late, "admin").await;

    assert!(matches!(rotate(&app).await, Err(KeyError::NotConfirmed)));
}
