//! Rows of somebody who is asked to help, promises it, is shown to a town, and releases others.

use kataster::db::Txn;
use kataster::entity::{
    alert, deployment, deployment_proven, deployment_reveal, deployment_review, deployment_time,
    help_request, need, need_choice, release_ask,
};
use kataster::ids::{
    AccountId, AlertId, DeploymentId, ExpertId, IncidentId, NeedId, OrganisationId, RequestId,
    RevealId, TimeEntryId,
};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;

use crate::help::unverified;
use crate::support::TestApp;

/// Everything there can be about a person who helps in an incident.
pub(super) async fn helping(
    app: &TestApp,
    (account, expert): (AccountId, ExpertId),
    house: OrganisationId,
) {
    let (incident, _) = unverified(app).await;
    let incident = incident.parse().unwrap();
    let txn = app.state.db.begin().await.unwrap();
    let (request, need) = asked(&txn, incident).await;
    let alert = alerted(&txn, (request, need), expert).await;
    let (db, now) = (txn.connection(), txn.now());
    let choice = need_choice::Model {
        id: Uuid::now_v7(),
        need_id: need,
        expert_id: expert,
        choice: "pick".to_owned(),
        chosen_by: "operator".to_owned(),
        chosen_at: now,
    };
    choice.into_active_model().insert(db).await.unwrap();
    let id = committed(&txn, (request, need, alert), (incident, expert, house)).await;
    let ask = release_ask::Model {
        id: Uuid::now_v7(),
        deployment_id: id,
        account_id: account,
        token_hash: [Uuid::new_v4().as_bytes().as_slice(); 2].concat(),
        made_at: now,
        sent_at: Some(now),
    };
    ask.into_active_model().insert(db).await.unwrap();
    let reveal = deployment_reveal::Model {
        id: RevealId(Uuid::now_v7()),
        deployment_id: id,
        expert_id: expert,
        organisation_id: house,
        day: now.date().to_string(),
        at: now,
    };
    reveal.into_active_model().insert(db).await.unwrap();
    let time = deployment_time::Model {
        id: TimeEntryId(Uuid::now_v7()),
        deployment_id: id,
        expert_id: expert,
        from_at: now,
        until_at: now.plus_seconds(3_600),
        break_minutes: 15,
        mode: "remote".to_owned(),
        sealed: Vec::new(),
        written_by: "operator".to_owned(),
        written_at: now,
        version: 1,
    };
    time.into_active_model().insert(db).await.unwrap();
    looked_back(&txn, (id, incident), expert).await;
    txn.commit().await.unwrap();
}

/// What was said of a deployment once it was over.
async fn looked_back(
    txn: &Txn,
    (deployment, incident): (DeploymentId, IncidentId),
    expert: ExpertId,
) {
    let (db, now) = (txn.connection(), txn.now());
    let review = deployment_review::Model {
        id: Uuid::now_v7(),
        deployment_id: deployment,
        incident_id: incident,
        expert_id: expert,
        part: "expert".to_owned(),
        sealed: Vec::new(),
        written_by: "operator".to_owned(),
        written_at: now,
        ended_at: now,
        version: 1,
    };
    review.into_active_model().insert(db).await.unwrap();
    let proven = deployment_proven::Model {
        deployment_id: deployment,
        term: "domain:backup-restore".to_owned(),
        expert_id: expert,
        known_as: "self".to_owned(),
        marked_at: now,
        marked_by: "operator".to_owned(),
        taken_back_at: Some(now),
    };
    proven.into_active_model().insert(db).await.unwrap();
}

async fn asked(txn: &Txn, incident: IncidentId) -> (RequestId, NeedId) {
    let (db, now) = (txn.connection(), txn.now());
    let (request, need) = (RequestId(Uuid::now_v7()), NeedId(Uuid::now_v7()));
    let row = help_request::Model {
        id: request,
        incident_id: incident,
        from_at: now,
        days: 7,
        made_by: "service".to_owned(),
        made_at: now,
        begun_at: Some(now),
        paused_at: None,
        filled_at: Some(now),
        stood_down_at: None,
        stood_down_by: None,
        stood_down_why: None,
        first_yes_counts: false,
        version: 1,
    };
    row.into_active_model().insert(db).await.unwrap();
    let row = need::Model {
        id: need,
        request_id: request,
        position: 0,
        wanted: "{\"label\":\"Datensicherung\",\"skills\":[]}".to_owned(),
        wave: 1,
        wave_until: None,
        exhausted_at: None,
    };
    row.into_active_model().insert(db).await.unwrap();
    (request, need)
}

async fn alerted(txn: &Txn, (request, need): (RequestId, NeedId), expert: ExpertId) -> AlertId {
    let now = txn.now();
    let id = AlertId(Uuid::new_v4());
    let row = alert::Model {
        id,
        request_id: request,
        need_id: need,
        expert_id: expert,
        wave: 1,
        state: "answered".to_owned(),
        channel: Some("mail".to_owned()),
        token_hash: [Uuid::new_v4().as_bytes().as_slice(); 2].concat(),
        made_at: now,
        expires_at: now,
        sent_at: Some(now),
        seen_at: Some(now),
        answered_at: Some(now),
        answered_by: Some("service".to_owned()),
        answer: Some("first_call".to_owned()),
        answer_from: Some(now),
        closed_at: Some(now),
    };
    row.into_active_model()
        .insert(txn.connection())
        .await
        .unwrap();
    id
}

async fn committed(
    txn: &Txn,
    (request, need, alert): (RequestId, NeedId, AlertId),
    (incident, expert, house): (IncidentId, ExpertId, OrganisationId),
) -> DeploymentId {
    let (db, now) = (txn.connection(), txn.now());
    let id = DeploymentId(Uuid::now_v7());
    let deployment = deployment::Model {
        id,
        request_id: request,
        need_id: need,
        alert_id: alert,
        incident_id: incident,
        expert_id: expert,
        employer_id: house,
        requester_id: house,
        state: "accepted".to_owned(),
        is_first_call: true,
        mode: "remote".to_owned(),
        from_at: now,
        until_at: now.plus_days(1),
        made_at: now,
        due_at: now,
        released_at: Some(now),
        released_by: Some("standing_release".to_owned()),
        accepted_at: Some(now),
        accepted_by: Some("said_beforehand".to_owned()),
        started_at: None,
        started_by: None,
        ended_at: Some(now),
        ended_by: Some("service".to_owned()),
        ended_as: None,
        successor_id: None,
        legal_basis: None,
        personnel_form: None,
        basis_at: None,
        basis_by: None,
        version: 1,
    };
    deployment.into_active_model().insert(db).await.unwrap();
    id
}
