//! Every route of the document, asked by everybody who may not.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Method;
use kataster::access::{Right, Role, TokenScope, reach};
use strum::VariantArray;

use crate::support::{TestApp, filled, operations, organisation};

/// What each route asks for; a route of the document that is missing here fails the test.
const RIGHTS: &[(&str, &str, Right)] = &[
    ("get", "/api/v1/me", Right::ReadSelf),
    ("get", "/api/v1/me/export", Right::ExportSelf),
    ("get", "/api/v1/me/reveals", Right::ReadReveals),
    ("get", "/api/v1/me/evidence", Right::KeepEvidence),
    ("post", "/api/v1/me/evidence", Right::KeepEvidence),
    (
        "get",
        "/api/v1/me/evidence/{evidence_id}",
        Right::KeepEvidence,
    ),
    (
        "delete",
        "/api/v1/me/evidence/{evidence_id}",
        Right::KeepEvidence,
    ),
    (
        "get",
        "/api/v1/vetting-cases/{vetting_case_id}/evidence",
        Right::ReadEvidence,
    ),
    ("get", "/api/v1/evidence/{evidence_id}", Right::ReadEvidence),
    ("delete", "/api/v1/me", Right::EraseSelf),
    ("delete", "/api/v1/sessions/current", Right::EndSession),
    ("get", "/api/v1/tokens", Right::ReadTokens),
    ("post", "/api/v1/tokens", Right::IssueToken),
    ("delete", "/api/v1/tokens/{token_id}", Right::RevokeToken),
    ("get", "/api/v1/audit", Right::ReadAudit),
    ("get", "/api/v1/audit/proof", Right::ReadAudit),
    ("get", "/api/v1/incidents", Right::ReadIncidents),
    (
        "get",
        "/api/v1/incidents/{incident_id}",
        Right::ReadIncidents,
    ),
    (
        "patch",
        "/api/v1/incidents/{incident_id}",
        Right::UpdateIncident,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/details",
        Right::ReadIncidents,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/clocks/{clock}/done",
        Right::UpdateIncident,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/notes",
        Right::ReadIncidents,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/notes",
        Right::WriteIncidentNote,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/attachments",
        Right::ReadIncidents,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/attachments",
        Right::KeepIncidentAttachments,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/attachments/{attachment_id}",
        Right::ReadIncidents,
    ),
    (
        "delete",
        "/api/v1/incidents/{incident_id}/attachments/{attachment_id}",
        Right::KeepIncidentAttachments,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/contact",
        Right::RevealIncidentContact,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/take",
        Right::TakeIncident,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/verify",
        Right::VerifyIncident,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/close",
        Right::CloseIncident,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/requests",
        Right::CreateHelpRequest,
    ),
    (
        "get",
        "/api/v1/requests/{request_id}",
        Right::ReadHelpRequests,
    ),
    (
        "post",
        "/api/v1/requests/{request_id}/alert",
        Right::AlertExperts,
    ),
    (
        "post",
        "/api/v1/requests/{request_id}/stand-down",
        Right::AlertExperts,
    ),
    (
        "post",
        "/api/v1/requests/{request_id}/pause",
        Right::SteerWaves,
    ),
    (
        "post",
        "/api/v1/requests/{request_id}/waves",
        Right::SteerWaves,
    ),
    (
        "post",
        "/api/v1/requests/{request_id}/choices",
        Right::SteerWaves,
    ),
    (
        "post",
        "/api/v1/alerts/{alert_id}/answer",
        Right::AnswerForExpert,
    ),
    (
        "post",
        "/api/v1/alerts/{alert_id}/contact",
        Right::RevealAlertContact,
    ),
    ("get", "/api/v1/deployments", Right::ReadDeployments),
    (
        "get",
        "/api/v1/deployments/{deployment_id}",
        Right::ReadDeployments,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/release",
        Right::ReleaseDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/acceptance",
        Right::AcceptDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/contact",
        Right::RevealDeploymentContact,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/start",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/extend",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/extension",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/return",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/end",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/cancel",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/successor",
        Right::RunDeployment,
    ),
    ("get", "/api/v1/roster", Right::ReadRoster),
    ("put", "/api/v1/roster", Right::KeepRoster),
    ("post", "/api/v1/roster/take", Right::TakeDuty),
    ("get", "/api/v1/organisations", Right::ReadOrganisation),
    ("post", "/api/v1/organisations", Right::CreateOrganisation),
    (
        "get",
        "/api/v1/organisations/{organisation_id}",
        Right::ReadOrganisation,
    ),
    (
        "patch",
        "/api/v1/organisations/{organisation_id}",
        Right::UpdateOrganisation,
    ),
    (
        "post",
        "/api/v1/organisations/{organisation_id}/struck",
        Right::SetStruck,
    ),
    ("get", "/api/v1/experts", Right::SearchExperts),
    ("post", "/api/v1/experts", Right::CreateExpert),
    ("get", "/api/v1/experts/suggest", Right::SearchExperts),
    ("get", "/api/v1/experts/{expert_id}", Right::ReadCard),
    ("patch", "/api/v1/experts/{expert_id}", Right::UpdateExpert),
    (
        "delete",
        "/api/v1/experts/{expert_id}/skill-changes",
        Right::UpdateExpert,
    ),
    (
        "put",
        "/api/v1/experts/{expert_id}/availability",
        Right::UpdateExpert,
    ),
    (
        "post",
        "/api/v1/experts/{expert_id}/absences/read",
        Right::UpdateExpert,
    ),
    (
        "put",
        "/api/v1/experts/{expert_id}/on-call",
        Right::PlanOnCall,
    ),
    (
        "post",
        "/api/v1/experts/{expert_id}/confirm",
        Right::ConfirmExpert,
    ),
    (
        "delete",
        "/api/v1/experts/{expert_id}/release",
        Right::ReleaseExperts,
    ),
    (
        "post",
        "/api/v1/experts/{expert_id}/submit",
        Right::SubmitExpert,
    ),
    ("get", "/api/v1/vetting-cases", Right::ReadVettingCases),
    (
        "get",
        "/api/v1/vetting-cases/{vetting_case_id}",
        Right::ReadVettingCases,
    ),
    (
        "post",
        "/api/v1/vetting-cases/{vetting_case_id}/assessments",
        Right::AssessVettingCase,
    ),
    (
        "post",
        "/api/v1/vetting-cases/{vetting_case_id}/undo",
        Right::AssessVettingCase,
    ),
    (
        "put",
        "/api/v1/vetting-cases/{vetting_case_id}/checklist/{item}",
        Right::AssessVettingCase,
    ),
    (
        "delete",
        "/api/v1/vetting-cases/{vetting_case_id}/checklist/{item}",
        Right::AssessVettingCase,
    ),
    (
        "post",
        "/api/v1/vetting-cases/{vetting_case_id}/comments",
        Right::AssessVettingCase,
    ),
    (
        "post",
        "/api/v1/experts/{expert_id}/vetting/revocation",
        Right::AssessVettingCase,
    ),
    (
        "get",
        "/api/v1/experts/{expert_id}/vetting",
        Right::SubmitExpert,
    ),
    (
        "post",
        "/api/v1/experts/{expert_id}/vetting/withdraw",
        Right::SubmitExpert,
    ),
    (
        "post",
        "/api/v1/experts/{expert_id}/vetting/appeal",
        Right::SubmitExpert,
    ),
    ("post", "/api/v1/matches", Right::MatchExperts),
    ("get", "/api/v1/offers", Right::ReadOffers),
    ("post", "/api/v1/offers", Right::KeepOffers),
    ("get", "/api/v1/offers/{offer_id}", Right::ReadOffers),
    ("patch", "/api/v1/offers/{offer_id}", Right::KeepOffers),
    ("get", "/api/v1/emergency-cards", Right::ReadEmergencyCards),
    ("post", "/api/v1/emergency-cards", Right::IssueEmergencyCard),
    (
        "get",
        "/api/v1/emergency-cards/{card_id}",
        Right::ReadEmergencyCards,
    ),
    (
        "post",
        "/api/v1/emergency-cards/{card_id}/revoke",
        Right::RevokeEmergencyCard,
    ),
    (
        "post",
        "/api/v1/emergency-cards/{card_id}/replacement",
        Right::ReplaceEmergencyCard,
    ),
    (
        "post",
        "/api/v1/emergency-cards/{card_id}/replacement/confirm",
        Right::ReplaceEmergencyCard,
    ),
    ("get", "/api/v1/alarms", Right::ReadAlarms),
    (
        "post",
        "/api/v1/alarms/{alarm_id}/acknowledgement",
        Right::AcknowledgeAlarm,
    ),
    ("get", "/api/v1/imports/template.csv", Right::ImportExperts),
    ("post", "/api/v1/imports", Right::ImportExperts),
    ("get", "/api/v1/imports/{import_id}", Right::ImportExperts),
    (
        "post",
        "/api/v1/imports/{import_id}/apply",
        Right::ImportExperts,
    ),
    (
        "delete",
        "/api/v1/imports/{import_id}",
        Right::ImportExperts,
    ),
    ("get", "/api/v1/exports/experts.csv", Right::ExportExperts),
    ("get", "/metrics", Right::ReadMetrics),
    (
        "get",
        "/api/v1/incidents/{incident_id}/situation-report",
        Right::ReadIncidents,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/offer-requests",
        Right::RequestOffer,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/offer-requests",
        Right::ReadOfferRequests,
    ),
    ("get", "/api/v1/offer-requests", Right::ReadOfferRequests),
    (
        "get",
        "/api/v1/offer-requests/{offer_request_id}",
        Right::ReadOfferRequests,
    ),
    (
        "post",
        "/api/v1/offer-requests/{offer_request_id}/answer",
        Right::AnswerOfferRequest,
    ),
    (
        "post",
        "/api/v1/offer-requests/{offer_request_id}/withdraw",
        Right::RequestOffer,
    ),
    (
        "post",
        "/api/v1/offer-requests/{offer_request_id}/start",
        Right::RunOfferRequest,
    ),
    (
        "post",
        "/api/v1/offer-requests/{offer_request_id}/extend",
        Right::RequestOffer,
    ),
    (
        "post",
        "/api/v1/offer-requests/{offer_request_id}/end",
        Right::RunOfferRequest,
    ),
    (
        "get",
        "/api/v1/offer-requests/{offer_request_id}/contact",
        Right::RevealOfferContact,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/basis",
        Right::ReadDeployments,
    ),
    (
        "put",
        "/api/v1/deployments/{deployment_id}/basis",
        Right::SetDeploymentBasis,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/immediate-conditions",
        Right::ReadTownIncidents,
    ),
    (
        "post",
        "/api/v1/incidents/{incident_id}/immediate-conditions",
        Right::ConfirmConditions,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/messages",
        Right::ReadDeployments,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/messages",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/messages/export",
        Right::ReadDeployments,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/readiness",
        Right::ReadDeployments,
    ),
    (
        "put",
        "/api/v1/deployments/{deployment_id}/readiness/{tick}",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/incidents/{incident_id}/arrival-sheet",
        Right::ReadArrivalSheet,
    ),
    (
        "put",
        "/api/v1/incidents/{incident_id}/arrival-sheet",
        Right::KeepArrivalSheet,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/hand-over",
        Right::ReadDeployments,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/hand-over",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/estimate",
        Right::RunDeployment,
    ),
    (
        "put",
        "/api/v1/deployments/{deployment_id}/estimate",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/estimate/decision",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/costs",
        Right::RunDeployment,
    ),
    (
        "put",
        "/api/v1/deployments/{deployment_id}/costs",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/costs/submit",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/costs/accept",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/costs/query",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/costs/settle",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/costs.csv",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/times",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/times",
        Right::RunDeployment,
    ),
    (
        "patch",
        "/api/v1/deployments/{deployment_id}/times/{time_id}",
        Right::RunDeployment,
    ),
    (
        "delete",
        "/api/v1/deployments/{deployment_id}/times/{time_id}",
        Right::RunDeployment,
    ),
    (
        "post",
        "/api/v1/deployments/{deployment_id}/times/confirm",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/times.csv",
        Right::RunDeployment,
    ),
    (
        "get",
        "/api/v1/organisations/{organisation_id}/hours",
        Right::ReadHours,
    ),
    (
        "get",
        "/api/v1/deployments/{deployment_id}/review",
        Right::RunDeployment,
    ),
    (
        "put",
        "/api/v1/deployments/{deployment_id}/review",
        Right::RunDeployment,
    ),
    (
        "put",
        "/api/v1/deployments/{deployment_id}/proven",
        Right::RunDeployment,
    ),
    ("get", "/api/v1/lessons", Right::ReadLessons),
    (
        "post",
        "/api/v1/incidents/{incident_id}/lessons",
        Right::WriteLesson,
    ),
    (
        "post",
        "/api/v1/lessons/{lesson_id}/share",
        Right::ShareLesson,
    ),
    (
        "post",
        "/api/v1/lessons/{lesson_id}/withdraw",
        Right::WriteLesson,
    ),
    ("get", "/api/v1/statistics", Right::ReadStatistics),
];

