//! What a token that does one thing alone opens of a deployment.

use kataster::access::{Role, TokenScope};
use serde_json::json;

use super::costing::Costing;

#[tokio::test(flavor = "multi_thread")]
async fn who_only_writes_ticks_for_a_house_and_reads_nothing() {
    let costing = Costing::accepted().await;
    let app = &costing.scene.app;
    let house = Some(costing.scene.helpers[0].employer);
    let grant = (Role::MemberManager, house);
    let writer = app.with_token_scopes(grant, &[TokenScope::Write]).await;

    let tick = costing.path("readiness/written_order");
    let done = json!({"done": true});
    app.put(&tick, &writer, &done).await.expect(200);
    costing.get("readiness", &writer).await.expect(403);
}
