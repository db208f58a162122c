//! The query of a page, read tolerantly: forms send empty fields, and links carry what others added.

use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::http::Problem;

/// Longest query string in bytes.
const QUERY_LIMIT: usize = 8 * 1024;

/// The filled fields of a query, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    filled: Vec<(String, String)>,
    /// Names of fields that were sent empty: somebody emptied them.
    emptied: Vec<String>,
}

impl Parameters {
    fn of(filled: Vec<(String, String)>) -> Self {
        Self {
            filled,
            emptied: Vec::new(),
        }
    }

    /// Whether a field was sent empty.
    pub fn is_emptied(&self, name: &str) -> bool {
        self.emptied.iter().any(|emptied| emptied == name)
    }

    /// The value of a field; the first where it is repeated.
    pub fn first(&self, name: &str) -> Option<&str> {
        let found = self.filled.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str())
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.filled
            .iter()
            .filter(move |(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value of a field where it can be read as such.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.first(name)?.parse().ok()
    }

    /// Whether no field is filled.
    pub fn is_empty(&self) -> bool {
        self.filled.is_empty()
    }

    /// With other values where there are such.
    #[must_use]
    pub fn mapped(&self, other: impl Fn(&str) -> Option<String>) -> Self {
        let pairs = self.filled.iter();
        let pairs = pairs.map(|(name, value)| {
            let value = other(value).unwrap_or_else(|| value.clone());
            (name.clone(), value)
        });
        Self::of(pairs.collect())
    }

    /// Only the fields named.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Self {
        let kept = self
            .filled
            .iter()
            .filter(|(name, _)| names.contains(&name.as_str()));
        Self::of(kept.cloned().collect())
    }

    /// Without a field.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let kept = self.filled.iter().filter(|(given, _)| given != name);
        Self::of(kept.cloned().collect())
    }

    /// Without one value of a field.
    #[must_use]
    pub fn without_value(&self, name: &str, value: &str) -> Self {
        let kept = self
            .filled
            .iter()
            .filter(|(given, held)| !(given == name && held == value));
        Self::of(kept.cloned().collect())
    }

    /// With this value of a field instead of those it had.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut changed = self.without(name);
        changed.filled.push((name.to_owned(), value.to_owned()));
        changed
    }

    /// As a query string, without the question mark.
    pub fn to_query(&self) -> String {
        serde_html_form::to_string(&self.filled).unwrap_or_default()
    }

    /// The address of a page with this query.
    pub fn href(&self, path: &str) -> String {
        if self.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", self.to_query())
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        if query.len() > QUERY_LIMIT {
            return Err(Problem::invalid(format!(
                "a query has at most {QUERY_LIMIT} bytes"
            )));
        }
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query)
            .map_err(|_| Problem::invalid("the address cannot be read"))?;
        Ok(Self::from_pairs(pairs))
    }
}

impl Parameters {
    /// Fields of a form.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        let mut read = Self::default();
        for (name, value) in pairs {
            // No text has it, and PostgreSQL takes none that has.
            let value = value.replace('\0', "");
            match value.trim() {
                "" => read.emptied.push(name),
                value => read.filled.push((name, value.to_owned())),
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_changed_field_by_field() {
        let given = [("q", "ad"), ("land", "15"), ("land", "09"), ("page", "2")];
        let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let query = Parameters::of(given.to_vec());

        assert_eq!(
            query
                .without_value("land", "15")
                .without("page")
                .href("/suche"),
            "/suche?q=ad&land=09"
        );
        assert_eq!(query.only(&["q"]).with("q", "a&b").to_query(), "q=a%26b");
        assert_eq!(query.only(&[]).href("/suche"), "/suche");
        assert_eq!(query.all("land").collect::<Vec<_>>(), ["15", "09"]);
        assert_eq!(query.parsed::<usize>("page"), Some(2));
    }
}
