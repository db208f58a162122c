//! Sending what was planned, as its holder wants it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveTime;
use strum::VariantArray;

use super::letters::{self, Gathered};
use super::{AccountNotice, Delivery, store};
use crate::access::Permit;
use crate::access::action::{ReadSelf, SetNotices};
use crate::accounts::links::{self, LinkPurpose};
use crate::accounts::store as accounts;
use crate::db::{Db, Job, StorageError, Txn};
use crate::ids::AccountId;
use crate::jobs::{Handler, JobFailure};
use crate::notifications::Post;
use crate::sealing::Keyring;

/// Where the link of a question whether entries are still right leads.
const CONFIRM: &str = "/stimmt-noch";
/// Kind of the job that sends the one mail of a day.
const DAILY: &str = "mail.daily";
/// When it is sent, in Germany.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(7, 0, 0).unwrap();

/// What sends each kind of message.
pub fn notice_handlers(keyring: &Arc<Keyring>, post: &Post) -> HashMap<&'static str, Handler> {
    let handler = |notice: AccountNotice| -> Handler {
        let (ring, post) = (keyring.clone(), post.clone());
        Arc::new(move |db: Db, account| {
            let (ring, post) = (ring.clone(), post.clone());
            Box::pin(async move { tell(&db, &ring, &post, (AccountId(account), notice)).await })
        })
    };
    let mut handlers: HashMap<&'static str, Handler> = AccountNotice::VARIANTS
        .iter()
        .map(|notice| ((*notice).into(), handler(*notice)))
        .collect();
    let (ring, post) = (keyring.clone(), post.clone());
    handlers.insert(
        DAILY,
        Arc::new(move |db: Db, account| {
            let (ring, post) = (ring.clone(), post.clone());
            Box::pin(async move { tell_gathered(&db, &ring, &post, AccountId(account)).await })
        }),
    );
    handlers
}

/// Without a mail server nobody is told, and whoever was erased meanwhile is not either.
async fn tell(
    db: &Db,
    ring: &Keyring,
    post: &Post,
    (account, notice): (AccountId, AccountNotice),
) -> Result<(), JobFailure> {
    let Some(mailer) = &post.mailer else {
        return Ok(());
    };
    match store::delivery(db.reader(), account, notice).await? {
        Delivery::Never => return Ok(()),
        Delivery::Daily => return Ok(gather(db, account, notice).await?),
        Delivery::AtOnce => {}
    }
    let to = accounts::email(db, ring, account).await?;
    if to.is_empty() {
        return Ok(());
    }
    let link = link(db, ring, (account, notice.link())).await?;
    let letter = letters::letter(post, notice, link.as_deref());
    Ok(mailer.send(&to, letter).await?)
}

/// Lets a message wait for the mail of the next morning.
async fn gather(db: &Db, account: AccountId, notice: AccountNotice) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    store::gather(&txn, account, notice).await?;
    plan_daily_mail(&mut txn, account);
    txn.commit().await?;
    Ok(())
}

/// Plans the mail of the next morning.
fn plan_daily_mail(txn: &mut Txn, account: AccountId) {
    let run_at = txn.now().next(MORNING);
    txn.enqueue(Job {
        kind: DAILY,
        key: format!("{DAILY} {account} {}", run_at.date()),
        subject: account.0,
        run_at,
    });
}

/// Sends all that waits in one mail. What came meanwhile waits for the next.
async fn tell_gathered(
    db: &Db,
    ring: &Keyring,
    post: &Post,
    account: AccountId,
) -> Result<(), JobFailure> {
    let Some(mailer) = &post.mailer else {
        return Ok(());
    };
    let to = accounts::email(db, ring, account).await?;
    let waiting = store::gathered(db.reader(), account).await?;
    if to.is_empty() || waiting.is_empty() {
        return Ok(());
    }
    let mut gathered = Vec::with_capacity(waiting.len());
    for (notice, times) in &waiting {
        gathered.push(Gathered {
            notice: *notice,
            times: *times,
            link: link(db, ring, (account, notice.link())).await?,
        });
    }
    mailer.send(&to, letters::daily(post, &gathered)).await?;
    let mut txn = db.begin().await?;
    let is_more = store::drop_told(&txn, account, &waiting)
        .await
        .map_err(StorageError::from)?;
    // What came while this was sent may have found this very mail planned.
    if is_more {
        plan_daily_mail(&mut txn, account);
    }
    txn.commit().await?;
    Ok(())
}

/// Makes the link of a message, when it is sent: the one of the message before works no more.
async fn link(
    db: &Db,
    ring: &Keyring,
    (account, purpose): (AccountId, Option<LinkPurpose>),
) -> Result<Option<String>, StorageError> {
    let Some(purpose) = purpose else {
        return Ok(None);
    };
    let txn = db.begin().await?;
    let token = links::issue(&txn, ring, account, purpose).await?;
    txn.commit().await?;
    Ok(Some(format!("{CONFIRM}/{}", token.reveal())))
}

/// How the caller is told of each kind of message.
///
/// # Errors
/// Storage failed.
pub async fn choices(
    db: &Db,
    permit: &Permit<ReadSelf>,
) -> Result<HashMap<AccountNotice, Delivery>, StorageError> {
    let made = store::choices(db.reader(), permit.caller().account).await?;
    let delivery = |notice: &AccountNotice| {
        let made = made.get(notice).copied();
        (*notice, made.unwrap_or_else(|| notice.usually()))
    };
    Ok(AccountNotice::VARIANTS.iter().map(delivery).collect())
}

/// Keeps how the caller wants to be told; what may not be chosen for a kind is left as it was.
///
/// # Errors
/// Storage failed.
pub async fn choose(
    db: &Db,
    permit: &Permit<SetNotices>,
    chosen: &[(AccountNotice, Delivery)],
) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    for (notice, delivery) in chosen {
        if notice.deliveries().contains(delivery) {
            let account = permit.caller().account;
            store::choose(&txn, account, (*notice, *delivery)).await?;
            if *delivery == Delivery::Never {
                store::drop_waiting(&txn, account, *notice).await?;
            }
        }
    }
    txn.commit().await?;
    Ok(())
}
