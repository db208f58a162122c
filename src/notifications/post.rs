//! How messages leave the house.

use web::letters::Sender;

use super::Mailer;

/// The mail server, if there is one, and who writes.
#[derive(Clone, Debug, Default)]
pub struct Post {
    /// Hands letters over; none without a mail server.
    pub mailer: Option<Mailer>,
    /// Who writes.
    pub sender: Sender,
}
