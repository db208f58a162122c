//! Whoever left the basis open is reminded.

use kataster::access::Role;
use serde_json::json;

use super::{Committed, DAY, HOUR, OPEN, TOWN_MAIL};
use crate::support::organisation;

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_are_reminded_after_three_days_and_daily_while_it_is_open() {
    let committed = Committed::new(organisation()).await;
    let scene = &committed.scene;
    let house = Some(scene.helpers[0].employer);
    let (_, manager) = scene
        .app
        .account_with_password(Role::MemberManager, house)
        .await;
    let told = || {
        let to = |who: &str| scene.letters(who, OPEN).len();
        (to(TOWN_MAIL), to(&manager))
    };

    scene.after(71 * HOUR).await;
    assert_eq!(told(), (0, 0));
    scene.after(2 * HOUR).await;
    assert_eq!(told(), (1, 1));
    scene.after(24 * HOUR).await;
    assert_eq!(told(), (2, 2));
    let letter = &scene.letters(&manager, OPEN)[0];
    for detail in ["Köthen", "Quastenflosser", "K-"] {
        assert!(!letter.contains(detail), "{detail}");
    }

    let desk = scene.app.sign_in(Role::Coordinator, None).await;
    let body = json!({"legal_basis": "amtshilfe"});
    committed.set(&desk, &body).await.expect(200);
    scene.after(4 * DAY).await;
    assert_eq!(told(), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_after_the_seventh_day() {
    let committed = Committed::new(organisation()).await;
    let scene = &committed.scene;
    let told = || scene.letters(TOWN_MAIL, OPEN).len();

    for _ in 0..12 {
        scene.after(DAY).await;
    }

    assert_eq!(told(), 5);
}
