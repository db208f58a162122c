//! Estimates and costs.

use axum::http::Method;
use kataster::access::Role;
use kataster::entity::{audit_entry, cost_sheet};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use super::{Costing, spent};

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_is_sent_and_agreed_to_once() {
    let costing = Costing::accepted().await;
    let (town, manager) = (&costing.town, &costing.manager);
    let proposed = costing.get("estimate", manager).await.expect(200);
    assert_eq!(proposed.etag(), "\"0\"");
    assert_eq!(proposed.json()["is_proposal"], true);
    costing.get("estimate", town).await.expect(404);
    let path = costing.path("estimate");
    let blind = costing.scene.app.put(&path, manager, &spent(10_000)).await;
    blind.expect(428);

    let draft = costing.put("estimate", manager, (0, &spent(10_000))).await;
    assert_eq!(draft.expect(200).json()["state"], "draft");
    costing.get("estimate", town).await.expect(404);
    let agree = json!({"decision": "agree"});
    costing
        .step("estimate/decision", town, (1, &agree))
        .await
        .expect(404);
    let mut sheet = spent(12_000);
    sheet["send"] = json!(true);
    let sent = costing.put("estimate", manager, (1, &sheet)).await;
    assert_eq!(sent.expect(200).json()["state"], "sent");
    let seen = costing.get("estimate", town).await.expect(200);
    assert_eq!(seen.json()["claimed_cents"], 12_000);
    assert_eq!(seen.json()["lines"][0]["note"], "Bahn 🚆");

    let decision = (Method::POST, "estimate/decision");
    let stale = costing
        .with_etag(decision.clone(), town, ("\"1\"", &agree))
        .await;
    stale.expect(412);
    let etag = seen.etag();
    let agreed = costing.with_etag(decision, town, (&etag, &agree)).await;
    assert_eq!(agreed.expect(200).json()["state"], "agreed");
    let again = costing.step("estimate/decision", town, (3, &agree)).await;
    again.expect(409);
    costing
        .put("estimate", manager, (3, &spent(1)))
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_side_a_sheet_waits_for_is_told_once_and_without_a_sum() {
    let costing = Costing::begun().await;
    let (scene, town, manager) = (&costing.scene, &costing.town, &costing.manager);
    let helped = scene.town_id(&costing.incident).await;
    let house = scene.helpers[0].employer;
    let mut mails = Vec::new();
    for place in [(Role::Requester, helped), (Role::MemberManager, house)] {
        let account = scene.app.account_with_password(place.0, Some(place.1));
        mails.push(account.await.1);
    }
    let told = async || {
        scene.run().await;
        let told = mails.iter().map(|mail| scene.letters(mail, "/kosten"));
        told.collect::<Vec<_>>()
    };
    let counts = |told: &[Vec<String>]| told.iter().map(Vec::len).collect::<Vec<_>>();
    let put = async |stage: &str, version: i32, is_sent: bool| {
        let mut sheet = spent(12_300);
        sheet["send"] = json!(is_sent);
        let done = costing.put(stage, manager, (version, &sheet)).await;
        done.expect(200);
    };

    put("estimate", 0, false).await;
    assert_eq!(counts(&told().await), [0, 0]);
    put("estimate", 1, true).await;
    assert_eq!(counts(&told().await), [1, 0]);
    let agree = json!({"decision": "agree"});
    let agreed = costing.step("estimate/decision", town, (2, &agree)).await;
    agreed.expect(200);
    assert_eq!(counts(&told().await), [1, 1]);
    put("costs", 0, true).await;

    let told = told().await;
    assert_eq!(counts(&told), [2, 1]);
    let [waits, answered] = ["wartet", "hat auf Ihre Kostenschätzung"];
    assert!(told[0].iter().all(|letter| letter.contains(waits)));
    assert!(told[1].iter().all(|letter| letter.contains(answered)));
    let mut all = told.iter().flatten();
    assert!(!all.any(|letter| letter.contains("123,") || letter.contains("Bahn")));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_that_is_sent_is_a_quote_in_the_thread_without_its_sum() {
    let costing = Costing::accepted().await;
    let (town, manager) = (&costing.town, &costing.manager);
    let quotes = async || {
        let listed = costing.get("messages?limit=100", town).await.expect(200);
        let messages = listed.json()["items"].as_array().unwrap().clone();
        let messages = messages.into_iter();
        let is_quote = |one: &Value| one["type"].as_str().unwrap().contains("Quote");
        messages.filter(is_quote).collect::<Vec<_>>()
    };
    let draft = spent(10_000);
    costing
        .put("estimate", manager, (0, &draft))
        .await
        .expect(200);
    assert_eq!(quotes().await, [] as [Value; 0]);

    let mut sheet = spent(12_000);
    sheet["send"] = json!(true);
    for version in [1, 2] {
        let sent = costing.put("estimate", manager, (version, &sheet)).await;
        sent.expect(200);
    }

    let said = quotes().await;
    let verbs: Vec<_> = said.iter().map(|one| one["type"].clone()).collect();
    let answer = "ResponseToRequestQuote";
    assert_eq!(verbs, ["RequestQuote", answer, answer]);
    assert_eq!(said[0]["side"], "service");
    for one in &said[1..] {
        assert_eq!(one["side"], "employer");
        assert_eq!(one["preceding_id"], said[0]["id"]);
        assert!(one["text"].is_null());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_never_holds_both_kinds() {
    let costing = Costing::accepted().await;
    let manager = &costing.manager;
    let fee = json!({"kind": "fee", "lines": [], "vat_rate": 19});
    let hours = json!({"kind": "reimbursement", "lines": [
        {"category": "travel", "from": "2026-12-01", "amount_cents": 100},
        {"category": "hours", "from": "2026-12-01", "quantity_hundredths": 100, "unit_price_cents": 9_000},
    ]});
    let taxed = json!({"kind": "reimbursement", "lines": [], "vat_rate": 7});
    let both = json!({"kind": "reimbursement", "lines": [
        {"category": "travel", "from": "2026-12-01", "amount_cents": 100, "quantity_hundredths": 100},
    ]});
    let unknown = json!({"kind": "fee", "lines": [], "vat_rate": 16});

    for (body, pointer) in [
        (fee, "/kind"),
        (hours, "/lines/1/category"),
        (taxed, "/vat_rate"),
        (both, "/lines/0/amount_cents"),
        (unknown, "/vat_rate"),
    ] {
        let refused = costing.put("estimate", manager, (0, &body)).await;

        assert_eq!(refused.expect(422).pointers(), [pointer]);
    }
}

#[tokio::test(flavor = "multi_thread")]
#[expect(
    clippy::too_many_lines,
    reason = "one sheet from its first line to the money"
)]
async fn costs_are_asked_about_accepted_and_paid() {
    let costing = Costing::begun().await;
    let (town, manager) = (&costing.town, &costing.manager);
    let nothing = json!({});
    costing
        .put("costs", manager, (0, &spent(9_999)))
        .await
        .expect(200);
    costing.get("costs", town).await.expect(404);
    costing
        .step("costs/accept", town, (1, &nothing))
        .await
        .expect(404);
    costing
        .step("costs/submit", town, (1, &nothing))
        .await
        .expect(403);
    costing
        .step("costs/submit", manager, (1, &nothing))
        .await
        .expect(200);

    let question = json!({"text": "Warum erste Klasse? 🤔"});
    let queried = costing.step("costs/query", town, (2, &question)).await;
    assert_eq!(queried.expect(200).json()["state"], "queried");
    let seen = costing.get("costs", manager).await.expect(200).json();
    assert_eq!(seen["query"], "Warum erste Klasse? 🤔");
    let mut second = spent(5_000);
    second["send"] = json!(true);
    let sent = costing.put("costs", manager, (3, &second)).await;
    assert_eq!(sent.expect(200).json()["state"], "submitted");
    costing
        .step("costs/settle", manager, (4, &nothing))
        .await
        .expect(409);
    costing
        .step("costs/accept", manager, (4, &nothing))
        .await
        .expect(403);
    costing
        .step("costs/accept", town, (4, &nothing))
        .await
        .expect(200);
    costing
        .put("costs", manager, (5, &spent(1)))
        .await
        .expect(409);
    let paid = costing.step("costs/settle", manager, (5, &nothing)).await;
    assert_eq!(paid.expect(200).json()["state"], "settled");

    let db = costing.scene.app.state.db.reader();
    let versions = cost_sheet::Entity::find().count(db).await.unwrap();
    assert_eq!(versions, 6);
    let kept = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.starts_with("costs."))
        .order_by_asc(audit_entry::Column::Seq)
        .all(db)
        .await
        .unwrap();
    let actions: Vec<_> = kept.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "costs.written",
            "costs.submitted",
            "costs.queried",
            "costs.submitted",
            "costs.accepted",
            "costs.settled"
        ]
    );
    assert!(kept.iter().all(|entry| !entry.details.contains("Klasse")));
}

