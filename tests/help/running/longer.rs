//! A later end: asked for by the town, agreed by whoever helps and by their employer.

use kataster::access::Role;
use kataster::clock::Instant;
use kataster::entity::expert_commitment;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};

use super::{DAY, HOUR, Running};
use crate::emergency::recorded;
use crate::help::scene::{Scene, one_need, yes};

const EXTENDED: &str = "Ein Einsatz bei Ihnen ist verl";
const NOT_EXTENDED: &str = "Die erbetene Verl";
const STAY: &str = "Die Kommune bittet Sie";
const STAYS: &str = "Ihr Einsatz ist verl";
const HOUSE: &str = "Eine Fachkraft aus Ihrem Haus soll l";

/// What became of it, as the town sees it.
async fn outcome(help: &Running) -> Value {
    help.seen_by(&help.town).await["extension"]["outcome"].clone()
}

/// Help for three days.
async fn three_days() -> Running {
    let mut need = one_need();
    need["days"] = json!(3);
    Running::of(Scene::with(1).await, &need, &yes()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_lasts_longer_once_both_said_yes_in_either_order() {
    for expert_first in [true, false] {
        let help = Running::asking_each_time().await;
        let role = (Role::MemberManager, Some(help.employer));
        let app = &help.scene.app;
        let (_, house) = app.account_with_password(role.0, role.1).await;
        help.begun_for(DAY).await;
        let (until, later) = (help.until().await, help.from.plus_days(10));

        let asked = help.ask_until(later).await.expect(200).json();

        assert_eq!(asked["extension"]["until"], json!(later));
        assert!(asked["extension"]["outcome"].is_null());
        assert_eq!(help.told_expert(STAY), 1);
        assert_eq!(help.scene.letters(&house, HOUSE).len(), 1);
        let mut order = [&help.expert, &help.manager];
        if !expert_first {
            order.reverse();
        }
        help.say(order[0], "agree").await.expect(200);
        assert_eq!(help.until().await, until, "one is not enough");
        // Said twice, it was said.
        help.say(order[0], "agree").await.expect(200);
        assert_eq!(help.until().await, until);
        let both = help.say(order[1], "agree").await.expect(200).json();
        assert_eq!(both["extension"]["outcome"], "agreed");
        assert_eq!(both["until"], json!(later));
        assert_eq!(both["state"], "active");
        assert_eq!(help.booked().await, [(help.from, later)]);
        assert_eq!(help.told_town(EXTENDED), 1);
        assert_eq!(help.told_expert(STAYS), 1);
        help.say(order[1], "refuse").await.expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_beforehand_turns_the_key_of_the_employer_at_once() {
    let help = Running::new().await;
    let role = (Role::MemberManager, Some(help.employer));
    let (_, house) = help.scene.app.account_with_password(role.0, role.1).await;
    let later = help.from.plus_days(9);

    // Nobody has said yet that it began: it can be made longer all the same.
    help.ask_until(later).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);

    assert_eq!(help.until().await, later);
    assert_eq!(help.scene.letters(&house, HOUSE).len(), 0);
    assert_eq!(help.state().await, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_lasts_a_block_longer_at_most_and_two_in_a_row() {
    let help = three_days().await;
    let refused = async |until: Instant| {
        let refused = help.ask_until(until).await.expect(422);
        assert_eq!(refused.pointers(), ["/until"]);
        refused.json()["errors"][0]["code"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let day = |days| help.from.plus_days(days);

    assert_eq!(refused(day(3)).await, "range", "it ends then");
    assert_eq!(refused(day(2)).await, "range");
    assert_eq!(refused(day(10).plus_seconds(1)).await, "block");
    // Years that would not be read back are not taken.
    for far in ["9999-01-01T00:00:00Z", "1969-12-31T23:59:59Z"] {
        let far = json!({ "until": far });
        let refused = help.take(&help.town, "extend", &far).await.expect(422);
        assert_eq!(refused.pointers(), ["/until"]);
        assert_eq!(refused.json()["errors"][0]["code"], "type");
    }
    assert_eq!(refused(day(14).plus_seconds(1)).await, "rest");
    help.ask_until(day(10)).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);
    help.scene.after(DAY).await;
    help.ask_until(day(14)).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);
    assert_eq!(help.until().await, day(14));
    assert_eq!(refused(day(14).plus_seconds(1)).await, "rest");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_later_end_is_asked_for_at_a_time_and_whoever_looks_sees_it_anew() {
    let help = Running::asking_each_time().await;
    let path = format!("/api/v1/deployments/{}", help.id);
    let tag = async || help.scene.app.get(&path, &help.town).await.etag();
    let before = tag().await;

    help.ask_until(help.from.plus_days(8)).await.expect(200);

    let asked = tag().await;
    assert_ne!(asked, before);
    help.ask_until(help.from.plus_days(9)).await.expect(409);
    help.say(&help.expert, "agree").await.expect(200);
    assert_ne!(tag().await, asked);
    help.ask_until(help.from.plus_days(9)).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_says_nobody_whose_it_was() {
    let mut seen = Vec::new();
    for expert_refuses in [true, false] {
        let help = Running::asking_each_time().await;
        let mut order = [&help.expert, &help.manager];
        if !expert_refuses {
            order.reverse();
        }
        help.begun_for(DAY).await;
        help.ask_until(help.from.plus_days(9)).await.expect(200);
        let asked = help.seen_by(&help.town).await;
        help.say(order[1], "agree").await.expect(200);
        assert_eq!(help.seen_by(&help.town).await, asked, "not who is left");

        help.say(order[0], "refuse").await.expect(200);

        assert_eq!(outcome(&help).await, "not_agreed");
        assert_eq!(help.until().await, help.from.plus_days(7));
        assert_eq!(help.told_town(NOT_EXTENDED), 1);
        assert_eq!(help.told_expert(STAYS), 0);
        help.say(order[0], "agree").await.expect(409);
        seen.push(help.seen_by(&help.town).await["extension"].clone());
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_answers_in_time_lapses_and_can_be_asked_for_again() {
    let help = Running::asking_each_time().await;
    help.ask_until(help.from.plus_days(9)).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);
    help.scene.after(HOUR - 1).await;
    assert!(outcome(&help).await.is_null());

    help.scene.after(1).await;

    assert_eq!(outcome(&help).await, "not_agreed");
    assert_eq!(help.told_town(NOT_EXTENDED), 1);
    let lapsed = recorded(&help.scene.app, "deployment.extension_lapsed").await;
    assert_eq!(lapsed.len(), 1);
    help.say(&help.manager, "agree").await.expect(409);
    help.scene.after(12 * HOUR).await;
    help.ask_until(help.from.plus_days(9)).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);
    help.say(&help.manager, "agree").await.expect(200);
    assert_eq!(help.until().await, help.from.plus_days(9));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_agreed_is_asked_for_again_half_a_day_later_and_three_times_at_most() {
    let help = Running::asking_each_time().await;
    let later = help.from.plus_days(9);
    for time in 1..=3 {
        help.ask_until(later).await.expect(200);
        if time == 2 {
            help.scene.after(HOUR).await;
        } else {
            help.say(&help.expert, "refuse").await.expect(200);
        }
        assert_eq!(outcome(&help).await, "not_agreed");
        if time == 3 {
            break;
        }
        let again = help.now().plus_seconds(12 * HOUR);
        help.scene.after(12 * HOUR - 1).await;
        let early = help.ask_until(later).await.expect(409);
        assert!(early.text.contains(&format!("ask again from {again} on")));
        help.scene.after(1).await;
    }
    help.scene.after(DAY).await;

    let often = help.ask_until(later).await.expect(409);

    assert!(often.text.contains("let somebody else take over"));
    assert_eq!(outcome(&help).await, "not_agreed");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_committed_elsewhere_then_cannot_stay() {
    let help = Running::new().await;
    let (until, later) = (help.until().await, help.from.plus_days(10));
    let elsewhere = expert_commitment::Model {
        expert_id: help.helper.0,
        id: uuid::Uuid::now_v7(),
        from_at: until.plus_days(1),
        until_at: until.plus_days(2),
    };
    let txn = help.scene.app.state.db.begin().await.unwrap();
    let row = elsewhere.into_active_model();
    row.insert(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();
    help.ask_until(later).await.expect(200);

    let refused = help.say(&help.expert, "agree").await.expect(409);

    assert!(refused.text.contains("committed elsewhere"));
    assert_eq!(help.until().await, until);
    assert!(outcome(&help).await.is_null(), "it is still asked");
    help.say(&help.expert, "refuse").await.expect(200);
    // Up to then they are free.
    help.scene.after(12 * HOUR).await;
    help.ask_until(until.plus_days(1)).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);
    assert_eq!(help.until().await, until.plus_days(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_is_asked_no_more_to_stay() {
    for what in ["return", "end"] {
        let help = Running::asking_each_time().await;
        help.begun_for(DAY).await;
        help.ask_until(help.from.plus_days(9)).await.expect(200);
        let at = json!({ "at": help.from.plus_days(2) });

        help.take(&help.expert, what, &at).await.expect(200);

        assert_eq!(outcome(&help).await, "not_agreed", "{what}");
        help.say(&help.manager, "agree").await.expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_turns_both_keys() {
    let help = Running::asking_each_time().await;
    let app = &help.scene.app;
    let (account, own) = app.account(Role::MemberManager, Some(help.employer)).await;
    let linked = kataster::experts::link_account(&app.state.db, help.helper.0, account).await;
    linked.unwrap();
    let until = help.until().await;
    help.ask_until(help.from.plus_days(9)).await.expect(200);

    for _ in 0..2 {
        help.say(&own, "agree").await.expect(200);
    }

    assert_eq!(help.until().await, until, "that was their own key");
    help.say(&help.manager, "agree").await.expect(200);
    assert_eq!(help.until().await, help.from.plus_days(9));
}
