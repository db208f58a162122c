//! `/organisation/einladungen`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{InvitableRow, InvitationRow, TeamInvitationsPage};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Notice};

use super::{done, house, own};
use crate::access::Permit;
use crate::access::action::InviteExperts;
use crate::app::AppState;
use crate::clock::Instant;
use crate::employer::invitations::{
    self, InviteError, Invitee, MOST_A_DAY, MOST_AT_ONCE, MOST_SENDS, Open,
};
use crate::experts::Entry;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{ExpertId, InvitationId};
use crate::pages::{Html, Parameters, Visitor, day, moment};

const PATH: &str = "/organisation/einladungen";

pub(super) async fn show(
    permit: Permit<InviteExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<TeamInvitationsPage>, Problem> {
    let page = page(&app, &permit, frame, (Filled::default(), Vec::new())).await?;
    Ok(Html::new(page))
}

pub(super) async fn invite(
    permit: Permit<InviteExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let chosen: Vec<ExpertId> = sent.all("wen").filter_map(|id| id.parse().ok()).collect();
    let (addresses, problem) = read(sent.first("adressen").unwrap_or_default());
    let mut form = Filled {
        values: vec![(
            "adressen",
            sent.first("adressen").unwrap_or_default().to_owned(),
        )],
        problems: problem
            .map(|problem| ("adressen", problem))
            .into_iter()
            .collect(),
    };
    let entries = chosen.iter().copied().map(Invitee::Entry);
    let invitees: Vec<_> = entries.chain(addresses).collect();
    if invitees.is_empty() && form.is_right() {
        form.problems.push(("adressen", FieldProblem::Missing));
    }
    if form.is_right() {
        let invited = (own(&permit)?, invitees.as_slice());
        match invitations::invite(&app.db, &app.keyring, &permit, invited).await {
            Ok(_) => return Ok(done(PATH, Notice::InvitationsSent)),
            Err(InviteError::TooMany) => {
                let most = (MOST_AT_ONCE, MOST_A_DAY);
                let said = TeamInvitationsPage::too_many(frame.language, most);
                form.problems.push(("adressen", FieldProblem::Said(said)));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let page = page(&app, &permit, frame, (form, chosen)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn send_again(
    permit: Permit<InviteExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<InvitationId>,
) -> Result<Response, Problem> {
    invitations::send_again(&app.db, &app.keyring, &permit, id).await?;
    Ok(done(PATH, Notice::InvitationsSent))
}

pub(super) async fn withdraw(
    permit: Permit<InviteExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<InvitationId>,
) -> Result<Response, Problem> {
    invitations::withdraw(&app.db, &permit, id).await?;
    Ok(done(PATH, Notice::InvitationWithdrawn))
}

/// Addresses in lines, or with commas and semicolons between them; the first that is none.
fn read(text: &str) -> (Vec<Invitee>, Option<FieldProblem>) {
    let typed = text.split(['\n', ',', ';']).map(str::trim);
    let mut invitees = Vec::new();
    for address in typed.filter(|address| !address.is_empty()) {
        let Ok(email) = address.parse() else {
            let typed = address.chars().take(100).collect();
            return (invitees, Some(FieldProblem::NoMail(typed)));
        };
        invitees.push(Invitee::Address(email));
    }
    (invitees, None)
}

async fn page(
    app: &AppState,
    permit: &Permit<InviteExperts>,
    frame: Frame,
    (form, chosen): (Filled, Vec<ExpertId>),
) -> Result<TeamInvitationsPage, Problem> {
    let (body, _) = house(app, permit).await?;
    let id = own(permit)?;
    let open = invitations::list(&app.db, &app.keyring, permit, id).await?;
    let candidates = invitations::candidates(&app.db, permit, id).await?;
    let now = app.db.clock().now();
    let row = |entry: Entry| InvitableRow {
        is_chosen: chosen.contains(&entry.id),
        id: entry.id.to_string(),
        alias: entry.alias,
        headline: entry.profile.headline.de,
    };
    Ok(TeamInvitationsPage {
        name: body.name,
        candidates: candidates.into_iter().map(row).collect(),
        open: open
            .into_iter()
            .map(|open| shown(open, now, &frame))
            .collect(),
        form,
        frame,
    })
}

fn shown(open: Open, now: Instant, frame: &Frame) -> InvitationRow {
    let Open {
        invitation,
        alias,
        email,
    } = open;
    InvitationRow {
        id: invitation.id.to_string(),
        whom: alias.or(email).unwrap_or_default(),
        sent: moment(invitation.sent_at, now, frame.language),
        until: day(
            invitation.expires_at.plus_seconds(-1).date(),
            frame.language,
        ),
        is_over: invitation.is_over(now),
        may_be_sent: invitation.may_be_sent(now),
        is_sent_out: invitation.sends >= MOST_SENDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_in_lines_or_lists_and_the_first_wrong_one_is_named() {
        let (invitees, problem) = read("a@example.org, B@Example.org;\n\n c@example.org \n");
        assert_eq!((invitees.len(), problem), (3, None));

        let (_, problem) = read("a@example.org\nErika");
        assert_eq!(problem, Some(FieldProblem::NoMail("Erika".to_owned())));
    }
}
