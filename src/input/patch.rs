//! A field of a JSON Merge Patch (RFC 7396): absent, null and a value are three cases.

use serde::{Deserialize, Deserializer};

/// What a patch says of one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Absent: stays as it is.
    #[default]
    Keep,
    /// Null: becomes empty.
    Clear,
    /// A value: becomes this.
    Set(T),
}

impl<T> Patch<T> {
    /// Changes an optional field.
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value),
        }
    }

    /// The same with another kind of value.
    pub fn map<U>(self, other: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Keep => Patch::Keep,
            Self::Clear => Patch::Clear,
            Self::Set(value) => Patch::Set(other(value)),
        }
    }

    /// The new value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::Set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Form {
        #[serde(default)]
        phone: Patch<String>,
    }

    #[test]
    fn absent_null_and_a_value_are_told_apart() {
        let read = |json| serde_json::from_str::<Form>(json).unwrap().phone;

        assert_eq!(read("{}"), Patch::Keep);
        assert_eq!(read(r#"{"phone": null}"#), Patch::Clear);
        assert_eq!(read(r#"{"phone": "1"}"#), Patch::Set("1".to_owned()));
    }
}
