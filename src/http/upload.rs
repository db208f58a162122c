//! Files as forms and programs send them.

use std::collections::HashMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::stream;
use sha2::{Digest, Sha256};

use super::arrival::{too_large, whole_within};
use super::{BodyHash, Problem};
use crate::input::FieldError;

/// Longest file in bytes.
const FILE_LIMIT: usize = 5 * 1024 * 1024;
/// Room for the other fields and what stands between them.
const AROUND: usize = 64 * 1024;
/// Fields a form has at most.
const MOST_FIELDS: usize = 10;
/// Within this a file is there, over a slow line too; only who may send one gets so far.
const FILE_TIME: Duration = Duration::from_secs(50);

/// A form with one file, `file`: too slow is 408, too long 413, another type 415, unreadable 400.
///
/// What the fields say, and what the file is, is checked by the handler. What the file is called and of which type it
/// claims to be, nobody asks.
#[derive(Debug)]
pub struct Upload {
    /// The file; empty when none was chosen.
    pub file: Bytes,
    /// The other fields by name.
    pub fields: HashMap<String, String>,
    /// For telling a repeated request from another one: of file and fields, not of the form around them.
    pub hash: BodyHash,
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
        let headers = request.headers();
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        if length.is_some_and(|length| length > FILE_LIMIT + AROUND) {
            return Err(file_too_large());
        }
        let boundary = boundary(headers).ok_or_else(|| {
            Problem::unsupported_media_type("send multipart/form-data with a file")
        })?;
        let sent = whole_within(request.into_body(), FILE_LIMIT + AROUND, FILE_TIME).await;
        let bytes = sent.map_err(|problem| {
            if problem.status() == StatusCode::PAYLOAD_TOO_LARGE {
                return file_too_large();
            }
            problem
        })?;
        read(bytes, boundary).await
    }
}

/// Said at the field, where what else is wrong with a file is said too.
fn file_too_large() -> Problem {
    let detail = format!("a file has at most {FILE_LIMIT} bytes");
    let error = FieldError::new("/file", "too_large", detail);
    too_large(FILE_LIMIT).with_errors(vec![error])
}

async fn read(bytes: Bytes, boundary: String) -> Result<Upload, Problem> {
    let unreadable = |_| Problem::bad_request("the form cannot be read");
    let body = stream::iter([Ok::<_, Infallible>(bytes)]);
    let mut form = multer::Multipart::new(body, boundary);
    let (mut file, mut fields) = (None, HashMap::new());
    let mut hash = Sha256::new();
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let value = field.bytes().await.map_err(unreadable)?;
        hash.update(Sha256::digest(name.as_bytes()));
        hash.update(Sha256::digest(&value));
        if name == "file" {
            if file.replace(value).is_some() {
                return Err(Problem::bad_request("send one file"));
            }
            continue;
        }
        let text = std::str::from_utf8(&value)
            .ok()
            .filter(|text| !text.contains('\0'));
        let text = text.ok_or_else(|| Problem::bad_request("a field is no text"))?;
        let is_twice = fields.insert(name, text.to_owned()).is_some();
        if is_twice || fields.len() > MOST_FIELDS {
            return Err(Problem::bad_request(
                "the form has other fields than expected",
            ));
        }
    }
    let file = file.ok_or_else(|| Problem::bad_request("the form has no field named file"))?;
    if file.len() > FILE_LIMIT {
        return Err(file_too_large());
    }
    Ok(Upload {
        file,
        fields,
        hash: hash.finalize().into(),
    })
}

/// Whether a request brings a file, and so may take longer.
pub(super) fn is_upload(headers: &HeaderMap) -> bool {
    boundary(headers).is_some()
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let given = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(given).ok()
}
