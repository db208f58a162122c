//! The accounts of the demo, as the sign-in page names them.

use web::Role;
use web::pages::DemoAccount;

/// The accounts of every demo; their passwords stand in its credentials file alone.
pub(super) fn accounts() -> Vec<DemoAccount> {
    let accounts = [
        (Role::Requester, "requester@example.org"),
        (Role::Coordinator, "coordinator@example.org"),
        (Role::MemberManager, "member-manager@example.org"),
        (Role::Expert, "expert@example.org"),
        (Role::Vetter, "vetter@example.org"),
        (Role::Admin, "admin@example.org"),
        (Role::Auditor, "auditor@example.org"),
    ];
    let account = |(role, email): (Role, &str)| DemoAccount {
        role,
        email: email.to_owned(),
    };
    accounts.map(account).into()
}
