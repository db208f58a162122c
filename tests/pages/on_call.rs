//! On-call duty and rest on the page of the availability.

use kataster::access::Role;

use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn the_employer_plans_on_the_page_and_the_person_only_sees_it() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let person = app.begin_session(&email).await;
    let manager = app.browse_as(Role::MemberManager, Some(employer)).await;
    let (page, form) = (
        format!("/eintraege/{id}/verfuegbarkeit"),
        format!("/eintraege/{id}/rufbereitschaft"),
    );
    let day = app.state.db.clock().now().plus_days(2).date();
    let next = app.state.db.clock().now().plus_days(3).date();
    let (from, until) = (format!("{day}T18:00"), format!("{next}T07:00"));
    let planned = [("beginn", from.as_str()), ("ende", until.as_str())];

    app.submit(&form, &person, &planned).await.expect(403);
    for wrong in [
        ("", ""),
        (&*until, &*from),
        ("gestern", "heute"),
        (&*from, "2099-01-01T00:00"),
    ] {
        let fields = [("beginn", wrong.0), ("ende", wrong.1)];
        let answer = app.submit(&form, &manager, &fields).await.expect(422);
        assert!(answer.text.contains("beginn-fehler"), "{wrong:?}");
    }
    app.submit(&form, &manager, &planned).await.expect(303);
    app.submit(&form, &manager, &planned).await.expect(422);

    let shown = app.page(&page, &person).await.expect(200).text;
    assert!(shown.contains("18:00 Uhr"), "{shown}");
    assert!(
        !shown.contains("name=\"dienst\""),
        "the person cannot remove it"
    );
    assert!(shown.contains("Noch 20 Einsatztage"));
    let shown = app.page(&page, &manager).await.expect(200).text;
    let after = shown.split_once("name=\"dienst\" value=\"").unwrap().1;
    let value = after.split('"').next().unwrap();
    app.submit(&form, &manager, &[("dienst", value)])
        .await
        .expect(303);
    let shown = app.page(&page, &manager).await.expect(200).text;
    assert!(shown.contains("keine Rufbereitschaft geplant"), "{shown}");
}
