//! How a change stands in the record: what was, and what is.

use serde_json::{Map, Value, json};

/// Details of a change: of the facts given, those that differ, as they were and as they are. Facts are never
/// personal; of what is personal only the name of the field is given.
pub fn change(before: &Value, after: &Value, personal: &[&'static str]) -> Value {
    let mut details = Map::new();
    let (was, is) = (differing(before, after), differing(after, before));
    if !was.is_empty() || !is.is_empty() {
        details.insert("before".to_owned(), Value::Object(was));
        details.insert("after".to_owned(), Value::Object(is));
    }
    if !personal.is_empty() {
        details.insert("fields".to_owned(), json!(personal));
    }
    Value::Object(details)
}

/// The members of one object that the other lacks or has otherwise.
fn differing(one: &Value, other: &Value) -> Map<String, Value> {
    let members = one.as_object().into_iter().flatten();
    let differing = members.filter(|(name, value)| other.get(name.as_str()) != Some(value));
    differing
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let before = json!({"member": true, "days": 5});
        let after = json!({"member": false, "days": 5, "until": "2026"});

        let details = change(&before, &after, &["name"]);

        assert_eq!(
            details,
            json!({
                "before": {"member": true},
                "after": {"member": false, "until": "2026"},
                "fields": ["name"],
            })
        );
        assert_eq!(change(&before, &before, &[]), json!({}));
    }
}
