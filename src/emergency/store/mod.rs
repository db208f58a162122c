//! What all parts of this area store alike: personal data, each piece sealed with a data key of its own.

pub mod sealed;

pub(super) use sealed::{forget, open, seal};
