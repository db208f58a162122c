//! What is missing before the people of a house are found.

use web::pages::{EmployerTask, EmployerTaskRow};

use crate::app::AppState;
use crate::emergency;
use crate::experts::{self, Missing, TeamEntry};
use crate::http::Problem;
use crate::organisations::OrganisationBody;

/// The steps of a manager towards a team that is found.
///
/// # Errors
/// Storage failed.
pub async fn tasks(
    app: &AppState,
    house: &OrganisationBody,
    team: &[TeamEntry],
) -> Result<Vec<EmployerTaskRow>, Problem> {
    let shown = team.iter().map(|member| &member.entry);
    let shown: Vec<_> = shown
        .filter(|entry| entry.hidden_since.is_none())
        .cloned()
        .collect();
    let missing = experts::missing(&app.db, &shown).await?;
    let waiting = |what: Missing| {
        let lists = missing.values();
        lists.filter(|list| list.contains(&what)).count()
    };
    let whole = |task, is_done| EmployerTaskRow {
        task,
        open: None,
        is_done,
    };
    let each = |task, what| {
        let open = waiting(what);
        EmployerTaskRow {
            task,
            open: (open > 0).then_some(open),
            is_done: open == 0 && !shown.is_empty(),
        }
    };
    let has_accepted = emergency::has_accepted(app.db.reader(), &app.reference, house.id).await?;
    Ok(vec![
        whole(EmployerTask::Conditions, has_accepted),
        whole(
            EmployerTask::Participation,
            house.participation.is_settled(),
        ),
        whole(EmployerTask::DutyPhone, house.duty_phone.is_some()),
        whole(EmployerTask::Team, !shown.is_empty()),
        each(EmployerTask::Releases, Missing::Release),
        each(EmployerTask::Admissions, Missing::Vetted),
    ])
}
