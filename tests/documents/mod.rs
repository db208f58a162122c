//! What the documents say of the code is so.

mod asvs;
mod sign_in;
