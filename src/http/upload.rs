//! Files as forms and programs send them.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use futures_util::stream;

use super::Problem;
use super::arrival::whole_within;

/// Longest file in bytes.
pub const FILE_LIMIT: usize = 5 * 1024 * 1024;

/// Room for the fields beside the file, and for what divides them.
const FIELDS_LIMIT: usize = 64 * 1024;
/// Fields a form has at most.
const MOST_FIELDS: usize = 20;
/// Within this a file is there, over a slow line too; only who may send one gets so far.
const FILE_TIME: Duration = Duration::from_secs(50);

/// A form with a file: too slow is 408, too long 413, another type 415, unreadable 400.
///
/// What the fields say, and what the file is, is checked by the handler.
#[derive(Debug, Default)]
pub struct Upload {
    /// The fields by their names.
    pub fields: BTreeMap<String, String>,
    /// The file, if one was chosen.
    pub file: Option<Bytes>,
}

impl Upload {
    /// A field; empty when it was not sent.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let boundary = boundary(request.headers())
            .ok_or_else(|| Problem::unsupported_media_type("send multipart/form-data"))?;
        let limit = FILE_LIMIT + FIELDS_LIMIT;
        let bytes = whole_within(request.into_body(), limit, FILE_TIME).await?;
        let body = stream::iter([Ok::<_, Infallible>(bytes)]);
        read(multer::Multipart::new(body, boundary)).await
    }
}

async fn read(mut parts: multer::Multipart<'_>) -> Result<Upload, Problem> {
    let unreadable = |_| Problem::bad_request("the form cannot be read");
    let mut upload = Upload::default();
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        if upload.fields.len() >= MOST_FIELDS {
            return Err(Problem::bad_request("the form has too many fields"));
        }
        if part.file_name().is_some() {
            let bytes = part.bytes().await.map_err(unreadable)?;
            if bytes.len() > FILE_LIMIT {
                return Err(super::arrival::too_large(FILE_LIMIT));
            }
            // A form in which no file was chosen sends an empty one.
            upload.file = Some(bytes)
                .filter(|bytes| !bytes.is_empty())
                .or(upload.file);
        } else {
            let text = part.text().await.map_err(unreadable)?;
            if text.len() > FIELDS_LIMIT || text.contains('\0') {
                return Err(Problem::bad_request("a field is too long, or no text"));
            }
            upload.fields.insert(name, text);
        }
    }
    Ok(upload)
}

/// Whether a request brings a file, and so may take longer.
pub(super) fn is_upload(headers: &HeaderMap) -> bool {
    boundary(headers).is_some()
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let given = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(given).ok()
}
