//! Bodies as a gateway wants them: a text of the settings with places for the message.

use std::fmt::Write;

use serde::de::IgnoredAny;
use strum::{EnumString, IntoStaticStr};

use super::GatewayFault;

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyFormat {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

/// A place for a part of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
enum Placeholder {
    To,
    Text,
    Reference,
    CallbackUrl,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Written(String),
    Placeholder(Placeholder),
}

/// A body with places.
#[derive(Clone, Debug)]
pub(super) struct Template {
    parts: Vec<Part>,
    format: BodyFormat,
}

/// What is put into the places.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) to: &'a str,
    pub(super) text: &'a str,
    pub(super) reference: &'a str,
    pub(super) callback_url: &'a str,
}

impl Values<'static> {
    /// None of them is a number or a word of JSON, so that a place outside of quotation marks is noticed.
    const SAMPLE: Self = Self {
        to: "+49",
        text: "a \"text\"",
        reference: "a-b",
        callback_url: "https://a",
    };
}

impl Template {
    /// Reads a template. Both address and words have a place.
    pub(super) fn parse(text: &str, format: BodyFormat) -> Result<Self, GatewayFault> {
        let parts = parts(text)?;
        for needed in [Placeholder::To, Placeholder::Text] {
            if !parts.contains(&Part::Placeholder(needed)) {
                return Err(GatewayFault::Lacks(needed.into()));
            }
        }
        let template = Self { parts, format };
        let sample = template.fill(&Values::SAMPLE);
        match format {
            BodyFormat::Json if serde_json::from_str::<IgnoredAny>(&sample).is_err() => {
                Err(GatewayFault::NotJson)
            }
            BodyFormat::Json | BodyFormat::Form => Ok(template),
        }
    }

    /// The body of a message. What is put in is escaped and not looked at again.
    pub(super) fn fill(&self, values: &Values<'_>) -> String {
        let mut body = String::new();
        for part in &self.parts {
            match part {
                Part::Written(text) => body.push_str(text),
                Part::Placeholder(placeholder) => {
                    self.format.put(values.of(*placeholder), &mut body);
                }
            }
        }
        body
    }
}

impl Values<'_> {
    const fn of(&self, placeholder: Placeholder) -> &str {
        match placeholder {
            Placeholder::To => self.to,
            Placeholder::Text => self.text,
            Placeholder::Reference => self.reference,
            Placeholder::CallbackUrl => self.callback_url,
        }
    }
}

impl BodyFormat {
    fn put(self, value: &str, body: &mut String) {
        match self {
            Self::Json => {
                let quoted = serde_json::Value::from(value).to_string();
                body.push_str(&quoted[1..quoted.len() - 1]);
            }
            Self::Form => {
                // Writing to a String cannot fail.
                let _ = form_urlencoded::byte_serialize(value.as_bytes())
                    .try_for_each(|part| body.write_str(part));
            }
        }
    }
}

/// Splits a template at `{name}`; other braces are its own.
fn parts(text: &str) -> Result<Vec<Part>, GatewayFault> {
    let mut parts = Vec::new();
    let mut written = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        written.push_str(before);
        let end = after.find(|c: char| !(c.is_ascii_lowercase() || c == '_'));
        let (name, tail) = after.split_at(end.unwrap_or(after.len()));
        if let (false, Some(tail)) = (name.is_empty(), tail.strip_prefix('}')) {
            let placeholder = name
                .parse()
                .map_err(|_| GatewayFault::Placeholder(name.to_owned()))?;
            parts.push(Part::Written(std::mem::take(&mut written)));
            parts.push(Part::Placeholder(placeholder));
            rest = tail;
        } else {
            written.push('{');
            rest = after;
        }
    }
    written.push_str(rest);
    parts.push(Part::Written(written));
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"messages":[{"to":"{to}","text":"{text}","ref":"{reference}"}],"hook":"{callback_url}"}"#;

    fn values<'a>(to: &'a str, text: &'a str) -> Values<'a> {
        Values {
            to,
            text,
            reference: "r-1",
            callback_url: "https://kataster.example.org/gateway/sms/delivery",
        }
    }

    #[test]
    fn words_stay_where_they_are_put_in_json() {
        let template = Template::parse(JSON, BodyFormat::Json).unwrap();
        let text = "Hilfe?\",\"to\":\"112\" {reference} \\ \n";

        let body = template.fill(&values("+491711234567", text));

        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["messages"][0]["to"], "+491711234567");
        assert_eq!(body["messages"][0]["text"], text);
        assert_eq!(body["messages"][0]["ref"], "r-1");
    }

    #[test]
    fn words_stay_where_they_are_put_in_a_form() {
        let template = Template::parse("to={to}&text={text}&from=Kataster", BodyFormat::Form);

        let body = template.unwrap().fill(&values("+49171", "ja & nein=ü"));

        assert_eq!(body, "to=%2B49171&text=ja+%26+nein%3D%C3%BC&from=Kataster");
    }

    #[test]
    fn a_template_that_cannot_work_is_named() {
        let fault = |text: &str, format| Template::parse(text, format).unwrap_err();

        assert_eq!(
            fault(r#"{"to":"{to}","text":"{txt}"}"#, BodyFormat::Json),
            GatewayFault::Placeholder("txt".to_owned())
        );
        assert_eq!(
            fault("to={to}", BodyFormat::Form),
            GatewayFault::Lacks("text")
        );
        for bad in [
            r#"{"to":{to},"text":"{text}"}"#,
            r#"{"to":"{to}","text":"{text}""#,
            "to={to}&text={text}",
        ] {
            assert_eq!(fault(bad, BodyFormat::Json), GatewayFault::NotJson, "{bad}");
        }
    }
}
