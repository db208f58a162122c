//! Photos and documents handed over with an incident: sealed with its key, read by whoever reads its notes, forgotten
//! with it.

mod api;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::{download, named, routes};
pub(in crate::incidents) use model::{Attachment, MOST_BYTES, MOST_FILES};
pub(in crate::incidents) use service::{AttachmentError, add, list, remove};
pub(in crate::incidents) use store::forget_attachments;