#[tokio::test(flavor = "multi_thread")]
async fn up_to_35_euros_are_not_claimed_and_the_table_says_so() {
    let costing = Costing::begun().await;
    let mut sheet = spent(3_500);
    sheet["lines"][0]["note"] = json!("=1+1; \"so\"");
    sheet["send"] = json!(true);

    let sent = costing.put("costs", &costing.manager, (0, &sheet)).await;

    let sent = sent.expect(200).json();
    assert_eq!(
        (&sent["gross_cents"], &sent["claimed_cents"]),
        (&json!(3_500), &json!(0))
    );
    let table = costing.get("costs.csv", &costing.town).await.expect(200);
    assert!(
        table.headers["content-disposition"]
            .to_str()
            .unwrap()
            .contains(".csv")
    );
    assert!(table.text.starts_with('\u{feff}') && table.text.contains("\"35,00\""));
    assert!(table.text.contains("\"'=1+1; \"\"so\"\"\""));
    assert!(table.text.contains("Verlangt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_paid_a_fee_with_its_tax() {
    let costing = Costing::begun().await;
    costing.scene.becomes("gmbh").await;
    let fee = json!({"kind": "fee", "vat_rate": 19, "lines": [
        {"category": "hours", "from": "2026-12-01", "until": "2026-12-02", "quantity_hundredths": 1_250, "unit_price_cents": 9_501},
    ]});

    let written = costing.put("costs", &costing.manager, (0, &fee)).await;

    let written = written.expect(200).json();
    assert_eq!(written["net_cents"], 118_763);
    assert_eq!(written["vat_cents"], 22_565);
    assert_eq!(written["claimed_cents"], 141_328);
    let refused = costing.put("costs", &costing.manager, (1, &spent(1))).await;
    assert_eq!(refused.expect(422).pointers(), ["/kind"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_writes_or_decides() {
    let costing = Costing::begun().await;
    let other_manager = costing.stranger(Role::MemberManager).await;
    let other_town = costing.stranger(Role::Requester).await;
    let desk = &costing.scene.coordinator;
    let sheet = spent(10_000);
    for who in [&other_manager, &other_town] {
        for rest in ["estimate", "costs", "times", "costs.csv", "times.csv"] {
            costing.get(rest, who).await.expect(404);
        }
        costing.put("costs", who, (0, &sheet)).await.expect(404);
    }
    for rest in ["estimate", "costs", "costs.csv"] {
        costing.get(rest, &costing.expert).await.expect(403);
    }
    for who in [&costing.town, &costing.expert, desk] {
        costing.put("costs", who, (0, &sheet)).await.expect(403);
    }
    costing
        .put("estimate", &costing.town, (0, &sheet))
        .await
        .expect(403);

    let mut sent = sheet.clone();
    sent["send"] = json!(true);
    costing.put("estimate", desk, (0, &sent)).await.expect(200);
    let agree = json!({"decision": "agree"});
    let own = costing.step("estimate/decision", desk, (1, &agree)).await;
    own.expect(409);
    let manager = costing.step("estimate/decision", &costing.manager, (1, &agree));
    manager.await.expect(403);
    let theirs = costing.step("estimate/decision", &costing.town, (1, &agree));
    theirs.await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_at_once_one_is_kept() {
    let costing = Costing::begun().await;
    let (one, two) = (spent(100), spent(200));

    let (first, second) = tokio::join!(
        costing.put("costs", &costing.manager, (0, &one)),
        costing.put("costs", &costing.manager, (0, &two)),
    );

    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}
