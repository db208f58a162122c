//! `/verwaltung/organisationen`

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use super::{admin, recorded};
use crate::support::{TestApp, expert, organisation};

const LIST: &str = "/verwaltung/organisationen";

async fn shown(app: &TestApp, id: OrganisationId) -> Value {
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let path = format!("/api/v1/organisations/{id}");
    app.get(&path, &coordinator).await.expect(200).json()
}

/// The facts of a form, with what a test changes.
fn facts<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("stand", "1"),
        ("name", "Rechenzentrum Musterland"),
        ("art", "it_provider"),
        ("rechtsform", "public_institution"),
        ("ort", "15082180"),
        ("nis2", "unknown"),
        ("bereitschaft", ""),
        ("tage", ""),
    ];
    for change in changes {
        fields.retain(|(name, _)| *name != change.0);
        fields.push(*change);
    }
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_narrowed_by_words_kind_land_and_membership() {
    let app = TestApp::new().await;
    organisation().save(&app).await;
    let town = organisation()
        .with("kind", "municipality")
        .with("name", "Stadt Witten")
        .with("place", "05954036");
    town.with("member", false).save(&app).await;
    let (_, keeper) = admin(&app).await;
    let listed = async |query: &str| {
        let page = app.page(&format!("{LIST}?{query}"), &keeper).await;
        let text = page.expect(200).text;
        let has = |name: &str| text.contains(&format!(">{name}</a>"));
        (has("Rechenzentrum Musterland"), has("Stadt Witten"))
    };

    assert_eq!(listed("").await, (true, true));
    assert_eq!(listed("q=witten").await, (false, true));
    assert_eq!(listed("art=it_provider").await, (true, false));
    assert_eq!(listed("land=05").await, (false, true));
    assert_eq!(listed("land=15&mitglied=ja").await, (true, false));
    assert_eq!(listed("mitglied=nein").await, (false, true));
    assert_eq!(listed("art=koenig&land=99&mitglied=x").await, (true, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_organisation_sits_where_its_name_says_and_is_made_once() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let form = [
        ("formular", "a1"),
        ("name", "Stadt Köthen"),
        ("art", "municipality"),
        ("rechtsform", "territorial_authority"),
        ("ort", "Köthen (Anhalt)"),
        ("nis2", "important"),
        ("bereitschaft", "03496 405 0"),
        ("tage", "12"),
    ];

    let made = app
        .submit(&format!("{LIST}/neu"), &keeper, &form)
        .await
        .expect(303);
    let again = app
        .submit(&format!("{LIST}/neu"), &keeper, &form)
        .await
        .expect(303);

    assert_eq!(made.location(), again.location());
    let id = made.location().rsplit('/').next().unwrap().parse().unwrap();
    let body = shown(&app, id).await;
    assert_eq!(
        (&body["place"], &body["member"]),
        (&json!("15082180"), &json!(false))
    );
    assert_eq!(body["nis2_status"], "important");
    assert_eq!(body["duty_phone"], "+4934964050");
    assert_eq!(body["yearly_person_days"], 12);
    assert_eq!(recorded(&app, "organisation.created").await.len(), 1);
    let other = [("formular", "a2")]
        .into_iter()
        .chain(form[1..].iter().copied());
    let other: Vec<_> = other.collect();
    let taken = app
        .submit(&format!("{LIST}/neu"), &keeper, &other)
        .await
        .expect(422)
        .text;
    assert!(taken.contains("Die Verwaltung dieses Ortes steht schon im Register."));
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_shown_at_its_field_and_kept() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let form = [
        ("formular", "a1"),
        ("name", ""),
        ("art", "municipality"),
        ("rechtsform", "gmbh"),
        ("ort", "Neuenkirchen"),
        ("nis2", "unknown"),
        ("bereitschaft", "ruf mich an"),
        ("tage", "viele"),
    ];

    let page = app
        .submit(&format!("{LIST}/neu"), &keeper, &form)
        .await
        .expect(422)
        .text;

    for message in [
        "Name: Füllen Sie das aus.",
        "Diesen Ort gibt es nicht oder mehrmals.",
        "Geben Sie eine ganze Zahl",
        "value=\"Neuenkirchen\"",
        "value=\"ruf mich an\"",
    ] {
        assert!(page.contains(message), "{message}");
    }
    let form = facts(&[("bereitschaft", "ruf mich an")]);
    let page = app.submit(&format!("{LIST}/neu"), &keeper, &form).await;
    assert!(
        page.expect(422)
            .text
            .contains("Geben Sie eine Telefonnummer an")
    );
    let id = organisation().save(&app).await;
    let form = facts(&[("ort", "15"), ("art", "municipality")]);
    let page = app.submit(&format!("{LIST}/{id}"), &keeper, &form).await;
    assert!(page.expect(422).text.contains("kann dort nicht sitzen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_are_changed_and_on_record_without_name_or_number() {
    let app = TestApp::new().await;
    let id = organisation().save(&app).await;
    let (keeper_id, keeper) = admin(&app).await;
    let changes = [
        ("name", "Rechenzentrum Neuland"),
        ("rechtsform", "gmbh"),
        ("ort", "Witten"),
        ("tage", "30"),
        ("bereitschaft", "0345 1234567"),
    ];

    app.submit(&format!("{LIST}/{id}"), &keeper, &facts(&changes))
        .await
        .expect(303);

    let body = shown(&app, id).await;
    assert_eq!(
        (&body["name"], &body["place"]),
        (&json!("Rechenzentrum Neuland"), &json!("05954036"))
    );
    assert_eq!(
        (&body["legal_form"], &body["yearly_person_days"]),
        (&json!("gmbh"), &json!(30))
    );
    let entry = recorded(&app, "organisation.changed").await.remove(0);
    assert_eq!(entry["actor"], json!(keeper_id));
    assert_eq!(entry["details"]["after"]["legal_form"], "gmbh");
    let told = entry.to_string();
    assert!(
        !told.contains("Neuland") && !told.contains("1234567"),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_admins_the_second_sees_both_states_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let id = organisation().save(&app).await;
    let (_, one) = admin(&app).await;
    let (_, other) = admin(&app).await;
    let path = format!("{LIST}/{id}");
    app.submit(&path, &one, &facts(&[("name", "Rechenzentrum Eins")]))
        .await
        .expect(303);

    let late = app
        .submit(&path, &other, &facts(&[("name", "Rechenzentrum Zwei")]))
        .await;

    let page = late.expect(409).text;
    assert!(page.contains("value=\"Rechenzentrum Zwei\"") && page.contains("Rechenzentrum Eins"));
    assert_eq!(shown(&app, id).await["name"], "Rechenzentrum Eins");
    let again = facts(&[("name", "Rechenzentrum Zwei"), ("stand", "2")]);
    app.submit(&path, &other, &again).await.expect(303);
    assert_eq!(shown(&app, id).await["name"], "Rechenzentrum Zwei");
}

#[tokio::test(flavor = "multi_thread")]
async fn places_served_are_typed_line_by_line_and_unticked() {
    let app = TestApp::new().await;
    let id = organisation().save(&app).await;
    let (_, keeper) = admin(&app).await;
    let path = format!("{LIST}/{id}/betreut");
    let lines = "Witten\n15082\n\nKöthen (Anhalt)";

    app.submit(&path, &keeper, &[("stand", "1"), ("weitere", lines)])
        .await
        .expect(303);
    let ticked = [
        ("stand", "2"),
        ("dient", "05954036"),
        ("ganz", "05954036"),
        ("dient", "99999"),
    ];
    let served = shown(&app, id).await["serves"].clone();
    app.submit(&path, &keeper, &ticked).await.expect(303);

    assert_eq!(served.as_array().unwrap().len(), 3);
    let served = shown(&app, id).await["serves"].clone();
    assert_eq!(served, json!([{"ags": "05954036", "whole": true}]));
    let wrong = [("stand", "3"), ("weitere", "Quastenhausen\nNeuenkirchen")];
    let page = app.submit(&path, &keeper, &wrong).await.expect(422).text;
    assert!(
        page.contains("„Quastenhausen“") && page.contains("„Neuenkirchen“ ist nicht eindeutig")
    );
    assert_eq!(shown(&app, id).await["serves"], served);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_a_membership_is_said_before_and_hides_its_entries_at_its_second() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let entry = expert(house).save(&app).await;
    let (_, keeper) = admin(&app).await;
    let requester = app.sign_in(Role::Requester, Some(house)).await;
    let found = async || {
        let answer = app
            .get("/api/v1/experts?q=Veeam", &requester)
            .await
            .expect(200)
            .json();
        answer["items"].to_string().contains(&entry.to_string())
    };
    let page = app
        .page(&format!("{LIST}/{house}"), &keeper)
        .await
        .expect(200)
        .text;
    assert!(page.contains("Diese Organisation hat einen Eintrag. Zurzeit auffindbar: 1."));
    assert!(found().await);

    let form = [
        ("stand", "1"),
        ("mitglied_ab", "2026-11-23"),
        ("mitglied_bis", "2026-11-24"),
    ];
    let path = format!("{LIST}/{house}/mitgliedschaft");
    app.submit(&path, &keeper, &form).await.expect(303);

    app.settle().await;
    assert!(found().await, "the last day has not ended");
    let body = shown(&app, house).await;
    assert_eq!(
        (&body["member"], &body["member_until"]),
        (&json!(true), &json!("2026-11-24"))
    );
    app.move_days(2);
    assert!(!found().await);
    assert_eq!(shown(&app, house).await["member"], false);
    let (_, keeper) = admin(&app).await;
    let changed = recorded(&app, "organisation.changed").await.remove(0);
    assert_eq!(changed["details"]["after"]["member_until"], "2026-11-24");

    let back = [
        ("stand", "2"),
        ("mitglied_ab", "2026-11-23"),
        ("mitglied_bis", ""),
    ];
    app.submit(&path, &keeper, &back).await.expect(303);
    app.settle().await;
    assert!(found().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_membership_cannot_end_before_it_begins_and_managers_do_not_set_it() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let (_, keeper) = admin(&app).await;
    let form = [
        ("stand", "1"),
        ("mitglied_ab", "2026-11-23"),
        ("mitglied_bis", "2026-11-01"),
    ];

    let page = app
        .submit(&format!("{LIST}/{house}/mitgliedschaft"), &keeper, &form)
        .await
        .expect(422)
        .text;

    assert!(page.contains("Das Ende liegt vor dem Beginn."));
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let path = format!("/api/v1/organisations/{house}");
    for patch in [
        json!({"member_until": "2027-01-01"}),
        json!({"kind": "company"}),
        json!({"place": "05954036"}),
        json!({"legal_form": "territorial_authority"}),
    ] {
        app.patch(&path, &manager, "\"1\"", &patch)
            .await
            .expect(403);
    }
}
