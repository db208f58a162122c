//! Settings: a TOML file, then `KATASTER_*` variables, then flags; unknown names are refused.

mod channels;
mod error;
mod mail;
mod sign_in;
mod source;
#[cfg(test)]
mod tests;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::{Table, Value};

pub use error::ConfigError;
use source::{read_file, read_line, value_of};

use crate::db::{Database, DbOptions};
use crate::incidents::waves::Waves;
use crate::notifications::{GatewaySettings, MailAddress, MailServer, WebhookSettings};
use crate::privacy::{Purpose, Retention};
use crate::public_url::PublicUrl;
use crate::site::{Imprint, Privacy, SecurityContact, Site};

/// Prefix of the variables.
const PREFIX: &str = "KATASTER_";

/// All settings with their defaults.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub struct Settings {
    /// The file they were read from, for messages about them.
    #[serde(skip)]
    pub file: Option<PathBuf>,
    /// Folder of database, keys and index.
    pub data: PathBuf,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Address people use; required off loopback.
    pub public_url: Option<PublicUrl>,
    /// A proxy in front speaks TLS.
    pub behind_tls_proxy: bool,
    /// Whoever has no second factor sets one up before anything else.
    pub second_factor_required: bool,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Who runs this register, as its pages say.
    pub operator: String,
    /// Number of the coordinators, as people write it.
    pub duty_phone: Option<String>,
    /// `postgres://…`; the SQLite file in `data` if absent.
    pub database_url: Option<String>,
    /// File that holds `database_url`.
    pub database_url_file: Option<PathBuf>,
    /// PostgreSQL role that serves and does not own the tables; `migrate` gives it its rights.
    pub database_app_role: Option<String>,
    /// Who answers for this register, for its imprint.
    pub imprint: Option<Imprint>,
    /// Mail address of the data protection officer.
    pub privacy_email: Option<String>,
    /// Mail server, `smtps://name:password@host` or `smtp://host?tls=required`; nobody is written to if absent.
    pub mail_server: Option<MailServer>,
    /// File that holds `mail_server`.
    pub mail_server_file: Option<PathBuf>,
    /// Whom mail is from.
    pub mail_from: Option<MailAddress>,
    /// What sends texts to telephones; nobody gets one if absent.
    pub sms: Option<GatewaySettings>,
    /// What rings telephones.
    pub voice: Option<GatewaySettings>,
    /// Another program that is told too.
    pub webhook: Option<WebhookSettings>,
    /// What no other channel is set up for is put into `drop` in the data folder, and counts as sent; for trials.
    pub drop_folder: bool,
    /// Who is told of weaknesses, for `/.well-known/security.txt`.
    pub security_contact: Option<SecurityContact>,
    /// Who answers for the data, and why it may be handled.
    pub privacy: Privacy,
    /// How long what is kept.
    pub retention: Retention,
    /// By which rule and numbers people are asked for help.
    pub waves: Waves,
    /// Own address for `/metrics`, without sign-in.
    pub metrics_listen: Option<SocketAddr>,
    /// Writing stops when less is free on the data folder's file system.
    pub min_free_mb: u64,
    /// Masked cards an account may see a day without an incident.
    pub cards_a_day: i32,
    /// Places an account may ask distances from a day.
    pub places_a_day: i32,
    /// Copies of the own data an account may take a day.
    pub exports_a_day: i32,
    /// What is logged, in the syntax of `tracing`.
    pub log: String,
    /// Whether the log is JSON.
    pub log_json: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            file: None,
            data: PathBuf::from("./kataster-data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            behind_tls_proxy: false,
            second_factor_required: true,
            trusted_proxies: Vec::new(),
            operator: "Kataster".to_owned(),
            duty_phone: None,
            imprint: None,
            privacy_email: None,
            mail_server: None,
            mail_server_file: None,
            mail_from: None,
            sms: None,
            voice: None,
            webhook: None,
            drop_folder: false,
            security_contact: None,
            privacy: Privacy::default(),
            retention: Retention::default(),
            waves: Waves::default(),
            database_url: None,
            database_url_file: None,
            database_app_role: None,
            metrics_listen: None,
            min_free_mb: 64,
            cards_a_day: 60,
            places_a_day: 20,
            exports_a_day: 10,
            log: "info,sea_orm_migration=warn".to_owned(),
            log_json: false,
        }
    }
}

