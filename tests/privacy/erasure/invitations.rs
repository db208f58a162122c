//! An invitation ends with the person it is for.

use kataster::access::Role;
use kataster::accounts::{holder, invitation_token, lookup_of};
use kataster::entity::{data_key, expert as entry_row, invitation, role_grant};
use kataster::ids::{ExpertId, InvitationId};
use kataster::privacy::{Whom, erase_for};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{run_jobs, soon_without_traces, traces_in_tables};
use crate::support::{
    Answer, MailServer, PASSWORD, TestApp, expert, organisation, server, until_waiting,
};

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

/// The entry of a person with this address, and the link of an invitation to it.
async fn invited(app: &TestApp, email: &str) -> (ExpertId, String) {
    let house = organisation().save(app).await;
    let identity = json!({"given_name": "E", "family_name": "F", "email": email});
    let entry = expert(house).with("identity", identity).draft(app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    let id = entry.to_string();
    app.submit(PATH, &manager, &[("wen", id.as_str())])
        .await
        .expect(303);
    let row = all(app).await.remove(0);
    let token = invitation_token(&app.state.keyring, (row.id, 1)).unwrap();
    (entry, format!("/einladungen/{}", token.reveal()))
}

/// Erases somebody when their invitation is used up, and the entry about to be tied to the account.
async fn erase_while(
    app: &TestApp,
    taking: impl Future<Output = Answer>,
    (entry, whom): (ExpertId, Whom),
) -> Answer {
    use entry_row::{Column, Entity};
    let db = &app.state.db;
    let holding = db.begin().await.unwrap();
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(entry))
        .exec(holding.connection())
        .await
        .unwrap();
    let erasing = async {
        until_waiting(db, 1).await;
        erase(app, whom).await;
    };
    let letting_go = async {
        until_waiting(db, 2).await;
        holding.rollback().await.unwrap();
    };
    let (taken, (), ()) = tokio::join!(taking, erasing, letting_go);
    if server().is_some() {
        assert_eq!(taken.status, 303, "{}", taken.text);
    }
    taken
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_it_while_the_entry_is_erased_keeps_no_account() {
    let app = TestApp::new().await;
    let (entry, link) = invited(&app, "kommt@example.org").await;
    let long = "lauter neue pferde im batteriekasten";
    let form = [("passwort", long), ("nochmal", long)];

    let taking = app.submit(&link, "", &form);
    erase_while(&app, taking, (entry, Whom::Entry(entry))).await;

    let db = app.state.db.reader();
    let email = "kommt@example.org".parse().unwrap();
    let lookup = lookup_of(&app.state.keyring, &email).unwrap();
    assert_eq!(holder(db, &lookup).await.unwrap(), None);
    let roles = role_grant::Entity::find()
        .filter(role_grant::Column::Role.eq(<&str>::from(Role::Expert)))
        .filter(role_grant::Column::RevokedAt.is_null());
    let roles = roles.all(db).await.unwrap();
    assert!(roles.is_empty(), "{roles:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_it_while_the_account_is_erased_keeps_no_entry() {
    let app = TestApp::new().await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let (account, email) = app
        .account_with_password(Role::Requester, Some(other))
        .await;
    let session = app.begin_session(&email).await;
    let (entry, link) = invited(&app, &email).await;

    let taking = app.submit(&link, &session, &[]);
    let taken = erase_while(&app, taking, (entry, Whom::Account(account))).await;

    let found = entry_row::Entity::find_by_id(entry);
    let found = found.one(app.state.db.reader()).await.unwrap().unwrap();
    assert_eq!(found.account_id, None);
    // On SQLite the account may be gone before the link is followed; the entry is nobody's then.
    let is_joined = taken.status == 303 && taken.location().starts_with("/profil");
    assert_eq!(found.erased_at.is_some(), is_joined);
}
