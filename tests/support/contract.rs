//! Checks answers against the served API document.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::Answer;

/// The document as it is served.
pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(kataster::routes::openapi()).unwrap());

/// Method and path of every operation of the document.
pub fn operations() -> Vec<(String, String)> {
    let each = paths().iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().keys();
        methods.map(move |method| (method.clone(), path.clone()))
    });
    each.collect()
}

fn paths() -> &'static Map<String, Value> {
    DOCUMENT["paths"].as_object().unwrap()
}

/// The operation a request asks for; none when its path or method is not of the API.
fn operation(method: &str, path: &str) -> Option<&'static Value> {
    let path = path.split('?').next().unwrap_or_default();
    let template = paths().keys().filter(|template| fits(template, path));
    // A literal path comes before one with a parameter.
    let template = template.min_by_key(|template| template.matches('{').count())?;
    paths()[template].get(method.to_lowercase())
}

fn fits(template: &str, path: &str) -> bool {
    let same = |(part, given): (&str, &str)| part.starts_with('{') || part == given;
    template.split('/').count() == path.split('/').count()
        && template.split('/').zip(path.split('/')).all(same)
}

/// What of an answer the document does not allow.
pub fn deviations(method: &str, path: &str, answer: &Answer) -> Vec<String> {
    let Some(operation) = operation(method, path) else {
        return Vec::new();
    };
    let status = answer.status.as_str();
    let Some(response) = operation["responses"].get(status) else {
        return vec![format!("the document does not know status {status}")];
    };
    if answer.text.is_empty() && response["content"].is_null() {
        return Vec::new();
    }
    let sent = answer.headers.get("content-type");
    let sent = sent.map_or("", |value| value.to_str().unwrap());
    let sent = sent.split(';').next().unwrap_or_default();
    let Some(content) = response["content"].get(sent) else {
        return vec![format!("the document does not know {sent:?} for {status}")];
    };
    if sent.starts_with("text/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    check(&content["schema"], &answer.json(), "", &mut found);
    found
}

/// Compares a value with a schema: the part of JSON Schema that the document uses.
fn check(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.trim_start_matches('#');
        let target = DOCUMENT.pointer(pointer).unwrap_or(&Value::Null);
        return check(target, value, at, found);
    }
    if schema.is_null() || schema == &Value::Bool(false) {
        found.push(format!("{at}: nothing is allowed here"));
    }
    let choices = schema["oneOf"].as_array().into_iter().flatten();
    let fitting = choices.filter(|choice| matches(choice, value)).count();
    if schema.get("oneOf").is_some() && fitting != 1 {
        found.push(format!("{at}: fits {fitting} of the choices"));
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        check(part, value, at, found);
    }
    if schema.get("type").is_some() && !types(schema).contains(&type_of(value)) {
        found.push(format!("{at}: {value} is not {}", schema["type"]));
    }
    if let Some(values) = schema["enum"].as_array().filter(|all| !all.contains(value)) {
        found.push(format!("{at}: {value} is not one of {values:?}"));
    }
    check_items(schema, value, at, found);
    if let Some(object) = value.as_object() {
        check_properties(schema, object, at, found);
    }
}

fn matches(schema: &Value, value: &Value) -> bool {
    let mut found = Vec::new();
    check(schema, value, "", &mut found);
    found.is_empty()
}

fn check_items(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (position, item) in value.as_array().into_iter().flatten().enumerate() {
        let fixed = &schema["prefixItems"][position];
        let schema = if fixed.is_null() {
            schema.get("items")
        } else {
            Some(fixed)
        };
        if let Some(schema) = schema {
            check(schema, item, &format!("{at}/{position}"), found);
        }
    }
}

fn check_properties(
    schema: &Value,
    object: &Map<String, Value>,
    at: &str,
    found: &mut Vec<String>,
) {
    for name in schema["required"].as_array().into_iter().flatten() {
        if !object.contains_key(name.as_str().unwrap()) {
            found.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, value) in object {
        let at = format!("{at}/{name}");
        let named = schema["properties"].get(name);
        if let Some(schema) = named.or(schema.get("additionalProperties")) {
            check(schema, value, &at, found);
        }
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one
            .as_str()
            .into_iter()
            .flat_map(|name| {
                // Every integer is a number.
                let also = (name == "number").then_some("integer");
                [name].into_iter().chain(also)
            })
            .collect(),
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