impl Settings {
    /// Reads the settings; `flags` win over variables, variables over the file.
    ///
    /// # Errors
    /// Unreadable file, unknown name, or wrong value.
    pub fn read(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
        flags: Table,
    ) -> Result<Self, ConfigError> {
        let mut table = file.map_or_else(|| Ok(Table::new()), read_file)?;
        for (name, value) in variables {
            if let Some(name) = name
                .strip_prefix(PREFIX)
                .filter(|name| !name.starts_with("TEST_"))
            {
                table.insert(name.to_lowercase(), value_of(value));
            }
        }
        table.extend(flags);
        let mut settings: Self = Value::Table(table)
            .try_into()
            .map_err(|error: toml::de::Error| ConfigError::Setting(error.message().to_owned()))?;
        settings.file = file.map(Path::to_owned);
        let mut purposes = settings.privacy.legal_bases.keys();
        if let Some(unknown) = purposes.find(|name| name.parse::<Purpose>().is_err()) {
            return Err(ConfigError::Setting(format!(
                "privacy.legal_bases names the unknown purpose {unknown}"
            )));
        }
        if let Some(path) = &settings.database_url_file {
            settings.database_url = Some(read_line(path)?);
        }
        settings.complete_mail()?;
        settings.check_channels()?;
        let waves = settings.waves.check();
        waves.map_err(|error| ConfigError::Setting(error.to_string()))?;
        let is_postgres =
            |url: &String| url.starts_with("postgres://") || url.starts_with("postgresql://");
        if settings
            .database_url
            .as_ref()
            .is_some_and(|url| !is_postgres(url))
        {
            return Err(ConfigError::Setting(
                "database_url must begin with postgres://".to_owned(),
            ));
        }
        Ok(settings)
    }

    /// Whether it is safe to serve with these settings.
    ///
    /// # Errors
    /// Off loopback: no public address, or no TLS in front.
    pub fn check_listener(&self) -> Result<(), ConfigError> {
        if self.listen.ip().is_loopback() {
            return Ok(());
        }
        let Some(url) = &self.public_url else {
            return Err(ConfigError::PublicUrl(self.listen));
        };
        if !url.is_https() {
            return Err(ConfigError::PublicUrlInClear(self.listen));
        }
        if self.behind_tls_proxy {
            Ok(())
        } else {
            Err(ConfigError::PlainText(self.listen))
        }
    }

    /// Address people use, without a slash at the end.
    pub fn base_url(&self) -> String {
        let local = || format!("http://{}", self.listen);
        self.public_url
            .as_ref()
            .map_or_else(local, PublicUrl::to_string)
    }

    /// How people reach and see this installation.
    pub fn site(&self) -> Site {
        Site {
            address: self.base_url(),
            is_secure: self.behind_tls_proxy
                || self.public_url.as_ref().is_some_and(PublicUrl::is_https),
            public_url: self.public_url.clone(),
            trusted_proxies: self.trusted_proxies.clone().into(),
            operator: self.operator.clone(),
            duty_phone: self.duty_phone.clone(),
            is_demo: false,
            second_factor_required: self.second_factor_required,
            imprint: self.imprint.clone(),
            mail_from: self.mail_from.as_ref().map(MailAddress::to_string),
            privacy_email: self.privacy_email.clone(),
            security_contact: self.security_contact.clone(),
            privacy: self.privacy.clone(),
        }
    }

    /// How to reach the database.
    pub fn db(&self) -> DbOptions {
        let database = match &self.database_url {
            Some(url) => Database::Postgres(url.clone()),
            None => Database::Sqlite(self.data.join("kataster.db")),
        };
        DbOptions {
            free_space_floor: self.min_free_mb * 1024 * 1024,
            ..DbOptions::new(database)
        }
    }
}
