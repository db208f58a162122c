//! Who is reached by which way, and what follows when nobody is.

use std::net::TcpListener;

use kataster::notifications::Post;
use serde_json::json;

use super::running::Running;
use super::scene::{Scene, one_need, yes};
use crate::support::GatewayProcess;

/// A service that rings by a gateway, and writes letters.
async fn rung(gateway: &GatewayProcess, helpers: usize) -> (Scene, Post) {
    let mut scene = Scene::with(helpers).await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let post = Post {
        voice: Some(gateway.gateway(&format!("{base}/gateway/voice/delivery"))),
        ..scene.server.post()
    };
    scene.app.use_post(post.clone());
    scene.app.serve_on(listener);
    (scene, post)
}

async fn begin(scene: &Scene, post: &Post) -> String {
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(post.clone()).await;
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_call_does_not_reach_is_written_to_and_a_call_that_arrived_is_shown() {
    let gateway = GatewayProcess::new();
    let (scene, post) = rung(&gateway, 1).await;
    let request = begin(&scene, &post).await;
    let alert = async || scene.show(&request).await["alerts"][0].clone();
    assert_eq!(alert().await["channel"], "voice");
    assert!(scene.asked().is_empty());

    assert_eq!(gateway.report("failed", 2), json!([204, 204]));
    scene.run_by(post.clone()).await;

    assert_eq!(alert().await["channel"], "mail");
    assert_eq!(alert().await["state"], "sent");
    assert_eq!(scene.letters(&scene.helpers[0].email, "/a/").len(), 1);
    // It had arrived all the same.
    assert_eq!(gateway.report("delivered", 1), json!([204]));
    scene.run_by(post).await;
    assert_eq!(alert().await["state"], "delivered");
    let page = format!("/ersuchen/{request}");
    let desk = scene
        .app
        .browse_as(kataster::access::Role::Coordinator, None)
        .await;
    let seen = scene.app.page(&page, &desk).await.expect(200);
    assert!(seen.text.contains("angekommen"), "{}", seen.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_no_way_reaches_is_made_up_for() {
    let gateway = GatewayProcess::new();
    let (scene, post) = rung(&gateway, 5).await;
    let post = Post {
        mailer: None,
        ..post
    };
    let request = begin(&scene, &post).await;
    assert_eq!(scene.states(&request).await, ["sent"; 3]);

    assert_eq!(gateway.report("failed", 1), json!([204]));
    scene.run_by(post.clone()).await;
    let count = async |state: &str| {
        let states = scene.states(&request).await;
        states.iter().filter(|known| *known == state).count()
    };
    assert_eq!((count("failed").await, count("sent").await), (1, 2));

    // By the next wave, for a gateway that loses everything must not use up everybody.
    let now = scene.app.state.db.clock().now();
    scene.app.clock.set(now.plus_seconds(600));
    scene.run_by(post).await;
    assert_eq!((count("failed").await, count("sent").await), (1, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn while_every_channel_is_away_nobody_else_is_used_up_and_whoever_is_told_late_has_their_time()
 {
    let scene = Scene::with(7).await;
    let away = crate::support::post("smtp://127.0.0.1:9");
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(away.clone()).await;
    let later = |seconds: i64| {
        let now = scene.app.state.db.clock().now();
        scene.app.clock.set(now.plus_seconds(seconds));
    };

    later(900);
    scene.run_by(away).await;
    assert_eq!(scene.states(&request).await, ["queued"; 3]);

    later(60);
    scene.run().await;
    assert_eq!(scene.states(&request).await, ["sent"; 3]);
    scene.after(599).await;
    assert_eq!(scene.states(&request).await.len(), 3);
    scene.after(1).await;
    assert_eq!(scene.states(&request).await.len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_stays_away_holds_the_next_wave_back_for_one_more_and_no_longer() {
    let scene = Scene::with(7).await;
    let away = crate::support::post("smtp://127.0.0.1:9");
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(away.clone()).await;

    for (seconds, asked) in [(900, 3), (299, 3), (1, 6)] {
        let now = scene.app.state.db.clock().now();
        scene.app.clock.set(now.plus_seconds(seconds));
        scene.run_by(away.clone()).await;
        assert_eq!(scene.states(&request).await.len(), asked, "{seconds}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn that_somebody_is_not_needed_goes_by_the_next_way_too() {
    let gateway = GatewayProcess::new();
    let (scene, post) = rung(&gateway, 1).await;
    let request = begin(&scene, &post).await;
    let path = format!("/api/v1/requests/{request}/stand-down");
    let why = json!({"reason": "Das Backup war doch da."});
    let ended = scene.app.post(&path, &scene.coordinator, &why).await;
    ended.expect(200);
    scene.run_by(post.clone()).await;
    assert_eq!(gateway.taken().len(), 2);
    let told = || {
        scene
            .letters(&scene.helpers[0].email, "Bedarf gedeckt")
            .len()
    };
    assert_eq!(told(), 0);

    assert_eq!(gateway.report("failed", 1), json!([204]));
    scene.run_by(post).await;

    assert_eq!(told(), 1);
    assert_eq!(
        gateway.taken().len(),
        2,
        "the number that lost it is left out"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn that_somebody_is_asked_to_stay_goes_by_the_next_way_too() {
    let gateway = GatewayProcess::new();
    let (scene, post) = rung(&gateway, 1).await;
    let help = Running::of(scene, &one_need(), &yes()).await;
    let told = || help.told_expert("Die Kommune bittet Sie");
    let path = format!("/api/v1/deployments/{}/extend", help.id);
    let later = json!({"until": help.from.plus_days(9)});
    let asked = help.scene.app.post(&path, &help.town, &later).await;
    asked.expect(200);
    help.scene.run_by(post.clone()).await;
    assert_eq!((gateway.taken().len(), told()), (1, 0));

    assert_eq!(gateway.report("failed", 1), json!([204]));
    help.scene.run_by(post).await;

    assert_eq!((gateway.taken().len(), told()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_never_told_has_failed_and_was_not_asked() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(Post::default()).await;
    let now = scene.app.state.db.clock().now();
    scene.app.clock.set(now.plus_seconds(1_800));
    scene.run_by(Post::default()).await;

    assert_eq!(scene.states(&request).await, ["failed"]);
    assert_eq!(scene.show(&request).await["needs"][0]["wave"], 1);
    let second = scene.alerting(&json!([one_need()])).await;
    assert_eq!(scene.states(&second).await, ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_says_by_which_way_somebody_would_be_asked() {
    let gateway = GatewayProcess::new();
    let (scene, post) = rung(&gateway, 1).await;
    let channel = async |app: &crate::support::TestApp, request: &str| {
        let path = format!("/api/v1/requests/{request}/alert");
        let preview = json!({"preview": true});
        let shown = app.post(&path, &scene.coordinator, &preview).await;
        shown.expect(200).json()["would_alert"][0]["channel"].clone()
    };
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    assert_eq!(channel(&scene.app, &request).await, "voice");
    drop(post);

    let silent = Scene::with(1).await;
    let (incident, _) = silent.incident().await;
    let request = silent.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let preview = json!({"preview": true});
    let shown = silent.app.post(&path, &silent.coordinator, &preview).await;
    let shown = shown.expect(200).json();
    assert!(shown["would_alert"][0]["channel"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_be_asked_cannot_be_picked() {
    let scene = Scene::with(4).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let need = scene.show(&request).await["needs"][0]["id"].clone();
    let pick = async |request: &str, need: &serde_json::Value, expert: &str| {
        let body = json!({"need_id": need, "expert_id": expert, "choice": "pick"});
        let path = format!("/api/v1/requests/{request}/choices");
        scene.app.post(&path, &scene.coordinator, &body).await
    };
    let asked = scene.show(&request).await["alerts"][0]["expert_id"].clone();
    let asked = asked.as_str().unwrap();

    let again = pick(&request, &need, asked).await.expect(422);
    assert!(again.text.contains("asked_before"), "{}", again.text);
    let second = scene.alerting(&json!([one_need()])).await;
    let other = scene.show(&second).await["needs"][0]["id"].clone();
    let elsewhere = pick(&second, &other, asked).await.expect(422);
    assert!(
        elsewhere.text.contains("asked_elsewhere"),
        "{}",
        elsewhere.text
    );
    let unfit = crate::support::expert(scene.helpers[0].employer)
        .with(
            "skills",
            json!([{"id": "domain:active-directory", "level": 4}]),
        )
        .save(&scene.app)
        .await;
    let unfit = pick(&request, &need, &unfit.to_string()).await.expect(422);
    assert!(unfit.text.contains("does_not_fit"), "{}", unfit.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn traces_of_who_was_asked_go_after_thirty_days_and_that_they_answered_after_ninety() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];
    scene
        .answer(link, &json!({"answer": "no"}))
        .await
        .expect(200);
    let forget = async || {
        let state = &scene.app.state;
        kataster::incidents::forget_old(&state.db, &state.retention)
            .await
            .unwrap();
    };
    let kept = async || {
        use sea_orm::EntityTrait;
        let db = scene.app.state.db.reader();
        kataster::entity::alert::Entity::find()
            .one(db)
            .await
            .unwrap()
            .unwrap()
    };
    let _ = request;

    scene.app.move_days(31);
    forget().await;
    let row = kept().await;
    assert!(row.sent_at.is_none() && row.seen_at.is_none() && row.channel.is_none());
    assert_eq!(
        (row.state.as_str(), row.answer.is_some()),
        ("answered", true)
    );

    scene.app.move_days(60);
    forget().await;
    let row = kept().await;
    assert_eq!(
        (row.state.as_str(), row.answer.is_some()),
        ("expired", false)
    );
    assert!(row.answered_at.is_none() && row.answered_by.is_none());
}
