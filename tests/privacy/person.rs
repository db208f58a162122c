//! Somebody of whom everything is kept that can be, with words that appear nowhere else.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Grant;
use kataster::access::{Role, TokenScope};
use kataster::accounts::{self, NewAccount, TokenTerms};
use kataster::db::{Actor, Txn};
use kataster::entity::{
    desk_call, expert_absence_event, expert_commitment, expert_exclusion, expert_skill_change,
    gathered_notice, passkey, recovery_code, roster_shift, second_factor, term_proposal,
    vetting_case, vetting_comment, vetting_tick,
};
use kataster::ids::{AccountId, ExpertId, OrganisationId, ShiftId, VettingCaseId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde_json::json;

use super::helping::helping;
use crate::pages::account::passkeys::{confirm, enrol};
use crate::pages::account::recovery::vouch;
use crate::pages::accounts::{act, admin};
use crate::support::{Answer, Device, PASSWORD, TestApp, expert, organisation};

/// Words planted in every field that takes words.
pub(super) const PLANTED: [&str; 16] = [
    "Xylofanie",
    "Murkelmieze",
    "9998887",
    "Quastenflosser",
    "kanarie.zz9",
    "493011122233",
    "Zirbelknopf",
    "Wurzelsepp",
    "Knickerbocker",
    "Plempelfuchs",
    "Grantelbart",
    "kanarie.konto",
    "Schnabeltasse",
    "Murmelgroschen",
    "Kuddelmuddel",
    "Firlefanz",
];

/// A person with account and entry.
pub(super) struct FullPerson {
    pub(super) account: AccountId,
    pub(super) session: String,
    pub(super) token: String,
    pub(super) expert: ExpertId,
}

impl FullPerson {
    pub(super) async fn new(app: &TestApp) -> Self {
        let employer = organisation().save(app).await;
        let expert = planted_entry(app, employer).await;
        let (account, token) = planted_account(app, employer).await;
        let db = &app.state.db;
        kataster::experts::link_account(db, expert, account)
            .await
            .unwrap();
        let evidence = [("term", "certification:cissp")];
        app.upload(
            "/api/v1/me/evidence",
            ("authorization", &format!("Bearer {token}")),
            &evidence,
            ("file", b"%PDF-1.7 Zeugnis"),
        )
        .await
        .expect(201);
        let session = app.begin_session(EMAIL).await;
        let mut device = Device::new();
        enrol(app, &session, &mut device).await.expect(200);
        confirm(app, &session, &mut device).await.expect(303);
        for role in [Role::Admin, Role::Coordinator] {
            let voucher = app.browse_as(role, None).await;
            vouch(app, &voucher, EMAIL).await.expect(200);
        }
        accounts::invite(
            db,
            &app.state.keyring,
            Actor::Operator,
            &EMAIL.parse().unwrap(),
        )
        .await
        .unwrap();
        let (_, keeper) = admin(app).await;
        act(app, &keeper, (account, "rollen"), &[("rolle", "vetter")])
            .await
            .expect(303);
        app.submit("/verfuegbarkeit/kalender", &session, &[])
            .await
            .expect(200);
        forms(app, &session, expert).await;
        let path = format!("/api/v1/experts/{expert}/confirm");
        app.post(&path, &token, &json!({})).await.expect(200);
        vet(app, employer, expert).await;
        rows(app, (account, expert), employer).await;
        helping(app, (account, expert), employer).await;
        app.settle().await;
        app.get("/api/v1/experts?limit=1", &token).await.expect(200);
        Self {
            account,
            session,
            token,
            expert,
        }
    }

    /// From here on the password alone signs in.
    pub(super) async fn forget_second_factor(&self, app: &TestApp) {
        let txn = app.state.db.begin().await.unwrap();
        second_factor::Entity::delete_by_id(self.account)
            .exec(txn.connection())
            .await
            .unwrap();
        passkey::Entity::delete_many()
            .filter(passkey::Column::AccountId.eq(self.account))
            .exec(txn.connection())
            .await
            .unwrap();
        txn.commit().await.unwrap();
    }

    /// A request of the person's browser.
    pub(super) async fn send(
        &self,
        app: &TestApp,
        method: Method,
        path: &str,
        body: &str,
    ) -> Answer {
        let headers = [
            ("cookie", self.session.as_str()),
            ("content-type", "application/json"),
            ("sec-fetch-site", "same-origin"),
        ];
        app.send(method, path, &headers, Body::from(body.to_owned()))
            .await
    }

    /// Erases the person by the API.
    pub(super) async fn erase(&self, app: &TestApp) {
        let body = json!({"password": PASSWORD}).to_string();
        self.send(app, Method::DELETE, "/api/v1/me", &body)
            .await
            .expect(204);
    }
}

/// Address of the account.
const EMAIL: &str = "kanarie.konto@example.org";

async fn planted_entry(app: &TestApp, employer: OrganisationId) -> ExpertId {
    let identity = json!({
        "given_name": "Xylofanie", "family_name": "Quastenflosser", "email": "kanarie.zz9@example.org",
        "phone": "030 11122233", "mobile": "0171 1112223",
    });
    let headline = json!({"de": "Zirbelknopf rettet Daten", "en": "Wurzelsepp saves data"});
    let text = json!({"de": "Ich kann Knickerbocker.", "en": "I know Plempelfuchs."});
    let held = json!([{"id": "certification:cissp", "valid_until": "2029-01-31"}]);
    let absences = json!([{"first_day": "2027-08-01", "last_day": "2027-08-14"}]);
    let id = expert(employer)
        .with("identity", identity)
        .with("headline", headline)
        .with("text", text)
        .with("certifications", held)
        .with(
            "availability",
            json!({"state": "now", "absences": absences}),
        )
        .draft(app)
        .await;
    let event = expert_absence_event::Model {
        expert_id: id,
        digest: uuid::Uuid::from_u128(7),
        first_day: "2027-08-01".parse().unwrap(),
        last_day: "2027-08-14".parse().unwrap(),
    };
    let txn = app.state.db.begin().await.unwrap();
    let event = event.into_active_model().insert(txn.connection()).await;
    event.unwrap();
    txn.commit().await.unwrap();
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let now = app.state.db.clock().now();
    let duty = json!({"periods": [{"from": now, "until": now.plus_days(1)}]});
    app.put(&format!("/api/v1/experts/{id}/on-call"), &manager, &duty)
        .await
        .expect(200);
    id
}

async fn planted_account(app: &TestApp, employer: OrganisationId) -> (AccountId, String) {
    let id = AccountId(uuid::Uuid::now_v7());
    let new = NewAccount {
        id,
        email: EMAIL.parse().unwrap(),
        password: Some(PASSWORD.to_owned()),
        grants: vec![Grant {
            role: Role::Expert,
            organisation: Some(employer),
        }],
    };
    let (db, ring) = (&app.state.db, &app.state.keyring);
    accounts::create(db, ring, Actor::Operator, new)
        .await
        .unwrap();
    let terms = TokenTerms {
        label: "Murmelgroschen".to_owned(),
        scopes: vec![TokenScope::Read, TokenScope::Write],
        days: 30,
    };
    let token = accounts::issue_token(db, ring, &EMAIL.parse().unwrap(), terms)
        .await
        .unwrap();
    (id, token.reveal())
}

/// What the person alone says in the browser.
async fn forms(app: &TestApp, session: &str, expert: ExpertId) {
    let ways = [("handy", "0171 9998887"), ("platz_handy", "1")];
    app.submit("/profil/erreichbarkeit", session, &ways)
        .await
        .expect(303);
    let messages = [("einblick", "gesammelt")];
    app.submit("/konto/mitteilungen", session, &messages)
        .await
        .expect(303);
    let phone = [("telefon", "0171 9998886")];
    app.submit("/konto/mitteilungen", session, &phone)
        .await
        .expect(303);
    let typed = [
        ("teil", "beschreibung"),
        ("text_de", "Ich bin die Murkelmieze"),
    ];
    app.submit(&format!("/eintraege/{expert}/entwurf"), session, &typed)
        .await
        .expect(204);
    for purpose in ["matching", "alerts"] {
        let form = [("zweck", purpose), ("was", "geben")];
        app.submit("/einwilligungen", session, &form)
            .await
            .expect(303);
    }
}

async fn vet(app: &TestApp, employer: OrganisationId, expert: ExpertId) {
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{expert}/submit");
    let submitted = app.post(&path, &manager, &json!({})).await.expect(201);
    let case = submitted.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/v1/vetting-cases/{case}/assessments");
    let shown = app
        .get(&format!("/api/v1/experts/{expert}"), &manager)
        .await;
    shown.expect(200);
    let vetter = app.sign_in(Role::Vetter, None).await;
    let listed = app
        .get(&format!("/api/v1/vetting-cases/{case}/evidence"), &vetter)
        .await
        .expect(200);
    let file = listed.json()[0]["id"].as_str().unwrap().to_owned();
    app.get(&format!("/api/v1/evidence/{file}"), &vetter)
        .await
        .expect(200);
    for reason in ["Grantelbart ist geeignet", "Schnabeltasse gesehen"] {
        let vetter = app.sign_in(Role::Vetter, None).await;
        let body = json!({"verdict": "admit", "reason": reason});
        app.post(&path, &vetter, &body).await.expect(201);
    }
    notes(app, case.parse().unwrap()).await;
}

/// What vetters noted in the case, and what an appeal would have said.
async fn notes(app: &TestApp, case: VettingCaseId) {
    let txn = app.state.db.begin().await.unwrap();
    let (db, at) = (txn.connection(), txn.now());
    let vetter_id = AccountId(uuid::Uuid::now_v7());
    let comment = vetting_comment::Model {
        id: uuid::Uuid::now_v7(),
        case_id: case,
        vetter_id,
        at,
        text: "Kuddelmuddel im Lebenslauf".to_owned(),
    };
    comment.into_active_model().insert(db).await.unwrap();
    let tick = vetting_tick::Model {
        id: uuid::Uuid::now_v7(),
        case_id: case,
        vetter_id,
        at,
        item: "skills".to_owned(),
    };
    tick.into_active_model().insert(db).await.unwrap();
    let found = vetting_case::Entity::find_by_id(case)
        .one(db)
        .await
        .unwrap();
    let mut row = found.unwrap().into_active_model();
    row.grounds = Set(Some("Das war Firlefanz".to_owned()));
    row.update(db).await.unwrap();
    txn.commit().await.unwrap();
}

/// Duty at the desk, and that it was called.
async fn duty(txn: &Txn, account: AccountId) {
    let (db, now) = (txn.connection(), txn.now());
    let shift = roster_shift::Model {
        id: ShiftId(uuid::Uuid::now_v7()),
        account_id: account,
        seat: "deputy".to_owned(),
        from_at: now,
        until_at: now.plus_days(1),
        planned_by: account,
        planned_at: now,
    };
    shift.into_active_model().insert(db).await.unwrap();
    let call = desk_call::Model {
        account_id: account,
        told_at: now,
    };
    call.into_active_model().insert(db).await.unwrap();
}

/// A message that waits for the next morning.
async fn gathered(txn: &Txn, account: AccountId) {
    let row = gathered_notice::Model {
        account_id: account,
        kind: "mail.name_shown".to_owned(),
        times: 2,
        last_at: txn.now(),
    };
    let row = row.into_active_model();
    row.insert(txn.connection()).await.unwrap();
}

/// What no route writes yet, and a second factor, with which the session could not have begun so easily.
async fn rows(app: &TestApp, (account, expert): (AccountId, ExpertId), house: OrganisationId) {
    let txn = app.state.db.begin().await.unwrap();
    let (db, now) = (txn.connection(), txn.now());
    let factor = second_factor::Model {
        account_id: account,
        sealed_secret: b"sealed".to_vec(),
        last_step: 1,
        confirmed_at: now,
    };
    factor.into_active_model().insert(db).await.unwrap();
    gathered(&txn, account).await;
    duty(&txn, account).await;
    let code = recovery_code::Model {
        id: uuid::Uuid::now_v7(),
        account_id: account,
        position: 0,
        code_hash: vec![7; 32],
        used_at: None,
    };
    code.into_active_model().insert(db).await.unwrap();
    let commitment = expert_commitment::Model {
        expert_id: expert,
        id: uuid::Uuid::now_v7(),
        from_at: now.plus_days(-30),
        until_at: now.plus_days(-28),
    };
    commitment.into_active_model().insert(db).await.unwrap();
    let exclusion = expert_exclusion::Model {
        expert_id: expert,
        id: uuid::Uuid::now_v7(),
        organisation_id: house,
        reason: "conflict".to_owned(),
    };
    exclusion.into_active_model().insert(db).await.unwrap();
    let change = expert_skill_change::Model {
        expert_id: expert,
        term: "product:veeam".to_owned(),
        level: Some(4),
        proposed_by: "by_person".to_owned(),
        proposed_at: now,
    };
    change.into_active_model().insert(db).await.unwrap();
    let proposal = term_proposal::Model {
        id: uuid::Uuid::now_v7(),
        expert_id: expert,
        account_id: account,
        axis: "product".to_owned(),
        word: "Firlefanz".to_owned(),
        reason: "Kuddelmuddel".to_owned(),
        created_at: now,
        state: "declined".to_owned(),
        decided_at: Some(now),
        term: Some("product:veeam".to_owned()),
        answer: Some("Knickerbocker".to_owned()),
    };
    proposal.into_active_model().insert(db).await.unwrap();
    txn.commit().await.unwrap();
}
