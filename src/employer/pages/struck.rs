//! `/organisation/betroffen`.

use axum::extract::State;
use axum::response::Response;
use web::Notice;
use web::pages::StruckPage;

use super::{done, house, own};
use crate::access::Permit;
use crate::access::action::SetStruck;
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::organisations::{self, StruckSwitch};
use crate::pages::{Html, Parameters, Visitor, moment};

pub(super) async fn show(
    permit: Permit<SetStruck>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<StruckPage>, Problem> {
    let (body, _) = house(&app, &permit).await?;
    let now = app.db.clock().now();
    let since = body.struck_since;
    Ok(Html::new(StruckPage {
        name: body.name,
        since: since.map(|since| moment(since, now, frame.language)),
        frame,
    }))
}

pub(super) async fn set(
    permit: Permit<SetStruck>,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let id = own(&permit)?;
    let struck = match Parameters::from_pairs(sent).first("betroffen") {
        Some("1") => true,
        Some("0") => false,
        _ => return Err(Problem::invalid("betroffen is 1 or 0")),
    };
    let switch = StruckSwitch {
        struck,
        since: None,
        incident_id: None,
    };
    organisations::set_struck(&app.db, &permit, id, switch).await?;
    let notice = if struck {
        Notice::StruckSet
    } else {
        Notice::StruckLifted
    };
    Ok(done("/organisation/betroffen", notice))
}
