//! Who pages through the register raises an alarm, however slowly, and is answered as before.

mod alarms;
mod noticing;

use kataster::access::Role;
use kataster::accounts::{Allowances, Shown};
use kataster::entity::alarm;
use kataster::ids::{ExpertId, OrganisationId};
use sea_orm::EntityTrait;

use crate::support::{TestApp, district, expert, organisation};

/// The allowance of a real installation.
async fn real() -> TestApp {
    TestApp::with_allowances(Allowances::new(60, 20)).await
}

/// Cards of nobody, as if they had been shown: what is counted is their number.
async fn see(app: &TestApp, whose: &Whose, cards: usize) -> bool {
    let cards: Vec<_> = (0..cards).map(|_| ExpertId::random()).collect();
    see_these(app, whose, &cards).await
}

async fn see_these(app: &TestApp, whose: &Whose, cards: &[ExpertId]) -> bool {
    let Whose { caller, is_limited } = whose;
    let cards = Shown::entries(cards);
    let (allowances, db) = (&app.state.allowances, &app.state.db);
    let counted = if *is_limited {
        allowances.draw_cards(db, caller, cards).await
    } else {
        allowances.note_cards(db, caller, cards).await
    };
    counted.is_ok()
}

/// Somebody who looks at cards.
struct Whose {
    caller: kataster::access::Caller,
    is_limited: bool,
}

async fn somebody(app: &TestApp, role: Role) -> Whose {
    let town = if role.is_for_an_organisation() {
        Some(district().save(app).await)
    } else {
        None
    };
    let (account, _) = app.account(role, town).await;
    Whose {
        caller: kataster::access::Caller {
            account,
            grants: vec![kataster::access::Grant {
                role,
                organisation: town,
            }],
            token_scopes: vec![kataster::access::TokenScope::Read],
            session: None,
            owes_second_factor: false,
            is_confirmed: false,
        },
        is_limited: !matches!(role, Role::Vetter | Role::Coordinator),
    }
}

async fn alarms(app: &TestApp) -> Vec<alarm::Model> {
    alarm::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap()
}

/// A house with so many eligible experts.
async fn register(app: &TestApp, experts: usize) -> (OrganisationId, Vec<ExpertId>) {
    let house = organisation().save(app).await;
    let mut entries = Vec::new();
    for _ in 0..experts {
        entries.push(expert(house).save(app).await);
    }
    (house, entries)
}
