//! Each step is said by its verb.

use serde_json::{Value, json};

use super::{Said, question};

#[tokio::test(flavor = "multi_thread")]
async fn each_step_is_a_message_that_follows_the_one_before() {
    let said = Said::yes().await;
    let begun = ["RequestResource", "ResponseToRequestResource"];
    assert_eq!(said.verbs().await, begun);

    said.decide(&said.manager, "release", "release").await;
    said.decide(&said.town, "acceptance", "accept").await;

    let messages = said.messages().await;
    let verbs: Vec<_> = messages.iter().map(|one| &one["type"]).collect();
    assert_eq!(
        verbs,
        [
            "RequestResource",
            "ResponseToRequestResource",
            "CommitResource",
            "RequisitionResource"
        ]
    );
    let sides: Vec<_> = messages.iter().map(|one| &one["side"]).collect();
    assert_eq!(sides, ["town", "expert", "employer", "town"]);
    assert_eq!(messages[1]["response"], "provisional");
    assert!(messages[0]["preceding_id"].is_null());
    for pair in messages.windows(2) {
        assert_eq!(pair[1]["preceding_id"], pair[0]["id"]);
        assert_eq!(pair[1]["originating_id"], messages[0]["id"]);
        assert!(pair[0]["sent_at"].as_str() <= pair[1]["sent_at"].as_str());
    }
    let kinds = |at: usize| messages[at]["schedule"].as_array().unwrap().clone();
    assert_eq!(kinds(2)[0]["type"], "Committed");
    assert_eq!(kinds(3)[0]["type"], "RequestedArrival");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deployment_is_told_from_its_beginning_to_its_end() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let expert = said.scene.account_of(&said.scene.helpers[0]).await;
    let act = async |who: &str, what: &str, body: &Value| {
        let path = format!("/api/v1/deployments/{}/{what}", said.id);
        let acted = app.post(&path, who, body).await.expect(200).json();
        said.scene.run().await;
        acted
    };

    let begun = act(&expert, "start", &json!({})).await;
    let until = begun["until"].as_str().unwrap().to_owned();
    let now = app.state.db.clock().now();
    let later = json!({"until": now.plus_days(9)});
    act(&said.town, "extend", &later).await;
    act(&expert, "extension", &json!({"decision": "agree"})).await;
    let longer = act(&said.manager, "extension", &json!({"decision": "agree"})).await;
    assert_ne!(longer["until"], until);
    let back = json!({"at": now.plus_days(1)});
    act(&said.manager, "return", &back).await;
    act(&said.town, "end", &json!({})).await;

    let messages = said.messages().await;
    let told = messages[4..].iter().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", text("type"), text("side"), text("response"))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "ReportResourceDeploymentStatus expert -",
            "RequestExtendedDeploymentDuration town -",
            "ResponseToRequestExtendedDeploymentDuration employer accept",
            "RequestReturn employer -",
            "ReleaseResource town -",
        ]
    );
    assert_eq!(messages[6]["preceding_id"], messages[5]["id"]);
    assert_eq!(messages[4]["schedule"][0]["type"], "ActualArrival");
    // For a week more both sides may still ask.
    said.write(&said.town, &question()).await.expect(201);
    let document = said.export(&expert).await;
    let listed = document["ResourceMessage"].as_array().unwrap();
    assert_eq!(listed.len(), 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_no_to_a_later_end_nobody_says_whose_it_is() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let path = format!("/api/v1/deployments/{}/extend", said.id);
    let now = app.state.db.clock().now();
    let later = json!({"until": now.plus_days(9)});
    app.post(&path, &said.town, &later).await.expect(200);

    said.decide(&said.manager, "extension", "refuse").await;

    let messages = said.messages().await;
    let last = messages.last().unwrap();
    assert_eq!(
        (&last["side"], &last["response"]),
        (&json!("service"), &json!("decline"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_says_no_takes_back_what_was_said_for_them() {
    let last = async |said: &Said| {
        let messages = said.messages().await;
        let last = messages.last().unwrap().clone();
        let recalled = &last["recall"]["message_id"];
        let recalled = messages.iter().find(|one| one["id"] == *recalled).unwrap();
        assert_eq!(recalled["type"], last["type"]);
        assert_eq!(last["recall"]["type"], "cancel");
        let text = |name: &str| last[name].as_str().unwrap().to_owned();
        (text("type"), text("side"))
    };
    let pair = |verb: &str, side: &str| (verb.to_owned(), side.to_owned());

    let said = Said::yes().await;
    said.decide(&said.manager, "release", "refuse").await;
    let refused = pair("ResponseToRequestResource", "employer");
    assert_eq!(last(&said).await, refused);

    let said = Said::yes().await;
    said.decide(&said.manager, "release", "release").await;
    said.decide(&said.town, "acceptance", "refuse").await;
    assert_eq!(last(&said).await, pair("RequestResource", "town"));

    let said = Said::yes().await;
    said.scene.after(2 * 3_600).await;
    let lapsed = pair("ResponseToRequestResource", "service");
    assert_eq!(last(&said).await, lapsed);
    // What was taken back takes no message more.
    said.write(&said.town, &question()).await.expect(409);
}
