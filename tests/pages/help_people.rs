//! Who helps, as a verified town sees it on its status page.

use serde_json::{Value, json};

use super::help::{look, submit};
use crate::emergency::{issue, recorded};
use crate::help::scene::{Scene, one_need};
use crate::help::{TOWN, ask, new_incident, status_page};
use crate::support::Answer;

fn remote() -> Value {
    json!({"answer": "remote", "rested": true})
}

/// A verified town, and the path of its status page.
struct Town {
    scene: Scene,
    incident: String,
    page: String,
    spoken: String,
}

impl Town {
    async fn with(helpers: usize) -> Self {
        let scene = Scene::with(helpers).await;
        let (incident, held) = scene.incident().await;
        Self::of(scene, incident, &held)
    }

    /// A town whose card says that the first fitting yes counts.
    async fn with_card(helpers: usize) -> Self {
        let scene = Scene::with(helpers).await;
        issue(&scene.app, TOWN).await;
        let (incident, held) = scene.incident().await;
        Self::of(scene, incident, &held)
    }

    fn of(scene: Scene, incident: String, held: &Value) -> Self {
        Self {
            scene,
            incident,
            page: status_page(held),
            spoken: held["spoken_code"].as_str().unwrap().to_owned(),
        }
    }

    async fn look(&self) -> String {
        look(&self.scene.app, &self.page, "").await
    }

    /// Asks for somebody who says this; the request and the path of what came of it.
    async fn said(&self, answer: &Value) -> (String, String) {
        let request = self.alert().await;
        let link = self.scene.asked()[0].1.clone();
        self.scene.answer(&link, answer).await.expect(200);
        let shown = self.scene.show(&request).await;
        let id = shown["deployments"][0]["id"].as_str().unwrap();
        (request, format!("{}/einsaetze/{id}", self.page))
    }

    async fn alert(&self) -> String {
        let needs = json!([one_need()]);
        let request = self.scene.request(&self.incident, &needs).await;
        self.scene.begin(&request).await;
        request
    }

    async fn decide(&self, path: &str, decision: &str) -> Answer {
        let fields = [("entscheidung", decision)];
        let decided = submit(&self.scene.app, path, &fields).await;
        self.scene.run().await;
        decided
    }

    async fn code(&self, path: &str, code: &str) -> Answer {
        let path = format!("{path}/kontakt");
        submit(&self.scene.app, &path, &[("code", code)]).await
    }
}

