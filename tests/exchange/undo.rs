//! Taking back.

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::json;

use super::{apply, file, names, person, roll, undo, upload};
use crate::support::{TestApp, expert, organisation};

async fn manager() -> (TestApp, OrganisationId, String) {
    let app = TestApp::new().await;
    let organisation = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(organisation)).await;
    (app, organisation, token)
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_as_it_was_before() {
    let (app, organisation, token) = manager().await;
    expert(organisation).draft(&app).await;
    let before = roll(&app, organisation).await.remove(0);
    let rows = [
        person("Ahorn"),
        person("Birke")
            .replace("birke@", "erika@")
            .replace("ständig;20", "je Einsatz;"),
    ];
    let import = upload(&app, &token, file(&rows)).await.expect(201).json();
    assert_eq!(
        (&import["new"], &import["changed"]),
        (&json!(1), &json!(1)),
        "{import}"
    );
    apply(&app, &token, &import).await.expect(200);
    assert_eq!(names(&app, organisation).await, ["Ahorn", "Birke"]);

    let undone = undo(&app, &token, &import).await.expect(200).json();

    assert_eq!(
        (&undone["state"], &undone["kept"]),
        (&json!("undone"), &json!([]))
    );
    let after = roll(&app, organisation).await;
    assert_eq!(after.len(), 1);
    let now = app.state.db.clock().now();
    assert_eq!(after[0].as_new(now), before.as_new(now));
    assert_eq!(after[0].identity, before.identity);
    undo(&app, &token, &import).await.expect(409);
    apply(&app, &token, &import).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_touched_since_stays() {
    let (app, organisation, token) = manager().await;
    let changed = expert(organisation).draft(&app).await;
    let rows = [
        person("Ahorn"),
        person("Birke"),
        person("Eiche"),
        person("Mustermann").replace("mustermann@", "erika@"),
    ];
    let import = upload(&app, &token, file(&rows)).await.expect(201).json();
    apply(&app, &token, &import).await.expect(200);
    let of = |name: &'static str| {
        let app = &app;
        async move {
            let roll = roll(app, organisation).await;
            let found = roll.into_iter().find(|known| {
                known
                    .identity
                    .as_ref()
                    .is_some_and(|person| person.family_name == name)
            });
            found.unwrap().entry.id
        }
    };
    let (ahorn, birke) = (of("Ahorn").await, of("Birke").await);
    app.patch(
        &format!("/api/v1/experts/{ahorn}"),
        &token,
        "\"1\"",
        &json!({"max_days": 3}),
    )
    .await
    .expect(200);
    app.post(
        &format!("/api/v1/experts/{birke}/submit"),
        &token,
        &json!({}),
    )
    .await
    .expect(201);
    app.patch(
        &format!("/api/v1/experts/{changed}"),
        &token,
        "\"2\"",
        &json!({"max_days": 3}),
    )
    .await
    .expect(200);

    let undone = undo(&app, &token, &import).await.expect(200).json();

    let kept: Vec<u64> = undone["kept"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kept| kept["row"].as_u64().unwrap())
        .collect();
    assert_eq!(kept, [2, 3, 5]);
    assert_eq!(
        names(&app, organisation).await,
        ["Ahorn", "Birke", "Mustermann"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_was_not_applied_is_thrown_away() {
    let (app, _, token) = manager().await;
    let import = upload(&app, &token, file(&[person("Ahorn")]))
        .await
        .expect(201)
        .json();

    undo(&app, &token, &import).await.expect(204);

    undo(&app, &token, &import).await.expect(404);
    apply(&app, &token, &import).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_a_person_forgets_the_files_of_the_employer() {
    let (app, organisation, token) = manager().await;
    let id = expert(organisation).draft(&app).await;
    let import = upload(&app, &token, file(&[person("Ahorn")]))
        .await
        .expect(201)
        .json();

    kataster::privacy::erase_for(
        &app.state.db,
        &app.state.tombstones,
        kataster::privacy::Whom::Entry(id),
    )
    .await
    .unwrap();

    apply(&app, &token, &import).await.expect(404);
}
