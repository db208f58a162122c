//! Which skill the town saw.

use kataster::access::Role;

use super::{Done, SKILL};

#[tokio::test(flavor = "multi_thread")]
async fn what_the_town_saw_is_found_and_the_person_takes_it_back() {
    let done = Done::over().await;
    let before = done.evidence().await;
    assert_ne!(before, "deployment");

    done.prove(&done.expert, &[SKILL]).await.expect(422);
    let proven = done.prove(&done.town, &[SKILL]).await.expect(200).json();
    assert_eq!(proven["skills"][0]["proven"], true);
    assert_eq!(done.evidence().await, "deployment");

    let auditor = done.scene.app.sign_in(Role::Auditor, None).await;
    let record = done
        .scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await;
    assert!(record.text.contains("deployment.skills_proven"));
    let taken = done.prove(&done.expert, &[]).await.expect(200).json();
    assert_eq!(taken["skills"][0]["taken_back"], true);
    assert_eq!(done.evidence().await, before);
    done.prove(&done.town, &[SKILL]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_marks_what_is_not_of_the_need_or_not_held_nor_after_90_days() {
    let done = Done::over().await;
    let desk = done.scene.coordinator.clone();

    done.prove(&desk, &["product:veeam"]).await.expect(422);
    done.prove(&desk, &["domain:forensics"]).await.expect(422);
    done.prove(&desk, &[SKILL]).await.expect(200);
    done.prove(&desk, &[]).await.expect(200);
    assert_ne!(done.evidence().await, "deployment");

    done.scene.after(90 * 86_400).await;
    let desk = done.scene.app.sign_in(Role::Coordinator, None).await;
    done.prove(&desk, &[SKILL]).await.expect(409);
}
