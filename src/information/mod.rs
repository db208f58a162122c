//! What anybody may read: the start page, whether the register works, and who answers for it.

mod figures;
mod pages;

pub use pages::routes;
