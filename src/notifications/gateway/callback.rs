//! What a gateway reports about a message later.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::super::SigningSecret;

/// Where a report says what, and what proves that it is the gateway's.
#[derive(Clone, Debug)]
pub struct CallbackRules {
    pub(super) secret: SigningSecret,
    /// Name of the header with the signature.
    pub(super) header: String,
    /// JSON pointer of our reference.
    pub(super) reference: String,
    /// JSON pointer of the state.
    pub(super) state: String,
    /// JSON pointer of the keys that were pressed, where the gateway hears them.
    pub(super) key: Option<String>,
    /// Words of a message that arrived, in lower case.
    pub(super) delivered: Vec<String>,
    /// Words of a message that never will.
    pub(super) failed: Vec<String>,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is on the telephone, or was listened to.
    Delivered,
    /// It never will be.
    Failed,
}

/// A report that is the gateway's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The message, by the reference we gave it; none when it is not one of ours.
    pub reference: Option<Uuid>,
    /// What became of it; none while it is on its way.
    pub outcome: Option<Outcome>,
    /// What was pressed on the telephone.
    pub key: Option<String>,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`; its fields are members of one object.
    Form,
}

/// Why a report is not believed or not understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallbackError {
    /// It is not signed with our secret.
    #[error("the signature is missing or is not of this body")]
    Forged,
    /// It is not what its type says.
    #[error("the body cannot be read")]
    Unreadable,
    /// Nothing stands where the settings look.
    #[error("reference or state is not where the settings look for it")]
    Lacks,
}

impl CallbackRules {
    /// Name of the header with the signature.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// Whether it is reported what is pressed.
    pub const fn hears_keys(&self) -> bool {
        self.key.is_some()
    }

    /// Believes a report by its signature alone, then reads it.
    ///
    /// # Errors
    /// It is forged or not understood.
    pub fn read(
        &self,
        signature: Option<&str>,
        (format, body): (ReportFormat, &[u8]),
    ) -> Result<Report, CallbackError> {
        let is_ours = signature.is_some_and(|signature| self.secret.verifies(body, signature));
        if !is_ours {
            return Err(CallbackError::Forged);
        }
        let report = parsed(format, body).ok_or(CallbackError::Unreadable)?;
        let word = |pointer: &str| report.pointer(pointer).and_then(word);
        let reference = word(&self.reference).ok_or(CallbackError::Lacks)?;
        let key = self.key.as_deref().and_then(word);
        let key = key.map(|key| key.trim().to_owned());
        let key = key.filter(|key| !key.is_empty());
        let outcome = match (word(&self.state), &key) {
            // Whoever presses a key has heard the message.
            (_, Some(_)) => Some(Outcome::Delivered),
            (Some(state), None) => self.outcome(&state.to_lowercase()),
            (None, None) => return Err(CallbackError::Lacks),
        };
        Ok(Report {
            reference: reference.parse().ok(),
            outcome,
            key,
        })
    }

    fn outcome(&self, state: &str) -> Option<Outcome> {
        let is_in = |words: &[String]| words.iter().any(|word| word == state);
        if is_in(&self.delivered) {
            return Some(Outcome::Delivered);
        }
        is_in(&self.failed).then_some(Outcome::Failed)
    }
}

fn parsed(format: ReportFormat, body: &[u8]) -> Option<Value> {
    match format {
        ReportFormat::Json => serde_json::from_slice(body).ok(),
        ReportFormat::Form => {
            let fields: BTreeMap<String, String> =
                form_urlencoded::parse(body).into_owned().collect();
            serde_json::to_value(fields).ok()
        }
    }
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> CallbackRules {
        CallbackRules {
            secret: SigningSecret::new("0123456789abcdef").unwrap(),
            header: "x-signature".to_owned(),
            reference: "/message/ref".to_owned(),
            state: "/state".to_owned(),
            key: Some("/digits".to_owned()),
            delivered: vec!["delivered".to_owned(), "2".to_owned()],
            failed: vec!["undeliverable".to_owned()],
        }
    }

    fn read(rules: &CallbackRules, body: &str) -> Result<Report, CallbackError> {
        let signature = rules.secret.sign(body.as_bytes());
        rules.read(Some(&signature), (ReportFormat::Json, body.as_bytes()))
    }

    #[test]
    fn states_are_words_of_the_settings() {
        let rules = rules();
        let outcome = |state: &str| {
            let body = format!(r#"{{"message":{{"ref":"x"}},"state":{state}}}"#);
            read(&rules, &body).unwrap().outcome
        };

        assert_eq!(outcome(r#""Delivered""#), Some(Outcome::Delivered));
        assert_eq!(outcome("2"), Some(Outcome::Delivered));
        assert_eq!(outcome(r#""UNDELIVERABLE""#), Some(Outcome::Failed));
        assert_eq!(outcome(r#""buffered""#), None);
    }

    #[test]
    fn whoever_presses_a_key_has_heard_the_message() {
        let rules = rules();
        let pressed = |rest: &str| {
            let report = read(&rules, &format!(r#"{{"message":{{"ref":"x"}}{rest}}}"#));
            report.map(|report| (report.key, report.outcome))
        };
        let heard = |key: &str| Ok((Some(key.to_owned()), Some(Outcome::Delivered)));

        assert_eq!(pressed(r#","digits":"1""#), heard("1"));
        assert_eq!(
            pressed(r#","digits":2,"state":"undeliverable""#),
            heard("2")
        );
        assert_eq!(pressed(r#","digits":" ","state":"x""#), Ok((None, None)));
        assert_eq!(pressed(r#","digits":null"#), Err(CallbackError::Lacks));
    }

    #[test]
    fn only_what_is_signed_is_read() {
        let rules = rules();
        let body = br#"{"message":{"ref":"x"},"state":"delivered"}"#;
        let unsigned = |signature| rules.read(signature, (ReportFormat::Json, body));

        assert_eq!(unsigned(None), Err(CallbackError::Forged));
        assert_eq!(unsigned(Some("sha256=00")), Err(CallbackError::Forged));
        assert_eq!(read(&rules, "["), Err(CallbackError::Unreadable));
        assert_eq!(read(&rules, "[]"), Err(CallbackError::Lacks));
        assert_eq!(
            read(&rules, r#"{"message":{"ref":[]},"state":1}"#),
            Err(CallbackError::Lacks)
        );
    }

    #[test]
    fn a_form_is_an_object_of_its_fields() {
        let id = Uuid::from_u128(7);
        let body = format!("ref={id}&status=Delivered");
        let rules = CallbackRules {
            reference: "/ref".to_owned(),
            state: "/status".to_owned(),
            ..rules()
        };
        let signature = rules.secret.sign(body.as_bytes());

        let report = rules.read(Some(&signature), (ReportFormat::Form, body.as_bytes()));

        assert_eq!(
            report,
            Ok(Report {
                reference: Some(id),
                outcome: Some(Outcome::Delivered),
                key: None,
            })
        );
    }
}