/// Open to anybody.
const PUBLIC: &[(&str, &str)] = &[
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/.well-known/security.txt"),
    ("post", "/api/v1/sessions"),
    ("get", "/api/v1/regions"),
    ("get", "/api/v1/regions/{ags}"),
    ("get", "/api/v1/regions/{ags}/contacts"),
    ("get", "/api/v1/taxonomy/{axis}"),
    ("get", "/api/v1/terms/{term}"),
    ("post", "/api/v1/emergency-redemptions"),
    ("post", "/api/v1/incidents"),
    ("get", "/api/v1/answers/{answer_token}"),
    ("post", "/api/v1/answers/{answer_token}"),
    // Believed by their signature.
    ("post", "/gateway/sms/delivery"),
    ("post", "/gateway/voice/delivery"),
    ("get", "/api/v1/schemas/edxl-rm.json"),
];

#[test]
fn every_route_has_a_right_or_is_public() {
    let known: Vec<(String, String)> = RIGHTS
        .iter()
        .map(|(method, path, _)| (*method, *path))
        .chain(PUBLIC.iter().copied())
        .map(|(method, path)| (method.to_owned(), path.to_owned()))
        .collect();

    let unknown: Vec<_> = operations()
        .into_iter()
        .filter(|operation| !known.contains(operation))
        .collect();

    assert_eq!(unknown, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_in_without_a_valid_token() {
    let app = TestApp::new().await;
    let unknown = format!("Bearer kat_{}", "0".repeat(64));

    for (method, path, _) in RIGHTS {
        for sent in [
            None,
            Some("Bearer nonsense"),
            Some("Basic YTpi"),
            Some(unknown.as_str()),
        ] {
            let headers: Vec<_> = sent.iter().map(|value| ("authorization", *value)).collect();
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();

            let answer = app
                .send(method.clone(), &filled(path), &headers, Body::empty())
                .await;

            assert_eq!(
                answer.status, 401,
                "{method} {path} {sent:?}: {}",
                answer.text
            );
            assert_eq!(answer.headers["www-authenticate"], "Bearer");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_role_does_what_the_policy_does_not_give_it() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let mut tokens = BTreeMap::new();
    for role in Role::VARIANTS {
        let organisation = role.is_for_an_organisation().then_some(employer);
        tokens.insert(
            <&str>::from(*role),
            (*role, app.sign_in(*role, organisation).await),
        );
    }

    for (method, path, right) in RIGHTS {
        for (name, (role, token)) in &tokens {
            if reach(*right, *role).is_some() {
                continue;
            }
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let bearer = format!("Bearer {token}");

            let answer = app
                .send(
                    method.clone(),
                    &filled(path),
                    &[("authorization", &bearer)],
                    Body::empty(),
                )
                .await;

            assert_eq!(
                answer.status, 403,
                "{method} {path} as {name}: {}",
                answer.text
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_id_names_nothing_before_anybody_is_asked_who_they_are() {
    let app = TestApp::new().await;

    for path in [
        "/api/v1/experts/exp_1",
        "/api/v1/organisations/exp_x",
        "/api/v1/vetting-cases/7",
    ] {
        let answer = app.send(Method::GET, path, &[], Body::empty()).await;

        assert_eq!(answer.status, 404, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_is_no_token() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    app.get("/api/v1/me", &admin).await.expect(200);

    app.move_days(31);

    app.get("/api/v1/me", &admin).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_for_reading_does_not_write() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let reader = app.sign_in_scoped(employer, &[TokenScope::Read]).await;

    app.get("/api/v1/organisations", &reader).await.expect(200);
    app.post("/api/v1/organisations", &reader, &organisation().0)
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_token_is_no_token() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;

    app.revoke_tokens().await;

    app.get("/api/v1/me", &admin).await.expect(401);
}
