//! How messages leave the house.

use web::Operator;
use web::letters::Sender;

use super::source::read_line;
use super::{ConfigError, Settings};
use crate::notifications::{Mailer, NotAMailServer, Post};

impl Settings {
    /// Reads the file that holds the server, and asks for a sender.
    pub(super) fn complete_mail(&mut self) -> Result<(), ConfigError> {
        if let Some(path) = &self.mail_server_file {
            let unusable = |error: NotAMailServer| ConfigError::Setting(error.to_string());
            self.mail_server = Some(read_line(path)?.try_into().map_err(unusable)?);
        }
        if self.mail_server.is_some() == self.mail_from.is_some() {
            return Ok(());
        }
        let both = "mail_server and mail_from are given together";
        Err(ConfigError::Setting(both.to_owned()))
    }

    /// How messages leave the house.
    ///
    /// # Errors
    /// The mail server's address cannot be used.
    pub fn post(&self) -> Result<Post, ConfigError> {
        let unusable = |_| ConfigError::Setting(NotAMailServer.to_string());
        let mailer = match (&self.mail_server, &self.mail_from) {
            (Some(server), Some(from)) => Some(Mailer::new(server, from).map_err(unusable)?),
            _ => None,
        };
        self.with_channels(Post {
            mailer,
            sender: Sender {
                operator: Operator {
                    name: self.operator.clone(),
                    phone: self.duty_phone.clone(),
                },
                address: self.base_url(),
            },
            ..Post::default()
        })
    }
}
