//! An invitation ends with the person it is for.

use kataster::access::Role;
use kataster::entity::{data_key, invitation};
use kataster::ids::{ExpertId, InvitationId};
use kataster::privacy::{Whom, erase_for};
use sea_orm::EntityTrait;
use serde_json::json;

use super::{run_jobs, soon_without_traces, traces_in_tables};
use crate::support::{MailServer, PASSWORD, TestApp, expert, organisation, server};

const PATH: &str = "/organisation/einladungen";

async fn erase(app: &TestApp, whom: Whom) {
    let (db, list) = (&app.state.db, &app.state.tombstones);
    erase_for(db, list, whom).await.unwrap();
}

/// All invitations, those to entries first.
async fn all(app: &TestApp) -> Vec<invitation::Model> {
    let all = invitation::Entity::find().all(app.state.db.reader()).await;
    let mut all = all.unwrap();
    all.sort_by_key(|row| (row.expert_id.is_none(), row.organisation_id, row.id));
    all
}

async fn has_key(app: &TestApp, InvitationId(id): InvitationId) -> bool {
    let found = data_key::Entity::find_by_id(id);
    found.one(app.state.db.reader()).await.unwrap().is_some()
}

/// Whether it can be taken no more, and nothing of the address is left.
async fn is_gone(app: &TestApp, row: &invitation::Model) -> bool {
    let is_blank = row.sealed_email.is_none() && row.email_lookup.is_none();
    row.ended_at.is_some() && is_blank && !has_key(app, row.id).await
}

#[tokio::test(flavor = "multi_thread")]
async fn to_an_erased_entry_it_leads_no_more_and_the_address_is_gone_at_once() {
    let (app, mails) = (TestApp::new().await, MailServer::new());
    let house = organisation().save(&app).await;
    let identity = json!({"given_name": "Xylofanie", "family_name": "Quastenflosser", "email": "kanarie.zz9@example.org"});
    let entry = expert(house).with("identity", identity).draft(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let id = entry.to_string();
    app.submit(PATH, &manager, &[("wen", id.as_str())])
        .await
        .expect(303);
    let other = [("adressen", "bleibt@example.org")];
    app.submit(PATH, &manager, &other).await.expect(303);
    let before = all(&app).await;
    assert!(before.iter().all(|row| row.sealed_email.is_some()));
    assert!(has_key(&app, before[0].id).await && has_key(&app, before[1].id).await);

    erase(&app, Whom::Entry(entry)).await;

    let after = all(&app).await;
    assert!(is_gone(&app, &after[0]).await, "{after:?}");
    assert_eq!(after[1], before[1], "nobody else's ends");
    assert!(has_key(&app, after[1].id).await);
    let handlers = kataster::app::handlers(
        app.state.keyring.clone(),
        kataster::privacy::Retention::default(),
        &mails.post(),
    );
    let runner = kataster::jobs::Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
    let sent = mails.taken();
    assert!(
        sent.len() == 1 && sent[0].contains("bleibt@example.org"),
        "{sent:?}"
    );
    let page = app.page(PATH, &manager).await.expect(200).text;
    assert!(page.contains("bleibt@example.org"), "{page}");
    app.settle().await;
    run_jobs(&app).await;
    soon_without_traces(app.folder.path());
    if server().is_some() {
        assert_eq!(traces_in_tables(&app.state.db).await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn to_the_address_of_an_erased_account_it_ends_in_every_house() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let (_, email) = app.account_with_password(Role::Expert, Some(house)).await;
    let session = app.begin_session(&email).await;
    for id in [house, other] {
        let manager = app.browse_as(Role::MemberManager, Some(id)).await;
        for address in [email.as_str(), "bleibt@example.org"] {
            let form = [("adressen", address)];
            app.submit(PATH, &manager, &form).await.expect(303);
        }
    }

    let form = [("passwort", PASSWORD), ("verstanden", "ja")];
    app.submit("/konto/loeschen", &session, &form)
        .await
        .expect(200);

    let (mut ended, mut open) = (Vec::new(), Vec::new());
    for row in all(&app).await {
        if is_gone(&app, &row).await {
            ended.push(row.organisation_id);
        } else {
            open.push(row);
        }
    }
    let mut houses = [house, other];
    houses.sort_unstable();
    assert_eq!(ended, houses);
    assert_eq!(open.len(), 2);
    assert_eq!(open[0].email_lookup, open[1].email_lookup);
    assert!(
        open.iter()
            .all(|row| row.ended_at.is_none() && row.sealed_email.is_some())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_invited_while_being_erased_keeps_no_address() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let mut entries: Vec<ExpertId> = Vec::new();
    for n in 0..10 {
        let identity =
            json!({"given_name": "E", "family_name": "F", "email": format!("e{n}@example.org")});
        entries.push(expert(house).with("identity", identity).draft(&app).await);
    }

    for entry in entries {
        let id = entry.to_string();
        let form = [("wen", id.as_str())];
        tokio::join!(
            app.submit(PATH, &manager, &form),
            erase(&app, Whom::Entry(entry))
        );
    }

    for row in all(&app).await {
        assert!(is_gone(&app, &row).await, "{row:?}");
    }
}
