//! Messages to people. Whose message it is resolves the address when it is sent; here nobody is known.

mod mailer;
mod post;
mod server;

pub use mailer::{MailFailure, Mailer, REFUSED};
pub use post::Post;
pub use server::{MailAddress, MailServer, NotAMailAddress, NotAMailServer};
