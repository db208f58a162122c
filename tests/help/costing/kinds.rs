//! A sheet follows the legal basis: of the other kind it goes no further, and once it is accepted the basis stands.

use serde_json::{Value, json};

use super::{Costing, spent};

fn sent(mut sheet: Value) -> Value {
    sheet["send"] = json!(true);
    sheet
}

fn fee() -> Value {
    json!({"kind": "fee", "vat_rate": 19, "lines": [
        {"category": "hours", "from": "2026-12-01", "quantity_hundredths": 800, "unit_price_cents": 9_500},
    ]})
}

#[tokio::test(flavor = "multi_thread")]
async fn costs_of_the_other_kind_are_written_anew() {
    let costing = Costing::begun().await;
    let (town, manager) = (&costing.town, &costing.manager);
    let nothing = json!({});
    let submitted = costing
        .put("costs", manager, (0, &sent(spent(9_000))))
        .await;
    submitted.expect(200);

    costing.scene.becomes("gmbh").await;

    let refused = costing.step("costs/accept", town, (1, &nothing)).await;
    assert!(refused.expect(409).text.contains("other kind"));
    let draft = costing.put("costs", manager, (1, &fee())).await;
    assert_eq!(draft.expect(200).json()["kind"], "fee");
    costing.scene.becomes("territorial_authority").await;
    let submit = costing.step("costs/submit", manager, (2, &nothing)).await;
    submit.expect(409);
    costing.scene.becomes("gmbh").await;
    let submit = costing.step("costs/submit", manager, (2, &nothing)).await;
    submit.expect(200);
    let accept = costing.step("costs/accept", town, (3, &nothing)).await;
    accept.expect(200);

    // Accepted in the kind of then, it is not paid in that of now, but written anew.
    costing.scene.becomes("territorial_authority").await;
    let settle = costing.step("costs/settle", town, (4, &nothing)).await;
    settle.expect(409);
    let again = costing
        .put("costs", manager, (4, &sent(spent(9_000))))
        .await;
    assert_eq!(again.expect(200).json()["state"], "submitted");
    for (version, step) in [(5, "costs/accept"), (6, "costs/settle")] {
        let done = costing.step(step, town, (version, &nothing)).await;
        done.expect(200);
    }
    // What is paid is paid.
    costing.scene.becomes("gmbh").await;
    let paid = costing.put("costs", manager, (7, &fee())).await;
    paid.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_that_was_agreed_to_in_the_other_kind_is_written_anew() {
    let costing = Costing::accepted().await;
    let (town, manager) = (&costing.town, &costing.manager);
    let estimate = costing
        .put("estimate", manager, (0, &sent(spent(9_000))))
        .await;
    estimate.expect(200);
    let agree = json!({"decision": "agree"});
    let agreed = costing.step("estimate/decision", town, (1, &agree)).await;
    agreed.expect(200);
    let again = costing.put("estimate", manager, (2, &spent(1))).await;
    again.expect(409);

    costing.scene.becomes("gmbh").await;

    let anew = costing.put("estimate", manager, (2, &sent(fee()))).await;
    assert_eq!(anew.expect(200).json()["state"], "sent");
    let agreed = costing.step("estimate/decision", town, (3, &agree)).await;
    assert_eq!(agreed.expect(200).json()["kind"], "fee");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_basis_of_accepted_costs_stands() {
    let costing = Costing::begun().await;
    let (town, app) = (&costing.town, &costing.scene.app);
    let basis = costing.path("basis");
    let nothing = json!({});
    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    app.put(&basis, town, &amtshilfe).await.expect(200);
    let sheet = sent(spent(9_000));
    let submitted = costing.put("costs", &costing.manager, (0, &sheet)).await;
    submitted.expect(200);
    for (version, step) in [(1, "costs/accept"), (2, "costs/settle")] {
        let done = costing.step(step, town, (version, &nothing)).await;
        done.expect(200);

        for other in [json!("disaster_law"), Value::Null] {
            let body = json!({"legal_basis": other});
            app.put(&basis, town, &body).await.expect(409);
        }
    }
    let shown = app.get(&basis, town).await.expect(200).json();
    assert_eq!(shown["legal_basis"], "amtshilfe");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_of_amtshilfe_little_is_not_claimed() {
    let costing = Costing::begun().await;
    let basis = costing.path("basis");
    let app = &costing.scene.app;
    let sheet = sent(spent(3_500));
    let submitted = costing.put("costs", &costing.manager, (0, &sheet)).await;
    assert_eq!(submitted.expect(200).json()["claimed_cents"], 0);

    let disaster = json!({"legal_basis": "disaster_law"});
    app.put(&basis, &costing.town, &disaster).await.expect(200);

    let seen = costing.get("costs", &costing.town).await.expect(200).json();
    assert_eq!(seen["claimed_cents"], 3_500);
    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    app.put(&basis, &costing.town, &amtshilfe).await.expect(200);
    let seen = costing.get("costs", &costing.town).await.expect(200).json();
    assert_eq!(seen["claimed_cents"], 0);
}
