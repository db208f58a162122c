//! Where settings come from.

use std::path::Path;

use toml::{Table, Value};

use super::ConfigError;

/// What a file holds that keeps a secret out of the settings.
pub(super) fn read_line(path: &Path) -> Result<String, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::File {
        path: path.to_owned(),
        source,
    })?;
    Ok(text.trim().to_owned())
}

pub(super) fn read_file(path: &Path) -> Result<Table, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::File {
        path: path.to_owned(),
        source,
    })?;
    text.parse()
        .map_err(|error: toml::de::Error| ConfigError::Toml {
            path: path.to_owned(),
            detail: error.message().to_owned(),
        })
}

/// Numbers and truth values as such, everything else as text.
pub(super) fn value_of(text: String) -> Value {
    let number = text.parse().map(Value::Integer).ok();
    number
        .or_else(|| text.parse().map(Value::Boolean).ok())
        .unwrap_or(Value::String(text))
}