/// What a page shows, in short.
fn stand(page: &str) -> String {
    let (_, rest) = page.split_once("data-stand=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn before_verification_the_page_knows_of_nobody() {
    let scene = Scene::with(2).await;
    let held = ask(&scene.app, &new_incident()).await.expect(201).json();

    let page = look(&scene.app, &status_page(&held), "").await;

    let (_, main) = page.split_once("<main").unwrap();
    for word in ["Fachkr", "Welle", "zugesagt", "K-", "einsaetze", "progress"] {
        assert!(!main.contains(word), "{word}");
    }
    assert_eq!(stand(&page), "1.0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verified_town_sees_how_many_are_asked_and_when_the_next_are() {
    let town = Town::with(3).await;
    let before = stand(&town.look().await);

    let request = town.alert().await;

    let page = town.look().await;
    for said in [
        "3 Fachkräfte gefragt",
        "0 zugesagt, 1 offen",
        "Nächste Welle um",
        "Datensicherung",
        "Was kostet das?",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("K-"), "nobody said yes");
    assert_ne!(stand(&page), before);
    let pause = format!("/api/v1/requests/{request}/pause");
    let paused = json!({"paused": true});
    let desk = &town.scene.coordinator;
    town.scene.app.post(&pause, desk, &paused).await.expect(200);
    assert!(town.look().await.contains("gerade niemand Neues"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_accepts_on_its_page_and_is_told_who_phones_when() {
    let town = Town::with(2).await;
    let (request, path) = town.said(&json!({"answer": "first_call"})).await;
    let page = town.look().await;
    assert!(page.contains("K-") && page.contains("Annehmen") && page.contains("Ablehnen"));
    assert!(!page.contains("class=\"words\""), "nobody phones yet");

    let accepted = town.decide(&path, "accept").await;

    assert_eq!(accepted.expect(303).location(), town.page);
    let after = town.look().await;
    assert_ne!(stand(&after), stand(&page));
    assert!(after.contains("möchte bis") && after.contains("class=\"words\""));
    assert!(after.contains("Ihr Anrufer sagt zuerst:") && after.contains("Sie antworten:"));
    assert!(!after.contains("Quastenflosser0") && !after.contains("2312500"));
    // Said twice it was said; taking it back is too late.
    town.decide(&path, "accept").await.expect(303);
    let late = town.decide(&path, "refuse").await.expect(409).text;
    assert!(late.contains("schon entschieden") && !late.contains("data-stream"));
    assert!(late.contains(&format!("href=\"{}?lang=en\"", town.page)));
    assert_eq!(
        town.scene.show(&request).await["deployments"][0]["state"],
        "accepted"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_needs_no_reason_and_the_next_may_come() {
    let town = Town::with(1).await;
    let (request, path) = town.said(&remote()).await;

    town.decide(&path, "refuse").await.expect(303);

    let shown = town.scene.show(&request).await;
    assert_eq!(shown["deployments"][0]["state"], "refused");
    assert!(!town.look().await.contains("K-"));
    let link = &town.scene.asked()[0].1;
    let own = look(&town.scene.app, &format!("/a/{link}"), "").await;
    assert!(own.contains("Die Kommune hat anders entschieden"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_spoken_code_opens_a_name_once_and_it_is_on_record() {
    let town = Town::with(1).await;
    let (_, path) = town.said(&remote()).await;
    town.code(&path, &town.spoken).await.expect(409);
    town.decide(&path, "accept").await.expect(303);
    assert!(town.look().await.contains("Ihr sechsstelliger Code"));
    let (first, second) = town.spoken.split_at(3);

    let short = town.code(&path, "12345").await.expect(422).text;
    assert!(short.contains("sechs Ziffern"));
    let wrong = town.code(&path, "000 000").await.expect(422).text;
    assert!(wrong.contains("4 Versuche sind übrig") && wrong.contains("href=\"#code-dep_"));
    let reveals = async || {
        recorded(&town.scene.app, "expert.identity_revealed")
            .await
            .len()
    };
    let before = reveals().await;
    let shown = town.code(&path, &format!("{first} {second}")).await;

    let shown = shown.expect(200).text;
    assert!(shown.contains("Quastenflosser0") && shown.contains("href=\"tel:+493023125000\""));
    assert!(!shown.contains("http-equiv=\"refresh\"") && !shown.contains("data-stream"));
    assert!(!town.look().await.contains("Quastenflosser0"));
    assert_eq!(reveals().await, before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_codes_lock_the_name() {
    let town = Town::with(1).await;
    let (_, path) = town.said(&remote()).await;
    town.decide(&path, "accept").await.expect(303);
    let wrong = if town.spoken == "000000" {
        "111111"
    } else {
        "000000"
    };
    for _ in 0..5 {
        town.code(&path, wrong).await.expect(422);
    }

    let locked = town.code(&path, &town.spoken).await.expect(422).text;

    assert!(locked.contains("Zu viele falsche Codes") && !locked.contains("Quastenflosser0"));
    // The same tries count whatever it is typed for.
    let withdraw = format!("{}/zurueckziehen", town.page);
    let fields = [("code", town.spoken.as_str())];
    let refused = submit(&town.scene.app, &withdraw, &fields).await;
    assert!(refused.expect(422).text.contains("Zu viele falsche Codes"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_counts_beforehand_can_be_objected_to_for_ten_minutes() {
    let town = Town::with_card(2).await;
    let (request, path) = town.said(&remote()).await;
    let page = town.look().await;
    assert!(page.contains("Widerspruch bis") && page.contains("Widersprechen"));

    town.decide(&path, "refuse").await.expect(303);

    let shown = town.scene.show(&request).await;
    assert_eq!(shown["deployments"][0]["state"], "refused");
    let town = Town::with_card(1).await;
    let (_, path) = town.said(&remote()).await;
    let before = stand(&town.look().await);
    town.scene.after(600).await;
    let page = town.look().await;
    assert!(!page.contains("Widersprechen"));
    assert_ne!(stand(&page), before);
    town.decide(&path, "refuse").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_nothing_of_another_incident() {
    let town = Town::with(1).await;
    let (_, path) = town.said(&remote()).await;
    let id = path.rsplit('/').next().unwrap();
    let (_, other) = town.scene.incident().await;
    let other = format!("{}/einsaetze/{id}", status_page(&other));

    town.decide(&other, "accept").await.expect(404);
    town.code(&other, &town.spoken).await.expect(404);
    let unknown = format!("/hilfe/{}/einsaetze/{id}", "0".repeat(64));
    town.decide(&unknown, "accept").await.expect(404);
    town.decide(&format!("{}/einsaetze/x", town.page), "accept")
        .await
        .expect(404);
}
