//! Styles, scripts, fonts and the icon, embedded under names that carry a hash of their content.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_embed::RustEmbed;

/// Where the server serves assets.
pub const PREFIX: &str = "/assets/";

#[derive(RustEmbed)]
#[folder = "dist"]
struct Dist;

/// From the plain name to the hashed one.
static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Dist::get("manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default()
});

/// A file to serve.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The file as it is.
    pub bytes: Cow<'static, [u8]>,
    /// The same for clients that take `br`.
    pub brotli: Option<Cow<'static, [u8]>>,
    /// The same for clients that take `gzip`.
    pub gzip: Option<Cow<'static, [u8]>>,
    /// Its media type.
    pub content_type: &'static str,
    /// The name changes with the content, so that it may be kept for ever.
    pub is_hashed: bool,
}

/// The file below [`PREFIX`] of this name.
pub fn find(path: &str) -> Option<Asset> {
    let content_type = content_type(path)?;
    let bytes = Dist::get(path)?.data;
    let sibling = |ending| Dist::get(&format!("{path}.{ending}")).map(|file| file.data);
    Some(Asset {
        bytes,
        brotli: sibling("br"),
        gzip: sibling("gz"),
        content_type,
        is_hashed: MANIFEST.values().any(|hashed| hashed == path),
    })
}

/// The address of an asset by its plain name, such as `style.css`.
pub fn url(name: &str) -> String {
    let hashed = MANIFEST.get(name).map_or(name, String::as_str);
    format!("{PREFIX}{hashed}")
}

/// Media type of what may be served; nothing else in the folder is.
fn content_type(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    match ending {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        "txt" => Some("text/plain; charset=utf-8"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_the_pages_name_is_found_hashed_and_compressed() {
        for name in ["style.css", "crisis.css", "app.js", "icon.svg"] {
            let url = url(name);

            let asset = find(url.strip_prefix(PREFIX).unwrap()).unwrap();

            assert!(asset.is_hashed, "{url}");
            assert!(asset.brotli.unwrap().len() < asset.bytes.len());
            assert!(asset.gzip.unwrap().len() < asset.bytes.len());
        }
    }

    #[test]
    fn the_manifest_and_compressed_siblings_are_not_served() {
        let style = url("style.css");
        let compressed = format!("{}.br", style.strip_prefix(PREFIX).unwrap());

        assert!(find("manifest.json").is_none());
        assert!(find(&compressed).is_none());
        assert!(find("../Cargo.toml").is_none());
    }

    #[test]
    fn scripts_and_the_first_view_keep_within_their_budget() {
        let length = |name: &str| {
            let asset = find(url(name).strip_prefix(PREFIX).unwrap()).unwrap();
            asset.brotli.unwrap_or(asset.bytes).len()
        };
        let script = find(url("app.js").strip_prefix(PREFIX).unwrap()).unwrap();
        let names = [
            "style.css",
            "app.js",
            "icon.svg",
            "fira-sans-latin-400-normal.woff2",
            "fira-sans-latin-600-normal.woff2",
        ];

        let first_view: usize = names.into_iter().map(length).sum();

        assert!(script.gzip.unwrap().len() <= 20 * 1024);
        assert!(
            first_view <= 92 * 1024,
            "{first_view} bytes leave no room for the page"
        );
    }
}
