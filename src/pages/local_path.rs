//! Where to go next, when the browser says it: only ever to a page of ours.

/// Path and query of a page of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// The path if it leads to a page of ours, else the start page.
    pub fn or_start(text: &str) -> Self {
        let is_local = text.starts_with('/')
            && !text.starts_with("//")
            && !text.contains('\\')
            && text.bytes().all(|byte| byte.is_ascii_graphic());
        Self(if is_local { text } else { "/" }.to_owned())
    }

    /// The path and query.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_gone_to() {
        for local in ["/", "/suche?q=ad&land=15", "/fachkraefte/exp_1"] {
            assert_eq!(LocalPath::or_start(local).as_str(), local);
        }
        for foreign in [
            "",
            "suche",
            "//example.org",
            "/\\example.org",
            "https://example.org",
            "/a\r\nSet-Cookie: x",
            "/ü",
        ] {
            assert_eq!(LocalPath::or_start(foreign).as_str(), "/", "{foreign}");
        }
    }
}
