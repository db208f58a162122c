//! What people and programs send, checked: the same for HTTP bodies and imported lines.

mod patch;

pub use patch::Patch;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use utoipa::ToSchema;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

/// Why an input was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// It cannot be read.
    #[error("{0}")]
    Unreadable(String),
    /// It can be read, but these fields are not valid.
    #[error("{}", summary(.0))]
    Invalid(Vec<FieldError>),
}

fn summary(errors: &[FieldError]) -> String {
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// What went wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldError {
    /// JSON pointer into the body (`/skills/0/id`), or the name of a query parameter.
    pub pointer: String,
    /// Stable name of the rule.
    pub code: String,
    /// What to do about it.
    pub detail: String,
    /// Nearest valid values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<String>,
}

impl FieldError {
    /// An error without suggestions.
    pub fn new(
        pointer: impl Into<String>,
        code: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
            suggestions: Vec::new(),
        }
    }

    /// With the nearest valid values.
    #[must_use]
    pub fn suggesting(mut self, suggestions: Vec<String>) -> Self {
        self.suggestions = suggestions;
        self
    }
}

impl std::fmt::Display for FieldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.pointer, self.detail)?;
        if !self.suggestions.is_empty() {
            write!(f, " (did you mean {}?)", self.suggestions.join(", "))?;
        }
        Ok(())
    }
}

/// Reads and validates one JSON document.
///
/// # Errors
/// Unreadable: no JSON, unknown or duplicate fields. Invalid: wrong types, unknown values, limits, NUL.
pub fn parse<T: DeserializeOwned + Validate>(bytes: &[u8]) -> Result<T, InputError> {
    if has_nul(bytes) {
        let error = FieldError::new("", "nul", "no text has a NUL character");
        return Err(InputError::Invalid(vec![error]));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value: T =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| unreadable(&error))?;
    reader
        .end()
        .map_err(|error| InputError::Unreadable(error.to_string()))?;
    value
        .validate()
        .map_err(|errors| InputError::Invalid(from_validation(&errors, "")))?;
    Ok(value)
}

/// Whether a JSON text escapes NUL, which PostgreSQL stores in no text; unescaped it is no JSON.
fn has_nul(json: &[u8]) -> bool {
    const NUL: &[u8] = b"\\u0000";
    let places = json.windows(NUL.len()).enumerate();
    places
        .filter(|(_, window)| *window == NUL)
        .any(|(place, _)| {
            // An even number of backslashes before it: this one begins an escape.
            let before = json[..place].iter().rev();
            before.take_while(|byte| **byte == b'\\').count() % 2 == 0
        })
}

fn unreadable(error: &serde_path_to_error::Error<serde_json::Error>) -> InputError {
    let inner = error.inner();
    let message = without_position(&inner.to_string());
    let is_about_names =
        message.starts_with("unknown field") || message.starts_with("duplicate field");
    if inner.classify() != Category::Data || is_about_names {
        return InputError::Unreadable(inner.to_string());
    }
    InputError::Invalid(vec![field_error(pointer(error.path()), &message)])
}

/// A value of the wrong type or outside its list, with the nearest valid ones.
pub(crate) fn field_error(pointer: String, message: &str) -> FieldError {
    let Some(rest) = message.strip_prefix("unknown variant ") else {
        let code = if message.starts_with("missing field") {
            "required"
        } else {
            "type"
        };
        return FieldError::new(pointer, code, message);
    };
    let mut quoted = rest.split('`').skip(1).step_by(2);
    let given = quoted.next().unwrap_or_default().to_owned();
    let valid: Vec<&str> = quoted.collect();
    let detail = format!("\"{given}\" is not one of {}", valid.join(", "));
    FieldError::new(pointer, "unknown", detail).suggesting(nearest(&given, &valid))
}

fn nearest(given: &str, valid: &[&str]) -> Vec<String> {
    let mut ranked: Vec<_> = valid
        .iter()
        .map(|name| (strsim::osa_distance(given, name), *name))
        .collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .take(3)
        .map(|(_, name)| name.to_owned())
        .collect()
}

fn without_position(message: &str) -> String {
    message
        .rsplit_once(" at line ")
        .map_or(message, |(text, _)| text)
        .to_owned()
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// Field errors of the `validator` crate with JSON pointers below `base`.
pub fn from_validation(errors: &ValidationErrors, base: &str) -> Vec<FieldError> {
    let mut found = Vec::new();
    for (field, kind) in errors.errors() {
        let pointer = format!("{base}/{field}");
        match kind {
            ValidationErrorsKind::Struct(inner) => found.extend(from_validation(inner, &pointer)),
            ValidationErrorsKind::List(items) => {
                for (position, inner) in items {
                    found.extend(from_validation(inner, &format!("{pointer}/{position}")));
                }
            }
            ValidationErrorsKind::Field(rules) => found.extend(rules.iter().map(|rule| {
                let detail = rule
                    .message
                    .clone()
                    .unwrap_or_else(|| describe(rule).into());
                FieldError::new(pointer.clone(), rule.code.clone(), detail)
            })),
        }
    }
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn describe(rule: &validator::ValidationError) -> String {
    let bound = |name: &str| rule.params.get(name).map(ToString::to_string);
    let unit = if rule.code == "length" {
        " characters or items"
    } else {
        ""
    };
    match (bound("min"), bound("max")) {
        (Some(min), Some(max)) => format!("must be between {min} and {max}{unit}"),
        (Some(min), None) => format!("must be at least {min}{unit}"),
        (None, Some(max)) => format!("must be at most {max}{unit}"),
        (None, None) => format!("is not a valid {}", rule.code),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Order {
        #[validate(length(max = 3))]
        name: String,
        #[serde(default)]
        size: Option<Size>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Size {
        Small,
        Large,
    }

    fn is_unreadable(json: &str) -> bool {
        matches!(
            parse::<Order>(json.as_bytes()),
            Err(InputError::Unreadable(_))
        )
    }

    fn is_invalid(json: &str) -> bool {
        matches!(parse::<Order>(json.as_bytes()), Err(InputError::Invalid(_)))
    }

    #[test]
    fn a_valid_body_is_read() {
        let order: Order = parse(br#"{"name": "ab", "size": "small"}"#).unwrap();

        assert!(order.name == "ab" && matches!(order.size, Some(Size::Small | Size::Large)));
    }

    #[test]
    fn unknown_and_duplicate_fields_and_trailing_text_are_unreadable() {
        assert!(is_unreadable(r#"{"name": "a", "nmae": 1}"#));
        assert!(is_unreadable(r#"{"name": "a", "name": "b"}"#));
        assert!(is_unreadable(r#"{"name": "a"} x"#));
        assert!(is_unreadable("{"));
    }

    #[test]
    fn a_value_outside_its_list_is_invalid_and_the_nearest_are_named() {
        let error = parse::<Order>(br#"{"name": "a", "size": "smal"}"#).unwrap_err();

        let expected = FieldError::new("/size", "unknown", "\"smal\" is not one of small, large");
        assert_eq!(
            error,
            InputError::Invalid(vec![
                expected.suggesting(vec!["small".into(), "large".into()])
            ])
        );
    }

    #[test]
    fn a_missing_field_and_one_too_long_are_invalid() {
        assert!(is_invalid("{}"));
        assert!(is_invalid(r#"{"name": "abcd"}"#));
    }
}
