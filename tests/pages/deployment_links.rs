//! A deployment that runs by links alone: of a town without IT, and of somebody without an account.

use super::deployment::typed;
use super::help::{look, submit};
use crate::help::running::{DAY, HOUR, Running};
use crate::help::status_page;
use crate::support::Answer;

/// The page of whoever helps.
fn answer_page(help: &Running) -> String {
    format!("/a/{}", help.helper.2)
}

async fn expert(help: &Running, step: &str) -> Answer {
    let path = format!("{}/einsatz", answer_page(help));
    let said = submit(&help.scene.app, &path, &[("schritt", step)]).await;
    help.scene.run().await;
    said
}

async fn town(help: &Running, fields: &[(&str, &str)]) -> Answer {
    let path = format!("{}/einsaetze/{}/schritt", status_page(&help.held), help.id);
    let said = submit(&help.scene.app, &path, fields).await;
    help.scene.run().await;
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expert_begins_stays_and_ends_by_the_link_of_their_answer() {
    let help = Running::new().await;
    let path = answer_page(&help);
    let page = look(&help.scene.app, &path, "").await;
    assert!(page.contains("value=\"start\"") && page.contains("value=\"cancel\""));
    assert!(!page.contains("value=\"end\"") && !page.contains("value=\"agree\""));

    let begun = expert(&help, "start").await.expect(303);
    assert_eq!(begun.location(), path);
    assert_eq!(help.state().await, "active");
    // Said twice, it is as it was.
    expert(&help, "start").await.expect(303);
    help.scene.after(HOUR).await;
    let later = help.from.plus_days(9);
    help.ask_until(later).await.expect(200);
    let page = look(&help.scene.app, &path, "").await;
    assert!(page.contains("Die Kommune bittet Sie, bis") && page.contains("value=\"agree\""));
    assert!(page.contains("value=\"end\"") && !page.contains("value=\"start\""));
    assert!(page.contains("Sie sind im Einsatz bis") && !page.contains("<dt>Beginn</dt>"));
    expert(&help, "agree").await.expect(303);
    assert_eq!(help.until().await, later);
    let page = look(&help.scene.app, &path, "").await;
    assert!(!page.contains("value=\"agree\""));
    expert(&help, "vielleicht").await.expect(422);
    expert(&help, "end").await.expect(303);

    assert_eq!(help.state().await, "ended");
    let page = look(&help.scene.app, &path, "").await;
    assert!(page.contains("Dieser Einsatz ist vorbei") && !page.contains("<dt>Beginn</dt>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expert_calls_off_or_refuses_to_stay_by_the_link_of_their_answer() {
    let help = Running::new().await;
    help.ask_until(help.from.plus_days(9)).await.expect(200);
    expert(&help, "refuse").await.expect(303);
    assert_eq!(help.shown().await["extension"]["outcome"], "not_agreed");
    let later = typed(help.from.plus_days(9));
    let again = [("schritt", "extend"), ("bis", later.as_str())];
    let again = town(&help, &again).await.expect(409).text;
    assert!(again.contains("Die letzte Verlängerung kam nicht zustande. Fragen Sie wieder ab"));

    expert(&help, "cancel").await.expect(303);

    assert_eq!(help.state().await, "cancelled");
    assert_eq!(help.scene.show(&help.request).await["state"], "alerting");
    let page = look(&help.scene.app, &answer_page(&help), "").await;
    assert!(!page.contains("/einsatz"));
    let late = expert(&help, "start").await;
    late.expect(303);
    assert_eq!(help.state().await, "cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_is_not_begun_by_anybody() {
    let help = Running::talk().await;

    let page = look(&help.scene.app, &answer_page(&help), "").await;
    assert!(!page.contains("value=\"start\""));
    let page = look(&help.scene.app, &status_page(&help.held), "").await;
    assert!(!page.contains("value=\"start\"") && !page.contains("value=\"extend\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_begins_extends_and_ends_by_its_status_page() {
    let help = Running::new().await;
    let path = status_page(&help.held);
    let page = look(&help.scene.app, &path, "").await;
    for step in ["start", "extend", "cancel"] {
        assert!(page.contains(&format!("value=\"{step}\"")), "{step}");
    }
    assert!(!page.contains("value=\"end\""));

    let begun = town(&help, &[("schritt", "start")]).await.expect(303);
    assert_eq!(begun.location(), path);
    assert_eq!(help.state().await, "active");
    let again = town(&help, &[("schritt", "start")]).await.expect(409).text;
    assert!(again.contains("schon entschieden"));
    help.scene.after(DAY).await;
    let far = typed(help.from.plus_days(15));
    for wrong in [far.as_str(), "", "bald"] {
        let fields = [("schritt", "extend"), ("bis", wrong)];
        let page = town(&help, &fields).await.expect(422).text;
        assert!(page.contains("Dieses Ende geht nicht"), "{wrong}");
    }
    let later = typed(help.from.plus_days(9));
    let extend = [("schritt", "extend"), ("bis", later.as_str())];
    town(&help, &extend).await.expect(303);
    let page = look(&help.scene.app, &path, "").await;
    assert!(page.contains("Um Verlängerung bis") && !page.contains("value=\"extend\""));
    town(&help, &extend).await.expect(409);
    help.say(&help.expert, "agree").await.expect(200);
    assert_eq!(help.until().await, help.from.plus_days(9));
    town(&help, &[("schritt", "x")]).await.expect(422);
    town(&help, &[("schritt", "end")]).await.expect(303);

    assert_eq!(help.state().await, "ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_calls_off_by_its_status_page() {
    let help = Running::new().await;

    town(&help, &[("schritt", "cancel")]).await.expect(303);

    assert_eq!(help.state().await, "cancelled");
    town(&help, &[("schritt", "start")]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_unknown_or_of_another_incident_does_nothing() {
    let help = Running::new().await;
    let app = &help.scene.app;
    let (_, other) = help.scene.incident().await;
    let other = status_page(&other);
    let nobody = "0".repeat(64);
    let start = [("schritt", "start")];

    for path in [
        format!("/a/{nobody}/einsatz"),
        format!("/hilfe/{nobody}/einsaetze/{}/schritt", help.id),
        format!("{other}/einsaetze/{}/schritt", help.id),
        format!("{}/einsaetze/x/schritt", status_page(&help.held)),
    ] {
        submit(app, &path, &start).await.expect(404);
    }

    assert_eq!(help.state().await, "accepted");
}
