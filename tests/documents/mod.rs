//! What the documents say of the code is so.

mod asvs;
mod import;
mod sign_in;
