//! `/konto/mitteilungen`: what somebody is told by mail, and when; and on which telephone they are rung.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use strum::VariantArray;
use web::pages::{
    MessageChoice, MessageDelivery, MessageGroup, MessageKind, MessagePart, MessagePhone,
    MessagesPage,
};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Notice};

use crate::access::action::{ReadSelf, SetNotices};
use crate::access::{Grant, Permit, Role};
use crate::accounts::{self, AccountNotice, Audience, Delivery, PhoneError};
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::notifications::Channel;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

/// The field of the telephone.
const PHONE: &str = "telefon";

const PARTS: [(Audience, MessagePart); 4] = [
    (Audience::Experts, MessagePart::Own),
    (Audience::Managers, MessagePart::Team),
    (Audience::Vetters, MessagePart::Vetting),
    (Audience::Coordinators, MessagePart::Desk),
];

pub(super) async fn show(
    permit: Permit<ReadSelf>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<MessagesPage>, Problem> {
    Ok(Html::new(messages_page(&app, &permit, frame, None).await?))
}

async fn messages_page(
    app: &AppState,
    permit: &Permit<ReadSelf>,
    frame: Frame,
    written: Option<Filled>,
) -> Result<MessagesPage, Problem> {
    let chosen = accounts::notice_choices(&app.db, permit).await?;
    let choices = |audience: Audience| {
        let kinds = AccountNotice::VARIANTS.iter().filter_map(move |notice| {
            let kind = shown(*notice).filter(|_| notice.audience() == audience)?;
            Some((*notice, kind))
        });
        let choices = kinds.filter_map(|(notice, kind)| {
            Some(MessageChoice {
                kind,
                offered: notice.deliveries().iter().copied().map(page).collect(),
                chosen: page(*chosen.get(&notice)?),
            })
        });
        choices.collect()
    };
    let grants = &permit.caller().grants;
    let groups = PARTS
        .into_iter()
        .filter(|(audience, _)| is_of(*audience, grants));
    Ok(MessagesPage {
        phone: phone(app, permit, written).await?,
        groups: groups
            .map(|(audience, part)| MessageGroup {
                part,
                choices: choices(audience),
            })
            .collect(),
        is_sent: app.site.mail_from.is_some(),
        frame,
    })
}

/// The number of those who are rung, and of those who were once and left one.
async fn phone(
    app: &AppState,
    permit: &Permit<ReadSelf>,
    written: Option<Filled>,
) -> Result<Option<MessagePhone>, Problem> {
    let kept = accounts::own_phone(&app.db, &app.keyring, permit).await?;
    let grants = &permit.caller().grants;
    let is_offered = grants
        .iter()
        .any(|grant| matches!(grant.role, Role::Coordinator | Role::MemberManager));
    if !is_offered && kept.is_none() && written.is_none() {
        return Ok(None);
    }
    let kept = || Filled {
        values: vec![(PHONE, kept.unwrap_or_default())],
        problems: Vec::new(),
    };
    Ok(Some(MessagePhone {
        is_rung: app.post.can(Channel::Voice),
        form: written.unwrap_or_else(kept),
    }))
}

pub(super) async fn save(
    permit: Permit<SetNotices>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Some((_, number)) = sent.iter().find(|(name, _)| name == PHONE) {
        return save_phone(&app, &permit, frame, number).await;
    }
    let mut chosen = Vec::new();
    for notice in AccountNotice::VARIANTS {
        let Some(kind) = shown(*notice) else { continue };
        if let Some((_, value)) = sent.iter().find(|(name, _)| name == kind.field()) {
            let delivery = read(*notice, value)
                .ok_or_else(|| Problem::invalid(format!("{} cannot be {value:?}", kind.field())))?;
            chosen.push((*notice, delivery));
        }
    }
    accounts::choose_notices(&app.db, &permit, &chosen).await?;
    Ok(saved())
}

async fn save_phone(
    app: &AppState,
    permit: &Permit<SetNotices>,
    frame: Frame,
    number: &str,
) -> Result<Response, Problem> {
    match accounts::keep_phone(&app.db, &app.keyring, permit, number).await {
        Ok(()) => Ok(saved()),
        Err(PhoneError::Storage(error)) => Err(error.into()),
        Err(PhoneError::NoNumber) => {
            let reading = permit.also::<ReadSelf>();
            let reading = reading.ok_or_else(|| Problem::not_found("there is no such page"))?;
            let written = Filled {
                values: vec![(PHONE, number.to_owned())],
                problems: vec![(PHONE, FieldProblem::NoPhone)],
            };
            let page = messages_page(app, &reading, frame, Some(written)).await?;
            Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

fn saved() -> Response {
    let mut response = redirect(&LocalPath::or_start("/konto/mitteilungen"));
    say_next(&mut response, Notice::MessagesSaved);
    response
}

fn read(notice: AccountNotice, value: &str) -> Option<Delivery> {
    let mut offered = notice.deliveries().iter();
    offered
        .find(|delivery| page(**delivery).value() == value)
        .copied()
}

/// Whether messages of a kind come to somebody with these roles.
fn is_of(audience: Audience, grants: &[Grant]) -> bool {
    let role = match audience {
        Audience::Everybody => return true,
        Audience::Experts => Role::Expert,
        Audience::Managers => Role::MemberManager,
        Audience::Vetters => Role::Vetter,
        Audience::Coordinators => Role::Coordinator,
    };
    grants.iter().any(|grant| grant.role == role)
}

const fn page(delivery: Delivery) -> MessageDelivery {
    match delivery {
        Delivery::AtOnce => MessageDelivery::AtOnce,
        Delivery::Daily => MessageDelivery::Daily,
        Delivery::Never => MessageDelivery::Never,
    }
}

/// What is chosen on the page; none for what is told always.
const fn shown(notice: AccountNotice) -> Option<MessageKind> {
    match notice {
        AccountNotice::PasswordSet
        | AccountNotice::SecondFactorSet
        | AccountNotice::SecondFactorRemoved
        | AccountNotice::PasskeyAdded
        | AccountNotice::PasskeyRemoved
        | AccountNotice::RecoveryCodesRenewed
        | AccountNotice::TokenIssued
        | AccountNotice::RecoveryBegun
        | AccountNotice::LinkIssued => None,
        AccountNotice::NameShown => Some(MessageKind::NameShown),
        AccountNotice::AdmissionEnds => Some(MessageKind::AdmissionEnds),
        AccountNotice::ConfirmationDue => Some(MessageKind::ConfirmationDue),
        AccountNotice::ConsentEnds => Some(MessageKind::ConsentEnds),
        AccountNotice::CaseDecided => Some(MessageKind::CaseDecided),
        AccountNotice::CaseAsks => Some(MessageKind::CaseAsks),
        AccountNotice::TeamConfirmationDue => Some(MessageKind::TeamConfirmationDue),
        AccountNotice::TeamAdmissionEnds => Some(MessageKind::TeamAdmissionEnds),
        AccountNotice::TeamCaseDecided => Some(MessageKind::TeamCaseDecided),
        AccountNotice::TeamCaseAsks => Some(MessageKind::TeamCaseAsks),
        AccountNotice::SkillsProven => Some(MessageKind::SkillsProven),
        AccountNotice::CasesWait => Some(MessageKind::CasesWait),
        AccountNotice::HelpOfServedTown => Some(MessageKind::HelpOfServedTown),
        AccountNotice::HelpOfServedTownOver => Some(MessageKind::HelpOfServedTownOver),
        AccountNotice::HelpAsked => Some(MessageKind::HelpAsked),
    }
}
