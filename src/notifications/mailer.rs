//! Handing a message to the mail server.

use std::fmt;
use std::time::Duration;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use uuid::Uuid;
use web::letters::Letter;

use super::{MailAddress, MailServer};
use crate::jobs::JobFailure;

/// How long the server may take until it is connected.
const CONNECTING: Duration = Duration::from_secs(10);
/// How long it may take for a letter in all: the transport itself waits for an answer without an end.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is kept of a message the server will never take.
pub const REFUSED: &str = "the mail server refuses the message";

/// Sends mail. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    patience: Duration,
}

/// Why a message was not handed over. Says nothing of what the server says: it repeats addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailFailure {
    /// The server is away, or says "later".
    #[error("the mail server is away or asks to wait")]
    Later,
    /// The server will not take it, now or later.
    #[error("{REFUSED}")]
    Refused,
}

impl Mailer {
    /// Connects when there is something to send.
    ///
    /// # Errors
    /// The address cannot be used.
    pub fn new(server: &MailServer, from: &MailAddress) -> Result<Self, smtp::Error> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server.url())?;
        Ok(Self {
            transport: transport.timeout(Some(CONNECTING)).build(),
            from: from.mailbox().clone(),
            patience: PATIENCE,
        })
    }

    /// The same, but it waits so long for a letter to be taken.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Hands a letter to the server, which answers for it from then on.
    ///
    /// # Errors
    /// The server is away or refuses it.
    pub async fn send(&self, to: &str, letter: Letter) -> Result<(), MailFailure> {
        self.send_as(Uuid::new_v4(), to, letter).await
    }

    /// The same under a name of the caller's: sent twice, it is one letter to whoever gets it.
    ///
    /// # Errors
    /// The server is away or refuses it.
    pub async fn send_as(
        &self,
        reference: Uuid,
        to: &str,
        letter: Letter,
    ) -> Result<(), MailFailure> {
        let message = self.message(reference, to, letter);
        let message = message.map_err(|_| MailFailure::Refused)?;
        let taken = tokio::time::timeout(self.patience, self.transport.send(message)).await;
        match taken {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() && !is_about_signing_in(&error) => {
                Err(MailFailure::Refused)
            }
            Ok(Err(_)) | Err(_) => Err(MailFailure::Later),
        }
    }

    fn message(&self, reference: Uuid, to: &str, letter: Letter) -> Result<Message, Unsendable> {
        let Letter { subject, text } = letter;
        let to: Mailbox = to.parse()?;
        let id = format!("<{reference}@{}>", self.from.email.domain());
        let mut message = Message::builder()
            .message_id(Some(id))
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text)?;
        // RFC 3834: nobody's absence notice answers it.
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        let value = HeaderValue::new(name, "auto-generated".to_owned());
        message.headers_mut().insert_raw(value);
        Ok(message)
    }
}

/// Whether the server does not know us (RFC 4954): then the settings are wrong, and every letter is kept.
fn is_about_signing_in(error: &smtp::Error) -> bool {
    error
        .status()
        .is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538))
}

#[derive(Debug, thiserror::Error)]
enum Unsendable {
    #[error("the address cannot be used")]
    Address(#[from] lettre::address::AddressError),
    #[error("the message cannot be built")]
    Message(#[from] lettre::error::Error),
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailer")
    }
}

impl From<MailFailure> for JobFailure {
    fn from(failure: MailFailure) -> Self {
        match failure {
            MailFailure::Later => Self::Outside("the mail server is away or asks to wait"),
            MailFailure::Refused => Self::GiveUp(REFUSED),
        }
    }
}
