//! Gateways, another program and the folder, by which messages leave the house beside mail.

use std::path::PathBuf;
use std::sync::Arc;

use super::source::read_line;
use super::{ConfigError, Settings};
use crate::clock::SystemClock;
use crate::notifications::{
    DropFolder, Gateway, GatewayFault, GatewaySecrets, GatewaySettings, Post, Webhook,
};

impl Settings {
    /// Whether each channel that is named could work.
    pub(super) fn check_channels(&self) -> Result<(), ConfigError> {
        self.with_channels(Post::default()).map(|_| ())
    }

    /// Post with what is set up beside mail.
    pub(super) fn with_channels(&self, post: Post) -> Result<Post, ConfigError> {
        let folder = || DropFolder::inside(&self.data, Arc::new(SystemClock));
        Ok(Post {
            sms: self.gateway("sms", self.sms.as_ref())?,
            voice: self.gateway("voice", self.voice.as_ref())?,
            webhook: self.listener()?,
            drop_folder: self.drop_folder.then(folder),
            ..post
        })
    }

    fn gateway(
        &self,
        section: &str,
        gateway: Option<&GatewaySettings>,
    ) -> Result<Option<Gateway>, ConfigError> {
        let Some(gateway) = gateway else {
            return Ok(None);
        };
        let secrets = GatewaySecrets {
            token: read(gateway.token_file.as_ref())?,
            callback: read(gateway.callback_secret_file.as_ref())?,
        };
        let reports = format!("{}/gateway/{section}/delivery", self.base_url());
        let gateway = gateway.gateway(&secrets, reports);
        Ok(Some(gateway.map_err(|fault| unusable(section, &fault))?))
    }

    fn listener(&self) -> Result<Option<Webhook>, ConfigError> {
        let Some(webhook) = &self.webhook else {
            return Ok(None);
        };
        let secret = read_line(&webhook.secret_file)?;
        let webhook = webhook.webhook(&secret);
        Ok(Some(webhook.map_err(|fault| unusable("webhook", &fault))?))
    }
}

fn read(file: Option<&PathBuf>) -> Result<Option<String>, ConfigError> {
    file.map(|path| read_line(path)).transpose()
}

fn unusable(section: &str, fault: &GatewayFault) -> ConfigError {
    ConfigError::Setting(format!("[{section}] {fault}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notifications::Channel;

    fn read(text: &str) -> Result<Settings, ConfigError> {
        Settings::read(None, std::iter::empty(), text.parse().unwrap())
    }

    fn message(text: &str) -> String {
        read(text).unwrap_err().to_string()
    }

    const BODY: &str = r#"body = '{"to":"{to}","text":"{text}"}'"#;

    #[test]
    fn what_is_set_up_can_be_used_and_nothing_else() {
        let text = format!("[sms]\nurl = 'https://sms.example.org'\n{BODY}");

        let post = read(&text).unwrap().post().unwrap();

        assert!(post.can(Channel::Sms));
        assert!(!post.can(Channel::Voice) && !post.can(Channel::Drop));
        let with_folder = read("drop_folder = true").unwrap().post().unwrap();
        assert!(with_folder.can(Channel::Voice) && !with_folder.is_set_up(Channel::Voice));
    }

    #[test]
    fn a_fault_names_its_section_and_repeats_no_address() {
        let text = format!("[voice]\nurl = 'http://geheim.example.org'\n{BODY}");
        let fault = message(&text);

        assert!(fault.starts_with("[voice] url is https://"), "{fault}");
        assert!(!fault.contains("geheim"), "{fault}");
        let unknown = format!("[sms]\nurl = 'https://sms.example.org'\n{BODY}\nsender = 'x'");
        assert!(
            message(&unknown).contains("sender"),
            "{}",
            message(&unknown)
        );
        let missing = "[sms]\nurl = 'https://sms.example.org'";
        assert!(message(missing).contains("body"), "{}", message(missing));
    }

    #[test]
    fn secrets_are_read_from_files_that_are_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        let text = format!(
            "[webhook]\nurl = 'https://chat.example.org'\nsecret_file = '{}'",
            file.display()
        );

        assert!(matches!(read(&text), Err(ConfigError::File { .. })));
        std::fs::write(&file, "kurz\n").unwrap();
        assert!(
            message(&text).contains("fewer than 16"),
            "{}",
            message(&text)
        );
        std::fs::write(&file, "0123456789abcdef\n").unwrap();
        assert!(read(&text).unwrap().post().unwrap().can(Channel::Webhook));
    }
}
