//! It ends by a side or by time, or it is called off before it began.

use kataster::access::Role;
use kataster::entity::deployment_review;
use sea_orm::EntityTrait;
use serde_json::json;

use super::{DAY, HOUR, Running};
use crate::help::scene::{Scene, one_need, yes};
use crate::support::MailServer;

const CALLED_OFF: &str = "Bitte fahren Sie nicht los";
const SIDES: [&str; 4] = ["town", "coordinator", "employer", "expert"];

fn token<'a>(help: &'a Running, side: &str) -> &'a str {
    match side {
        "town" => &help.town,
        "employer" => &help.manager,
        "expert" => &help.expert,
        _ => &help.scene.coordinator,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_may_end_it_once_and_the_others_are_told() {
    for side in SIDES {
        let help = Running::new().await;
        let who = token(&help, side);
        help.take(who, "end", &json!({})).await.expect(409);
        help.begun_for(DAY).await;

        let ended = help.take(who, "end", &json!({})).await.expect(200).json();

        let now = help.now();
        assert_eq!(ended["state"], "ended", "{side}");
        assert_eq!(ended["ended_at"], json!(now));
        assert_eq!(ended["until"], json!(now));
        assert_eq!(help.booked().await, [(help.from, now)]);
        let is_other = ["employer", "expert"].contains(&side);
        let told = help.told_town("Ein Einsatz ist beendet");
        assert_eq!(told, usize::from(is_other), "{side}");
        let told = help.told_expert("Ihr Einsatz ist beendet");
        assert_eq!(told, usize::from(side != "expert"), "{side}");
        for what in ["end", "cancel"] {
            help.take(who, what, &json!({})).await.expect(409);
        }
        let begun = help.take(who, "start", &json!({})).await;
        begun.expect(if side == "employer" { 403 } else { 409 });
        let request = help.scene.show(&help.request).await;
        assert_eq!(request["state"], "filled", "its place was taken");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn time_ends_what_nobody_ends() {
    let help = Running::new().await;
    let until = help.until().await;
    help.begun_for(7 * DAY - 1).await;
    assert_eq!(help.state().await, "active");

    help.scene.after(1).await;

    assert_eq!(help.state().await, "ended");
    assert_eq!(help.booked().await, [(help.from, until)]);
    assert_eq!(help.told_expert("Ihr Einsatz ist beendet"), 0, "they knew");
    help.take(&help.town, "end", &json!({})).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_promised_and_never_begun_ends_a_week_after_its_end() {
    let help = Running::new().await;
    help.scene.after(14 * DAY - 1).await;
    assert_eq!(help.state().await, "accepted");

    help.scene.after(1).await;

    assert_eq!(help.state().await, "ended");
    help.take(&help.town, "start", &json!({})).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_began_is_no_help_that_was_given() {
    let help = Running::new().await;
    let until = help.until().await;
    help.scene.after(14 * DAY).await;
    assert_eq!(help.state().await, "ended");
    let app = &help.scene.app;

    let path = format!("/api/v1/organisations/{}/hours", help.employer);
    let hours = app.get(&path, &help.manager).await.expect(200).json();
    assert_eq!(hours["given"]["minutes"], 0);
    let desk = app.browse_as(Role::Coordinator, None).await;
    let path = format!("/einsaetze/{}/bescheinigung?pruefen=ABCD", help.id);
    app.page(&path, &desk).await.expect(409);
    let review = json!({"went_well": "Wir kamen ohne Hilfe zurecht."});
    let path = format!("/api/v1/deployments/{}/review", help.id);
    app.put(&path, &help.town, &review).await.expect(200);
    let rows = deployment_review::Entity::find();
    let rows = rows.all(app.state.db.reader()).await.unwrap();
    assert_eq!(rows[0].ended_at, until, "not a week later");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_ends_by_itself() {
    let help = Running::talk().await;
    help.scene.after(2 * HOUR - 1).await;
    assert_eq!(help.state().await, "accepted");

    help.scene.after(1).await;

    assert_eq!(help.state().await, "ended");
    let successor = help.take(&help.town, "successor", &json!({})).await;
    successor.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_may_call_it_off_before_it_began_and_its_place_is_open_again() {
    for side in SIDES {
        let help = Running::new().await;
        let who = token(&help, side);
        let before = help.scene.show(&help.request).await;
        assert_eq!(before["state"], "filled");

        let off = help.take(who, "cancel", &json!({})).await.expect(200);

        assert_eq!(off.json()["state"], "cancelled", "{side}");
        let after = help.scene.show(&help.request).await;
        assert_eq!(after["state"], "alerting");
        assert_eq!(after["needs"][0]["committed"], 0);
        assert_eq!(help.booked().await, []);
        let told = help.told_expert(CALLED_OFF);
        assert_eq!(told, usize::from(side != "expert"), "{side}");
        let is_other = ["employer", "expert"].contains(&side);
        let told = help.told_town("Ein zugesagter Einsatz bei Ihnen entf");
        assert_eq!(told, usize::from(is_other), "{side}");
        for what in ["cancel", "end"] {
            help.take(who, what, &json!({})).await.expect(409);
        }
        let begun = help.take(who, "start", &json!({})).await;
        begun.expect(if side == "employer" { 403 } else { 409 });
        let contact = format!("/api/v1/deployments/{}/contact", help.id);
        help.scene.app.get(&contact, &help.town).await.expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn once_it_is_called_off_the_next_are_asked() {
    let help = Running::of(Scene::with(4).await, &one_need(), &yes()).await;
    let sent = async || {
        let states = help.scene.states(&help.request).await;
        states.iter().filter(|state| *state == "sent").count()
    };
    assert_eq!(sent().await, 0);

    help.take(&help.manager, "cancel", &json!({}))
        .await
        .expect(200);

    assert_eq!(sent().await, 1, "the fourth; nobody is asked twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_each_other_for_a_week_after_the_end() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    help.take(&help.town, "end", &json!({})).await.expect(200);
    let contact = format!("/api/v1/deployments/{}/contact", help.id);

    help.scene.after(7 * DAY - 1).await;
    let app = &help.scene.app;
    let shown = app.get(&contact, &help.town).await.expect(200).text;
    assert!(shown.contains("Quastenflosser"));

    help.scene.after(1).await;
    app.get(&contact, &help.town).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_are_told_of_an_end_they_did_not_bring_about() {
    let help = Running::new().await;
    let role = (Role::MemberManager, Some(help.employer));
    let app = &help.scene.app;
    let (_, house) = app.account_with_password(role.0, role.1).await;
    help.begun_for(DAY).await;

    // Messages that cannot leave now are tried again.
    let path = format!("/api/v1/deployments/{}/end", help.id);
    app.post(&path, &help.town, &json!({})).await.expect(200);
    let away = MailServer::that_answers(451, 100);
    help.scene.run_by(away.post()).await;
    help.scene.after(HOUR).await;

    let told = help
        .scene
        .letters(&house, "Ein Einsatz Ihres Hauses ist beendet");
    assert_eq!(told.len(), 1);
    assert!(told[0].contains(&format!("/einsaetze/{}", help.id)));
}
